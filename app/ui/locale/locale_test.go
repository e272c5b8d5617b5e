package locale

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func TestAMissingKeyShowsItself(t *testing.T) {
	if got := Text("no.such"); got != "[no.such]" {
		t.Errorf("got %q", got)
	}
	if got := Count("no.such", 2); got != "[no.such]" {
		t.Errorf("got %q", got)
	}
}

func TestPluralsAndNames(t *testing.T) {
	for n, want := range map[int]string{0: "0 minutes", 1: "1 minute", 2: "2 minutes"} {
		if got := Count("span.minutes", n); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := Text("span.in", map[string]any{"Span": "2 days"}); got != "in 2 days" {
		t.Errorf("got %q", got)
	}
}

func TestMistakesInTheFilesAreSeen(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	cases := map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"a key in two files": {fstest.MapFS{"en/a.json": file(`{"x":"1"}`), "en/b.json": file(`{"x":"2"}`)}, "stands in a.json too"},
		"a key twice":        {fstest.MapFS{"en/a.json": file(`{"x":"1","x":"2"}`)}, "given twice"},
		"half a plural":      {fstest.MapFS{"en/a.json": file(`{"x":{"one":"1"}}`)}, "one and other"},
		"no object":          {fstest.MapFS{"en/a.json": file(`["x"]`)}, "an object"},
		"broken":             {fstest.MapFS{"en/a.json": file(`{"x":"1"`)}, "EOF"},
	}
	for name, c := range cases {
		if _, err := load(c.files, "en"); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", name, err, c.want)
		}
	}
}

func TestDaysAndHoursInWords(t *testing.T) {
	zone := time.FixedZone("", 3600)
	now := time.Date(2026, 11, 22, 23, 30, 0, 0, zone)
	at := func(month time.Month, day, hour int) time.Time {
		return time.Date(2026, month, day, hour, 0, 0, 0, zone)
	}
	for want, when := range map[string]time.Time{
		"Today 10:00":                 at(11, 22, 10),
		"Tomorrow 09:00":              at(11, 23, 9),
		"Yesterday 16:00":             at(11, 21, 16),
		"Tuesday 24 November 10:00":   at(11, 24, 10),
		"Friday 1 January 2027 08:00": time.Date(2027, 1, 1, 8, 0, 0, 0, zone),
	} {
		if got := When(when, now); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := Day(at(11, 23, 0), time.Date(2026, 11, 22, 23, 30, 0, 0, time.UTC)); got != "Today" {
		t.Errorf("the day is that of the promise's own zone, got %q", got)
	}
	if got := Date(at(11, 4, 0)); got != "4 November 2026" {
		t.Errorf("got %q", got)
	}
}

func TestSpansAreRoundedDown(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for d, want := range map[time.Duration]string{
		0:                    "now",
		-30 * time.Second:    "now",
		119 * time.Second:    "in 1 minute",
		-2 * time.Hour:       "2 hours ago",
		50 * time.Hour:       "in 2 days",
		-90 * 24 * time.Hour: "90 days ago",
	} {
		if got := Relative(now.Add(d), now); got != want {
			t.Errorf("%v: got %q, want %q", d, got, want)
		}
	}
}

func TestLanguagesAreNamedInThemselves(t *testing.T) {
	for tag, want := range map[string]string{"en": "English", "ms": "Bahasa Melayu", "zh-Hans": "简体中文", "nonsense!": "nonsense!"} {
		if got := Language(tag); got != want {
			t.Errorf("%s is %q, want %q", tag, got, want)
		}
	}
}
