package trainer

import (
	"slices"

	"keepcool/app/call"
)

// mostPairs is how many places of two calls are weighed against one another at
// most: beyond it, moves that differ stand one after the other.
const mostPairs = 4_000_000

// pairs sets the moves of two attempts of one case beside one another: the
// same move beside itself, and different replies at the same beat beside each
// other, as many as can be without crossing.
func pairs(before, now *Review) []Pair {
	a, b := places(before), places(now)
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var all []Pair
	for i := range head {
		all = append(all, Pair{i, i, true})
	}
	for _, p := range middle(a[head:len(a)-tail], b[head:len(b)-tail]) {
		if p.Before >= 0 {
			p.Before += head
		}
		if p.Now >= 0 {
			p.Now += head
		}
		all = append(all, p)
	}
	for i := tail; i > 0; i-- {
		all = append(all, Pair{len(a) - i, len(b) - i, true})
	}
	return all
}

// placed is a move with the beat it was made at.
type placed struct {
	beat uint16
	move call.Move
}

func places(v *Review) []placed {
	all := make([]placed, len(v.Moves))
	for i, m := range v.Moves {
		all[i] = placed{v.States[i].Beat, m}
	}
	return all
}

// worth is what it counts to set two moves beside one another; 0 is not done.
func worth(a, b placed) int32 {
	switch {
	case a == b:
		return 3
	case a.beat != b.beat || opens(a.move) != opens(b.move):
		return 0
	case a.move.Kind == b.move.Kind:
		return 2
	}
	return 1
}

// middle pairs what lies between the same beginning and the same end: the most
// worth that can be had in order, the earlier attempt's own moves first.
func middle(a, b []placed) []Pair {
	if len(a)*len(b) > mostPairs {
		return apiece(a, b)
	}
	width := len(b) + 1
	most := make([]int32, (len(a)+1)*width) // from i and j on
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			best := max(most[(i+1)*width+j], most[i*width+j+1])
			if w := worth(a[i], b[j]); w > 0 {
				best = max(best, w+most[(i+1)*width+j+1])
			}
			most[i*width+j] = best
		}
	}
	var all []Pair
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		w := worth(a[i], b[j])
		switch here := most[i*width+j]; {
		case w > 0 && here == w+most[(i+1)*width+j+1]:
			all = append(all, Pair{i, j, a[i] == b[j]})
			i, j = i+1, j+1
		case here == most[(i+1)*width+j]:
			all = append(all, Pair{i, -1, false})
			i++
		default:
			all = append(all, Pair{-1, j, false})
			j++
		}
	}
	return append(all, apieceFrom(a, b, i, j)...)
}

func apiece(a, b []placed) []Pair { return apieceFrom(a, b, 0, 0) }

// apieceFrom lists what is left of both, each by itself.
func apieceFrom(a, b []placed, i, j int) []Pair {
	all := slices.Grow([]Pair(nil), len(a)-i+len(b)-j)
	for ; i < len(a); i++ {
		all = append(all, Pair{i, -1, false})
	}
	for ; j < len(b); j++ {
		all = append(all, Pair{-1, j, false})
	}
	return all
}
