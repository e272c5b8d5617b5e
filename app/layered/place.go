package layered

import (
	"math"
	"slices"
)

const settles = 60

// place gives each cell its X: sweeps down and up that put every cell of a
// rank as near as can be to the weighted mean of its neighbours.
func (l *layout) place() {
	for _, row := range l.rows {
		x := 0.0
		for i, c := range row {
			if i > 0 {
				x += l.apart(row[i-1], c)
			}
			l.cells[c].x = x
		}
	}
	for i := range settles {
		for j := range l.rows {
			switch i % 3 {
			case 0:
				l.settle(l.rows[j], l.above)
			case 1:
				l.settle(l.rows[len(l.rows)-1-j], l.below)
			case 2:
				l.settle(l.rows[j], l.around)
			}
		}
	}
	// Straightening one edge can make room for another.
	for range 3 {
		l.straighten()
	}
	l.fromTheLeft()
}

// apart is how far the centres of neighbours must be.
func (l *layout) apart(a, b int) float64 {
	gap := boxGap
	if l.cells[a].lane || l.cells[b].lane {
		gap = laneGap
	}
	return (l.cells[a].size.Width+l.cells[b].size.Width)/2 + gap
}

func (l *layout) around(c int) []link {
	return append(append([]link(nil), l.cells[c].up...), l.cells[c].down...)
}

func (l *layout) settle(row []int, links func(int) []link) {
	wish, weight, apart := make([]float64, len(row)), make([]float64, len(row)), make([]float64, len(row))
	for i, c := range row {
		if i > 0 {
			apart[i] = l.apart(row[i-1], c)
		}
		wish[i], weight[i] = l.cells[c].x, 0.01 // with no neighbours a cell stays, if others let it
		sum, total := 0.0, 0.0
		for _, k := range links(c) {
			sum, total = sum+float64(k.weight*l.cells[k.cell].x), total+k.weight
		}
		if total > 0 {
			wish[i], weight[i] = sum/total, total
		}
	}
	for i, x := range nearest(wish, weight, apart) {
		l.cells[row[i]].x = x
	}
}

// nearest are the places that lie nearest to those wished for, by weighted
// squares, and yet at least apart[i] from the one before. It pools neighbours
// that are in each other's way (Ayer and others, 1955). The conversions to
// float64 keep a processor from fusing operations, so that all round alike.
func nearest(wish, weight, apart []float64) []float64 {
	type pool struct {
		mean, weight float64
		n            int
	}
	var pools []pool
	offset := make([]float64, len(wish))
	for i := range wish {
		if i > 0 {
			offset[i] = offset[i-1] + apart[i]
		}
		pools = append(pools, pool{wish[i] - offset[i], weight[i], 1})
		for len(pools) > 1 && pools[len(pools)-2].mean > pools[len(pools)-1].mean {
			b, a := pools[len(pools)-1], pools[len(pools)-2]
			w := a.weight + b.weight
			pools = append(pools[:len(pools)-2], pool{(float64(a.mean*a.weight) + float64(b.mean*b.weight)) / w, w, a.n + b.n})
		}
	}
	x, i := make([]float64, len(wish)), 0
	for _, p := range pools {
		for range p.n {
			x[i] = p.mean + offset[i]
			i++
		}
	}
	return x
}

// fromTheLeft moves everything so that the drawing begins at zero, and to
// whole numbers, which are the same on every system.
func (l *layout) fromTheLeft() {
	least := 0.0
	for i, c := range l.cells {
		if left := c.x - c.size.Width/2; i == 0 || left < least {
			least = left
		}
	}
	for i := range l.cells {
		l.cells[i].x = float64(int(l.cells[i].x - least + 0.5))
	}
}

// straighten takes small bends out of long edges: lanes of one edge that can
// all stand at one X, with everything else where it is, do.
func (l *layout) straighten() {
	for e := range l.graph.Edges {
		var run []int
		low, high := 0.0, 0.0
		for _, c := range l.lanes(e) {
			left, right := l.room(c)
			if len(run) > 0 && (max(low, left) > min(high, right) || l.cells[c].rank != l.cells[run[len(run)-1]].rank+1) {
				l.align(run, low, high)
				run = nil
			}
			if len(run) == 0 {
				low, high = left, right
			}
			low, high, run = max(low, left), min(high, right), append(run, c)
		}
		l.align(run, low, high)
	}
}

// lanes are the lanes of an edge from top to bottom.
func (l *layout) lanes(e int) []int {
	var all []int
	at, to := l.upper(e)
	for at != to {
		i := slices.IndexFunc(l.cells[at].down, func(k link) bool { return k.edge == e })
		if at = l.cells[at].down[i].cell; l.cells[at].lane {
			all = append(all, at)
		}
		if l.loop(e) {
			break
		}
	}
	return all
}

// room is how far a cell can move in its rank while the others stay.
func (l *layout) room(c int) (left, right float64) {
	row := l.rows[l.cells[c].rank]
	left, right = math.Inf(-1), math.Inf(1)
	if at := l.cells[c].at; at > 0 {
		left = l.cells[row[at-1]].x + l.apart(row[at-1], c)
	}
	if at := l.cells[c].at; at+1 < len(row) {
		right = l.cells[row[at+1]].x - l.apart(c, row[at+1])
	}
	return min(left, l.cells[c].x), max(right, l.cells[c].x)
}

// align puts the lanes of a run at the X nearest to where its ends lead.
func (l *layout) align(run []int, low, high float64) {
	if len(run) == 0 {
		return
	}
	first, last := &l.cells[run[0]], &l.cells[run[len(run)-1]]
	above, below := &l.cells[first.up[0].cell], &l.cells[last.down[0].cell]
	x := (above.inside(below.inside(first.x)) + below.inside(above.inside(last.x))) / 2
	x = max(low, min(x, high))
	for _, c := range run {
		l.cells[c].x = x
	}
}
