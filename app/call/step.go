package call

import (
	"errors"

	"keepcool/app/script"
)

// The reasons why a move cannot be made.
var (
	ErrNoSuchReply = errors.New("this reply does not stand at this beat")
	ErrClosed      = errors.New("this reply is not open here")
	ErrOver        = errors.New("the call is over")
	ErrInCall      = errors.New("the first call is not over")
	ErrWord        = errors.New("this move cannot have this word")
)

// Start is the state in which a case begins.
func (c *Case) Start(set Setting) State { return c.start[set] }

// Step is the state after a move, without what happened. It is the one step
// of the rules: Apply adds the events to it.
func (c *Case) Step(s State, m Move) (State, error) {
	next, _, err := c.step(s, m)
	return next, err
}

// step also gives the index of the line the caller says, or -1. A call inside
// ends at Promised again, however it ends.
func (c *Case) step(s State, m Move) (State, int, error) {
	next, line, err := c.stepCall(s, m)
	if err == nil && next.Stage.Over() && m.Kind != FollowUp && c.insideAt(next.Beat) {
		next.Stage = Promised
		next.Flags |= Inside
	}
	return next, line, err
}

// insideAt reports whether a beat belongs to the call inside.
func (c *Case) insideAt(beat uint16) bool {
	return c.Calls[c.Beats[beat].Call].Script.Role == script.Inside
}

// InHouse reports whether the call inside is under way.
func (c *Case) InHouse(s State) bool { return s.Stage == Talking && c.insideAt(s.Beat) }

// InsideCall is the index of the call inside the house, -1 where the case has
// none.
func (c *Case) InsideCall() int {
	if i, ok := c.byRole[script.Inside]; ok {
		return i
	}
	return -1
}

// CanRingInside reports whether the call inside the house can be made now.
func (c *Case) CanRingInside(s State) bool {
	return c.InsideCall() >= 0 && s.Stage == Promised && !s.Has(Inside)
}

// stepCall is the step by itself: a call inside ends as any other.
func (c *Case) stepCall(s State, m Move) (State, int, error) {
	if s.Stage.Over() {
		return s, -1, ErrOver
	}
	if (m.Kind == FollowUp || m.Kind == RingInside) != (s.Stage == Promised) {
		return s, -1, ErrInCall
	}
	switch m.Kind {
	case Reply:
		return c.stepReply(s, m)
	case Hold:
		return c.wait(s, c.hold), -1, nil
	case Breathe:
		return c.wait(s, c.breathe), -1, nil
	case ReadBackMove:
		return c.stepReadBack(s, m)
	case HangUp:
		s.Stage = TraineeHungUp
		return s, -1, nil
	case FollowUp:
		return c.stepFollowUp(s, m)
	case RingInside:
		return c.stepInside(s, m)
	}
	return s, -1, ErrWord
}

func (c *Case) wait(s State, patience uint8) State {
	s.Patience -= min(s.Patience, patience)
	if s.Patience == 0 {
		s.Stage = CallerHungUp
	}
	return s
}

func (c *Case) stepReply(s State, m Move) (State, int, error) {
	if int(m.Reply) >= len(c.Replies) {
		return s, -1, ErrNoSuchReply
	}
	a := &c.Replies[m.Reply]
	if a.Beat != s.Beat {
		return s, -1, ErrNoSuchReply
	}
	if !c.holds(a.when, s, nil) {
		return s, -1, ErrClosed
	}
	if m.Word > Vague || m.Word != Good && !a.Promises || m.Timing > Slow || m.Timing == Slow && !c.opening(s) {
		return s, -1, ErrWord
	}
	e := a.effect
	if m.Timing != InTime || m.Word != Good {
		e = e.plus(c.Calls[c.Beats[s.Beat].Call].spoilt(m))
	}
	e.on(&s)
	s.Flags |= a.sets
	for _, k := range a.Settles {
		s.Flags |= s.Flags & Found(int(k)) << MaxConcerns
	}
	if a.Promises {
		s.Flags = s.Flags.promise(m.Word)
	}
	return c.enter(s, a)
}

