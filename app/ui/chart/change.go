package chart

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// strongest is the change of a score that gets the strongest colour of either
// side: a greater one has no stronger.
const strongest = 40

// Change is by how much a score changed, as a number with its sign on the
// colour of a change.
type Change struct {
	fynewidget.BaseWidget
	by int
}

// NewChange shows a change, from -100 to 100.
func NewChange(by int) *Change {
	c := &Change{by: by}
	c.ExtendBaseWidget(c)
	return c
}

// Signed is a number with its sign, a true minus where it is below zero; no
// change has a plus-minus.
func Signed(n int) string {
	switch {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	}
	return "±0"
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Change) AccessibilityLabel() string { return Signed(c.by) }

// AccessibilityRole implements fyne.Accessible.
func (c *Change) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (c *Change) CreateRenderer() fyne.WidgetRenderer {
	r := &changeRenderer{change: c, box: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Black)}
	r.apply()
	return r
}

type changeRenderer struct {
	change *Change
	box    *canvas.Rectangle
	text   *canvas.Text
}

func (r *changeRenderer) apply() {
	share := min(max(float64(r.change.by)/strongest, -1), 1)
	r.box.FillColor, r.box.StrokeColor, r.box.StrokeWidth = theme.Change(share), theme.Color(theme.ScoreOutline), 1
	r.box.CornerRadius = theme.Size(theme.RadiusS)
	r.text.Text, r.text.Color = Signed(r.change.by), theme.OnChange(share)
	r.text.TextSize, r.text.TextStyle = theme.Size(theme.TextCaption), fyne.TextStyle{Bold: true}
	r.text.Alignment = fyne.TextAlignCenter
}

func (r *changeRenderer) MinSize() fyne.Size {
	em := theme.Size(theme.TextCaption)
	return fyne.NewSize(3.2*em, 1.7*em)
}

// Layout keeps the box at its size, so that those under one another are alike.
func (r *changeRenderer) Layout(size fyne.Size) {
	least := r.MinSize()
	at := fyne.NewPos((size.Width-least.Width)/2, (size.Height-least.Height)/2)
	r.box.Move(at)
	r.box.Resize(least)
	r.text.Move(at)
	r.text.Resize(least)
}

func (r *changeRenderer) Refresh() {
	r.apply()
	r.Layout(r.change.Size())
	r.box.Refresh()
	r.text.Refresh()
}

func (r *changeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.text} }
func (r *changeRenderer) Destroy()                     {}
