package solve

import (
	"sync/atomic"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// units turn points into one exact number, the engine's overall: the weighted
// sum of raw points over the denominators, unfloored, times their product.
type units struct {
	each  [4]int64
	whole int64 // the overall 1 in units
}

func newUnits(w rubric.Weights, scale score.Scale) units {
	u := units{whole: 1}
	for k, b := range scale.Best {
		u.each[k] = int64(w.Key[k])
		for j, other := range scale.Best {
			if j != k {
				u.each[k] *= int64(max(1, other))
			}
		}
		u.whole *= int64(max(1, b))
	}
	return u
}

func (u units) of(p score.Points) int64 {
	var sum int64
	for k, n := range p {
		sum += u.each[k] * int64(n)
	}
	return sum
}

// way is the best that can still be done from a state without a further
// critical fault: its worth in units, and above it how few moves it takes, so
// that the better of two ways is the greater number. The worth is never
// negative, since holding out gains nothing.
type way int64

const (
	movesBits = 12
	mostMoves = 1<<movesBits - 1
	mostWorth = 1<<(62-movesBits) - 1

	noMoves = way(mostMoves) // of an attempt that is over
	noWay   = way(-1 << 62)  // less than any
)

func (w way) worth() int64 { return int64(w >> movesBits) }

// before is the way that a move of some worth begins and w goes on. Where it
// has too many moves, ok is false.
func (w way) before(worth int64) (_ way, ok bool) {
	return w + way(worth<<movesBits) - 1, w&mostMoves > 0
}

// findWays finds the best way from every state of a graph: greatest overall,
// then fewest moves. Which of equal ways comes first by reply id is told only
// when one asks for the line.
func findWays(g graph, crew *crew, gains *gains, u units) ([]way, error) {
	var most int64
	for _, each := range u.each {
		most += each * mostPoints
	}
	if most > mostWorth {
		return nil, ErrPoints
	}
	f := &wayfinder{gains: gains, units: u, ways: make([]way, g.size()), links: g.links()}
	g.backward(crew, f.visit)
	if f.tooMany.Load() {
		return nil, ErrPoints
	}
	return f.ways, nil
}

type wayfinder struct {
	gains   *gains
	units   units
	ways    []way // by state
	links   pages
	tooMany atomic.Bool
}

func (f *wayfinder) visit(sp span) {
	ways := f.ways[sp.first:][:len(sp.states)]
	for i, s := range sp.states {
		ways[i] = givingUp(f.gains.table.Case, s)
	}
	for j, m := range sp.moves {
		if f.gains.table.Critical(sp.states[0], m) {
			continue
		}
		if r, ok := f.gains.reply(m); ok {
			f.reply(sp, j, r, ways)
			continue
		}
		for i, s := range sp.states {
			if to := *f.links.at(sp.edge(i, j)); to != closed {
				f.take(&ways[i], to, f.units.of(f.gains.of(s, m)))
			}
		}
	}
}

// take takes into a way the one that begins with an edge of some worth.
func (f *wayfinder) take(best *way, to uint32, worth int64) {
	after := noMoves
	if to != ended {
		after = f.ways[to]
	}
	w, ok := after.before(worth)
	if !ok {
		f.tooMany.Store(true)
	}
	*best = max(*best, w)
}

// reply takes the j-th move, a reply, into the ways of a span.
func (f *wayfinder) reply(sp span, j int, r *replyGain, ways []way) {
	always := f.units.of(r.always)
	some := make([]int64, len(r.some))
	for n := range r.some {
		some[n] = f.units.of(r.some[n].points)
	}
	for i := range ways {
		to := *f.links.at(sp.edge(i, j))
		if to == closed {
			continue
		}
		worth := always
		for n := range r.some {
			if x := &r.some[n]; sp.states[i].Flags&x.mask == x.are {
				worth += some[n]
			}
		}
		f.take(&ways[i], to, worth)
	}
}

// givingUp is the way that gains nothing, without its first move: hanging up
// where that is fair, or waiting until the caller does, in the fewest moves.
func givingUp(c *call.Case, s call.State) way {
	switch {
	case s.Stage != call.Talking || c.InHouse(s):
		return noWay // another move leads on, always
	case c.Beat(s).Fair:
		return noMoves - 1
	}
	return noMoves - way(c.Waits(s))
}

// chosen is a way with its first move.
type chosen struct {
	way
	first call.Move
}

// choose is the best way from s: among equal ones the first by reply id, and
// waiting last.
func (x *Solution) choose(s call.State) (chosen, error) {
	c := x.table.Case
	best := chosen{givingUp(c, s), firstOfGivingUp(c, s)}
	for _, m := range c.Leading(s, nil) {
		if x.table.Critical(s, m) {
			continue
		}
		w, err := x.through(s, m)
		if err != nil {
			return chosen{}, err
		}
		if w > best.way || w == best.way && x.id(m) < x.id(best.first) {
			best = chosen{w, m}
		}
	}
	return best, nil
}

// firstOfGivingUp is the move that givingUp begins with.
func firstOfGivingUp(c *call.Case, s call.State) call.Move {
	if s.Stage != call.Talking || c.Beat(s).Fair {
		return call.Move{Kind: call.HangUp}
	}
	for _, k := range [...]call.Kind{call.Breathe, call.Hold} {
		m := call.Move{Kind: k}
		if next, err := c.Step(s, m); err == nil && c.Waits(next)+1 == c.Waits(s) {
			return m
		}
	}
	return call.Move{Kind: call.Hold}
}

// through is the best way that begins with m.
func (x *Solution) through(s call.State, m call.Move) (way, error) {
	next, err := x.table.Case.Step(s, m)
	if err != nil {
		return 0, err
	}
	after := noMoves
	if !next.Stage.Over() {
		k, n, err := x.at(next)
		if err != nil {
			return 0, err
		}
		after = k.ways[n]
	}
	w, ok := after.before(x.units.of(x.table.Gain(s, m, next)))
	if !ok {
		return 0, ErrPoints
	}
	return w, nil
}

// id is what ties are broken by. Waiting comes after everything else.
func (x *Solution) id(m call.Move) string {
	if m.Kind == call.Hold || m.Kind == call.Breathe {
		return "~"
	}
	return x.table.Case.Format(m)
}

// BestLine is the best that can be played from s to the end.
func (x *Solution) BestLine(s call.State) ([]call.Move, error) {
	if !s.Stage.Over() {
		if _, _, err := x.at(s); err != nil { // first of all, so that it covers what follows
			return nil, err
		}
	}
	var line []call.Move
	for !s.Stage.Over() {
		w, err := x.choose(s)
		if err != nil {
			return nil, err
		}
		line = append(line, w.first)
		if s, err = x.table.Case.Step(s, w.first); err != nil {
			return nil, err
		}
	}
	return line, nil
}
