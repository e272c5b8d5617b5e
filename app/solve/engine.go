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

// Denominators are the best reachable per key from the start, and what keeping
// the promise pays: as much as all other follow-up points together, so that it
// is half of that key (DESIGN section 4), rounded up to a multiple of four so
// that its half and its quarter are whole.
func Denominators(c *call.Case, set call.Setting, budget int) (score.Scale, error) {
	t := score.NewTable(c, set)
	best, err := newBounds(t, budget).from(c.Start(set))
	if err != nil || c.Scenario.Promise == nil {
		return score.Scale{Best: best}, err
	}
	t.Keep = (best[rubric.Follow] + 3) / 4 * 4
	best, err = newBounds(t, budget).from(c.Start(set))
	return score.Scale{Best: best, Keep: t.Keep}, err
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

// Solve searches a case in a setting. It fails with ErrBudget only.
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
		bounds: newBounds(t, budget), lines: newLines(t, newUnits(w, scale), budget),
	}
}

// States is how many states were searched so far.
func (x *Solution) States() int { return len(x.bounds.seen) + len(x.lines.seen) }

// Best is the best that each key, taken by itself, can still gain from s.
func (x *Solution) Best(s call.State) (score.Points, error) { return x.bounds.from(s) }

// bounds finds the best reachable of each key by itself, over every move.
type bounds struct {
	table  *score.Table
	budget int
	seen   map[call.State]score.Points
	stack  []call.Move
}

func newBounds(t *score.Table, budget int) *bounds {
	return &bounds{table: t, budget: budget, seen: map[call.State]score.Points{}}
}

func (b *bounds) from(s call.State) (score.Points, error) {
	if s.Stage.Over() {
		return score.Points{}, nil
	}
	if known, ok := b.seen[s]; ok {
		return known, nil
	}
	if len(b.seen) >= b.budget {
		return score.Points{}, ErrBudget
	}
	from := len(b.stack)
	b.stack = b.table.Case.Moves(s, b.stack)
	to := len(b.stack)
	var best score.Points
	for i := from; i < to; i++ {
		m := b.stack[i]
		next, err := b.table.Case.Step(s, m)
		if err != nil {
			return score.Points{}, err
		}
		after, err := b.from(next)
		if err != nil {
			return score.Points{}, err
		}
		gain := b.table.Gain(s, m, next).Plus(after)
		for k := range best {
			if i == from || gain[k] > best[k] {
				best[k] = gain[k]
			}
		}
	}
	b.stack = b.stack[:from]
	b.seen[s] = best
	return best, nil
}
