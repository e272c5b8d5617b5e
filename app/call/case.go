package call

import (
	"keepcool/app/rubric"
	"keepcool/app/script"
)

// A Case is a compiled scenario: the same content with every name turned into
// an index and every effect summed. It is never changed after Compile and may
// be read by many at once.
type Case struct {
	Scenario *script.Scenario
	Rubric   *rubric.Rubric

	Calls   []Call
	Beats   []Beat
	Lines   []Line
	Replies []Answer

	start    [3]State
	live     []live
	pending  Flags // what is live while the promise waits
	horizons horizons
	places   []place
	straight []bool   // by component: it is one beat that cannot be come back to
	byFree   []uint16 // the beats by their places' free number
	pack     packing
	byRole   map[script.Role]int
	replies  map[string]uint16

	hold, breathe, readBack uint8 // patience
}

// A Call is one telephone conversation of a case.
type Call struct {
	Script *script.Call
	First  uint16 // the beat it starts at
	keep   Flags  // the flags a second call reads

	// What the program itself shows does this to who is on the line.
	cutIn, slow, overPromise, vague, readBack effect
}

// Who is the name of who is on the line in a call, from 0: the caller's, or in
// a call inside the colleague's.
func (c *Case) Who(call int) string {
	if sc := c.Calls[call].Script; sc.Role == script.Inside {
		return sc.Name
	}
	return c.Scenario.Caller.Name
}

// A Beat is a place in the call.
type Beat struct {
	Script        *script.Beat
	Call          int
	LineFrom      int // its lines are Lines[LineFrom:LineTo]
	LineTo        int
	From, To      int // its replies are Replies[From:To]
	Ending        bool
	Fair          bool   // the trainee may hang up
	WantsReadBack bool   // a complete read-back earns here
	OnCycle       bool   // it can be come back to
	wants         []bool // by behaviour
}

// Wants reports whether the beat wants the behaviour with the rubric's index b.
func (b *Beat) Wants(i int) bool { return b.wants[i] }

// A Line is what the caller says at a beat when its condition holds.
type Line struct {
	Script *script.Line
	Beat   uint16
	when   condition
	finds  Flags
}

// An Answer is a reply of a beat.
type Answer struct {
	ID       string // beat.key
	Script   *script.Reply
	Beat, Go uint16
	Shows    []Shown
	Settles  []uint8 // concerns
	Promises bool

	when   condition
	effect effect
	sets   Flags // given, permission, and what is earned on a cycle
	shows  []bool
}

// A Shown is a behaviour that a reply shows.
type Shown struct {
	Behaviour int   // the rubric's index
	Wanted    bool  // a strength that its beat wants
	Earned    Flags // set once it was earned; zero where the beat cannot be come back to
}

// Shows reports whether the reply shows the behaviour with the rubric's index b.
func (a *Answer) ShowsBehaviour(b int) bool { return a.shows[b] }

// effect is what a move does to the moods and the patience.
type effect struct {
	heat, trust, conf int8
	patience          int8
}

func (e effect) plus(f effect) effect {
	return effect{both(e.heat, f.heat), both(e.trust, f.trust), both(e.conf, f.conf), both(e.patience, f.patience)}
}

// both is a sum that stays within 100 either way, which no mood and no patience
// goes beyond.
func both(a, b int8) int8 { return int8(max(-100, min(int(a)+int(b), 100))) }

func (e effect) on(s *State) {
	s.Heat = clamp(s.Heat, e.heat, 10)
	s.Trust = clamp(s.Trust, e.trust, 10)
	s.Conf = clamp(s.Conf, e.conf, 10)
	s.Patience = clamp(s.Patience, e.patience, 100)
}

// clamp is v after a change, from 0 to most.
func clamp(v uint8, change int8, most int) uint8 {
	return uint8(max(0, min(int(v)+int(change), most)))
}

// condition is a compiled script.Condition: one group must hold.
type condition []group

type group struct {
	set, unset   Flags
	low, high    [3]uint8 // heat, trust, confusion: from low up to but without high
	shows, lacks []int    // behaviours of the reply just given
}

func (c *Case) holds(cond condition, s State, given *Answer) bool {
	if cond == nil {
		return true
	}
	for i := range cond {
		if cond[i].holds(s, given) {
			return true
		}
	}
	return false
}

func (g *group) holds(s State, given *Answer) bool {
	if s.Flags&g.set != g.set || s.Flags&g.unset != 0 {
		return false
	}
	if s.Heat < g.low[0] || s.Heat >= g.high[0] || s.Trust < g.low[1] || s.Trust >= g.high[1] || s.Conf < g.low[2] || s.Conf >= g.high[2] {
		return false
	}
	for _, b := range g.shows {
		if given == nil || !given.shows[b] {
			return false
		}
	}
	for _, b := range g.lacks {
		if given != nil && given.shows[b] {
			return false
		}
	}
	return true
}

// Beat is the beat a state stands at.
func (c *Case) Beat(s State) *Beat { return &c.Beats[s.Beat] }

// InFirstCall reports whether a state stands in the first call.
func (c *Case) InFirstCall(s State) bool { return c.Beats[s.Beat].Call == 0 }

// Open reports whether reply i of Replies can be given in a state.
func (c *Case) Open(s State, i int) bool {
	a := &c.Replies[i]
	return s.Stage == Talking && a.Beat == s.Beat && c.holds(a.when, s, nil)
}
