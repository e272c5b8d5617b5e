package telling

import (
	"time"

	"keepcool/app/call"
	"keepcool/app/score"
	"keepcool/app/solve"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
)

// A Reading is a review laid out for telling: by move. Its Analysis is filled in
// when the engine is done.
type Reading struct {
	*trainer.Review
	Now     time.Time
	Trainee string // another person's name; "" when they read their own call
	Turns   []Turn // one more than there are moves; none for an attempt of older rules
	Failed  bool   // the engine could not work the call out

	Reach []float64 // see trainer.Review.Reach; nil while the engine works it out
}

// A Turn is one move with what was said in it and what it earned and cost.
type Turn struct {
	Move  int // -1 for what was said before the first
	Said  []trainer.Said
	Items []score.Item
}

// Read lays a review out. trainee is the name of another person whose call it is,
// "" for the reader's own.
func Read(v *trainer.Review, trainee string, now time.Time) *Reading {
	r := &Reading{Review: v, Trainee: trainee, Now: now}
	if v.Case == nil {
		return r
	}
	r.Turns = make([]Turn, len(v.Moves)+1)
	for i := range r.Turns {
		r.Turns[i].Move = i - 1
	}
	for _, s := range v.Said {
		t := &r.Turns[s.Move+1]
		t.Said = append(t.Said, s)
	}
	for _, it := range v.Card.Items {
		t := &r.Turns[it.Move+1]
		t.Items = append(t.Items, it)
	}
	return r
}

// Pick is one of two wordings: for one's own call, or another person's.
func (r *Reading) Pick(own, other string) string {
	if r.Trainee != "" {
		return other
	}
	return own
}

// Caller is the caller's name.
func (r *Reading) Caller() string {
	if r.Case == nil {
		return ""
	}
	return r.Case.Scenario.Caller.Name
}

// Colleague is the name of who is rung inside the house.
func (r *Reading) Colleague() string { return r.Case.Who(r.Case.InsideCall()) }

// You is the name of the one who was at the phone.
func (r *Reading) You() string {
	if r.Trainee != "" {
		return r.Trainee
	}
	return locale.Text("debrief.you")
}

// At is the state before move i.
func (r *Reading) At(i int) call.State {
	if i < len(r.States) {
		return r.States[i]
	}
	return r.End
}

// After is the state after move i.
func (r *Reading) After(i int) call.State {
	if i+1 < len(r.States) {
		return r.States[i+1]
	}
	return r.End
}

// Answer is what the caller said upon move i, "" when nothing.
func (r *Reading) Answer(i int) string {
	for _, s := range r.Turns[i+1].Said {
		if s.Voice == trainer.TheCaller {
			return s.Text
		}
	}
	return ""
}

// Judgement is what the engine says of move i, if it has spoken.
func (r *Reading) Judgement(i int) (solve.Judgement, bool) {
	if r.Analysis == nil || i < 0 || i >= len(r.Analysis.Moves) {
		return solve.Judgement{}, false
	}
	return r.Analysis.Moves[i], true
}

// HasCost reports whether the engine has something to say of move i.
func (r *Reading) HasCost(i int) bool {
	j, ok := r.Judgement(i)
	return ok && (j.HasBetter || j.Cost > 0)
}

// Evidence is the stretches of a reply that show a behaviour, shifted to where
// the reply begins in what is drawn.
func (r *Reading) Evidence(i int, which func(shown int) bool, shift int) []Span {
	m := r.Moves[i]
	if m.Kind != call.Reply {
		return nil
	}
	var spans []Span
	shows := r.Case.Replies[m.Reply].Script.Shows
	for _, it := range r.Turns[i+1].Items {
		if it.Shown < 0 || it.Shown >= len(shows) || !which(it.Shown) || shows[it.Shown].Words == "" {
			continue
		}
		sh := shows[it.Shown]
		spans = append(spans, Span{sh.Start + shift, sh.End + shift, it.Points < 0 || it.Critical})
	}
	return spans
}
