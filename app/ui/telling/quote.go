package telling

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// A Span is a stretch of a quote, in bytes, with a tint under it.
type Span struct {
	Start, End int
	Fault      bool
}

func (s Span) tint() color.Color {
	if s.Fault {
		return theme.Color(theme.FaultTint)
	}
	return theme.Color(theme.StrengthTint)
}

// A Quote is what somebody said, broken into rows, with the evidence tinted.
type Quote struct {
	fynewidget.BaseWidget
	text  string
	spans []Span
	style fyne.TextStyle
	muted bool

	rows  []row
	width float32 // the rows are broken for
	size  float32 // of the letters they are broken for
}

// row is the bytes that share a line.
type row struct{ start, end int }

// NewQuote is a quote with the evidence in it.
func NewQuote(text string, spans []Span) *Quote {
	q := &Quote{text: text, spans: spans}
	q.ExtendBaseWidget(q)
	return q
}

// Done draws the quote as a thing done rather than said.
func (q *Quote) Done() *Quote {
	q.style.Italic, q.muted = true, true
	return q
}

// Set changes the words and the evidence in them; done draws them as a thing
// done rather than said.
func (q *Quote) Set(text string, spans []Span, done bool) {
	q.text, q.spans, q.rows = text, spans, nil
	q.style.Italic, q.muted = done, done
	q.Refresh()
}

// Faded draws the quote in the second rank.
func (q *Quote) Faded() *Quote {
	q.muted = true
	return q
}

// AccessibilityLabel implements fyne.Accessible.
func (q *Quote) AccessibilityLabel() string { return q.text }

// AccessibilityRole implements fyne.Accessible.
func (q *Quote) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func (q *Quote) measure(s string) float32 { return fyne.MeasureText(s, q.size, q.style).Width }

// fit breaks the text into rows no wider than width.
func (q *Quote) fit(width float32) {
	size := theme.Size(theme.TextBody)
	if q.rows != nil && q.width == width && q.size == size {
		return
	}
	q.width, q.size, q.rows = width, size, q.rows[:0]
	start, end, x := 0, 0, float32(0)
	space := q.measure(" ")
	for at := 0; at < len(q.text); {
		from, to := q.word(at)
		if from == to {
			break
		}
		w, gap := q.measure(q.text[from:to]), space
		if end == start {
			start, gap = from, 0
		} else if x+gap+w > width {
			q.rows = append(q.rows, row{start, end})
			start, x, gap = from, 0, 0
		}
		for w > width && to-from > utf8.UTFMax {
			cut := q.cut(from, to)
			q.rows = append(q.rows, row{start, cut})
			start, from, x, gap = cut, cut, 0, 0
			w = q.measure(q.text[from:to])
		}
		x += gap + w
		end, at = to, to
	}
	q.rows = append(q.rows, row{start, max(start, end)})
}

// word is the next word from at on.
func (q *Quote) word(at int) (from, to int) {
	rest := q.text[at:]
	from = at + len(rest) - len(strings.TrimLeft(rest, " \n\t"))
	to = len(q.text)
	if n := strings.IndexAny(q.text[from:], " \n\t"); n >= 0 {
		to = from + n
	}
	return from, to
}

// cut is where a word that is wider than a row is broken.
func (q *Quote) cut(from, to int) int {
	at := from
	for i := range q.text[from:to] {
		if i > 0 && q.measure(q.text[from:from+i]) > q.width {
			break
		}
		at = from + i
	}
	if at == from {
		_, n := utf8.DecodeRuneInString(q.text[from:to])
		return from + n
	}
	return at
}

// Evidence is the stretches of the text that are tinted, as they are drawn.
func (q *Quote) Evidence() []string {
	var all []string
	for _, s := range q.spans {
		var parts []string
		for _, r := range q.rows {
			if from, to := max(s.Start, r.start), min(s.End, r.end); from < to {
				parts = append(parts, q.text[from:to])
			}
		}
		all = append(all, strings.Join(parts, " "))
	}
	return all
}

// CreateRenderer implements fyne.Widget.
func (q *Quote) CreateRenderer() fyne.WidgetRenderer {
	q.ExtendBaseWidget(q)
	r := &quoteRenderer{quote: q}
	r.Layout(q.Size())
	return r
}

type quoteRenderer struct {
	quote *Quote
	lines []*canvas.Text
	tints []*canvas.Rectangle
	all   []fyne.CanvasObject
}

func (r *quoteRenderer) lead() (letters, line float32) {
	size := theme.Size(theme.TextBody)
	letters = fyne.MeasureText("Ag", size, r.quote.style).Height
	return letters, letters + size*0.3
}

func (r *quoteRenderer) Layout(size fyne.Size) {
	q := r.quote
	q.fit(size.Width)
	letters, line := r.lead()
	r.lines, r.tints = r.lines[:0], r.tints[:0]
	for i, part := range q.rows {
		y := float32(i) * line
		for _, s := range q.spans {
			from, to := max(s.Start, part.start), min(s.End, part.end)
			if from >= to {
				continue
			}
			x := q.measure(q.text[part.start:from])
			tint := canvas.NewRectangle(s.tint())
			tint.CornerRadius = 4
			tint.Move(fyne.NewPos(x-2, y-1))
			tint.Resize(fyne.NewSize(q.measure(q.text[from:to])+4, letters+3))
			r.tints = append(r.tints, tint)
		}
		t := canvas.NewText(q.text[part.start:part.end], r.colour())
		t.TextSize, t.TextStyle = q.size, q.style
		t.Move(fyne.NewPos(0, y))
		t.Resize(fyne.NewSize(size.Width, letters))
		r.lines = append(r.lines, t)
	}
	r.all = r.all[:0]
	for _, o := range r.tints {
		r.all = append(r.all, o)
	}
	for _, o := range r.lines {
		r.all = append(r.all, o)
	}
}

func (r *quoteRenderer) colour() color.Color {
	if r.quote.muted {
		return theme.Color(theme.Muted)
	}
	return theme.Color(fynetheme.ColorNameForeground)
}

func (r *quoteRenderer) MinSize() fyne.Size {
	q := r.quote
	width := q.Size().Width
	if width == 0 {
		width = 24 * theme.Size(theme.TextBody)
	}
	q.fit(width)
	letters, line := r.lead()
	return fyne.NewSize(8*theme.Size(theme.TextBody), line*float32(len(q.rows)-1)+letters)
}

func (r *quoteRenderer) Refresh() {
	r.Layout(r.quote.Size())
	canvas.Refresh(r.quote)
}

func (r *quoteRenderer) Objects() []fyne.CanvasObject { return r.all }
func (r *quoteRenderer) Destroy()                     {}
