package solve_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
)

// strengths and faults that small random cases draw from: some of each key,
// one critical, some with effects on the moods.
var drawn = []string{
	"greet-warmly", "acknowledge-feeling", "let-vent", "open-question", "know-the-file", "offer-options",
	"save-effort", "name-a-time", "recap-who-does-what", "argue", "order-calm", "assume", "rush-to-fix",
	"bare-minimum", "ask-to-call-back", "tell-on-another-client",
}

// randomCase writes a small case: a few beats that may lead back at a price,
// conditions, two concerns, a promise, second calls.
func randomCase(rng *rand.Rand) string {
	var b strings.Builder
	fmt.Fprintf(&b, `version: 1
title: Random
id: random
project: tests
case: C2
kind: lost user
difficulty: 1
language: en
CALLER sam
  name: Sam
  moods: heat %d angry, trust %d, confusion 5, patience 8
  gentle: heat 3, trust 5, confusion 3, patience 8
  hard: heat 8, trust 2, confusion 7, patience 8
  temper: %s
  values: respect
CONCERNS
  stated one: One.
  hidden two: Two.
    opens: %s
PROMISE
  what: Ring Sam.
  soonest: 1 hours
  latest: 2 days
CALL first
`, 4+rng.IntN(5), 2+rng.IntN(5), pick(rng, "proud", "hurried", "anxious", "guarded", "talkative", "terse"), pick(rng, "trust 4", "open-question or trust 6", "heat under 5"))
	n := 2 + rng.IntN(2)
	for i := range n {
		fmt.Fprintf(&b, "== b%d\n", i)
		if rng.IntN(2) == 0 {
			fmt.Fprintf(&b, "CALLER: One and two.\n")
			if rng.IntN(3) == 0 {
				fmt.Fprintf(&b, "  when: %s\n", pick(rng, "trust 5", "confusion under 5", "heat under 6 and not permission", "heat 7 or given"))
			}
			b.WriteString("  says: need two \"two\"\n")
		}
		fmt.Fprintf(&b, "CALLER: Only one.\n  says: want one \"one\"\n")
		switch rng.IntN(4) {
		case 0:
			b.WriteString("hang-up: fair\n")
		case 1:
			b.WriteString("wants: read-back, greet-warmly, open-question, acknowledge-feeling, save-effort\n")
		}
		for j := range 2 + rng.IntN(2) {
			randomReply(&b, rng, i, j, n)
		}
	}
	b.WriteString("== over\nCALLER: Good-bye.\nending: over\n")
	if rng.IntN(2) == 0 {
		randomInside(&b, rng)
	}
	for _, role := range []string{"kept", "late", "missed"} {
		fmt.Fprintf(&b, "CALL %s\nmoods: heat %d, trust 5, confusion 2, patience %d\nreads: settled one, given\n== %s-x\nCALLER: So?\n", role, 2+rng.IntN(7), 1+rng.IntN(3), role)
		fmt.Fprintf(&b, "> I am back.\n  id: a\n  shows: %s\n  tempts: x\n  go: %s-end\n", pick(rng, "check-satisfied \"back\"", "know-the-file \"back\"", "argue \"back\"", "say-who-and-why \"I am\""), role)
		fmt.Fprintf(&b, "> And now?\n  id: b\n  if: settled one\n  shows: ask-what-else \"now\"\n  settles: two\n  go: %s-end\n", role)
		fmt.Fprintf(&b, "== %s-end\nCALLER: Hm.\nending: end\n", role)
	}
	return b.String()
}

// randomInside writes a call inside of one or two beats: with faults only, or a
// strength, or what the second call asks for.
func randomInside(b *strings.Builder, rng *rand.Rand) {
	fmt.Fprintf(b, "CALL inside\nname: Kim\nwhat: Ask.\ntemper: %s\nmoods: heat %d, trust 5, confusion 2, patience %d\n== i-x\nCALLER: Yes?\n", pick(rng, "hurried", "terse"), 3+rng.IntN(6), 1+rng.IntN(3))
	if rng.IntN(3) == 0 {
		b.WriteString("  says: need two \"Yes\"\n")
	}
	if rng.IntN(4) == 0 {
		b.WriteString("hang-up: fair\n")
	}
	for j := range 1 + rng.IntN(2) {
		fmt.Fprintf(b, "> Words enough to quote here.\n  id: r%d\n  shows: %s \"Words\"\n  tempts: x\n", j, pick(rng, drawn...))
		if rng.IntN(2) == 0 {
			b.WriteString("  settles: one, two\n")
		}
		if rng.IntN(2) == 0 {
			fmt.Fprintf(b, "  moods: heat %+d\n", rng.IntN(7)-2)
		}
		fmt.Fprintf(b, "  go: %s\n", pick(rng, "i-y", "i-end"))
	}
	fmt.Fprintf(b, "== i-y\nCALLER: And?\n> Words again.\n  id: z\n  shows: %s \"Words\"\n  tempts: x\n  patience: -%d\n  go: i-end\n== i-end\nCALLER: Fine.\nending: end\n", pick(rng, drawn...), rng.IntN(3))
}

