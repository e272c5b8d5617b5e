package solve

import "keepcool/app/score"

// Outcome is the most that the outcome of the case can pay in each key, taken
// by itself and whatever the manner of the call: what a call's own outcome
// points are measured against. Keeping the promise is left out. It is exact,
// and fails as Solve does.
func (x *Solution) Outcome() (score.Points, error) {
	crew := x.limits.hire()
	defer crew.leave()
	g, err := lay(x.ctx, crew, x.table.Case, x.table.Case.Start(x.table.Setting), x.limits)
	if err != nil {
		return score.Points{}, err
	}
	values, err := findBounds(g, crew, newGains(x.table.Results()))
	if err != nil {
		return score.Points{}, err
	}
	best := values[0].reach()
	return best.points(0), nil
}
