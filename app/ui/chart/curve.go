package chart

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// A Point is one value of a curve. Fresh begins a stretch of its own, which no
// line joins to the point before it.
type Point struct {
	Value int
	Fresh bool
}

// Curve is a line over values from 0 to Top: coral where it rises, teal where
// it falls or stays, with a dot wherever it changes.
type Curve struct {
	fynewidget.BaseWidget
	points    []Point
	top       int
	high, low string
}

// NewCurve is a curve up to top; high and low are the words for its two ends.
func NewCurve(points []Point, top int, high, low string) *Curve {
	c := &Curve{points: points, top: max(top, 1), high: high, low: low}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer implements fyne.Widget.
func (c *Curve) CreateRenderer() fyne.WidgetRenderer {
	r := &curveRenderer{curve: c}
	r.build()
	r.Layout(c.Size())
	return r
}

type curveRenderer struct {
	curve  *Curve
	grid   []*canvas.Line
	labels []*canvas.Text
	lines  []*canvas.Line
	breaks []*canvas.Line
	dots   []*canvas.Circle
	at     []int // which point each dot stands at
	all    []fyne.CanvasObject
}

// build makes what is drawn, once: the points of a curve never change.
func (r *curveRenderer) build() {
	c := r.curve
	for i := 0; i < 3; i++ {
		r.grid = append(r.grid, canvas.NewLine(color.Transparent))
		r.labels = append(r.labels, canvas.NewText("", color.Black))
	}
	for i, p := range c.points {
		switch {
		case i == 0:
		case p.Fresh:
			r.breaks = append(r.breaks, canvas.NewLine(color.Transparent))
		default:
			r.lines = append(r.lines, canvas.NewLine(color.Transparent))
		}
		if r.dotted(i) {
			r.dots, r.at = append(r.dots, canvas.NewCircle(color.Transparent)), append(r.at, i)
		}
	}
	for _, o := range r.grid {
		r.all = append(r.all, o)
	}
	for _, o := range r.breaks {
		r.all = append(r.all, o)
	}
	for _, o := range r.labels {
		r.all = append(r.all, o)
	}
	for _, o := range r.lines {
		r.all = append(r.all, o)
	}
	for _, o := range r.dots {
		r.all = append(r.all, o)
	}
	r.apply()
}

// dotted reports whether point i is where the curve begins, ends or changes.
func (r *curveRenderer) dotted(i int) bool {
	p := r.curve.points
	return i == 0 || i == len(p)-1 || p[i].Fresh || p[i+1].Fresh || p[i].Value != p[i-1].Value
}

// tint is the colour of the way to point i.
func (r *curveRenderer) tint(i int) color.Color {
	p := r.curve.points
	if i > 0 && !p[i].Fresh && p[i].Value > p[i-1].Value || (i == 0 || p[i].Fresh) && 2*p[i].Value > r.curve.top {
		return theme.Color(theme.Heat)
	}
	return theme.Color(theme.Calm)
}

func (r *curveRenderer) apply() {
	c := r.curve
	words := [...]string{c.high, strconv.Itoa(c.top / 2), c.low}
	for i, l := range r.grid {
		l.StrokeColor, l.StrokeWidth = theme.Color(theme.Hairline), 1
		t := r.labels[i]
		t.Text, t.Color, t.TextSize = words[i], theme.Color(theme.Muted), theme.Size(theme.TextCaption)
		t.Alignment = fyne.TextAlignTrailing
	}
	for _, l := range r.breaks {
		l.StrokeColor, l.StrokeWidth = theme.Color(theme.Border), 1
	}
	n := 0
	for i, p := range c.points {
		if i > 0 && !p.Fresh {
			r.lines[n].StrokeColor, r.lines[n].StrokeWidth = r.tint(i), 2.5
			n++
		}
	}
	for n, d := range r.dots {
		d.FillColor, d.StrokeColor, d.StrokeWidth = r.tint(r.at[n]), theme.Color(theme.Surface), 1.5
	}
}

func (r *curveRenderer) MinSize() fyne.Size {
	em := theme.Size(theme.TextBody)
	return fyne.NewSize(14*em, 8*em)
}

// gutter is how wide the words at the left are.
func (r *curveRenderer) gutter() float32 {
	var w float32
	for _, t := range r.labels {
		w = max(w, t.MinSize().Width)
	}
	return w + theme.Size(theme.GapS)
}

func (r *curveRenderer) Layout(size fyne.Size) {
	dot := theme.Size(theme.TextCaption) * 0.72
	left, high := r.gutter(), r.labels[0].MinSize().Height
	top, bottom := high/2, size.Height-high/2
	y := func(v int) float32 { return bottom - (bottom-top)*float32(v)/float32(r.curve.top) }
	for i, l := range r.grid {
		at := top + (bottom-top)*float32(i)/2
		l.Position1, l.Position2 = fyne.NewPos(left, at), fyne.NewPos(size.Width, at)
		r.labels[i].Move(fyne.NewPos(0, at-high/2))
		r.labels[i].Resize(fyne.NewSize(left-theme.Size(theme.GapS), high))
	}
	step := (size.Width - left - 2*dot) / float32(max(len(r.curve.points)-1, 1))
	pos := func(i int) fyne.Position {
		return fyne.NewPos(left+dot+step*float32(i), y(r.curve.points[i].Value))
	}
	lines, breaks := 0, 0
	for i, p := range r.curve.points {
		switch {
		case i == 0:
		case p.Fresh:
			x := pos(i).X - step/2
			r.breaks[breaks].Position1, r.breaks[breaks].Position2 = fyne.NewPos(x, top), fyne.NewPos(x, bottom)
			breaks++
		default:
			r.lines[lines].Position1, r.lines[lines].Position2 = pos(i-1), pos(i)
			lines++
		}
	}
	for n, d := range r.dots {
		d.Resize(fyne.NewSquareSize(dot))
		d.Move(pos(r.at[n]).SubtractXY(dot/2, dot/2))
	}
}

func (r *curveRenderer) Refresh() {
	r.apply()
	r.Layout(r.curve.Size())
	for _, o := range r.all {
		o.Refresh()
	}
}

func (r *curveRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *curveRenderer) Destroy()                     {}
