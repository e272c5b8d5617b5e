package trainer

import (
	"encoding/json"
	"errors"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
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

	// Outcome is what the call came to, Most the most that it could have paid in
	// each key, nil while that has not been worked out.
	Outcome score.Outcome
	Most    *score.Points

	// Yardstick is the named plays of the same case, variant and setting, the
	// beginner's first. Elsewhere says that there are some, but in another
	// setting only.
	Yardstick []NamedPlay
	Elsewhere bool

	// Analysis is what the engine says, nil while it has not been worked out.
	Analysis *Analysis

	r      *replay
	engine *analyst
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
	a, r, err := d.rebuild(id)
	if err != nil {
		return nil, err
	}
	v.Card, err = d.card(a, r)
	if errors.Is(err, &Error{Code: NotScored}) && len(sum.Card) > 0 {
		err = json.Unmarshal(sum.Card, &v.Card)
	}
	if err != nil {
		return nil, err
	}
	v.Case, v.Said, v.Moves, v.States, v.End = r.c, r.said, r.moves, r.states, r.state
	v.Notes, v.Opened, v.Logs = r.notes, r.opened, r.logs
	v.Analysis = readAnalysis(sum.Analysis, r.c, a.Rules, r.moves)
	p := d.play(who, a, r)
	v.r, v.engine = r, p.engine
	if promise, ok := p.promise(); ok {
		v.Promise = &promise
	}
	if err := v.figures(d); err != nil && !errors.Is(err, &Error{Code: NotScored}) {
		return nil, err
	}
	return v, nil
}

// Analyse is the analysis that was kept, or asks the engine for it and keeps
// it. It may take seconds and belongs in the background.
func (v *Review) Analyse() (Analysis, error) {
	if v.Analysis != nil {
		return *v.Analysis, nil
	}
	if v.Case == nil {
		return Analysis{}, nil
	}
	a, err := v.engine.analyse(v.r, func() bool { return false })
	if err != nil {
		v.engine.desk.log("the engine could not work the call out", v.Attempt, err)
		return Analysis{}, err
	}
	if v.r.scored() {
		v.engine.save(v.r, a)
	}
	return a, nil
}

// Release lets go of the case that was solved for trials.
func (v *Review) Release() {
	if v.engine != nil {
		v.engine.attend(false)
	}
}

// Hint is the behaviours that the best reply in this state shows, without
// naming the reply. Only practice and rescues have it; each hint is kept and takes
// score.HintCost from the shown overall. The engine may have to search, so it
// belongs in the background.
func (p *Play) Hint() ([]rubric.Behaviour, error) {
	p.mu.Lock()
	r, stage := p.r, p.r.stage()
	p.mu.Unlock()
	if p.lesson || !p.attempt.Mode.LikePractice() || stage != StageCall {
		return nil, notNow("hint-practice", "Hints belong to practice calls.")
	}
	outlook, err := p.engine.outlook(r)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.r.stage() != StageCall || p.r.state != r.state {
		return nil, notNow("gone-on", "The call has gone on meanwhile. Ask again.")
	}
	return strengths(p.c, outlook.Line[0]), p.append(Record{Kind: RecordHint})
}

// strengths are the strengths that a move shows.
func strengths(c *call.Case, m call.Move) []rubric.Behaviour {
	var shown []rubric.Behaviour
	if m.Kind == call.Reply {
		for _, sh := range c.Replies[m.Reply].Shows {
			if b := c.Rubric.Behaviours[sh.Behaviour]; b.Strength() {
				shown = append(shown, b)
			}
		}
	} else if b, ok := c.Rubric.Find(rubric.CallReadBack); ok && m.Kind == call.ReadBackMove {
		shown = append(shown, b)
	}
	return shown
}
