package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// CountdownBar shows how much of a span is left as a bar that shrinks. It has no clock of its own:
// whoever owns the span tells it the share.
type CountdownBar struct {
	fynewidget.BaseWidget
	label *Text
	bar   *bar
	heat  bool
	root  fyne.CanvasObject
}

// NewCountdownBar is a full bar without words.
func NewCountdownBar() *CountdownBar {
	c := &CountdownBar{label: Caption("").OneLine()}
	c.label.Hide()
	c.bar = newBar(8, func() color.Color {
		if c.heat {
			return theme.Color(theme.Heat)
		}
		return theme.Color(theme.Calm)
	})
	c.bar.share = 1
	c.root = VStack(theme.GapXS, c.label, c.bar)
	c.ExtendBaseWidget(c)
	return c
}

// SetFraction shows the share that is left, from 1 to 0.
func (c *CountdownBar) SetFraction(share float64) { c.bar.set(float32(share)) }

// Fraction is the share shown.
func (c *CountdownBar) Fraction() float64 { return float64(c.bar.share) }

// SetLabel says in words what runs; an empty label takes no room.
func (c *CountdownBar) SetLabel(s string) {
	c.label.Hidden = s == ""
	c.label.SetText(s)
	c.root.Refresh()
}

// SetHeat colours the bar as the caller's time rather than one's own.
func (c *CountdownBar) SetHeat(on bool) {
	c.heat = on
	c.bar.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *CountdownBar) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return composite{c.root}
}
