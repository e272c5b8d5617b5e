package ui

import (
	"fyne.io/fyne/v2"
)

// A runner runs work in the background and what follows on the window's
// thread. All its own state belongs to that thread.
type runner struct {
	start   func(work func()) // nil: a goroutine
	ready   bool              // the window's thread takes calls
	waiting []func()          // asked for before it did
	running int
	idle    []func() // for when nothing runs
	queue   []func() // work that keeps its order
	busy    bool     // one of the queue is being done
}

// begin runs what was asked for before the window's thread took calls.
func (r *runner) begin() {
	r.ready = true
	for _, f := range r.waiting {
		f()
	}
	r.waiting = nil
}

// run runs work, and then done on the window's thread.
func (r *runner) run(work func() error, done func(error)) {
	if !r.ready {
		r.waiting = append(r.waiting, func() { r.run(work, done) })
		return
	}
	r.running++
	start := r.start
	if start == nil {
		start = func(f func()) { go f() }
	}
	start(func() {
		err := work()
		fyne.Do(func() {
			r.running--
			done(err)
			r.rest()
		})
	})
}

// inOrder runs work after all that was given to it before.
func (r *runner) inOrder(work func() error, done func(error)) {
	r.queue = append(r.queue, func() {
		r.run(work, func(err error) {
			done(err)
			r.busy = false
			r.next()
		})
	})
	r.next()
}

func (r *runner) next() {
	if r.busy || len(r.queue) == 0 {
		return
	}
	r.busy = true
	first := r.queue[0]
	r.queue = r.queue[1:]
	first()
}

// whenIdle calls f when nothing runs in the background.
func (r *runner) whenIdle(f func()) {
	r.idle = append(r.idle, f)
	r.rest()
}

func (r *runner) rest() {
	for r.running == 0 && len(r.idle) > 0 {
		f := r.idle[0]
		r.idle = r.idle[1:]
		f()
	}
}
