package settle

import (
	"math"
	"time"
)

// A pace is how long a breath takes, in seconds in and out. A number of them
// is a matter of taste; nothing is claimed for any.
type pace struct {
	name    string
	in, out int
}

// paces are those one can choose; the usual one makes twenty seconds of two
// breaths.
var paces = []pace{{"even", 4, 4}, {"usual", 4, 6}, {"slow", 5, 7}}

const usualPace = 1

// How many breaths the pacer leads: on the short page, and in full.
const (
	shortBreaths = 2
	fullBreaths  = 6
)

func (p pace) breath() time.Duration { return time.Duration(p.in+p.out) * time.Second }

// An instant is where one is in a course of breaths.
type instant struct {
	breath int     // from 0
	out    bool    // breathing out
	second int     // of this phase, from 1
	full   float64 // how full the lungs are, 0 to 1
	over   bool
}

// at is the instant that long after the first breath in began.
func (p pace) at(passed time.Duration, breaths int) instant {
	if passed >= time.Duration(breaths)*p.breath() {
		return instant{breath: breaths, over: true}
	}
	n := int(passed / p.breath())
	s := (passed - time.Duration(n)*p.breath()).Seconds()
	in, out := float64(p.in), float64(p.out)
	if s < in {
		return instant{breath: n, second: int(s) + 1, full: eased(s / in)}
	}
	return instant{breath: n, out: true, second: int(s-in) + 1, full: 1 - eased((s-in)/out)}
}

// eased goes from 0 to 1, slow at both ends, as breath does.
func eased(t float64) float64 { return (1 - math.Cos(math.Pi*t)) / 2 }
