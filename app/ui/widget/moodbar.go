package widget

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// MoodKind is one of the three moods of a caller.
type MoodKind int

// The moods.
const (
	HeatMood MoodKind = iota
	TrustMood
	ConfusionMood
)

func (k MoodKind) colour() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{theme.Heat, theme.Calm, theme.MarkNeed}[k]
}

const moodSteps = 10

// MoodBar shows a mood from 0 to 10: its name, ten cells that can be counted, and the number.
type MoodBar struct {
	fynewidget.BaseWidget
	label, number *Text
	cells         *cells
	root          fyne.CanvasObject
}

// NewMoodBar is a bar of a mood under the label it is given, such as the caller's word for heat.
func NewMoodBar(kind MoodKind, label string) *MoodBar {
	m := &MoodBar{label: Body(label).OneLine(), number: Strong("–").Align(fyne.TextAlignTrailing), cells: newCells(kind)}
	m.root = HStack(theme.GapM, Width(124, m.label), Grow(m.cells), Width(22, m.number))
	m.ExtendBaseWidget(m)
	return m
}

// Set shows a value from 0 to 10.
func (m *MoodBar) Set(value int) {
	m.cells.value = min(max(value, 0), moodSteps)
	m.cells.Refresh()
	m.number.SetText(strconv.Itoa(m.cells.value))
}

// SetLabel changes the name.
func (m *MoodBar) SetLabel(s string) { m.label.SetText(s) }

// SetUnknown empties the bar; words stand in the place of the number's meaning.
func (m *MoodBar) SetUnknown(words string) {
	m.cells.value = 0
	m.cells.Refresh()
	m.number.SetText(words)
}

// CreateRenderer implements fyne.Widget.
func (m *MoodBar) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	return composite{m.root}
}

// cells are the ten steps of a mood.
type cells struct {
	fynewidget.BaseWidget
	kind  MoodKind
	value int
}

func newCells(kind MoodKind) *cells {
	c := &cells{kind: kind}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *cells) CreateRenderer() fyne.WidgetRenderer {
	r := &cellsRenderer{cells: c}
	for range moodSteps {
		box := canvas.NewRectangle(color.Transparent)
		box.CornerRadius = 3
		r.boxes = append(r.boxes, box)
		r.objects = append(r.objects, box)
	}
	r.apply()
	r.Layout(c.Size())
	return r
}

type cellsRenderer struct {
	cells   *cells
	boxes   []*canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *cellsRenderer) apply() {
	full := theme.Color(r.cells.kind.colour())
	for i, box := range r.boxes {
		box.StrokeWidth = 1
		if i < r.cells.value {
			box.FillColor, box.StrokeColor = full, full
		} else {
			box.FillColor, box.StrokeColor = theme.Color(theme.Sunken), theme.Color(theme.Hairline)
		}
	}
}

func (r *cellsRenderer) Layout(size fyne.Size) {
	const gap = 3
	w := (size.Width - gap*(moodSteps-1)) / moodSteps
	high := r.MinSize().Height
	for i, box := range r.boxes {
		box.Move(fyne.NewPos(float32(i)*(w+gap), (size.Height-high)/2))
		box.Resize(fyne.NewSize(w, high))
	}
}

func (r *cellsRenderer) MinSize() fyne.Size { return fyne.NewSize(80, theme.Size(theme.TextBody)*0.8) }

func (r *cellsRenderer) Refresh() {
	r.apply()
	for _, box := range r.boxes {
		box.Refresh()
	}
}

func (r *cellsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *cellsRenderer) Destroy()                     {}
