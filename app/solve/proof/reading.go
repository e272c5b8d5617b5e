package proof

import (
	"fmt"
	"strings"

	"keepcool/app/call"
)

// A Reading is the most that any player of the first call reads: along one way
// through, each line that is said and all the replies open below it.
type Reading struct {
	Words   int      `json:"words"`
	Minutes float64  `json:"minutes"` // at 120 words a minute
	Moves   []string `json:"moves"`   // such a way
}

const readPerMinute, readMost = 120, 12.0

// reading finds the longest way through the first call for the eye.
func (p *prover) reading() {
	first := func(n uint32) bool {
		s := p.graph.nodes[n].state
		return s.Stage == call.Talking && p.c.InFirstCall(s)
	}
	reads := make([]int, len(p.graph.nodes)) // from a node to the end of the first call
	by := make([]int, len(p.graph.nodes))    // the edge that it takes
	order := p.graph.order()
	for i := len(order) - 1; i >= 0; i-- {
		n := order[i]
		if !first(n) {
			continue
		}
		s := p.graph.nodes[n].state
		by[n] = -1
		for j, e := range p.graph.from(int(n)) {
			next, events, err := p.c.Apply(s, e.move, nil)
			if err != nil || !p.c.InFirstCall(next) {
				continue
			}
			words := p.faced(next, events)
			if e.to < most && first(e.to) {
				words += reads[e.to]
			}
			if words > reads[n] || by[n] < 0 {
				reads[n], by[n] = words, j
			}
		}
	}
	start, events := p.c.Begin(p.set, nil)
	r := &p.Reading
	r.Words = p.faced(start, events) + reads[0]
	r.Minutes = tenth(float64(r.Words) / readPerMinute)
	r.Moves = []string{}
	for n := uint32(0); by[n] >= 0; {
		e := p.graph.from(int(n))[by[n]]
		r.Moves = append(r.Moves, p.c.Format(e.move))
		if e.to >= most || !first(e.to) {
			break
		}
		n = e.to
	}
	if r.Minutes > readMost {
		p.find("reading-load", 0, r.Moves, fmt.Sprintf("To read the first call takes up to %.1f minutes; more than %.0f tires. Shorten it, or take replies out.", r.Minutes, readMost))
	}
}

// faced are the words that come before a player's eyes: what was just said,
// and the replies that are open to it. Where nothing was said, as after a
// read-back, the same replies still stand there and are not read again.
func (p *prover) faced(s call.State, events []call.Event) int {
	words, said := 0, false
	for _, e := range events {
		if e.Kind == call.LineSaid {
			words, said = words+len(strings.Fields(p.c.Lines[e.Index].Script.Text)), true
		}
	}
	if said && s.Stage == call.Talking {
		for b, i := p.c.Beat(s), p.c.Beat(s).From; i < b.To; i++ {
			if p.c.Open(s, i) {
				words += len(strings.Fields(p.c.Replies[i].Script.Text))
			}
		}
	}
	return words
}
