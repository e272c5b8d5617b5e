package widget

import (
	"slices"

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

// Focus puts the focus on a control of a window. Fyne finds only what it has drawn, and forgets what
// was hidden for a minute; so the way to the control is drawn first.
func Focus(w fyne.Focusable) {
	o, ok := w.(fyne.CanvasObject)
	if !ok {
		return
	}
	for _, window := range fyne.CurrentApp().Driver().AllWindows() {
		c := window.Canvas()
		for _, root := range append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...) {
			if drawWay(root, o) {
				c.Focus(w)
				return
			}
		}
	}
	if c := canvasOf(o); c != nil {
		c.Focus(w)
	}
}

// drawWay has the controls between root and target drawn, and reports whether target is there.
func drawWay(root, target fyne.CanvasObject) bool {
	if root == target {
		return true
	}
	if !slices.ContainsFunc(within(root), func(o fyne.CanvasObject) bool { return drawWay(o, target) }) {
		return false
	}
	s, page := root.(*Scroller)
	if w, ok := root.(fyne.Widget); ok && !(page && slices.Contains(liveScrollers, s)) {
		w.MinSize() // it needs what draws it in order to know this
	}
	return true
}

// activates says whether a key presses the control that has the focus. Space is among them because
// its character follows as a rune, which a control must then swallow.
func activates(key fyne.KeyName) bool {
	return key == fyne.KeyReturn || key == fyne.KeyEnter || key == fyne.KeySpace
}
