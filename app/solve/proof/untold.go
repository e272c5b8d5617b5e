package proof

import (
	"fmt"
	"slices"

	"keepcool/app/call"
	"keepcool/app/script"
)

// What a trainee can have heard of a concern on the way to a node.
const (
	unheard = iota
	heard   // by a feeling or a detail alone: found, with nothing to read back
	told    // by a want or a need
)

// readBacks finds the ways to a read-back that earns and that nobody can make:
// a concern was found, but no want or need of it was ever said, which alone
// can be noted for it (DESIGN section 3).
func (p *prover) readBacks() {
	var lines [][]int32 // by node and edge, once they are asked for
	for i := range p.c.Scenario.Concerns {
		if !p.onlyFelt(i) {
			continue
		}
		if lines == nil {
			lines = p.said()
		}
		if w := p.untold(i, lines); w != nil {
			k := p.c.Scenario.Concerns[i]
			p.find("read-back-untold", k.At.Line, w, fmt.Sprintf("The concern %q can be found by a feeling or a detail alone, and then nobody can read it back. Mark what is wanted or needed of it as want or need in the line that tells of it first.", k.ID))
		}
	}
}

// onlyFelt reports whether a line tells of concern i by nothing that can be
// read back.
func (p *prover) onlyFelt(i int) bool {
	return slices.ContainsFunc(p.c.Lines, func(l call.Line) bool { return p.hears(&l, i) == heard })
}

// hears is what a line tells of concern i.
func (p *prover) hears(l *call.Line, i int) int {
	most := unheard
	for _, f := range l.Script.Says {
		switch {
		case f.Concern != p.c.Scenario.Concerns[i].ID:
		case f.Kind == script.Want || f.Kind == script.Need:
			return told
		default:
			most = heard
		}
	}
	return most
}

// said is the line said over each edge of each node, -1 where there is none.
func (p *prover) said() [][]int32 {
	lines := make([][]int32, len(p.graph.nodes))
	for n := range p.graph.nodes {
		for _, e := range p.graph.from(n) {
			line := int32(-1)
			_, events, _ := p.c.Apply(p.graph.nodes[n].state, e.move, nil)
			for _, ev := range events {
				if ev.Kind == call.LineSaid {
					line = ev.Index
				}
			}
			lines[n] = append(lines[n], line)
		}
	}
	return lines
}

// untold is the shortest list of moves to a beat that wants a read-back where
// concern i was found and never told, nil where there is none.
func (p *prover) untold(i int, lines [][]int32) []string {
	type place struct {
		node uint32
		what int
	}
	type step struct {
		from place
		by   call.Move
	}
	start := place{0, unheard}
	_, events := p.c.Begin(p.set, nil)
	for _, e := range events {
		if e.Kind == call.LineSaid {
			start.what = p.hears(&p.c.Lines[e.Index], i)
		}
	}
	came := map[place]step{start: {}}
	for queue := []place{start}; len(queue) > 0; queue = queue[1:] {
		at := queue[0]
		s := p.graph.nodes[at.node].state
		if at.what == heard && s.Stage == call.Talking && p.c.Beat(s).WantsReadBack {
			moves := []string{}
			for ; at != start; at = came[at].from {
				moves = append(moves, p.c.Format(came[at].by))
			}
			slices.Reverse(moves)
			return moves
		}
		for j, e := range p.graph.from(int(at.node)) {
			if e.to >= most {
				continue
			}
			next := place{e.to, at.what}
			if line := lines[at.node][j]; line >= 0 {
				next.what = max(next.what, p.hears(&p.c.Lines[line], i))
			}
			if _, seen := came[next]; !seen {
				came[next] = step{at, e.move}
				queue = append(queue, next)
			}
		}
	}
	return nil
}
