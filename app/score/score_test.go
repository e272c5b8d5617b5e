package score_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
)

// drawPlay is a play of any moves with any words, to its end.
func drawPlay(c *call.Case, set call.Setting, n func(int) int) []call.Move {
	var moves []call.Move
	s := c.Start(set)
	for !s.Stage.Over() {
		m := call.Move{Kind: call.FollowUp, Word: call.Word(n(4))}
		if s.Stage == call.Talking {
			all := append(c.Moves(s, nil), call.Move{Kind: call.ReadBackMove, Word: call.Word(n(3))})
			if m = all[n(len(all))]; m.Kind == call.Reply {
				m.Timing = call.Timing(n(2))
				if c.Replies[m.Reply].Promises {
					m.Word = call.Word(n(4))
				}
			}
			if m.Kind == call.HangUp && n(4) > 0 {
				continue // few plays would get far
			}
		}
		next, err := c.Step(s, m)
		if err != nil {
			panic(err)
		}
		moves, s = append(moves, m), next
	}
	return moves
}

func TestRandomPlaysScore(t *testing.T) {
	_, w := calltest.Scoring(t)
	cases := calltest.Cases(t)
	scales := map[*call.Case]map[call.Setting]score.Scale{}
	for _, c := range cases {
		scales[c] = map[call.Setting]score.Scale{}
		for _, set := range call.Settings {
			scale, err := solve.Denominators(c, set, solve.DefaultBudget)
			if err != nil {
				t.Fatal(err)
			}
			scales[c][set] = scale
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		c := cases[rapid.IntRange(0, len(cases)-1).Draw(t, "case")]
		set := call.Settings[rapid.IntRange(0, 2).Draw(t, "setting")]
		moves := drawPlay(c, set, func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "n") })
		scale := scales[c][set]
		table := score.NewTable(c, set)
		table.Keep = scale.Keep
		itemsAddUp(t, table, moves)
		p := score.Play{Setting: set, Moves: moves, Hints: rapid.IntRange(0, 3).Draw(t, "hints")}
		card, err := score.Score(table, p, w, scale)
		if err != nil {
			t.Fatal(err)
		}
		again, err := score.Score(score.NewTable(c, set), p, w, scale)
		if diff := cmp.Diff(card, again); diff != "" || err != nil {
			t.Fatalf("the same moves score otherwise: %s %v", diff, err)
		}
		inRange(t, card)
	})
}

func itemsAddUp(t *rapid.T, table *score.Table, moves []call.Move) {
	s := table.Case.Start(table.Setting)
	for i, m := range moves {
		next, err := table.Case.Step(s, m)
		if err != nil {
			t.Fatal(err)
		}
		var sum score.Points
		critical := false
		for _, it := range table.Items(i, s, m, next, nil) {
			critical = critical || it.Critical
			if it.Key != rubric.Gate {
				sum[it.Key] += it.Points
			}
		}
		if gain := table.Gain(s, m, next); gain != sum {
			t.Fatalf("%s gains %v, but its items are %v", table.Case.Format(m), gain, sum)
		}
		if critical != table.Critical(s, m) {
			t.Fatalf("%s: items and table part on whether it is critical", table.Case.Format(m))
		}
		s = next
	}
}

func inRange(t *rapid.T, card score.Card) {
	for k, s := range card.Keys {
		if s.Score < 0 || s.Score > 100 || s.Points > s.Best || !s.Final {
			t.Fatalf("key %d: %+v", k, s)
		}
	}
	if card.Overall < 0 || card.Overall > 100 {
		t.Fatalf("overall %g", card.Overall)
	}
	if card.Verdict != score.Passed && card.Verdict != score.Failed {
		t.Fatalf("an ended attempt is %s", card.Verdict)
	}
}

// small is the case that the rules of the package call are tested with.
func small(t testing.TB) *call.Case {
	t.Helper()
	src, err := os.ReadFile("../call/testdata/small.call")
	if err != nil {
		t.Fatal(err)
	}
	return calltest.Compile(t, "small.call", src)
}

func cardOf(t *testing.T, moves string, hints int) score.Card {
	t.Helper()
	_, w := calltest.Scoring(t)
	c := small(t)
	scale, err := solve.Denominators(c, call.Normal, solve.DefaultBudget)
	if err != nil {
		t.Fatal(err)
	}
	p := score.Play{Setting: call.Normal, Hints: hints}
	for _, f := range strings.Fields(moves) {
		m, err := c.ParseMove(f)
		if err != nil {
			t.Fatal(err)
		}
		p.Moves = append(p.Moves, m)
	}
	card, err := score.Score(score.NewTable(c, call.Normal), p, w, scale)
	if err != nil {
		t.Fatal(err)
	}
	return card
}

