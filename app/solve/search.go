package solve

import (
	"container/heap"
	"context"
	"slices"
	"sync"
	"unsafe"

	"keepcool/app/call"
)

// search lays out a graph from its root, one layer at a time: those who arrive
// in it are numbered, each state once, and then followed to later layers. The
// crew shares the work within a layer; what a graph says does not depend on
// how many they are.
type search[K comparable] struct {
	*layered[K]
	limits  Limits
	workers []worker[K]

	mu      sync.Mutex // guards layers and waiting
	waiting courses[K]
}

// worker is what one of the crew keeps for itself.
type worker[K comparable] struct {
	set    set[K]
	recent [32]*layer[K] // found lately, by course
	spare  []block[K]
	states []call.State // of the span under way
}

// lay is the graph from a root. It fails with ErrBudget, or with the error of
// a context that is done.
func lay(ctx context.Context, c *call.Case, root call.State, limits Limits) (graph, error) {
	if c.Packs() {
		return layOut(ctx, c, packed(c), root, limits)
	}
	return layOut(ctx, c, asTheyAre(), root, limits)
}

func layOut[K comparable](ctx context.Context, c *call.Case, code coding[K], root call.State, limits Limits) (graph, error) {
	s := &search[K]{
		layered: &layered[K]{c: c, coding: code, layers: map[uint64]*layer[K]{}},
		limits:  limits,
		workers: make([]worker[K], limits.crew()),
	}
	s.edges.grow(1) // the edge to the root
	s.arrive(0, root, 0)
	edges := 1
	for len(s.waiting) > 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		l := heap.Pop(&s.waiting).(*layer[K])
		owners := s.gather(l)
		if owners == 0 { // a track leads here, but nobody came
			delete(s.layers, l.course)
			continue
		}
		s.order = append(s.order, l)
		l.from, l.edges = uint32(s.states), uint32(edges)
		bases := s.join(l, owners)
		s.states += len(l.keys)
		l.plan(s.layered)
		edges += len(l.keys) * l.stride
		if s.states > limits.States || uint64(edges) >= uint64(noEdges) {
			return nil, ErrBudget
		}
		s.edges.grow(edges)
		s.settle(l, bases)
		if s.bytes() > limits.bytes() {
			return nil, ErrBudget
		}
	}
	return s.layered, nil
}

// few is how many arrivals are not worth sharing out.
const few = 1 << 12

// gather has each owner number the arrivals whose hashes are theirs, and tells
// how many owners there are: none where nobody arrived.
func (s *search[K]) gather(l *layer[K]) (owners int) {
	all := 0
	for _, blocks := range l.arrivals {
		for _, b := range blocks {
			all += len(b)
		}
	}
	if all == 0 {
		return 0
	}
	owners = len(s.workers)
	hands := crew(1)
	if all > few {
		hands = crew(owners)
	}
	hands.do(owners, func(_, owner int) {
		set := &s.workers[owner].set
		set.hash = s.coding.hash
		set.clear(all / owners)
		for from := range owners {
			for _, b := range l.arrivals[from*owners+owner] {
				for i := range b {
					a := &b[i]
					a.to = uint32(owner)<<numberBits | set.number(a.key, a.to)
				}
			}
		}
	})
	return owners
}

// bases are the numbers of the first states of the owners.
type bases [mostOwners]uint32

// join puts together what the owners numbered.
func (s *search[K]) join(l *layer[K], owners int) (from bases) {
	all := 0
	for o := range owners {
		from[o] = l.from + uint32(all)
		all += len(s.workers[o].set.keys)
	}
	l.keys = make([]K, all)
	for o := range owners {
		copy(l.keys[from[o]-l.from:], s.workers[o].set.keys)
	}
	return from
}

// settle tells every edge into a layer where it leads, and makes every move in
// every state of it. The blocks of arrivals are then kept for other layers.
func (s *search[K]) settle(l *layer[K], from bases) {
	arrived, tracks := slices.Concat(l.arrivals...), s.tracks(l)
	crew(len(s.workers)).do(len(arrived)+spans(len(l.keys)), func(worker, unit int) {
		if unit >= len(arrived) {
			s.follow(worker, l, unit-len(arrived), tracks)
			return
		}
		for _, a := range arrived[unit] {
			*s.edges.at(a.edge) = from[a.to>>numberBits] + a.to&numberMask
		}
	})
	for i, blocks := range l.arrivals {
		w := &s.workers[i/len(s.workers)]
		w.spare = append(w.spare, blocks...)
	}
	l.arrivals = nil
}

// follow makes every move in the states of a span.
func (s *search[K]) follow(worker int, l *layer[K], unit int, tracks []track[K]) {
	w := &s.workers[worker]
	sp := l.span(s.layered, unit, &w.states)
	if l.moves == nil {
		s.followEach(worker, l, sp)
		return
	}
	for j, t := range tracks {
		if t.to != nil {
			s.followTrack(w, worker, t, sp, j)
			continue
		}
		for i, state := range sp.states {
			s.move(worker, state, l.moves[j], sp.edge(i, j))
		}
	}
}

// followEach makes the moves of states that have each their own.
func (s *search[K]) followEach(worker int, l *layer[K], sp span) {
	var moves []call.Move
	for i, state := range sp.states {
		moves = s.c.Leading(state, moves[:0])
		for j := range l.stride {
			if j < len(moves) {
				s.move(worker, state, moves[j], sp.edge(i, j))
			} else {
				*s.edges.at(sp.edge(i, j)) = closed
			}
		}
	}
}

