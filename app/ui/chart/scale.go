package chart

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// A Mark is a score from 0 to 100 with its name.
type Mark struct {
	Score int
	Name  string
}

func (m Mark) words() string { return m.Name + " " + strconv.Itoa(m.Score) }

// Scale is a line from 0 to 100 with marks above it, and one's own score as a
// dot with its words below. Words that would meet stand over one another.
type Scale struct {
	fynewidget.BaseWidget
	marks []Mark
	own   *Mark // nil for none
}

// NewScale is a line with marks; own may be nil.
func NewScale(marks []Mark, own *Mark) *Scale {
	s := &Scale{marks: marks, own: own}
	s.ExtendBaseWidget(s)
	return s
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Scale) AccessibilityLabel() string {
	label := "0–100"
	for _, m := range s.marks {
		label += ", " + m.words()
	}
	if s.own != nil {
		label += ", " + s.own.words()
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (s *Scale) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (s *Scale) CreateRenderer() fyne.WidgetRenderer {
	r := &scaleRenderer{scale: s, line: canvas.NewRectangle(color.Transparent)}
	r.all = append(r.all, r.line)
	for range s.marks {
		tick, words := canvas.NewLine(color.Transparent), canvas.NewText("", color.Black)
		r.ticks, r.words = append(r.ticks, tick), append(r.words, words)
		r.all = append(r.all, tick, words)
	}
	for i := range r.ends {
		r.ends[i] = canvas.NewText("", color.Black)
		r.all = append(r.all, r.ends[i])
	}
	if s.own != nil {
		r.dot, r.mine = canvas.NewCircle(color.Transparent), canvas.NewText("", color.Black)
		r.all = append(r.all, r.dot, r.mine)
	}
	r.apply()
	r.Layout(s.Size())
	return r
}

type scaleRenderer struct {
	scale *Scale
	line  *canvas.Rectangle
	ticks []*canvas.Line
	words []*canvas.Text
	ends  [2]*canvas.Text // 0 and 100
	dot   *canvas.Circle  // nil without one's own score
	mine  *canvas.Text
	all   []fyne.CanvasObject
}

func (r *scaleRenderer) apply() {
	s := r.scale
	r.line.FillColor, r.line.StrokeColor, r.line.StrokeWidth = theme.Color(theme.Sunken), theme.Color(theme.ScoreOutline), 1
	write := func(t *canvas.Text, words string, tint color.Color) {
		t.Text, t.Color, t.TextSize = words, tint, theme.Size(theme.TextCaption)
	}
	for i, m := range s.marks {
		r.ticks[i].StrokeColor, r.ticks[i].StrokeWidth = theme.Color(theme.Muted), 1.5
		write(r.words[i], m.words(), theme.Color(theme.Muted))
	}
	write(r.ends[0], "0", theme.Color(theme.Muted))
	write(r.ends[1], "100", theme.Color(theme.Muted))
	if r.dot != nil {
		r.dot.FillColor = theme.Score(s.own.Score)
		r.dot.StrokeColor, r.dot.StrokeWidth = theme.Color(theme.ScoreOutline), 2
		write(r.mine, s.own.words(), theme.Color(fynetheme.ColorNameForeground))
		r.mine.TextStyle, r.mine.TextSize = fyne.TextStyle{Bold: true}, theme.Size(theme.TextBody)
	}
}

func (r *scaleRenderer) bar() float32 { return theme.Size(theme.TextBody) * 0.6 }

// x is where a score stands on a line of that width.
func (r *scaleRenderer) x(score int, width float32) float32 {
	edge := r.bar()
	return edge + (width-2*edge)*float32(min(max(score, 0), 100))/100
}

// left is where words begin that stand around x.
func left(t *canvas.Text, x, width float32) float32 {
	w := t.MinSize().Width
	return min(max(x-w/2, 0), max(width-w, 0))
}

// rows are the row above the line in which the words of each mark stand, 0
// nearest to it: the lowest in which they meet no others.
func (r *scaleRenderer) rows(width float32) (rows []int, high int) {
	gap := theme.Size(theme.GapM)
	var taken [][][2]float32
	for i, m := range r.scale.marks {
		from := left(r.words[i], r.x(m.Score, width), width)
		to := from + r.words[i].MinSize().Width
		row := 0
		for row < len(taken) && meets(taken[row], from-gap, to+gap) {
			row++
		}
		if row == len(taken) {
			taken = append(taken, nil)
		}
		taken[row] = append(taken[row], [2]float32{from, to})
		rows = append(rows, row)
	}
	return rows, len(taken)
}

func meets(taken [][2]float32, from, to float32) bool {
	for _, t := range taken {
		if from < t[1] && t[0] < to {
			return true
		}
	}
	return false
}

func (r *scaleRenderer) MinSize() fyne.Size {
	em := theme.Size(theme.TextBody)
	width := r.scale.Size().Width
	if width == 0 {
		width = 20 * em
	}
	_, high := r.rows(width)
	letters := r.ends[0].MinSize().Height
	below := letters
	if r.mine != nil {
		below = r.mine.MinSize().Height
	}
	return fyne.NewSize(16*em, float32(high)*letters+2*theme.Size(theme.GapS)+r.bar()+below)
}

func (r *scaleRenderer) Layout(size fyne.Size) {
	rows, high := r.rows(size.Width)
	letters, gap, bar := r.ends[0].MinSize().Height, theme.Size(theme.GapS), r.bar()
	top := float32(high)*letters + gap
	r.line.CornerRadius = bar / 2
	r.line.Move(fyne.NewPos(0, top))
	r.line.Resize(fyne.NewSize(size.Width, bar))
	for i, m := range r.scale.marks {
		x, y := r.x(m.Score, size.Width), top-gap-float32(rows[i]+1)*letters
		r.words[i].Move(fyne.NewPos(left(r.words[i], x, size.Width), y))
		r.words[i].Resize(r.words[i].MinSize())
		r.ticks[i].Position1, r.ticks[i].Position2 = fyne.NewPos(x, top-gap/2), fyne.NewPos(x, top+bar)
	}
	low := top + bar + gap
	for i, t := range r.ends {
		t.Move(fyne.NewPos(left(t, r.x(100*i, size.Width), size.Width), low))
		t.Resize(t.MinSize())
		t.Hidden = false
	}
	if r.dot == nil {
		return
	}
	edge, x := 2*bar, r.x(r.scale.own.Score, size.Width)
	r.dot.Resize(fyne.NewSquareSize(edge))
	r.dot.Move(fyne.NewPos(x-edge/2, top+bar/2-edge/2))
	at := left(r.mine, x, size.Width)
	r.mine.Move(fyne.NewPos(at, low))
	r.mine.Resize(r.mine.MinSize())
	for _, t := range r.ends {
		from := t.Position().X
		t.Hidden = from < at+r.mine.MinSize().Width+gap && at < from+t.MinSize().Width+gap
	}
}

func (r *scaleRenderer) Refresh() {
	r.apply()
	r.Layout(r.scale.Size())
	for _, o := range r.all {
		o.Refresh()
	}
}

func (r *scaleRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *scaleRenderer) Destroy()                     {}
