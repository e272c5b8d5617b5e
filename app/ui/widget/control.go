package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// control is what everything that can be pressed has in common: it takes the focus, knows whether
// the mouse is over it, and answers Enter, Return and Space as it answers a tap.
type control struct {
	fynewidget.DisableableWidget
	self    focusable
	act     func()
	hovered bool
	pressed bool
	focused bool
}

type focusable interface {
	fyne.Widget
	fyne.Focusable
}

// extend makes self the widget, and act what a press does.
func (c *control) extend(self focusable, act func()) {
	c.self, c.act = self, act
	c.ExtendBaseWidget(self)
}

// FocusGained shows the ring, and brings the control into view where it lies in a Scroller.
func (c *control) FocusGained() {
	c.focused = true
	c.self.Refresh()
	Reveal(c.self)
}

// FocusLost hides the ring.
func (c *control) FocusLost() {
	c.focused, c.pressed = false, false
	c.self.Refresh()
}

// TypedRune hands the character on, save the one that belongs to the Space that pressed.
func (c *control) TypedRune(r rune) {
	if r != ' ' {
		BubbleRune(c.self, r)
	}
}

// TypedKey presses, or hands the key on.
func (c *control) TypedKey(ev *fyne.KeyEvent) {
	if activates(ev.Name) {
		c.press()
		return
	}
	BubbleKey(c.self, ev)
}

// Tapped presses.
func (c *control) Tapped(*fyne.PointEvent) { c.press() }

func (c *control) press() {
	if !c.Disabled() && c.act != nil {
		c.act()
	}
}

// MouseIn shows that a press would do something.
func (c *control) MouseIn(*desktop.MouseEvent) { c.hovered = true; c.self.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hover away.
func (c *control) MouseOut() { c.hovered, c.pressed = false, false; c.self.Refresh() }

// MouseDown shows the press.
func (c *control) MouseDown(*desktop.MouseEvent) { c.pressed = true; c.self.Refresh() }

// MouseUp ends it.
func (c *control) MouseUp(*desktop.MouseEvent) { c.pressed = false; c.self.Refresh() }

// Cursor is the hand over what can be pressed.
func (c *control) Cursor() desktop.Cursor {
	if c.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityRole implements fyne.Accessible for all that can be pressed.
func (c *control) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// stateLayer is the veil of hover or press over a fill.
func (c *control) stateLayer() color.Color {
	switch {
	case c.Disabled():
		return color.Transparent
	case c.pressed:
		return theme.Color(colorPressed)
	case c.hovered:
		return theme.Color(colorHover)
	}
	return color.Transparent
}

// ring is the frame around the focused control. It lies outside the control, so that it stands off
// from any fill and moves nothing when it appears.
type ring struct {
	frame *canvas.Rectangle
}

func newRing() ring {
	frame := canvas.NewRectangle(color.Transparent)
	frame.Hide()
	return ring{frame}
}

// ringRoom is how far the ring reaches beyond its control.
func ringRoom() float32 { return theme.Size(theme.RingWidth) + theme.Size(theme.RingGap) }

func (r ring) layout(size fyne.Size) {
	off := ringRoom()
	r.frame.Move(fyne.NewPos(-off, -off))
	r.frame.Resize(size.AddWidthHeight(2*off, 2*off))
}

func (r ring) show(on bool, radius float32) {
	r.frame.StrokeColor = theme.Color(theme.Ring)
	r.frame.StrokeWidth = theme.Size(theme.RingWidth)
	r.frame.CornerRadius = radius + theme.Size(theme.RingWidth) + theme.Size(theme.RingGap)
	r.frame.Hidden = !on
	r.frame.Refresh()
}
