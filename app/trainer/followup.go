package trainer

import (
	"time"

	"keepcool/app/call"
)

// Promise is the hour promised in this attempt, and how it stands.
func (p *Play) Promise() (Promise, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.promise()
}

func (p *Play) promise() (Promise, bool) {
	if p.r.hour == nil || p.r.c.Scenario.Promise == nil {
		return Promise{}, false
	}
	pr := p.week.promise(p.r.c.Scenario.Promise, p.r.hour.Time())
	pr.Attempt, pr.Caller, pr.Moved = p.attempt, p.r.c.Scenario.Caller.Name, p.r.moved
	pr.InHouse = p.c.InHouse(p.r.state)
	pr.Begun = p.r.ended > 0 && p.r.state.Stage == call.Talking && !pr.InHouse
	if pr.InHouse || p.canRingInside() {
		k := p.r.c.Calls[p.r.c.InsideCall()].Script
		pr.Colleague, pr.Errand = k.Name, k.What
	}
	pr.Overdue = pr.Moved && pr.Hour.After(p.week.Latest(p.r.promised.In(pr.Hour.Location()), p.r.c.Scenario.Promise.Latest))
	return pr, true
}

// JudgePromise is the word a promise for hour would get now.
func (p *Play) JudgePromise(hour time.Time) call.Word {
	if p.Case().Scenario.Promise == nil {
		return call.Vague
	}
	return p.week.JudgePromise(p.Case().Scenario.Promise, p.desk.Clock.Now(), hour)
}

// FollowUp opens the second call: kept, late or missed as it stands now.
func (p *Play) FollowUp() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	pr, ok := p.promise()
	if !ok || p.r.state.Stage != call.Promised {
		return notNow("no-promise", "There is no promise to keep here.")
	}
	now := p.desk.Clock.Now()
	if now.Before(pr.Opens) {
		return Fail(NotDue, nil, "not-due", "This call is promised for {{.Day}} {{.Hour}}. It can be made from {{.Opens}} on.",
			"Day", pr.Hour.Weekday(), "Hour", pr.Hour, "Opens", pr.Opens)
	}
	return p.do(call.Move{Kind: call.FollowUp, Word: pr.Word(now)})
}

// deserted is how long nothing is heard in a call inside the house before it is
// taken as left: its promise may lapse then.
const deserted = 24 * time.Hour

// lapse closes a promise that is past repair, and reports whether it was. A
// call inside that somebody has left is hung up first.
func (p *Play) lapse() (bool, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.desk.Clock.Now()
	pr, ok := p.promise()
	if !ok || pr.Word(now) != call.LapsedWord {
		return false, nil
	}
	if pr.InHouse {
		if now.Sub(p.r.last) < deserted {
			return false, nil
		}
		if err := p.do(call.Move{Kind: call.HangUp}); err != nil {
			return false, err
		}
	}
	return true, p.do(call.Move{Kind: call.FollowUp, Word: call.LapsedWord})
}

// RingInside opens the call with the colleague inside the house: once, and
// before the promised hour.
func (p *Play) RingInside() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.canRingInside() {
		return notNow("nobody-inside", "There is nobody in the house to ring now.")
	}
	return p.do(call.Move{Kind: call.RingInside})
}

func (p *Play) canRingInside() bool {
	return p.r.hour != nil && p.r.c.CanRingInside(p.r.state) && p.desk.Clock.Now().Before(p.r.hour.Time())
}

// InHouse reports whether the call with the colleague is under way.
func (p *Play) InHouse() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.c.InHouse(p.r.state)
}

// Who is the name of who is on the line: the caller's, or the colleague's.
func (p *Play) Who() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.c.InHouse(p.r.state) {
		return p.c.Who(p.c.InsideCall())
	}
	return p.c.Scenario.Caller.Name
}

// MovePromise moves the promised hour, once and before it has come.
func (p *Play) MovePromise(hour time.Time) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	pr, ok := p.promise()
	now := p.desk.Clock.Now()
	switch {
	case !ok || p.r.state.Stage != call.Promised:
		return notNow("no-promise-to-move", "There is no promise to move here.")
	case pr.Moved:
		return notNow("moved-once", "This promise was moved once already. Ring at the hour you gave.")
	case pr.Due(now):
		return notNow("hour-has-come", "The promised hour has come. Ring now.")
	case hour.Before(now):
		return notNow("hour-passed", "That hour has passed already. Choose one that is still to come.")
	}
	return p.append(Record{Kind: RecordMoved, Text: PromiseAt(hour).text()})
}
