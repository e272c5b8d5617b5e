package proof

import (
	"fmt"

	"keepcool/app/call"
	"keepcool/app/script"
)

// A Fate is what can become of a concern, each by its shortest list.
type Fate struct {
	Concern string   `json:"concern"`
	Hidden  bool     `json:"hidden,omitempty"`
	Found   []string `json:"found,omitempty"`
	Missed  []string `json:"missed,omitempty"` // of a hidden one, up to an ending of the first call
	Settled []string `json:"settled,omitempty"`
}

const earliestHangUp = 3 // replies

// course judges group 5.
func (p *prover) course() {
	found, settled := p.firsts()
	for i := range p.c.Scenario.Concerns {
		k := &p.c.Scenario.Concerns[i]
		out := Fate{Concern: k.ID, Hidden: k.Hidden}
		if found[i] != nil {
			out.Found = p.graph.into(found[i])
		}
		if settled[i] != nil {
			out.Settled = p.graph.into(settled[i])
		}
		switch {
		case found[i] == nil && k.Hidden:
			p.find("never-found", k.At.Line, nil, fmt.Sprintf("The hidden concern %q can never be found: no line that tells of it is ever said. Look at its opens: and at the lines that stand before it.", k.ID))
		case settled[i] == nil:
			p.find("never-settled", k.At.Line, out.Found, fmt.Sprintf("The concern %q can never be settled: no reply that settles it can be given once it is found.", k.ID))
		}
		if k.Hidden && found[i] != nil {
			p.missed(i, &out)
		}
		p.Fates = append(p.Fates, out)
	}
	p.followUps()
	p.hangUps()
}

// firsts are, for each concern, the first ways to find and to settle it.
func (p *prover) firsts() (found, settled [call.MaxConcerns]*way) {
	for i := range p.c.Scenario.Concerns {
		if p.graph.nodes[0].state.Has(call.Found(i)) {
			found[i] = begin
		}
	}
	for n := range p.graph.nodes {
		s := p.graph.nodes[n].state
		for _, e := range p.graph.from(n) {
			next, err := p.c.Step(s, e.move)
			if err != nil {
				continue
			}
			for i := range p.c.Scenario.Concerns {
				if found[i] == nil && next.Has(call.Found(i)) {
					found[i] = &way{uint32(n), e.move}
				}
				if settled[i] == nil && next.Has(call.Settled(i)) {
					settled[i] = &way{uint32(n), e.move}
				}
			}
		}
	}
	return found, settled
}

// missed looks for a written ending of the first call that is reached without
// finding concern i: over the same graph, but never through a line that tells
// of it.
func (p *prover) missed(i int, out *Fate) {
	g := p.graph
	if !g.nodes[0].state.Has(call.Found(i)) {
		up := make([]way, len(g.nodes))
		seen := make([]bool, len(g.nodes))
		seen[0] = true
		queue := []uint32{0}
		for at := 0; at < len(queue); at++ {
			n := queue[at]
			s := g.nodes[n].state
			if s.Stage == call.Promised {
				out.Missed = p.trace(up, n)
				return
			}
			s.Flags = p.c.Essence(s).Flags // what nothing reads may stem from another way here
			for _, e := range g.from(int(n)) {
				next, err := p.c.Step(s, e.move)
				switch {
				case err != nil || e.to == cut || next.Has(call.Found(i)):
				case e.to == ended:
					out.Missed = append(p.trace(up, n), p.c.Format(e.move))
					return
				case !seen[e.to]:
					seen[e.to], up[e.to] = true, way{n, e.move}
					queue = append(queue, e.to)
				}
			}
		}
	}
	k := &p.c.Scenario.Concerns[i]
	p.find("never-missed", k.At.Line, out.Found, fmt.Sprintf("The hidden concern %q cannot be missed: every call that is played to its end hears of it. Let a line tell of it only to those who ask.", k.ID))
}

