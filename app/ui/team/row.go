package team

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynetheme "fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// rowView draws one line of a table, or its head.
type rowView struct {
	fynewidget.BaseWidget
	table   *table
	line    int
	what    line
	heading bool
	heads   []string // the words of a head, one for each cell
	focused bool
	hovered bool
}

func newRowView(t *table) *rowView {
	v := &rowView{table: t}
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) set(l line) {
	v.what, v.hovered = l, false
	v.Refresh()
}

// lit draws the ring of the row that the keys are on.
func (v *rowView) lit(on bool) {
	if v.focused != on {
		v.focused = on
		v.Refresh()
	}
}

// Tapped opens the line.
func (v *rowView) Tapped(*fyne.PointEvent) {
	if v.table != nil && v.what.group == "" {
		v.table.at = v.line
		v.table.open(v.line)
	}
}

// MouseIn shows that a press would open the line.
func (v *rowView) MouseIn(*desktop.MouseEvent) {
	v.hovered = v.table != nil && v.what.group == ""
	v.Refresh()
}

// MouseMoved implements desktop.Hoverable.
func (v *rowView) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the hover away.
func (v *rowView) MouseOut() { v.hovered = false; v.Refresh() }

// Cursor is the hand over what can be opened.
func (v *rowView) Cursor() desktop.Cursor {
	if v.table != nil && v.what.group == "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel implements fyne.Accessible.
func (v *rowView) AccessibilityLabel() string {
	if v.what.group != "" {
		return v.what.group + ", " + v.what.note
	}
	parts := []string{v.what.title}
	for _, n := range v.what.cells {
		parts = append(parts, cellText(n))
	}
	return strings.Join(append(parts, v.what.what.words()), ", ")
}

// AccessibilityRole implements fyne.Accessible.
func (v *rowView) AccessibilityRole() fyne.AccessibleRole {
	if v.what.group != "" || v.heading {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}

func cellText(n int) string {
	if n == none {
		return "–"
	}
	return strconv.Itoa(n)
}

// widths are those of the columns after the first: the count, a cell, the
// result.
func widths() (count, cell, result float32) {
	small := theme.Size(theme.TextCaption)
	word := func(s string, size float32) float32 {
		return fyne.MeasureText(s, size, fyne.TextStyle{Bold: true}).Width
	}
	for _, key := range cellHeads {
		for _, w := range strings.Fields(key()) {
			cell = max(cell, word(w, small))
		}
	}
	cell = max(cell, word("100", theme.Size(theme.TextBody))+theme.Size(theme.GapL)) + theme.Size(theme.GapL)
	for _, w := range []string{passed.words(), notPassed.words(), pending.words()} {
		result = max(result, word(w, theme.Size(theme.TextBody)))
	}
	count = word(locale.Text("team.head.calls"), small) + theme.Size(theme.GapL)
	return count, cell, result + theme.Size(theme.GapXL)
}

var cellHeads = []func() string{
	func() string { return locale.Text("team.head.last") },
	func() string { return locale.Text("team.head.best") },
	func() string { return locale.Text("team.head.overall") },
	func() string { return locale.Text("team.head.cool") },
	func() string { return locale.Text("team.head.bases") },
	func() string { return locale.Text("team.head.extra") },
	func() string { return locale.Text("team.head.follow") },
}

// least is the width below which a table with so many cells has no room for
// its columns.
func least(title string, cells int) float32 {
	count, cell, result := widths()
	head := fyne.MeasureText(title, theme.Size(theme.TextCaption), fyne.TextStyle{Bold: true}).Width
	return theme.Size(theme.GapL) + head + count + float32(cells)*cell + result + theme.Size(theme.GapM)
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	r := &rowRenderer{view: v, ring: canvas.NewRectangle(color.Transparent), veil: canvas.NewRectangle(color.Transparent), rule: canvas.NewLine(color.Transparent)}
	r.draw(v.Size())
	return r
}

type rowRenderer struct {
	view       *rowView
	ring, veil *canvas.Rectangle
	rule       *canvas.Line
	texts      []*canvas.Text
	boxes      []*canvas.Rectangle
	nText      int
	nBox       int
	all        []fyne.CanvasObject
}

// text sets words at a place; bold, sized and coloured as told.
func (r *rowRenderer) text(s string, size float32, bold bool, c color.Color, at fyne.Position, width float32, align fyne.TextAlign) {
	if s == "" {
		return
	}
	if r.nText == len(r.texts) {
		r.texts = append(r.texts, canvas.NewText("", c))
	}
	t := r.texts[r.nText]
	r.nText++
	t.Text, t.TextSize, t.TextStyle, t.Color, t.Alignment = s, size, fyne.TextStyle{Bold: bold}, c, align
	t.Move(at)
	t.Resize(fyne.NewSize(width, t.MinSize().Height))
	r.all = append(r.all, t)
}

func (r *rowRenderer) box(n int, at fyne.Position, size fyne.Size) {
	if r.nBox == len(r.boxes) {
		r.boxes = append(r.boxes, canvas.NewRectangle(color.Transparent))
	}
	b := r.boxes[r.nBox]
	r.nBox++
	b.FillColor, b.StrokeColor, b.StrokeWidth = theme.Score(n), theme.Color(theme.ScoreOutline), 1
	b.CornerRadius = theme.Size(theme.RadiusS)
	b.Move(at)
	b.Resize(size)
	r.all = append(r.all, b)
}

// draw sets everything anew for a size.
func (r *rowRenderer) draw(size fyne.Size) {
	v := r.view
	r.all, r.nText, r.nBox = r.all[:0], 0, 0
	r.veil.Hidden, r.ring.Hidden = !v.hovered, !v.focused
	r.veil.FillColor, r.veil.CornerRadius = theme.Color(fynetheme.ColorNameHover), theme.Size(theme.RadiusS)
	// What has a stroke keeps off the edge of the view, which would cut it.
	edge, right := theme.Size(theme.GapXS), theme.Size(theme.GapM)
	r.veil.Move(fyne.NewPos(edge, 1))
	r.veil.Resize(size.SubtractWidthHeight(edge+right, 2))
	r.ring.StrokeColor, r.ring.StrokeWidth = theme.Color(theme.Ring), theme.Size(theme.RingWidth)
	r.ring.CornerRadius = theme.Size(theme.RadiusS)
	r.ring.Move(r.veil.Position())
	r.ring.Resize(r.veil.Size())
	r.rule.StrokeColor, r.rule.StrokeWidth = theme.Color(theme.Hairline), 1
	r.rule.Position1, r.rule.Position2 = fyne.NewPos(theme.Size(theme.GapS), size.Height-0.5), fyne.NewPos(size.Width-right, size.Height-0.5)
	r.all = append(r.all, r.rule, r.veil)
	switch {
	case size.Width <= 0:
	case v.heading:
		r.drawHead(size)
	case v.what.group != "":
		r.drawGroup(size)
	default:
		r.drawFigures(size)
	}
	r.all = append(r.all, r.ring)
}

// stacked reports whether a table of that width has no room for a title beside
// so many cells, so that it stands above them.
func stacked(width float32, cells int) bool {
	if width <= 0 {
		return false
	}
	count, _, _, _ := columns(width, cells)
	return count-theme.Size(theme.GapL) < 10*theme.Size(theme.TextBody)
}

// columns are where the count, so many cells and the result begin.
func columns(width float32, n int) (count float32, cells []float32, cell, result float32) {
	wCount, cell, wResult := widths()
	x := width - wResult - theme.Size(theme.GapM)
	result = x
	cells = make([]float32, n)
	for i := n - 1; i >= 0; i-- {
		x -= cell
		cells[i] = x
	}
	return x - wCount, cells, cell, result
}

func (r *rowRenderer) drawHead(size fyne.Size) {
	v := r.view
	small, muted := theme.Size(theme.TextCaption), theme.Color(theme.Muted)
	line := fyne.MeasureText("Ag", small, fyne.TextStyle{}).Height
	low := size.Height - line - theme.Size(theme.GapS)
	count, cells, cell, result := columns(size.Width, len(v.heads))
	r.text(v.what.title, small, true, muted, fyne.NewPos(theme.Size(theme.GapS), low), count, fyne.TextAlignLeading)
	r.text(v.what.count, small, true, muted, fyne.NewPos(count, low), cells[0]-count-theme.Size(theme.GapS), fyne.TextAlignCenter)
	for i, words := range v.heads {
		parts := strings.SplitN(words, " ", 2)
		for j, p := range parts {
			y := low - line*float32(len(parts)-1-j)
			r.text(p, small, true, muted, fyne.NewPos(cells[i], y), cell, fyne.TextAlignCenter)
		}
	}
	r.text(locale.Text("team.head.result"), small, true, muted, fyne.NewPos(result+theme.Size(theme.GapM), low), size.Width-result, fyne.TextAlignLeading)
}

func (r *rowRenderer) drawGroup(size fyne.Size) {
	v := r.view
	body, small := theme.Size(theme.TextBody), theme.Size(theme.TextCaption)
	high := fyne.MeasureText("Ag", body, fyne.TextStyle{Bold: true}).Height
	y := size.Height - high - theme.Size(theme.GapS)
	side := fyne.MeasureText(v.what.note, small, fyne.TextStyle{}).Width + 2*theme.Size(theme.GapM)
	name := widget.Shorten(v.what.group, body, fyne.TextStyle{Bold: true}, size.Width-side-theme.Size(theme.GapL))
	r.text(name, body, true, theme.Color(fynetheme.ColorNameForeground), fyne.NewPos(theme.Size(theme.GapS), y), size.Width-side, fyne.TextAlignLeading)
	r.text(v.what.note, small, false, theme.Color(theme.Muted), fyne.NewPos(size.Width-side-theme.Size(theme.GapM), y+2), side, fyne.TextAlignTrailing)
}

func (r *rowRenderer) drawFigures(size fyne.Size) {
	v := r.view
	body := theme.Size(theme.TextBody)
	high := fyne.MeasureText("Ag", body, fyne.TextStyle{}).Height
	top := float32(0) // of the figures
	plain := theme.Color(fynetheme.ColorNameForeground)
	count, cells, cell, result := columns(size.Width, len(v.what.cells))
	left := theme.Size(theme.GapL)
	room := count - left - theme.Size(theme.GapS)
	if stacked(size.Width, len(v.what.cells)) {
		top, room = titleHeight(), size.Width-left-theme.Size(theme.GapXL)
	}
	y := top + (size.Height-top-high)/2
	titleY := y
	if top > 0 {
		titleY = theme.Size(theme.GapXS) + 2
	}
	words := v.what.title
	if v.what.note != "" {
		words += " · " + v.what.note
	}
	r.text(widget.Shorten(words, body, fyne.TextStyle{}, room), body, false, plain, fyne.NewPos(left, titleY), room, fyne.TextAlignLeading)
	r.text(v.what.count, body, false, theme.Color(theme.Muted), fyne.NewPos(count, y), cells[0]-count-theme.Size(theme.GapS), fyne.TextAlignCenter)
	box := fyne.NewSize(cell-theme.Size(theme.GapS), rowHeight()-2*theme.Size(theme.GapXS)-4)
	for i, n := range v.what.cells {
		at := fyne.NewPos(cells[i]+(cell-box.Width)/2, top+(size.Height-top-box.Height)/2)
		ink := theme.Color(theme.Muted)
		if n != none {
			r.box(n, at, box)
			ink = theme.OnScore(n)
		}
		r.text(cellText(n), body, true, ink, fyne.NewPos(at.X, y), box.Width, fyne.TextAlignCenter)
	}
	r.text(v.what.what.words(), body, true, theme.Color(v.what.what.tint()), fyne.NewPos(result+theme.Size(theme.GapM), y), size.Width-result, fyne.TextAlignLeading)
}

func (r *rowRenderer) Layout(size fyne.Size) { r.draw(size) }

func (r *rowRenderer) MinSize() fyne.Size {
	if r.view.heading {
		line := fyne.MeasureText("Ag", theme.Size(theme.TextCaption), fyne.TextStyle{}).Height
		return fyne.NewSize(100, 2*line+2*theme.Size(theme.GapS))
	}
	return fyne.NewSize(100, rowHeight())
}

func (r *rowRenderer) Refresh() {
	r.draw(r.view.Size())
	canvas.Refresh(r.view)
}

func (r *rowRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *rowRenderer) Destroy()                     {}
