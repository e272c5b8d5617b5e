package layered

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
