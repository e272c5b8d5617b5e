package call_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/script"
)

// house is a case with variants, a fragment and a call inside.
func house(t testing.TB) []*call.Case {
	t.Helper()
	src, err := os.ReadFile("testdata/house.call")
	if err != nil {
		t.Fatal(err)
	}
	s, problems := script.Parse("house.call", src)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	cases, problems := call.CompileAll(s, shippedRubric(t))
	if len(cases) != 2 {
		t.Fatal(problems)
	}
	return cases
}

func TestCallInside(t *testing.T) {
	c := house(t)[0]
	const promised = "hello.look name@more.noted more.see close.by-ten"
	for _, tc := range []struct {
		name, moves string
		stage       call.Stage
		heat, pat   uint8
		flags       call.Flags
		without     call.Flags
	}{
		{name: "it is open", moves: promised, stage: call.Promised, heat: 5, pat: 9, without: call.Inside},
		{name: "it begins with its own moods", moves: promised + " inside", heat: 2, pat: 3, flags: call.Found(0) | call.HasPromise},
		{name: "it ends at the promise", moves: promised + " inside desk.which", stage: call.Promised, heat: 2, pat: 3, flags: call.Inside | call.Settled(0) | call.HasPromise},
		{name: "the colleague may hang up", moves: promised + " inside desk.lost", stage: call.Promised, heat: 10, pat: 3, flags: call.Inside | call.HasPromise, without: call.Settled(0)},
		{name: "so may patience", moves: promised + " inside hold hold", stage: call.Promised, heat: 2, flags: call.Inside},
		{name: "so may the trainee", moves: promised + " inside hang-up", stage: call.Promised, heat: 2, pat: 3, flags: call.Inside},
		{name: "the second call knows what it settled", moves: promised + " inside desk.which follow-up:kept k.blue", stage: call.Done, heat: 2, pat: 5, flags: call.Settled(0), without: call.Inside},
		{name: "it keeps no promise", moves: promised + " inside desk.which follow-up:lapsed", stage: call.Lapsed, heat: 2, pat: 3},
		{name: "unplayed, it does not", moves: promised + " follow-up:kept k.nothing", stage: call.Done, heat: 2, pat: 5, without: call.Settled(0)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s, _ := play(t, c, call.Normal, tc.moves)
			if s.Stage != tc.stage || s.Heat != tc.heat || s.Patience != tc.pat {
				t.Errorf("stage %d heat %d patience %d, want %d %d %d", s.Stage, s.Heat, s.Patience, tc.stage, tc.heat, tc.pat)
			}
			if !s.Has(tc.flags) || s.Flags&tc.without != 0 {
				t.Errorf("flags %b, want %b without %b", s.Flags, tc.flags, tc.without)
			}
		})
	}
	for _, tc := range []struct{ before, move string }{
		{"", "inside"},
		{promised + " inside desk.which", "inside"},
		{promised + " inside", "follow-up:kept"},
		{promised + " follow-up:kept", "inside"},
		{promised + " follow-up:kept", "k.blue"},
	} {
		s, _ := play(t, c, call.Normal, tc.before)
		m, err := c.ParseMove(tc.move)
		if err != nil {
			t.Fatal(err)
		}
		if after, err := c.Step(s, m); err == nil || after != s {
			t.Errorf("%s can be made after %q", tc.move, tc.before)
		}
	}
	if c.Who(0) != "Sam" || c.Who(1) != "Ravi, dispatch desk" {
		t.Errorf("on the line are %s and %s", c.Who(0), c.Who(1))
	}
	small := small(t)
	if s, _ := play(t, small, call.Normal, "hello.ask tell.permit plan.ring"); small.CanRingInside(s) {
		t.Error("a case without a call inside can ring inside")
	}
}

func TestEventsOfACallInside(t *testing.T) {
	c := house(t)[0]
	tail := func(moves string, n int) []call.EventKind {
		var kinds []call.EventKind
		_, events := play(t, c, call.Normal, "hello.who name@close.noted close.by-ten "+moves)
		for _, e := range events[len(events)-n:] {
			kinds = append(kinds, e.Kind)
		}
		return kinds
	}
	for _, tc := range []struct {
		moves string
		want  []call.EventKind
	}{
		{"inside desk.which", []call.EventKind{call.CallEnded, call.CallOpened, call.LineSaid, call.ConcernSettled, call.LineSaid, call.CallEnded}},
		{"inside desk.lost", []call.EventKind{call.CallEnded, call.CallOpened, call.LineSaid, call.CallCut}},
		{"inside hang-up", []call.EventKind{call.CallEnded, call.CallOpened, call.LineSaid, call.CallDropped}},
		{"follow-up:late", []call.EventKind{call.CallEnded, call.CallOpened, call.LineSaid, call.CallEnded}},
		{"follow-up:lapsed", []call.EventKind{call.CallEnded, call.PromiseLapsed}},
	} {
		if got := tail(tc.moves, len(tc.want)); !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v, want %v", tc.moves, got, tc.want)
		}
	}
}

