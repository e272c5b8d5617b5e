package solve

import (
	"container/heap"
	"context"
	"slices"
	"sync"
	"unsafe"

	"keepcool/app/call"
)

// search lays out a graph from its root, one front at a time: those who arrive
// in its layers are numbered, each state once, and then followed to later
// layers. The crew shares the work within a front; what a graph says does not
// depend on how many they are.
type search[K comparable] struct {
	*layered[K]
	limits  Limits
	crew    *crew
	benches []bench[K]

	mu      sync.Mutex // guards layers and waiting
	waiting courses[K]
}

// bench is what one of the crew keeps for itself.
type bench[K comparable] struct {
	set    set[K]
	recent [32]*layer[K] // found lately, by course
	spare  []block[K]
	states []call.State // of the span under way
	_      [cacheLine]byte
}

// cacheLine keeps apart what two cores write: two lines, since they come in
// pairs.
const cacheLine = 128

// lay is the graph from a root. It fails with ErrBudget, or with the error of
// a context that is done.
func lay(ctx context.Context, crew *crew, c *call.Case, root call.State, limits Limits) (graph, error) {
	if c.Packs() {
		return layOut(ctx, crew, c, packed(c), root, limits)
	}
	return layOut(ctx, crew, c, asTheyAre(), root, limits)
}

func layOut[K comparable](ctx context.Context, crew *crew, c *call.Case, code coding[K], root call.State, limits Limits) (graph, error) {
	s := &search[K]{
		layered: &layered[K]{c: c, coding: code, layers: map[uint64]*layer[K]{}},
		limits:  limits,
		crew:    crew,
		benches: make([]bench[K], crew.size()),
	}
	s.edges.reserve(1) // the edge to the root
	s.edges.fill(0)
	s.arrive(0, root, 0)
	edges := 1
	for len(s.waiting) > 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		front := s.number(s.front())
		if len(front) == 0 {
			continue
		}
		for _, l := range front {
			l.from, l.edges = uint32(s.states), uint32(edges)
			s.states += len(l.keys)
			l.plan(s.layered)
			edges += len(l.keys) * l.stride
		}
		if s.states > limits.States || uint64(edges) >= uint64(noEdges) {
			return nil, ErrBudget
		}
		s.order = append(s.order, front...)
		s.fronts = append(s.fronts, len(s.order))
		s.settle(front, edges)
		if s.bytes() > limits.bytes() {
			return nil, ErrBudget
		}
	}
	return s.layered, nil
}

// front takes the layers whose turn it is from those that wait.
func (s *search[K]) front() []*layer[K] {
	first := heap.Pop(&s.waiting).(*layer[K])
	front, abreast := []*layer[K]{first}, s.c.Abreast(first.course)
	var later []*layer[K]
	for len(s.waiting) > 0 && s.c.Abreast(s.waiting[0].course)>>1 == abreast>>1 {
		l := heap.Pop(&s.waiting).(*layer[K])
		switch at := s.c.Abreast(l.course); {
		case at == abreast:
			front = append(front, l)
		case at < abreast: // what was taken so far is later
			front, later, abreast = []*layer[K]{l}, append(later, front...), at
		default:
			later = append(later, l)
		}
	}
	for _, l := range later {
		heap.Push(&s.waiting, l)
	}
	return front
}

// few is how many arrivals are not worth sharing out.
const few = 1 << 12

// number numbers the states that arrived in the layers of a front, and returns
// those layers where anybody did. The crew takes a layer each where there are
// enough of them, and else shares the arrivals of each by their hashes.
func (s *search[K]) number(front []*layer[K]) []*layer[K] {
	came := front[:0]
	for _, l := range front {
		for _, blocks := range l.arrivals {
			for _, b := range blocks {
				l.came += len(b)
			}
		}
		if l.came == 0 { // a track leads here, but nobody came
			delete(s.layers, l.course)
			continue
		}
		came = append(came, l)
	}
	owners := len(s.benches)
	if len(came) < 2*owners {
		for _, l := range came {
			gather := func(_, owner int) { s.gather(&s.benches[owner], l, owner, owner+1) }
			if l.came > few {
				s.crew.do(owners, gather)
			} else {
				for owner := range owners {
					gather(0, owner)
				}
			}
			s.join(l)
		}
		return came
	}
	s.crew.do(len(came), func(worker, i int) {
		s.gather(&s.benches[worker], came[i], 0, owners)
		came[i].keys = slices.Clone(s.benches[worker].set.keys)
	})
	return came
}

