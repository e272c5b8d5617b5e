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

// chip is what a change is drawn of.
type chip struct {
	box  *canvas.Rectangle
	text *canvas.Text
}

func newChip() *chip {
	return &chip{canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Black)}
}

func (c *chip) apply(by int) {
	share := min(max(float64(by)/strongest, -1), 1)
	c.box.FillColor, c.box.StrokeColor, c.box.StrokeWidth = theme.Change(share), theme.Color(theme.ScoreOutline), 1
	c.box.CornerRadius = theme.Size(theme.RadiusS)
	c.text.Text, c.text.Color = Signed(by), theme.OnChange(share)
	c.text.TextSize, c.text.TextStyle = theme.Size(theme.TextCaption), fyne.TextStyle{Bold: true}
	c.text.Alignment = fyne.TextAlignCenter
}

// size is that of every chip, so that those under one another are alike.
func (c *chip) size() fyne.Size {
	em := theme.Size(theme.TextCaption)
	return fyne.NewSize(3.2*em, 1.7*em)
}

func (c *chip) place(at fyne.Position) {
	for _, o := range []fyne.CanvasObject{c.box, c.text} {
		o.Move(at)
		o.Resize(c.size())
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Change) CreateRenderer() fyne.WidgetRenderer {
	r := &changeRenderer{change: c, chip: newChip()}
	r.apply(c.by)
	r.Layout(c.Size())
	return r
}

type changeRenderer struct {
	*chip
	change *Change
}

func (r *changeRenderer) MinSize() fyne.Size { return r.size() }

func (r *changeRenderer) Layout(size fyne.Size) {
	least := r.size()
	r.place(fyne.NewPos((size.Width-least.Width)/2, (size.Height-least.Height)/2))
}

func (r *changeRenderer) Refresh() {
	r.apply(r.change.by)
	r.Layout(r.change.Size())
	r.box.Refresh()
	r.text.Refresh()
}

func (r *changeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box, r.text} }
func (r *changeRenderer) Destroy()                     {}
