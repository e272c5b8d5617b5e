package trainer

import (
	"fmt"
	"slices"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/solve"
)

// A Question is a moment as it comes back: a state of the call, what was said
// just before, and the replies in a new order. It never changes, and holds
// nothing of the engine.
type Question struct {
	Moment  Moment
	Case    *call.Case
	Variant int
	Setting call.Setting
	Said    []Said      // what was said just before
	Replies []call.Move // in the order in which they are shown
	desk    *Desk
	r       *replay
	costs   []float64 // of Replies
}

// A Judged is what became of an answer.
type Judged struct {
	Right    bool
	Moment   Moment             // as it stands now
	Answered []Said             // what was said upon the reply
	Better   call.Move          // where it was not right
	Shows    []rubric.Behaviour // the strengths of the right reply
}

// Ask brings a moment back: the first time as it was, later as a sibling, if
// there is one. The engine judges the replies and is let go of; that may take a
// second and belongs in the background.
func (d *Desk) Ask(who Profile, m Moment) (*Question, error) {
	a, r, err := d.rebuild(m.Attempt.ID)
	if err != nil {
		return nil, err
	}
	if m.Move >= len(r.moves) || r.moves[m.Move].Kind != call.Reply || r.c.Replies[r.moves[m.Move].Reply].ID != m.Reply {
		return nil, damagedText(a, fmt.Errorf("move %d is not %s", m.Move, m.Reply))
	}
	written := make([]string, m.Move)
	for i, move := range r.moves[:m.Move] {
		written[i] = r.c.Format(move)
	}
	siblings, err := d.siblings(who, m)
	if err != nil {
		return nil, err
	}
	for _, p := range siblings {
		if q, err := d.ask(m, p, written); err == nil && q.asksTheSame() {
			return q, nil
		}
	}
	return d.ask(m, place{a, r.setting}, written)
}

// A place is where a moment can be played: an attempt's case, or another variant
// of it, in a setting.
type place struct {
	attempt Attempt
	setting call.Setting
}

// siblings are where a moment can be played beside its own place, another one
// first each time. The first time there are none, and never a variant that the
// trainee has not begun: that would be seen for the first time.
func (d *Desk) siblings(who Profile, m Moment) ([]place, error) {
	if len(m.Answers) == 0 {
		return nil, nil
	}
	begun, err := d.Store.Summaries(Query{Profile: who.ID, Scenario: m.Attempt.Scenario})
	if err != nil {
		return nil, err
	}
	var variants []int
	for _, s := range begun {
		variants = append(variants, s.Attempt.Variant)
	}
	slices.Sort(variants)
	var all []place
	for _, v := range slices.Compact(variants) {
		for _, set := range call.Settings {
			p := place{m.Attempt, set}
			if p.attempt.Variant = v; v != m.Attempt.Variant || set.String() != m.Attempt.Setting {
				all = append(all, p)
			}
		}
	}
	if len(all) == 0 {
		return nil, nil
	}
	first := (len(m.Answers) - 1) % len(all)
	return slices.Concat(all[first:], all[:first]), nil
}

// ask plays the written moves in a place and has the replies judged there. It
// fails where they do not come to the reply of the moment.
func (d *Desk) ask(m Moment, p place, written []string) (*Question, error) {
	c, err := d.caseOf(p.attempt)
	if err != nil {
		return nil, err
	}
	r := newReplay(c, p.setting)
	for _, text := range written {
		move, err := c.ParseMove(text)
		if err != nil {
			return nil, err
		}
		if err := r.move(move); err != nil {
			return nil, err
		}
	}
	then, err := c.ParseMove(m.Reply)
	if err != nil {
		return nil, err
	}
	if !c.Open(r.state, int(then.Reply)) {
		return nil, fmt.Errorf("%s is not open after these moves", m.Reply)
	}
	q := &Question{Moment: m, Case: c, Variant: p.attempt.Variant, Setting: p.setting, Said: lately(r), desk: d, r: r}
	for _, i := range c.Order(m.seed(c, r.state, len(m.Answers)+1), r.state, nil) {
		q.Replies = append(q.Replies, call.Move{Kind: call.Reply, Reply: uint16(i)})
	}
	return q, newAnalyst(d, p.attempt, r).ask(q.judge)
}

// Sibling reports whether it is another setting or variant than that of the call.
func (q *Question) Sibling() bool {
	a := q.Moment.Attempt
	return q.Variant != a.Variant || q.Setting.String() != a.Setting
}

// judge asks the engine what each reply costs.
func (q *Question) judge(x *solve.Solution) error {
	for _, m := range q.Replies {
		j, err := x.Judge(q.r.state, m)
		if err != nil {
			return err
		}
		q.costs = append(q.costs, j.Cost)
	}
	return nil
}

// Right reports whether the n-th of Replies is right: after it the best that can
// still be reached is not less than after any other without a critical fault.
func (q *Question) Right(n int) bool {
	if critical(q.Case, q.Replies[n]) {
		return false
	}
	for i, m := range q.Replies {
		if q.costs[i] < q.costs[n] && !critical(q.Case, m) {
			return false
		}
	}
	return true
}

// asksTheSame reports whether what cost something in the call is not right here
// either, and something else is.
func (q *Question) asksTheSame() bool {
	other := false
	for n, m := range q.Replies {
		mine := q.Case.Replies[m.Reply].ID == q.Moment.Reply
		if mine && q.Right(n) {
			return false
		}
		other = other || !mine && q.Right(n)
	}
	return other
}

// Answer gives the n-th of Replies. It is on the disk before anything is told
// of it.
func (q *Question) Answer(n int) (Judged, error) {
	r := q.r.clone()
	if err := r.move(q.Replies[n]); err != nil {
		return Judged{}, err
	}
	now := q.desk.Clock.Now()
	a := Answer{At: now, Day: DayOf(now), Said: q.Case.Format(q.Replies[n]), Right: q.Right(n)}
	j := Judged{Right: a.Right, Moment: q.Moment.answered(a), Better: q.Replies[n]}
	if err := q.desk.Store.SaveAnswer(q.Moment.Attempt.ID, q.Moment.Move, a, j.Moment.Retired); err != nil {
		return Judged{}, err
	}
	j.Answered = r.said[len(q.r.said)+1:] // without the reply itself
	if !a.Right {
		j.Better = q.Replies[slices.IndexFunc(q.Replies, q.isRight)]
	}
	j.Shows = strengths(q.Case, j.Better)
	return j, nil
}

func (q *Question) isRight(m call.Move) bool { return q.Right(slices.Index(q.Replies, m)) }

// lately is what was said in the last two moves that the caller answered, or
// from the beginning on.
func lately(r *replay) []Said {
	first, answers := len(r.said), 0
	for first > 0 && answers < 2 {
		move := r.said[first-1].Move
		answered := false
		for first > 0 && r.said[first-1].Move == move {
			first--
			answered = answered || r.said[first].Voice == TheCaller
		}
		if answered {
			answers++
		}
	}
	return slices.Clip(r.said[first:])
}

// seed shuffles the replies of a state for the n-th time that the moment is
// asked: another order than the time before, which at first was that of the call.
func (m Moment) seed(c *call.Case, s call.State, n int) uint64 {
	if n == 0 {
		return m.Attempt.Seed
	}
	before := c.Order(m.seed(c, s, n-1), s, nil)
	seed := m.Attempt.Seed + uint64(m.Move+1)<<32 + uint64(n)<<16
	for range 100 { // which is enough to find another one where there is one
		if !slices.Equal(before, c.Order(seed, s, nil)) {
			break
		}
		seed++
	}
	return seed
}
