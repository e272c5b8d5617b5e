package solve_test

import (
	"math/rand/v2"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
)

// calls walks every first call to its end and notes its result.
func (p *plain) calls(s call.State, sum int64, note func(int64)) {
	if s.Stage.Over() {
		note(sum)
		return
	}
	if s.Stage == call.Promised {
		best, _ := p.line(s)
		note(sum + best)
		return
	}
	for _, m := range p.c.Leading(s, nil) {
		next, err := p.c.Step(s, m)
		if err != nil {
			panic(err)
		}
		p.calls(next, sum+p.worth(p.t.Gain(s, m, next)), note)
	}
}

// result is that of a play's first call, and false while it is not over.
func (p *plain) result(moves []call.Move, set call.Setting) (int64, bool) {
	s := p.c.Start(set)
	var sum int64
	for _, m := range moves {
		next, err := p.c.Step(s, m)
		if err != nil {
			panic(err)
		}
		sum += p.worth(p.t.Gain(s, m, next))
		if s = next; s.Stage == call.Promised {
			best, _ := p.line(s)
			return sum + best, true
		}
		if s.Stage.Over() {
			return sum, true
		}
	}
	return 0, false
}

func TestStandingEqualsPlainEnumeration(t *testing.T) {
	r, w := calltest.Scoring(t)
	held := 0
	for seed := range uint64(300) {
		rng := rand.New(rand.NewPCG(seed, 2))
		s, _ := script.Parse("random.call", []byte(randomCase(rng)))
		c, _ := call.Compile(s, r)
		if c == nil {
			continue
		}
		set := call.Settings[seed%3]
		x, err := solve.Solve(c, set, w, solve.DefaultBudget)
		if err != nil {
			t.Fatal(err)
		}
		p := plain{t: score.NewTable(c, set), c: c, worth: worth(w, x.Scale)}
		p.t.Keep = x.Scale.Keep
		var all []int64
		p.calls(c.Start(set), 0, func(result int64) { all = append(all, result) })
		best, err := x.BestLine(c.Start(set))
		if err != nil {
			t.Fatal(err)
		}
		for n := range 12 {
			moves := best
			if n > 0 {
				moves = anyPlay(c, set, rng)
			}
			result, over := p.result(moves, set)
			got, err := x.Standing(moves)
			if !over {
				if err != solve.ErrInCall {
					t.Fatalf("seed %d: a first call that is not over has the standing %v, %v", seed, got, err)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			below, level := 0, 0
			for _, other := range all {
				if other < result {
					below++
				} else if other == result {
					level++
				}
			}
			want := solve.Standing{Below: float64(below) / float64(len(all)), Level: float64(level) / float64(len(all)), Calls: got.Calls}
			if got != want || got.Calls.Int64() != int64(len(all)) {
				t.Fatalf("seed %d: the standing is %+v, by enumeration %+v of %d calls", seed, got, want, len(all))
			}
			held++
		}
	}
	if held < 2000 {
		t.Errorf("only %d standings were held against enumeration", held)
	}
}

// anyPlay makes moves of every kind until the attempt is over; now and then it
// stops before.
func anyPlay(c *call.Case, set call.Setting, rng *rand.Rand) []call.Move {
	var moves []call.Move
	for s := c.Start(set); !s.Stage.Over() && rng.IntN(20) > 0; {
		all := c.Moves(s, nil)
		if rng.IntN(3) > 0 {
			all = c.Leading(s, nil)
		}
		m := all[rng.IntN(len(all))]
		if m.Kind == call.Reply && rng.IntN(4) == 0 {
			m.Timing = call.CuttingIn
		}
		if m.Kind == call.Reply && c.Replies[m.Reply].Promises {
			m.Word = [...]call.Word{call.Good, call.TooSoon, call.TooLate, call.Vague}[rng.IntN(4)]
		}
		if m.Kind == call.FollowUp {
			m.Word = [...]call.Word{call.Kept, call.Late, call.Missed, call.LapsedWord}[rng.IntN(4)]
		}
		next, err := c.Step(s, m)
		if err != nil {
			panic(err)
		}
		moves, s = append(moves, m), next
	}
	return moves
}
