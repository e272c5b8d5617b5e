package chart

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// tip names a point of a curve, in the half of the paper where the point is
// not.
type tip struct {
	box         *canvas.Rectangle
	head, under *canvas.Text
}

func newTip() *tip {
	return &tip{canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Black), canvas.NewText("", color.Black)}
}

func (t *tip) objects() []fyne.CanvasObject { return []fyne.CanvasObject{t.box, t.head, t.under} }

func (t *tip) apply() {
	t.box.FillColor, t.box.StrokeColor, t.box.StrokeWidth = theme.Color(theme.Surface), theme.Color(theme.Border), 1
	t.box.CornerRadius = theme.Size(theme.RadiusS)
	t.head.TextSize, t.head.TextStyle, t.head.Color = theme.Size(theme.TextCaption), fyne.TextStyle{Bold: true}, theme.Color(fynetheme.ColorNameForeground)
	t.under.TextSize, t.under.Color = theme.Size(theme.TextCaption), theme.Color(theme.Muted)
}

// show names point i of a curve, nothing for -1.
func (t *tip) show(r *curveRenderer, i int) {
	head, under := r.curve.words(i)
	size := r.curve.Size()
	hidden := head == "" && under == "" || size.Width <= 0
	for _, o := range []fyne.CanvasObject{t.box, t.head, t.under} {
		if hidden {
			o.Hide()
		} else {
			o.Show()
		}
	}
	if hidden {
		return
	}
	pad, left := theme.Size(theme.GapS), r.gutter()
	room := size.Width - left - 2*pad
	t.head.Text, t.under.Text = widget.Shorten(head, t.head.TextSize, t.head.TextStyle, room), widget.Shorten(under, t.under.TextSize, t.under.TextStyle, room)
	line := t.head.MinSize().Height
	box := fyne.NewSize(max(t.head.MinSize().Width, t.under.MinSize().Width)+2*pad, 2*line+pad)
	at := r.place(i)
	x := min(max(at.X-box.Width/2, left), size.Width-box.Width)
	y := float32(0)
	if at.Y < size.Height/2 {
		y = size.Height - box.Height
	}
	t.box.Move(fyne.NewPos(x, y))
	t.box.Resize(box)
	for n, words := range []*canvas.Text{t.head, t.under} {
		words.Move(fyne.NewPos(x+pad, y+pad/2+line*float32(n)))
		words.Resize(fyne.NewSize(box.Width-2*pad, line))
	}
}
