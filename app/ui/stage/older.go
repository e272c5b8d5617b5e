package stage

import (
	"encoding/json"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
)

// KeepOlder keeps an attempt of the person at the desk, of rules that are no
// longer played by, and returns its number.
func (s *Stage) KeepOlder() int64 {
	card := score.Card{Overall: 71.4, Verdict: score.Failed, Rule: score.Rule{Code: score.RuleOverall, Value: 71.4, Need: 80}, Stage: call.Done}
	for k, points := range [4]int{44, 38, 30, 20} {
		card.Keys[k] = score.KeyScore{Points: points, Best: 52, Score: float64(points) * 100 / 52, Final: true}
	}
	body, err := json.Marshal(card)
	must(err)
	a, err := s.desk.Store.Begin(trainer.Attempt{
		Profile: s.who.ID, Scenario: "lost-parcel", Title: "The parcel that went twice round", Rules: call.Rules - 1,
		ScenarioHash: "s", RubricHash: "r", WeightsHash: "w",
		Setting: "normal", Mode: trainer.Practice, Started: s.Now().AddDate(-1, -2, 0), Zone: "UTC",
	}, trainer.Text{Hash: "s", Kind: "scenario", Body: []byte("s")}, trainer.Text{Hash: "r", Kind: "rubric", Body: []byte("r")}, trainer.Text{Hash: "w", Kind: "weights", Body: []byte("w")})
	must(err)
	sum := trainer.Summary{
		Attempt: a, Stage: trainer.StageFinal, Changed: a.Started, Scored: true, Final: true,
		Overall: card.Overall, Rule: card.Rule.String(), Card: body,
	}
	for k := range rubric.Keys {
		sum.Keys[k] = card.Keys[k].Score
	}
	must(s.desk.Store.Append(a.ID, []trainer.Record{{Seq: 1, Kind: trainer.RecordAnswer, At: a.Started}}, sum))
	return a.ID
}
