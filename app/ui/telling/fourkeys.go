package telling

import (
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
)

// NewFourKeys is the figure of the four keys of an attempt; those that do not
// stand yet are left open.
func NewFourKeys(s trainer.Summary) *chart.FourKeys {
	scores := make([]chart.Score, len(rubric.Keys))
	for i, k := range rubric.Keys {
		scores[i] = chart.Score{Name: KeyName(k), N: score.Shown(s.Keys[k]), Known: s.Scored && (s.Final || k != rubric.Follow)}
	}
	return chart.NewFourKeys(scores)
}
