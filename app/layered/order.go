package layered

import (
	"cmp"
	"slices"
)

const sweeps = 30

// order arranges each rank so that few edges cross: sweeps down and up that
// sort by the mean place of the neighbours, then swaps of neighbours while
// that helps. The best arrangement met is kept.
func (l *layout) order() {
	l.firstOrder()
	best, fewest := l.keep(), l.crossings()
	for i := 0; i < sweeps && fewest > 0; i++ {
		l.sweep(i%2 == 0)
		l.swap()
		if n := l.crossings(); n < fewest {
			best, fewest = l.keep(), n
		}
	}
	l.rows = best
	l.number()
}

// firstOrder is the order in which a walk from the first node meets the cells.
func (l *layout) firstOrder() {
	deepest := 0
	for _, c := range l.cells {
		deepest = max(deepest, c.rank)
	}
	l.rows = make([][]int, deepest+1)
	met := make([]bool, len(l.cells))
	var walk func(c int)
	walk = func(c int) {
		if met[c] {
			return
		}
		met[c] = true
		l.rows[l.cells[c].rank] = append(l.rows[l.cells[c].rank], c)
		for _, k := range l.cells[c].down {
			walk(k.cell)
		}
	}
	for c := range l.cells {
		if len(l.cells[c].up) == 0 {
			walk(c)
		}
	}
	for c := range l.cells {
		walk(c)
	}
	l.number()
}

func (l *layout) number() {
	for _, row := range l.rows {
		for i, c := range row {
			l.cells[c].at = i
		}
	}
}

func (l *layout) keep() [][]int {
	rows := make([][]int, len(l.rows))
	for i, row := range l.rows {
		rows[i] = slices.Clone(row)
	}
	return rows
}

func (l *layout) sweep(down bool) {
	for i := range l.rows {
		row, links := l.rows[i], l.above
		if !down {
			row, links = l.rows[len(l.rows)-1-i], l.below
		}
		mean := map[int]float64{}
		for _, c := range row {
			mean[c] = float64(l.cells[c].at)
			if near := links(c); len(near) > 0 {
				sum := 0.0
				for _, k := range near {
					sum += float64(l.cells[k.cell].at)
				}
				mean[c] = sum / float64(len(near))
			}
		}
		slices.SortStableFunc(row, func(a, b int) int { return cmp.Compare(mean[a], mean[b]) })
		for j, c := range row {
			l.cells[c].at = j
		}
	}
}

func (l *layout) above(c int) []link { return l.cells[c].up }
func (l *layout) below(c int) []link { return l.cells[c].down }

// swap changes neighbours of a rank while fewer edges cross that way.
func (l *layout) swap() {
	for changed, rounds := true, 0; changed && rounds < 10; rounds++ {
		changed = false
		for _, row := range l.rows {
			for i := 0; i+1 < len(row); i++ {
				a, b := row[i], row[i+1]
				if l.between(a, b) > l.between(b, a) {
					row[i], row[i+1] = b, a
					l.cells[a].at, l.cells[b].at = i+1, i
					changed = true
				}
			}
		}
	}
}

// between is how many edges of two cells cross when a lies left of b.
func (l *layout) between(a, b int) int {
	n := 0
	for _, links := range [...]func(int) []link{l.above, l.below} {
		for _, p := range links(a) {
			for _, q := range links(b) {
				if l.cells[p.cell].at > l.cells[q.cell].at {
					n++
				}
			}
		}
	}
	return n
}

func (l *layout) crossings() int {
	n := 0
	for _, row := range l.rows {
		for i, a := range row {
			for _, b := range row[i+1:] {
				for _, p := range l.cells[a].down {
					for _, q := range l.cells[b].down {
						if l.cells[p.cell].at > l.cells[q.cell].at {
							n++
						}
					}
				}
			}
		}
	}
	return n
}
