package trainer

import (
	"encoding/json"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
)

// A Review is an attempt read afterwards: what the debrief shows.
type Review struct {
	Attempt Attempt
	Summary Summary
	Card    score.Card
	Case    *call.Case // nil for an attempt of older rules, of which only Card is left
	Rows    map[string]rubric.Row
	Said    []Said
	Moves   []call.Move  // those that stand
	States  []call.State // before each move
	End     call.State
	Notes   []Kept
	Opened  []string // papers of the client file
	Logs    []Log
	Promise *Promise // nil when none was made

	setting call.Setting
	weights rubric.Weights
	scale   score.Scale
}

// Review opens the debrief of an attempt.
func (d *Desk) Review(who Profile, id int64) (*Review, error) {
	sum, err := d.Store.Summary(id)
	if err != nil {
		return nil, err
	}
	v := &Review{Attempt: sum.Attempt, Summary: sum, Rows: d.Shelf.Rows}
	if sum.Attempt.Rules != call.Rules {
		if len(sum.Card) == 0 {
			return v, nil // it was never ended
		}
		return v, json.Unmarshal(sum.Card, &v.Card)
	}
	a, c, r, err := d.rebuild(id)
	if err != nil {
		return nil, err
	}
	if v.scale, err = d.Scale(a, c, r.setting); err != nil {
		return nil, err
	}
	if v.weights, err = d.weightsOf(a); err != nil {
		return nil, err
	}
	if v.Card, err = d.card(a, r, v.scale); err != nil {
		return nil, err
	}
	v.Case, v.Said, v.Moves, v.States, v.End = c, r.said, r.moves, r.states, r.state
	v.Notes, v.Opened, v.Logs, v.setting = r.notes, r.opened, r.logs, r.setting
	p := &Play{desk: d, attempt: a, week: who.Week, r: r}
	if promise, ok := p.promise(); ok {
		v.Promise = &promise
	}
	return v, nil
}

// An Analysis is what the engine says of an attempt: each move's judgement and
// the best call there was.
type Analysis struct {
	Moves    []solve.Judgement
	BestLine []call.Move
}

// Analyse asks the engine. It may take seconds and belongs in the background.
func (v *Review) Analyse() (Analysis, error) {
	var a Analysis
	if v.Case == nil {
		return a, nil
	}
	x := solve.With(v.Case, v.setting, v.weights, v.scale, solve.DefaultBudget)
	for i, m := range v.Moves {
		j, err := x.Judge(v.States[i], m)
		if err != nil {
			return a, err
		}
		a.Moves = append(a.Moves, j)
	}
	var err error
	a.BestLine, err = x.BestLine(v.Case.Start(v.setting))
	return a, err
}

// Hint is the behaviours that the best reply in this state shows, without
// naming the reply. Only practice has it; each hint is kept and takes
// score.HintCost from the shown overall.
func (p *Play) Hint() ([]rubric.Behaviour, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.attempt.Mode != Practice || p.r.stage() != StageCall {
		return nil, notNow("Hints belong to practice calls.")
	}
	w, err := p.desk.weightsOf(p.attempt)
	if err != nil {
		return nil, err
	}
	x := solve.With(p.r.c, p.r.setting, w, p.scale, solve.DefaultBudget)
	line, err := x.BestLine(p.r.state)
	if err != nil {
		return nil, err
	}
	var shown []rubric.Behaviour
	if m := line[0]; m.Kind == call.Reply {
		for _, sh := range p.r.c.Replies[m.Reply].Shows {
			if b := p.r.c.Rubric.Behaviours[sh.Behaviour]; b.Strength() {
				shown = append(shown, b)
			}
		}
	} else if b, ok := p.r.c.Rubric.Find(rubric.CallReadBack); ok && m.Kind == call.ReadBackMove {
		shown = append(shown, b)
	}
	return shown, p.append(Record{Kind: RecordHint})
}
