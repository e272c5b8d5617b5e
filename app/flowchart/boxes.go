package flowchart

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"keepcool/app/call"
	"keepcool/app/layered"
)

// Sizes, in the units of the picture.
const (
	textSize  = 11.0
	idSize    = 13.0
	rowHeight = 15.0
	idHeight  = 22.0
	inset     = 9.0
	beatWidth = 284.0
	mostLabel = 256.0
	markWidth = 15.0

	gateIndent = 6.0
)

// A row is one line of text in a box.
type row struct {
	mark string // star or stop, drawn before it
	bold string // a name, before the text
	text string
	gate bool // a condition
}

// A box is a beat, or the replies that lead from it to one other.
type box struct {
	head string // of a beat
	rows []row
	full string // the tool tip
	size layered.Size

	ending, best bool
}

const (
	star = "star"
	stop = "stop"
)

func (p *picture) beatBox(n int) box {
	b := &p.case_.Beats[n]
	x := box{head: b.Script.ID, ending: b.Ending, best: p.onBest(n)}
	full := []string{b.Script.ID}
	for i := b.LineFrom; i < b.LineTo; i++ {
		l := p.case_.Lines[i].Script
		for _, g := range gates(p.case_, l) {
			x.rows = append(x.rows, gateRows(g, beatWidth)...)
			full = append(full, g)
		}
		said := "“" + l.Text + "”"
		if strings.HasPrefix(l.Text, "[") {
			said = l.Text
		}
		x.rows = append(x.rows, row{text: said})
		if l.Tone != "" {
			said = "(" + l.Tone + ") " + said
		}
		full = append(full, said)
	}
	switch {
	case p.marks.ReadBack[n]:
		x.rows = append(x.rows, row{mark: star, bold: "read back here"})
	case b.WantsReadBack:
		x.rows = append(x.rows, row{text: "a read-back earns here", gate: true})
	}
	if p.marks.GivesUp[n] {
		x.rows = append(x.rows, row{mark: star, bold: "nothing more to gain", text: "from here on"})
	}
	if !p.ledTo(n) {
		x.rows = append(x.rows, row{text: "no reply leads here", gate: true})
	}
	if b.Fair {
		x.rows = append(x.rows, row{text: "the trainee may hang up here", gate: true})
	}
	if b.Ending {
		x.rows = append(x.rows, row{bold: "ending", text: b.Script.Ending})
		full = append(full, "ending: "+b.Script.Ending)
	}
	x.full = strings.Join(full, "\n")
	x.size = layered.Size{Width: beatWidth, Height: idHeight + rowHeight*float64(len(x.rows)) + inset}
	return x
}

// ledTo reports whether a call begins at a beat or a reply leads there.
func (p *picture) ledTo(n int) bool {
	return int(p.case_.Calls[p.case_.Beats[n].Call].First) == n ||
		slices.ContainsFunc(p.case_.Replies, func(a call.Answer) bool { return int(a.Go) == n && int(a.Beat) != n })
}

// onBest reports whether the best call comes by a beat.
func (p *picture) onBest(n int) bool {
	b := &p.case_.Beats[n]
	for i := b.From; i < b.To; i++ {
		if p.marks.Best[i] {
			return true
		}
	}
	return p.marks.GivesUp[n] || b.Ending && slices.ContainsFunc(p.bestReplies(), func(i int) bool { return int(p.case_.Replies[i].Go) == n })
}

func (p *picture) bestReplies() []int {
	var all []int
	for i, best := range p.marks.Best {
		if best {
			all = append(all, i)
		}
	}
	return all
}

// labelBox shows the replies that lead from one beat to the same other.
func (p *picture) labelBox(replies []int) box {
	var x box
	var full []string
	wide := 0.0
	for _, i := range replies {
		a := &p.case_.Replies[i]
		r := row{bold: a.Script.ID, text: a.Script.Text}
		told := fmt.Sprintf("%s: %s", a.ID, a.Script.Text)
		if p.marks.Best[i] {
			r.mark, x.best = star, true
			told += "\n  on the best call"
		}
		x.rows = append(x.rows, r)
		if !a.Script.If.Always() {
			gate := "if " + a.Script.If.String()
			x.rows = append(x.rows, gateRows(gate, mostLabel)...)
			told += "\n  " + gate
		}
		if p.marks.Cuts[i] {
			x.rows = append(x.rows, row{mark: stop, text: "the caller can hang up", gate: true})
			told += "\n  the caller can hang up at this reply"
		}
		full = append(full, told)
	}
	for _, r := range x.rows {
		wide = max(wide, r.width())
	}
	x.full = strings.Join(full, "\n")
	x.size = layered.Size{Width: math.Ceil(min(mostLabel, wide+2*inset)), Height: rowHeight*float64(len(x.rows)) + 6}
	return x
}

// gateRows are a condition in full, over as many rows as it takes: cut short it
// would say something else.
func gateRows(text string, boxWidth float64) []row {
	var rows []row
	for _, line := range wrap(text, textSize, boxWidth-2*inset-gateIndent) {
		rows = append(rows, row{text: line, gate: true})
	}
	return rows
}

func (r row) width() float64 {
	w := width(r.text, textSize, false)
	switch {
	case r.mark != "":
		w += markWidth
	case r.gate:
		w += gateIndent
	}
	if r.bold != "" {
		w += width(r.bold+" ", textSize, true)
	}
	return w
}
