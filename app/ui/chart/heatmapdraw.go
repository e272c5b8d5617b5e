package chart

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// CreateRenderer implements fyne.Widget.
func (m *HeatMap) CreateRenderer() fyne.WidgetRenderer {
	r := &heatMapRenderer{m: m, ring: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent)}
	for _, name := range m.columns {
		var head []*canvas.Text
		for range strings.Fields(name) {
			t := canvas.NewText("", color.Black)
			head, r.all = append(head, t), append(r.all, t)
		}
		r.heads = append(r.heads, head)
	}
	for _, row := range m.rows {
		d := heatRow{name: canvas.NewText("", color.Black)}
		r.all = append(r.all, d.name)
		for range row.Scores {
			c := heatCell{canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Black)}
			d.cells, r.all = append(d.cells, c), append(r.all, c.box, c.number)
		}
		r.rows = append(r.rows, d)
	}
	r.all = append(r.all, r.bar, r.ring)
	m.draw = r
	r.apply()
	r.Layout(m.Size())
	return r
}

type heatCell struct {
	box    *canvas.Rectangle
	number *canvas.Text
}

type heatRow struct {
	name  *canvas.Text
	cells []heatCell
}

type heatMapRenderer struct {
	m     *HeatMap
	heads [][]*canvas.Text // each column's name in rows; as many as it has words
	lines int              // the most rows of a name
	rows  []heatRow
	ring  *canvas.Rectangle // around what the keys are on, or a frame where the mouse is
	bar   *canvas.Rectangle // beside the chosen row
	all   []fyne.CanvasObject
	cell  float32 // how wide a column is
}

func (r *heatMapRenderer) apply() {
	r.cell = r.wide()
	r.lines = 0
	for i, head := range r.heads {
		rows := broken(r.m.columns[i], r.cell)
		r.lines = max(r.lines, len(rows))
		for k, t := range head {
			t.Text, t.Hidden = "", k >= len(rows)
			if !t.Hidden {
				t.Text = rows[k]
			}
			t.Color, t.TextSize, t.Alignment = theme.Color(theme.Muted), theme.Size(theme.TextCaption), fyne.TextAlignCenter
		}
	}
	for i, row := range r.rows {
		row.name.Color, row.name.TextSize = theme.Color(fynetheme.ColorNameForeground), theme.Size(theme.TextCaption)
		for k, c := range row.cells {
			r.paint(c, r.m.rows[i].Scores[k])
		}
	}
	r.bar.FillColor, r.bar.CornerRadius = theme.Color(theme.Calm), 2
	r.mark()
}

// paint colours a cell; an empty one is a frame.
func (r *heatMapRenderer) paint(c heatCell, s Score) {
	c.box.CornerRadius, c.box.StrokeWidth = 3, 1
	c.box.FillColor, c.box.StrokeColor = s.fill(), theme.Color(theme.ScoreOutline)
	c.number.Text, c.number.Color = "", theme.Color(theme.Muted)
	if s.Known {
		c.number.Text, c.number.Color = s.number(), theme.OnScore(s.N)
	} else {
		c.box.StrokeColor = theme.Color(theme.Hairline)
	}
	c.number.TextSize, c.number.TextStyle = theme.Size(theme.TextCaption), fyne.TextStyle{Bold: true}
	c.number.Alignment = fyne.TextAlignCenter
}

// broken is a name in rows that are no wider than its longest word, or width.
func broken(name string, width float32) (rows []string) {
	for _, word := range strings.Fields(name) {
		if last := len(rows) - 1; last >= 0 && captionWidth(rows[last]+" "+word) <= width {
			rows[last] += " " + word
			continue
		}
		rows = append(rows, word)
	}
	return rows
}

func captionWidth(s string) float32 {
	return fyne.MeasureText(s, theme.Size(theme.TextCaption), fyne.TextStyle{}).Width
}

