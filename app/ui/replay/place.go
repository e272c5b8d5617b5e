package replay

import (
	"slices"

	"keepcool/app/call"
	"keepcool/app/trainer"
)

// A place is where one looks: at a move of the call, or at what is tried out
// from it.
type place struct {
	move int
	way  *variation // nil at the call itself
	deep int        // how many moves of the variation are made
}

// trial is the trial one looks at, nil at the call itself.
func (p place) trial() *trainer.Trial {
	if p.way == nil {
		return nil
	}
	return p.way.trials[p.deep]
}

// A variation is one way that was tried out from a move: the trial before its
// first move and after each.
type variation struct {
	move   int
	trials []*trainer.Trial
}

// last is the move that led to the trial at that depth.
func (v *variation) last(deep int) call.Move {
	made := v.trials[deep].Made()
	return made[len(made)-1]
}

// tried is everything that was tried out since the screen was opened, by the
// move it goes on from.
type tried map[int][]*variation

// give goes on from a place with a move: along a variation that goes on so
// already, or along a new one. A variation that ends at the place grows.
func (t tried) give(p place, m call.Move) (place, error) {
	for _, v := range append([]*variation{p.way}, t[p.move]...) {
		if v.goesOn(p, m) {
			return place{p.move, v, p.deep + 1}, nil
		}
	}
	next, err := p.trial().Give(m)
	if err != nil {
		return p, err
	}
	v := p.way
	if p.deep < len(v.trials)-1 {
		v = &variation{move: p.move, trials: slices.Clone(v.trials[:p.deep+1])}
	}
	v.trials = append(v.trials, next)
	if !slices.Contains(t[p.move], v) {
		t[p.move] = append(t[p.move], v)
	}
	return place{p.move, v, p.deep + 1}, nil
}

// goesOn reports whether the variation is that of a place so far, and goes on
// from there with a move.
func (v *variation) goesOn(p place, m call.Move) bool {
	if len(v.trials) <= p.deep+1 || v.last(p.deep+1) != m {
		return false
	}
	return slices.Equal(v.trials[p.deep].Made(), p.trial().Made())
}

// takeBack takes the last move of a place back, with all that went on from it.
func (t tried) takeBack(p place) place {
	if p.way == nil || p.deep == 0 {
		return p
	}
	p.way.trials = p.way.trials[:p.deep]
	p.deep--
	if len(p.way.trials) == 1 {
		t[p.move] = slices.DeleteFunc(t[p.move], func(v *variation) bool { return v == p.way })
	}
	return p
}
