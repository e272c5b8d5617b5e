package call_test

import (
	"testing"

	"pgregory.net/rapid"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/rubric"
	"keepcool/app/script"
)

func shippedRubric(t testing.TB) *rubric.Rubric {
	t.Helper()
	r, _ := calltest.Scoring(t)
	return r
}

func compile(t testing.TB, file string, src []byte) (*call.Case, []script.Diagnostic) {
	t.Helper()
	s, problems := script.Parse(file, src)
	if script.Errors(problems) {
		t.Fatalf("%s: %v", file, problems)
	}
	return call.Compile(s, shippedRubric(t))
}

// drawMove is any move that the rules allow in s, with any words.
func drawMove(t *rapid.T, c *call.Case, s call.State) call.Move {
	if s.Stage == call.Promised {
		if c.CanRingInside(s) && rapid.Bool().Draw(t, "inside") {
			return call.Move{Kind: call.RingInside}
		}
		return call.Move{Kind: call.FollowUp, Word: call.Word(rapid.IntRange(0, 3).Draw(t, "follow-up"))}
	}
	moves := c.Moves(s, nil)
	moves = append(moves, call.Move{Kind: call.ReadBackMove, Word: call.Word(rapid.IntRange(0, 2).Draw(t, "read-back"))})
	m := moves[rapid.IntRange(0, len(moves)-1).Draw(t, "move")]
	if m.Kind == call.Reply {
		m.Timing = call.Timing(rapid.IntRange(0, 1).Draw(t, "timing"))
		if c.Replies[m.Reply].Promises {
			m.Word = call.Word(rapid.IntRange(0, 3).Draw(t, "promise"))
		}
	}
	return m
}

// longest is more moves than any play of a shipped case can have: every move
// but a finite number costs patience, and no case has more beats than this.
const longest = 400

func TestRandomPlay(t *testing.T) {
	cases := append(calltest.Cases(t), house(t)...)
	rapid.Check(t, func(t *rapid.T) {
		c := cases[rapid.IntRange(0, len(cases)-1).Draw(t, "case")]
		set := call.Settings[rapid.IntRange(0, 2).Draw(t, "setting")]
		s, events := c.Begin(set, nil)
		if s != c.Start(set) {
			t.Fatalf("Begin gives %+v, Start %+v", s, c.Start(set))
		}
		var record []string
		var states []call.State
		allEvents := [][]call.Event{events}
		for !s.Stage.Over() {
			if len(record) == longest {
				t.Fatalf("the play does not end: %v", record)
			}
			m := drawMove(t, c, s)
			next, err := c.Step(s, m)
			if err != nil {
				t.Fatalf("%s in %+v: %v", c.Format(m), s, err)
			}
			applied, happened, err := c.Apply(s, m, nil)
			if err != nil || applied != next {
				t.Fatalf("Apply and Step part at %s: %+v and %+v (%v)", c.Format(m), applied, next, err)
			}
			inBounds(t, s, next)
			record, states = append(record, c.Format(m)), append(states, next)
			allEvents = append(allEvents, happened)
			s = next
		}
		replayed(t, c, set, record, states, allEvents)
	})
}

func inBounds(t *rapid.T, s, next call.State) {
	if next.Heat > 10 || next.Trust > 10 || next.Conf > 10 {
		t.Fatalf("a mood leaves 0 to 10: %+v", next)
	}
	if s.Stage == call.Talking && next.Patience > s.Patience {
		t.Fatalf("patience rises from %d to %d", s.Patience, next.Patience)
	}
}

// replayed holds that the written record gives the same states and events.
func replayed(t *rapid.T, c *call.Case, set call.Setting, record []string, states []call.State, events [][]call.Event) {
	s, first := c.Begin(set, nil)
	equalEvents(t, "the opening", first, events[0])
	for i, text := range record {
		m, err := c.ParseMove(text)
		if err != nil {
			t.Fatal(err)
		}
		var happened []call.Event
		if s, happened, err = c.Apply(s, m, nil); err != nil || s != states[i] {
			t.Fatalf("%s replays to %+v, not %+v (%v)", text, s, states[i], err)
		}
		equalEvents(t, text, happened, events[i+1])
	}
}

func equalEvents(t *rapid.T, what string, a, b []call.Event) {
	if len(a) != len(b) {
		t.Fatalf("%s: events %v and %v", what, a, b)
	}
	for i := range a {
		if a[i] != b[i] {
			t.Fatalf("%s: events %v and %v", what, a, b)
		}
	}
}

// TestEssence holds that a state and its essence have the same future.
func TestEssence(t *testing.T) {
	cases := append(calltest.Cases(t), house(t)...)
	rapid.Check(t, func(t *rapid.T) {
		c := cases[rapid.IntRange(0, len(cases)-1).Draw(t, "case")]
		s := c.Start(call.Normal)
		e := c.Essence(s)
		for !s.Stage.Over() {
			m := drawMove(t, c, s)
			var err, errE error
			s, err = c.Step(s, m)
			e, errE = c.Step(e, m)
			if err != nil || errE != nil {
				t.Fatalf("%s: %v, and in its essence %v", c.Format(m), err, errE)
			}
			e = c.Essence(e)
			if c.Essence(s) != e {
				t.Fatalf("after %s the essence is %+v, not %+v", c.Format(m), e, c.Essence(s))
			}
		}
	})
}

func TestOrder(t *testing.T) {
	c := calltest.Cases(t)[0]
	s := c.Start(call.Normal)
	seen := map[int]bool{}
	for seed := range uint64(50) {
		order := c.Order(seed, s, nil)
		again := c.Order(seed, s, nil)
		if len(order) < 2 {
			t.Fatalf("only %d replies at the start", len(order))
		}
		in := map[int]bool{}
		for i, n := range order {
			if again[i] != n {
				t.Fatalf("seed %d gives %v and then %v", seed, order, again)
			}
			in[n] = true
		}
		if len(in) != len(order) {
			t.Fatalf("seed %d loses a reply: %v", seed, order)
		}
		seen[order[0]] = true
	}
	if len(seen) < 2 {
		t.Fatal("fifty seeds always show the same reply first")
	}
	// The shuffle is written out, so this order is for ever.
	if got := c.Order(7, s, []int{99}); got[0] != 99 {
		t.Fatalf("Order does not append: %v", got)
	}
}

// TestPack holds that essences are equal if and only if their packed forms are.
func TestPack(t *testing.T) {
	for _, c := range append(calltest.Cases(t), house(t)...) {
		if !c.Packs() {
			t.Fatalf("%s does not pack", c.Scenario.ID)
		}
		seen := map[uint64]call.State{}
		rapid.Check(t, func(t *rapid.T) {
			s := c.Start(call.Settings[rapid.IntRange(0, 2).Draw(t, "setting")])
			for !s.Stage.Over() {
				e := c.Essence(s)
				p := c.Pack(e)
				if other, ok := seen[p]; p == 0 || ok && other != e {
					t.Fatalf("%+v and %+v both pack to %x", e, other, p)
				}
				seen[p] = e
				var err error
				if s, err = c.Step(s, drawMove(t, c, s)); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}
