package trainer

import (
	"slices"
	"strings"
)

// A TeamRow is one trainee in one scenario: the last and the best assessed
// attempt. Practice never counts, nor does an attempt with the clock set by
// hand or one that was left.
type TeamRow struct {
	Trainee    Profile
	Scenario   string
	Title      string
	Assessed   int
	Last, Best Summary
}

// Team is the managers' table: by trainee, then by scenario.
func (d *Desk) Team() ([]TeamRow, error) {
	profiles, err := d.Store.Profiles()
	if err != nil {
		return nil, err
	}
	var rows []TeamRow
	for _, who := range profiles {
		if who.Role != Trainee {
			continue
		}
		all, err := d.Store.Summaries(Query{Profile: who.ID, Mode: Assessed, Scored: true})
		if err != nil {
			return nil, err
		}
		rows = append(rows, teamRows(who, all)...)
	}
	slices.SortStableFunc(rows, func(a, b TeamRow) int {
		if c := strings.Compare(strings.ToLower(a.Trainee.Name), strings.ToLower(b.Trainee.Name)); c != 0 {
			return c
		}
		return strings.Compare(a.Title, b.Title)
	})
	return rows, nil
}

func teamRows(who Profile, newestFirst []Summary) []TeamRow {
	var rows []TeamRow
	for _, s := range newestFirst {
		if s.TriedOut || s.Stage == StageLeft {
			continue
		}
		i := slices.IndexFunc(rows, func(r TeamRow) bool { return r.Scenario == s.Attempt.Scenario })
		if i < 0 {
			rows = append(rows, TeamRow{Trainee: who, Scenario: s.Attempt.Scenario, Title: s.Attempt.Title, Last: s, Best: s})
			i = len(rows) - 1
		}
		rows[i].Assessed++
		if s.Overall > rows[i].Best.Overall {
			rows[i].Best = s
		}
	}
	return rows
}

// AssessedBy is a trainee's assessed attempts in a scenario, newest first: what
// the managers' table drills down to.
func (d *Desk) AssessedBy(trainee int64, scenario string) ([]Summary, error) {
	return d.Store.Summaries(Query{Profile: trainee, Scenario: scenario, Mode: Assessed, Scored: true})
}
