package chart

import (
	"image/color"
	"math"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// A Point is one value of a curve. Fresh begins a stretch of its own, which no
// line joins to the point before it. Aside belongs to a stretch of the second
// rank.
type Point struct {
	Value int
	Fresh bool
	Aside bool
}

// Curve is a line over values from 0 to a top: coral where it rises, teal where
// it falls or stays, with a dot wherever it changes. Every point can be pointed
// at, by mouse or by the arrows while it has the focus, and is named then; a
// click or Enter opens it. One of them can carry a mark.
type Curve struct {
	fynewidget.BaseWidget
	// Name is what a point is called and what its value says there.
	Name func(i int) (head, under string)
	// OnOpen is what opening a point does.
	OnOpen func(i int)

	points    []Point
	top       int
	high, low string
	called    string
	other     *Curve // over the same moves, below it or above
	prized    bool
	flat      bool

	mark    int // the marked point, -1 for none
	at      int // the point that is named, -1 for none
	hovered bool
	focused bool
	drawn   *curveRenderer
}

var (
	_ fyne.Focusable    = (*Curve)(nil)
	_ fyne.Tappable     = (*Curve)(nil)
	_ desktop.Hoverable = (*Curve)(nil)
)

// NewCurve is a curve up to top; high and low are the words for its two ends,
// called is what it is a curve of.
func NewCurve(called string, points []Point, top int, high, low string) *Curve {
	c := &Curve{called: called, points: points, top: max(top, 1), high: high, low: low, mark: -1, at: -1}
	c.ExtendBaseWidget(c)
	return c
}

// Prized says that high values are the good ones: the curve is coral where it
// falls.
func (c *Curve) Prized() *Curve { c.prized = true; return c }

// Flat makes the curve less high.
func (c *Curve) Flat() *Curve { c.flat = true; return c }

// Under sets the curve below another one over the same moves: point stands below
// point.
func (c *Curve) Under(above *Curve) *Curve { c.other, above.other = above, c; return c }

// SetMark marks a point; one that is not on the curve takes the mark away.
func (c *Curve) SetMark(i int) {
	if i < 0 || i >= len(c.points) {
		i = -1
	}
	if c.mark != i {
		c.mark = i
		c.follow()
	}
}

// Mark is the marked point, -1 for none.
func (c *Curve) Mark() int { return c.mark }

// Named is the point that is named now, -1 for none.
func (c *Curve) Named() int { return c.at }

// point names a point, -1 for none.
func (c *Curve) point(i int) {
	if i = min(i, len(c.points)-1); c.at != i {
		c.at = i
		c.follow()
	}
}

func (c *Curve) follow() {
	if c.drawn != nil {
		c.drawn.follow()
	}
}

func (c *Curve) open() {
	if c.OnOpen != nil && c.at >= 0 {
		c.OnOpen(c.at)
	}
}

// words are those of a point; a curve without names has none.
func (c *Curve) words(i int) (head, under string) {
	if c.Name == nil || i < 0 || i >= len(c.points) {
		return "", ""
	}
	return c.Name(i)
}

// MouseIn names the point under the mouse.
func (c *Curve) MouseIn(ev *desktop.MouseEvent) {
	c.hovered = true
	c.MouseMoved(ev)
}

// MouseMoved names the point under the mouse.
func (c *Curve) MouseMoved(ev *desktop.MouseEvent) {
	if c.drawn != nil {
		c.point(c.drawn.nearest(ev.Position.X))
	}
}

// MouseOut leaves only the point of the keys named.
func (c *Curve) MouseOut() {
	c.hovered = false
	if !c.focused {
		c.point(-1)
	}
}

// Cursor is the hand.
func (c *Curve) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped opens the point under the mouse.
func (c *Curve) Tapped(ev *fyne.PointEvent) {
	if c.drawn != nil {
		c.point(c.drawn.nearest(ev.Position.X))
		c.open()
	}
}

// FocusGained begins at the mark.
func (c *Curve) FocusGained() {
	c.focused = true
	if c.at < 0 {
		c.at = max(c.mark, 0)
	}
	c.follow()
	widget.Reveal(c)
}

// FocusLost names nothing any more.
func (c *Curve) FocusLost() {
	c.focused = false
	if !c.hovered {
		c.at = -1
	}
	c.follow()
}

// TypedKey goes from point to point and opens one.
func (c *Curve) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		c.point(max(c.at-1, 0))
	case fyne.KeyRight:
		c.point(c.at + 1)
	case fyne.KeyHome:
		c.point(0)
	case fyne.KeyEnd:
		c.point(len(c.points) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.open()
	default:
		widget.BubbleKey(c, ev)
	}
}

// TypedRune hands the character on, save the one of Space.
func (c *Curve) TypedRune(r rune) {
	if r != ' ' {
		widget.BubbleRune(c, r)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Curve) AccessibilityLabel() string {
	i := c.at
	if i < 0 {
		i = c.mark
	}
	label := c.called
	head, under := c.words(i)
	for _, words := range []string{head, under} {
		if words != "" {
			label += ". " + words
		}
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (c *Curve) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *Curve) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	c.drawn = &curveRenderer{curve: c, tip: newTip()}
	c.drawn.build()
	c.drawn.Layout(c.Size())
	return c.drawn
}

// dotted reports whether point i is where the curve begins, ends or changes.
func (c *Curve) dotted(i int) bool {
	p := c.points
	return c.ends(i) || p[i].Value != p[i-1].Value
}

// ends reports whether a stretch begins or ends at point i.
func (c *Curve) ends(i int) bool {
	return i == 0 || i == len(c.points)-1 || c.points[i].Fresh || c.points[i+1].Fresh
}

// turns reports whether the line has a corner at point i.
func (c *Curve) turns(i int) bool {
	p := c.points
	return c.ends(i) || p[i].Value-p[i-1].Value != p[i+1].Value-p[i].Value
}

// tint is the colour of the way to point i.
func (c *Curve) tint(i int) color.Color {
	p := c.points
	if p[i].Aside {
		return theme.Color(theme.Muted)
	}
	first := i == 0 || p[i].Fresh
	warm := first && 2*p[i].Value > c.top || !first && p[i].Value > p[i-1].Value
	if c.prized {
		warm = !first && p[i].Value < p[i-1].Value
	}
	if warm {
		return theme.Color(theme.Heat)
	}
	return theme.Color(theme.Calm)
}

// clamp keeps a value on the paper.
func (c *Curve) clamp(v int) float32 {
	return float32(math.Min(math.Max(float64(v), 0), float64(c.top)))
}

func (c *Curve) scale() [3]string { return [...]string{c.high, strconv.Itoa(c.top / 2), c.low} }

// margin is how wide the words of the scale are.
func (c *Curve) margin() (w float32) {
	for _, s := range c.scale() {
		w = max(w, fyne.MeasureText(s, theme.Size(theme.TextCaption), fyne.TextStyle{}).Width)
	}
	return w
}
