package stage

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// Hands are a person's at a window: they press, type, tap and look.
type Hands struct{ On fyne.Canvas }

// Tap taps a control in its middle, as the mouse does: the focus goes, and the
// control may take it.
func (h Hands) Tap(o fyne.Tappable) {
	at := fyne.NewPos(1, 1)
	ev := &fyne.PointEvent{Position: at}
	if co, ok := o.(fyne.CanvasObject); ok {
		at = fyne.NewPos(co.Size().Width/2, co.Size().Height/2)
		ev.Position = at
		ev.AbsolutePosition = fyne.CurrentApp().Driver().AbsolutePositionForObject(co).Add(at)
	}
	h.tap(o, ev)
}

func (h Hands) tap(o fyne.Tappable, ev *fyne.PointEvent) {
	if f, ok := o.(fyne.Focusable); !ok || f != h.On.Focused() {
		h.On.Unfocus()
	}
	o.Tapped(ev)
}

// Press presses keys one after another. Like a desktop it moves the focus on
// Tab, hands a key to the focused control or else to the screen, and lets the
// character of Space follow.
func (h Hands) Press(keys ...fyne.KeyName) {
	for _, k := range keys {
		if k == fyne.KeyTab && h.tab() {
			continue
		}
		h.key(k)
		if k == fyne.KeySpace {
			h.rune(' ')
		}
	}
}

func (h Hands) tab() bool {
	c := h.On
	if t, ok := c.Focused().(fyne.Tabbable); ok && t.AcceptsTab() {
		return false
	}
	c.FocusNext()
	return true
}

// ShiftTab moves the focus back.
func (h Hands) ShiftTab() { h.On.FocusPrevious() }

// Type types a text: for each character its key and then the character, as a
// desktop does.
func (h Hands) Type(text string) {
	for _, r := range text {
		if r == ' ' {
			h.Press(fyne.KeySpace)
			continue
		}
		if r < unicode.MaxASCII {
			h.key(fyne.KeyName(string(unicode.ToUpper(r))))
		}
		h.rune(r)
	}
}

func (h Hands) key(name fyne.KeyName) {
	c, ev := h.On, &fyne.KeyEvent{Name: name}
	if f := c.Focused(); f != nil {
		f.TypedKey(ev)
	} else if take := c.OnTypedKey(); take != nil {
		take(ev)
	}
}

func (h Hands) rune(r rune) {
	c := h.On
	if f := c.Focused(); f != nil {
		f.TypedRune(r)
	} else if take := c.OnTypedRune(); take != nil {
		take(r)
	}
}
