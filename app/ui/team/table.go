package team

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// table shows lines under a head that stays. Only the rows in view are drawn,
// so that a hundred trainees scroll as easily as three. It takes one stop of
// the Tab key; the arrows go from row to row.
type table struct {
	fynewidget.BaseWidget
	onOpen func(row int)

	lines   []line
	tops    []float32 // where each line begins; one more than lines
	head    *rowView
	body    *fyne.Container
	scroll  *container.Scroll
	pool    map[int]*rowView // the rows in view, by line
	spare   []*rowView
	across  *container.Scroll // around the table, for a window narrower than its columns
	at      int               // the line that the keys are on
	focused bool
}

var _ fyne.Focusable = (*table)(nil)

func newTable(onOpen func(row int)) *table {
	t := &table{onOpen: onOpen, pool: map[int]*rowView{}, head: newRowView(nil)}
	t.body = container.New(tableLayout{t})
	t.scroll = container.NewVScroll(t.body)
	t.scroll.OnScrolled = func(fyne.Position) { t.arrange() }
	t.ExtendBaseWidget(t)
	t.across = container.NewHScroll(t)
	return t
}

// show puts lines under a head; at is the line the keys begin on.
func (t *table) show(head line, heads []string, lines []line, at int) {
	t.head.heading, t.head.heads = true, heads
	t.head.set(head)
	if len(lines) != len(t.lines) {
		t.scroll.Offset = fyne.Position{}
	}
	t.lines = lines
	t.at = t.nearest(at, 1)
	t.forget()
	t.measure(t.scroll.Size().Width)
	t.scroll.Refresh()
	t.arrange()
	t.reveal()
}

// forget puts all rows aside, to be filled anew.
func (t *table) forget() {
	for i, v := range t.pool {
		delete(t.pool, i)
		v.Hide()
		t.spare = append(t.spare, v)
	}
}

// measure finds where each line begins in a table of that width.
func (t *table) measure(width float32) {
	y := theme.Size(theme.GapXS) // room for the ring of the first row
	t.tops = append(t.tops[:0], y)
	for i, l := range t.lines {
		h := rowHeight()
		if stacked(width, len(l.cells)) {
			h += titleHeight()
		}
		if l.group != "" {
			h = groupHeight()
			if i > 0 {
				h += theme.Size(theme.GapM)
			}
		}
		y += h
		t.tops = append(t.tops, y)
	}
}

func rowHeight() float32   { return 2.7 * theme.Size(theme.TextBody) }
func titleHeight() float32 { return 1.4 * theme.Size(theme.TextBody) }
func groupHeight() float32 { return 2.4 * theme.Size(theme.TextBody) }

// arrange gives a row to each line in view.
func (t *table) arrange() {
	from, to := t.view()
	for i, v := range t.pool {
		if i < from || i >= to {
			delete(t.pool, i)
			v.Hide()
			t.spare = append(t.spare, v)
		}
	}
	width := t.scroll.Size().Width
	for i := from; i < to; i++ {
		v, here := t.pool[i]
		if !here {
			v = t.take()
			v.line = i
			v.set(t.lines[i])
			t.pool[i] = v
		}
		v.lit(t.focused && i == t.at)
		v.Move(fyne.NewPos(0, t.tops[i]))
		v.Resize(fyne.NewSize(width, t.tops[i+1]-t.tops[i]))
		v.Show()
	}
}

// view is the lines that are at least partly in view.
func (t *table) view() (from, to int) {
	top := t.scroll.Offset.Y
	bottom := top + t.scroll.Size().Height
	for from < len(t.lines) && t.tops[from+1] <= top {
		from++
	}
	for to = from; to < len(t.lines) && t.tops[to] < bottom; {
		to++
	}
	return from, to
}

func (t *table) take() *rowView {
	if n := len(t.spare); n > 0 {
		v := t.spare[n-1]
		t.spare = t.spare[:n-1]
		return v
	}
	v := newRowView(t)
	t.body.Objects = append(t.body.Objects, v)
	return v
}

// nearest is the next line with figures from i on in that direction, or the
// one before.
func (t *table) nearest(i, by int) int {
	i = min(max(i, 0), max(len(t.lines)-1, 0))
	for _, d := range [...]int{by, -by} {
		for j := i; j >= 0 && j < len(t.lines); j += d {
			if t.lines[j].group == "" {
				return j
			}
		}
	}
	return 0
}

// goTo puts the keys on a line.
func (t *table) goTo(i, by int) {
	t.at = t.nearest(i, by)
	t.reveal()
	t.arrange()
}

