package solve

import (
	"context"
	"errors"
	"slices"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// ErrBudget says that a search was not finished within its budget. Nothing is
// known then: an unfinished search never stands for an answer.
var ErrBudget = errors.New("the search was not finished within its budget of states")

// Version is raised with every change by which the engine finishes more cases or
// finds other figures. Who keeps what it found keeps the number with it.
const Version = 1

// ErrPoints says that a case has more points at stake than the engine counts.
var ErrPoints = errors.New("there are more points at stake than the engine can count")

// Denominators are the best reachable per key from the start, and what keeping
// the promise pays: as much as all other follow-up points together, so that it
// is half of that key (DESIGN section 4), rounded up to a multiple of four so
// that its half and its quarter are whole. They fail with ErrBudget or
// ErrPoints only.
func Denominators(c *call.Case, set call.Setting, budget int) (score.Scale, error) {
	return DenominatorsContext(context.Background(), c, set, Limits{States: budget})
}

// DenominatorsContext is Denominators within limits. It fails also, with the
// error of the context, when that is done before the search is.
func DenominatorsContext(ctx context.Context, c *call.Case, set call.Setting, limits Limits) (score.Scale, error) {
	crew := limits.hire()
	defer crew.leave()
	_, _, scale, err := fromStart(ctx, crew, c, set, limits)
	return scale, err
}

// fromStart is the graph from the start of a case with the bounds of its states.
func fromStart(ctx context.Context, crew *crew, c *call.Case, set call.Setting, limits Limits) (graph, []lanes, score.Scale, error) {
	g, err := lay(ctx, crew, c, c.Start(set), limits)
	if err != nil {
		return nil, nil, score.Scale{}, err
	}
	values, err := findBounds(g, crew, newGains(score.NewTable(c, set)))
	if err != nil {
		return nil, nil, score.Scale{}, err
	}
	best := values[0].reach()
	keep := 0
	if best.kept != never {
		keep = (best.points(0)[rubric.Follow] + 3) / 4 * 4
	}
	return g, values, score.Scale{Best: best.points(keep), Keep: keep}, nil
}

// A Solution answers what can be reached from any state of a case. It may be
// asked by one goroutine at a time: what was not searched before is searched
// when it is first asked for.
type Solution struct {
	Scale score.Scale

	ctx    context.Context
	limits Limits
	table  *score.Table
	units  units
	weigh  rubric.Weights
	plain  *gains // with nothing for keeping the promise
	gains  *gains
	known  []outlook // the first stays; of the others, those asked for lately
	spread *spread   // once a standing was asked for
}

// An outlook is what can still come of the states of a graph.
type outlook struct {
	graph
	values []lanes // by state
	ways   []way   // by state
}

// Solve searches a case in a setting. It fails with ErrBudget or ErrPoints only.
func Solve(c *call.Case, set call.Setting, w rubric.Weights, budget int) (*Solution, error) {
	return SolveContext(context.Background(), c, set, w, Limits{States: budget})
}

// SolveContext is Solve within limits, which hold for all that is asked of the
// solution later. Either fails also with the error of the context when that is
// done before a search is.
func SolveContext(ctx context.Context, c *call.Case, set call.Setting, w rubric.Weights, limits Limits) (*Solution, error) {
	crew := limits.hire()
	defer crew.leave()
	g, values, scale, err := fromStart(ctx, crew, c, set, limits)
	if err != nil {
		return nil, err
	}
	x := WithContext(ctx, c, set, w, scale, limits)
	return x, x.keep(crew, g, values)
}

// With is a solution on a scale that is known already; nothing is searched
// before it is asked for.
func With(c *call.Case, set call.Setting, w rubric.Weights, scale score.Scale, budget int) *Solution {
	return WithContext(context.Background(), c, set, w, scale, Limits{States: budget})
}

// WithContext is With within limits, under a context as SolveContext has it.
func WithContext(ctx context.Context, c *call.Case, set call.Setting, w rubric.Weights, scale score.Scale, limits Limits) *Solution {
	t := score.NewTable(c, set)
	plain := newGains(t)
	keeping := *t
	keeping.Keep = scale.Keep
	return &Solution{
		Scale: scale, ctx: ctx, limits: limits, table: &keeping, units: newUnits(w, scale), weigh: w,
		plain: plain, gains: &gains{&keeping, plain.replies, plain.tooMany},
	}
}

// keep finds the ways of a graph, lets go of its edges and remembers it. Not
// too many are remembered, nor too many states.
func (x *Solution) keep(crew *crew, g graph, values []lanes) error {
	ways, err := findWays(g, crew, x.gains, x.units)
	if err != nil {
		return err
	}
	g.release()
	x.known = append(x.known, outlook{g, values, ways})
	for len(x.known) > mostKnown || len(x.known) > 2 && x.States() > x.limits.States {
		x.known = slices.Delete(x.known, 1, 2)
	}
	return nil
}

const mostKnown = 16

// States is how many states the solution remembers.
func (x *Solution) States() int {
	n := 0
	for _, k := range x.known {
		n += k.size()
	}
	return n
}

// at is where a state that is not over is known, and its number there. A state
// that was never met so far, as one is after a hold, is searched from.
func (x *Solution) at(s call.State) (*outlook, uint32, error) {
	for i := len(x.known) - 1; i >= 0; i-- {
		if n, ok := x.known[i].find(s); ok {
			return &x.known[i], n, nil
		}
	}
	crew := x.limits.hire()
	defer crew.leave()
	g, err := lay(x.ctx, crew, x.table.Case, s, x.limits)
	if err != nil {
		return nil, 0, err
	}
	values, err := findBounds(g, crew, x.plain)
	if err != nil {
		return nil, 0, err
	}
	if err := x.keep(crew, g, values); err != nil {
		return nil, 0, err
	}
	return &x.known[len(x.known)-1], 0, nil
}

// Best is the best that each key, taken by itself, can still gain from s.
func (x *Solution) Best(s call.State) (score.Points, error) {
	if s.Stage.Over() {
		return score.Points{}, nil
	}
	k, n, err := x.at(s)
	if err != nil {
		return score.Points{}, err
	}
	r := k.values[n].reach()
	return r.points(x.Scale.Keep), nil
}