// gather numbers the arrivals of some owners in the worker's set.
func (s *search[K]) gather(w *bench[K], l *layer[K], from, to int) {
	owners := len(s.benches)
	w.set.hash = s.coding.hash
	w.set.clear(l.came * (to - from) / owners)
	for owner := from; owner < to; owner++ {
		for sender := range owners {
			for _, b := range l.arrivals[sender*owners+owner] {
				for i := range b {
					a := &b[i]
					a.to = uint32(from)<<numberBits | w.set.number(a.key, a.to)
				}
			}
		}
	}
}

// join puts together what the owners of one layer numbered.
func (s *search[K]) join(l *layer[K]) {
	all := 0
	for o := range s.benches {
		l.bases[o] = uint32(all)
		all += len(s.benches[o].set.keys)
	}
	l.keys = make([]K, all)
	for o := range s.benches {
		copy(l.keys[l.bases[o]:], s.benches[o].set.keys)
	}
}

// settle makes room for that many edges, tells every edge into a front where it
// leads, and makes every move in every state of it. The blocks of arrivals are
// then kept for other layers.
func (s *search[K]) settle(front []*layer[K], edges int) {
	tracks := make([][]track[K], len(front))
	pages := s.edges.reserve(edges)
	s.crew.do(len(front)+pages, func(_, i int) {
		if i < len(front) {
			tracks[i] = s.tracks(front[i])
			return
		}
		s.edges.fill(len(s.edges) - 1 - (i - len(front)))
	})
	var units []unit // of each layer its blocks of arrivals, then its spans
	for i, l := range front {
		l.arrivals[0] = slices.Concat(l.arrivals...)
		for n := range shares(len(l.arrivals[0])) + spans(len(l.keys)) {
			units = append(units, unit{i, n})
		}
	}
	s.crew.do(len(units), func(worker, i int) {
		u := units[i]
		l := front[u.layer]
		blocks := l.arrivals[0]
		if n := shares(len(blocks)); u.n >= n {
			s.follow(worker, l, u.n-n, tracks[u.layer])
			return
		}
		for _, b := range blocks[u.n*perShare : min(len(blocks), (u.n+1)*perShare)] {
			for _, a := range b {
				*s.edges.at(a.edge) = l.from + l.bases[a.to>>numberBits] + a.to&numberMask
			}
		}
	})
	for i, l := range front {
		w := &s.benches[i*len(s.benches)/len(front)]
		w.spare = append(w.spare, l.arrivals[0]...)
		l.arrivals = nil
	}
}

// perShare is how many blocks of arrivals are worth taking together.
const perShare = 8

func shares(blocks int) int { return (blocks + perShare - 1) / perShare }

// follow makes every move in the states of a span.
func (s *search[K]) follow(worker int, l *layer[K], unit int, tracks []track[K]) {
	w := &s.benches[worker]
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
func (s *search[K]) followTrack(w *bench[K], worker int, t track[K], sp span, j int) {
	owners := len(s.benches)
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
	recent := &s.benches[worker].recent[scatter(course)%uint64(len(s.benches[worker].recent))]
	if *recent == nil || (*recent).course != course {
		*recent = s.layer(course)
	}
	s.put(worker, *recent, to, edge)
}

// put puts a prospect down in its layer.
func (s *search[K]) put(worker int, l *layer[K], to call.State, edge uint32) {
	a := s.arrival(to, edge)
	list := &l.arrivals[worker*len(s.benches)+a.owner(len(s.benches))]
	last := len(*list) - 1
	if last < 0 || len((*list)[last]) == cap((*list)[last]) {
		*list = append(*list, s.benches[worker].block())
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
func (w *bench[K]) block() block[K] {
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
		l = &layer[K]{course: course, arrivals: make([][]block[K], len(s.benches)*len(s.benches))}
		s.layers[course] = l
		heap.Push(&s.waiting, l)
	}
	return l
}

// bytes is what the graph and the search hold, with the figures that are still
// to come.
func (s *search[K]) bytes() int64 {
	var key K
	var one arrival[K]
	n := int64(s.states)*int64(unsafe.Sizeof(key)+bytesOfFigures) + int64(len(s.edges))<<pageBits*4
	blocks := 0
	for _, l := range s.waiting {
		for _, list := range l.arrivals {
			blocks += len(list)
		}
	}
	for i := range s.benches {
		w := &s.benches[i]
		n += 4*int64(cap(w.set.slots)) + int64(cap(w.set.keys))*int64(unsafe.Sizeof(key))
		blocks += len(w.spare)
	}
	return n + int64(blocks)*perBlock*int64(unsafe.Sizeof(one))
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
