package proof

import (
	"fmt"
	"strings"

	"keepcool/app/call"
	"keepcool/app/score"
)

// Longest is how often length betrays the best reply.
type Longest struct {
	Beats int `json:"beats"` // where the best reply is the longest
	Of    int `json:"of"`    // with two replies or more
}

// choices judges group 4.
func (p *prover) choices() {
	p.strawMen()
	p.lengths()
}

// A pair is a reply and the sibling that may make it a straw man.
type pair struct {
	weak, strong int
	never        bool // somewhere it is not so
	met          bool // somewhere both were open
	worse        bool // somewhere it is worse, not only equal
	at           uint32
}

// outcome is what a reply brings, as far as replies are compared.
type outcome struct {
	next call.State
	line int32
	gain score.Points
}

// strawMen looks for replies that nothing speaks for: wherever they are open a
// sibling is open too that leads to the same beat and the same line and is
// nowhere worse. A reply with a critical fault is there to be avoided.
func (p *prover) strawMen() {
	pairs := make([][]pair, len(p.c.Beats))
	for i := range p.c.Beats {
		pairs[i] = p.pairs(&p.c.Beats[i])
	}
	open := make([]outcome, len(p.c.Replies))
	var events []call.Event
	for n := range p.graph.nodes {
		s := p.graph.nodes[n].state
		if s.Stage != call.Talking || len(pairs[s.Beat]) == 0 {
			continue
		}
		b := p.c.Beat(s)
		for i := b.From; i < b.To; i++ {
			open[i] = outcome{line: closed}
			if p.c.Open(s, i) {
				open[i], events = p.outcome(s, i, events)
			}
		}
		rest := pairs[s.Beat][:0]
		for _, q := range pairs[s.Beat] {
			q.judge(open, uint32(n))
			if !q.never {
				rest = append(rest, q)
			}
		}
		pairs[s.Beat] = rest
	}
	for _, left := range pairs {
		p.tellPairs(left)
	}
}

// The lines of outcomes that say none.
const (
	unsaid int32 = -1 - iota
	closed       // the reply cannot be given
)

func (p *prover) pairs(b *call.Beat) []pair {
	var out []pair
	for i := b.From; i < b.To; i++ {
		for j := b.From; j < b.To; j++ {
			critical := p.table.Critical(call.State{}, call.Move{Kind: call.Reply, Reply: uint16(i)})
			if i != j && !critical && p.c.Replies[i].Go == p.c.Replies[j].Go {
				out = append(out, pair{weak: i, strong: j})
			}
		}
	}
	return out
}

func (p *prover) outcome(s call.State, i int, events []call.Event) (outcome, []call.Event) {
	m := call.Move{Kind: call.Reply, Reply: uint16(i)}
	next, events, err := p.c.Apply(s, m, events[:0])
	o := outcome{next: next, line: unsaid}
	if err != nil {
		return outcome{line: closed}, events
	}
	for _, e := range events {
		if e.Kind == call.LineSaid {
			o.line = e.Index
		}
	}
	o.gain = p.table.Gain(s, m, next)
	return o, events
}

// judge looks at the pair in one state.
func (q *pair) judge(open []outcome, n uint32) {
	weak, strong := &open[q.weak], &open[q.strong]
	if weak.line == closed {
		return
	}
	if strong.line == closed || !weak.samePlace(strong) || !weak.noBetter(strong) {
		q.never = true
		return
	}
	worse := !strong.noBetter(weak)
	if !q.met || worse && !q.worse {
		q.at = n
	}
	q.met, q.worse = true, q.worse || worse
}

func (o *outcome) samePlace(other *outcome) bool {
	return o.next.Beat == other.next.Beat && o.next.Stage == other.next.Stage && o.line == other.line
}

// noBetter reports whether o is worse than other or equal to it in every key,
// mood and flag, and costs as much patience or more.
func (o *outcome) noBetter(other *outcome) bool {
	for k := range o.gain {
		if o.gain[k] > other.gain[k] {
			return false
		}
	}
	a, b := o.next, other.next
	return a.Heat >= b.Heat && a.Trust <= b.Trust && a.Conf >= b.Conf && a.Patience <= b.Patience && b.Has(a.Flags)
}

// tellPairs reports each straw man of a beat once, and each pair of equals
// once.
func (p *prover) tellPairs(pairs []pair) {
	told := map[int]bool{}
	for _, q := range pairs {
		if !q.met || told[q.weak] {
			continue
		}
		a, b := &p.c.Replies[q.weak], &p.c.Replies[q.strong]
		line, moves := a.Script.At.Line, append(p.graph.path(q.at), a.ID)
		if q.worse {
			told[q.weak] = true
			p.find("straw-man", line, moves, fmt.Sprintf("Nothing speaks for the reply %s: it leads where %s leads, to the same answer of the caller, and is better in no key and no mood. Let the caller answer it otherwise, or let it win something.", a.ID, b.ID))
		} else if q.weak > q.strong {
			told[q.weak] = true
			p.find("same-reply", line, moves, fmt.Sprintf("The replies %s and %s do the same and lead to the same answer of the caller. One of them can go.", b.ID, a.ID))
		}
	}
}

// lengths counts the beats where the best reply can be told by its length: in
// most of the states in which the call can stand there, the reply with the
// best overall still ahead is longer than all others.
func (p *prover) lengths() {
	states, longest := make([]int, len(p.c.Beats)), make([]int, len(p.c.Beats))
	for n := range p.graph.nodes {
		s := p.graph.nodes[n].state
		if s.Stage != call.Talking {
			continue
		}
		if is, counts := p.bestIsLongest(uint32(n)); counts {
			states[s.Beat]++
			if is {
				longest[s.Beat]++
			}
		}
	}
	var names []string
	for i := range p.c.Beats {
		if states[i] == 0 {
			continue
		}
		p.Longest.Of++
		if 2*longest[i] > states[i] {
			p.Longest.Beats++
			names = append(names, p.c.Beats[i].Script.ID)
		}
	}
	if 3*p.Longest.Beats > p.Longest.Of {
		p.find("length-betrays", 0, nil, fmt.Sprintf("In %d of %d beats the best reply is the longest: %s. Who counts words will win; shorten some, or lengthen what tempts.", p.Longest.Beats, p.Longest.Of, strings.Join(names, ", ")))
	}
}

func (p *prover) bestIsLongest(n uint32) (is, counts bool) {
	s := p.graph.nodes[n].state
	var worth int64
	best, other, open := 0, 0, 0 // the longest of the best, the longest of the others
	for _, e := range p.graph.from(int(n)) {
		if e.move.Kind != call.Reply {
			continue
		}
		open++
		l := p.length(int(e.move.Reply))
		_, gain := p.gain(s, e)
		w := p.units.of(gain) + p.worthOf(e.to)
		switch {
		case p.table.Critical(s, e.move) || best > 0 && w < worth:
			other = max(other, l)
		case best == 0 || w > worth:
			worth, other, best = w, max(other, best), l
		default:
			best = max(best, l)
		}
	}
	return best > other, open > 1
}
