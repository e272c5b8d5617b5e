package solve_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/scenarios"
)

// eachCase hands over random cases, generated ones and the shipped ones.
func eachCase(t *testing.T, do func(name string, c *call.Case)) {
	t.Helper()
	r, _ := calltest.Scoring(t)
	for seed := range uint64(300) {
		s, _ := script.Parse("random.call", []byte(randomCase(rand.New(rand.NewPCG(seed, 1)))))
		if c, _ := call.Compile(s, r); c != nil {
			do(fmt.Sprint("random ", seed), c)
		}
	}
	for concerns := 2; concerns <= 8; concerns += 3 {
		do(fmt.Sprint("generated ", concerns), generated(t, 14, concerns, 12))
	}
	wide := wideCase(t)
	do("wide", wide)
	entries, _ := scenarios.FS.ReadDir(".")
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".call") {
			s, _ := script.Parse(e.Name(), calltest.Shipped(t, e.Name()))
			c, _ := call.Compile(s, r)
			do(e.Name(), c)
		}
	}
}

// A state and its prospect have the same future: the same moves are open, gain
// the same, and lead to states of the same prospect.
func TestProspectHasTheSameFuture(t *testing.T) {
	merged := 0
	eachCase(t, func(name string, c *call.Case) {
		rng := rand.New(rand.NewPCG(5, 5))
		for _, set := range call.Settings {
			table := score.NewTable(c, set)
			for range 40 {
				s := c.Start(set)
				for _, m := range anyPlay(c, set, rng) {
					if p := c.Prospect(s); p != c.Essence(s) {
						merged++
						sameFuture(t, name, table, s, p)
					}
					s, _ = c.Step(s, m)
				}
			}
		}
	})
	if merged < 10_000 {
		t.Errorf("only %d states were merged", merged)
	}
}

func sameFuture(t *testing.T, name string, table *score.Table, s, p call.State) {
	t.Helper()
	c := table.Case
	moves := c.Leading(s, nil)
	if !slices.Equal(moves, c.Leading(p, nil)) {
		t.Fatalf("%s: %+v has the moves %v, its prospect %+v %v", name, s, moves, p, c.Leading(p, nil))
	}
	for _, m := range moves {
		a, _ := c.Step(s, m)
		b, _ := c.Step(p, m)
		if c.Prospect(a) != c.Prospect(b) || table.Gain(s, m, a) != table.Gain(p, m, b) || c.Waits(a) != c.Waits(b) {
			t.Fatalf("%s: after %s, %+v is %+v, its prospect %+v is %+v", name, c.Format(m), s, a, p, b)
		}
	}
}

// Whatever state is met, a track leads where the step does, and each move of
// Leading to a greater course.
func TestTracksLeadWhereTheStepDoes(t *testing.T) {
	var met [3]int
	eachCase(t, func(name string, c *call.Case) {
		rng := rand.New(rand.NewPCG(6, 6))
		for _, set := range call.Settings {
			for range 40 {
				s := c.Start(set)
				for _, m := range anyPlay(c, set, rng) {
					risingCourse(t, name, c, s)
					if p := c.Prospect(s); p.Stage == call.Talking {
						for i := c.Beat(p).From; i < c.Beat(p).To; i++ {
							met[sameStep(t, name, c, p, i)]++
						}
					}
					s, _ = c.Step(s, m)
				}
			}
		}
	})
	if min(met[call.Closed], met[call.Over], met[call.On]) < 1000 {
		t.Errorf("of closed replies, hang-ups and calls that go on only %v were met", met)
	}
}

func risingCourse(t *testing.T, name string, c *call.Case, s call.State) {
	t.Helper()
	p := c.Prospect(s)
	if c.Packs() && c.Unpack(c.Pack(p)) != p {
		t.Fatalf("%s: %+v is unpacked to %+v", name, p, c.Unpack(c.Pack(p)))
	}
	for _, m := range c.Leading(p, nil) {
		next, _ := c.Step(p, m)
		if next.Stage.Over() {
			continue
		}
		from, to := c.Course(p), c.Course(c.Prospect(next))
		if to <= from || c.Abreast(to) <= c.Abreast(from) {
			t.Fatalf("%s: from %+v, %s leads to the earlier course of %+v", name, p, c.Format(m), next)
		}
	}
}

