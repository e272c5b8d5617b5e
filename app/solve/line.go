package solve

import (
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
	first call.Move // only choose knows it
}

// A remembered way is its worth above its moves.
const (
	bitsMoves = 12
	mostMoves = 1<<bitsMoves - 1
	mostWorth = 1<<(63-bitsMoves) - 1
)

// lines finds the best line from a state: greatest overall, then fewest moves,
// then first by reply id, and waiting last.
type lines struct {
	table *score.Table
	units units
	seen  *memo
	stack []call.Move
}

func newLines(t *score.Table, u units, budget int) *lines {
	return &lines{table: t, units: u, seen: newMemo(t.Case, budget)}
}

// from is the best way from s, without its first move.
func (l *lines) from(s call.State) (way, error) {
	if s.Stage.Over() {
		return way{}, nil
	}
	at := l.seen.place(s)
	if known, ok := l.seen.get(at); ok {
		return way{worth: int64(known >> bitsMoves), moves: int32(known & mostMoves)}, nil
	}
	best, err := l.choose(at.state)
	if err != nil {
		return way{}, err
	}
	if best.worth > mostWorth || best.moves > mostMoves {
		return way{}, ErrPoints
	}
	return best, l.seen.put(at, uint64(best.worth)<<bitsMoves|uint64(best.moves))
}

// choose is the best way from s with its first move.
func (l *lines) choose(s call.State) (way, error) {
	best := l.givingUp(s)
	from := len(l.stack)
	l.stack = l.table.Case.Forward(s, l.stack)
	for i, to := from, len(l.stack); i < to; i++ {
		m := l.stack[i]
		if l.table.Critical(s, m) {
			continue
		}
		w, err := l.through(s, m)
		if err != nil {
			return way{}, err
		}
		if best.moves == 0 || l.better(w, best) {
			best = w
		}
	}
	l.stack = l.stack[:from]
	return best, nil
}

// givingUp is the way that gains nothing: hanging up where that is fair, or
// waiting until the caller does, in the fewest moves.
func (l *lines) givingUp(s call.State) way {
	c := l.table.Case
	switch {
	case s.Stage != call.Talking:
		return way{}
	case c.Beat(s).Fair:
		return way{moves: 1, first: call.Move{Kind: call.HangUp}}
	}
	n := c.Waits(s)
	for _, k := range [...]call.Kind{call.Breathe, call.Hold} {
		m := call.Move{Kind: k}
		if next, err := c.Step(s, m); err == nil && c.Waits(next)+1 == n {
			return way{moves: int32(n), first: m}
		}
	}
	return way{}
}

// through is the best way that begins with m.
func (l *lines) through(s call.State, m call.Move) (way, error) {
	next, err := l.table.Case.Step(s, m)
	if err != nil {
		return way{}, err
	}
	after, err := l.from(next)
	if err != nil {
		return way{}, err
	}
	gain := l.units.of(l.table.Gain(s, m, next))
	return way{worth: gain + after.worth, moves: after.moves + 1, first: m}, nil
}

// better reports whether a is the better way.
func (l *lines) better(a, b way) bool {
	switch {
	case a.worth != b.worth:
		return a.worth > b.worth
	case a.moves != b.moves:
		return a.moves < b.moves
	}
	return l.id(a.first) < l.id(b.first)
}

// id is what ties are broken by. Waiting comes after everything else.
func (l *lines) id(m call.Move) string {
	if m.Kind == call.Hold || m.Kind == call.Breathe {
		return "~"
	}
	return l.table.Case.Format(m)
}

// BestLine is the best that can be played from s to the end.
func (x *Solution) BestLine(s call.State) ([]call.Move, error) {
	var line []call.Move
	for !s.Stage.Over() {
		w, err := x.lines.choose(s)
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

// A Judgement is what the engine says of one move.
type Judgement struct {
	Regret    score.Points // per key, the best reachable before the move minus after it; never below 0
	Cost      float64      // the same for the overall, 0 to 100, without a further critical fault
	Better    call.Move    // the better reply, if HasBetter
	HasBetter bool
}

// Judge weighs move m in state s against everything else that could have been
// done there.
func (x *Solution) Judge(s call.State, m call.Move) (Judgement, error) {
	next, err := x.table.Case.Step(s, m)
	if err != nil {
		return Judgement{}, err
	}
	before, err := x.Best(s)
	if err != nil {
		return Judgement{}, err
	}
	after, err := x.Best(next)
	if err != nil {
		return Judgement{}, err
	}
	gain := x.table.Gain(s, m, next)
	var j Judgement
	for k := range j.Regret {
		j.Regret[k] = max(0, before[k]-gain[k]-after[k])
	}
	best, err := x.lines.choose(s)
	if err != nil {
		return Judgement{}, err
	}
	mine, err := x.lines.through(s, m)
	if err != nil {
		return Judgement{}, err
	}
	j.Cost = max(0, float64(best.worth-mine.worth)/float64(x.lines.units.whole))
	if best.worth > mine.worth && best.first != m {
		j.Better, j.HasBetter = best.first, true
	}
	return j, nil
}
