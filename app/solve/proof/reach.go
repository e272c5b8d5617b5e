package proof

import (
	"fmt"

	"keepcool/app/call"
	"keepcool/app/script"
)

// reach judges group 1. Without any ending nothing else can be judged, and it
// reports false.
func (p *prover) reach() bool {
	if !p.ends[0] {
		p.find("no-ending", 0, nil, "In this setting no written ending can be reached: whatever is replied, the caller hangs up first. Give some replies a milder effect, or the caller more patience.")
		return false
	}
	p.unreached()
	p.deadEnds()
	return true
}

// unreached looks for what was written and cannot be reached. Where the best
// words do not lead there, the lesser ones are tried too.
func (p *prover) unreached() {
	missing := false
	for i, w := range p.graph.beats {
		missing = missing || w == nil && !p.awaits(i)
	}
	for i, given := range p.graph.replies {
		missing = missing || !given && p.graph.beats[p.c.Replies[i].Beat] != nil
	}
	if !missing {
		return
	}
	g := explore(p.c, p.set, clumsy(p.c), p.budget)
	p.States += len(g.nodes)
	if !g.whole {
		p.undecided("unreachable-beat", "unreachable-reply")
		return
	}
	explained := make([]bool, len(g.beats))
	for i, given := range g.replies {
		a := &p.c.Replies[i]
		w := g.beats[a.Beat]
		if given || w == nil || p.c.Beats[a.Beat].Ending {
			continue
		}
		p.find("unreachable-reply", a.Script.At.Line, g.into(w), fmt.Sprintf("The reply %s is never open: whatever came before, its if: does not hold when the call stands at its beat.", a.ID))
		p.explain(g, explained, int(a.Go))
	}
	for i := range g.beats {
		if p.awaits(i) {
			p.explain(g, explained, i)
		}
	}
	for _, alone := range [...]bool{true, false} { // those that nothing leads to come first
		for i, w := range g.beats {
			if w != nil || explained[i] || alone && p.ledTo(i) {
				continue
			}
			b := p.c.Beats[i].Script
			p.find("unreachable-beat", b.At.Line, nil, fmt.Sprintf("The beat %q can never be reached. Let a reply lead to it that can be given, or take it out.", b.ID))
			p.explain(g, explained, i)
		}
	}
}

// awaits reports whether beat i belongs to a second call although no promise
// is ever made: that is told as what it is.
func (p *prover) awaits(i int) bool { return p.c.Beats[i].Call > 0 && !p.promised }

// explain marks an unreached beat and all that only it leads to.
func (p *prover) explain(g *graph, explained []bool, i int) {
	if explained[i] || g.beats[i] != nil {
		return
	}
	explained[i] = true
	for j := p.c.Beats[i].From; j < p.c.Beats[i].To; j++ {
		p.explain(g, explained, int(p.c.Replies[j].Go))
	}
}

func (p *prover) ledTo(i int) bool {
	for j := range p.c.Replies {
		if a := &p.c.Replies[j]; int(a.Go) == i && int(a.Beat) != i {
			return true
		}
	}
	return false
}

// deadEnds reports the beats from which only a hang-up follows, where they are
// come to from elsewhere. A beat where hanging up is fair may be one.
func (p *prover) deadEnds() {
	alive := make([]bool, len(p.c.Beats))
	first := make([]uint32, len(p.c.Beats))
	for n := len(p.graph.nodes) - 1; n >= 0; n-- {
		if s := p.graph.nodes[n].state; s.Stage == call.Talking {
			alive[s.Beat] = alive[s.Beat] || p.ends[n] || len(p.graph.from(n)) == 0
			first[s.Beat] = uint32(n)
		}
	}
	dead := func(i int) bool {
		b := &p.c.Beats[i]
		return !b.Ending && !b.Fair && p.graph.beats[i] != nil && !alive[i]
	}
	for i := range p.c.Beats {
		if up := p.graph.nodes[first[i]]; dead(i) && !(first[i] != 0 && p.graph.nodes[up.up].state.Stage == call.Talking && dead(int(p.graph.nodes[up.up].state.Beat))) {
			b := p.c.Beats[i].Script
			p.find("dead-end", b.At.Line, p.graph.path(first[i]), fmt.Sprintf("From the beat %q no written ending can be reached: the caller always hangs up. Let a reply lead on, or mark the beat with hang-up: fair.", b.ID))
		}
	}
}

// lineOf is where the call of a role stands in the script.
func (p *prover) lineOf(r script.Role) int {
	for _, k := range p.c.Calls {
		if k.Script.Role == r {
			return k.Script.At.Line
		}
	}
	return 0
}