// spoilt is what the clock or the hand adds to a reply's effect.
func (k *Call) spoilt(m Move) effect {
	var e effect
	switch m.Timing {
	case CuttingIn:
		e = e.plus(k.cutIn)
	case Slow:
		e = e.plus(k.slow)
	}
	switch m.Word {
	case TooSoon:
		e = e.plus(k.overPromise)
	case Vague:
		e = e.plus(k.vague)
	}
	return e
}

// opening reports whether s stands at the beat a call starts at, where the
// greeting is given.
func (c *Case) opening(s State) bool {
	return c.Calls[c.Beats[s.Beat].Call].First == s.Beat
}

// enter takes the state to the beat the reply leads to. A written ending ends
// the call even for a caller whose patience is gone: they have said good-bye.
func (c *Case) enter(s State, a *Answer) (State, int, error) {
	target := &c.Beats[a.Go]
	if !target.Ending && (s.Heat >= 10 || s.Patience == 0) {
		s.Stage = CallerHungUp
		return s, -1, nil
	}
	s.Beat = a.Go
	line := c.say(&s, a)
	if target.Ending {
		s.Stage = Done
		if target.Call == 0 && s.Has(HasPromise) {
			s.Stage = Promised
		}
	}
	return s, line, nil
}

// say picks the first line of the beat whose condition holds and finds the
// concerns it tells of.
func (c *Case) say(s *State, given *Answer) int {
	b := &c.Beats[s.Beat]
	for i := b.LineFrom; i < b.LineTo; i++ {
		if l := &c.Lines[i]; c.holds(l.when, *s, given) {
			s.Flags |= l.finds
			return i
		}
	}
	return -1
}

func (c *Case) stepReadBack(s State, m Move) (State, int, error) {
	if m.Word > Wrong {
		return s, -1, ErrWord
	}
	if c.EarnsReadBack(s, m) {
		e := c.Calls[c.Beats[s.Beat].Call].readBack
		e.patience = 0
		e.on(&s)
		s.Flags |= ReadBack
		return s, -1, nil
	}
	return c.wait(s, c.readBack), -1, nil
}

// EarnsReadBack reports whether a read-back is the first complete one at a
// beat that wants it: it costs no patience and earns.
func (c *Case) EarnsReadBack(s State, m Move) bool {
	return m.Word == Complete && c.Beats[s.Beat].WantsReadBack && !s.Has(ReadBack)
}

func (c *Case) stepFollowUp(s State, m Move) (State, int, error) {
	if m.Word > LapsedWord {
		return s, -1, ErrWord
	}
	if m.Word == LapsedWord {
		s.Stage = Lapsed
		return s, -1, nil
	}
	k := c.SecondCall(m.Word)
	next, line := c.open(k, s.Flags&c.Calls[k].keep)
	return next, line, nil
}

// stepInside opens the call inside, which knows all of the first call.
func (c *Case) stepInside(s State, m Move) (State, int, error) {
	if !c.CanRingInside(s) {
		return s, -1, ErrInCall
	}
	if m.Word != 0 {
		return s, -1, ErrWord
	}
	next, line := c.open(c.byRole[script.Inside], s.Flags)
	return next, line, nil
}

// open begins a call after the first.
func (c *Case) open(k int, flags Flags) (State, int) {
	call := &c.Calls[k]
	moods := call.Script.Moods
	next := State{
		Flags: flags, Beat: call.First, Stage: Talking,
		Heat: uint8(moods.Heat), Trust: uint8(moods.Trust), Conf: uint8(moods.Confusion), Patience: uint8(moods.Patience),
	}
	line := c.say(&next, nil)
	if c.Beats[call.First].Ending {
		next.Stage = Done
	}
	return next, line
}
