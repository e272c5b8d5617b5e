package team

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
)

// A line is one row of the table: the head of a group, or figures.
type line struct {
	group string // a head: the group's name; "" for figures
	title string
	note  string // of small words, at the right of a head or after a title
	count string
	cells []int // scores from 0 to 100, none where there is none
	what  result
	row   int // what the line stands for, in the rows it was made of
}

// none is the cell of a score that is not there yet.
const none = -1

// A result is how an assessed call ended.
type result int

const (
	noResult result = iota
	passed
	notPassed
	pending
)

func resultOf(s trainer.Summary) result {
	switch {
	case s.Passed:
		return passed
	case s.Final || s.Failed:
		return notPassed
	}
	return pending
}

func (r result) words() string {
	switch r {
	case passed:
		return locale.Text("team.result.passed")
	case notPassed:
		return locale.Text("team.result.failed")
	case pending:
		return locale.Text("team.result.pending")
	}
	return ""
}

func (r result) tint() fyne.ThemeColorName {
	switch r {
	case passed:
		return theme.GoodText
	case notPassed:
		return theme.BadText
	}
	return theme.Muted
}

// keyCells are the four keys of a call. A follow-up that is still open has no
// figure.
func keyCells(s trainer.Summary) []int {
	cells := make([]int, 0, len(s.Keys))
	for k, v := range s.Keys {
		if rubric.Key(k) == rubric.Follow && !s.Final {
			cells = append(cells, none)
			continue
		}
		cells = append(cells, score.Shown(v))
	}
	return cells
}

// teamLines are the lines of the whole table, grouped by trainee; best says
// whether the keys are those of the best call or of the last.
func teamLines(rows []trainer.TeamRow, best bool) []line {
	var lines []line
	for from := 0; from < len(rows); {
		to := from
		won := 0
		for to < len(rows) && rows[to].Trainee.ID == rows[from].Trainee.ID {
			if rows[to].Best.Passed {
				won++
			}
			to++
		}
		lines = append(lines, line{
			group: rows[from].Trainee.Name,
			note:  locale.Count("team.group", to-from, map[string]any{"Passed": won}),
		})
		for i := from; i < to; i++ {
			lines = append(lines, teamLine(rows[i], i, best))
		}
		from = to
	}
	return lines
}

func teamLine(r trainer.TeamRow, i int, best bool) line {
	s := r.Last
	if best {
		s = r.Best
	}
	cells := append([]int{score.Shown(r.Last.Overall), score.Shown(r.Best.Overall)}, keyCells(s)...)
	return line{title: r.Title, count: strconv.Itoa(r.Assessed), cells: cells, what: resultOf(s), row: i}
}

// attemptLines are the lines of one trainee's assessed calls in a scenario.
func attemptLines(all []trainer.Summary, now time.Time) []line {
	var lines []line
	for i, s := range all {
		l := line{
			title: locale.When(s.Attempt.Started.In(now.Location()), now),
			cells: append([]int{score.Shown(s.Overall)}, keyCells(s)...), what: resultOf(s), row: i,
		}
		switch {
		case s.TriedOut:
			l.note = locale.Text("team.tried-out")
		case s.Stage == trainer.StageLeft:
			l.note = locale.Text("team.left")
		}
		lines = append(lines, l)
	}
	return lines
}

// trainees is how many people the rows are of.
func trainees(rows []trainer.TeamRow) int {
	n := 0
	for i := range rows {
		if i == 0 || rows[i].Trainee.ID != rows[i-1].Trainee.ID {
			n++
		}
	}
	return n
}
