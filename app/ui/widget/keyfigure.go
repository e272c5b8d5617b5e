package widget

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// KeyFigure shows how one of the four keys stands: its name, the number from 0 to 100, and the
// number again as a bar in the colour of the score.
type KeyFigure struct {
	fynewidget.BaseWidget
	name, number, note *Text
	bar                *bar
	root               fyne.CanvasObject
	score              int
}

// NewKeyFigure is a figure without a number yet.
func NewKeyFigure(name string) *KeyFigure {
	k := &KeyFigure{name: Body(name), number: Title("–"), note: Caption("")}
	k.bar = newBar(12, func() color.Color { return theme.Score(k.score) })
	k.note.Hide()
	k.root = VStack(theme.GapS,
		HStack(theme.GapS, Grow(k.name), k.number),
		k.bar,
		k.note,
	)
	k.ExtendBaseWidget(k)
	return k
}

// Set shows a score.
func (k *KeyFigure) Set(score int) {
	k.score = min(max(score, 0), 100)
	k.number.tint = colorForeground
	k.number.SetText(strconv.Itoa(k.score))
	k.bar.set(float32(k.score) / 100)
	k.Refresh()
}

// SetPending shows in words why there is no number yet.
func (k *KeyFigure) SetPending(words string) {
	k.score = 0
	k.number.tint = theme.Muted
	k.number.SetText("–")
	k.bar.set(0)
	k.SetNote(words)
}

// SetNote sets a small line below the bar; an empty one takes no room.
func (k *KeyFigure) SetNote(words string) {
	k.note.SetText(words)
	k.note.Hidden = words == ""
	k.Refresh()
}

// SetPassLine draws a tick on the bar where the score has to reach.
func (k *KeyFigure) SetPassLine(score int) {
	k.bar.tick = float32(score) / 100
	k.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (k *KeyFigure) CreateRenderer() fyne.WidgetRenderer {
	k.ExtendBaseWidget(k)
	return composite{k.root}
}
