package chart

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Trend is a small line over scores from 0 to 100, oldest first, with a line
// where a pass begins and a dot in the colour of the last score.
type Trend struct {
	fynewidget.BaseWidget
	scores []int
	pass   int
	name   string
}

// NewTrend is the line of those scores; name is what they are of.
func NewTrend(scores []int, pass int, name string) *Trend {
	t := &Trend{scores: scores, pass: pass, name: name}
	t.ExtendBaseWidget(t)
	return t
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Trend) AccessibilityLabel() string {
	label := t.name
	for _, s := range t.scores {
		label += " " + strconv.Itoa(s)
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (t *Trend) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (t *Trend) CreateRenderer() fyne.WidgetRenderer {
	r := &trendRenderer{trend: t, floor: canvas.NewLine(color.Transparent), pass: canvas.NewLine(color.Transparent)}
	r.all = []fyne.CanvasObject{r.floor, r.pass}
	for i := range t.scores {
		if i > 0 {
			l := canvas.NewLine(color.Transparent)
			r.lines = append(r.lines, l)
			r.all = append(r.all, l)
		}
	}
	if len(t.scores) > 0 {
		r.dot = canvas.NewCircle(color.Transparent)
		r.all = append(r.all, r.dot)
	}
	r.apply()
	r.Layout(t.Size())
	return r
}

type trendRenderer struct {
	trend       *Trend
	floor, pass *canvas.Line
	lines       []*canvas.Line
	dot         *canvas.Circle // nil where there is no score
	all         []fyne.CanvasObject
}

func (r *trendRenderer) apply() {
	r.floor.StrokeColor, r.floor.StrokeWidth = theme.Color(theme.Hairline), 1
	r.pass.StrokeColor, r.pass.StrokeWidth = theme.Color(theme.Border), 1
	for _, l := range r.lines {
		l.StrokeColor, l.StrokeWidth = theme.Color(theme.Calm), 2
	}
	if r.dot != nil {
		last := r.trend.scores[len(r.trend.scores)-1]
		r.dot.FillColor, r.dot.StrokeColor, r.dot.StrokeWidth = theme.Score(last), theme.Color(theme.ScoreOutline), 1.5
	}
}

func (r *trendRenderer) MinSize() fyne.Size {
	em := theme.Size(theme.TextBody)
	return fyne.NewSize(8*em, 2.6*em)
}

func (r *trendRenderer) Layout(size fyne.Size) {
	dot := theme.Size(theme.TextCaption) * 0.8
	top, bottom := dot/2, size.Height-dot/2
	y := func(score int) float32 { return bottom - (bottom-top)*float32(min(max(score, 0), 100))/100 }
	x := func(i int) float32 {
		if len(r.trend.scores) == 1 {
			return size.Width - dot/2
		}
		return dot/2 + (size.Width-dot)*float32(i)/float32(len(r.trend.scores)-1)
	}
	across := func(l *canvas.Line, at float32) {
		l.Position1, l.Position2 = fyne.NewPos(0, at), fyne.NewPos(size.Width, at)
	}
	across(r.floor, y(0))
	across(r.pass, y(r.trend.pass))
	for i, l := range r.lines {
		l.Position1 = fyne.NewPos(x(i), y(r.trend.scores[i]))
		l.Position2 = fyne.NewPos(x(i+1), y(r.trend.scores[i+1]))
	}
	if r.dot != nil {
		last := len(r.trend.scores) - 1
		r.dot.Resize(fyne.NewSquareSize(dot))
		r.dot.Move(fyne.NewPos(x(last)-dot/2, y(r.trend.scores[last])-dot/2))
	}
}

func (r *trendRenderer) Refresh() {
	r.apply()
	r.Layout(r.trend.Size())
	canvas.Refresh(r.trend)
}

func (r *trendRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *trendRenderer) Destroy()                     {}
