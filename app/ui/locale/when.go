package locale

import "time"

// Clock is an hour as it is written: 10:00.
func Clock(t time.Time) string { return t.Format("15:04") }

// Date is a day with its year: 24 November 2026.
func Date(t time.Time) string {
	return Text("day.date", map[string]any{"Day": t.Day(), "Month": Text(Key("month.", monthKeys[t.Month()-1])), "Year": t.Year()})
}

// Weekday is the name of a day of the week: Tuesday.
func Weekday(day time.Weekday) string { return Text(Key("weekday.", weekdayKeys[day])) }

// WeekdayShort is its short name: Tue.
func WeekdayShort(day time.Weekday) string { return Text(Key("weekday.short.", weekdayKeys[day])) }

// Day is a day seen from now: Today, Tomorrow, Yesterday, or Tuesday 24 November, with the year
// where it is another one. Days are those of t's own zone.
func Day(t, now time.Time) string {
	switch daysBetween(now.In(t.Location()), t) {
	case 0:
		return Text("day.today")
	case 1:
		return Text("day.tomorrow")
	case -1:
		return Text("day.yesterday")
	}
	words := map[string]any{
		"Weekday": Weekday(t.Weekday()),
		"Day":     t.Day(),
		"Month":   Text(Key("month.", monthKeys[t.Month()-1])),
		"Year":    t.Year(),
	}
	if t.Year() != now.In(t.Location()).Year() {
		return Text("day.other-year", words)
	}
	return Text("day.other", words)
}

// DayShort is Day with short names, without the year: Tue 24 Nov.
func DayShort(t, now time.Time) string {
	if away := daysBetween(now.In(t.Location()), t); away >= -1 && away <= 1 {
		return Day(t, now)
	}
	return Text("day.short", map[string]any{
		"Weekday": WeekdayShort(t.Weekday()), "Day": t.Day(), "Month": Text(Key("month.short.", monthKeys[t.Month()-1])),
	})
}

// When is a day and its hour seen from now: Today 10:00.
func When(t, now time.Time) string {
	return Text("day.when", map[string]any{"Day": Day(t, now), "Clock": Clock(t)})
}

// Span is a length of time in the largest unit that fits, rounded down: 3 minutes.
func Span(d time.Duration) string {
	switch d = d.Abs(); {
	case d >= 24*time.Hour:
		return Count("span.days", int(d/(24*time.Hour)))
	case d >= time.Hour:
		return Count("span.hours", int(d/time.Hour))
	case d >= time.Minute:
		return Count("span.minutes", int(d/time.Minute))
	}
	return Count("span.seconds", int(d/time.Second))
}

// Relative is a time seen from now: in 3 minutes, 2 days ago, now.
func Relative(t, now time.Time) string {
	d := t.Sub(now)
	switch {
	case d.Abs() < time.Minute:
		return Text("span.now")
	case d > 0:
		return Text("span.in", map[string]any{"Span": Span(d)})
	}
	return Text("span.ago", map[string]any{"Span": Span(d)})
}

func daysBetween(from, to time.Time) int {
	midnight := func(t time.Time) time.Time { return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) }
	return int(midnight(to).Sub(midnight(from)).Hours() / 24)
}

var (
	monthKeys = [...]string{
		"january", "february", "march", "april", "may", "june",
		"july", "august", "september", "october", "november", "december",
	}
	weekdayKeys = [...]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}
)
