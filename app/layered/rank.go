package layered

// breakCycles finds the edges that lead back, by a walk through the depths of
// the graph from its first node on.
func (l *layout) breakCycles() {
	const (
		fresh = iota
		open
		closed
	)
	l.back = make([]bool, len(l.graph.Edges))
	out := make([][]int, len(l.graph.Nodes))
	for i, e := range l.graph.Edges {
		out[e.From] = append(out[e.From], i)
	}
	state := make([]int, len(l.graph.Nodes))
	var walk func(n int)
	walk = func(n int) {
		state[n] = open
		for _, e := range out[n] {
			switch to := l.graph.Edges[e].To; state[to] {
			case open:
				l.back[e] = true
			case fresh:
				walk(to)
			}
		}
		state[n] = closed
	}
	for n := range l.graph.Nodes {
		if state[n] == fresh {
			walk(n)
		}
	}
}

// rank gives each node the rank of the longest way to it, then moves nodes
// where that makes their edges shorter. An edge spans two ranks at least, the
// one between is for its label.
func (l *layout) rank() {
	n := len(l.graph.Nodes)
	l.ranks = make([]int, n)
	for changed := true; changed; {
		changed = false
		for e := range l.graph.Edges {
			if u, v := l.upper(e); u != v && l.ranks[v] < l.ranks[u]+2 {
				l.ranks[v], changed = l.ranks[u]+2, true
			}
		}
	}
	for range n {
		moved := false
		for v := n - 1; v >= 0; v-- {
			moved = l.shorten(v) || moved
		}
		if !moved {
			return
		}
	}
}

// shorten moves a node down as far as its edges let it, if more weight pulls
// down than up.
func (l *layout) shorten(n int) bool {
	pull, room := 0, 1<<30
	for e := range l.graph.Edges {
		switch u, v := l.upper(e); {
		case u == v:
		case u == n:
			pull += l.weight(e)
			room = min(room, l.ranks[v]-l.ranks[n]-2)
		case v == n:
			pull -= l.weight(e)
		}
	}
	if pull <= 0 || room <= 0 || room == 1<<30 {
		return false
	}
	l.ranks[n] += room
	return true
}

// split makes the cells: nodes, labels next to where their edges begin, and a
// lane in every other rank that an edge passes.
func (l *layout) split() {
	for n, s := range l.graph.Nodes {
		l.cells = append(l.cells, cell{size: s, rank: l.ranks[n]})
	}
	for i, e := range l.graph.Edges {
		rank := l.ranks[e.From] + 1
		if l.back[i] && !l.loop(i) {
			rank = l.ranks[e.From] - 1
		}
		l.cells = append(l.cells, cell{size: e.Label, rank: rank})
	}
	for e := range l.graph.Edges {
		u, v := l.upper(e)
		label := len(l.graph.Nodes) + e
		if u == v {
			l.join(u, label, e)
			continue
		}
		for at := u; at != v; {
			next := v
			switch rank := l.cells[at].rank + 1; {
			case rank == l.cells[label].rank:
				next = label
			case rank < l.ranks[v]:
				next = len(l.cells)
				l.cells = append(l.cells, cell{rank: rank, lane: true})
			}
			l.join(at, next, e)
			at = next
		}
	}
}

func (l *layout) join(upper, lower, e int) {
	// Long edges are bent least, as they are hardest to follow (Gansner and
	// others, 1993).
	weight := float64(l.weight(e))
	for _, c := range [...]int{upper, lower} {
		if l.cells[c].lane {
			weight *= 3
		}
	}
	l.cells[upper].down = append(l.cells[upper].down, link{lower, e, weight})
	l.cells[lower].up = append(l.cells[lower].up, link{upper, e, weight})
}
