package solve

import (
	"sync/atomic"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// reach is the best that each key by itself can still gain from a state. The
// follow-up is kept apart by whether the promise is kept on the way, so that
// one search serves whatever keeping it pays.
type reach struct {
	keys [3]int // cool, bases, extra
	open int    // follow-up without the promise kept
	kept int    // follow-up with it, without what keeping pays; never if unreachable
}

const (
	never     = -1
	bitsEach  = 12
	mostEach  = 1<<bitsEach - 2 // the last pattern stands for never
	neverBits = 1<<bitsEach - 1
)

func (r *reach) points(keep int) score.Points {
	p := score.Points{r.keys[0], r.keys[1], r.keys[2], r.open}
	if r.kept != never {
		p[rubric.Follow] = max(p[rubric.Follow], r.kept+keep)
	}
	return p
}

// pack lays a reach out in 60 bits: its figures are never negative, since
// holding out gains nothing. It fails where one is too large.
func (r *reach) pack() (v uint64, ok bool) {
	kept := r.kept
	if kept == never {
		kept = neverBits
	} else if kept > mostEach {
		return 0, false
	}
	if max(r.keys[0], r.keys[1], r.keys[2], r.open) > mostEach {
		return 0, false
	}
	return uint64(r.keys[0])<<(4*bitsEach) | uint64(r.keys[1])<<(3*bitsEach) |
		uint64(r.keys[2])<<(2*bitsEach) | uint64(r.open)<<bitsEach | uint64(kept), true
}

func unpack(v uint64) reach {
	r := reach{
		[3]int{int(v >> (4 * bitsEach)), int(v >> (3 * bitsEach) & neverBits), int(v >> (2 * bitsEach) & neverBits)},
		int(v >> bitsEach & neverBits), int(v & neverBits),
	}
	if r.kept == neverBits {
		r.kept = never
	}
	return r
}

// take makes r what can be reached if m, which gains that, is one of the moves
// and after is what can be reached then.
func (r *reach) take(m call.Move, gain *score.Points, after *reach) {
	for k := range r.keys {
		r.keys[k] = max(r.keys[k], gain[k]+after.keys[k])
	}
	follow := gain[rubric.Follow]
	if m.Kind == call.FollowUp {
		r.kept = max(r.kept, follow+after.open)
		return
	}
	r.open = max(r.open, follow+after.open)
	if after.kept != never {
		r.kept = max(r.kept, follow+after.kept, 0)
	}
}

// bound finds the best reachable of each key by itself from every state of a
// graph, over every move, packed. The gains pay nothing for keeping the promise.
func bound(g graph, crew crew, gains *gains) ([]uint64, error) {
	var tooMany atomic.Bool
	values, links := make([]uint64, g.size()), g.links()
	g.backward(crew, func(s call.State, n, edge uint32, moves []call.Move) {
		best := reach{kept: never} // holding out gains nothing
		for i, m := range moves {
			to := *links.at(edge + uint32(i))
			if to == closed {
				continue
			}
			after := reach{kept: never}
			if to != ended {
				after = unpack(values[to])
			}
			gain := gains.of(s, m)
			best.take(m, &gain, &after)
		}
		v, ok := best.pack()
		if !ok {
			tooMany.Store(true)
		}
		values[n] = v
	})
	if tooMany.Load() {
		return nil, ErrPoints
	}
	return values, nil
}
