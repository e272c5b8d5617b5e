package score

import (
	"keepcool/app/call"
	"keepcool/app/rubric"
)

// Items appends what the move from s to next earned and cost, line by line:
// Gain with its reasons. Critical faults of the gate have no points and are
// listed all the same.
func (t *Table) Items(n int, s call.State, m call.Move, next call.State, into []Item) []Item {
	first := t.Case.InFirstCall(s)
	switch m.Kind {
	case call.Reply:
		into = t.replyItems(n, first, s, m, into)
		into = t.outcomeItems(n, first, s, m, next, into)
	case call.ReadBackMove:
		if t.Case.EarnsReadBack(s, m) {
			into = append(into, t.readBack.on(n, first))
		}
	case call.HangUp:
		if !t.Case.Beat(s).Fair {
			into = append(into, t.hangUp.on(n, first))
		}
	case call.FollowUp:
		into = append(into, Item{
			Move: n, Key: rubric.Follow, Reason: ForFollowUp, Points: t.followUp(m.Word),
			Behaviour: -1, Shown: -1, Concern: -1,
		})
	}
	return into
}

func (i item) on(n int, first bool) Item {
	return Item{
		Move: n, Key: keyIn(first, i.key), Points: i.points, Behaviour: i.behaviour,
		Shown: -1, Concern: -1, Critical: i.critical,
	}
}

func (t *Table) replyItems(n int, first bool, s call.State, m call.Move, into []Item) []Item {
	a := &t.Case.Replies[m.Reply]
	for i, sh := range a.Shows {
		b := &t.Case.Rubric.Behaviours[sh.Behaviour]
		if b.Points >= 0 && !b.Critical && (!sh.Wanted || sh.Earned != 0 && s.Has(sh.Earned)) {
			continue
		}
		into = append(into, Item{
			Move: n, Key: keyIn(first, b.Key), Points: b.Points, Behaviour: sh.Behaviour,
			Shown: i, Concern: -1, Critical: b.Critical,
		})
	}
	switch m.Timing {
	case call.CuttingIn:
		into = append(into, t.cutIn.on(n, first))
	case call.Slow:
		into = append(into, t.slow.on(n, first))
	}
	switch m.Word {
	case call.TooSoon:
		into = append(into, t.over.on(n, first))
	case call.Vague:
		into = append(into, t.vague.on(n, first))
	}
	return into
}

func (t *Table) outcomeItems(n int, first bool, s call.State, m call.Move, next call.State, into []Item) []Item {
	add := func(k rubric.Key, why Reason, points, concern int) {
		if points != 0 {
			into = append(into, Item{Move: n, Key: k, Reason: why, Points: points, Behaviour: -1, Shown: -1, Concern: concern})
		}
	}
	for _, k := range t.Case.Replies[m.Reply].Settles {
		if newlySettled(s, k) {
			add(keyIn(first, rubric.Bases), ForConcern, t.concerns[k], int(k))
		}
	}
	if !t.replies[m.Reply].end {
		return into
	}
	add(rubric.Cool, ForCalm, t.calm(next), -1)
	if next.Has(call.Given) {
		add(rubric.Extra, ForValue, t.outcome.Value, -1)
	}
	if next.Has(call.HasPromise) && next.Word() == call.Good {
		add(rubric.Follow, ForPromise, t.outcome.Promise, -1)
	}
	return into
}
