package solve

import (
	"container/heap"
	"context"
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
	spare  [][]arrival[K]
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
		s.order = append(s.order, l)
		l.from, l.edges = uint32(s.states), uint32(edges)
		s.number(l, owners)
		s.states += len(l.keys)
		l.plan(s.layered)
		edges += len(l.keys) * l.stride
		if s.states > limits.States || edges >= int(noEdges) {
			return nil, ErrBudget
		}
		s.edges.grow(edges)
		s.follow(l)
		if s.bytes() > limits.bytes() {
			return nil, ErrBudget
		}
	}
	return s.layered, nil
}

// few is how many arrivals are not worth sharing out.
const few = 1 << 12

// gather has each owner number the arrivals whose hashes are theirs.
func (s *search[K]) gather(l *layer[K]) (owners int) {
	all := 0
	for _, list := range l.arrivals {
		all += len(list)
	}
	owners = 1
	if all > few {
		owners = len(s.workers)
	}
	crew(owners).do(owners, func(_, owner int) {
		set := &s.workers[owner].set
		set.hash = s.coding.hash
		set.clear(all / owners)
		for _, list := range l.arrivals {
			for i := range list {
				a := &list[i]
				hash := s.coding.hash(a.key)
				if int(hash>>32%uint64(owners)) == owner {
					a.to = uint32(owner)<<numberBits | set.number(a.key, hash)
				}
			}
		}
	})
	return owners
}

// number puts together what the owners numbered, tells every edge where it
// leads, and keeps the lists for other layers.
func (s *search[K]) number(l *layer[K], owners int) {
	var base [mostOwners]uint32
	all := 0
	for o := range owners {
		base[o] = uint32(all)
		all += len(s.workers[o].set.keys)
	}
	l.keys = make([]K, all)
	crew(owners).do(owners, func(_, o int) {
		copy(l.keys[base[o]:], s.workers[o].set.keys)
	})
	for _, list := range l.arrivals {
		crew(owners).do(spans(len(list)), func(_, unit int) {
			from, to := spanned(unit, len(list))
			for _, a := range list[from:to] {
				*s.edges.at(a.edge) = l.from + base[a.to>>numberBits] + a.to&numberMask
			}
		})
	}
	for w, list := range l.arrivals {
		if cap(list) > 0 {
			s.workers[w].spare = append(s.workers[w].spare, list[:0])
		}
	}
	l.arrivals = nil
}

// follow makes every move in every state of a layer.
func (s *search[K]) follow(l *layer[K]) {
	crew(len(s.workers)).do(spans(len(l.keys)), func(worker, unit int) {
		var into []call.Move
		from, to := spanned(unit, len(l.keys))
		for i := from; i < to; i++ {
			state := s.coding.read(l.keys[i])
			into = l.in(s.c, state, into)
			edge := l.edges + uint32(i*l.stride)
			for j, m := range into {
				switch next, err := s.c.Step(state, m); {
				case err != nil:
					*s.edges.at(edge + uint32(j)) = closed
				case next.Stage.Over():
					*s.edges.at(edge + uint32(j)) = ended
				default:
					s.arrive(worker, next, edge+uint32(j))
				}
			}
			for j := len(into); j < l.stride; j++ {
				*s.edges.at(edge + uint32(j)) = closed
			}
		}
	})
}

// arrive puts a state down in the layer of its course.
func (s *search[K]) arrive(worker int, to call.State, edge uint32) {
	to = s.c.Prospect(to)
	course := s.c.Course(to)
	w := &s.workers[worker]
	recent := &w.recent[scatter(course)%uint64(len(w.recent))]
	if *recent == nil || (*recent).course != course {
		*recent = s.layer(course)
	}
	list := &(*recent).arrivals[worker]
	if *list == nil && len(w.spare) > 0 {
		last := len(w.spare) - 1
		*list, w.spare = w.spare[last], w.spare[:last]
	}
	*list = append(*list, arrival[K]{key: s.coding.write(to), edge: edge})
}

func (s *search[K]) layer(course uint64) *layer[K] {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.layers[course]
	if l == nil {
		l = &layer[K]{course: course, arrivals: make([][]arrival[K], len(s.workers))}
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
	lists := 0
	for _, l := range s.waiting {
		for _, list := range l.arrivals {
			lists += cap(list)
		}
	}
	for i := range s.workers {
		w := &s.workers[i]
		n += 4*cap(w.set.slots) + cap(w.set.keys)*int(unsafe.Sizeof(key))
		for _, list := range w.spare {
			lists += cap(list)
		}
	}
	return n + lists*int(unsafe.Sizeof(one))
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