func (p *prover) trace(up []way, n uint32) []string {
	var back []call.Move
	for ; n != 0; n = up[n].from {
		back = append(back, up[n].move)
	}
	out := []string{}
	for i := len(back) - 1; i >= 0; i-- {
		out = append(out, p.c.Format(back[i]))
	}
	return out
}

// followUps judges the second calls.
func (p *prover) followUps() {
	if p.c.Scenario.Promise == nil {
		return
	}
	if !p.promised {
		p.find("no-follow-up", p.c.Scenario.Promise.At.Line, nil, "The promise is never made in a call that comes to its ending, so that nothing follows. Let a reply with promises: yes lead on to an ending.")
		return
	}
	told := map[script.Role]bool{}
	for n := range p.graph.nodes {
		if p.graph.nodes[n].state.Stage != call.Promised {
			continue
		}
		for _, e := range p.graph.from(n) {
			if e.to >= most || p.ends[e.to] || len(p.graph.from(int(e.to))) == 0 {
				continue
			}
			role := p.c.Calls[p.c.Beat(p.graph.nodes[e.to].state).Call].Script.Role
			if !told[role] {
				told[role] = true
				p.find("follow-up-stuck", p.lineOf(role), p.graph.through(way{uint32(n), e.move}), fmt.Sprintf("After this first call, the call %q cannot be played to a written ending: the caller always hangs up. Give it milder moods, or replies that need nothing carried over.", role))
			}
		}
	}
}

// hangUps judges when the caller hangs up in the first call.
func (p *prover) hangUps() {
	if p.c.Scenario.NoHangUp {
		if p.HangUp = p.firstHangUp(); p.HangUp != nil {
			p.find("hangs-up-anyway", 0, p.HangUp, "The kind says no-hang-up, but these replies drive the caller to it. Let wrong turns cost less patience and heat, or take no-hang-up out of kind:.")
		}
		return
	}
	if early := p.cutWithin(p.c.Start(p.set), earliestHangUp-1); early != nil {
		p.HangUp = p.format(early)
		p.find("early-hang-up", 0, p.HangUp, fmt.Sprintf("The caller hangs up after %s: too soon to learn anything. Let a first mistake cost less, or give the caller more patience.", replies(len(early))))
		return
	}
	if p.HangUp = p.firstHangUp(); p.HangUp != nil {
		return
	}
	p.find("never-hangs-up", 0, nil, "Whatever is replied, the caller never hangs up. Let wrong turns cost patience, or raise the heat.")
}

// firstHangUp is the shortest list of moves of the first call that ends with
// the caller hanging up, nil when there is none.
func (p *prover) firstHangUp() []string {
	for n := range p.graph.nodes {
		if !p.c.InFirstCall(p.graph.nodes[n].state) {
			continue
		}
		for _, e := range p.graph.from(n) {
			if e.to == cut {
				return p.graph.through(way{uint32(n), e.move})
			}
		}
	}
	return nil
}

// cutWithin is the fewest replies, at most that many, after which the caller
// hangs up; nil when there are none.
func (p *prover) cutWithin(s call.State, replies int) []call.Move {
	var best []call.Move
	if replies == 0 || s.Stage != call.Talking {
		return nil
	}
	b := p.c.Beat(s)
	for i := b.From; i < b.To; i++ {
		m := call.Move{Kind: call.Reply, Reply: uint16(i)}
		next, err := p.c.Step(s, m)
		if err != nil {
			continue
		}
		if next.Stage == call.CallerHungUp {
			return []call.Move{m}
		}
		if rest := p.cutWithin(next, replies-1); rest != nil && (best == nil || 1+len(rest) < len(best)) {
			best = append([]call.Move{m}, rest...)
		}
	}
	return best
}

func replies(n int) string {
	if n == 1 {
		return "1 reply"
	}
	return fmt.Sprintf("%d replies", n)
}
