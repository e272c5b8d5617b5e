package trainer

import (
	"slices"

	"keepcool/app/call"
)

// costlyFrom is the cost from which a reply is worth coming back to, in points
// of the overall: less is the difference between two decent ways to say it.
const costlyFrom = 3

// mostMoments is how many moments an attempt gives at most: three things are
// what a debrief names to work on, too.
const mostMoments = 3

// plain is a move without what the clock or the hand made of it. A moment asks
// what to say, never when.
func plain(m call.Move) call.Move { return call.Move{Kind: m.Kind, Reply: m.Reply} }

// moments are the moments that an attempt newly gives, the costliest first. Its
// replies have all been judged. Those that were kept of an earlier call of it
// count among the most that it gives.
func (n *analyst) moments(r *replay) ([]Moment, error) {
	had, err := n.desk.Store.Moments(MomentQuery{Attempt: n.attempt.ID})
	if err != nil {
		return nil, err
	}
	zone := n.desk.Clock.Now().Location()
	var found []Moment
	for i, m := range r.moves {
		if m.Kind != call.Reply || slices.ContainsFunc(had, func(h Moment) bool { return h.Move == i }) {
			continue
		}
		j := n.judged[decision{r.states[i], plain(m)}]
		reply := &n.c.Replies[m.Reply]
		better := j.HasBetter && j.Better.Kind == call.Reply
		critical := critical(n.c, m)
		if !critical && (!better || j.Cost < costlyFrom) || !hasOther(n.c, r.states[i], m) {
			continue
		}
		found = append(found, Moment{
			Attempt: n.attempt, Move: i, Reply: reply.ID, Cost: j.Cost, Critical: critical, Day: DayOf(r.marks[i].at.In(zone)),
		})
	}
	slices.SortStableFunc(found, byCost)
	return found[:min(len(found), max(0, mostMoments-len(had)))], nil
}

// critical reports whether a reply has a critical fault.
func critical(c *call.Case, m call.Move) bool {
	return slices.ContainsFunc(c.Replies[m.Reply].Shows, func(sh call.Shown) bool {
		return c.Rubric.Behaviours[sh.Behaviour].Critical
	})
}

// hasOther reports whether another reply without a critical fault is open.
func hasOther(c *call.Case, s call.State, m call.Move) bool {
	return slices.ContainsFunc(c.Order(0, s, nil), func(i int) bool {
		return i != int(m.Reply) && !critical(c, call.Move{Reply: uint16(i)})
	})
}
