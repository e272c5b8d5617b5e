package trainer

import (
	"cmp"
	"slices"
	"time"
)

// A Moment is one costly reply of a scored call that comes back some days later,
// to be given anew. It belongs to its trainee alone: it changes no score, and no
// list, report, export or manager's screen has it.
type Moment struct {
	Attempt  Attempt // the call it is from; with Move it names the moment
	Move     int     // index of the reply among the moves that stand
	Reply    string  // what was said there, by its name in the case
	Cost     float64 // of the overall, 0 to 100
	Critical bool    // it had a critical fault
	Day      Day     // of the call
	Retired  bool    // it does not come back
	Answers  []Answer
}

// An Answer is what was said when a moment came back.
type Answer struct {
	At    time.Time
	Day   Day
	Said  string // the reply given, as a written move
	Right bool   // no other reply was better
}

// A Drawer keeps moments until they come back. They are no part of an attempt's
// records. Store.SaveAnalysis puts them in.
type Drawer interface {
	// Moments lists what q picks with its answers, by attempt and move.
	Moments(q MomentQuery) ([]Moment, error)
	// SaveAnswer adds an answer to a moment, and whether it comes back. It fails
	// with NotFound where there is no such moment.
	SaveAnswer(attempt int64, move int, a Answer, retired bool) error
	// Retire says that a moment does not come back, or that it does after all.
	Retire(attempt int64, move int, retired bool) error
}

// A MomentQuery picks moments. Zero fields pick all.
type MomentQuery struct {
	Profile  int64
	Attempt  int64
	Waiting  bool // those that have not retired
	Answered Day  // those with an answer on that day
}

// RightDays is on how many different days a moment has to be answered right to
// retire.
const RightDays = 3

// waits is after how many days a moment comes, by on how many it was answered
// right: the gap grows as long as it is remembered.
var waits = [RightDays]int{3, 2, 4}

// afterWrong is after how many days a moment comes that was not answered right.
const afterWrong = 1

// Next is the day from which on the moment can be answered, "" once it has
// retired. It never lapses: who comes later finds it as it was.
func (m Moment) Next() Day {
	n := m.Right()
	if m.Retired || n >= RightDays {
		return ""
	}
	if len(m.Answers) == 0 {
		return m.Day.Add(waits[0])
	}
	last := m.Answers[len(m.Answers)-1]
	if !last.Right {
		return last.Day.Add(afterWrong)
	}
	return last.Day.Add(waits[n])
}

// Right is on how many different days it was answered right.
func (m Moment) Right() int {
	days := map[Day]bool{}
	for _, a := range m.Answers {
		if a.Right {
			days[a.Day] = true
		}
	}
	return len(days)
}

// answered is the moment after another answer.
func (m Moment) answered(a Answer) Moment {
	m.Answers = append(slices.Clip(m.Answers), a)
	m.Retired = m.Retired || m.Right() >= RightDays
	return m
}

// byCost orders moments from the costliest on, a critical fault before all else.
func byCost(a, b Moment) int {
	return cmp.Or(-compareBools(a.Critical, b.Critical), cmp.Compare(b.Cost, a.Cost), cmp.Compare(a.Attempt.ID, b.Attempt.ID), cmp.Compare(a.Move, b.Move))
}

// compareBools puts false before true.
func compareBools(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// A Day is a day of the calendar, YYYY-MM-DD. Days compare as texts.
type Day string

// DayOf is the day on which t falls, in its own zone.
func DayOf(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// Add is the day n days later.
func (d Day) Add(n int) Day { return DayOf(d.In(time.UTC).AddDate(0, 0, n)) }

// In is the noon of the day in a zone, the zero time for what is no day. Noon,
// since there are zones in which some day has no midnight.
func (d Day) In(zone *time.Location) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, string(d), time.UTC)
	if err != nil {
		return time.Time{}
	}
	return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, zone)
}
