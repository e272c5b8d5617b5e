package score

import (
	"keepcool/app/call"
	"keepcool/app/rubric"
)

// A Scale is what points are measured against: the best reachable per key
// from the start of the case in its setting, and what keeping the promise
// pays. The engine finds both.
type Scale struct {
	Best Points
	Keep int
}

// HintCost is what each hint takes from the shown overall in practice.
const HintCost = 5

// A Play is what a scorecard is made of: the setting and the moves that stand.
type Play struct {
	Setting call.Setting
	Moves   []call.Move
	Hints   int
}

// A KeyScore is one key of a scorecard.
type KeyScore struct {
	Points  int     `json:"points"`  // raw, may be below zero
	Best    int     `json:"best"`    // best reachable
	Outcome int     `json:"outcome"` // of Points, what the result of the call paid
	Score   float64 `json:"score"`   // 0 to 100, as shown
	Final   bool    `json:"final"`   // no further move can change it
}

// A Card is what scoring an attempt yields.
type Card struct {
	Keys     [4]KeyScore `json:"keys"`
	Overall  float64     `json:"overall"` // 0 to 100, as shown, hints taken off
	Hints    int         `json:"hints,omitempty"`
	Verdict  Verdict     `json:"verdict"`
	Rule     Rule        `json:"rule"`
	Stage    call.Stage  `json:"stage"`
	Caller   int         `json:"caller"` // the caller's own verdict, 1 to 5; 0 while the first call lasts
	Items    []Item      `json:"items"`
	Critical []int       `json:"critical,omitempty"` // items with a critical fault
	Promise  bool        `json:"promise"`            // a follow-up is open or was played
}

// Score replays a play and makes its scorecard.
func Score(t *Table, p Play, w rubric.Weights, scale Scale) (Card, error) {
	t = t.keeping(scale.Keep)
	s := t.Case.Start(p.Setting)
	var card Card
	var points, outcome Points
	first := s
	for i, m := range p.Moves {
		next, err := t.Case.Step(s, m)
		if err != nil {
			return Card{}, err
		}
		from := len(card.Items)
		card.Items = t.Items(i, s, m, next, card.Items)
		for j, it := range card.Items[from:] {
			if it.Key != rubric.Gate {
				points[it.Key] += it.Points
				if it.Reason != ForBehaviour {
					outcome[it.Key] += it.Points
				}
			}
			if it.Critical {
				card.Critical = append(card.Critical, from+j)
			}
		}
		if s.Stage == call.Talking && t.Case.InFirstCall(s) {
			first = next
		}
		card.Promise = card.Promise || next.Stage == call.Promised
		s = next
	}
	card.Stage, card.Hints = s.Stage, p.Hints
	over := first.Stage != call.Talking
	for k := range card.Keys {
		card.Keys[k] = KeyScore{
			Points: points[k], Best: scale.Best[k], Outcome: outcome[k],
			Score: percent(points[k], scale.Best[k]),
			Final: s.Stage.Over() || over && rubric.Key(k) != rubric.Follow,
		}
	}
	if over {
		card.Caller = callersVerdict(t.Case, first)
	}
	card.decide(t, points, w, scale)
	return card, nil
}

func (t *Table) keeping(keep int) *Table {
	if t.Keep == keep {
		return t
	}
	u := *t
	u.Keep = keep
	return &u
}

// percent is points of best as shown: 0 to 100.
func percent(points, best int) float64 {
	if best <= 0 || points <= 0 {
		return 0
	}
	return min(100, 100*float64(points)/float64(best))
}

// callersVerdict is what the caller would say of the call, from 1 to 5: from
// the moods they end with, what of theirs was settled, and the promise. Who
// had to hang up says 1 (METHODS E9, F7).
func callersVerdict(c *call.Case, end call.State) int {
	if end.Stage == call.CallerHungUp || end.Stage == call.TraineeHungUp {
		return 1
	}
	v := 5
	switch {
	case end.Heat >= 7:
		v -= 2
	case end.Heat >= 4:
		v--
	}
	open := 0
	for i := range c.Scenario.Concerns {
		if !end.Has(call.Settled(i)) {
			open++
		}
	}
	switch n := len(c.Scenario.Concerns); {
	case 2*open > n:
		v -= 2
	case open > 0:
		v--
	}
	if end.Trust < 4 {
		v--
	}
	if c.Scenario.Promise != nil && !end.Has(call.HasPromise) {
		v--
	}
	return max(1, v)
}
