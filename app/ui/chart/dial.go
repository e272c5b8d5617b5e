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

// Dial shows a score from 0 to 100 as a number inside a ring that is closed as
// far as the score goes.
type Dial struct {
	fynewidget.BaseWidget
	score int
	name  string
}

// NewDial shows a score; name is the small word under the number.
func NewDial(score int, name string) *Dial {
	d := &Dial{score: min(max(score, 0), 100), name: name}
	d.ExtendBaseWidget(d)
	return d
}

// AccessibilityLabel implements fyne.Accessible.
func (d *Dial) AccessibilityLabel() string { return d.name + " " + strconv.Itoa(d.score) }

// AccessibilityRole implements fyne.Accessible.
func (d *Dial) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (d *Dial) CreateRenderer() fyne.WidgetRenderer {
	r := &dialRenderer{
		dial: d, rim: canvas.NewCircle(color.Transparent), track: canvas.NewArc(0, 360, 0.8, color.Transparent),
		fill: canvas.NewArc(0, 0, 0.8, color.Transparent), inner: canvas.NewCircle(color.Transparent),
		number: canvas.NewText("", color.Black), name: canvas.NewText("", color.Black),
	}
	r.apply()
	r.Layout(d.Size())
	return r
}

type dialRenderer struct {
	dial         *Dial
	rim, inner   *canvas.Circle
	track, fill  *canvas.Arc
	number, name *canvas.Text
}

func (r *dialRenderer) apply() {
	d := r.dial
	line := theme.Color(theme.ScoreOutline)
	r.rim.StrokeColor, r.rim.StrokeWidth = line, 1
	r.inner.StrokeColor, r.inner.StrokeWidth = line, 1
	r.track.FillColor = theme.Color(theme.Sunken)
	r.fill.FillColor = theme.Score(d.score)
	r.fill.StartAngle, r.fill.EndAngle = 0, 3.6*float32(d.score)
	r.fill.Hidden = d.score == 0
	r.number.Text, r.number.Color = strconv.Itoa(d.score), theme.Color(fynetheme.ColorNameForeground)
	r.number.TextSize, r.number.TextStyle = theme.Size(theme.TextDisplay), fyne.TextStyle{Bold: true}
	r.number.Alignment = fyne.TextAlignCenter
	r.name.Text, r.name.Color, r.name.TextSize = d.name, theme.Color(theme.Muted), theme.Size(theme.TextCaption)
	r.name.Alignment = fyne.TextAlignCenter
}

func (r *dialRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(8.2 * theme.Size(theme.TextBody))
}

func (r *dialRenderer) Layout(size fyne.Size) {
	edge := min(size.Width, size.Height)
	at := fyne.NewPos((size.Width-edge)/2, (size.Height-edge)/2)
	for _, o := range []fyne.CanvasObject{r.rim, r.track, r.fill} {
		o.Move(at)
		o.Resize(fyne.NewSquareSize(edge))
	}
	r.inner.Move(at.AddXY(edge*0.1, edge*0.1))
	r.inner.Resize(fyne.NewSquareSize(edge * 0.8))
	number, name := r.number.MinSize(), r.name.MinSize()
	top := at.Y + (edge-number.Height-name.Height)/2
	r.number.Move(fyne.NewPos(at.X, top))
	r.number.Resize(fyne.NewSize(edge, number.Height))
	r.name.Move(fyne.NewPos(at.X, top+number.Height-2))
	r.name.Resize(fyne.NewSize(edge, name.Height))
}

func (r *dialRenderer) Refresh() {
	r.apply()
	r.Layout(r.dial.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *dialRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.fill, r.rim, r.inner, r.number, r.name}
}

func (r *dialRenderer) Destroy() {}
