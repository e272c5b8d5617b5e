package scenarios_test

import (
	"io/fs"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/score/plays"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/app/solve/proof"
)

// The tests of this file are the standard to which a shipped case is written,
// as far as a machine can see it. The rest is read aloud.

// Every demand of callscript prove is kept in every setting and variant, and
// nothing is warned of.
func TestStandardIsProved(t *testing.T) {
	w := weights(t)
	eachCase(t, func(t *testing.T, c *call.Case) {
		findings := proof.Read(c).Findings
		for _, set := range call.Settings {
			r := proof.Prove(c, set, w, solve.DefaultBudget)
			if findings = append(findings, r.Findings...); !r.Finished {
				t.Errorf("%v: not finished", set)
			}
		}
		for _, f := range findings {
			t.Errorf("%s: %s %v", f.Code, f.Message, f.Moves)
		}
	})
}

// A case has room for a story: fourteen beats in the first call, five in each
// that follows.
func TestStandardLength(t *testing.T) {
	eachCase(t, func(t *testing.T, c *call.Case) {
		beats := make([]int, len(c.Calls))
		for _, b := range c.Beats {
			beats[b.Call]++
		}
		for i, k := range c.Scenario.Calls {
			if want := max(5, 14-9*i); beats[i] < want {
				t.Errorf("%s has %d beats, want %d", k.Role, beats[i], want)
			}
		}
		replies, words := 0, 0
		for _, a := range c.Replies {
			if a.Script.Spoken() {
				replies, words = replies+1, words+len(strings.Fields(a.Script.Text))
			}
		}
		if mean := float64(words) / float64(replies); mean > 18.5 {
			t.Errorf("replies have %.1f words on average, want 18", mean)
		}
		lines, words := 0, 0
		for _, l := range c.Lines {
			lines, words = lines+1, words+len(strings.Fields(l.Script.Text))
		}
		if mean := float64(words) / float64(lines); mean > 28 {
			t.Errorf("lines have %.1f words on average, want 25", mean)
		}
	})
}

// Three or four replies are open wherever a trainee can come to.
func TestStandardChoice(t *testing.T) {
	dice := rand.New(rand.NewPCG(7, 11))
	eachCase(t, func(t *testing.T, c *call.Case) {
		told := map[uint16]bool{}
		for n := range 3000 {
			for s := c.Start(call.Settings[n%3]); !s.Stage.Over(); {
				if open := openReplies(c, s); s.Stage == call.Talking && (open < 3 || open > 4) && !told[s.Beat] {
					told[s.Beat] = true
					t.Errorf("%s: %d replies are open, want 3 or 4", c.Beat(s).Script.ID, open)
				}
				moves := c.Leading(s, nil)
				if s.Stage == call.Promised {
					moves = append(moves, call.Move{Kind: call.FollowUp, Word: call.Late}, call.Move{Kind: call.FollowUp, Word: call.Missed})
				}
				next, err := c.Step(s, moves[dice.IntN(len(moves))])
				if err != nil {
					t.Fatal(err)
				}
				s = next
			}
		}
	})
}