func randomReply(b *strings.Builder, rng *rand.Rand, beat, n, beats int) {
	fmt.Fprintf(b, "> Words enough to quote here.\n  id: r%d\n", n)
	first, second := pick(rng, drawn...), pick(rng, drawn...)
	fmt.Fprintf(b, "  shows: %s \"Words\"", first)
	if second != first {
		fmt.Fprintf(b, ", %s \"quote\"", second)
	}
	b.WriteString("\n  tempts: x\n")
	if n > 0 && rng.IntN(4) == 0 {
		fmt.Fprintf(b, "  if: %s\n", pick(rng, "trust 4", "found two", "heat under 6", "not settled one", "permission"))
	}
	if rng.IntN(3) == 0 {
		b.WriteString("  settles: one, two\n")
	}
	if rng.IntN(3) == 0 {
		b.WriteString("  gives: value\n")
	}
	if rng.IntN(3) == 0 {
		b.WriteString("  permission: yes\n")
	}
	if n == 0 && beat == beats-1 || rng.IntN(3) == 0 {
		b.WriteString("  promises: yes\n")
	}
	if rng.IntN(2) == 0 {
		fmt.Fprintf(b, "  moods: heat %+d, trust %+d\n", rng.IntN(5)-2, rng.IntN(5)-2)
	}
	to := rng.IntN(beats + 1)
	switch {
	case to == beats:
		b.WriteString("  go: over\n")
	case to <= beat:
		fmt.Fprintf(b, "  patience: -%d\n  go: b%d\n", 3+rng.IntN(3), to)
	default:
		fmt.Fprintf(b, "  go: b%d\n", to)
	}
}

func pick(rng *rand.Rand, words ...string) string { return words[rng.IntN(len(words))] }

// plain is the best by plain enumeration: every path of moves is walked to its
// end, nothing is remembered, nothing is left out.
type plain struct {
	t     *score.Table
	c     *call.Case
	worth func(score.Points) int64
	paths int
}

func (p *plain) bounds(s call.State) score.Points {
	if s.Stage.Over() {
		p.paths++
		return score.Points{}
	}
	var best score.Points
	for i, m := range p.c.Moves(s, nil) {
		next, err := p.c.Step(s, m)
		if err != nil {
			panic(err)
		}
		sum := p.t.Gain(s, m, next).Plus(p.bounds(next))
		for k := range best {
			if i == 0 || sum[k] > best[k] {
				best[k] = sum[k]
			}
		}
	}
	return best
}

// line is the best line without critical faults: by worth, then length, then
// the ids in order, where waiting, written ~, comes last.
func (p *plain) line(s call.State) (int64, []string) {
	if s.Stage.Over() {
		return 0, nil
	}
	var best int64
	var line []string
	for _, m := range p.c.Moves(s, nil) {
		if p.t.Critical(s, m) {
			continue
		}
		next, err := p.c.Step(s, m)
		if err != nil {
			panic(err)
		}
		worth, rest := p.line(next)
		worth += p.worth(p.t.Gain(s, m, next))
		full := append([]string{p.id(m)}, rest...)
		if line == nil || worth > best || worth == best && (len(full) < len(line) || len(full) == len(line) && slices.Compare(full, line) < 0) {
			best, line = worth, full
		}
	}
	return best, line
}

func (p *plain) id(m call.Move) string {
	if m.Kind == call.Hold || m.Kind == call.Breathe {
		return "~"
	}
	return p.c.Format(m)
}

func TestEngineEqualsPlainEnumeration(t *testing.T) {
	r, w := calltest.Scoring(t)
	played, paths, repaired := 0, 0, 0
	for seed := range uint64(400) {
		rng := rand.New(rand.NewPCG(seed, 1))
		text := randomCase(rng)
		s, problems := script.Parse("random.call", []byte(text))
		if script.Errors(problems) {
			t.Fatalf("seed %d: %v\n%s", seed, problems, text)
		}
		c, _ := call.Compile(s, r)
		if c == nil {
			continue // no fall-back line, or a cycle that costs nothing
		}
		played++
		set := call.Settings[seed%3]
		x, err := solve.Solve(c, set, w, solve.DefaultBudget)
		if err != nil {
			t.Fatal(err)
		}
		p := plain{t: score.NewTable(c, set), c: c}
		p.t.Keep = x.Scale.Keep
		p.worth = worth(w, x.Scale)
		start := c.Start(set)
		if got, want := x.Scale.Best, p.bounds(start); got != want {
			t.Fatalf("seed %d: the engine's bounds are %v, enumeration's %v\n%s", seed, got, want, text)
		}
		if x.Scale.Keep > 0 {
			repaired++
		}
		compareLine(t, seed, x, &p, start)
		comparePlay(t, seed, x, &p, start, rng)
		paths += p.paths
	}
	if played < 200 || repaired < 50 {
		t.Errorf("only %d random cases were played, %d with a promise worth keeping", played, repaired)
	}
	t.Logf("%d cases, %d paths", played, paths)
}

