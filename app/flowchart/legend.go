package flowchart

import (
	"fmt"

	"keepcool/app/layered"
)

// A legend says what the signs of the picture mean, in two columns.
type legend struct {
	entries       []entry
	width, bottom float64
}

// An entry is one sign, drawn at the left end of its words.
type entry struct {
	draw  func(p *picture, x, y float64)
	words string
}

const (
	legendTop    = 84.0
	legendRow    = 24.0
	legendSign   = 62.0
	legendColumn = 520.0
)

func (p *picture) newLegend() *legend {
	line := func(class, arrow string) func(*picture, float64, float64) {
		return func(p *picture, x, y float64) {
			fmt.Fprintf(p, "<path class=\"%s\" marker-end=\"url(#%s)\" d=\"M%s %sL%s %s\"/>\n", class, arrow, f(x), f(y), f(x+44), f(y))
		}
	}
	frame := func(class string, round float64, inner bool) func(*picture, float64, float64) {
		return func(p *picture, x, y float64) {
			p.rect(class, x, y-8, 44, 16, round)
			if inner {
				p.rect("inner", x+3, y-5, 38, 10, round-3)
			}
		}
	}
	sign := func(what string) func(*picture, float64, float64) {
		return func(p *picture, x, y float64) { p.mark(what, x+22, y) }
	}
	l := &legend{entries: []entry{
		{frame("beat", 4, false), "a beat: its id and how its lines begin; the first whose condition holds is said"},
		{frame("label", 8, false), "replies that lead the same way: id within the beat, first words"},
		{frame("beat", 8, true), "an ending of the call"},
		{func(p *picture, x, y float64) { p.text(x, y+4, "gate", "when, if") }, "a condition: on a line (when, opens), on a reply (if)"},
		{line("edge", "arrow"), "leads on"},
		{line("edge back", "arrow"), "leads back to an earlier beat, or to its own"},
		{sign(stop), "the caller can hang up at this reply, when replies alone led there"},
		{line("edge best", "arrow-best"), "the best call; after a promise late or missed, the best from there"},
		{sign(star), "a reply, or a read-back, of the best call"},
		{func(p *picture, x, y float64) {
			fmt.Fprintf(p, "<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"5\"/>\n", f(x+22), f(y))
		}, "the call starts here"},
	}}
	blank := func(*picture, float64, float64) {}
	if !p.marks.Solved {
		l.entries = append(l.entries, entry{blank, "The best call is not shown: the search for it was not finished."})
	}
	if !p.marks.Searched {
		l.entries = append(l.entries, entry{blank, "The search for hang-ups was not finished: there may be more."})
	}
	l.width = 2*margin + 2*legendColumn
	l.bottom = legendTop + legendRow*float64((len(l.entries)+1)/2) + margin
	return l
}

func (l *legend) draw(p *picture) {
	p.WriteString("<g>\n")
	rows := (len(l.entries) + 1) / 2
	for i, e := range l.entries {
		at := layered.Point{X: margin, Y: legendTop + legendRow*float64(i%rows) + legendRow/2}
		if i >= rows {
			at.X += legendColumn
		}
		e.draw(p, at.X, at.Y)
		p.text(at.X+legendSign, at.Y+4, "", e.words)
	}
	p.WriteString("</g>\n")
}
