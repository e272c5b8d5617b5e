package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Scroller lets a tall page be scrolled up and down. It tells the page its width before it asks for
// its height, and brings a control that gains the focus into view.
type Scroller struct {
	fynewidget.BaseWidget
	scroll *container.Scroll
	page   *fyne.Container
}

// Scroll makes o scroll up and down. The view reaches a little beyond the control on each side, so
// that the ring of a control at its edge is not cut off.
func Scroll(o fyne.CanvasObject) *Scroller {
	s := &Scroller{page: container.New(ringMargin{}, o)}
	s.scroll = container.NewVScroll(s.page)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *Scroller) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	liveScrollers = append(liveScrollers, s)
	return &scrollerRenderer{s}
}

// Content returns what scrolls.
func (s *Scroller) Content() fyne.CanvasObject { return s.page.Objects[0] }

// SetContent puts another page in and begins at its top.
func (s *Scroller) SetContent(o fyne.CanvasObject) {
	s.page.Objects = []fyne.CanvasObject{o}
	s.scroll.Offset = fyne.Position{}
	s.fit()
	s.scroll.Refresh()
}

// Offset is how far down the page the view is.
func (s *Scroller) Offset() float32 { return s.scroll.Offset.Y }

// ScrollTo moves the view to a place of the page.
func (s *Scroller) ScrollTo(y float32) {
	lowest := max(s.scroll.Content.MinSize().Height-s.scroll.Size().Height, 0)
	s.scroll.ScrollToOffset(fyne.NewPos(0, min(max(y, 0), lowest)))
}

// ScrollToTop moves the view to the beginning.
func (s *Scroller) ScrollToTop() { s.ScrollTo(0) }

// ScrollToBottom moves the view to the end.
func (s *Scroller) ScrollToBottom() { s.ScrollTo(s.scroll.Content.MinSize().Height) }

// TakeKey scrolls by Page Up, Page Down, Home and End; it returns whether the key was one of them.
// A screen calls it with the keys that no control has used.
func (s *Scroller) TakeKey(ev *fyne.KeyEvent) bool {
	page := s.scroll.Size().Height * 0.9
	switch ev.Name {
	case fyne.KeyPageDown:
		s.ScrollTo(s.Offset() + page)
	case fyne.KeyPageUp:
		s.ScrollTo(s.Offset() - page)
	case fyne.KeyHome:
		s.ScrollToTop()
	case fyne.KeyEnd:
		s.ScrollToBottom()
	default:
		return false
	}
	return true
}

// Reveal scrolls just far enough to show o, which lies somewhere on the page.
func (s *Scroller) Reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.scroll.Content).Y
	air := theme.Size(theme.GapM)
	top, bottom := y-air, y+o.Size().Height+air
	switch {
	case top < s.Offset():
		s.ScrollTo(top)
	case bottom > s.Offset()+s.scroll.Size().Height:
		s.ScrollTo(bottom - s.scroll.Size().Height)
	}
}

// fit gives the page the width of the view and the height it then needs.
func (s *Scroller) fit() {
	size := s.scroll.Size()
	height := heightFor(s.scroll.Content, size.Width)
	s.scroll.Content.Resize(fyne.NewSize(size.Width, max(height, size.Height)))
}

// ringMargin leaves room for a ring around what it holds.
type ringMargin struct{}

func (ringMargin) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := ringRoom()
	objects[0].Move(fyne.NewPos(room, room))
	objects[0].Resize(size.SubtractWidthHeight(2*room, 2*room))
}

func (ringMargin) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*ringRoom(), 2*ringRoom())
}

type scrollerRenderer struct{ scroller *Scroller }

func (r *scrollerRenderer) Layout(size fyne.Size) {
	s := r.scroller.scroll
	room := ringRoom()
	heightFor(s.Content, size.Width+2*room)
	s.Move(fyne.NewPos(-room, -room))
	s.Resize(size.AddWidthHeight(2*room, 2*room))
	r.scroller.fit()
}

func (r *scrollerRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.scroller.Content().MinSize().Width, 48)
}

func (r *scrollerRenderer) Refresh() {
	r.scroller.fit()
	r.scroller.scroll.Refresh()
}

func (r *scrollerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.scroller.scroll}
}

func (r *scrollerRenderer) Destroy() {
	liveScrollers = slices.DeleteFunc(liveScrollers, func(s *Scroller) bool { return s == r.scroller })
}

// liveScrollers are those on a window. Fyne knows no way from a control up to what holds it, so a
// control that gains the focus asks each of these whether it lies on its page. All this happens on
// the one thread that draws.
var liveScrollers []*Scroller

// Reveal brings a control that has gained the focus into view, whatever it
// scrolls in.
func Reveal(o fyne.CanvasObject) {
	for _, s := range liveScrollers {
		if s.Visible() && holds(s.scroll.Content, o) {
			s.Reveal(o)
		}
	}
}

// holder is a control made of others.
type holder interface{ parts() []fyne.CanvasObject }

func (s *Scroller) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.scroll.Content} }

func holds(root, target fyne.CanvasObject) bool {
	return root == target || slices.ContainsFunc(within(root), func(o fyne.CanvasObject) bool { return holds(o, target) })
}

// within is what a container or a control is made of.
func within(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case holder:
		return o.parts()
	}
	return nil
}

// Focusables are the controls in o that can have the focus, in their order; those inside a control
// that is none of our own are not known.
func Focusables(o fyne.CanvasObject) []fyne.Focusable {
	if !o.Visible() {
		return nil
	}
	if f, ok := o.(fyne.Focusable); ok {
		return []fyne.Focusable{f}
	}
	var all []fyne.Focusable
	for _, inner := range within(o) {
		all = append(all, Focusables(inner)...)
	}
	return all
}

// RevealPart brings a part of a control into view where the control lies in a Scroller: the cell
// that the keys are on.
func RevealPart(control, part fyne.CanvasObject) {
	for _, s := range liveScrollers {
		if s.Visible() && holds(s.scroll.Content, control) {
			s.Reveal(part)
		}
	}
}
