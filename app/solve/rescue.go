package solve

import (
	"cmp"
	"errors"
	"slices"

	"keepcool/app/call"
	"keepcool/app/score"
)

// ErrNoRescue says that no call of a case goes badly and can still be turned
// round: it is too short, or its replies weigh too little or too much.
var ErrNoRescue = errors.New("there is no point to rescue this case from")

// A Rescue is the worst point of a first call that can still be turned round.
type Rescue struct {
	Given []call.Move // that lead there, replies of the first call
	State call.State  // after them
	Line  []call.Move // the best that can be played from there
	Best  float64     // the overall of Given and Line together, 0 to 100, as it is scored
}

// What a rescue starts from. At least so many moves are given, and at most half
// of those that the first call of the best line has. What can be reached from
// there lies in these bounds, in points of the overall: where a pass can, the
// worst such point is taken, and else the worst from which leastTried can.
const (
	leastGiven  = 2
	leastTried  = 70
	mostToReach = 90
)

// Rescue finds the point to rescue a case from: the caller is on the line,
// no reply to them has them hang up at once, nothing that was said is a critical
// fault, and the best call from there still passes. Of those points it is one where the caller is as hot as they came or
// hotter, or the least eased; then the one with the fewest given moves that are
// as good as any, for they would show how it is done; then the worst, where a
// degree of heat weighs as much as a point of the overall; then the one with the
// fewest moves, and the first as the replies are written. It fails with
// ErrNoRescue, and as Solve does.
func (x *Solution) Rescue() (Rescue, error) {
	most, err := x.mostGiven()
	if err != nil {
		return Rescue{}, err
	}
	points, err := x.descend(most)
	if err != nil {
		return Rescue{}, err
	}
	slices.SortStableFunc(points, func(a, b *descent) int {
		return cmp.Or(cmp.Compare(x.eased(a), x.eased(b)), cmp.Compare(a.free, b.free), cmp.Compare(x.left(a), x.left(b)))
	})
	for _, p := range points {
		r, passes, err := x.rescueFrom(p)
		if err != nil || passes {
			return r, err
		}
	}
	if len(points) > 0 {
		r, _, err := x.rescueFrom(points[0])
		return r, err
	}
	return Rescue{}, ErrNoRescue
}

// mostGiven is half of the moves that the first call of the best line has.
func (x *Solution) mostGiven() (int, error) {
	s := x.table.Case.Start(x.table.Setting)
	line, err := x.BestLine(s)
	if err != nil {
		return 0, err
	}
	n := 0
	for ; s.Stage == call.Talking; n++ {
		if s, err = x.table.Case.Step(s, line[n]); err != nil {
			return 0, err
		}
	}
	return n / 2, nil
}

// A descent is some replies of a first call by which the best that can be
// reached falls.
type descent struct {
	before *descent
	move   call.Move
	state  call.State
	made   int   // how many replies
	free   int   // of them, those that were as good as any other there
	sum    int64 // what they earned, in units
	reach  int64 // that and the best from here, in units
}

// descend gathers the points that replies lead to from the start, as far as a
// rescue may begin there. Descents that come to the same are one.
func (x *Solution) descend(most int) ([]*descent, error) {
	type same struct {
		state call.State
		sum   int64
		free  int
	}
	start := &descent{state: x.table.Case.Start(x.table.Setting)}
	w, err := x.choose(start.state)
	if err != nil {
		return nil, err
	}
	start.reach = w.worth()
	var points []*descent
	held := 0
	for front := []*descent{start}; len(front) > 0 && front[0].made < most; {
		seen := map[same]bool{}
		var next []*descent
		for _, d := range front {
			further, err := x.further(d)
			if err != nil {
				return nil, err
			}
			for _, f := range further {
				if k := (same{f.state, f.sum, f.free}); !seen[k] {
					seen[k] = true
					next = append(next, f)
				}
			}
			if err := x.ctx.Err(); err != nil {
				return nil, err
			}
		}
		if held += len(next); held > x.limits.States {
			return nil, ErrBudget
		}
		for _, d := range next {
			if d.made >= leastGiven && x.overall(d.reach) <= mostToReach && x.bears(d.state) {
				points = append(points, d)
			}
		}
		front = next
	}
	return points, nil
}

// further are the descents that go on from d by one reply.
func (x *Solution) further(d *descent) ([]*descent, error) {
	c := x.table.Case
	var all []*descent
	open := 0
	for i := c.Beat(d.state).From; i < c.Beat(d.state).To; i++ {
		m := call.Move{Kind: call.Reply, Reply: uint16(i)}
		next, err := c.Step(d.state, m)
		if err != nil {
			continue // it is not open here
		}
		open++
		if next.Stage != call.Talking || c.Replies[i].Promises || x.table.Critical(d.state, m) {
			continue
		}
		after, err := x.reachable(next)
		if err != nil {
			return nil, err
		}
		f := &descent{before: d, move: m, state: next, made: d.made + 1, free: d.free}
		f.sum = d.sum + x.units.of(x.table.Gain(d.state, m, next))
		if f.reach = f.sum + after; x.overall(f.reach) >= leastTried {
			all = append(all, f)
		}
	}
	for _, f := range all {
		if f.reach == d.reach && open > 1 {
			f.free++
		}
	}
	return all, nil
}

// bears reports whether the caller in s stays on the line whatever is said next,
// critical faults apart: who takes over has one reply to find their feet.
func (x *Solution) bears(s call.State) bool {
	c := x.table.Case
	for i := c.Beat(s).From; i < c.Beat(s).To; i++ {
		m := call.Move{Kind: call.Reply, Reply: uint16(i)}
		next, err := c.Step(s, m)
		if err == nil && next.Stage == call.CallerHungUp && !x.table.Critical(s, m) {
			return false
		}
	}
	return true
}

// reachable is the worth of the best that can be done from s, in units.
func (x *Solution) reachable(s call.State) (int64, error) {
	k, n, err := x.at(s)
	if err != nil {
		return 0, err
	}
	return k.ways[n].worth(), nil
}

// overall is so many units as an overall, 0 to 100. The weights add up to 100.
func (x *Solution) overall(units int64) float64 { return float64(units) / float64(x.units.whole) }

// eased is how many degrees cooler the caller is at a point than at the start.
func (x *Solution) eased(d *descent) int {
	return max(0, int(x.table.Case.Start(x.table.Setting).Heat)-int(d.state.Heat))
}

// left is how well a point still stands, in points of the overall: the less,
// the worse it is.
func (x *Solution) left(d *descent) float64 { return x.overall(d.reach) - float64(d.state.Heat) }

// rescueFrom is the rescue that begins at a point, and whether its best call
// passes.
func (x *Solution) rescueFrom(d *descent) (r Rescue, passes bool, err error) {
	r.State = d.state
	for ; d.before != nil; d = d.before {
		r.Given = append(r.Given, d.move)
	}
	slices.Reverse(r.Given)
	if r.Line, err = x.BestLine(r.State); err != nil {
		return r, false, err
	}
	play := score.Play{Setting: x.table.Setting, Moves: slices.Concat(r.Given, r.Line)}
	card, err := score.Score(x.table, play, x.weigh, x.Scale)
	r.Best = card.Overall
	return r, card.Verdict == score.Passed, err
}