// mark shows what is pointed at and what is chosen.
func (r *heatMapRenderer) mark() {
	at := r.m.on()
	r.ring.Hidden = at.row < 0
	r.ring.StrokeColor, r.ring.StrokeWidth = theme.Color(theme.Border), 1
	if r.m.focused && at == (spot{r.m.row, r.m.column}) {
		r.ring.StrokeColor, r.ring.StrokeWidth = theme.Color(theme.Ring), theme.Size(theme.RingWidth)
	}
	if at.row >= 0 {
		b := r.box(at)
		r.ring.CornerRadius = 5
		r.ring.Move(b.pos.SubtractXY(2*cellGap, 2*cellGap))
		r.ring.Resize(b.size.AddWidthHeight(4*cellGap, 4*cellGap))
	}
	r.bar.Hidden = r.m.chosen < 0 || r.m.chosen >= len(r.rows)
	for i, row := range r.rows {
		if bold := i == r.m.chosen; row.name.TextStyle.Bold != bold {
			row.name.TextStyle.Bold = bold
			r.nameRow(i)
		}
	}
	if !r.bar.Hidden {
		b := r.box(spot{r.m.chosen, NameColumn})
		r.bar.Move(fyne.NewPos(0, b.pos.Y+3))
		r.bar.Resize(fyne.NewSize(3, max(b.size.Height-6, 0)))
	}
	canvas.Refresh(r.m) // what was hidden until now is on no window that it could ask
}

// cellGap is the air around a cell, in which the ring is seen.
const cellGap = 1.5

// A place is where something lies in the map.
type place struct {
	pos  fyne.Position
	size fyne.Size
}

func (p place) holds(at fyne.Position) bool {
	return at.X >= p.pos.X && at.X < p.pos.X+p.size.Width && at.Y >= p.pos.Y && at.Y < p.pos.Y+p.size.Height
}

// high is how high a row is, wide how wide a column: as wide as the longest
// word above it.
func (r *heatMapRenderer) high() float32 { return 2 * theme.Size(theme.TextCaption) }

func (r *heatMapRenderer) wide() float32 {
	w := 2.6 * theme.Size(theme.TextCaption)
	for _, name := range r.m.columns {
		for _, word := range strings.Fields(name) {
			w = max(w, captionWidth(word))
		}
	}
	return w + theme.Size(theme.GapXS)
}

// top is where the rows begin.
func (r *heatMapRenderer) top() float32 {
	return float32(r.lines)*r.line() + theme.Size(theme.GapXS)
}

// line is how far the words of a head are apart.
func (r *heatMapRenderer) line() float32 { return 1.2 * theme.Size(theme.TextCaption) }

// box is where a cell or a name lies.
func (r *heatMapRenderer) box(at spot) place {
	wide, high := r.cell, r.high()
	names := r.m.Size().Width - wide*float32(len(r.heads))
	y := r.top() + high*float32(at.row)
	if at.column == NameColumn {
		return place{fyne.NewPos(0, y), fyne.NewSize(max(names-theme.Size(theme.GapS), 0), high)}
	}
	return place{fyne.NewPos(names+wide*float32(at.column)+cellGap, y+cellGap), fyne.NewSize(wide-2*cellGap, high-2*cellGap)}
}

func (r *heatMapRenderer) MinSize() fyne.Size {
	return fyne.NewSize(7*theme.Size(theme.TextCaption)+r.cell*float32(len(r.heads)), r.top()+r.high()*float32(len(r.rows))+2)
}

// nameRow writes as much of a row's name as has room.
func (r *heatMapRenderer) nameRow(i int) {
	b, t := r.box(spot{i, NameColumn}), r.rows[i].name
	inset := theme.Size(theme.GapS)
	t.Text = widget.Shorten(r.m.rows[i].Name, t.TextSize, t.TextStyle, b.size.Width-inset)
	t.Move(b.pos.AddXY(inset, 0))
	t.Resize(b.size.SubtractWidthHeight(inset, 0))
}

func (r *heatMapRenderer) Layout(fyne.Size) {
	foot := r.top() - theme.Size(theme.GapXS)
	for i, head := range r.heads {
		b := r.box(spot{0, i})
		n := 0
		for _, t := range head {
			if !t.Hidden {
				n++
			}
		}
		for k, t := range head {
			t.Move(fyne.NewPos(b.pos.X, foot-r.line()*float32(n-k)))
			t.Resize(fyne.NewSize(b.size.Width, r.line()))
		}
	}
	for i, row := range r.rows {
		r.nameRow(i)
		for k, c := range row.cells {
			b := r.box(spot{i, k})
			c.box.Move(b.pos)
			c.box.Resize(b.size)
			c.number.Move(b.pos)
			c.number.Resize(b.size)
		}
	}
	r.mark()
}

func (r *heatMapRenderer) Refresh() {
	r.apply()
	r.Layout(r.m.Size())
	for _, o := range r.all {
		o.Refresh()
	}
}

func (r *heatMapRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *heatMapRenderer) Destroy()                     {}