// A track is how a reply of a layer is followed to one other layer.
type track[K comparable] struct {
	*call.Track
	to *layer[K]
}

// worthTracks is how many states a layer must have for tracks to pay.
const worthTracks = 1 << 7

// tracks are those of the moves of a layer that have one.
func (s *search[K]) tracks(l *layer[K]) []track[K] {
	out := make([]track[K], len(l.moves))
	if len(l.keys) < worthTracks {
		return out
	}
	state := l.state(s.layered, 0)
	for i, m := range l.moves {
		if m.Kind != call.Reply {
			continue
		}
		if t, ok := s.c.Track(state, int(m.Reply)); ok {
			out[i] = track[K]{t, s.layer(t.Course)}
		}
	}
	return out
}

// followTrack makes one move, the j-th, in the states of a span.
func (s *search[K]) followTrack(w *worker[K], worker int, t track[K], sp span, j int) {
	owners := len(s.workers)
	lists := t.to.arrivals[worker*owners:][:owners]
	var last [mostOwners]block[K] // of each list
	for o, blocks := range lists {
		if len(blocks) > 0 {
			last[o] = blocks[len(blocks)-1]
		}
	}
	for i := range sp.states {
		edge := sp.edge(i, j)
		next, outcome := t.Take(sp.states[i])
		if outcome != call.On {
			to := ended
			if outcome == call.Closed {
				to = closed
			}
			*s.edges.at(edge) = to
			continue
		}
		a := s.arrival(next, edge)
		o := a.owner(owners)
		if len(last[o]) == cap(last[o]) {
			if n := len(lists[o]); n > 0 {
				lists[o][n-1] = last[o]
			}
			last[o] = w.block()
			lists[o] = append(lists[o], last[o])
		}
		last[o] = append(last[o], a)
	}
	for o, blocks := range lists {
		if len(blocks) > 0 {
			blocks[len(blocks)-1] = last[o]
		}
	}
}

// move makes a move and has the state it leads to arrive.
func (s *search[K]) move(worker int, state call.State, m call.Move, edge uint32) {
	switch next, err := s.c.Step(state, m); {
	case err != nil:
		*s.edges.at(edge) = closed
	case next.Stage.Over():
		*s.edges.at(edge) = ended
	default:
		s.arrive(worker, next, edge)
	}
}

// arrive puts a state down in the layer of its course.
func (s *search[K]) arrive(worker int, to call.State, edge uint32) {
	to = s.c.Prospect(to)
	course := s.c.Course(to)
	recent := &s.workers[worker].recent[scatter(course)%uint64(len(s.workers[worker].recent))]
	if *recent == nil || (*recent).course != course {
		*recent = s.layer(course)
	}
	s.put(worker, *recent, to, edge)
}

// put puts a prospect down in its layer.
func (s *search[K]) put(worker int, l *layer[K], to call.State, edge uint32) {
	a := s.arrival(to, edge)
	list := &l.arrivals[worker*len(s.workers)+a.owner(len(s.workers))]
	last := len(*list) - 1
	if last < 0 || len((*list)[last]) == cap((*list)[last]) {
		*list = append(*list, s.workers[worker].block())
		last++
	}
	(*list)[last] = append((*list)[last], a)
}

func (s *search[K]) arrival(at call.State, edge uint32) arrival[K] {
	k := s.coding.write(at)
	return arrival[K]{key: k, edge: edge, to: s.coding.hash(k)}
}

// owner is whose it is, of so many, by its hash.
func (a *arrival[K]) owner(owners int) int { return int(uint64(a.to) * uint64(owners) >> 32) }

// block is an empty one.
func (w *worker[K]) block() block[K] {
	if last := len(w.spare) - 1; last >= 0 {
		b := w.spare[last]
		w.spare = w.spare[:last]
		return b[:0]
	}
	return make(block[K], 0, perBlock)
}

func (s *search[K]) layer(course uint64) *layer[K] {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.layers[course]
	if l == nil {
		l = &layer[K]{course: course, arrivals: make([][]block[K], len(s.workers)*len(s.workers))}
		s.layers[course] = l
		heap.Push(&s.waiting, l)
	}
	return l
}

// bytes is what the graph and the search hold, with the figures that are still
// to come.
func (s *search[K]) bytes() int {
	var key K
	var one arrival[K]
	n := s.states*(int(unsafe.Sizeof(key))+bytesOfFigures) + len(s.edges)<<pageBits*4
	blocks := 0
	for _, l := range s.waiting {
		for _, list := range l.arrivals {
			blocks += len(list)
		}
	}
	for i := range s.workers {
		w := &s.workers[i]
		n += 4*cap(w.set.slots) + cap(w.set.keys)*int(unsafe.Sizeof(key))
		blocks += len(w.spare)
	}
	return n + blocks*perBlock*int(unsafe.Sizeof(one))
}

// bytesOfFigures is what the reach and the way of a state take.
const bytesOfFigures = 16

// courses are the layers whose turn is to come, as a heap: the earliest first.
type courses[K comparable] []*layer[K]

func (q courses[K]) Len() int           { return len(q) }
func (q courses[K]) Less(i, j int) bool { return q[i].course < q[j].course }
func (q courses[K]) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *courses[K]) Push(l any)        { *q = append(*q, l.(*layer[K])) }

func (q *courses[K]) Pop() any {
	last := len(*q) - 1
	l := (*q)[last]
	(*q)[last] = nil
	*q = (*q)[:last]
	return l
}
