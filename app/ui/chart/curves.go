package chart

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Curves are two lines over values from 0 to Top, one over the other: the
// earlier thin, grey and with open dots, the later strong and with full ones.
// Stretches that begin afresh begin at the same place in both.
type Curves struct {
	fynewidget.BaseWidget
	before, now []Point
	top         int
	words       CurveWords
}

// CurveWords are the words of two curves: for the two ends of the scale, and
// for the two lines.
type CurveWords struct{ High, Low, Before, Now string }

// NewCurves lays two curves up to top over one another.
func NewCurves(before, now []Point, top int, words CurveWords) *Curves {
	c := &Curves{before: before, now: now, top: max(top, 1), words: words}
	c.ExtendBaseWidget(c)
	return c
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Curves) AccessibilityLabel() string {
	told := func(name string, points []Point) string {
		for _, p := range points {
			name += " " + strconv.Itoa(p.Value)
		}
		return name
	}
	return told(c.words.Before, c.before) + ", " + told(c.words.Now, c.now)
}

// AccessibilityRole implements fyne.Accessible.
func (c *Curves) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// columns gives each point of both its column: a stretch begins where the
// longer one before it has ended.
func (c *Curves) columns() (before, now []int, all int) {
	was, is := stretches(c.before), stretches(c.now)
	for i := range max(len(was), len(is)) {
		long := 0
		for _, side := range []struct {
			parts []int
			into  *[]int
		}{{was, &before}, {is, &now}} {
			if i >= len(side.parts) {
				continue
			}
			for k := range side.parts[i] {
				*side.into = append(*side.into, all+k)
			}
			long = max(long, side.parts[i])
		}
		all += long
	}
	return before, now, all
}

// stretches are the lengths of what no line joins.
func stretches(points []Point) (parts []int) {
	for i, p := range points {
		if i == 0 || p.Fresh {
			parts = append(parts, 0)
		}
		parts[len(parts)-1]++
	}
	return parts
}

// CreateRenderer implements fyne.Widget.
func (c *Curves) CreateRenderer() fyne.WidgetRenderer {
	r := &curvesRenderer{curves: c}
	for range 3 {
		r.grid = append(r.grid, canvas.NewLine(color.Transparent))
		r.labels = append(r.labels, canvas.NewText("", color.Black))
	}
	r.before, r.now = newTrack(c.before), newTrack(c.now)
	for i := range 2 {
		r.names[i] = canvas.NewText("", color.Black)
		r.samples[i] = newTrack([]Point{{}, {}})
	}
	for i := range r.grid {
		r.all = append(r.all, r.grid[i], r.labels[i])
	}
	// The thin line lies on the strong one, so that both are seen where they are one.
	for _, t := range []*track{r.now, r.before, r.samples[0], r.samples[1]} {
		r.all = append(r.all, t.objects()...)
	}
	r.all = append(r.all, r.names[0], r.names[1])
	r.apply()
	r.Layout(c.Size())
	return r
}

// track is what one line is drawn of.
type track struct {
	points []Point
	lines  []*canvas.Line // to each point but the first of a stretch; nil there
	dots   []*canvas.Circle
}

func newTrack(points []Point) *track {
	t := &track{points: points}
	for i, p := range points {
		var l *canvas.Line
		if i > 0 && !p.Fresh {
			l = canvas.NewLine(color.Transparent)
		}
		t.lines, t.dots = append(t.lines, l), append(t.dots, canvas.NewCircle(color.Transparent))
	}
	return t
}

func (t *track) objects() (all []fyne.CanvasObject) {
	for _, l := range t.lines {
		if l != nil {
			all = append(all, l)
		}
	}
	for _, d := range t.dots {
		all = append(all, d)
	}
	return all
}

// earlier and later paint a track as one of the two.
func (t *track) earlier() {
	t.paint(theme.Color(theme.Muted), 1.5, theme.Color(theme.Surface), theme.Color(theme.Muted))
}

func (t *track) later() {
	t.paint(theme.Color(theme.Calm), 4, theme.Color(theme.Calm), theme.Color(theme.Calm))
}

func (t *track) paint(line color.Color, width float32, fill, rim color.Color) {
	for _, l := range t.lines {
		if l != nil {
			l.StrokeColor, l.StrokeWidth = line, width
		}
	}
	for _, d := range t.dots {
		d.FillColor, d.StrokeColor, d.StrokeWidth = fill, rim, 1.5
	}
}

// place lays a track through the places of its points. Dots stand where the
// value changes, or they would run into one another.
func (t *track) place(dot float32, at func(i int) fyne.Position) {
	for i, d := range t.dots {
		if l := t.lines[i]; l != nil {
			l.Position1, l.Position2 = at(i-1), at(i)
		}
		p := t.points
		d.Hidden = i > 0 && i < len(p)-1 && !p[i].Fresh && !p[i+1].Fresh && p[i].Value == p[i-1].Value && p[i].Value == p[i+1].Value
		d.Resize(fyne.NewSquareSize(dot))
		d.Move(at(i).SubtractXY(dot/2, dot/2))
	}
}

