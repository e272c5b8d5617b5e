package call

import (
	"math/bits"

	"keepcool/app/script"
)

// An EventKind says what happened.
type EventKind uint8

// What can happen in a move. Index is a line, a concern or a call; it means
// nothing for the others.
const (
	CallOpened   EventKind = iota // Index is the call
	LineSaid                      // Index is the line
	ConcernFound                  // Index is the concern
	ConcernSettled
	PromiseMade
	CallEnded   // by a written ending
	CallCut     // by the caller hanging up
	CallDropped // by the trainee hanging up
	PromiseLapsed
)

// An Event is one thing that happened in a move.
type Event struct {
	Kind  EventKind
	Index int32
}

// Begin is Start with its events, appended to events.
func (c *Case) Begin(set Setting, events []Event) (State, []Event) {
	s := c.start[set]
	events = append(events, Event{CallOpened, 0})
	bare := s
	bare.Flags = 0
	line := c.say(&bare, nil)
	events = c.said(events, 0, bare.Flags, line)
	return s, events
}

// Apply is the state after a move and what happened, appended to events. On
// an error the state is unchanged.
func (c *Case) Apply(s State, m Move, events []Event) (State, []Event, error) {
	next, line, err := c.step(s, m)
	if err != nil {
		return s, events, err
	}
	how := next.Stage
	if next.Stage == Promised && c.insideAt(next.Beat) {
		raw, _, _ := c.stepCall(s, m)
		how = raw.Stage // the call inside ended in a way of its own
	}
	before := s.Flags
	if call := c.Beats[next.Beat].Call; s.Stage == Promised && m.Word != LapsedWord {
		events = append(events, Event{CallOpened, int32(call)})
		if m.Kind == FollowUp {
			before &= c.Calls[call].keep
		}
	}
	for set := next.Flags &^ before >> MaxConcerns & foundBits; set != 0; set &= set - 1 {
		events = append(events, Event{ConcernSettled, int32(bits.TrailingZeros64(uint64(set)))})
	}
	if m.Kind == Reply && c.Replies[m.Reply].Promises && next.Has(HasPromise) {
		events = append(events, Event{Kind: PromiseMade})
	}
	events = c.said(events, before, next.Flags, line)
	switch how {
	case Promised, Done:
		events = append(events, Event{Kind: CallEnded})
	case CallerHungUp:
		events = append(events, Event{Kind: CallCut})
	case TraineeHungUp:
		events = append(events, Event{Kind: CallDropped})
	case Lapsed:
		events = append(events, Event{Kind: PromiseLapsed})
	}
	return next, events, nil
}

func (c *Case) said(events []Event, before, after Flags, line int) []Event {
	if line < 0 {
		return events
	}
	events = append(events, Event{LineSaid, int32(line)})
	for set := after &^ before & foundBits; set != 0; set &= set - 1 {
		events = append(events, Event{ConcernFound, int32(bits.TrailingZeros64(uint64(set)))})
	}
	return events
}

// SecondCall is the index of the call that opens when the promise turned out
// as w, or -1 where the case has none.
func (c *Case) SecondCall(w Word) int {
	roles := [...]script.Role{script.Kept, script.Late, script.Missed}
	if int(w) < len(roles) {
		if i, ok := c.byRole[roles[w]]; ok {
			return i
		}
	}
	return -1
}

// Moves appends the moves that can be made in a state with the best words:
// every open reply, a read-back that earns, hold, breathe and hang up, and the
// promise kept. Cutting in, slowness and lesser words are faults only (DESIGN
// section 3), and so never better.
func (c *Case) Moves(s State, into []Move) []Move {
	into = c.Forward(s, into)
	if s.Stage == Talking {
		into = append(into, Move{Kind: Hold}, Move{Kind: Breathe}, Move{Kind: HangUp})
	}
	return into
}

// Forward is Moves without those that only spend patience or give up.
func (c *Case) Forward(s State, into []Move) []Move {
	switch s.Stage {
	case Promised:
		if c.CanRingInside(s) {
			into = append(into, Move{Kind: RingInside})
		}
		return append(into, Move{Kind: FollowUp, Word: Kept})
	case Talking:
	default:
		return into
	}
	b := &c.Beats[s.Beat]
	for i := b.From; i < b.To; i++ {
		if c.holds(c.Replies[i].when, s, nil) {
			into = append(into, Move{Kind: Reply, Reply: uint16(i)})
		}
	}
	if c.EarnsReadBack(s, Move{Kind: ReadBackMove}) {
		into = append(into, Move{Kind: ReadBackMove})
	}
	return into
}

// Leading is Forward and, in a call inside the house, what ends it without a
// loss: there giving up still leads on, to the promise. The engine follows it.
func (c *Case) Leading(s State, into []Move) []Move {
	into = c.Forward(s, into)
	if s.Stage == Talking && c.insideAt(s.Beat) {
		into = append(into, c.leaving(s.Beat)...)
	}
	return into
}

// leaving is how a call inside can be given up at a beat at no cost.
func (c *Case) leaving(beat uint16) []Move {
	if c.Beats[beat].Fair {
		return []Move{{Kind: HangUp}}
	}
	return []Move{{Kind: Hold}, {Kind: Breathe}}
}

// Waits is the fewest holds and breaths that exhaust the caller's patience.
func (c *Case) Waits(s State) int {
	most := int(max(c.hold, c.breathe))
	return (int(s.Patience) + most - 1) / most
}
