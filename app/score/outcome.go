package score

import "keepcool/app/call"

// An Outcome is what an attempt came to, as against the manner of it: what the
// outcome points of a scorecard stand for.
type Outcome struct {
	Concerns int // of the case, in its variant
	Found    int // of them, in whichever call
	Settled  int // of them, in whichever call

	// The first call's. At a hang-up the last three pay nothing.
	HeatBefore, HeatAfter int  // 0 to 10
	Ended                 bool // it came to a written ending
	Given                 bool // what this caller values was given
	Promised              bool // an hour was promised, whatever its word
}

// OutcomeOf replays moves and tells what they came to.
func OutcomeOf(c *call.Case, set call.Setting, moves []call.Move) (Outcome, error) {
	s := c.Start(set)
	first, met := s, s.Flags
	for _, m := range moves {
		next, err := c.Step(s, m)
		if err != nil {
			return Outcome{}, err
		}
		if s.Stage == call.Talking && c.InFirstCall(s) {
			first = next
		}
		met |= next.Flags // a call after the first may forget what it does not read
		s = next
	}
	o := Outcome{
		Concerns: len(c.Scenario.Concerns), HeatBefore: int(c.Start(set).Heat), HeatAfter: int(first.Heat),
		Ended: first.Stage == call.Promised || first.Stage == call.Done,
		Given: first.Has(call.Given), Promised: first.Has(call.HasPromise),
	}
	for i := range c.Scenario.Concerns {
		if met&call.Found(i) != 0 {
			o.Found++
		}
		if met&call.Settled(i) != 0 {
			o.Settled++
		}
	}
	return o, nil
}

// Results is the table with nothing but the outcome of a call left in it: what
// it settles, how the caller ends, and the promise. Manners and faults, and
// what keeping the promise pays, count nothing there.
func (t *Table) Results() *Table {
	r := &Table{Case: t.Case, Setting: t.Setting, concerns: t.concerns, outcome: t.outcome}
	for i := range t.replies {
		r.replies = append(r.replies, replyPoints{end: t.replies[i].end})
	}
	return r
}
