package callroom

import (
	"sync"
	"time"
)

// A watch measures the active time of a call: it stands still while the call is
// paused or not shown. It may be read from any goroutine.
type watch struct {
	now func() time.Time

	mu      sync.Mutex
	before  time.Duration
	since   time.Time
	running bool
}

func newWatch(now func() time.Time, before time.Duration) *watch {
	return &watch{now: now, before: before}
}

func (w *watch) start() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.running {
		w.running, w.since = true, w.now()
	}
}

func (w *watch) stop() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.before, w.running = w.read(), false
}

// active is the time measured so far.
func (w *watch) active() time.Duration {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.read()
}

// read never runs backwards, even when the desk's clock is set back.
func (w *watch) read() time.Duration {
	if !w.running {
		return w.before
	}
	return w.before + max(w.now().Sub(w.since), 0)
}
