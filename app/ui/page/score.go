package page

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/score"
	"keepcool/app/ui/theme"
)

// Score is a score from 0 to 100 as a figure on its colour.
type Score struct {
	fynewidget.BaseWidget
	n     int
	known bool
}

// NewScore shows a score.
func NewScore(overall float64) *Score {
	s := &Score{n: score.Shown(min(max(overall, 0), 100)), known: true}
	s.ExtendBaseWidget(s)
	return s
}

// NoScore keeps the place of a score that is not there yet.
func NoScore() *Score {
	s := &Score{}
	s.ExtendBaseWidget(s)
	return s
}

func (s *Score) text() string {
	if !s.known {
		return "–"
	}
	return strconv.Itoa(s.n)
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Score) AccessibilityLabel() string { return s.text() }

// AccessibilityRole implements fyne.Accessible.
func (s *Score) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (s *Score) CreateRenderer() fyne.WidgetRenderer {
	r := &scoreRenderer{s: s, box: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black)}
	r.apply()
	r.Layout(s.Size())
	return r
}

type scoreRenderer struct {
	s    *Score
	box  *canvas.Rectangle
	text *canvas.Text
}

func (r *scoreRenderer) apply() {
	r.box.CornerRadius = theme.Size(theme.RadiusS)
	r.box.StrokeWidth = 1
	if r.s.known {
		r.box.FillColor, r.box.StrokeColor = theme.Score(r.s.n), theme.Color(theme.ScoreOutline)
		r.text.Color = theme.OnScore(r.s.n)
	} else {
		r.box.FillColor, r.box.StrokeColor = color.Transparent, theme.Color(theme.Hairline)
		r.text.Color = theme.Color(theme.Muted)
	}
	r.text.Text, r.text.TextSize = r.s.text(), theme.Size(theme.TextBody)
	r.text.TextStyle, r.text.Alignment = fyne.TextStyle{Bold: true}, fyne.TextAlignCenter
}

func (r *scoreRenderer) MinSize() fyne.Size {
	em := theme.Size(theme.TextBody)
	return fyne.NewSize(em*2.9, em*1.9)
}

func (r *scoreRenderer) Layout(size fyne.Size) {
	least := r.MinSize()
	r.box.Resize(least)
	r.box.Move(fyne.NewPos((size.Width-least.Width)/2, (size.Height-least.Height)/2))
	words := r.text.MinSize()
	r.text.Resize(fyne.NewSize(least.Width, words.Height))
	r.text.Move(r.box.Position().AddXY(0, (least.Height-words.Height)/2))
}

func (r *scoreRenderer) Refresh() {
	r.apply()
	r.Layout(r.s.Size())
	r.box.Refresh()
	r.text.Refresh()
}

func (r *scoreRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.text} }
func (r *scoreRenderer) Destroy()                     {}
