package trainer

import (
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// Reach is how far the overall could still come, before the first move and
// after each: the best of all ways on from there, without a further critical
// fault. It is on the engine's own scale, from which each move takes its cost: a
// key below zero counts as it is, where a scorecard lifts it to zero, and hints
// are not taken off. So the last figure can lie below the scorecard's overall,
// and below 0.
func (v *Review) Reach(a Analysis) ([]float64, error) {
	n := v.engine
	if n.lost != nil {
		return nil, n.lost
	}
	scale, err := n.desk.Scale(v.Attempt, v.Case, n.setting)
	if err != nil {
		return nil, err
	}
	best, err := score.Score(score.NewTable(v.Case, n.setting), score.Play{Setting: n.setting, Moves: a.BestLine}, n.weights, scale)
	if err != nil {
		return nil, err
	}
	left := 0.0
	for _, k := range rubric.Keys {
		left += float64(n.weights.Key[k]) * float64(best.Keys[k].Points) / float64(max(1, best.Keys[k].Best))
	}
	reach := []float64{left}
	for _, j := range a.Moves {
		left -= j.Cost
		reach = append(reach, left)
	}
	return reach, nil
}
