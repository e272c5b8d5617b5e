package chart

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// A Bar is a score, and where Compared is set what it was before. Pass is where
// a line across stands, 0 for none.
type Bar struct {
	Score
	Before   Score
	Compared bool
	Pass     int
}

// changes reports whether the bar has a change to tell.
func (b Bar) changes() bool { return b.Compared && b.Known && b.Before.Known }

// Bars are scores as bars under one another from 0 to 100, with their names and
// numbers. A score that is compared has what it was before as a slighter bar
// above its own, and by how much it changed at its right.
type Bars struct {
	fynewidget.BaseWidget
	bars []Bar
}

// NewBars shows bars.
func NewBars(bars ...Bar) *Bars {
	b := &Bars{}
	for _, bar := range bars {
		bar.Score, bar.Before = bounded([]Score{bar.Score})[0], bounded([]Score{bar.Before})[0]
		b.bars = append(b.bars, bar)
	}
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel implements fyne.Accessible.
func (b *Bars) AccessibilityLabel() string {
	all := make([]string, len(b.bars))
	for i, bar := range b.bars {
		all[i] = bar.words()
		if bar.Compared {
			all[i] = bar.Name + " " + bar.Before.number() + " → " + bar.number()
			if bar.changes() {
				all[i] += " (" + Signed(bar.N-bar.Before.N) + ")"
			}
		}
	}
	return strings.Join(all, ", ")
}

// AccessibilityRole implements fyne.Accessible.
func (b *Bars) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (b *Bars) CreateRenderer() fyne.WidgetRenderer {
	r := &barsRenderer{bars: b}
	for _, bar := range b.bars {
		row := barRow{name: canvas.NewText("", color.Black), now: newBarLine()}
		r.all = append(r.all, row.name)
		if bar.Compared {
			row.before = newBarLine()
			r.all = append(r.all, row.before.objects()...)
		}
		r.all = append(r.all, row.now.objects()...)
		row.pass = canvas.NewRectangle(color.Transparent)
		r.all = append(r.all, row.pass)
		if bar.changes() {
			row.change = newChip()
			r.all = append(r.all, row.change.box, row.change.text)
		}
		r.rows = append(r.rows, row)
	}
	r.apply()
	r.Layout(b.Size())
	return r
}

// barLine is one bar with its number.
type barLine struct {
	track, fill *canvas.Rectangle
	number      *canvas.Text
}

func newBarLine() *barLine {
	return &barLine{canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent), canvas.NewText("", color.Black)}
}

func (l *barLine) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.track, l.fill, l.number}
}

func (l *barLine) apply(s Score, size fyne.ThemeSizeName, tint fyne.ThemeColorName, bold bool) {
	l.track.FillColor = theme.Color(theme.Sunken)
	l.track.StrokeColor, l.track.StrokeWidth = theme.Color(theme.ScoreOutline), 1
	l.fill.FillColor, l.fill.Hidden = s.fill(), !s.Known || s.N == 0
	l.number.Text, l.number.Color = s.number(), theme.Color(tint)
	l.number.TextSize, l.number.TextStyle = theme.Size(size), fyne.TextStyle{Bold: bold}
	l.number.Alignment = fyne.TextAlignTrailing
}

// place lays the bar within width, its number at the right of it.
func (l *barLine) place(s Score, at fyne.Position, width, line, high, numbers float32) {
	bar := max(width-numbers-theme.Size(theme.GapS), 0)
	top := at.Y + (line-high)/2
	l.track.CornerRadius, l.fill.CornerRadius = high/2, (high-2)/2
	l.track.Move(fyne.NewPos(at.X, top))
	l.track.Resize(fyne.NewSize(bar, high))
	l.fill.Move(fyne.NewPos(at.X+1, top+1))
	l.fill.Resize(fyne.NewSize(max((bar-2)*float32(s.N)/100, high-2), high-2))
	l.number.Move(fyne.NewPos(at.X+width-numbers, at.Y))
	l.number.Resize(fyne.NewSize(numbers, line))
}

type barRow struct {
	name   *canvas.Text
	before *barLine // nil where nothing is compared
	now    *barLine
	pass   *canvas.Rectangle
	change *chip // nil where there is none to tell
}

