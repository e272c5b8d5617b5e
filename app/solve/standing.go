package solve

import (
	"errors"
	"math"
	"math/big"
	"slices"

	"keepcool/app/call"
)

// ErrInCall says that a standing was asked of a first call that is not over.
var ErrInCall = errors.New("the first call is not over: only a finished one has a standing")

// A Standing is how a first call compares with all that could have been.
// Those are the complete sequences of replies and of complete read-backs where
// they are wanted, all in time and with the best word, up to a written ending
// or the caller's hang-up; each counts once (DESIGN section 4). The result of
// a call is its overall as the engine has it, unfloored, with what the
// follow-up can at best still bring.
type Standing struct {
	Below float64  // the share of them, 0 to 1, with a lower result
	Level float64  // the share with the same result, to the last unit
	Error float64  // with 95 % certainty, neither share is further off; 0 where they are exact
	Calls *big.Int // how many there are
	Drawn int      // how many were drawn of them, evenly; 0 where all were counted
}

// Standing compares the first call of an attempt, whatever its moves were. It
// is exact where all calls have few results, as those of a sensible case do,
// and else taken from calls drawn evenly, always the same ones. It fails with
// ErrInCall, and as Solve does.
func (x *Solution) Standing(moves []call.Move) (Standing, error) {
	result, err := x.result(moves)
	if err != nil {
		return Standing{}, err
	}
	if x.spread == nil {
		if x.spread, err = x.findSpread(mostResults); err != nil {
			return Standing{}, err
		}
	}
	return x.spread.standing(result), nil
}

// result is the overall of the first call of some moves, in units.
func (x *Solution) result(moves []call.Move) (int64, error) {
	c := x.table.Case
	s := c.Start(x.table.Setting)
	var sum int64
	for _, m := range moves {
		next, err := c.Step(s, m)
		if err != nil {
			return 0, err
		}
		sum += x.units.of(x.table.Gain(s, m, next))
		switch {
		case next.Stage.Over():
			return sum, nil
		case next.Stage != call.Talking:
			k, n, err := x.at(next)
			if err != nil {
				return 0, err
			}
			return sum + k.ways[n].worth(), nil
		}
		s = next
	}
	return 0, ErrInCall
}

// spread is the results of all possible first calls, or of some drawn evenly.
type spread struct {
	calls   *big.Int
	drawn   int
	results []int64  // least first, each once
	upTo    []uint64 // how many calls come to that result or less
}

func (p *spread) standing(result int64) Standing {
	i, met := slices.BinarySearch(p.results, result)
	total := p.upTo[len(p.upTo)-1]
	var below, level uint64
	if i > 0 {
		below = p.upTo[i-1]
	}
	if met {
		level = p.upTo[i] - below
	}
	s := Standing{Below: share(below, total), Level: share(level, total), Calls: p.calls, Drawn: p.drawn}
	if p.drawn > 0 {
		s.Error = max(margin(s.Below, p.drawn), margin(s.Level, p.drawn))
	}
	return s
}

// share is part of whole, rounded once.
func share(part, whole uint64) float64 {
	f, _ := new(big.Rat).SetFrac(new(big.Int).SetUint64(part), new(big.Int).SetUint64(whole)).Float64()
	return f
}

// margin is how far a share seen in n draws may be off with 95 % certainty:
// the further end of the interval of Wilson (1927).
func margin(share float64, n int) float64 {
	const z = 1.96
	size := float64(n)
	middle := (share + z*z/(2*size)) / (1 + z*z/size)
	half := z / (1 + z*z/size) * math.Sqrt(share*(1-share)/size+z*z/(4*size*size))
	return max(middle+half-share, share-middle+half)
}

// count takes in what calls come to.
func (p *spread) count(all results) {
	var sum uint64
	for _, r := range all {
		sum += r.calls
		p.results, p.upTo = append(p.results, r.result), append(p.upTo, sum)
	}
}

// results are what calls come to, least first, each result once.
type results []counted

type counted struct {
	result int64
	calls  uint64
}

// tidy sorts results and puts equal ones together.
func (r results) tidy() results {
	slices.SortFunc(r, func(a, b counted) int {
		switch {
		case a.result < b.result:
			return -1
		case a.result > b.result:
			return 1
		}
		return 0
	})
	out := r[:0]
	for _, c := range r {
		if last := len(out) - 1; last >= 0 && out[last].result == c.result {
			out[last].calls += c.calls
		} else {
			out = append(out, c)
		}
	}
	return slices.Clip(out)
}
