package stage

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// RendererOf is how the driver draws a widget. Package offscreen sets it.
var RendererOf func(fyne.Widget) fyne.WidgetRenderer

// Root is everything in the window with what lies on top of it, for a picture
// of a screen together with a sheet.
func (h Hands) Root() fyne.CanvasObject {
	c := h.On
	all := append([]fyne.CanvasObject{c.Content()}, c.Overlays().List()...)
	if len(all) == 1 {
		return all[0]
	}
	return fyne.NewContainerWithLayout(stack{}, all...)
}

type stack struct{}

func (stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (stack) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Each calls f for every visible object of the window, the top overlay alone
// when there is one, outermost first, until f returns false.
func (h Hands) Each(f func(fyne.CanvasObject) bool) {
	var root fyne.CanvasObject = h.On.Overlays().Top()
	if root == nil {
		root = h.On.Content()
	}
	if root != nil {
		each(root, f)
	}
}

func each(o fyne.CanvasObject, f func(fyne.CanvasObject) bool) bool {
	if !o.Visible() {
		return true
	}
	if !f(o) {
		return false
	}
	var inner []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inner = o.Objects
	case fyne.Widget:
		inner = RendererOf(o).Objects()
	}
	for _, i := range inner {
		if !each(i, f) {
			return false
		}
	}
	return true
}

// Words are the words in the window, as drawn.
func (h Hands) Words() string { return words(h.Each) }

func words(walk func(func(fyne.CanvasObject) bool)) string {
	var b strings.Builder
	walk(func(o fyne.CanvasObject) bool {
		if t, ok := o.(*canvas.Text); ok && t.Text != "" {
			b.WriteString(t.Text)
			b.WriteByte(' ')
		}
		return true
	})
	return strings.Join(strings.Fields(b.String()), " ")
}

// Shows reports whether the words stand in the window.
func (h Hands) Shows(text string) bool {
	return strings.Contains(h.Words(), strings.Join(strings.Fields(text), " "))
}

// TapText taps the innermost control that shows the text. It panics when there
// is none.
func (h Hands) TapText(text string) {
	var found fyne.Tappable
	h.Each(func(o fyne.CanvasObject) bool {
		t, ok := o.(fyne.Tappable)
		if !ok {
			return true
		}
		said := words(func(f func(fyne.CanvasObject) bool) { each(o, f) })
		if strings.Contains(said, text) {
			found = t
		}
		return true
	})
	if found == nil {
		panic("stage: nothing to tap shows " + text)
	}
	h.Tap(found)
}
