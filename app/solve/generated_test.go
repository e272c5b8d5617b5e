package solve_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/script"
)

// generated writes a case of a size: so many beats with three replies each,
// nearly every one of which costs patience and moves all three moods, which
// conditions read to the last beat; so many concerns, and the patience the
// call starts with.
func generated(t testing.TB, beats, concerns, patience int) *call.Case {
	t.Helper()
	return generatedFrom(t, 7, beats, concerns, patience)
}

// generatedFrom is another case of that size for each seed.
func generatedFrom(t testing.TB, seed uint64, beats, concerns, patience int) *call.Case {
	t.Helper()
	rng := rand.New(rand.NewPCG(seed, uint64(beats*1000+concerns)))
	var b strings.Builder
	fmt.Fprintf(&b, "version: 1\ntitle: Generated\nid: generated\nproject: tests\ncase: C2\nkind: lost user\ndifficulty: 3\nlanguage: en\n")
	fmt.Fprintf(&b, "CALLER sam\n  name: Sam\n")
	for i, set := range []string{"moods", "gentle", "hard"} {
		fmt.Fprintf(&b, "  %s: heat 5%s, trust 4, confusion 5, patience %d\n", set, []string{" angry", "", ""}[i], patience)
	}
	b.WriteString("  temper: proud\n  values: respect\nCONCERNS\n")
	for i := range concerns {
		kind := "stated"
		if i > 1 {
			kind = "hidden"
		}
		fmt.Fprintf(&b, "  %s c%d: Concern %d.\n", kind, i, i)
		if i > 1 {
			fmt.Fprintf(&b, "    opens: trust %d or confusion under %d\n", 3+i%5, 3+i%4)
		}
	}
	b.WriteString("PROMISE\n  what: Ring.\n  soonest: 1 hours\n  latest: 2 days\nCALL first\n")
	for i := range beats {
		generatedBeat(&b, rng, i, beats, concerns)
	}
	b.WriteString("== over\nCALLER: Good-bye.\nending: over\n")
	for _, role := range []string{"kept", "late", "missed"} {
		fmt.Fprintf(&b, "CALL %s\nmoods: heat 4, trust 5, confusion 2, patience 9\nreads: settled c0, given\n== %s-x\nCALLER: So?\n", role, role)
		fmt.Fprintf(&b, "> I am back.\n  id: a\n  shows: check-satisfied \"back\"\n  go: %s-end\n== %s-end\nCALLER: Hm.\nending: end\n", role, role)
	}
	s, problems := script.Parse("generated.call", []byte(b.String()))
	if script.Errors(problems) {
		t.Fatalf("%v\n%s", problems, b.String())
	}
	r, _ := calltest.Scoring(t)
	c, problems := call.Compile(s, r)
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

func generatedBeat(b *strings.Builder, rng *rand.Rand, i, beats, concerns int) {
	fmt.Fprintf(b, "== b%d\n", i)
	k := rng.IntN(concerns)
	fmt.Fprintf(b, "CALLER: Words of mine.\n  when: %s\n  says: need c%d \"Words\"\n", pick(rng, "trust 5", "confusion under 5", "heat under 5"), k)
	fmt.Fprintf(b, "CALLER: Nothing new.\n")
	if i%7 == 3 {
		b.WriteString("wants: read-back, open-question, acknowledge-feeling, save-effort, name-a-time, own-it\n")
	}
	for j := range 3 {
		fmt.Fprintf(b, "> Words enough to quote here.\n  id: r%d\n  shows: %s \"Words\"\n  tempts: x\n", j, pick(rng, "acknowledge-feeling", "open-question", "save-effort", "name-a-time", "assume", "rush-to-fix", "own-it"))
		if j == 2 {
			fmt.Fprintf(b, "  if: %s\n", pick(rng, "trust 4", "confusion under 6", "heat under 7"))
		}
		fmt.Fprintf(b, "  moods: heat %+d, trust %+d, confusion %+d\n  patience: -%d\n", rng.IntN(3)-1, rng.IntN(3)-1, rng.IntN(3)-1, min(1, rng.IntN(8)))
		fmt.Fprintf(b, "  settles: c%d\n", rng.IntN(concerns))
		if rng.IntN(9) == 0 {
			b.WriteString("  gives: value\n")
		}
		to := i + 1 + rng.IntN(3)
		switch {
		case i == beats-1 && j == 0:
			b.WriteString("  promises: yes\n  go: over\n")
		case to >= beats:
			b.WriteString("  go: over\n")
		default:
			fmt.Fprintf(b, "  go: b%d\n", to)
		}
	}
}
