package replay

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// row draws one entry of the list.
type row struct {
	fynewidget.BaseWidget
	list    *list
	index   int
	what    entry
	here    bool // it is on the board
	focused bool
	hovered bool
}

func newRow(l *list) *row {
	v := &row{list: l}
	v.ExtendBaseWidget(v)
	return v
}

// set fills the row; one that shows the same already is left alone.
func (v *row) set(index int, e entry, here, focused bool) {
	v.index = index
	if v.what != e || v.here != here || v.focused != focused {
		v.what, v.here, v.focused = e, here, focused
		v.Refresh()
	}
}

// Tapped opens the entry.
func (v *row) Tapped(*fyne.PointEvent) { v.list.choose(v.index, 1) }

// MouseIn shows that a press would open it.
func (v *row) MouseIn(*desktop.MouseEvent) { v.hovered = v.what.head == ""; v.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (v *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hover away.
func (v *row) MouseOut() { v.hovered = false; v.Refresh() }

// Cursor is the hand over what can be opened.
func (v *row) Cursor() desktop.Cursor {
	if v.what.head == "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel implements fyne.Accessible.
func (v *row) AccessibilityLabel() string { return v.what.said() }

// AccessibilityRole implements fyne.Accessible.
func (v *row) AccessibilityRole() fyne.AccessibleRole {
	if v.what.head != "" {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}

// CreateRenderer implements fyne.Widget.
func (v *row) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	r := &rowRenderer{
		row: v, fill: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent),
		number: canvas.NewText("", color.Black), words: canvas.NewText("", color.Black), cost: canvas.NewText("", color.Black),
	}
	r.Layout(v.Size())
	return r
}

type rowRenderer struct {
	row                 *row
	fill, bar, ring     *canvas.Rectangle
	number, words, cost *canvas.Text
}

func (r *rowRenderer) Layout(size fyne.Size) {
	v, small, body := r.row, theme.Size(theme.TextCaption), theme.Size(theme.TextBody)
	edge := theme.Size(theme.GapXS)
	plain, muted := theme.Color(fynetheme.ColorNameForeground), theme.Color(theme.Muted)
	r.draw(size, edge)
	text := func(t *canvas.Text, s string, size float32, bold bool, c color.Color) float32 {
		t.Text, t.TextSize, t.TextStyle, t.Color = s, size, fyne.TextStyle{Bold: bold, Italic: v.what.tried && !bold}, c
		return t.MinSize().Width
	}
	put := func(t *canvas.Text, x, width float32) {
		high := t.MinSize().Height
		t.Move(fyne.NewPos(x, (size.Height-high)/2))
		t.Resize(fyne.NewSize(max(width, 0), high))
	}
	if v.what.head != "" {
		text(r.number, "", small, false, muted)
		text(r.cost, "", small, false, muted)
		text(r.words, "", small, true, theme.Color(theme.CalmText))
		r.words.Text = widget.Shorten(v.what.head, r.words.TextSize, r.words.TextStyle, size.Width-4*edge)
		put(r.words, 2*edge, size.Width-4*edge)
		return
	}
	left, right := 3*edge, size.Width-3*edge-theme.Size(theme.GapS)
	if v.what.tried {
		left += 1.6 * body
	}
	number := max(text(r.number, v.what.number, small, false, muted), 1.8*body)
	cost := v.what.cost
	if v.what.critical {
		cost = strings.TrimSpace("! " + cost)
	}
	costs := text(r.cost, cost, small, true, theme.Color(theme.BadText))
	r.cost.Alignment = fyne.TextAlignTrailing
	put(r.number, left, number)
	put(r.cost, right-costs, costs)
	room := right - costs - left - number - 3*edge
	text(r.words, "", body, v.here, plain)
	r.words.Text = widget.Shorten(v.what.words, r.words.TextSize, r.words.TextStyle, room)
	put(r.words, left+number+edge, room)
}

// draw sets what lies under the words.
func (r *rowRenderer) draw(size fyne.Size, edge float32) {
	v := r.row
	r.fill.FillColor, r.fill.CornerRadius = color.Transparent, theme.Size(theme.RadiusS)
	switch {
	case v.here:
		r.fill.FillColor = theme.Color(theme.CalmTint)
	case v.hovered:
		r.fill.FillColor = theme.Color(fynetheme.ColorNameHover)
	}
	r.fill.Move(fyne.NewPos(edge, 1))
	r.fill.Resize(size.SubtractWidthHeight(2*edge+theme.Size(theme.GapS), 2)) // the bar of the scroll lies beside it
	r.bar.FillColor, r.bar.CornerRadius, r.bar.Hidden = theme.Color(theme.Calm), 2, !v.here
	r.bar.Move(fyne.NewPos(edge, edge+1))
	r.bar.Resize(fyne.NewSize(3, max(size.Height-2*edge-2, 0)))
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = theme.Color(theme.Ring), theme.Size(theme.RingWidth), theme.Size(theme.RadiusS)
	r.ring.Hidden = !v.focused
	r.ring.Move(r.fill.Position())
	r.ring.Resize(r.fill.Size())
}

func (r *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(100, rowHeight()) }

func (r *rowRenderer) Refresh() {
	r.Layout(r.row.Size())
	canvas.Refresh(r.row)
}

func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.fill, r.bar, r.number, r.words, r.cost, r.ring}
}

func (r *rowRenderer) Destroy() {}
