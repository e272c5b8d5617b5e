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

const (
	never     = -1
	bitsEach  = 12
	mostEach  = 1<<bitsEach - 2 // the last pattern stands for never
	neverBits = 1<<bitsEach - 1
)

func (r reach) points(keep int) score.Points {
	p := score.Points{int(r.keys[0]), int(r.keys[1]), int(r.keys[2]), int(r.open)}
	if r.kept != never {
		p[rubric.Follow] = max(p[rubric.Follow], int(r.kept)+keep)
	}
	return p
}

// pack lays a reach out in 60 bits: its figures are never negative, since
// holding out gains nothing. It fails where one is too large.
func (r reach) pack() (uint64, error) {
	var v uint64
	for _, n := range [...]int16{r.keys[0], r.keys[1], r.keys[2], r.open, r.kept} {
		if n > mostEach {
			return 0, ErrPoints
		}
		v = v<<bitsEach | uint64(n)&neverBits
	}
	return v, nil
}

func unpack(v uint64) reach {
	each := func(i int) int16 { return int16(v >> (i * bitsEach) & neverBits) }
	r := reach{[3]int16{each(4), each(3), each(2)}, each(1), each(0)}
	if r.kept == neverBits {
		r.kept = never
	}
	return r
}

// bounds finds the best reachable of each key by itself, over every move.
type bounds struct {
	table *score.Table // with nothing for keeping the promise
	seen  *memo
	stack []call.Move
}

func newBounds(c *call.Case, set call.Setting, budget int) *bounds {
	return &bounds{table: score.NewTable(c, set), seen: newMemo(c, budget)}
}

func (b *bounds) from(s call.State) (reach, error) {
	if s.Stage.Over() {
		return reach{kept: never}, nil
	}
	at := b.seen.place(s)
	if known, ok := b.seen.get(at); ok {
		return unpack(known), nil
	}
	from := len(b.stack)
	b.stack = b.table.Case.Forward(at.state, b.stack)
	best := reach{kept: never} // holding out gains nothing
	for i, to := from, len(b.stack); i < to; i++ {
		if err := b.try(at.state, b.stack[i], &best); err != nil {
			return reach{}, err
		}
	}
	b.stack = b.stack[:from]
	v, err := best.pack()
	if err != nil {
		return reach{}, err
	}
	return best, b.seen.put(at, v)
}

// try takes into best what can be reached through m.
func (b *bounds) try(s call.State, m call.Move, best *reach) error {
	next, err := b.table.Case.Step(s, m)
	if err != nil {
		return err
	}
	after, err := b.from(next)
	if err != nil {
		return err
	}
	gain := b.table.Gain(s, m, next)
	for k := range best.keys {
		best.keys[k] = max(best.keys[k], int16(gain[k])+after.keys[k])
	}
	follow := int16(gain[rubric.Follow])
	if m.Kind == call.FollowUp {
		best.kept = max(best.kept, follow+after.open)
		return nil
	}
	best.open = max(best.open, follow+after.open)
	if after.kept != never {
		best.kept = max(best.kept, follow+after.kept, 0)
	}
	return nil
}
