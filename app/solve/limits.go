package solve

import "runtime"

// DefaultBudget is how many states a search may hold. A shipped scenario needs
// a small part of it.
const DefaultBudget = 8_000_000

// BytesEach is the memory, in bytes, that a search may take for each state of
// its budget. Most cases need half of it.
const BytesEach = 64

// Limits bound a search.
type Limits struct {
	States  int // that it may hold, taking no more memory than BytesEach for each
	Workers int // that share its work, 8 at most; 0: as many as the program may run at once
}

func (l Limits) bytes() int64 { return int64(l.States)*BytesEach + 1<<20 } // a small one needs some at once

// hire gets the workers of a search together.
func (l Limits) hire() *crew {
	if l.Workers == 0 {
		l.Workers = runtime.GOMAXPROCS(0)
	}
	return hire(max(1, min(l.Workers, mostOwners)))
}
