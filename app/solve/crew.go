package solve

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// A crew shares the work of a search. The first of its workers is whoever
// calls do; the others are hired once for a search, and wait for the next
// piece of work awake for a moment before they sleep: a search has hundreds of
// short pieces, and to be woken takes longer than many of them.
type crew struct {
	others []worker
	work   func(worker, unit int)
	gone   sync.WaitGroup
	_      [cacheLine]byte
	left   ends
	_      [cacheLine]byte
	call   atomic.Uint32 // goes up with each piece of work; odd once all may leave
	_      [cacheLine]byte
	busy   atomic.Int32 // others at work
	_      [cacheLine]byte
}

// worker is what the crew knows of one of the others.
type worker struct {
	asleep atomic.Bool
	wake   chan struct{}
}

// awake is how often a worker looks for work before it sleeps: some hundred
// microseconds.
const awake = 1 << 17

// hire gets a crew of so many together. It must leave again.
func hire(workers int) *crew {
	c := &crew{others: make([]worker, workers-1)}
	for i := range c.others {
		w := &c.others[i]
		w.wake = make(chan struct{}, 1)
		c.gone.Go(func() { c.attend(i+1, w) })
	}
	return c
}

// size is how many they are.
func (c *crew) size() int { return len(c.others) + 1 }

// leave sends the others home.
func (c *crew) leave() {
	c.rouse(1)
	c.gone.Wait()
}

// do has the workers take the units of some work, each one once, and returns
// when all are done. Every other worker takes units from the far end, so that
// who took one is likely to take its neighbours, and what led to them before:
// what stands in a core's own cache needs not be fetched from another's.
func (c *crew) do(units int, work func(worker, unit int)) {
	if units < 2 || len(c.others) == 0 {
		for unit := range units {
			work(0, unit)
		}
		return
	}
	c.work = work
	c.left.open(units)
	c.busy.Store(int32(len(c.others)))
	c.rouse(2)
	c.take(0)
	for looked := 0; c.busy.Load() > 0; looked++ {
		pause(looked)
	}
}

// rouse tells the others of a call.
func (c *crew) rouse(by uint32) {
	c.call.Add(by)
	for i := range c.others {
		if c.others[i].asleep.CompareAndSwap(true, false) {
			c.others[i].wake <- struct{}{}
		}
	}
}

// attend is the life of one of the others.
func (c *crew) attend(n int, w *worker) {
	answered := uint32(0)
	for looked := 0; ; looked++ {
		now := c.call.Load()
		switch {
		case now&1 == 1:
			return
		case now != answered:
			answered, looked = now, 0
			c.take(n)
			c.busy.Add(-1)
		case looked < awake:
			pause(looked)
		default:
			looked = 0
			w.asleep.Store(true)
			if c.call.Load() == answered || !w.asleep.CompareAndSwap(true, false) {
				<-w.wake
			}
		}
	}
}

// pause lets others run from time to time, where there are fewer cores than
// workers.
func pause(looked int) {
	if looked&63 == 63 {
		runtime.Gosched()
	}
}

func (c *crew) take(worker int) {
	for {
		unit, ok := c.left.take(worker%2 == 1)
		if !ok {
			return
		}
		c.work(worker, unit)
	}
}

// ends are the first unit that is left and, above it, the one behind the last.
type ends struct{ atomic.Uint64 }

func (e *ends) open(units int) { e.Store(uint64(units) << 32) }

// take takes a unit from one of the ends; ok is false when none is left.
func (e *ends) take(far bool) (unit int, ok bool) {
	for {
		now := e.Load()
		first, behind := uint32(now), uint32(now>>32)
		if first >= behind {
			return 0, false
		}
		next := uint64(behind)<<32 | uint64(first+1)
		unit = int(first)
		if far {
			next = uint64(behind-1)<<32 | uint64(first)
			unit = int(behind - 1)
		}
		if e.CompareAndSwap(now, next) {
			return unit, true
		}
	}
}
