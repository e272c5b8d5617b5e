package trainer

import "time"

// A Role is what a person does here.
type Role string

// The two roles.
const (
	Trainee Role = "trainee"
	Manager Role = "manager"
)

// A Profile is a person who uses the program.
type Profile struct {
	ID      int64
	Name    string
	Role    Role
	Week    Week
	Secret  string // a manager's argon2id hash; empty for a trainee
	Created time.Time
}

// A Week is the days and hours a trainee works. Promises count in it.
type Week struct {
	Days     [7]bool // by time.Weekday, Sunday first
	From, To int     // minutes after midnight, From before To
}

// UsualWeek is Monday to Friday, 9 to 17.
func UsualWeek() Week {
	return Week{Days: [7]bool{false, true, true, true, true, true, false}, From: 9 * 60, To: 17 * 60}
}

// Works reports whether t falls on a working day.
func (w Week) Works(t time.Time) bool { return w.Days[t.Weekday()] }

// AddDays is the same wall time n working days after t. A week without a
// working day counts every day, so that it always ends.
func (w Week) AddDays(t time.Time, n int) time.Time {
	if w.Days == ([7]bool{}) {
		return t.AddDate(0, 0, n)
	}
	day := 0
	for n > 0 {
		day++
		if w.Days[t.AddDate(0, 0, day).Weekday()] {
			n--
		}
	}
	return t.AddDate(0, 0, day)
}
