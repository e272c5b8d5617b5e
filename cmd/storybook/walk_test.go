package main

import (
	"reflect"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/stage"
)

// A node is a visible object of a window, where it lies in it, and what holds it.
type node struct {
	object fyne.CanvasObject
	holder *node
	at     fyne.Position
	inner  []*node
	ink    *box // of a text, when it was asked for
}

// tree is everything visible in the window, the top sheet alone when there is one.
func (it told) tree() *node {
	var root fyne.CanvasObject = it.hands.On.Overlays().Top()
	if root == nil {
		root = it.hands.On.Content()
	}
	return grow(root, nil, fyne.Position{})
}

func grow(o fyne.CanvasObject, holder *node, at fyne.Position) *node {
	if o == nil || !o.Visible() {
		return nil
	}
	n := &node{object: o, holder: holder, at: at.Add(o.Position())}
	var inner []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inner = o.Objects
	case fyne.Widget:
		inner = stage.RendererOf(o).Objects()
	}
	for _, i := range inner {
		if child := grow(i, n, n.at); child != nil {
			n.inner = append(n.inner, child)
		}
	}
	return n
}

func (n *node) each(f func(*node)) {
	f(n)
	for _, i := range n.inner {
		i.each(f)
	}
}

// texts are the texts below a node that show something.
func (n *node) texts() (all []*node) {
	n.each(func(n *node) {
		if t, ok := n.object.(*canvas.Text); ok && strings.TrimSpace(t.Text) != "" {
			all = append(all, n)
		}
	})
	return all
}

func (n *node) text() string { return n.object.(*canvas.Text).Text }

// A box is a place in the window.
type box struct{ x1, y1, x2, y2 float32 }

func (n *node) box() box {
	s := n.object.Size()
	return box{n.at.X, n.at.Y, n.at.X + s.Width, n.at.Y + s.Height}
}

// drawn is where the letters of a text are drawn: they keep their size in
// whatever room the text was given.
func (n *node) drawn() box {
	if n.ink == nil {
		b := n.draw()
		n.ink = &b
	}
	return *n.ink
}

func (n *node) draw() box {
	t, b := n.object.(*canvas.Text), n.box()
	least := t.MinSize()
	x, y := b.x1, b.y1+(b.y2-b.y1-least.Height)/2
	switch t.Alignment {
	case fyne.TextAlignCenter:
		x += (b.x2 - b.x1 - least.Width) / 2
	case fyne.TextAlignTrailing:
		x = b.x2 - least.Width
	}
	return box{x, y, x + least.Width, y + least.Height}
}

func (b box) overlap(c box) (w, h float32) {
	return min(b.x2, c.x2) - max(b.x1, c.x1), min(b.y2, c.y2) - max(b.y1, c.y1)
}

// entryAbove is the entry that holds a node, nil for none.
func (n *node) entryAbove() fyne.CanvasObject {
	for h := n; h != nil; h = h.holder {
		if _, ok := h.object.(interface{ SetPlaceHolder(string) }); ok {
			return h.object
		}
	}
	return nil
}

// written is what stands in an entry.
func written(entry fyne.CanvasObject) string {
	return reflect.ValueOf(entry).Elem().FieldByName("Text").String()
}

// scrolls says along which ways a node scrolls what it holds.
func (n *node) scrolls() (across, down bool) {
	s, ok := n.object.(*container.Scroll)
	if !ok {
		// Fyne's entry has a scroll of its own kind inside.
		if strings.HasSuffix(reflect.TypeOf(n.object).String(), "widget.Scroll") {
			return true, true
		}
		return false, false
	}
	switch s.Direction {
	case container.ScrollHorizontalOnly:
		return true, false
	case container.ScrollVerticalOnly:
		return false, true
	case container.ScrollNone:
		return false, false
	}
	return true, true
}

var _ fyne.Widget = (*fynewidget.Entry)(nil)
