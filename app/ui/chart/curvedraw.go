package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/ui/theme"
)

type curveRenderer struct {
	curve  *Curve
	grid   []*canvas.Line
	labels []*canvas.Text
	lines  []*canvas.Line
	joins  []int // the point each line leads to; the one before it has a corner too
	breaks []*canvas.Line
	dots   []*canvas.Circle
	at     []int // which point each dot stands at

	mark  *canvas.Line   // through the marked point
	spot  *canvas.Circle // around the point that is named, or else the marked one
	ring  *canvas.Rectangle
	tip   *tip
	all   []fyne.CanvasObject
	first float32 // where the first point is, across
	step  float32 // from one point to the next
	y     func(v float32) float32
}

// build makes what is drawn, once for each set of points: a line goes on to
// where the curve turns, so that a long call takes no more of them than it has
// corners.
func (r *curveRenderer) build() {
	c := r.curve
	r.grid, r.labels, r.lines, r.joins, r.breaks, r.dots, r.at, r.all = nil, nil, nil, nil, nil, nil, nil, nil
	for range 3 {
		r.grid = append(r.grid, canvas.NewLine(color.Transparent))
		r.labels = append(r.labels, canvas.NewText("", color.Black))
	}
	for i, p := range c.points {
		if i > 0 && p.Fresh {
			r.breaks = append(r.breaks, canvas.NewLine(color.Transparent))
		} else if i > 0 && c.turns(i) {
			r.lines, r.joins = append(r.lines, canvas.NewLine(color.Transparent)), append(r.joins, i)
		}
		if c.dotted(i) {
			r.dots, r.at = append(r.dots, canvas.NewCircle(color.Transparent)), append(r.at, i)
		}
	}
	if r.mark == nil {
		r.mark, r.spot, r.ring = canvas.NewLine(color.Transparent), canvas.NewCircle(color.Transparent), canvas.NewRectangle(color.Transparent)
	}
	r.all = append(r.all, r.ring)
	r.all = also(also(r.all, r.grid), r.breaks)
	r.all = append(also(r.all, r.labels), r.mark)
	r.all = append(also(also(r.all, r.lines), r.dots), r.spot)
	r.all = append(r.all, r.tip.objects()...)
	r.apply()
	r.Layout(c.Size())
}

func also[T fyne.CanvasObject](all []fyne.CanvasObject, more []T) []fyne.CanvasObject {
	for _, o := range more {
		all = append(all, o)
	}
	return all
}

func (r *curveRenderer) apply() {
	c := r.curve
	words := c.scale()
	for i, l := range r.grid {
		l.StrokeColor, l.StrokeWidth = theme.Color(theme.Hairline), 1
		t := r.labels[i]
		t.Text, t.Color, t.TextSize = words[i], theme.Color(theme.Muted), theme.Size(theme.TextCaption)
		t.Alignment = fyne.TextAlignTrailing
	}
	for _, l := range r.breaks {
		l.StrokeColor, l.StrokeWidth = theme.Color(theme.Border), 1
	}
	for n, l := range r.lines {
		l.StrokeColor, l.StrokeWidth = c.tint(r.joins[n]), 2.5
	}
	for n, d := range r.dots {
		d.FillColor, d.StrokeColor, d.StrokeWidth = c.tint(r.at[n]), theme.Color(theme.Surface), 1.5
	}
	r.mark.StrokeColor, r.mark.StrokeWidth = theme.Color(theme.Border), 2
	r.spot.FillColor, r.spot.StrokeColor, r.spot.StrokeWidth = theme.Color(theme.Surface), theme.Color(theme.CalmText), 3
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = theme.Color(theme.Ring), theme.Size(theme.RingWidth), theme.Size(theme.RadiusS)
	r.tip.apply()
}

func (r *curveRenderer) MinSize() fyne.Size {
	em := theme.Size(theme.TextBody)
	if r.curve.flat {
		return fyne.NewSize(14*em, 5.6*em)
	}
	return fyne.NewSize(14*em, 8*em)
}

// gutter is how wide the words at the left are.
func (r *curveRenderer) gutter() float32 {
	w := r.curve.margin()
	if r.curve.other != nil {
		w = max(w, r.curve.other.margin())
	}
	return w + theme.Size(theme.GapS)
}