func TestVerdicts(t *testing.T) {
	const first = "hello.ask read-back tell.permit plan.ring "
	for _, tc := range []struct {
		name, moves string
		hints       int
		verdict     score.Verdict
		rule        score.RuleCode
		final       bool
	}{
		{name: "a call under way", moves: "hello.ask", verdict: score.Open, rule: score.RuleOpen},
		{name: "pending", moves: first, verdict: score.Pending, rule: score.RuleWaiting},
		{name: "kept", moves: first + "follow-up:kept k.sat", verdict: score.Passed, rule: score.RulePassed, final: true},
		{name: "kept, with hints", moves: first + "follow-up:kept k.sat", hints: 5, verdict: score.Failed, rule: score.RuleOverall, final: true},
		{name: "hints can fail a pending one", moves: first, hints: 5, verdict: score.Failed, rule: score.RuleOverall},
		{name: "lapsed", moves: first + "follow-up:lapsed", verdict: score.Failed, rule: score.RuleLapsed, final: true},
		{name: "a key below", moves: "hello.ask tell.permit plan.ring:vague", verdict: score.Failed, rule: score.RuleKey, final: true},
		{name: "already failed while pending", moves: "hello.ask:cutting-in tell.again tell.permit:cutting-in plan.ring:cutting-in", verdict: score.Failed, rule: score.RuleKey},
		{name: "hanging up is critical", moves: "hello.order hang-up", verdict: score.Failed, rule: score.RuleCritical, final: true},
		{name: "hanging up where it is fair", moves: "hello.ask hang-up", verdict: score.Failed, rule: score.RuleKey, final: true},
	} {
		card := cardOf(t, tc.moves, tc.hints)
		if card.Verdict != tc.verdict || card.Rule.Code != tc.rule {
			t.Errorf("%s: %s by %s (%s), want %s by %s", tc.name, card.Verdict, card.Rule.Code, card.Rule, tc.verdict, tc.rule)
		}
		if card.Keys[rubric.Follow].Final != tc.final {
			t.Errorf("%s: follow-up final is %v", tc.name, card.Keys[rubric.Follow].Final)
		}
		if !strings.HasSuffix(card.Rule.String(), ".") || strings.Contains(card.Rule.String(), "%!") {
			t.Errorf("%s: the rule reads %q", tc.name, card.Rule)
		}
	}
}

// TestKeepingIsHalf holds DESIGN section 4: keeping the promise is half of the
// follow-up key, late pays half of that, missed and repaired a quarter.
func TestKeepingIsHalf(t *testing.T) {
	const first = "hello.ask read-back tell.permit plan.ring "
	kept := cardOf(t, first+"follow-up:kept k.sat", 0).Keys[rubric.Follow]
	if kept.Points != kept.Best || kept.Score != 100 {
		t.Fatalf("the best follow-up is %+v", kept)
	}
	keep := 0
	for _, tc := range []struct {
		word string
		part int
	}{{"kept k.sat", 1}, {"late l.sorry", 2}, {"missed m.own", 4}} {
		card := cardOf(t, first+"follow-up:"+tc.word, 0)
		for _, it := range card.Items {
			if it.Reason != score.ForFollowUp {
				continue
			}
			if tc.part == 1 {
				keep = it.Points
			}
			if it.Points*tc.part != keep || keep == 0 {
				t.Errorf("%s pays %d of %d", tc.word, it.Points, keep)
			}
		}
	}
	if 2*keep < kept.Best || 2*keep > kept.Best+4 {
		t.Errorf("keeping pays %d of %d", keep, kept.Best)
	}
}

func TestCardIsPlainJSON(t *testing.T) {
	card := cardOf(t, "hello.ask read-back tell.permit plan.ring follow-up:kept k.sat", 0)
	body, err := json.Marshal(card)
	if err != nil {
		t.Fatal(err)
	}
	var back score.Card
	if err := json.Unmarshal(body, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(card, back); diff != "" {
		t.Error(diff)
	}
}

// BenchmarkMoves applies and scores random plays of the shipped scenarios with
// the log of what each move did. It reports moves a second.
func BenchmarkMoves(b *testing.B) {
	type played struct {
		table *score.Table
		moves []call.Move
	}
	rng := rand.New(rand.NewPCG(1, 2))
	var plays []played
	for _, c := range calltest.Cases(b) {
		table := score.NewTable(c, call.Normal)
		for range 100 {
			plays = append(plays, played{table, drawPlay(c, call.Normal, rng.IntN)})
		}
	}
	var events []call.Event
	var log []score.Item
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range plays {
			s := p.table.Case.Start(call.Normal)
			var sum score.Points
			events, log = events[:0], log[:0]
			for i, m := range p.moves {
				next, happened, err := p.table.Case.Apply(s, m, events)
				if err != nil {
					b.Fatal(err)
				}
				from := len(log)
				log = p.table.Items(i, s, m, next, log)
				for _, it := range log[from:] {
					if it.Key != rubric.Gate {
						sum[it.Key] += it.Points
					}
				}
				s, events = next, happened
				n++
			}
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "moves/s")
}
