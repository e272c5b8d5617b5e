package widget

import (
	"fyne.io/fyne/v2"
)

// keyTaker is what lies on top of the page and answers keys in its stead, such as a sheet.
type keyTaker interface {
	takeKey(*fyne.KeyEvent)
	takeRune(rune)
}

// BubbleKey hands a key a focused control has no use for to what answers for the window: the sheet
// on top, or else the window itself.
func BubbleKey(from fyne.CanvasObject, ev *fyne.KeyEvent) {
	c := canvasOf(from)
	if c == nil {
		return
	}
	if top, ok := c.Overlays().Top().(keyTaker); ok {
		top.takeKey(ev)
		return
	}
	if take := c.OnTypedKey(); take != nil {
		take(ev)
	}
}

// BubbleRune does for a typed character what BubbleKey does for a key.
func BubbleRune(from fyne.CanvasObject, r rune) {
	c := canvasOf(from)
	if c == nil {
		return
	}
	if top, ok := c.Overlays().Top().(keyTaker); ok {
		top.takeRune(r)
		return
	}
	if take := c.OnTypedRune(); take != nil {
		take(r)
	}
}

func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// takeFocus puts the focus on a control that is on a window.
func takeFocus(w interface {
	fyne.CanvasObject
	fyne.Focusable
},
) {
	if c := canvasOf(w); c != nil {
		c.Focus(w)
	}
}

// activates says whether a key presses the control that has the focus. Space is among them because
// its character follows as a rune, which a control must then swallow.
func activates(key fyne.KeyName) bool {
	return key == fyne.KeyReturn || key == fyne.KeyEnter || key == fyne.KeySpace
}