type curvesRenderer struct {
	curves      *Curves
	grid        []*canvas.Line
	labels      []*canvas.Text
	before, now *track
	names       [2]*canvas.Text
	samples     [2]*track
	all         []fyne.CanvasObject
}

func (r *curvesRenderer) apply() {
	w := r.curves.words
	ends := [...]string{w.High, strconv.Itoa(r.curves.top / 2), w.Low}
	caption := func(t *canvas.Text, words string) {
		t.Text, t.Color, t.TextSize = words, theme.Color(theme.Muted), theme.Size(theme.TextCaption)
	}
	for i, l := range r.grid {
		l.StrokeColor, l.StrokeWidth = theme.Color(theme.Hairline), 1
		caption(r.labels[i], ends[i])
		r.labels[i].Alignment = fyne.TextAlignTrailing
	}
	for i, words := range [...]string{w.Before, w.Now} {
		caption(r.names[i], words)
	}
	r.before.earlier()
	r.samples[0].earlier()
	r.now.later()
	r.samples[1].later()
}

func (r *curvesRenderer) sample() float32 { return 3 * theme.Size(theme.TextCaption) }

// legend is how much the two names need beside one another, and whether they
// have it.
func (r *curvesRenderer) legend() float32 {
	w := 2*r.sample() + 2*theme.Size(theme.GapS) + theme.Size(theme.GapL)
	return w + r.names[0].MinSize().Width + r.names[1].MinSize().Width
}

func (r *curvesRenderer) foot(width float32) float32 {
	line := r.names[0].MinSize().Height
	if r.legend() > width {
		return 2*line + theme.Size(theme.GapS)
	}
	return line + theme.Size(theme.GapS)
}

func (r *curvesRenderer) MinSize() fyne.Size {
	em := theme.Size(theme.TextBody)
	least := 14 * em
	for _, n := range r.names {
		least = max(least, r.sample()+theme.Size(theme.GapS)+n.MinSize().Width)
	}
	return fyne.NewSize(least, 8*em+r.foot(max(r.curves.Size().Width, least)))
}

func (r *curvesRenderer) gutter() float32 {
	var w float32
	for _, t := range r.labels {
		w = max(w, t.MinSize().Width)
	}
	return w + theme.Size(theme.GapS)
}

func (r *curvesRenderer) Layout(size fyne.Size) {
	c := r.curves
	dot := theme.Size(theme.TextCaption) * 0.66
	foot := r.foot(size.Width)
	left, line := r.gutter(), r.labels[0].MinSize().Height
	top, bottom := line/2, size.Height-foot-line/2
	for i, l := range r.grid {
		y := top + (bottom-top)*float32(i)/2
		l.Position1, l.Position2 = fyne.NewPos(left, y), fyne.NewPos(size.Width, y)
		r.labels[i].Move(fyne.NewPos(0, y-line/2))
		r.labels[i].Resize(fyne.NewSize(left-theme.Size(theme.GapS), line))
	}
	before, now, all := c.columns()
	step := (size.Width - left - 2*dot) / float32(max(all-1, 1))
	through := func(points []Point, columns []int) func(int) fyne.Position {
		return func(i int) fyne.Position {
			return fyne.NewPos(left+dot+step*float32(columns[i]), bottom-(bottom-top)*float32(points[i].Value)/float32(c.top))
		}
	}
	r.before.place(dot-1, through(c.before, before))
	r.now.place(dot+2, through(c.now, now))
	r.placeLegend(size, foot, line, dot)
}

func (r *curvesRenderer) placeLegend(size fyne.Size, foot, line, dot float32) {
	x, y := float32(0), size.Height-foot+theme.Size(theme.GapS)
	for i, n := range r.names {
		mid := y + line/2
		r.samples[i].place(dot, func(k int) fyne.Position {
			return fyne.NewPos(x+dot+(r.sample()-2*dot)*float32(k), mid)
		})
		n.Move(fyne.NewPos(x+r.sample()+theme.Size(theme.GapS), y))
		n.Resize(n.MinSize())
		if x += r.sample() + theme.Size(theme.GapS) + n.MinSize().Width + theme.Size(theme.GapL); r.legend() > size.Width {
			x, y = 0, y+line
		}
	}
}

func (r *curvesRenderer) Refresh() {
	r.apply()
	r.Layout(r.curves.Size())
	for _, o := range r.all {
		o.Refresh()
	}
}

func (r *curvesRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *curvesRenderer) Destroy()                     {}
