package chart

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// A Score is a named score from 0 to 100; unless it is Known there is none yet.
type Score struct {
	Name  string
	N     int
	Known bool
}

// words are the name and the number, or a dash.
func (s Score) words() string { return s.Name + " " + s.number() }

func (s Score) number() string {
	if !s.Known {
		return "–"
	}
	return strconv.Itoa(s.N)
}

// fill is the colour of the score.
func (s Score) fill() color.Color {
	if !s.Known {
		return color.Transparent
	}
	return theme.Score(s.N)
}

// FourKeys shows a few scores at once as columns of their height with the
// numbers below: small enough for a row of a list. Where it is given more room
// the columns grow, and the names are printed too.
type FourKeys struct {
	fynewidget.BaseWidget
	scores []Score
}

// NewFourKeys is the figure of those scores, in their order.
func NewFourKeys(scores []Score) *FourKeys {
	k := &FourKeys{scores: bounded(scores)}
	k.ExtendBaseWidget(k)
	return k
}

// Set shows other scores, as many as before.
func (k *FourKeys) Set(scores []Score) {
	k.scores = bounded(scores)
	k.Refresh()
}

// bounded keeps scores within their bounds.
func bounded(scores []Score) []Score {
	all := make([]Score, len(scores))
	for i, s := range scores {
		s.N = min(max(s.N, 0), 100)
		all[i] = s
	}
	return all
}

// AccessibilityLabel implements fyne.Accessible.
func (k *FourKeys) AccessibilityLabel() string {
	all := make([]string, len(k.scores))
	for i, s := range k.scores {
		all[i] = s.words()
	}
	return strings.Join(all, ", ")
}

// AccessibilityRole implements fyne.Accessible.
func (k *FourKeys) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (k *FourKeys) CreateRenderer() fyne.WidgetRenderer {
	r := &fourKeysRenderer{keys: k}
	for range k.scores {
		c := keyColumn{
			canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent),
			canvas.NewText("", color.Black), canvas.NewText("", color.Black),
		}
		r.columns = append(r.columns, c)
		r.all = append(r.all, c.track, c.fill, c.number, c.name)
	}
	r.apply()
	r.Layout(k.Size())
	return r
}

// keyColumn is what one score is drawn of.
type keyColumn struct {
	track, fill  *canvas.Rectangle
	number, name *canvas.Text
}

type fourKeysRenderer struct {
	keys    *FourKeys
	columns []keyColumn
	all     []fyne.CanvasObject
}

func (r *fourKeysRenderer) apply() {
	for i, c := range r.columns {
		s := r.keys.scores[i]
		c.track.FillColor = theme.Color(theme.Sunken)
		c.track.StrokeColor, c.track.StrokeWidth = theme.Color(theme.ScoreOutline), 1
		c.fill.FillColor = s.fill()
		if !s.Known {
			c.track.FillColor, c.track.StrokeColor = color.Transparent, theme.Color(theme.Hairline)
		}
		c.number.Text, c.number.Color = s.number(), theme.Color(fynetheme.ColorNameForeground)
		c.name.Text, c.name.Color = s.Name, theme.Color(theme.Muted)
		for _, t := range []*canvas.Text{c.number, c.name} {
			t.TextSize, t.Alignment = theme.Size(theme.TextCaption), fyne.TextAlignCenter
		}
		c.number.TextStyle = fyne.TextStyle{Bold: true}
	}
}

func (r *fourKeysRenderer) MinSize() fyne.Size {
	em := theme.Size(theme.TextCaption)
	n := float32(len(r.columns))
	return fyne.NewSize(n*2.1*em+(n-1)*theme.Size(theme.GapXS), 3.2*em)
}

// named reports whether every name has room in a column of that width.
func (r *fourKeysRenderer) named(width float32, high float32) bool {
	for _, c := range r.columns {
		if c.name.MinSize().Width > width {
			return false
		}
	}
	return high > 6*theme.Size(theme.TextCaption)
}

func (r *fourKeysRenderer) Layout(size fyne.Size) {
	if len(r.columns) == 0 {
		return
	}
	gap := theme.Size(theme.GapXS)
	width := (size.Width - gap*float32(len(r.columns)-1)) / float32(len(r.columns))
	line := r.columns[0].number.MinSize().Height
	foot := line + 1
	named := r.named(width, size.Height)
	if named {
		foot += line
	}
	high := max(size.Height-foot, 0)
	bar := min(width, 2.4*theme.Size(theme.TextBody))
	for i, c := range r.columns {
		left := float32(i) * (width + gap)
		at := left + (width-bar)/2
		c.track.CornerRadius, c.fill.CornerRadius = 3, 2
		c.track.Move(fyne.NewPos(at, 0))
		c.track.Resize(fyne.NewSize(bar, high))
		inner := max(high-2, 0) * float32(r.keys.scores[i].N) / 100
		c.fill.Move(fyne.NewPos(at+1, high-1-inner))
		c.fill.Resize(fyne.NewSize(max(bar-2, 0), inner))
		c.fill.Hidden = !r.keys.scores[i].Known || inner < 1
		c.number.Move(fyne.NewPos(left, high+1))
		c.number.Resize(fyne.NewSize(width, line))
		c.name.Hidden = !named
		c.name.Move(fyne.NewPos(left, high+1+line))
		c.name.Resize(fyne.NewSize(width, line))
	}
}

func (r *fourKeysRenderer) Refresh() {
	r.apply()
	r.Layout(r.keys.Size())
	for _, o := range r.all {
		o.Refresh()
	}
}

func (r *fourKeysRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *fourKeysRenderer) Destroy()                     {}
