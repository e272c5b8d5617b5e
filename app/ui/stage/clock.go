package stage

import (
	"slices"
	"time"
)

// A Clock is the desk's clock, turned by hand, with what waits for it.
type Clock struct {
	now    time.Time
	timers []*timer
}

// NewClock is a clock that stands at now.
func NewClock(now time.Time) *Clock { return &Clock{now: now} }

type timer struct {
	at time.Time
	f  func()
}

// Now is the time on the clock.
func (c *Clock) Now() time.Time { return c.now }

// SetNow sets the clock. What falls due by it waits for the next Advance.
func (c *Clock) SetNow(t time.Time) { c.now = t }

// After calls f when the clock has been advanced by d.
func (c *Clock) After(d time.Duration, f func()) (stop func()) {
	t := &timer{c.now.Add(d), f}
	c.timers = append(c.timers, t)
	return func() { c.drop(t) }
}

func (c *Clock) drop(t *timer) {
	c.timers = slices.DeleteFunc(c.timers, func(u *timer) bool { return u == t })
}

// Advance turns the clock on by d and calls what falls due on the way, each
// at its own time, the earliest first.
func (c *Clock) Advance(d time.Duration) {
	end := c.now.Add(d)
	for {
		t := c.next()
		if t == nil || t.at.After(end) {
			break
		}
		c.drop(t)
		if t.at.After(c.now) {
			c.now = t.at
		}
		t.f()
	}
	c.now = end
}

func (c *Clock) next() *timer {
	var first *timer
	for _, t := range c.timers {
		if first == nil || t.at.Before(first.at) {
			first = t
		}
	}
	return first
}

// Waiting is how many timers run.
func (c *Clock) Waiting() int { return len(c.timers) }