// worth is the engine's overall, written out another way.
func worth(w rubric.Weights, scale score.Scale) func(score.Points) int64 {
	den := int64(1)
	for _, b := range scale.Best {
		den *= int64(max(1, b))
	}
	return func(p score.Points) int64 {
		var sum int64
		for k := range p {
			sum += int64(w.Key[k]) * int64(p[k]) * (den / int64(max(1, scale.Best[k])))
		}
		return sum
	}
}

func compareLine(t *testing.T, seed uint64, x *solve.Solution, p *plain, s call.State) {
	t.Helper()
	line, err := x.BestLine(s)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range line {
		got = append(got, p.id(m))
	}
	if _, want := p.line(s); !slices.Equal(got, want) {
		t.Fatalf("seed %d: the engine's best line is %v, enumeration's %v", seed, got, want)
	}
}

// comparePlay walks one random play and holds the judgement of each move.
func comparePlay(t *testing.T, seed uint64, x *solve.Solution, p *plain, s call.State, rng *rand.Rand) {
	t.Helper()
	for !s.Stage.Over() {
		moves := p.c.Moves(s, nil)
		m := moves[rng.IntN(len(moves))]
		next, err := p.c.Step(s, m)
		if err != nil {
			t.Fatal(err)
		}
		j, err := x.Judge(s, m)
		if err != nil {
			t.Fatal(err)
		}
		before, after, gain := p.bounds(s), p.bounds(next), p.t.Gain(s, m, next)
		for k := range before {
			if want := before[k] - after[k] - gain[k]; j.Regret[k] != want || want < 0 {
				t.Fatalf("seed %d: the regret of %s in %s is %d, by enumeration %d", seed, p.c.Format(m), rubric.Key(k), j.Regret[k], want)
			}
		}
		bestWorth, bestLine := p.line(s)
		rest, _ := p.line(next)
		mine := rest + p.worth(gain)
		if better := bestWorth > mine && bestLine[0] != p.id(m); better != j.HasBetter || better && p.id(j.Better) != bestLine[0] {
			t.Fatalf("seed %d: the better move for %s is %v %s, by enumeration %v %s", seed, p.c.Format(m), j.HasBetter, p.id(j.Better), better, bestLine[0])
		}
		s = next
	}
}

// costlyPromise is a case where the way to the promise costs more points than
// it earns, and what earns most stands before it.
const costlyPromise = `version: 1
title: Costly
id: costly
project: tests
case: C2
kind: lost user
difficulty: 1
language: en
CALLER sam
  name: Sam
  moods: heat 4 angry, trust 5, confusion 5, patience 8
  temper: terse
  values: respect
CONCERNS
  stated one: One.
PROMISE
  what: Ring Sam.
  soonest: 1 hours
  latest: 2 days
CALL first
== b0
CALLER: One.
  says: need one "One"
> Words enough to quote here.
  id: earn
  shows: name-a-time "Words"
  go: b1
> Words that earn nothing here.
  id: pass
  shows: assume "Words"
  tempts: x
  go: b1
== b1
CALLER: And?
> Words that lead up to it.
  id: lead
  shows: ask-to-call-back "Words", leading-question "lead"
  tempts: x
  go: b2
> Words that end it.
  id: end
  shows: acknowledge-feeling "Words"
  settles: one
  go: over
== b2
CALLER: When?
> Words that promise something.
  id: promise
  shows: ask-to-call-back "Words", leading-question "promise"
  tempts: x
  promises: yes
  go: over
== over
CALLER: Good-bye.
ending: over
CALL kept
== k
CALLER: So?
> I am back.
  id: a
  shows: know-the-file "back"
  go: k-end
== k-end
CALLER: Hm.
ending: end
`

func TestPromiseThatCosts(t *testing.T) {
	r, w := calltest.Scoring(t)
	s, problems := script.Parse("costly.call", []byte(costlyPromise))
	c, more := call.Compile(s, r)
	if c == nil {
		t.Fatal(problems, more)
	}
	x, err := solve.Solve(c, call.Normal, w, solve.DefaultBudget)
	if err != nil {
		t.Fatal(err)
	}
	p := plain{t: score.NewTable(c, call.Normal), c: c}
	p.t.Keep, p.worth = x.Scale.Keep, worth(w, x.Scale)
	if got, want := x.Scale.Best, p.bounds(c.Start(call.Normal)); got != want || x.Scale.Keep == 0 {
		t.Fatalf("the engine's bounds are %v, enumeration's %v, keeping pays %d", got, want, x.Scale.Keep)
	}
	for seed := range uint64(100) {
		comparePlay(t, seed, x, &p, c.Start(call.Normal), rand.New(rand.NewPCG(seed, 7)))
	}
}