// stretch finds where the paper lies in a size.
func (r *curveRenderer) stretch(size fyne.Size) (left, top, bottom float32) {
	high := r.labels[0].MinSize().Height
	left, top, bottom = r.gutter(), high/2, size.Height-high/2
	dot := dotEdge()
	r.first = left + dot
	r.step = (size.Width - left - 2*dot) / float32(max(len(r.curve.points)-1, 1))
	r.y = func(v float32) float32 { return bottom - (bottom-top)*v/float32(r.curve.top) }
	return left, top, bottom
}

func dotEdge() float32 { return theme.Size(theme.TextCaption) * 0.72 }

// place is where a point is drawn.
func (r *curveRenderer) place(i int) fyne.Position {
	return fyne.NewPos(r.first+r.step*float32(i), r.y(r.curve.clamp(r.curve.points[i].Value)))
}

// nearest is the point nearest to a place across, -1 where there is none.
func (r *curveRenderer) nearest(x float32) int {
	if r.step <= 0 || len(r.curve.points) == 0 {
		return -1
	}
	return min(max(int((x-r.first)/r.step+0.5), 0), len(r.curve.points)-1)
}

func (r *curveRenderer) Layout(size fyne.Size) {
	left, top, bottom := r.stretch(size)
	high := r.labels[0].MinSize().Height
	for i, l := range r.grid {
		at := top + (bottom-top)*float32(i)/2
		l.Position1, l.Position2 = fyne.NewPos(left, at), fyne.NewPos(size.Width, at)
		r.labels[i].Move(fyne.NewPos(0, at-high/2))
		r.labels[i].Resize(fyne.NewSize(left-theme.Size(theme.GapS), high))
	}
	lines, breaks, corner := 0, 0, 0
	for i, p := range r.curve.points {
		switch {
		case i > 0 && p.Fresh:
			x := r.place(i).X - r.step/2
			r.breaks[breaks].Position1, r.breaks[breaks].Position2 = fyne.NewPos(x, top), fyne.NewPos(x, bottom)
			breaks++
			corner = i
		case lines < len(r.joins) && r.joins[lines] == i:
			r.lines[lines].Position1, r.lines[lines].Position2 = r.place(corner), r.place(i)
			lines++
			corner = i
		}
	}
	r.layDots()
	r.follow()
}

// layDots leaves out the dots that would lie over one another.
func (r *curveRenderer) layDots() {
	dot, last := dotEdge(), float32(-100)
	for n, d := range r.dots {
		d.Resize(fyne.NewSquareSize(dot))
		at := r.place(r.at[n])
		d.Move(at.SubtractXY(dot/2, dot/2))
		d.Hidden = at.X-last < dot && !r.curve.ends(r.at[n])
		if !d.Hidden {
			last = at.X
		}
	}
}

// follow draws what changes while one looks: the mark, the point that is named
// and its name. The curve itself is left alone.
func (r *curveRenderer) follow() {
	c, size := r.curve, r.curve.Size()
	at := c.at
	if at < 0 {
		at = c.mark
	}
	r.ring.Hidden = !c.focused
	off := theme.Size(theme.RingGap)
	r.ring.Move(fyne.NewPos(-off, -off))
	r.ring.Resize(size.AddWidthHeight(2*off, 2*off))
	r.mark.Hidden, r.spot.Hidden = c.mark < 0, at < 0
	if size.Width > 0 && c.mark >= 0 {
		x := r.place(c.mark).X
		r.mark.Position1, r.mark.Position2 = fyne.NewPos(x, r.y(float32(c.top))), fyne.NewPos(x, r.y(0))
	}
	if size.Width > 0 && at >= 0 {
		edge := 1.5 * dotEdge()
		r.spot.Resize(fyne.NewSquareSize(edge))
		r.spot.Move(r.place(at).SubtractXY(edge/2, edge/2))
	}
	r.tip.show(r, c.at)
	canvas.Refresh(c) // what was hidden until now is on no window that it could ask
}

func (r *curveRenderer) Refresh() {
	r.apply()
	r.Layout(r.curve.Size())
	canvas.Refresh(r.curve)
}

func (r *curveRenderer) Objects() []fyne.CanvasObject { return r.all }

func (r *curveRenderer) Destroy() {
	if r.curve.drawn == r {
		r.curve.drawn = nil
	}
}
