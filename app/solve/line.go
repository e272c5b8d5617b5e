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
// critical fault.
type way struct {
	worth int64 // in units; never negative, since holding out gains nothing
	moves int32
}

// A packed way is its worth above its moves.
const (
	bitsMoves = 12
	mostMoves = 1<<bitsMoves - 1
	mostWorth = 1<<(63-bitsMoves) - 1
)

func (w *way) pack() (v uint64, ok bool) {
	return uint64(w.worth)<<bitsMoves | uint64(w.moves), w.worth <= mostWorth && w.moves <= mostMoves
}

func unpackWay(v uint64) way {
	return way{worth: int64(v >> bitsMoves), moves: int32(v & mostMoves)}
}

// lead finds the best way from every state of a graph, packed: greatest
// overall, then fewest moves. Which of equal ways comes first by reply id is
// told only when one asks for the line.
func lead(g graph, crew crew, gains *gains, u units) ([]uint64, error) {
	var tooMany atomic.Bool
	ways, links := make([]uint64, g.size()), g.links()
	g.backward(crew, func(s call.State, n, edge uint32, moves []call.Move) {
		best := givingUp(gains.table.Case, s)
		for i, m := range moves {
			to := *links.at(edge + uint32(i))
			if to == closed || gains.table.Critical(s, m) {
				continue
			}
			var after way
			if to != ended {
				after = unpackWay(ways[to])
			}
			w := way{worth: u.of(gains.of(s, m)) + after.worth, moves: after.moves + 1}
			if best.moves == 0 || w.worth > best.worth || w.worth == best.worth && w.moves < best.moves {
				best = w
			}
		}
		v, ok := best.pack()
		if !ok {
			tooMany.Store(true)
		}
		ways[n] = v
	})
	if tooMany.Load() {
		return nil, ErrPoints
	}
	return ways, nil
}

// givingUp is the way that gains nothing, without its first move: hanging up
// where that is fair, or waiting until the caller does, in the fewest moves.
func givingUp(c *call.Case, s call.State) way {
	switch {
	case s.Stage != call.Talking:
		return way{}
	case c.Beat(s).Fair:
		return way{moves: 1}
	}
	return way{moves: int32(c.Waits(s))}
}

// chosen is a way with its first move.
type chosen struct {
	way
	first call.Move
}

// choose is the best way from s.
func (x *Solution) choose(s call.State) (chosen, error) {
	c := x.table.Case
	best := chosen{givingUp(c, s), firstOfGivingUp(c, s)}
	for _, m := range c.Forward(s, nil) {
		if x.table.Critical(s, m) {
			continue
		}
		w, err := x.through(s, m)
		if err != nil {
			return chosen{}, err
		}
		if best.moves == 0 || x.better(w, best) {
			best = w
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
func (x *Solution) through(s call.State, m call.Move) (chosen, error) {
	next, err := x.table.Case.Step(s, m)
	if err != nil {
		return chosen{}, err
	}
	var after way
	if !next.Stage.Over() {
		k, n, err := x.at(next)
		if err != nil {
			return chosen{}, err
		}
		after = unpackWay(k.ways[n])
	}
	gain := x.units.of(x.table.Gain(s, m, next))
	return chosen{way{gain + after.worth, after.moves + 1}, m}, nil
}

// better reports whether a is the better way: greater overall, then fewer
// moves, then first by reply id, and waiting last.
func (x *Solution) better(a, b chosen) bool {
	switch {
	case a.worth != b.worth:
		return a.worth > b.worth
	case a.moves != b.moves:
		return a.moves < b.moves
	}
	return x.id(a.first) < x.id(b.first)
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
