package trainer

import (
	"cmp"
	"slices"
)

// FiveMinutes is how many moments a day offers at most: reading one, answering
// it and reading what came of it takes a little less than two minutes.
const FiveMinutes = 3

// Moments are a trainee's moments as they stand today.
type Moments struct {
	Due  []Moment // offered today
	Next Day      // where none is due: when the next one comes, "" when none waits
}

// Moments are what a trainee is offered today: five minutes' worth, of which
// that which was answered today is taken off. Those that use up no first sight
// come before the others, then the costliest first. A moment whose call can't be
// replayed any more is left out, and the log is told once.
func (d *Desk) Moments(who Profile) (Moments, error) {
	today := DayOf(d.Clock.Now())
	waiting, err := d.Store.Moments(MomentQuery{Profile: who.ID, Waiting: true})
	if err != nil {
		return Moments{}, err
	}
	answered, err := d.Store.Moments(MomentQuery{Profile: who.ID, Answered: today})
	if err != nil {
		return Moments{}, err
	}
	room := max(0, FiveMinutes-len(answered))
	due, err := d.dueBy(who, waiting, today)
	if err != nil {
		return Moments{}, err
	}
	var t Moments
	for _, m := range due {
		if len(t.Due) == room {
			break
		}
		ok, err := d.replayable(m)
		if err != nil {
			return Moments{}, err
		}
		if ok {
			t.Due = append(t.Due, m)
		}
	}
	if len(t.Due) == 0 {
		t.Next, err = d.nextMoment(waiting, today)
	}
	return t, err
}

// dueBy are those of the moments that are due on a day, in the order in which
// they are offered.
func (d *Desk) dueBy(who Profile, all []Moment, day Day) ([]Moment, error) {
	var due []Moment
	uses := map[string]bool{} // by scenario: answering uses up a first sight
	for _, m := range all {
		if next := m.Next(); next == "" || next > day {
			continue
		}
		due = append(due, m)
		scenario := m.Attempt.Scenario
		if _, asked := uses[scenario]; asked {
			continue
		}
		left, err := d.SightsLeft(who, scenario)
		if err != nil {
			return nil, err
		}
		uses[scenario] = left > 0
	}
	slices.SortStableFunc(due, func(a, b Moment) int {
		return cmp.Or(compareBools(uses[a.Attempt.Scenario], uses[b.Attempt.Scenario]), byCost(a, b))
	})
	return due, nil
}

// nextMoment is when the next of the moments comes that can be replayed, not
// before tomorrow.
func (d *Desk) nextMoment(waiting []Moment, today Day) (Day, error) {
	var next Day
	for _, m := range waiting {
		comes := m.Next()
		if comes == "" {
			continue
		}
		if comes = max(comes, today.Add(1)); next != "" && comes >= next {
			continue
		}
		ok, err := d.replayable(m)
		if err != nil {
			return "", err
		}
		if ok {
			next = comes
		}
	}
	return next, nil
}

// replayable reports whether the call of a moment can be replayed up to it.
func (d *Desk) replayable(m Moment) (bool, error) {
	_, _, err := d.rebuild(m.Attempt.ID)
	if unreadable(err) {
		d.unreadable("a moment can't be replayed", m.Attempt, err)
		return false, nil
	}
	return err == nil, err
}

// Retire takes a moment out: it does not come back. With false it does after
// all, as it would have.
func (d *Desk) Retire(m Moment, retired bool) error {
	return d.Store.Retire(m.Attempt.ID, m.Move, retired)
}
