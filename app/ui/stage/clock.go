package stage

import (
	"slices"
	"time"
)

// clock is the desk's clock, turned by hand, with what waits for it.
type clock struct {
	now    time.Time
	timers []*timer
}

type timer struct {
	at time.Time
	f  func()
}

// Now is the time on the clock.
func (c *clock) Now() time.Time { return c.now }

// SetNow sets the clock. What falls due by it waits for the next Advance.
func (c *clock) SetNow(t time.Time) { c.now = t }

// After calls f when the clock has been advanced by d.
func (c *clock) After(d time.Duration, f func()) (stop func()) {
	t := &timer{c.now.Add(d), f}
	c.timers = append(c.timers, t)
	return func() { c.drop(t) }
}

func (c *clock) drop(t *timer) {
	c.timers = slices.DeleteFunc(c.timers, func(u *timer) bool { return u == t })
}

// Advance turns the clock on by d and calls what falls due on the way, each
// at its own time, the earliest first.
func (c *clock) Advance(d time.Duration) {
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

func (c *clock) next() *timer {
	var first *timer
	for _, t := range c.timers {
		if first == nil || t.at.Before(first.at) {
			first = t
		}
	}
	return first
}

// Waiting is how many timers run.
func (c *clock) Waiting() int { return len(c.timers) }