// sameStep holds a track equal to the step and tells what became of it.
func sameStep(t *testing.T, name string, c *call.Case, p call.State, i int) call.Outcome {
	t.Helper()
	next, err := c.Step(p, call.Move{Kind: call.Reply, Reply: uint16(i)})
	want := call.On
	switch {
	case err != nil:
		want = call.Closed
	case next.Stage.Over():
		want = call.Over
	}
	track, ok := c.Track(p, i)
	if !ok {
		return want // to an ending
	}
	got, outcome := track.Take(p)
	if outcome != want || outcome == call.On && (got != c.Prospect(next) || track.Course != c.Course(got)) {
		t.Fatalf("%s: from %+v the track of %s leads to %+v, %d, the step to %+v, %v", name, p, c.Replies[i].ID, got, outcome, next, err)
	}
	return want
}

// wideCase does not fit in 64 bits: it has twelve concerns, and a beat on a
// cycle wants much.
func wideCase(t testing.TB) *call.Case {
	t.Helper()
	var b strings.Builder
	b.WriteString("version: 1\ntitle: Wide\nid: wide\nproject: tests\ncase: C2\nkind: lost user\ndifficulty: 1\nlanguage: en\n")
	b.WriteString("CALLER sam\n  name: Sam\n  moods: heat 6 angry, trust 3, confusion 5, patience 9\n  gentle: heat 3, trust 5, confusion 3, patience 8\n  hard: heat 8, trust 2, confusion 7, patience 8\n  temper: proud\n  values: respect\nCONCERNS\n")
	for i := range call.MaxConcerns {
		fmt.Fprintf(&b, "  stated c%d: One.\n", i)
	}
	b.WriteString("PROMISE\n  what: Ring.\n  soonest: 1 hours\n  latest: 2 days\nCALL first\n")
	strengths := []string{"greet-warmly", "let-vent", "acknowledge-feeling", "own-it", "apologise", "thank", "pause", "know-the-file", "open-question", "ask-why", "confirm-complete", "ask-permission", "explain-plainly", "offer-options", "save-effort", "surprise", "ask-what-else", "take-number", "name-a-time", "recap-who-does-what"}
	for beat := range 2 {
		fmt.Fprintf(&b, "== b%d\nCALLER: So much.\n  says: ", beat)
		for i := range 6 {
			fmt.Fprintf(&b, "need c%d \"much\"%s", 6*beat+i, []string{", ", "\n"}[i/5])
		}
		for n := range 4 {
			fmt.Fprintf(&b, "> Words enough to quote.\n  id: r%d\n  shows: ", n)
			for i := range 5 {
				fmt.Fprintf(&b, "%s \"Words\"%s", strengths[(5*n+i+3*beat)%16], []string{", ", "\n"}[i/4])
			}
			fmt.Fprintf(&b, "  settles: c%d, c%d\n  moods: heat -%d\n", (3*n+beat)%12, (3*n+5*beat+7)%12, n%2)
			if n == 3 {
				b.WriteString("  promises: yes\n  go: over\n")
			} else {
				fmt.Fprintf(&b, "  patience: -%d\n  go: b%d\n", 2+n%2, (beat+n)%2)
			}
		}
	}
	b.WriteString("== over\nCALLER: Good-bye.\nending: over\n")
	for _, role := range []string{"kept", "late", "missed"} {
		fmt.Fprintf(&b, "CALL %s\nmoods: heat 4, trust 5, confusion 2, patience 2\nreads: settled c0, settled c11\n== %s-x\nCALLER: So?\n> I am back.\n  id: a\n  shows: check-satisfied \"back\"\n  settles: c11\n  go: %s-end\n== %s-end\nCALLER: Hm.\nending: end\n", role, role, role, role)
	}
	s, problems := script.Parse("wide.call", []byte(b.String()))
	if script.Errors(problems) {
		t.Fatalf("%v\n%s", problems, b.String())
	}
	r, _ := calltest.Scoring(t)
	c, problems := call.Compile(s, r)
	if c == nil {
		t.Fatal(problems)
	}
	if c.Packs() {
		t.Fatal("the wide case fits in 64 bits")
	}
	return c
}

func TestWideCaseEqualsPlainEnumeration(t *testing.T) {
	_, w := calltest.Scoring(t)
	c := wideCase(t)
	for _, set := range call.Settings {
		x, err := solve.Solve(c, set, w, solve.DefaultBudget)
		if err != nil {
			t.Fatal(err)
		}
		p := plain{t: score.NewTable(c, set), c: c, worth: worth(w, x.Scale)}
		p.t.Keep = x.Scale.Keep
		if got, want := x.Scale.Best, p.bounds(c.Start(set)); got != want {
			t.Fatalf("%v: the engine's bounds are %v, enumeration's %v", set, got, want)
		}
		compareLine(t, 0, x, &p, c.Start(set))
		comparePlay(t, 0, x, &p, c.Start(set), rand.New(rand.NewPCG(1, 1)))
	}
}
