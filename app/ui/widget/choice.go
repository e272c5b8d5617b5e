package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"
)

type choiceShape int

const (
	segments choiceShape = iota // beside one another in one track
	column                      // under one another, the words wrapped
	chips                       // beside one another, going on in a new row
)

// Choice is one of several. It takes one stop of the Tab key; arrows, Home and End choose within.
type Choice struct {
	fynewidget.DisableableWidget
	options  []string
	selected int
	changed  func(int)
	shape    choiceShape
	focused  bool
	hovered  int
}

// NewChoice sets the options beside one another; selected -1 chooses none yet.
func NewChoice(options []string, selected int, changed func(int)) *Choice {
	c := &Choice{options: options, selected: selected, changed: changed, hovered: -1}
	c.ExtendBaseWidget(c)
	return c
}

// Column sets the options under one another with their words wrapped.
func (c *Choice) Column() *Choice { c.shape = column; return c }

// Chips sets the options as separate boxes that go on in a new row.
func (c *Choice) Chips() *Choice { c.shape = chips; return c }

// Selected is the chosen option, or -1.
func (c *Choice) Selected() int { return c.selected }

// SetSelected chooses without telling anybody.
func (c *Choice) SetSelected(i int) {
	c.selected = i
	c.Refresh()
}

// SetOptions offers other options.
func (c *Choice) SetOptions(options []string, selected int) {
	c.options, c.selected = options, selected
	c.Refresh()
}

func (c *Choice) choose(i int) {
	if c.Disabled() || i < 0 || i >= len(c.options) || i == c.selected {
		return
	}
	c.selected = i
	c.Refresh()
	if c.changed != nil {
		c.changed(i)
	}
}

// FocusGained implements fyne.Focusable.
func (c *Choice) FocusGained() { c.focused = true; c.Refresh(); Reveal(c) }

// FocusLost implements fyne.Focusable.
func (c *Choice) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune chooses the option that the character names, as a number does, and hands others on.
func (c *Choice) TypedRune(r rune) {
	if i := slices.Index(c.options, string(r)); i >= 0 {
		c.choose(i)
	} else if r != ' ' {
		BubbleRune(c, r)
	}
}

// TypedKey chooses the next or the previous, the first or the last; other keys go on.
func (c *Choice) TypedKey(ev *fyne.KeyEvent) {
	last := len(c.options) - 1
	switch ev.Name {
	case fyne.KeyRight, fyne.KeyDown:
		c.choose(min(c.selected+1, last))
	case fyne.KeyLeft, fyne.KeyUp:
		c.choose(max(c.selected-1, 0))
	case fyne.KeyHome:
		c.choose(0)
	case fyne.KeyEnd:
		c.choose(last)
	case fyne.KeySpace:
		c.choose(max(c.selected, 0))
	default:
		BubbleKey(c, ev)
	}
}

// Tapped chooses what lies under the mouse.
func (c *Choice) Tapped(ev *fyne.PointEvent) {
	Focus(c)
	c.choose(c.at(ev.Position))
}

// MouseIn implements desktop.Hoverable.
func (c *Choice) MouseIn(ev *desktop.MouseEvent) { c.MouseMoved(ev) }

// MouseMoved shows what a press would choose.
func (c *Choice) MouseMoved(ev *desktop.MouseEvent) {
	if i := c.at(ev.Position); i != c.hovered {
		c.hovered = i
		c.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (c *Choice) MouseOut() { c.hovered = -1; c.Refresh() }

// Cursor implements desktop.Cursorable.
func (c *Choice) Cursor() desktop.Cursor { return desktop.PointerCursor }

// at is the option under a point, or -1.
func (c *Choice) at(pos fyne.Position) int {
	for i, box := range c.places(c.Size().Width) {
		if pos.X >= box.pos.X && pos.X < box.pos.X+box.size.Width && pos.Y >= box.pos.Y && pos.Y < box.pos.Y+box.size.Height {
			return i
		}
	}
	return -1
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Choice) AccessibilityLabel() string {
	if c.selected < 0 || c.selected >= len(c.options) {
		return ""
	}
	return c.options[c.selected]
}

// AccessibilityRole implements fyne.Accessible.
func (c *Choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