// Wherever a read-back earns, whoever kept every want and need that was said can
// make it: no concern was found by a feeling alone.
func TestStandardReadBack(t *testing.T) {
	dice := rand.New(rand.NewPCG(5, 13))
	eachCase(t, func(t *testing.T, c *call.Case) {
		told := map[uint16]bool{}
		for n := range 1500 {
			var notes []call.Note
			s, events := c.Begin(call.Settings[n%3], nil)
			for {
				for _, e := range events {
					if e.Kind != call.LineSaid {
						continue
					}
					for _, f := range c.Lines[e.Index].Script.Says {
						if f.Kind == script.Want || f.Kind == script.Need {
							notes = append(notes, call.Note{Line: int(e.Index), Start: f.Start, End: f.End, Label: f.Kind})
						}
					}
				}
				if s.Stage.Over() {
					break
				}
				if s.Stage == call.Talking && c.Beat(s).WantsReadBack && !told[s.Beat] && c.JudgeReadBack(s.Flags, notes) != call.Complete {
					told[s.Beat] = true
					t.Errorf("%s: a concern was found, and nobody can read it back", c.Beat(s).Script.ID)
				}
				moves := c.Leading(s, nil)
				var err error
				if s, events, err = c.Apply(s, moves[dice.IntN(len(moves))], nil); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

func openReplies(c *call.Case, s call.State) int {
	n := 0
	for b, i := c.Beat(s), c.Beat(s).From; i < b.To; i++ {
		if c.Open(s, i) {
			n++
		}
	}
	return n
}

// Each variant hides something of its own, and another line of its file is out
// of date.
func TestStandardVariants(t *testing.T) {
	for _, name := range originals(t) {
		cases := compile(t, name)
		if len(cases) < 2 || len(cases) > 3 {
			t.Errorf("%s has %d variants, want 2 or 3", name, len(cases))
		}
		seen := map[string]string{}
		for _, c := range cases {
			hidden, papers, stated := "", "", 0
			for _, k := range c.Scenario.Concerns {
				if k.Hidden {
					hidden += k.ID + " " + k.Text + "\n"
				} else {
					stated++
				}
			}
			for _, p := range c.Scenario.Papers {
				papers += p.Kind + " " + p.Text + "\n"
			}
			if hidden == "" || stated < 2 {
				t.Errorf("%s: %d stated concerns; hidden: %q", caseName(c), stated, hidden)
			}
			for _, what := range []string{hidden, papers} {
				if other, ok := seen[what]; ok {
					t.Errorf("%s and %s share: %s", caseName(c), other, what)
				}
				seen[what] = caseName(c)
			}
		}
	}
}

// The file matters, the house's work matters, and what was said in passing
// comes back in each second call.
func TestStandardMarks(t *testing.T) {
	eachCase(t, func(t *testing.T, c *call.Case) {
		s := c.Scenario
		for kind, want := range map[string]int{"client": 1, "past": 2, "primer": 2} {
			n := 0
			for _, p := range s.Papers {
				if p.Kind == kind {
					n++
				}
			}
			if n < want {
				t.Errorf("the file has %d lines %s, want %d", n, kind, want)
			}
		}
		if s.Caller.Values.Text == "" || s.Summary == "" || s.Case == "" {
			t.Error("values, summary or case is missing")
		}
		for i, k := range s.Calls {
			marks, permission, gives, promises, readBack := marksOf(k)
			want := []string{}
			switch {
			case i == 0:
				want = []string{"know-the-file", "confirm-what-the-file-says", "know-the-project", "ask-permission", "give-what-they-value"}
				if !permission || !gives || !readBack || promises == s.NoPromise {
					t.Errorf("permission %v, gives value %v, wants a read-back %v, promises %v", permission, gives, readBack, promises)
				}
			case k.Role != script.Inside:
				want = []string{"recall-the-detail"}
			}
			for _, id := range want {
				if !marks[id] {
					t.Errorf("%s: no reply shows %s", k.Role, id)
				}
			}
		}
	})
}

func marksOf(k script.Call) (shows map[string]bool, permission, gives, promises, readBack bool) {
	shows = map[string]bool{}
	for _, b := range k.Beats {
		for _, w := range b.Wants {
			readBack = readBack || w.Text == "read-back"
		}
		for _, a := range b.Replies {
			permission, gives, promises = permission || a.Permission, gives || a.Gives, promises || a.Promises
			for _, sh := range a.Shows {
				shows[sh.Behaviour] = true
			}
		}
	}
	return
}

// A reply that is nowhere the best one to give says why a decent person gives
// it.
func TestStandardTemptations(t *testing.T) {
	w := weights(t)
	eachCase(t, func(t *testing.T, c *call.Case) {
		best := make([]bool, len(c.Replies))
		met := make([]bool, len(c.Replies))
		for _, set := range call.Settings {
			x, err := solve.Solve(c, set, w, solve.DefaultBudget)
			if err != nil {
				t.Fatal(err)
			}
			dice := rand.New(rand.NewPCG(uint64(set), 2))
			for range 400 {
				for s := c.Start(set); !s.Stage.Over(); {
					moves := c.Leading(s, nil)
					for _, m := range moves {
						if m.Kind != call.Reply || best[m.Reply] {
							continue
						}
						j, err := x.Judge(s, m)
						if err != nil {
							t.Fatal(err)
						}
						met[m.Reply], best[m.Reply] = true, j.Cost < 0.05
					}
					if s.Stage == call.Promised {
						moves = append(moves, call.Move{Kind: call.FollowUp, Word: call.Late}, call.Move{Kind: call.FollowUp, Word: call.Missed})
					}
					if s, err = c.Step(s, moves[dice.IntN(len(moves))]); err != nil {
						t.Fatal(err)
					}
				}
			}
		}
		for i, a := range c.Replies {
			if met[i] && !best[i] && a.Script.Tempts == "" {
				t.Errorf("%s is never the best reply, and does not say what tempts", a.ID)
			}
		}
	})
}

// Early in the best call something can be got wrong and put right again; and
// somewhere one reply, without a critical fault, ends all hope of a pass.
func TestStandardMistakes(t *testing.T) {
	w := weights(t)
	eachCase(t, func(t *testing.T, c *call.Case) {
		x, err := solve.Solve(c, call.Normal, w, solve.DefaultBudget)
		if err != nil {
			t.Fatal(err)
		}
		line, err := x.BestLine(c.Start(call.Normal))
		if err != nil {
			t.Fatal(err)
		}
		table, s := score.NewTable(c, call.Normal), c.Start(call.Normal)
		mended, lost, talked := false, false, 0
		for _, m := range line {
			if !c.InFirstCall(s) || s.Stage != call.Talking {
				break
			}
			if m.Kind == call.Reply {
				talked++
				for b, i := c.Beat(s), c.Beat(s).From; i < b.To; i++ {
					other := call.Move{Kind: call.Reply, Reply: uint16(i)}
					if !c.Open(s, i) || other.Reply == m.Reply || table.Critical(s, other) {
						continue
					}
					j, err := x.Judge(s, other)
					if err != nil {
						t.Fatal(err)
					}
					mended = mended || talked <= 4 && j.Cost > 1 && j.Cost < 15
					lost = lost || j.Cost > 20
				}
			}
			if s, err = c.Step(s, m); err != nil {
				t.Fatal(err)
			}
		}
		if !mended || !lost {
			t.Errorf("an early mistake that can be mended: %v; one that can't: %v", mended, lost)
		}
	})
}

// There is more than one good way: a passing play gives other replies than the
// best and comes by other beats. Good plays are spoken in four to nine minutes,
// and each variant has its best play.
func TestStandardWays(t *testing.T) {
	type way struct{ replies, beats map[string]bool }
	best, other := map[string][]way{}, map[string][]way{}
	eachPlay(t, func(t *testing.T, c *call.Case, w rubric.Weights, p plays.Play) {
		if p.Kind != "best" && p.Kind != "decent" {
			return
		}
		r := run(t, c, w, p)
		if n := proof.Spoken(c, p.Setting, r.Moves).All; n < 4 || n > 9 {
			t.Errorf("line %d: %s is spoken in %.1f minutes, want 4 to 9", p.Line, p.Kind, n)
		}
		v := way{map[string]bool{}, map[string]bool{}}
		for s, i := c.Start(p.Setting), 0; i < len(r.Moves) && c.InFirstCall(s); i++ {
			if m := r.Moves[i]; m.Kind == call.Reply {
				v.replies[c.Format(m)], v.beats[c.Beat(s).Script.ID] = true, true
			}
			next, err := c.Step(s, r.Moves[i])
			if err != nil {
				t.Fatal(err)
			}
			s = next
		}
		if p.Kind == "best" {
			best[c.Scenario.ID] = append(best[c.Scenario.ID], v)
			best[caseName(c)] = append(best[caseName(c)], v)
		} else {
			other[c.Scenario.ID] = append(other[c.Scenario.ID], v)
		}
	})
	eachCase(t, func(t *testing.T, c *call.Case) {
		if len(best[caseName(c)]) == 0 {
			t.Error("no best play")
		}
	})
	lacks := func(a, b map[string]bool) int {
		n := 0
		for k := range a {
			if !b[k] {
				n++
			}
		}
		return n
	}
	for _, name := range originals(t) {
		id := strings.TrimSuffix(name, ".call")
		if !slices.ContainsFunc(other[id], func(o way) bool {
			return !slices.ContainsFunc(best[id], func(b way) bool {
				return lacks(o.replies, b.replies) < 4 || lacks(o.beats, b.beats) < 1
			})
		}) {
			t.Errorf("%s: no decent play takes another way: 4 other replies and another beat in the first call", id)
		}
	}
}

// The first call has three ends at least, and idioms are the caller's and
// explained: a few, not a flood.
func TestStandardEndsAndIdioms(t *testing.T) {
	eachCase(t, func(t *testing.T, c *call.Case) {
		ends, idioms := 0, 0
		for _, b := range c.Beats {
			if b.Call == 0 && b.Ending {
				ends++
			}
		}
		for _, l := range c.Lines {
			idioms += len(l.Script.Means)
		}
		if ends < 3 || idioms < 1 {
			t.Errorf("%d ends of the first call, %d idioms explained", ends, idioms)
		}
	})
}

// A script has its plays beside it.
func TestStandardPlaysAreBesideScripts(t *testing.T) {
	for _, name := range originals(t) {
		if _, err := fs.Stat(dir, strings.TrimSuffix(name, ".call")+".plays"); err != nil {
			t.Error(err)
		}
	}
}
