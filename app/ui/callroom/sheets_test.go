package callroom

import (
	"testing"
	"time"

	"keepcool/app/trainer"
)

func TestTheHourOfferedFirstIsAWorkingHour(t *testing.T) {
	w := trainer.UsualWeek() // Monday to Friday, nine to five
	for now, want := range map[string]string{
		"2026-11-24T05:55": "2026-11-24T09:00", // before work
		"2026-11-24T10:20": "2026-11-24T11:00",
		"2026-11-24T16:00": "2026-11-24T17:00",
		"2026-11-24T16:40": "2026-11-24T17:00",
		"2026-11-24T17:10": "2026-11-25T09:00", // after work
		"2026-11-27T18:00": "2026-11-30T09:00", // Friday evening
		"2026-11-28T12:00": "2026-11-30T09:00", // Saturday
	} {
		at, err := time.Parse("2006-01-02T15:04", now)
		if err != nil {
			t.Fatal(err)
		}
		if got := firstHour(w, workingDays(w, at), at).Format("2006-01-02T15:04"); got != want {
			t.Errorf("at %s it is %s, want %s", now, got, want)
		}
	}
}
