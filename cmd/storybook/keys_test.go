package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// mostStops ends a walk that does not come back to where it began.
const mostStops = 1000

// keys walks a window by Tab and the arrows: whatever can be pressed is come
// by or belongs to something that is, and the focus is always seen.
func keys(t *testing.T, it told) {
	t.Helper()
	canvas := it.hands.On
	canvas.Unfocus()
	reached := map[fyne.CanvasObject]bool{}
	for range mostStops {
		it.hands.Press(fyne.KeyTab)
		at, _ := canvas.Focused().(fyne.CanvasObject)
		if at == nil || reached[at] {
			break
		}
		reached[at] = true
		if problem := it.shown(at); problem != "" {
			t.Errorf("with the focus on %s: %s", called(at), problem)
		}
	}
	for _, n := range it.pressable() {
		if !within(n, reached) {
			t.Errorf("%s can be pressed by mouse alone", called(n.object))
		}
	}
}

// pressable is what a click does something on. What is inside an entry is the
// entry's own.
func (it told) pressable() (all []*node) {
	it.tree().each(func(n *node) {
		if _, ok := n.object.(fyne.Tappable); !ok || n.entryAbove() != nil {
			return
		}
		if d, ok := n.object.(fyne.Disableable); ok && d.Disabled() {
			return
		}
		if _, sheet := n.object.(*widget.Sheet); sheet || strings.Contains(fmt.Sprintf("%T", n.object), "scrollBar") {
			return // the keys scroll too
		}
		all = append(all, n)
	})
	return all
}

// within says whether a thing, or what holds it, is among those reached: a
// table or a transcript takes one stop, and its own keys go on inside.
func within(n *node, reached map[fyne.CanvasObject]bool) bool {
	if _, ball := n.object.(*widget.Ball); ball {
		return true // a button beside it throws it too
	}
	for h := n; h != nil; h = h.holder {
		if reached[h.object] {
			return true
		}
	}
	return false
}

// shown says what is wrong with how the focus is shown: one ring, at the
// control, in the window.
func (it told) shown(at fyne.CanvasObject) string {
	var rings, here []*node
	tree := it.tree()
	tree.each(func(n *node) {
		if n.object == at {
			here = append(here, n)
		}
		r, ok := n.object.(*canvas.Rectangle)
		if ok && r.StrokeWidth >= 1.5 && r.StrokeColor == theme.Color(theme.Ring) && visibly(r) {
			rings = append(rings, n)
		}
	})
	if len(here) == 0 {
		return "it is not in the window"
	}
	if len(rings) == 0 {
		return "nothing shows it"
	}
	b := here[0].box()
	if !slices.ContainsFunc(rings, func(r *node) bool {
		w, h := r.box().overlap(b)
		return w > 0 && h > 0
	}) {
		return "the ring is elsewhere"
	}
	size := it.hands.On.Size()
	for _, r := range rings {
		w, h := r.box().overlap(box{0, 0, size.Width, size.Height})
		if w > 0 && h > 0 && inView(r) {
			return ""
		}
	}
	return fmt.Sprintf("it is scrolled out of view, at %.0f", b.y1)
}

func visibly(r *canvas.Rectangle) bool {
	_, _, _, a := r.StrokeColor.RGBA()
	return a > 0 && r.Visible()
}

// inView says whether a node is seen in all that scrolls around it.
func inView(n *node) bool {
	for h := n.holder; h != nil; h = h.holder {
		if a, d := h.scrolls(); a || d {
			if w, high := n.box().overlap(h.box()); w <= 0 || high <= 0 {
				return false
			}
		}
	}
	return true
}

func called(o fyne.CanvasObject) string {
	if l, ok := o.(interface{ AccessibilityLabel() string }); ok && l.AccessibilityLabel() != "" {
		return fmt.Sprintf("%T %q", o, l.AccessibilityLabel())
	}
	return fmt.Sprintf("%T", o)
}
