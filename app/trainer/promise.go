package trainer

import (
	"encoding/json"
	"time"

	"keepcool/app/call"
	"keepcool/app/script"
)

// hourLayout is a promised hour on the trainee's wall.
const hourLayout = "2006-01-02T15:04"

// A PromisedHour is a wall-clock time in the trainee's zone. The wall time is
// what was promised: a change of the clock keeps it. UTC stands beside it for
// the record.
type PromisedHour struct {
	Local string    `json:"local"`
	Zone  string    `json:"zone"`
	UTC   time.Time `json:"utc"`
}

// PromiseAt is the promise of ringing at t, in t's zone.
func PromiseAt(t time.Time) PromisedHour {
	return PromisedHour{Local: t.Format(hourLayout), Zone: t.Location().String(), UTC: t.UTC().Truncate(time.Minute)}
}

// Time is the instant of the promise. An unknown zone falls back to the
// instant that was recorded.
func (h PromisedHour) Time() time.Time {
	zone, err := time.LoadLocation(h.Zone)
	if err != nil {
		return h.UTC
	}
	t, err := time.ParseInLocation(hourLayout, h.Local, zone)
	if err != nil {
		return h.UTC
	}
	return t
}

func (h PromisedHour) text() string {
	b, _ := json.Marshal(h) // a struct of strings and a time always marshals
	return string(b)
}

func readHour(text string) (PromisedHour, error) {
	var h PromisedHour
	err := json.Unmarshal([]byte(text), &h)
	return h, err
}

// After is the time a span after t: minutes and hours by the clock, days by
// the working days of the week.
func (w Week) After(t time.Time, s script.Span) time.Time {
	switch s.Unit {
	case script.Days:
		return w.AddDays(t, s.N)
	case script.Hours:
		return t.Add(time.Duration(s.N) * time.Hour)
	}
	return t.Add(time.Duration(s.N) * time.Minute)
}

// Latest is the latest hour a caller accepts who was told something at t and
// waits a span. A caller who waits days waits until the end of the working day.
func (w Week) Latest(t time.Time, s script.Span) time.Time {
	latest := w.After(t, s)
	if s.Unit != script.Days {
		return latest
	}
	y, m, d := latest.Date()
	if end := time.Date(y, m, d, 0, w.To, 0, 0, latest.Location()); end.After(latest) {
		return end
	}
	return latest
}

// JudgePromise is the word of a promise made at now for hour (DESIGN section 3).
func (w Week) JudgePromise(p *script.Promise, now, hour time.Time) call.Word {
	switch {
	case hour.Before(w.After(now, p.Soonest).Truncate(time.Minute)):
		return call.TooSoon
	case hour.After(w.Latest(now, p.Latest)):
		return call.TooLate
	}
	return call.Good
}

// A Promise is a follow-up that was agreed, and how it stands.
type Promise struct {
	Attempt Attempt
	What    string
	Caller  string // the caller's name
	Hour    time.Time
	Opens   time.Time // from when on ringing keeps it
	Grace   time.Time // until when ringing keeps it
	Late    time.Time // until when ringing is late; then it is missed
	Lapses  time.Time // until when a missed promise can be repaired
	Moved   bool      // its hour was moved once
	Overdue bool      // it was moved past the caller's latest hour: late at best
	Begun   bool      // the second call is under way
	InHouse bool      // the call inside the house is under way

	Colleague string // who in the house can be rung now, or is on the line; "" when nobody
	Errand    string // what for
}

// Open reports whether the follow-up can be played at now.
func (p Promise) Open(now time.Time) bool { return !now.Before(p.Opens) && !now.After(p.Lapses) }

// Due reports whether the promised hour has come.
func (p Promise) Due(now time.Time) bool { return !now.Before(p.Hour) }

// Word is how the promise turns out for who rings at now.
func (p Promise) Word(now time.Time) call.Word {
	switch {
	case now.After(p.Lapses):
		return call.LapsedWord
	case now.After(p.Late):
		return call.Missed
	case now.After(p.Grace) || p.Overdue:
		return call.Late
	}
	return call.Kept
}

// promise lays out the times of a promise by the trainee's week: within the
// grace it is kept, up to one working day later late, and two more working
// days later it lapses.
func (w Week) promise(p *script.Promise, hour time.Time) Promise {
	grace := w.After(hour, p.Grace)
	return Promise{
		What: p.What, Hour: hour, Grace: grace, Opens: hour.Add(hour.Sub(grace)),
		Late: w.AddDays(hour, 1), Lapses: w.AddDays(hour, 3),
	}
}
