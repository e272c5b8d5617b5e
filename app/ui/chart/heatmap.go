package chart

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/widget"
)

// A Row is a name with a score in each column; one that is not Known leaves its
// cell empty.
type Row struct {
	Name   string
	Scores []Score
}

// NameColumn is where the names of the rows stand, left of column 0.
const NameColumn = -1

// HeatMap shows scores in rows and columns, each as a number on its colour. It
// takes one stop of the Tab key; the arrows go from cell to cell and to the
// names, Enter opens one, and so does a click.
type HeatMap struct {
	fynewidget.BaseWidget
	// OnOpen opens a cell, or with NameColumn the row itself.
	OnOpen func(row, column int)
	// OnPoint is told which cell the keys or the mouse are on; row is -1 when
	// they are on none.
	OnPoint func(row, column int)

	columns []string
	rows    []Row
	row     int // what the keys are on
	column  int
	focused bool
	over    spot // what the mouse is over
	chosen  int  // the row that is marked, -1 for none

	draw *heatMapRenderer // what it is drawn by, nil before it is
}

// spot is a cell, or with NameColumn a name; row is -1 for none.
type spot struct{ row, column int }

var nowhere = spot{-1, NameColumn}

// NewHeatMap shows rows of scores under the names of the columns.
func NewHeatMap(columns []string, rows []Row, open func(row, column int)) *HeatMap {
	m := &HeatMap{columns: columns, OnOpen: open, over: nowhere, chosen: -1}
	for _, r := range rows {
		r.Scores = bounded(r.Scores)
		m.rows = append(m.rows, r)
	}
	m.ExtendBaseWidget(m)
	return m
}

// Choose marks a row by its name; -1 marks none.
func (m *HeatMap) Choose(row int) {
	m.chosen = row
	if m.draw != nil {
		m.draw.mark()
	}
}

// score is what stands in a cell.
func (m *HeatMap) score(at spot) (Score, bool) {
	if at.row < 0 || at.row >= len(m.rows) || at.column < 0 || at.column >= len(m.rows[at.row].Scores) {
		return Score{}, false
	}
	s := m.rows[at.row].Scores[at.column]
	return s, s.Known
}

// on is what is pointed at: by the mouse, or else by the keys.
func (m *HeatMap) on() spot {
	switch {
	case m.over != nowhere:
		return m.over
	case m.focused && len(m.rows) > 0:
		return spot{m.row, m.column}
	}
	return nowhere
}

// pointed tells what is pointed at now, and shows it.
func (m *HeatMap) pointed() {
	if m.draw != nil {
		m.draw.mark()
	}
	if m.OnPoint != nil {
		at := m.on()
		m.OnPoint(at.row, at.column)
	}
}

func (m *HeatMap) open(at spot) {
	if _, known := m.score(at); m.OnOpen != nil && at.row >= 0 && (known || at.column == NameColumn) {
		m.OnOpen(at.row, at.column)
	}
}

// goTo puts the keys on a cell.
func (m *HeatMap) goTo(row, column int) {
	m.row = min(max(row, 0), max(len(m.rows)-1, 0))
	m.column = min(max(column, NameColumn), len(m.columns)-1)
	m.over = nowhere
	m.pointed()
	m.reveal()
}

func (m *HeatMap) reveal() {
	if m.draw != nil && len(m.rows) > 0 {
		widget.RevealPart(m, m.draw.ring)
	}
}

// FocusGained shows where the keys are.
func (m *HeatMap) FocusGained() {
	m.focused = true
	m.pointed()
	m.reveal()
}

// FocusLost hides it.
func (m *HeatMap) FocusLost() {
	m.focused = false
	m.pointed()
}

// TypedRune hands the character on, save the one of Space.
func (m *HeatMap) TypedRune(r rune) {
	if r != ' ' {
		widget.BubbleRune(m, r)
	}
}

// TypedKey goes from cell to cell and opens one; other keys go on.
func (m *HeatMap) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp:
		m.goTo(m.row-1, m.column)
	case fyne.KeyDown:
		m.goTo(m.row+1, m.column)
	case fyne.KeyLeft:
		m.goTo(m.row, m.column-1)
	case fyne.KeyRight:
		m.goTo(m.row, m.column+1)
	case fyne.KeyHome:
		m.goTo(0, m.column)
	case fyne.KeyEnd:
		m.goTo(len(m.rows)-1, m.column)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		m.open(spot{m.row, m.column})
	default:
		widget.BubbleKey(m, ev)
	}
}

// Tapped opens what lies under the mouse.
func (m *HeatMap) Tapped(ev *fyne.PointEvent) {
	at := m.at(ev.Position)
	if at == nowhere {
		return
	}
	m.row, m.column = at.row, at.column
	widget.Focus(m)
	m.open(at)
}

// MouseIn implements desktop.Hoverable.
func (m *HeatMap) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

// MouseMoved names what lies under the mouse.
func (m *HeatMap) MouseMoved(ev *desktop.MouseEvent) {
	if at := m.at(ev.Position); at != m.over {
		m.over = at
		m.pointed()
	}
}

// MouseOut names nothing any more.
func (m *HeatMap) MouseOut() {
	m.over = nowhere
	m.pointed()
}

// Cursor implements desktop.Cursorable.
func (m *HeatMap) Cursor() desktop.Cursor {
	if _, known := m.score(m.over); known || m.over.row >= 0 && m.over.column == NameColumn {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// at is what lies under a point.
func (m *HeatMap) at(pos fyne.Position) spot {
	if m.draw == nil || pos.Y < m.draw.top() {
		return nowhere
	}
	row := int((pos.Y - m.draw.top()) / m.draw.high())
	for column := NameColumn; row < len(m.rows) && column < len(m.columns); column++ {
		if m.draw.box(spot{row, column}).holds(pos) {
			return spot{row, column}
		}
	}
	return nowhere
}

// AccessibilityLabel implements fyne.Accessible: what the keys are on, or all
// of it.
func (m *HeatMap) AccessibilityLabel() string {
	told := func(row int) string {
		all := make([]string, len(m.rows[row].Scores))
		for i, s := range m.rows[row].Scores {
			all[i] = m.columns[i] + " " + s.number()
		}
		return m.rows[row].Name + ": " + strings.Join(all, ", ")
	}
	if at := m.on(); at.row >= 0 && at.column >= 0 {
		s := m.rows[at.row].Scores[at.column]
		return m.rows[at.row].Name + ": " + m.columns[at.column] + " " + s.number()
	} else if at.row >= 0 {
		return told(at.row)
	}
	all := make([]string, len(m.rows))
	for i := range m.rows {
		all[i] = told(i)
	}
	return strings.Join(all, "; ")
}

// AccessibilityRole implements fyne.Accessible.
func (m *HeatMap) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
