package trainer

import (
	"encoding/json"

	"keepcool/app/call"
	"keepcool/app/score"
	"keepcool/app/solve"
)

// An Analysis is what the engine says of an attempt: each move's judgement and
// the best call there was, from its beginning. Moves that were given cost
// nothing, and the best call begins with them.
type Analysis struct {
	Moves    []solve.Judgement
	BestLine []call.Move
}

// keptAnalysis is an Analysis as it is kept: with the rules it belongs to and
// each move as it is written, so that it is never taken for that of others.
type keptAnalysis struct {
	Rules int             `json:"rules"`
	Moves []keptJudgement `json:"moves"`
	Best  []string        `json:"best"`
}

type keptJudgement struct {
	Move   string       `json:"move"`
	Regret score.Points `json:"regret"` // by key, raw points
	Cost   float64      `json:"cost"`   // of the overall, 0 to 100
	Better string       `json:"better,omitempty"`
}

// text writes the analysis of these moves.
func (a Analysis) text(c *call.Case, rules int, moves []call.Move) ([]byte, error) {
	k := keptAnalysis{Rules: rules, Moves: make([]keptJudgement, len(moves)), Best: make([]string, len(a.BestLine))}
	for i, j := range a.Moves {
		k.Moves[i] = keptJudgement{Move: c.Format(moves[i]), Regret: j.Regret, Cost: j.Cost}
		if j.HasBetter {
			k.Moves[i].Better = c.Format(j.Better)
		}
	}
	for i, m := range a.BestLine {
		k.Best[i] = c.Format(m)
	}
	return json.Marshal(k)
}

// readAnalysis reads a kept analysis. It is nil unless it belongs to the rules
// and to exactly these moves.
func readAnalysis(text []byte, c *call.Case, rules int, moves []call.Move) *Analysis {
	var k keptAnalysis
	if json.Unmarshal(text, &k) != nil || k.Rules != rules || len(k.Moves) != len(moves) {
		return nil
	}
	var a Analysis
	for i, kept := range k.Moves {
		if kept.Move != c.Format(moves[i]) {
			return nil
		}
		j := solve.Judgement{Regret: kept.Regret, Cost: kept.Cost, HasBetter: kept.Better != ""}
		if j.HasBetter {
			m, err := c.ParseMove(kept.Better)
			if err != nil {
				return nil
			}
			j.Better = m
		}
		a.Moves = append(a.Moves, j)
	}
	for _, written := range k.Best {
		m, err := c.ParseMove(written)
		if err != nil {
			return nil
		}
		a.BestLine = append(a.BestLine, m)
	}
	return &a
}
