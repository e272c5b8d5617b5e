package proof

import (
	"slices"

	"keepcool/app/call"
)

// Where an edge leads that ends the attempt.
const (
	ended uint32 = 1<<32 - 1 - iota // a written ending
	cut                             // the caller hung up
	most                            // above every node
)

// A node is a state that can be reached. States of one essence are one node;
// it keeps the one that was reached first, with the moods nothing reads.
type node struct {
	state call.State
	up    uint32 // the node it was reached from
	edges uint32 // its edges are edges[edges:] up to those of the next node
	by    call.Move
}

type edge struct {
	to   uint32
	move call.Move
}

// A way is a move at a node.
type way struct {
	from uint32
	move call.Move
}

// begin is the way into the beat at which the case starts: no move.
var begin = &way{}

// A graph is all states of a case in a setting, breadth first: a node comes
// after those that fewer moves lead to.
type graph struct {
	c       *call.Case
	nodes   []node
	edges   []edge
	table   []uint32 // node+1 by the hash of its essence; a power of two long
	beats   []*way   // the first way into each beat
	replies []bool   // which were given
	whole   bool     // false: the budget ended the search
}

// explore lays out what the moves lead to from the start.
func explore(c *call.Case, set call.Setting, moves func(call.State, []call.Move) []call.Move, budget int) *graph {
	g := &graph{
		c: c, table: make([]uint32, 1<<10),
		beats: make([]*way, len(c.Beats)), replies: make([]bool, len(c.Replies)),
	}
	start := c.Start(set)
	g.place(start, way{})
	g.beats[start.Beat] = begin
	var buf []call.Move
	for at := 0; at < len(g.nodes); at++ {
		if len(g.nodes) > budget || uint64(len(g.nodes)) >= uint64(most) {
			return g
		}
		n := &g.nodes[at]
		n.edges = uint32(len(g.edges))
		s := n.state
		buf = moves(s, buf[:0])
		for _, m := range buf {
			g.follow(uint32(at), s, m)
		}
	}
	g.whole = true
	return g
}

func (g *graph) follow(at uint32, s call.State, m call.Move) {
	next, err := g.c.Step(s, m)
	if err != nil {
		return
	}
	if m.Kind == call.Reply {
		g.replies[m.Reply] = true
	}
	if next.Stage != call.CallerHungUp && g.beats[next.Beat] == nil {
		g.beats[next.Beat] = &way{at, m}
	}
	to := ended
	switch {
	case next.Stage == call.CallerHungUp:
		to = cut
	case !next.Stage.Over():
		to = g.place(next, way{at, m})
	}
	g.edges = append(g.edges, edge{to, m})
}

// place is the node of a state, a new one if need be.
func (g *graph) place(s call.State, w way) uint32 {
	key := g.c.Essence(s)
	mask := uint64(len(g.table) - 1)
	i := hash(key) & mask
	for ; g.table[i] != 0; i = (i + 1) & mask {
		if n := g.table[i] - 1; g.c.Essence(g.nodes[n].state) == key {
			return n
		}
	}
	g.nodes = append(g.nodes, node{state: s, up: w.from, by: w.move})
	g.table[i] = uint32(len(g.nodes))
	if 2*len(g.nodes) > len(g.table) {
		g.grow()
	}
	return uint32(len(g.nodes) - 1)
}

func (g *graph) grow() {
	g.table = make([]uint32, 2*len(g.table))
	mask := uint64(len(g.table) - 1)
	for n := range g.nodes {
		i := hash(g.c.Essence(g.nodes[n].state)) & mask
		for g.table[i] != 0 {
			i = (i + 1) & mask
		}
		g.table[i] = uint32(n + 1)
	}
}

func hash(s call.State) uint64 {
	x := uint64(s.Flags) * 0x9e3779b97f4a7c15
	x ^= uint64(s.Beat)<<40 | uint64(s.Stage)<<32 | uint64(s.Heat)<<24 | uint64(s.Trust)<<16 | uint64(s.Conf)<<8 | uint64(s.Patience)
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// from are the edges of a node.
func (g *graph) from(n int) []edge {
	to := len(g.edges)
	if n+1 < len(g.nodes) {
		to = int(g.nodes[n+1].edges)
	}
	return g.edges[g.nodes[n].edges:to]
}

// path is the shortest list of moves to a node, written.
func (g *graph) path(n uint32) []string {
	var out []string
	for ; n != 0; n = g.nodes[n].up {
		out = append(out, g.c.Format(g.nodes[n].by))
	}
	slices.Reverse(out)
	return out
}

// through is the shortest list of moves that ends with w.
func (g *graph) through(w way) []string {
	return append(g.path(w.from), g.c.Format(w.move))
}

// order is the nodes so that every edge leads to a later one. There is always
// such an order, since every cycle of beats costs patience.
func (g *graph) order() []uint32 {
	left := make([]uint32, len(g.nodes))
	for _, e := range g.edges {
		if e.to < most {
			left[e.to]++
		}
	}
	out := append(make([]uint32, 0, len(g.nodes)), 0)
	for i := 0; i < len(out); i++ {
		for _, e := range g.from(int(out[i])) {
			if e.to >= most {
				continue
			}
			if left[e.to]--; left[e.to] == 0 {
				out = append(out, e.to)
			}
		}
	}
	return out
}

// forward is what the engine follows, and besides it the promise kept late or
// missed.
func forward(c *call.Case) func(call.State, []call.Move) []call.Move {
	return func(s call.State, into []call.Move) []call.Move {
		into = c.Leading(s, into)
		if s.Stage == call.Promised {
			into = append(into, call.Move{Kind: call.FollowUp, Word: call.Late}, call.Move{Kind: call.FollowUp, Word: call.Missed})
		}
		return into
	}
}

// clumsy is forward and all that a clock or a hand can spoil: it opens what
// only a caller cut short, or an unhappy promise, comes to see.
func clumsy(c *call.Case) func(call.State, []call.Move) []call.Move {
	steady := forward(c)
	return func(s call.State, into []call.Move) []call.Move {
		into = steady(s, into)
		for _, m := range into[:len(into):len(into)] {
			if m.Kind != call.Reply {
				continue
			}
			words := []call.Word{call.Good}
			if c.Replies[m.Reply].Promises {
				words = append(words, call.TooSoon, call.Vague)
			}
			for _, m.Timing = range [...]call.Timing{call.InTime, call.CuttingIn} {
				for _, m.Word = range words {
					into = append(into, m)
				}
			}
		}
		return into
	}
}

// into is the shortest list of moves into a beat.
func (g *graph) into(w *way) []string {
	if w == begin {
		return nil
	}
	return g.through(*w)
}
