package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/ui/theme"
)

// keyCap is the picture of a key: its name in a small box.
type keyCap struct {
	box  *canvas.Rectangle
	text *canvas.Text
}

func newKeyCap() *keyCap {
	return &keyCap{canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Black)}
}

// set names the key; no name, no picture.
func (k *keyCap) set(name string, c color.Color) {
	k.text.Text, k.text.Color, k.text.TextSize = name, c, theme.Size(theme.TextCaption)
	k.text.TextStyle, k.text.Alignment = fyne.TextStyle{Bold: true}, fyne.TextAlignCenter
	k.box.StrokeColor, k.box.StrokeWidth, k.box.CornerRadius = c, 1, theme.Size(theme.RadiusS)-1
	k.box.Hidden, k.text.Hidden = name == "", name == ""
}

// fill paints the inside of the key.
func (k *keyCap) fill(c color.Color) { k.box.FillColor = c }

func (k *keyCap) size() fyne.Size {
	if k.text.Text == "" {
		return fyne.Size{}
	}
	words := k.text.MinSize()
	high := words.Height + theme.Size(theme.GapXS)
	return fyne.NewSize(max(words.Width+2*theme.Size(theme.GapXS)+2, high), high)
}

func (k *keyCap) place(pos fyne.Position) {
	size := k.size()
	k.box.Move(pos)
	k.box.Resize(size)
	k.text.Move(pos)
	k.text.Resize(size)
}
