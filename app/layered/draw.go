package layered

import (
	"cmp"
	"slices"
)

// stack gives each rank its band. A gap is the higher the further an edge runs
// sideways in it.
func (l *layout) stack() {
	l.tops, l.highs = make([]float64, len(l.rows)), make([]float64, len(l.rows))
	y := 0.0
	for i, row := range l.rows {
		l.tops[i] = y
		gap := leastGap
		for _, c := range row {
			l.highs[i] = max(l.highs[i], l.cells[c].size.Height)
			for _, k := range l.cells[c].down {
				aside := l.cells[k.cell].x - l.cells[c].x
				gap = max(gap, float64(int(max(aside, -aside)/8)))
			}
		}
		y += l.highs[i] + min(gap, mostGap)
	}
}

func (l *layout) draw() Drawing {
	d := Drawing{Back: make([]bool, len(l.graph.Edges))}
	for i, c := range l.cells {
		centre := Point{c.x, l.tops[c.rank] + c.size.Height/2}
		switch n := len(l.graph.Nodes); {
		case i < n:
			d.Nodes = append(d.Nodes, centre)
		case i < n+len(l.graph.Edges):
			d.Labels = append(d.Labels, centre)
		}
		d.Size.Width = max(d.Size.Width, c.x+c.size.Width/2)
		d.Size.Height = max(d.Size.Height, l.tops[c.rank]+c.size.Height)
	}
	p := newPorts(l)
	for e := range l.graph.Edges {
		d.Back[e] = l.back[e]
		label := len(l.graph.Nodes) + e
		u, v := l.upper(e)
		above := l.course(p, u, label, e)
		if u == v {
			back := l.course(p, u, label, e+len(l.graph.Edges))
			slices.Reverse(back)
			d.To, d.From, d.Back[e] = append(d.To, above), append(d.From, back), true
			continue
		}
		below := l.course(p, label, v, e)
		if l.back[e] {
			slices.Reverse(above)
			slices.Reverse(below)
			above, below = below, above
		}
		d.To, d.From = append(d.To, above), append(d.From, below)
	}
	return d
}

// course is the way of an edge from a cell down to another: straight through
// the bands, curved in the gaps. The way back of a loop has a number of its
// own, see ports.
func (l *layout) course(p *ports, from, to, e int) Route {
	var r Route
	edge := e % len(l.graph.Edges)
	for at := from; at != to; {
		i := slices.IndexFunc(l.cells[at].down, func(k link) bool { return k.edge == edge })
		next := l.cells[at].down[i].cell
		rank := l.cells[at].rank
		begin, end := p.below[end{at, e}], p.above[end{next, e}]
		r = append(r, Point{begin, l.tops[rank] + l.cells[at].size.Height})
		r = append(r, Point{begin, l.tops[rank] + l.highs[rank]})
		r = append(r, Point{end, l.tops[rank+1]})
		at = next
	}
	return slices.Compact(r)
}

// ports are where edges touch boxes, by X. The way back of the loop e counts
// as the edge e plus the number of edges.
type ports struct {
	layout       *layout
	above, below map[end]float64
}

type end struct{ cell, edge int }

func newPorts(l *layout) *ports {
	p := &ports{l, map[end]float64{}, map[end]float64{}}
	for i := range l.cells {
		c := &l.cells[i]
		if i < len(l.graph.Nodes) {
			p.spread(i, c.up, p.above)
			p.spread(i, c.down, p.below)
		}
		if c.lane {
			p.above[end{i, c.up[0].edge}], p.below[end{i, c.up[0].edge}] = c.x, c.x
		}
	}
	// A label is touched as straight above and below as it can be.
	for e := range l.graph.Edges {
		label := len(l.graph.Nodes) + e
		c := &l.cells[label]
		for _, k := range c.up {
			p.above[end{label, e}] = c.inside(p.below[end{k.cell, e}])
			if l.loop(e) {
				back := e + len(l.graph.Edges)
				p.above[end{label, back}] = c.inside(p.below[end{k.cell, back}])
			}
		}
		for _, k := range c.down {
			p.below[end{label, e}] = c.inside(p.above[end{k.cell, e}])
		}
	}
	return p
}

// inside is the place under or over the box that is nearest to x.
func (c *cell) inside(x float64) float64 {
	room := max(0, c.size.Width/2-portEdge)
	return max(c.x-room, min(x, c.x+room))
}

// spread sets the ends of edges at one side of a node: each as near as can be
// to where it leads, in the order in which they leave.
func (p *ports) spread(i int, links []link, into map[end]float64) {
	type wish struct {
		edge int
		x    float64
	}
	var wishes []wish
	for _, k := range links {
		x := p.layout.cells[k.cell].x
		if p.layout.loop(k.edge) {
			wishes = append(wishes, wish{k.edge, x - portGap}, wish{k.edge + len(p.layout.graph.Edges), x + portGap})
			continue
		}
		wishes = append(wishes, wish{k.edge, x})
	}
	if len(wishes) == 0 {
		return
	}
	slices.SortStableFunc(wishes, func(a, b wish) int { return cmp.Compare(a.x, b.x) })
	c := &p.layout.cells[i]
	left, right := c.inside(c.x-c.size.Width), c.inside(c.x+c.size.Width)
	gap := portGap
	if n := len(wishes); n > 1 {
		gap = min(gap, (right-left)/float64(n-1))
	}
	x, weight, apart := make([]float64, len(wishes)), make([]float64, len(wishes)), make([]float64, len(wishes))
	for j, w := range wishes {
		x[j], weight[j], apart[j] = c.inside(w.x), 1, gap
	}
	x = nearest(x, weight, apart)
	for j := len(x) - 1; j >= 0; j-- {
		x[j] = min(x[j], right-float64(float64(len(x)-1-j)*gap))
	}
	for j, w := range wishes {
		x[j] = max(x[j], left+float64(float64(j)*gap))
		into[end{i, w.edge}] = float64(int(x[j] + 0.5))
	}
}
