package call

import "errors"

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

// step also gives the index of the line the caller says, or -1.
func (c *Case) step(s State, m Move) (State, int, error) {
	if s.Stage.Over() {
		return s, -1, ErrOver
	}
	if (m.Kind == FollowUp) != (s.Stage == Promised) {
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
	if m.Timing == CuttingIn {
		e = e.plus(c.cutIn)
	} else if m.Timing == Slow {
		e = e.plus(c.slow)
	}
	if m.Word == TooSoon {
		e = e.plus(c.overPromise)
	} else if m.Word == Vague {
		e = e.plus(c.vague)
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
		e := c.readBackEffect
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
	call := &c.Calls[k]
	next := State{Flags: s.Flags & call.keep, Beat: call.First, Stage: Talking}
	moods := call.Script.Moods
	next.Heat, next.Trust, next.Conf = uint8(moods.Heat), uint8(moods.Trust), uint8(moods.Confusion)
	next.Patience = uint8(moods.Patience)
	line := c.say(&next, nil)
	if c.Beats[call.First].Ending {
		next.Stage = Done
	}
	return next, line, nil
}
