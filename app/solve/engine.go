package solve

import (
	"errors"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// DefaultBudget is how many states a search may hold. A shipped scenario needs
// a small part of it.
const DefaultBudget = 8_000_000

// ErrBudget says that a search was not finished within its budget. Nothing is
// known then: an unfinished search never stands for an answer.
var ErrBudget = errors.New("the search was not finished within its budget of states")

// ErrPoints says that a case has more points at stake than the engine counts.
var ErrPoints = errors.New("there are more points at stake than the engine can count")

// Denominators are the best reachable per key from the start, and what keeping
// the promise pays: as much as all other follow-up points together, so that it
// is half of that key (DESIGN section 4), rounded up to a multiple of four so
// that its half and its quarter are whole.
func Denominators(c *call.Case, set call.Setting, budget int) (score.Scale, error) {
	best, err := newBounds(c, set, budget).from(c.Start(set))
	if err != nil {
		return score.Scale{}, err
	}
	keep := 0
	if best.kept != never {
		keep = (best.points(0)[rubric.Follow] + 3) / 4 * 4
	}
	return score.Scale{Best: best.points(keep), Keep: keep}, nil
}

// A Solution answers what can be reached from any state of a case. It may be
// asked by one goroutine at a time: what was not searched before is searched
// when it is first asked for.
type Solution struct {
	Scale score.Scale

	table  *score.Table
	bounds *bounds
	lines  *lines
}

// Solve searches a case in a setting. It fails with ErrBudget or ErrPoints only.
func Solve(c *call.Case, set call.Setting, w rubric.Weights, budget int) (*Solution, error) {
	scale, err := Denominators(c, set, budget)
	if err != nil {
		return nil, err
	}
	return With(c, set, w, scale, budget), nil
}

// With is a solution on a scale that is known already; nothing is searched
// before it is asked for.
func With(c *call.Case, set call.Setting, w rubric.Weights, scale score.Scale, budget int) *Solution {
	t := score.NewTable(c, set)
	t.Keep = scale.Keep
	return &Solution{
		Scale: scale, table: t,
		bounds: newBounds(c, set, budget), lines: newLines(t, newUnits(w, scale), budget),
	}
}

// States is how many states were searched so far.
func (x *Solution) States() int { return x.bounds.seen.held + x.lines.seen.held }

// Best is the best that each key, taken by itself, can still gain from s.
func (x *Solution) Best(s call.State) (score.Points, error) {
	r, err := x.bounds.from(s)
	return r.points(x.Scale.Keep), err
}