// reveal scrolls to the line of the keys; with the first of a group comes its
// head.
func (t *table) reveal() {
	if len(t.lines) == 0 {
		return
	}
	first := t.at
	if first > 0 && t.lines[first-1].group != "" {
		first--
	}
	high := t.scroll.Size().Height
	top, bottom := t.tops[first], t.tops[t.at+1]
	if first == 0 {
		top = 0
	}
	switch {
	case top < t.scroll.Offset.Y:
		t.scroll.ScrollToOffset(fyne.NewPos(0, top))
	case bottom > t.scroll.Offset.Y+high:
		t.scroll.ScrollToOffset(fyne.NewPos(0, bottom-high))
	}
}

func (t *table) open(i int) {
	if i >= 0 && i < len(t.lines) && t.lines[i].group == "" && t.onOpen != nil {
		t.onOpen(t.lines[i].row)
	}
}

// FocusGained shows where the keys are.
func (t *table) FocusGained() { t.focused = true; t.reveal(); t.arrange() }

// FocusLost hides it.
func (t *table) FocusLost() { t.focused = false; t.arrange() }

// TypedRune hands the character on, save the one of Space.
func (t *table) TypedRune(r rune) {
	if r != ' ' {
		widget.BubbleRune(t, r)
	}
}

// TypedKey goes from row to row and opens one.
func (t *table) TypedKey(ev *fyne.KeyEvent) {
	page := max(int(t.scroll.Size().Height/rowHeight())-1, 1)
	switch ev.Name {
	case fyne.KeyUp:
		t.goTo(t.at-1, -1)
	case fyne.KeyDown:
		t.goTo(t.at+1, 1)
	case fyne.KeyPageUp:
		t.goTo(t.at-page, -1)
	case fyne.KeyPageDown:
		t.goTo(t.at+page, 1)
	case fyne.KeyHome:
		t.goTo(0, 1)
	case fyne.KeyEnd:
		t.goTo(len(t.lines)-1, -1)
	case fyne.KeyLeft, fyne.KeyRight:
		t.sideways(ev.Name == fyne.KeyRight)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.open(t.at)
	default:
		widget.BubbleKey(t, ev)
	}
}

// sideways scrolls to the columns that the window has no room for.
func (t *table) sideways(right bool) {
	step := 6 * theme.Size(theme.TextBody)
	if !right {
		step = -step
	}
	most := max(t.Size().Width-t.across.Size().Width, 0)
	t.across.ScrollToOffset(fyne.NewPos(min(max(t.across.Offset.X+step, 0), most), 0))
}

// CreateRenderer implements fyne.Widget.
func (t *table) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return &tableRenderer{t}
}

type tableRenderer struct{ table *table }

func (r *tableRenderer) Layout(size fyne.Size) {
	t := r.table
	high := t.head.MinSize().Height
	t.head.Resize(fyne.NewSize(size.Width, high))
	t.scroll.Move(fyne.NewPos(0, high))
	t.scroll.Resize(fyne.NewSize(size.Width, max(size.Height-high, 0)))
	t.measure(size.Width)
	t.arrange()
}

func (r *tableRenderer) MinSize() fyne.Size {
	em := theme.Size(theme.TextBody)
	return fyne.NewSize(max(30*em, r.table.least()), 8*em)
}

func (r *tableRenderer) Refresh() {
	t := r.table
	t.forget()
	t.head.Refresh()
	r.Layout(t.Size())
	t.scroll.Refresh()
}

func (r *tableRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.table.head, r.table.scroll}
}

func (r *tableRenderer) Destroy() {}

func (t *table) least() float32 { return least(t.head.what.title, len(t.head.heads)) }

// high is how high the table is with every line in view.
func (t *table) high(width float32) float32 {
	t.measure(max(width, t.least()))
	return t.head.MinSize().Height + t.tops[len(t.lines)] + theme.Size(theme.GapXS)
}

// hug keeps the card around a short table from growing over the whole page.
type hug struct{ table *table }

func (l hug) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	card := objects[0]
	around := card.MinSize().Height - l.table.MinSize().Height
	card.Resize(fyne.NewSize(size.Width, min(size.Height, around+l.table.high(size.Width-2*theme.Size(theme.GapL)))))
}

func (l hug) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// tableLayout is as high as all lines; the rows have their places already.
type tableLayout struct{ table *table }

func (l tableLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

func (l tableLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	if n := len(l.table.tops); n > 0 {
		return fyne.NewSize(100, l.table.tops[n-1])
	}
	return fyne.NewSize(100, 0)
}
