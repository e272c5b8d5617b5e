package stage

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
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
	return container.New(stack{}, all...)
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

// TapText taps the text where it stands, in the innermost control around it;
// of several the last one drawn. It panics when there is none.
func (h Hands) TapText(text string) {
	var control, found fyne.Tappable
	var at fyne.CanvasObject
	h.Each(func(o fyne.CanvasObject) bool {
		if t, ok := o.(fyne.Tappable); ok {
			control = t
			if label, ok := o.(interface{ AccessibilityLabel() string }); ok && strings.Contains(label.AccessibilityLabel(), text) {
				found, at = t, nil
			}
		}
		if t, ok := o.(*canvas.Text); ok && strings.Contains(t.Text, text) && control != nil && contains(control, t) {
			found, at = control, t
		}
		return true
	})
	switch {
	case found == nil:
		panic("stage: nothing to tap shows " + text)
	case at == nil:
		h.Tap(found)
	default:
		h.tapAt(found, at)
	}
}

func contains(outer fyne.Tappable, inner fyne.CanvasObject) bool {
	o, ok := outer.(fyne.CanvasObject)
	return ok && !each(o, func(o fyne.CanvasObject) bool { return o != inner })
}

// tapAt taps a control where a part of it stands.
func (h Hands) tapAt(o fyne.Tappable, part fyne.CanvasObject) {
	d := fyne.CurrentApp().Driver()
	abs := d.AbsolutePositionForObject(part).AddXY(part.Size().Width/2, part.Size().Height/2)
	h.tap(o, &fyne.PointEvent{AbsolutePosition: abs, Position: abs.Subtract(d.AbsolutePositionForObject(o.(fyne.CanvasObject)))})
}
