// Package export writes what the program knows in the formats other programs
// read. It may import trainer and below; it must never know a window or a
// database.
package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
)

var teamHeader = []string{
	"trainee", "scenario", "title", "assessed attempts",
	"last on", "last overall", "last keep cool", "last cover all bases", "last go the extra mile", "last follow up", "last result",
	"best on", "best overall", "best keep cool", "best cover all bases", "best go the extra mile", "best follow up", "best result",
}

// Team writes the managers' table as CSV (RFC 4180, UTF-8). Scores are whole
// numbers from 0 to 100, an open key is empty, dates are ISO 8601 with their zone. A cell that a spreadsheet would
// take for a formula is quoted with an apostrophe.
func Team(w io.Writer, rows []trainer.TeamRow) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(teamHeader); err != nil {
		return err
	}
	for _, r := range rows {
		line := []string{plain(r.Trainee.Name), plain(r.Scenario), plain(r.Title), strconv.Itoa(r.Assessed)}
		line = append(line, figures(r.Last)...)
		line = append(line, figures(r.Best)...)
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func figures(s trainer.Summary) []string {
	result := "pending"
	switch {
	case s.Passed:
		result = "passed"
	case s.Final || s.Failed:
		result = "failed"
	}
	cells := []string{began(s.Attempt), strconv.Itoa(score.Shown(s.Overall))}
	for k, v := range s.Keys {
		cell := strconv.Itoa(score.Shown(v))
		if rubric.Key(k) == rubric.Follow && !s.Final {
			cell = "" // open until the promise is kept or missed
		}
		cells = append(cells, cell)
	}
	return append(cells, result)
}

// began is when an attempt began, by the trainee's clock.
func began(a trainer.Attempt) string {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		zone = time.UTC
	}
	return a.Started.In(zone).Format(time.RFC3339)
}

func plain(cell string) string {
	if strings.IndexAny(cell, "=+-@\t\r") == 0 {
		return "'" + cell
	}
	return cell
}
