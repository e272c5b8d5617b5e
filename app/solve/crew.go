package solve

import (
	"sync"
	"sync/atomic"
)

// crew is how many workers share the work of a search.
type crew int

// do has the workers take the units of some work, each one once, and returns
// when all are done. The first worker is the caller itself.
func (c crew) do(units int, work func(worker, unit int)) {
	var next atomic.Int64
	takeAll := func(worker int) {
		for {
			unit := int(next.Add(1)) - 1
			if unit >= units {
				return
			}
			work(worker, unit)
		}
	}
	var wait sync.WaitGroup
	for w := 1; w < min(int(c), units); w++ {
		wait.Go(func() { takeAll(w) })
	}
	takeAll(0)
	wait.Wait()
}
