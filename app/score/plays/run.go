package plays

import (
	"fmt"
	"strings"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/script"
)

// A Result is what a play came to.
type Result struct {
	Moves   []call.Move
	Overall Figure
	Keys    [4]Figure
	Verdict score.Verdict
	Ending  string // as Bless writes it
	Card    score.Card

	endings []string // the other ways to write the ending
}

func (r Result) endsAs(text string) bool {
	for _, e := range append(r.endings, r.Ending) {
		if strings.EqualFold(e, text) {
			return true
		}
	}
	return false
}

// Score is the result's score as Bless writes it.
func (r Result) Score() string {
	items := []string{r.Overall.String()}
	for k, f := range r.Keys {
		items = append(items, rubric.Key(k).String()+" "+f.String())
	}
	return strings.Join(append(items, string(r.Verdict)), ", ")
}

// Blocked is the error of Run when a move cannot be made any more.
type Blocked struct {
	Number int    // of the move, from 1
	Move   string // as written
	Line   int
	Why    string
	Place  string   // where the play has come to, in words
	Stands []string // what can be done there
	Hint   string   // what was probably meant
}

func (b *Blocked) Error() string {
	text := fmt.Sprintf("Move %d, %s, cannot be made: %s. %s", b.Number, b.Move, b.Why, b.Place)
	if len(b.Stands) > 0 {
		text += " stand " + strings.Join(b.Stands, ", ")
	}
	text += "."
	if b.Hint != "" {
		text += fmt.Sprintf(" Did you mean %q?", b.Hint)
	}
	return text
}

// Run makes the moves of a play and scores them. The table and the scale must
// be of the play's own setting and variant. The error is a *Blocked where a
// move cannot be made.
func Run(t *score.Table, w rubric.Weights, scale score.Scale, p Play) (Result, error) {
	c := t.Case
	var r Result
	s := c.Start(p.Setting)
	for i, written := range p.Moves {
		m, err := c.ParseMove(written.Text)
		next := s
		if err == nil {
			next, err = c.Step(s, m)
		}
		if err != nil {
			return r, blocked(c, s, i, written, err)
		}
		r.Moves, s = append(r.Moves, m), next
	}
	card, err := score.Score(t, score.Play{Setting: p.Setting, Moves: r.Moves}, w, scale)
	if err != nil {
		return r, err
	}
	r.Card, r.Verdict, r.Overall = card, card.Verdict, tenths(card.Overall)
	for k := range card.Keys {
		r.Keys[k] = tenths(card.Keys[k].Score)
	}
	r.end(c, s)
	return r, nil
}

// tenths rounds down; a hair is added so that 84.6 is no 84.5.
func tenths(score float64) Figure { return Figure{Tenths: int(10*score + 1e-6)} }

// end writes how the play ended, in all the ways that a trainer may write it.
func (r *Result) end(c *call.Case, s call.State) {
	b := c.Beat(s).Script
	at := " at " + b.ID
	switch s.Stage {
	case call.Talking:
		r.Ending, r.endings = "not over"+at, []string{"not over"}
	case call.CallerHungUp:
		r.Ending, r.endings = "the caller hangs up"+at, []string{"the caller hangs up"}
	case call.TraineeHungUp:
		r.Ending, r.endings = "the trainee hangs up"+at, []string{"the trainee hangs up"}
	case call.Lapsed:
		r.Ending = "the promise lapses"
	default:
		open := ""
		if s.Stage == call.Promised {
			open = ", follow-up open"
		}
		r.Ending, r.endings = b.ID+open, []string{b.ID + open}
		if b.Ending != "" { // a call inside may end without
			r.Ending = fmt.Sprintf("%s (%s)%s", b.ID, b.Ending, open)
			r.endings = append(r.endings, b.Ending+open)
		}
	}
}

func blocked(c *call.Case, s call.State, i int, written Move, err error) *Blocked {
	b := &Blocked{Number: i + 1, Move: written.Text, Line: written.Line, Why: strings.TrimSuffix(err.Error(), ".")}
	switch {
	case s.Stage.Over():
		var r Result
		r.end(c, s)
		b.Place = "The play is over before it: " + r.Ending
		return b
	case s.Stage == call.Promised:
		b.Place = "After the first call"
		if c.CanRingInside(s) {
			b.Stands = append(b.Stands, c.Format(call.Move{Kind: call.RingInside}))
		}
		for _, w := range []call.Word{call.Kept, call.Late, call.Missed, call.LapsedWord} {
			b.Stands = append(b.Stands, c.Format(call.Move{Kind: call.FollowUp, Word: w}))
		}
	default:
		at := c.Beat(s)
		b.Place = "At the beat " + at.Script.ID
		for j := at.From; j < at.To; j++ {
			if c.Open(s, j) {
				b.Stands = append(b.Stands, c.Replies[j].ID)
			}
		}
		b.Stands = append(b.Stands, "read-back", "hold", "breathe", "hang-up")
	}
	b.Hint = meant(written.Text, b.Stands)
	return b
}

// meant is what stands there and is most like the move: the same word but for
// a slip, or the same key at a beat that has another name now.
func meant(move string, stands []string) string {
	head, _, _ := strings.Cut(move, ":")
	if near := script.Nearest(head, stands); near != "" {
		return near
	}
	_, key, ok := strings.Cut(head, ".")
	if !ok {
		return ""
	}
	byKey := map[string]string{}
	var names []string
	for _, id := range stands {
		if _, k, ok := strings.Cut(id, "."); ok {
			byKey[k], names = id, append(names, k)
		}
	}
	return byKey[script.Nearest(key, names)]
}
