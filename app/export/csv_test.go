package export_test

import (
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"keepcool/app/export"
	"keepcool/app/trainer"
)

func summary(overall float64, keys [4]float64, final, passed bool) trainer.Summary {
	return trainer.Summary{
		Attempt: trainer.Attempt{Started: time.Date(2026, 11, 23, 9, 5, 30, 0, time.UTC), Zone: "Europe/Warsaw"},
		Overall: overall, Keys: keys, Final: final, Passed: passed,
	}
}

func row(name, title string) trainer.TeamRow {
	return trainer.TeamRow{
		Trainee: trainer.Profile{Name: name}, Scenario: "cold-rooms", Title: title, Assessed: 3,
		Last: summary(79.96, [4]float64{100, 59.9, 0, 12.5}, false, false),
		Best: summary(91, [4]float64{90, 91, 92, 93}, true, true),
	}
}

func lines(t *testing.T, rows ...trainer.TeamRow) (raw string, records [][]string) {
	t.Helper()
	var b strings.Builder
	if err := export.Team(&b, rows); err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(strings.NewReader(b.String())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), records
}

func TestTeam(t *testing.T) {
	raw, records := lines(t, row("Ada Okafor", "Twenty-one degrees, in a coat"))
	want := []string{
		"Ada Okafor", "cold-rooms", "Twenty-one degrees, in a coat", "3",
		"2026-11-23T10:05:30+01:00", "79", "100", "59", "0", "", "pending",
		"2026-11-23T10:05:30+01:00", "91", "90", "91", "92", "93", "passed",
	}
	if len(records) != 2 || len(records[0]) != len(want) || !slices.Equal(records[1], want) {
		t.Errorf("got %q", records)
	}
	if strings.Count(raw, "\r\n") != 2 || strings.Count(raw, "\n") != 2 {
		t.Errorf("the lines do not all end in CR LF: %q", raw)
	}
	if !strings.Contains(raw, `,"Twenty-one degrees, in a coat",`) {
		t.Errorf("a comma is not quoted: %q", raw)
	}
}

func TestTeamFailed(t *testing.T) {
	r := row("Ada", "T")
	r.Last = summary(40, [4]float64{}, true, false)
	if _, records := lines(t, r); records[1][10] != "failed" {
		t.Errorf("got %q", records[1])
	}
}

func TestQuotingComesBackAsItWas(t *testing.T) {
	for _, name := range []string{`Ann "the Ear" Lee`, "Bo, Jr.", "Zoë 朱", "two\nlines", " spaced ", "a;b"} {
		if _, records := lines(t, row(name, name)); records[1][0] != name || records[1][2] != name {
			t.Errorf("%q comes back as %q", name, records[1][0])
		}
	}
}

func TestFormulasAreTakenAsText(t *testing.T) {
	for _, name := range []string{"=1+1", "+31 6 1234", "-2", "@SUM(A1)", "\t=1", "\r=1", `=HYPERLINK("http://x","y")`} {
		_, records := lines(t, row(name, name))
		if got := records[1][0]; !strings.HasPrefix(got, "'") {
			t.Errorf("%q comes out as %q", name, got)
		}
	}
	if _, records := lines(t, row("Ada-Lee", "3 = 3")); records[1][0] != "Ada-Lee" || records[1][2] != "3 = 3" {
		t.Errorf("a harmless cell is changed: %q", records[1])
	}
}

func TestNobody(t *testing.T) {
	if _, records := lines(t); len(records) != 1 || records[0][0] != "trainee" {
		t.Errorf("got %q", records)
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestABrokenFileIsAnError(t *testing.T) {
	if export.Team(broken{}, []trainer.TeamRow{row("Ada", "T")}) == nil {
		t.Error("nothing is said")
	}
}
