package solve

import (
	"slices"

	"keepcool/app/call"
)

// Where an edge leads that leads to no state.
const (
	closed  uint32 = 1<<32 - 1 - iota // the move cannot be made here
	ended                             // the attempt is over
	noEdges                           // above every number of a state or an edge
)

// A graph is every state that moves of Forward lead to from a root, numbered
// so that the root is 0 and every move leads to a later one.
type graph interface {
	size() int
	// find is the number of a state, if the graph holds it.
	find(s call.State) (uint32, bool)
	// backward has the crew visit every state after all that it leads to, with
	// its number, that of its first edge, and the moves of its edges.
	backward(crew crew, visit visit)
	// links tells where each edge leads: to a state, or that it is closed or ended.
	links() pages
	// release lets go of the edges: the graph can be asked for its states only.
	release()
}

type visit = func(s call.State, n, edge uint32, moves []call.Move)

// layered is a graph laid out layer after layer in the order of their courses.
// Its states are those that nothing distinguishes: see call.Prospect.
type layered[K comparable] struct {
	c      *call.Case
	coding coding[K]
	layers map[uint64]*layer[K] // by course
	order  []*layer[K]
	edges  pages
	states int
}

// layer is the states of one course: at the same beat, with the same patience.
// All edges from it lead to later layers.
type layer[K comparable] struct {
	course uint64
	moves  []call.Move // in a call under way; which of them are open, the state decides
	stride int         // edges of a state, one for each move
	from   uint32      // the number of its first state
	edges  uint32      // the number of the first edge of that
	keys   []K         // its states

	arrivals [][]arrival[K] // by worker; until its turn comes
}

// An arrival is an edge into a layer whose states are not numbered yet.
type arrival[K comparable] struct {
	key  K
	edge uint32
	to   uint32 // once it is known: its number among those of an owner, and above it the owner
}

// numberBits is how much of arrival.to is the number.
const (
	numberBits = 29
	numberMask = 1<<numberBits - 1
	mostOwners = 1 << (32 - numberBits)
)

// pages is a long list that grows without being copied.
type pages [][]uint32

const pageBits = 12

func (p pages) at(n uint32) *uint32 { return &p[n>>pageBits][n&(1<<pageBits-1)] }

// grow makes room for edges up to number n, without it.
func (p *pages) grow(n int) {
	for len(*p)<<pageBits < n {
		*p = append(*p, make([]uint32, 1<<pageBits))
	}
}

// in are the moves from a state of the layer, in the order of its edges. In a
// call under way they are always the same ones; elsewhere into is used.
func (l *layer[K]) in(c *call.Case, s call.State, into []call.Move) []call.Move {
	if s.Stage == call.Talking {
		return l.moves
	}
	return c.Forward(s, into[:0])
}

// plan tells the moves and edges of a layer whose states are known.
func (l *layer[K]) plan(g *layered[K]) {
	s := g.coding.read(l.keys[0])
	if s.Stage == call.Talking {
		l.moves = moves(g.c, s)
		l.stride = len(l.moves)
		return
	}
	for _, k := range l.keys {
		l.stride = max(l.stride, len(g.c.Forward(g.coding.read(k), nil)))
	}
}

// moves are the moves of Forward at the beat of s, whether open or not.
func moves(c *call.Case, s call.State) []call.Move {
	var out []call.Move
	b := c.Beat(s)
	for i := b.From; i < b.To; i++ {
		out = append(out, call.Move{Kind: call.Reply, Reply: uint16(i)})
	}
	if m := (call.Move{Kind: call.ReadBackMove}); c.EarnsReadBack(s, m) {
		out = append(out, m)
	}
	return out
}

func (g *layered[K]) size() int { return g.states }

func (g *layered[K]) links() pages { return g.edges }

func (g *layered[K]) release() { g.edges = nil }

func (g *layered[K]) find(s call.State) (uint32, bool) {
	s = g.c.Prospect(s)
	l := g.layers[g.c.Course(s)]
	if l == nil {
		return 0, false
	}
	i := slices.Index(l.keys, g.coding.write(s))
	return l.from + uint32(i), i >= 0
}

func (g *layered[K]) backward(crew crew, visit visit) {
	for i := len(g.order) - 1; i >= 0; i-- {
		l := g.order[i]
		crew.do(spans(len(l.keys)), func(_, unit int) {
			var into []call.Move
			from, to := spanned(unit, len(l.keys))
			for j := from; j < to; j++ {
				s := g.coding.read(l.keys[j])
				into = l.in(g.c, s, into)
				visit(s, l.from+uint32(j), l.edges+uint32(j*l.stride), into)
			}
		})
	}
}