type barsRenderer struct {
	bars *Bars
	rows []barRow
	all  []fyne.CanvasObject
}

func (r *barsRenderer) apply() {
	for i, row := range r.rows {
		bar := r.bars.bars[i]
		row.name.Text, row.name.Color = bar.Name, theme.Color(fynetheme.ColorNameForeground)
		row.name.TextSize = theme.Size(theme.TextBody)
		row.now.apply(bar.Score, theme.TextBody, fynetheme.ColorNameForeground, true)
		if row.before != nil {
			row.before.apply(bar.Before, theme.TextCaption, theme.Muted, false)
		}
		row.pass.FillColor, row.pass.Hidden = theme.Color(fynetheme.ColorNameForeground), bar.Pass == 0
		if row.change != nil {
			row.change.apply(bar.N - bar.Before.N)
		}
	}
}

// names is how wide the names are, numbers how wide a number is.
func (r *barsRenderer) names() (w float32) {
	for _, row := range r.rows {
		w = max(w, row.name.MinSize().Width)
	}
	return w
}

func (r *barsRenderer) numbers() float32 { return 2.2 * theme.Size(theme.TextBody) }

// changes is how much room the changes take at the right of the numbers.
func (r *barsRenderer) changes() float32 {
	for _, row := range r.rows {
		if row.change != nil {
			return row.change.size().Width + theme.Size(theme.GapM)
		}
	}
	return 0
}

// beside reports whether the names have room at the left of their bars.
func (r *barsRenderer) beside(width float32) bool {
	return width >= r.names()+theme.Size(theme.GapM)+14*theme.Size(theme.TextBody)+r.changes()
}

// line is how high a row of text is.
func (r *barsRenderer) line() float32 { return 1.4 * theme.Size(theme.TextBody) }

// high is how high a row of bars is at a width.
func (r *barsRenderer) high(row barRow, width float32) float32 {
	h := r.line()
	if row.before != nil {
		h += 1.1 * theme.Size(theme.TextCaption)
	}
	if !r.beside(width) {
		h += r.line()
	}
	return h
}

func (r *barsRenderer) MinSize() fyne.Size {
	width := r.bars.Size().Width
	least := fyne.NewSize(max(r.names(), 9*theme.Size(theme.TextBody)+r.changes()), 0)
	for i, row := range r.rows {
		least.Height += r.high(row, width)
		if i > 0 {
			least.Height += theme.Size(theme.GapS)
		}
	}
	return least
}

func (r *barsRenderer) Layout(size fyne.Size) {
	em, line, y := theme.Size(theme.TextBody), r.line(), float32(0)
	beside := r.beside(size.Width)
	for i, row := range r.rows {
		bar := r.bars.bars[i]
		high := r.high(row, size.Width)
		at, width := fyne.NewPos(0, y), size.Width-r.changes()
		row.name.Resize(fyne.NewSize(r.names(), line))
		row.name.Move(fyne.NewPos(0, y+(high-line)/2))
		if beside {
			at.X = r.names() + theme.Size(theme.GapM)
			width -= at.X
		} else {
			row.name.Move(at)
			at.Y += line
		}
		top := at.Y
		if row.before != nil {
			small := 1.1 * theme.Size(theme.TextCaption)
			row.before.place(bar.Before, at, width, small, 0.42*em, r.numbers())
			at.Y += small
		}
		row.now.place(bar.Score, at, width, line, 0.8*em, r.numbers())
		track := row.now.track
		x := track.Position().X + track.Size().Width*float32(bar.Pass)/100
		row.pass.Move(fyne.NewPos(x-1, top+2))
		row.pass.Resize(fyne.NewSize(2, track.Position().Y+track.Size().Height+3-top-2))
		if row.change != nil {
			chip := row.change.size()
			row.change.place(fyne.NewPos(size.Width-chip.Width, top+(y+high-top-chip.Height)/2))
		}
		y += high + theme.Size(theme.GapS)
	}
}

func (r *barsRenderer) Refresh() {
	r.apply()
	r.Layout(r.bars.Size())
	for _, o := range r.all {
		o.Refresh()
	}
}

func (r *barsRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *barsRenderer) Destroy()                     {}
