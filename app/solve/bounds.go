package solve

import (
	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// reach is the best that each key by itself can still gain from a state. The
// follow-up is kept apart by whether the promise is kept on the way, so that
// one search serves whatever keeping it pays.
type reach struct {
	keys [3]int16 // cool, bases, extra
	open int16    // follow-up without the promise kept
	kept int16    // follow-up with it, without what keeping pays; never if unreachable
}

const never = -1 << 15

func (r reach) points(keep int) score.Points {
	p := score.Points{int(r.keys[0]), int(r.keys[1]), int(r.keys[2]), int(r.open)}
	if r.kept != never {
		p[rubric.Follow] = max(p[rubric.Follow], int(r.kept)+keep)
	}
	return p
}

// bounds finds the best reachable of each key by itself, over every move.
type bounds struct {
	table  *score.Table // with nothing for keeping the promise
	budget int
	seen   map[call.State]reach
	stack  []call.Move
}

func newBounds(c *call.Case, set call.Setting, budget int) *bounds {
	return &bounds{table: score.NewTable(c, set), budget: budget, seen: map[call.State]reach{}}
}

func (b *bounds) from(s call.State) (reach, error) {
	if s.Stage.Over() {
		return reach{kept: never}, nil
	}
	s = b.table.Case.Essence(s)
	if known, ok := b.seen[s]; ok {
		return known, nil
	}
	if len(b.seen) >= b.budget {
		return reach{}, ErrBudget
	}
	from := len(b.stack)
	b.stack = b.table.Case.Forward(s, b.stack)
	to := len(b.stack)
	best := reach{kept: never} // holding out gains nothing
	for i := from; i < to; i++ {
		m := b.stack[i]
		next, err := b.table.Case.Step(s, m)
		if err != nil {
			return reach{}, err
		}
		after, err := b.from(next)
		if err != nil {
			return reach{}, err
		}
		gain := b.table.Gain(s, m, next)
		for k := range best.keys {
			best.keys[k] = max(best.keys[k], int16(gain[k])+after.keys[k])
		}
		follow := int16(gain[rubric.Follow])
		if m.Kind == call.FollowUp {
			best.kept = max(best.kept, follow+after.open)
			continue
		}
		best.open = max(best.open, follow+after.open)
		if after.kept != never {
			best.kept = max(best.kept, follow+after.kept)
		}
	}
	b.stack = b.stack[:from]
	b.seen[s] = best
	return best, nil
}
