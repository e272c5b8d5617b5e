package widget

import (
	"image/color"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// prose breaks one text into rows for a width and knows where each word lies. All controls that
// show running text stand on it, so that a text has one height for a width, known at once.
type prose struct {
	text  string
	size  float32
	style fyne.TextStyle

	inlays []inlay // in the order of their places

	width float32
	rows  []row
	lead  float32 // height of a row with the gap below it
	high  float32 // height of the letters alone
	wide  float32 // width of the widest row
	least float32 // width of the longest word, or 0 when not measured yet
}

// row is the bytes of the text that share a line, without the space they were broken at.
type row struct{ start, end int }

// word is the bytes of one word, with the row it begins in.
type word struct{ start, end, row int }

// inlay is room kept free in a row, after the byte it stands at.
type inlay struct {
	at    int
	width float32
}

const rowGap = 0.28 // the gap between rows, as a share of the text size

// set gives prose its text; what was laid out is forgotten when something changed.
func (p *prose) set(text string, size float32, style fyne.TextStyle) {
	if p.text == text && p.size == size && p.style == style && p.rows != nil {
		return
	}
	p.text, p.size, p.style = text, size, style
	p.high = fyne.MeasureText("Ag", size, style).Height
	p.lead = p.high + size*rowGap
	p.rows, p.least = nil, 0
}

func (p *prose) measure(s string) float32 {
	return fyne.MeasureText(s, p.size, p.style).Width
}

// keepFree sets the inlays; what was laid out is forgotten when they changed.
func (p *prose) keepFree(inlays []inlay) {
	if !slices.Equal(p.inlays, inlays) {
		p.inlays, p.rows = inlays, nil
	}
}

// across is the width of a stretch of one row with the inlays inside it; one at its very end
// counts where closed is true.
func (p *prose) across(start, end int, closed bool) float32 {
	w := p.measure(p.text[start:end])
	for _, in := range p.inlays {
		if in.at > start && (in.at < end || closed && in.at == end) {
			w += in.width
		}
	}
	return w
}

// fit breaks the text for a width; asking again for the same width costs nothing.
func (p *prose) fit(width float32) {
	if p.rows != nil && p.width == width {
		return
	}
	p.width, p.wide, p.rows = width, 0, p.rows[:0]
	at := 0
	for _, paragraph := range strings.SplitAfter(p.text, "\n") {
		if paragraph == "" && at > 0 {
			break
		}
		p.breakParagraph(at, at+len(strings.TrimSuffix(paragraph, "\n")))
		at += len(paragraph)
	}
	for _, r := range p.rows {
		p.wide = max(p.wide, p.across(r.start, r.end, true))
	}
}

func (p *prose) breakParagraph(from, to int) {
	space := p.measure(" ")
	start, end, x := from, from, float32(0)
	for at := from; at < to; {
		wordStart, wordEnd := nextWord(p.text, at, to)
		if wordStart == wordEnd {
			break
		}
		w := p.across(wordStart, wordEnd, true)
		gap := space * float32(wordStart-end)
		if end > start && x+gap+w > p.width {
			p.rows = append(p.rows, row{start, end})
			start, x, gap = wordStart, 0, 0
		}
		for w > p.width && wordEnd-wordStart > 1 && p.width > 0 {
			cut := p.cut(wordStart, wordEnd)
			p.rows = append(p.rows, row{start, cut})
			start, wordStart, x, gap = cut, cut, 0, 0
			w = p.across(wordStart, wordEnd, true)
		}
		x += gap + w
		end, at = wordEnd, wordEnd
	}
	p.rows = append(p.rows, row{start, max(start, end)})
}

// cut finds where a word wider than a row has to be broken: at least one letter goes on the row.
func (p *prose) cut(start, end int) int {
	at := start
	for i := range p.text[start:end] {
		if i > 0 && p.measure(p.text[start:start+i]) > p.width {
			break
		}
		at = start + i
	}
	if at == start {
		_, n := utf8.DecodeRuneInString(p.text[start:end])
		return start + n
	}
	return at
}

func nextWord(text string, at, to int) (start, end int) {
	start = at
	for start < to {
		r, n := utf8.DecodeRuneInString(text[start:to])
		if !unicode.IsSpace(r) || r == '\u00a0' {
			break
		}
		start += n
	}
	end = start
	for end < to {
		r, n := utf8.DecodeRuneInString(text[end:to])
		if unicode.IsSpace(r) && r != '\u00a0' {
			break
		}
		end += n
	}
	return start, end
}

// height is the height of all rows.
func (p *prose) height() float32 {
	n := max(len(p.rows), 1)
	return float32(n)*p.lead - (p.lead - p.high)
}

// longest is the width of the longest word. It is asked for with every picture, so it is kept.
func (p *prose) longest() float32 {
	for at := 0; p.least == 0 || at > 0; {
		start, end := nextWord(p.text, at, len(p.text))
		if start == end {
			break
		}
		p.least = max(p.least, p.measure(p.text[start:end]))
		at = end
	}
	return p.least
}

// natural is the width the text would like to have: its longest paragraph on one row.
func (p *prose) natural() float32 {
	var widest float32
	for _, paragraph := range strings.Split(p.text, "\n") {
		widest = max(widest, p.measure(paragraph))
	}
	return widest
}

// words lists the words of the text in order.
func (p *prose) words() []word {
	var all []word
	r := 0
	for at := 0; ; {
		start, end := nextWord(p.text, at, len(p.text))
		if start == end {
			return all
		}
		for r+1 < len(p.rows) && p.rows[r+1].start <= start {
			r++
		}
		all = append(all, word{start, end, r})
		at = end
	}
}

// wordAt finds the word under a point, or the nearest one; -1 in a text without words.
func (p *prose) wordAt(pos fyne.Position) int {
	nearest, best := -1, float32(0)
	for i, w := range p.words() {
		x1 := p.across(p.rows[w.row].start, w.start, true)
		x2 := x1 + p.across(w.start, w.end, false)
		y := float32(w.row) * p.lead
		away := outside(pos.X, x1, x2) + 40*outside(pos.Y, y, y+p.lead)
		if nearest < 0 || away < best {
			nearest, best = i, away
		}
	}
	return nearest
}

func outside(v, low, high float32) float32 {
	return max(low-v, v-high, 0)
}

// area is where a stretch of bytes lies on one row.
type area struct {
	pos   fyne.Position
	size  fyne.Size
	first bool // the stretch begins here
	last  bool // and ends here
}

// areas lists the places of a stretch of bytes, one for each row it touches.
func (p *prose) areas(start, end int) []area {
	var all []area
	for i, r := range p.rows {
		from, to := max(start, r.start), min(end, r.end)
		if from >= to {
			continue
		}
		x := p.across(r.start, from, true)
		w := p.across(r.start, to, false) - x
		all = append(all, area{
			pos:   fyne.NewPos(x, float32(i)*p.lead),
			size:  fyne.NewSize(w, p.high),
			first: from == start,
			last:  to == end,
		})
	}
	return all
}

// pieces are the stretches of a row between its inlays, each with where it begins.
func (p *prose) pieces(r row) []row {
	var all []row
	from := r.start
	for _, in := range p.inlays {
		if in.at > from && in.at < r.end {
			all = append(all, row{from, in.at})
			from = in.at
		}
	}
	return append(all, row{from, r.end})
}

// lines are the texts on the canvas that show prose; they are kept and used again.
type lines struct {
	texts []*canvas.Text
}

// show puts the rows at pos and returns the texts to draw.
func (l *lines) show(p *prose, pos fyne.Position, c color.Color, align fyne.TextAlign) []*canvas.Text {
	n := 0
	for i, r := range p.rows {
		for _, piece := range p.pieces(r) {
			at := pos.AddXY(0, float32(i)*p.lead)
			width := p.width
			if piece.start > r.start {
				x := p.across(r.start, piece.start, true)
				at.X += x
				width -= x
			}
			l.put(n, p, p.text[piece.start:piece.end], at, width, c, align)
			n++
		}
	}
	return l.texts[:n]
}

func (l *lines) put(n int, p *prose, s string, at fyne.Position, width float32, c color.Color, align fyne.TextAlign) {
	if n == len(l.texts) {
		l.texts = append(l.texts, canvas.NewText("", c))
	}
	t := l.texts[n]
	changed := t.Text != s || t.TextSize != p.size || t.TextStyle != p.style || t.Color != c || t.Alignment != align
	t.Text, t.TextSize, t.TextStyle, t.Color, t.Alignment = s, p.size, p.style, c, align
	t.Move(at)
	t.Resize(fyne.NewSize(width, p.high))
	if changed {
		t.Refresh()
	}
}
