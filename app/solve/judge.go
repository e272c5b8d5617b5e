package solve

import (
	"keepcool/app/call"
	"keepcool/app/score"
)

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
	best, err := x.choose(s)
	if err != nil {
		return Judgement{}, err
	}
	mine, err := x.through(s, m)
	if err != nil {
		return Judgement{}, err
	}
	j.Cost = max(0, float64(best.worth()-mine.worth())/float64(x.units.whole))
	if best.worth() > mine.worth() && best.first != m {
		j.Better, j.HasBetter = best.first, true
	}
	return j, nil
}
