package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Card is a rounded surface that holds what belongs together.
type Card struct {
	fynewidget.BaseWidget
	surface *paint
	title   *Text
	head    *fyne.Container
	body    *fyne.Container
	root    *fyne.Container
}

// NewCard sets content on a surface under a title; an empty title takes no room.
func NewCard(title string, content fyne.CanvasObject) *Card {
	c := &Card{
		surface: newPaint(theme.Surface).round(theme.RadiusL).outline(theme.Hairline, 1),
		title:   Heading(title),
	}
	c.head = HStack(theme.GapM, Grow(c.title))
	c.body = VStack(theme.GapM, c.head)
	if content != nil {
		c.body.Add(Grow(content))
	}
	c.root = container.NewStack(c.surface, Inset(theme.GapL, c.body))
	c.head.Hidden = title == ""
	c.ExtendBaseWidget(c)
	return c
}

// Tinted gives the surface another colour of the theme.
func (c *Card) Tinted(name fyne.ThemeColorName) *Card {
	c.surface.fill, c.surface.stroke = name, ""
	c.surface.Refresh()
	return c
}

// Tight leaves less room around what the card holds, for one of many rows.
func (c *Card) Tight() *Card {
	c.root.Objects[1] = InsetXY(theme.GapM, theme.GapS, c.body)
	return c
}

// WithAction sets a control at the right of the title.
func (c *Card) WithAction(o fyne.CanvasObject) *Card {
	c.head.Hidden = false
	c.head.Add(o)
	return c
}

// SetTitle changes the title.
func (c *Card) SetTitle(s string) {
	c.title.SetText(s)
	c.head.Hidden = s == ""
}

// SetContent puts something else on the card.
func (c *Card) SetContent(o fyne.CanvasObject) {
	c.body.Objects = []fyne.CanvasObject{c.head, Grow(o)}
	c.body.Refresh()
}

func (c *Card) parts() []fyne.CanvasObject { return []fyne.CanvasObject{c.root} }

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	return composite{c.root}
}
