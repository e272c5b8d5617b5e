package solve_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/script"
	"keepcool/app/solve"
)

// What the engine says does not depend on how many share its work. The case is
// large enough for the work to be shared.
func TestWorkersChangeNothing(t *testing.T) {
	_, w := calltest.Scoring(t)
	c := generated(t, 60, 8, 13)
	type answer struct {
		x      *solve.Solution
		line   []call.Move
		judged []solve.Judgement
	}
	var first answer
	for workers := 1; workers <= 4; workers++ {
		x, err := solve.SolveContext(t.Context(), c, call.Normal, w, solve.Limits{States: solve.DefaultBudget, Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		a := answer{x: x}
		if a.line, err = x.BestLine(c.Start(call.Normal)); err != nil {
			t.Fatal(err)
		}
		rng := rand.New(rand.NewPCG(3, 3))
		for range 20 {
			s := c.Start(call.Normal)
			for _, m := range anyPlay(c, call.Normal, rng) {
				j, err := x.Judge(s, m)
				if err != nil {
					t.Fatal(err)
				}
				a.judged = append(a.judged, j)
				s, _ = c.Step(s, m)
			}
		}
		if workers == 1 {
			first = a
			continue
		}
		if got, want := sizeOf(t, c, workers), sizeOf(t, c, 1); got != want {
			t.Errorf("%d workers hold %d states, one %d", workers, got, want)
		}
		if a.x.Scale != first.x.Scale || !slices.Equal(a.line, first.line) || !slices.Equal(a.judged, first.judged) {
			t.Errorf("%d workers find %v and %v, one %v and %v", workers, a.x.Scale, a.line, first.x.Scale, first.line)
		}
	}
}

// sizeOf is how many states a search holds.
func sizeOf(t *testing.T, c *call.Case, workers int) int {
	t.Helper()
	states, err := solve.Bounds(c, call.Normal, solve.Limits{States: solve.DefaultBudget, Workers: workers})
	if err != nil {
		t.Fatal(err)
	}
	return states
}

func TestBudgetEndsTheSearch(t *testing.T) {
	r, w := calltest.Scoring(t)
	s, _ := script.Parse("x", calltest.Shipped(t, "soup-without-lids.call"))
	c, _ := call.Compile(s, r)
	if _, err := solve.Solve(c, call.Normal, w, 10); err != solve.ErrBudget {
		t.Errorf("a budget of ten states gives %v", err)
	}
	x, err := solve.Solve(c, call.Normal, w, solve.DefaultBudget)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := solve.Solve(c, call.Normal, w, x.States()); err != nil {
		t.Errorf("with just the states it needs it gives %v", err)
	}
	if _, err := solve.Solve(c, call.Normal, w, x.States()-1); err != solve.ErrBudget {
		t.Errorf("with one state less it gives %v", err)
	}
	small := solve.With(c, call.Normal, w, x.Scale, 10)
	if _, err := small.BestLine(c.Start(call.Normal)); err != solve.ErrBudget {
		t.Errorf("a solution with a budget of ten states gives %v", err)
	}
}

func TestContextEndsTheSearch(t *testing.T) {
	_, w := calltest.Scoring(t)
	c := generated(t, 60, 8, 20)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	limits := solve.Limits{States: 40_000_000}
	if _, err := solve.DenominatorsContext(ctx, c, call.Normal, limits); !errors.Is(err, context.Canceled) {
		t.Errorf("a search that is called off gives %v", err)
	}
	if _, err := solve.SolveContext(ctx, c, call.Normal, w, limits); !errors.Is(err, context.Canceled) {
		t.Errorf("a search that is called off gives %v", err)
	}
}

// A solution that is dropped takes its memory with it.
func TestDroppedSolutionIsReleased(t *testing.T) {
	_, w := calltest.Scoring(t)
	c := generated(t, 60, 8, 14)
	held := func() int {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	before := held()
	x, err := solve.Solve(c, call.Normal, w, solve.DefaultBudget)
	if err != nil {
		t.Fatal(err)
	}
	with := held() - before
	states := x.States()
	runtime.KeepAlive(x)
	x = nil
	after := held() - before
	if with < 24*states || with > 40*states {
		t.Errorf("%d states take %d bytes", states, with)
	}
	if after > 1<<20 {
		t.Errorf("%d bytes are left of %d", after, with)
	}
}