// The colleague's own temper answers, not the caller's.
func TestTemperInside(t *testing.T) {
	src, err := os.ReadFile("testdata/house.call")
	if err != nil {
		t.Fatal(err)
	}
	// Without a line of moods, the rubric's effects of the temper decide.
	bare := strings.Replace(string(src), "  settles: late\n  moods: heat 0, trust 0, confusion 0\n", "  settles: late\n", 1)
	after := func(text string) call.State {
		c, problems := compile(t, "house.call", []byte(text))
		if c == nil {
			t.Fatal(problems)
		}
		s, _ := play(t, c, call.Normal, "hello.who name@close.noted close.by-ten inside desk.which")
		return s
	}
	callers := strings.Replace(bare, "temper: proud", "temper: guarded", 1)
	colleagues := strings.Replace(bare, "temper: hurried", "temper: guarded", 1)
	if after(bare) != after(callers) {
		t.Error("the caller's temper changes the call inside")
	}
	if after(bare) == after(colleagues) {
		t.Error("the colleague's temper changes nothing")
	}
}

func TestVariants(t *testing.T) {
	cases := house(t)
	for i, want := range []struct{ name, concern, line, paper string }{
		{"pots", "market", "The pots are for Saturday's market.", "Told that the pots left on Monday."},
		{"lids", "jam", "The jam stands there without lids.", "Told that the lids left on Monday."},
	} {
		c := cases[i]
		if n, name := c.Scenario.Variant(); n != i || name != want.name {
			t.Errorf("variant %d is %d, %s", i, n, name)
		}
		if got := c.Scenario.Concerns[1].ID; len(c.Scenario.Concerns) != 2 || got != want.concern {
			t.Errorf("%s: the hidden concern is %s", want.name, got)
		}
		if len(c.Scenario.Papers) != 2 || c.Scenario.Papers[1].Text != want.paper {
			t.Errorf("%s: papers %v", want.name, c.Scenario.Papers)
		}
		s, events := play(t, c, call.Normal, "hello.look name@more.noted more.hangs")
		if last := events[len(events)-1]; last.Kind != call.ConcernFound || !s.Has(call.Found(1)) {
			t.Errorf("%s: its hidden concern is not found", want.name)
		}
		if said := events[len(events)-2]; c.Lines[said.Index].Script.Text != want.line {
			t.Errorf("%s: %q is said", want.name, c.Lines[said.Index].Script.Text)
		}
	}
	if cases[0].Scenario.Hash() != cases[1].Scenario.Hash() {
		t.Error("the variants of a scenario have hashes of their own")
	}
}

// A concern that the variant of a line does not have is a problem of that line.
func TestConcernOfAnotherVariant(t *testing.T) {
	src, err := os.ReadFile("testdata/house.call")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(src), "  only: pots\n  says: need market", "  says: need market", 1)
	s, problems := script.Parse("house.call", []byte(text))
	if script.Errors(problems) {
		t.Fatal(problems)
	}
	cases, problems := call.CompileAll(s, shippedRubric(t))
	if cases != nil || len(problems) != 1 || problems[0].Code != script.UnknownConcern || !strings.Contains(problems[0].Message, "lids") {
		t.Errorf("%v", problems)
	}
}

// Elsewhere such a concern is one that was never found: what asks for its
// absence holds, what settles it settles the others, and what asks for it
// beside something else is left out.
func TestConcernOfAnotherVariantIsNeverFound(t *testing.T) {
	src, err := os.ReadFile("testdata/house.call")
	if err != nil {
		t.Fatal(err)
	}
	find := func(old, new string) string {
		if !strings.Contains(string(src), old) {
			t.Fatalf("%q is not in the script", old)
		}
		return strings.Replace(string(src), old, new, 1)
	}
	compiled := func(text string) ([]*call.Case, []script.Diagnostic) {
		s, problems := script.Parse("house.call", []byte(text))
		if script.Errors(problems) {
			t.Fatal(problems)
		}
		return call.CompileAll(s, shippedRubric(t))
	}
	const reply = "> Then let us look. Who is calling?\n  id: look\n"
	for condition, want := range map[string][2]bool{
		"not found market":                 {true, true},
		"found market or heat under 9":     {true, true},
		"found market or heat 9":           {false, false},
		"not found market and heat 9":      {false, false},
		"found market or not found market": {true, true},
	} {
		cases, problems := compiled(find(reply, reply+"  if: "+condition+"\n"))
		if len(cases) != 2 {
			t.Fatalf("%s: %v", condition, problems)
		}
		for i, c := range cases {
			m, err := c.ParseMove("hello.look")
			if err != nil {
				t.Fatal(err)
			}
			if got := c.Open(c.Start(call.Normal), int(m.Reply)); got != want[i] {
				t.Errorf("%s in variant %d: %v", condition, i, got)
			}
		}
	}
	if cases, problems := compiled(find(reply, reply+"  if: found market\n")); cases != nil || len(problems) != 1 || problems[0].Code != script.UnknownConcern {
		t.Errorf("what can never hold in a variant: %v", problems)
	}
}

// Each use of a fragment is a place of its own, that goes on where the use says.
func TestFragmentReturnsToItsUse(t *testing.T) {
	c := house(t)[0]
	for moves, beat := range map[string]string{
		"hello.look": "name@more",
		"hello.look name@more.spelt name@more.noted": "more",
		"hello.who":                  "name@close",
		"hello.who name@close.noted": "close",
	} {
		if s, _ := play(t, c, call.Normal, moves); c.Beat(s).Script.ID != beat {
			t.Errorf("%s leads to %s, want %s", moves, c.Beat(s).Script.ID, beat)
		}
	}
}
