package solve

import (
	"cmp"
	"slices"

	"keepcool/app/call"
)

// Where an edge leads that leads to no state.
const (
	closed  uint32 = 1<<32 - 1 - iota // the move cannot be made here
	ended                             // the attempt is over
	noEdges                           // above every number of a state or an edge
)

// A graph is every state that moves of Leading lead to from a root, numbered
// so that the root is 0 and every move leads to a later one.
type graph interface {
	size() int
	// find is the number of a state, if the graph holds it.
	find(s call.State) (uint32, bool)
	// backward has the crew visit every state after all that it leads to, many
	// at a time.
	backward(crew *crew, visit func(span))
	// one is a single state by its number.
	one(n uint32) span
	// links tells where each edge leads: to a state, or that it is closed or ended.
	links() pages
	// release lets go of the edges: the graph can be asked for its states only.
	release()
}

// A span is some states of one layer, one after the other.
type span struct {
	states []call.State
	first  uint32      // the number of the first
	edges  uint32      // the number of its first edge
	stride int         // how many edges each has
	moves  []call.Move // what the edges are, but for those that are closed
}

// edge is the number of the j-th edge of the i-th state.
func (sp *span) edge(i, j int) uint32 { return sp.edges + uint32(i*sp.stride+j) }

// perSpan is the most states of a span: few enough to stay close at hand.
const perSpan = 1 << 10

func spans(states int) int { return (states + perSpan - 1) / perSpan }

// layered is a graph laid out layer after layer, and the layers of a front
// together: see call.Abreast.
// Its states are those that nothing distinguishes: see call.Prospect.
type layered[K comparable] struct {
	c      *call.Case
	coding coding[K]
	layers map[uint64]*layer[K] // by course
	order  []*layer[K]
	fronts []int // the layers of each front end at these places of order
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

	arrivals [][]block[K]       // by worker and, for each, by owner; until its turn comes
	came     int                // how many arrived
	bases    [mostOwners]uint32 // what is added to the numbers of each owner
}

// A block is some arrivals, so many that a list of blocks grows cheaply.
type block[K comparable] []arrival[K]

const perBlock = 256

// An arrival is an edge into a layer whose states are not numbered yet.
type arrival[K comparable] struct {
	key  K
	edge uint32
	to   uint32 // at first its hash; then its number among those of its owner, and above that the owner
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

// reserve adds pages for edges up to number n, without it, and tells how many.
// They are empty until they are filled.
func (p *pages) reserve(n int) (added int) {
	for len(*p)<<pageBits < n {
		*p = append(*p, nil)
		added++
	}
	return added
}

// fill makes a page.
func (p pages) fill(i int) { p[i] = make([]uint32, 1<<pageBits) }

// span is some of the layer's states, read into a list that is used again.
func (l *layer[K]) span(g *layered[K], unit int, into *[]call.State) span {
	from := unit * perSpan
	*into = g.coding.read(l.keys[from:min(len(l.keys), from+perSpan)], (*into)[:0])
	return span{*into, l.from + uint32(from), l.edges + uint32(from*l.stride), l.stride, l.moves}
}

// state is the i-th of the layer.
func (l *layer[K]) state(g *layered[K], i int) call.State {
	return g.coding.read(l.keys[i:i+1], nil)[0]
}

// plan tells the moves and edges of a layer whose states are known.
func (l *layer[K]) plan(g *layered[K]) {
	if s := l.state(g, 0); s.Stage == call.Talking {
		l.moves = moves(g.c, s)
		l.stride = len(l.moves)
		return
	}
	for i := range l.keys {
		l.stride = max(l.stride, len(g.c.Leading(l.state(g, i), nil)))
	}
}

// moves are the moves of Leading at the beat of s, whether open or not.
func moves(c *call.Case, s call.State) []call.Move {
	var out []call.Move
	b := c.Beat(s)
	for i := b.From; i < b.To; i++ {
		out = append(out, call.Move{Kind: call.Reply, Reply: uint16(i)})
	}
	for _, m := range c.Leading(s, nil) {
		if m.Kind != call.Reply {
			out = append(out, m)
		}
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

func (g *layered[K]) backward(crew *crew, visit func(span)) {
	states := make([][]call.State, crew.size())
	var units []unit
	to := len(g.order)
	for i := len(g.fronts) - 1; i >= 0; i-- {
		from := 0
		if i > 0 {
			from = g.fronts[i-1]
		}
		units = units[:0]
		for j, l := range g.order[from:to] {
			for n := range spans(len(l.keys)) {
				units = append(units, unit{from + j, n})
			}
		}
		to = from
		crew.do(len(units), func(worker, i int) {
			l := g.order[units[i].layer]
			sp := l.span(g, units[i].n, &states[worker])
			if l.moves != nil {
				visit(sp)
				return
			}
			for j, s := range sp.states { // they have each their own moves
				visit(span{sp.states[j : j+1], sp.first + uint32(j), sp.edge(j, 0), l.stride, g.c.Leading(s, nil)})
			}
		})
	}
}

// A unit of work is a part of a layer, which is told by its place in a list.
type unit struct{ layer, n int }

func (g *layered[K]) one(n uint32) span {
	i, met := slices.BinarySearchFunc(g.order, n, func(l *layer[K], n uint32) int { return cmp.Compare(l.from, n) })
	if !met {
		i-- // the layer begins before it
	}
	l := g.order[i]
	at := int(n - l.from)
	s := l.state(g, at)
	moves := l.moves
	if moves == nil {
		moves = g.c.Leading(s, nil)
	}
	return span{[]call.State{s}, n, l.edges + uint32(at*l.stride), l.stride, moves}
}
