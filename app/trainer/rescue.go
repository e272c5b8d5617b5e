package trainer

import (
	"errors"
	"strconv"

	"keepcool/app/call"
	"keepcool/app/score"
	"keepcool/app/solve"
)

// A rescue begins where a call of the case stands worst and can still be turned
// round: the engine finds that point, and the moves that lead there are made for
// the trainee. They stand in the record as moves after an entry that says how
// many they are, in one piece, so that no attempt has a part of them.
//
// A rescue uses up no first sight: it is drawn among variants whose first call
// the trainee has had already, and what is given are replies that cost the call
// something, wherever there are such.

// LikePractice reports whether an attempt of this mode is practice in all but
// where it begins: moods are shown, hints given and steps taken back, and nobody
// else hears of the result.
func (m Mode) LikePractice() bool { return m == Practice || m == Rescue }

// drawKnown picks the variant of a rescue by the attempt's seed: of those whose
// first call the trainee has had to its end, one that was rescued least often.
func (d *Desk) drawKnown(a Attempt, variants int) (int, error) {
	before, err := d.Store.Summaries(Query{Profile: a.Profile, Scenario: a.Scenario})
	if err != nil {
		return 0, err
	}
	had, rescued := make([]bool, variants), make([]int, variants)
	for _, s := range before {
		switch v := s.Attempt.Variant; {
		case v >= variants:
		case s.Attempt.Mode == Rescue:
			rescued[v]++
		case s.Scored:
			had[v] = true
		}
	}
	var fewest []int
	for v := range had {
		switch {
		case !had[v] || len(fewest) > 0 && rescued[v] > rescued[fewest[0]]:
			continue
		case len(fewest) > 0 && rescued[v] < rescued[fewest[0]]:
			fewest = fewest[:0]
		}
		fewest = append(fewest, v)
	}
	if len(fewest) == 0 {
		return 0, notNow("rescue-not-yet", "Play this call once to its end. Then you can take it over at its worst point.")
	}
	return fewest[a.Seed%uint64(len(fewest))], nil
}

// Given is how many of the moves were made for the trainee before they took
// over. Only a rescue has any, and only once it is prepared.
func (p *Play) Given() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.r.given
}

// lead makes the moves that a rescue begins after, once. Where the case has no
// such point, or a damaged record holds only a part of them, it fails with
// NoRescue.
func (p *Play) lead() error {
	if p.attempt.Mode != Rescue {
		return nil
	}
	p.mu.Lock()
	given, made := p.r.given, len(p.r.moves)
	p.mu.Unlock()
	switch {
	case given > made:
		return noRescue(p.attempt.Title, nil)
	case given > 0:
		return nil
	}
	var found solve.Rescue
	err := p.engine.ask(func(x *solve.Solution) (err error) {
		found, err = x.Rescue()
		return err
	})
	if errors.Is(err, solve.ErrNoRescue) || errors.Is(err, &Error{Code: NotWorkedOut}) {
		return noRescue(p.attempt.Title, err)
	}
	if err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.r.given > 0 {
		return nil // found twice at once
	}
	records := []Record{{Kind: RecordGiven, Text: strconv.Itoa(len(found.Given))}}
	for _, m := range found.Given {
		records = append(records, Record{Kind: RecordMove, Text: p.c.Format(m)})
	}
	return p.append(records...)
}

func noRescue(title string, cause error) error {
	return Fail(NoRescue, cause, "no-rescue", `"{{.Title}}" has no point to take it over from: no call of it goes badly and can still be turned round.`, "Title", title)
}

// takenOver is the state in which the trainee came to the line.
func (r *replay) takenOver() call.State {
	if r.given < len(r.states) {
		return r.states[r.given]
	}
	return r.state
}

// Given is how many of the moves were made before the trainee took over.
func (v *Review) Given() int {
	if v.r == nil {
		return 0
	}
	return v.r.given
}

// AtBest is the overall that could be reached when the trainee came to the line,
// 0 to 100 as it is scored: with the best call of an analysis, and without hints.
func (v *Review) AtBest(a Analysis) (float64, error) {
	n := v.engine
	scale, err := n.desk.Scale(v.Attempt, v.Case, n.setting)
	if err != nil {
		return 0, err
	}
	card, err := score.Score(score.NewTable(v.Case, n.setting), score.Play{Setting: n.setting, Moves: a.BestLine}, n.weights, scale)
	return card.Overall, err
}
