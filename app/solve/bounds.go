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
	kept int    // follow-up with it, without what keeping pays, which may be less than 0; never if unreachable
}

// never is a follow-up that cannot be reached.
const never = -keptZero

func (r *reach) points(keep int) score.Points {
	p := score.Points{r.keys[0], r.keys[1], r.keys[2], r.open}
	if r.kept != never {
		p[rubric.Follow] = max(p[rubric.Follow], r.kept+keep)
	}
	return p
}

// lanes are a reach in one number, so that all its figures are added and
// compared at once: five lanes of 12 bits, cool lowest, the follow-up with the
// promise kept highest, where 0 stands for never and everything else is keptZero
// more than it is. The upper bit of a lane is free for carries. But for that of
// the promise, which may cost more than all before the second call gains, the
// figures are never negative, since holding out gains nothing.
type lanes uint64

const (
	laneBits         = 12
	mostPoints       = 1<<(laneBits-1) - 2
	lane       lanes = 1<<laneBits - 1
	ones       lanes = 1 | 1<<laneBits | 1<<(2*laneBits) | 1<<(3*laneBits) | 1<<(4*laneBits)
	carries          = ones << (laneBits - 1)
	openLane         = 3
	keptLane         = 4
	keptZero         = 1 << (laneBits - 2)
	keptAll          = lane << (keptLane * laneBits)
)

func (v lanes) reach() reach {
	each := func(i int) int { return int(v >> (i * laneBits) & lane) }
	return reach{[3]int{each(0), each(1), each(2)}, each(openLane), each(keptLane) - keptZero}
}

// atMost is the greater of each lane.
func atMost(a, b lanes) lanes {
	greater := ((a | carries) - b) & carries // where a is not less
	mask := greater - greater>>(laneBits-1)  // the figures of those lanes
	return a&mask | b&^mask
}

// step is a gain made ready to be added to lanes: what is won, and what is lost.
type step struct{ won, lost lanes }

// lanesOf makes points ready; the last key counts in both its lanes. ok is
// false when they are too many.
func lanesOf(p score.Points) (g step, ok bool) {
	ok = true
	for i := range keptLane + 1 {
		n := p[min(i, openLane)]
		ok = ok && n <= mostPoints && -n <= mostPoints
		if n > 0 {
			g.won += lanes(n) << (i * laneBits)
		} else {
			g.lost += lanes(-n) << (i * laneBits)
		}
	}
	return g, ok
}

func (g step) plus(h step) step { return step{g.won + h.won, g.lost + h.lost} }

// before is what can be reached over a step that leads to where v can be, and
// zero for what is less. Where that is too much, it has a carry.
func (g step) before(v lanes) lanes {
	kept := v & keptAll
	v += g.won
	over := v & carries
	v = (v | carries) - g.lost
	left := v & carries // where no more was lost than there was
	v = v & (left - left>>(laneBits-1))
	switch {
	case kept == 0: // never stays never
		v &^= keptAll
	case v&keptAll == 0: // further below zero than there is room for
		over |= carries & keptAll
	}
	return v | over
}

// findBounds finds the best reachable of each key by itself from every state
// of a graph, over every move. The gains pay nothing for keeping the promise.
func findBounds(g graph, crew *crew, gains *gains) ([]lanes, error) {
	if gains.tooMany {
		return nil, ErrPoints
	}
	b := &bounds{gains: gains, values: make([]lanes, g.size()), links: g.links()}
	g.backward(crew, b.visit)
	if b.tooMany.Load() {
		return nil, ErrPoints
	}
	return b.values, nil
}

type bounds struct {
	gains   *gains
	values  []lanes // by state; zero at first: holding out gains nothing
	links   pages
	tooMany atomic.Bool
}

func (b *bounds) visit(sp span) {
	values := b.values[sp.first:][:len(sp.states)]
	for j, m := range sp.moves {
		if r, ok := b.gains.reply(m); ok {
			b.reply(sp, j, r, values)
			continue
		}
		for i, s := range sp.states {
			if to := *b.links.at(sp.edge(i, j)); to != closed {
				b.take(&values[i], b.over(s, m, to))
			}
		}
	}
}

// take takes v into a value.
func (b *bounds) take(value *lanes, v lanes) {
	if v&carries != 0 {
		b.tooMany.Store(true)
		return
	}
	*value = atMost(*value, v)
}

// over is what can be reached over an edge. Who keeps the promise has what
// comes after it as a follow-up with the promise kept.
func (b *bounds) over(s call.State, m call.Move, to uint32) lanes {
	g, ok := lanesOf(b.gains.of(s, m))
	if !ok {
		b.tooMany.Store(true)
	}
	var after lanes
	if to != ended {
		after = b.values[to]
	}
	if m.Kind != call.FollowUp {
		return g.before(after)
	}
	follow := after>>(openLane*laneBits)&lane + keptZero
	if follow > lane>>1 {
		return carries
	}
	after = after&^(lane<<(openLane*laneBits)|keptAll) | follow<<(keptLane*laneBits)
	g.won &^= lane << (openLane * laneBits)
	return g.before(after)
}

// reply takes the j-th move, a reply, into the values of a span.
func (b *bounds) reply(sp span, j int, r *replyGain, values []lanes) {
	for i := range values {
		to := *b.links.at(sp.edge(i, j))
		if to == closed {
			continue
		}
		g := r.step
		for n := range r.some {
			if x := &r.some[n]; sp.states[i].Flags&x.mask == x.are {
				g = g.plus(x.step)
			}
		}
		var after lanes
		if to != ended {
			after = b.values[to]
		}
		b.take(&values[i], g.before(after))
	}
}
