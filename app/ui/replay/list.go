package replay

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// list shows all moves, one row each, with the one on the board marked. Only the
// rows in view are drawn, so that two hundred moves scroll as easily as ten. It
// takes one stop of the Tab key; up and down go from row to row.
type list struct {
	fynewidget.BaseWidget
	open func(place)

	entries []entry
	body    *fyne.Container
	scroll  *container.Scroll
	pool    map[int]*row // the rows in view, by entry
	spare   []*row
	at      int // the entry on the board
	focused bool
}

var _ fyne.Focusable = (*list)(nil)

func newList(open func(place)) *list {
	l := &list{open: open, pool: map[int]*row{}}
	l.body = container.New(listLayout{l})
	l.scroll = container.NewVScroll(l.body)
	l.scroll.OnScrolled = func(fyne.Position) { l.arrange() }
	l.ExtendBaseWidget(l)
	return l
}

// fill shows other entries.
func (l *list) fill(entries []entry) {
	l.entries = entries
	for i := range l.pool {
		l.aside(i)
	}
	l.at = min(l.at, max(len(entries)-1, 0))
	l.arrange()
}

// aside puts the row of an entry aside, to be filled anew.
func (l *list) aside(i int) {
	v := l.pool[i]
	delete(l.pool, i)
	v.Hide()
	l.spare = append(l.spare, v)
}

// goTo marks the entry of a place and brings it into view. A place of what is
// tried out before its first move is that of the move it goes on from.
func (l *list) goTo(p place) {
	if p.deep == 0 {
		p.way = nil
	}
	for i, e := range l.entries {
		if e.head == "" && e.place == p {
			l.at = i
			break
		}
	}
	l.reveal()
	l.arrange()
}

func rowHeight() float32 { return 2.2 * theme.Size(theme.TextBody) }

// edge is the room for the ring of the first row.
func edge() float32 { return theme.Size(theme.GapXS) }

// arrange gives a row to each entry in view.
func (l *list) arrange() {
	high := rowHeight()
	from := max(int((l.scroll.Offset.Y-edge())/high), 0)
	to := min(int((l.scroll.Offset.Y+l.scroll.Size().Height)/high)+1, len(l.entries))
	for i := range l.pool {
		if i < from || i >= to {
			l.aside(i)
		}
	}
	size := fyne.NewSize(l.scroll.Size().Width, high)
	for i := from; i < to; i++ {
		v, here := l.pool[i]
		if !here {
			v = l.take()
			l.pool[i] = v
		}
		v.set(i, l.entries[i], i == l.at, l.focused && i == l.at)
		v.Move(fyne.NewPos(0, edge()+high*float32(i)))
		v.Resize(size)
		v.Show()
	}
}

func (l *list) take() *row {
	if n := len(l.spare); n > 0 {
		v := l.spare[n-1]
		l.spare = l.spare[:n-1]
		return v
	}
	v := newRow(l)
	l.body.Objects = append(l.body.Objects, v)
	return v
}

// reveal scrolls just far enough to show the entry on the board, with one more
// at each side.
func (l *list) reveal() {
	high, seen := rowHeight(), l.scroll.Size().Height
	if seen < 3*high {
		return
	}
	top := edge() + high*float32(l.at-1)
	most := max(l.body.MinSize().Height-seen, 0)
	switch {
	case top < l.scroll.Offset.Y:
		l.scroll.ScrollToOffset(fyne.NewPos(0, max(top, 0)))
	case top+3*high > l.scroll.Offset.Y+seen:
		l.scroll.ScrollToOffset(fyne.NewPos(0, min(top+3*high-seen, most)))
	}
}

// choose opens an entry; the head of a call leads nowhere.
func (l *list) choose(i, by int) {
	for i >= 0 && i < len(l.entries) && l.entries[i].head != "" {
		i += by
	}
	if i >= 0 && i < len(l.entries) {
		l.open(l.entries[i].place)
	}
}

// FocusGained shows where the keys are.
func (l *list) FocusGained() { l.focused = true; l.reveal(); l.arrange(); widget.Reveal(l) }

// FocusLost hides it.
func (l *list) FocusLost() { l.focused = false; l.arrange() }

// TypedRune hands the character on, save the one of Space.
func (l *list) TypedRune(r rune) {
	if r != ' ' {
		widget.BubbleRune(l, r)
	}
}

// TypedKey goes from row to row.
func (l *list) TypedKey(ev *fyne.KeyEvent) {
	page := max(int(l.scroll.Size().Height/rowHeight())-1, 1)
	switch ev.Name {
	case fyne.KeyUp:
		l.choose(l.at-1, -1)
	case fyne.KeyDown:
		l.choose(l.at+1, 1)
	case fyne.KeyPageUp:
		l.choose(max(l.at-page, 0), 1)
	case fyne.KeyPageDown:
		l.choose(min(l.at+page, len(l.entries)-1), -1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace: // it is on the board already
	default:
		widget.BubbleKey(l, ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (l *list) AccessibilityLabel() string {
	if l.at < len(l.entries) {
		return l.entries[l.at].said()
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (l *list) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (l *list) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	return &listRenderer{l}
}

type listRenderer struct{ list *list }

func (r *listRenderer) Layout(size fyne.Size) {
	l := r.list
	changed := l.scroll.Size() != size
	l.scroll.Resize(size)
	if changed {
		l.reveal()
	}
	l.arrange()
}

func (r *listRenderer) MinSize() fyne.Size {
	return fyne.NewSize(14*theme.Size(theme.TextBody), 5*rowHeight()+2*edge())
}

func (r *listRenderer) Refresh() {
	r.Layout(r.list.Size())
	for _, v := range r.list.pool {
		v.Refresh()
	}
	r.list.scroll.Refresh()
}

func (r *listRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.list.scroll} }
func (r *listRenderer) Destroy()                     {}

// listLayout is as high as all rows; they have their places already.
type listLayout struct{ list *list }

func (l listLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

func (l listLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(100, rowHeight()*float32(len(l.list.entries))+2*edge())
}
