package progress

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// caseMap is how the cases stand in the four keys, nil before there are two.
func (s *Screen) caseMap() fyne.CanvasObject {
	s.cases = nil
	all := s.progress.Cases
	if len(all) < 2 {
		return nil
	}
	var columns []string
	for _, k := range rubric.Keys {
		columns = append(columns, locale.Text(locale.Key("today.key.", k.String())))
	}
	rows := make([]chart.Row, len(all))
	for i, c := range all {
		rows[i].Name = c.Title
		for k := range c.Keys {
			rows[i].Scores = append(rows[i].Scores, chart.Score{Name: columns[k], N: score.Shown(c.Keys[k].Score), Known: c.Known[k]})
		}
	}
	lowest := lowestWords(all)
	words := widget.Caption(lowest)
	s.cases = chart.NewHeatMap(columns, rows, s.openCell)
	s.cases.OnPoint = func(row, column int) {
		switch {
		case row < 0:
			words.SetText(lowest)
		case column == chart.NameColumn:
			words.SetText(locale.Text("progress.map.row", map[string]any{"Case": all[row].Title}))
		case !all[row].Known[column]:
			words.SetText(locale.Text("progress.map.empty", map[string]any{"Case": all[row].Title, "Key": columns[column]}))
		default:
			words.SetText(locale.Text("progress.map.cell", map[string]any{"Case": all[row].Title, "Key": columns[column], "N": rows[row].Scores[column].N}))
		}
	}
	s.markCase()
	return widget.NewCard(locale.Text("progress.map"), widget.VStack(theme.GapM, s.cases, container.New(rows3{}, words)))
}

// openCell opens the attempt that a score is of, or filters by a case.
func (s *Screen) openCell(row, column int) {
	c := s.progress.Cases[row]
	if column == chart.NameColumn {
		s.only(c.Title)
		return
	}
	sum := c.Keys[column].Attempt
	if s.marked != 0 {
		s.pick(sum.Attempt.ID)
		return
	}
	screen.Resume(s.host, sum)
}

// markCase marks the case that the list is filtered by.
func (s *Screen) markCase() {
	if s.cases != nil {
		title := s.find.Text()
		s.cases.Choose(slices.IndexFunc(s.progress.Cases, func(c trainer.CaseMarks) bool { return c.Title == title }))
	}
}

// lowestWords name the lowest score there is: of equals the one played last.
func lowestWords(all []trainer.CaseMarks) string {
	low, at, key := 101, 0, rubric.Cool
	for i, c := range all {
		for _, k := range rubric.Keys {
			if n := score.Shown(c.Keys[k].Score); c.Known[k] && n < low {
				low, at, key = n, i, k
			}
		}
	}
	return locale.Text("progress.map.lowest", map[string]any{
		"Key": locale.Text(locale.Key("debrief.keyword.", key.String())), "Case": all[at].Title, "N": low,
	})
}

// rows3 keeps room for three lines, so that nothing below moves when the words
// change.
type rows3 struct{}

func (rows3) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (rows3) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize()
	least.Height = max(least.Height, 3*1.3*theme.Size(theme.TextCaption))
	return least
}
