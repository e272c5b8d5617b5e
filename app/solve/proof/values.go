package proof

import (
	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// points are score.Points made small, for there is one for every node.
type points [4]int16

// unplayed is the least of a node of the first call from which no written
// ending can be reached.
const unplayed = 1<<15 - 1

// values are what can still come of each node, read backward from the endings.
// The promise counts as kept.
type values struct {
	most  []points   // per key by itself, giving up included, as the engine's bounds
	least []points   // per key by itself, where the first call comes to a written ending
	by    [][4]uint8 // the edge that the least takes, counted from the node's first
	worth []int64    // the best overall, in units, without a critical fault
	ends  []bool     // a written ending of its call can be reached
}

// gain is what an edge earns and where it leads.
func (p *prover) gain(s call.State, e edge) (call.State, score.Points) {
	next, err := p.c.Step(s, e.move)
	if err != nil {
		return s, score.Points{}
	}
	return next, p.table.Gain(s, e.move, next)
}

// evaluate fills the values, and stakes with the beats where the choice
// decides how much of a key can still be reached.
func (p *prover) evaluate() {
	n := len(p.graph.nodes)
	p.values = values{
		most: make([]points, n), least: make([]points, n), by: make([][4]uint8, n),
		worth: make([]int64, n), ends: make([]bool, n),
	}
	for k := range p.stakes {
		p.stakes[k] = make([]bool, len(p.c.Beats))
	}
	order := p.graph.order()
	for i := len(order) - 1; i >= 0; i-- {
		p.value(order[i])
	}
}

func (p *prover) value(n uint32) {
	s := p.graph.nodes[n].state
	least := points{unplayed, unplayed, unplayed, unplayed}
	var high, low points // over the moves, of what each key can still come to
	first := true
	for j, e := range p.graph.from(int(n)) {
		if e.move.Kind == call.FollowUp && e.move.Word != call.Kept {
			continue
		}
		next, gain := p.gain(s, e)
		reach := p.after(e.to, gain)
		p.ends[n] = p.ends[n] || p.reachesEnding(s, next, e.to)
		for k := range reach {
			high[k], low[k] = max(high[k], reach[k]), min(low[k], reach[k])
			if first {
				high[k], low[k] = reach[k], reach[k]
			}
			if l := p.leastAfter(s, e.to, k); l != unplayed && int16(gain[k])+l < least[k] {
				least[k], p.by[n][k] = int16(gain[k])+l, uint8(min(j, 255))
			}
		}
		first = false
		if !p.table.Critical(s, e.move) {
			p.worth[n] = max(p.worth[n], p.units.of(gain)+p.worthOf(e.to))
		}
	}
	for k := range high {
		p.most[n][k] = max(0, high[k])
		if s.Stage == call.Talking && low[k] < high[k] {
			p.stakes[k][s.Beat] = true
		}
	}
	p.least[n] = least
}

// after is the most each key can come to over an edge.
func (p *prover) after(to uint32, gain score.Points) points {
	var sum points
	for k := range sum {
		sum[k] = int16(gain[k])
		if to < most {
			sum[k] += p.most[to][k]
		}
	}
	return sum
}

func (p *prover) leastAfter(s call.State, to uint32, k int) int16 {
	switch {
	case to < most:
		return p.least[to][k]
	case to == cut && p.c.InFirstCall(s):
		return unplayed
	}
	return 0
}

func (p *prover) worthOf(to uint32) int64 {
	if to < most {
		return p.worth[to]
	}
	return 0
}

// reachesEnding reports whether an edge from s leads to a written ending of
// the call that s stands in. A call inside comes back to the promise even when
// the colleague hangs up, and then it stands where it was.
func (p *prover) reachesEnding(s, next call.State, to uint32) bool {
	if to >= most {
		return to == ended
	}
	if s.Stage == call.Talking && next.Stage == call.Promised {
		return p.c.Beat(next).Ending
	}
	return p.ends[to]
}

// units turn points into one exact number that orders overalls: the weighted
// sum over the denominators, times their product.
type units [4]int64

func newUnits(w rubric.Weights, best score.Points) units {
	var u units
	for k := range u {
		u[k] = int64(w.Key[k])
		for j, b := range best {
			if j != k {
				u[k] *= int64(max(1, b))
			}
		}
	}
	return u
}

func (u units) of(p score.Points) int64 {
	var sum int64
	for k, n := range p {
		sum += u[k] * int64(n)
	}
	return sum
}
