package solve_test

import (
	"slices"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/scenarios"
)

// Every shipped case can be rescued, in every variant and setting: it went
// badly, the caller is as hot as they came or hotter, and a pass is in reach.
func TestEveryShippedCaseCanBeRescued(t *testing.T) {
	r, w := calltest.Scoring(t)
	entries, err := scenarios.FS.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".call")
		if !ok {
			continue
		}
		s, _ := script.Parse(e.Name(), calltest.Shipped(t, e.Name()))
		cases, _ := call.CompileAll(s, r)
		for v, c := range cases {
			for _, set := range call.Settings {
				x, err := solve.Solve(c, set, w, solve.DefaultBudget)
				if err != nil {
					t.Fatal(err)
				}
				rescue, err := x.Rescue()
				if err != nil {
					t.Errorf("%s, variant %d, %s: %v", name, v+1, set, err)
					continue
				}
				holdRescue(t, name, x, c, set, w, rescue)
				start := c.Start(set)
				if set == call.Normal {
					t.Logf("%-18s variant %d: %d of %d moves given, heat %d to %d, trust %d, patience %d of %d, at best %.1f: %s",
						name, v+1, len(rescue.Given), len(rescue.Given)+len(rescue.Line), start.Heat, rescue.State.Heat,
						rescue.State.Trust, rescue.State.Patience, start.Patience, rescue.Best, written(c, rescue.Given))
				}
			}
		}
	}
}

// holdRescue holds a rescue to what is said of one.
func holdRescue(t *testing.T, name string, x *solve.Solution, c *call.Case, set call.Setting, w rubric.Weights, rescue solve.Rescue) {
	t.Helper()
	if rescue.Best < 70 || rescue.Best > 90 {
		t.Errorf("%s, %s: %.1f can be reached", name, set, rescue.Best)
	}
	if n := len(rescue.Given); n < 2 || n > (n+len(rescue.Line))/2 {
		t.Errorf("%s, %s: %d moves are given, and %d are left", name, set, n, len(rescue.Line))
	}
	table := score.NewTable(c, set)
	s := c.Start(set)
	for _, m := range rescue.Given {
		if m.Kind != call.Reply || m.Timing != call.InTime || c.Replies[m.Reply].Promises || table.Critical(s, m) {
			t.Errorf("%s, %s: %s is given", name, set, c.Format(m))
		}
		next, err := c.Step(s, m)
		if err != nil {
			t.Fatal(err)
		}
		s = next
	}
	if s != rescue.State || s.Stage != call.Talking || !c.InFirstCall(s) {
		t.Errorf("%s, %s: the call stands at %+v, the rescue says %+v", name, set, s, rescue.State)
	}
	if hangsUp(c, table, s) {
		t.Errorf("%s, %s: the caller hangs up on the first reply", name, set)
	}
	if s.Heat < c.Start(set).Heat {
		t.Errorf("%s, %s: the heat fell from %d to %d", name, set, c.Start(set).Heat, s.Heat)
	}
	moves := append(append([]call.Move{}, rescue.Given...), rescue.Line...)
	card, err := score.Score(table, score.Play{Setting: set, Moves: moves}, w, x.Scale)
	if err != nil {
		t.Fatal(err)
	}
	if card.Overall != rescue.Best || card.Verdict != score.Passed {
		t.Errorf("%s, %s: the best call from there comes to %.1f and is %s", name, set, card.Overall, card.Verdict)
	}
}

// hangsUp reports whether some reply without a critical fault has the caller
// hang up.
func hangsUp(c *call.Case, table *score.Table, s call.State) bool {
	for _, m := range c.Forward(s, nil) {
		if next, _ := c.Step(s, m); m.Kind == call.Reply && next.Stage == call.CallerHungUp && !table.Critical(s, m) {
			return true
		}
	}
	return false
}

func written(c *call.Case, moves []call.Move) string {
	var words []string
	for _, m := range moves {
		words = append(words, c.Format(m))
	}
	return strings.Join(words, " ")
}

// A tried is what enumeration finds a rescue could begin with.
type tried struct {
	moves []call.Move
	eased int
	free  int
	left  float64 // the best reachable, less the heat
}

// The rescue is the one that plain enumeration of every call finds.
func TestRescueEqualsPlainEnumeration(t *testing.T) {
	r, w := calltest.Scoring(t)
	for _, name := range []string{"wrong-by-one.call", "maybe-next-month.call", "word-for-friday.call", "to-begin-with.call"} {
		s, _ := script.Parse(name, calltest.Shipped(t, name))
		cases, _ := call.CompileAll(s, r)
		for _, c := range cases {
			x, err := solve.Solve(c, call.Normal, w, solve.DefaultBudget)
			if err != nil {
				t.Fatal(err)
			}
			rescue, err := x.Rescue()
			if err != nil {
				t.Fatal(err)
			}
			all := enumerate(t, x, c, w)
			if len(all) < 5 {
				t.Errorf("%s: only %d points were found", name, len(all))
			}
			best := all[0]
			for _, o := range all {
				if slices.Compare([]float64{float64(o.eased), float64(o.free), o.left, float64(len(o.moves))},
					[]float64{float64(best.eased), float64(best.free), best.left, float64(len(best.moves))}) < 0 {
					best = o
				}
			}
			if written(c, best.moves) != written(c, rescue.Given) {
				t.Errorf("%s: the rescue begins after %s, by enumeration after %s", name, written(c, rescue.Given), written(c, best.moves))
			}
		}
	}
}

// enumerate walks every first call as far as a rescue may go, and gathers what
// one may begin with.
func enumerate(t *testing.T, x *solve.Solution, c *call.Case, w rubric.Weights) []tried {
	t.Helper()
	table := score.NewTable(c, call.Normal)
	comes := func(s call.State, moves []call.Move) score.Card {
		line, err := x.BestLine(s)
		if err != nil {
			t.Fatal(err)
		}
		card, err := score.Score(table, score.Play{Setting: call.Normal, Moves: append(append([]call.Move{}, moves...), line...)}, w, x.Scale)
		if err != nil {
			t.Fatal(err)
		}
		return card
	}
	start := c.Start(call.Normal)
	line, _ := x.BestLine(start)
	most := 0
	for s := start; s.Stage == call.Talking; most++ {
		s, _ = c.Step(s, line[most])
	}
	var all []tried
	var walk func(s call.State, moves []call.Move, free int, before float64)
	walk = func(s call.State, moves []call.Move, free int, before float64) {
		if len(moves) == most/2 {
			return
		}
		open := 0
		for _, m := range c.Forward(s, nil) {
			if m.Kind == call.Reply {
				open++
			}
		}
		for _, m := range c.Forward(s, nil) {
			next, _ := c.Step(s, m)
			if m.Kind != call.Reply || c.Replies[m.Reply].Promises || table.Critical(s, m) || next.Stage != call.Talking {
				continue
			}
			made := append(append([]call.Move{}, moves...), m)
			card := comes(next, made)
			f := free
			if card.Overall == before && open > 1 {
				f++
			}
			if card.Overall < 70 {
				continue
			}
			if len(made) >= 2 && card.Overall <= 90 && !hangsUp(c, table, next) && card.Verdict == score.Passed {
				all = append(all, tried{made, max(0, int(start.Heat)-int(next.Heat)), f, card.Overall - float64(next.Heat)})
			}
			walk(next, made, f, card.Overall)
		}
	}
	walk(start, nil, 0, comes(start, nil).Overall)
	return all
}
