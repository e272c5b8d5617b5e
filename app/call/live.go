package call

import "keepcool/app/script"

// live is what can still be read from a beat on: the flags and moods that no
// condition, no point and no second call reads any more make no difference to
// the engine and are dropped by Essence.
type live struct {
	flags       Flags
	trust, conf bool
}

func (l live) with(m live) live {
	return live{l.flags | m.flags, l.trust || m.trust, l.conf || m.conf}
}

func (l live) reading(c condition) live {
	for _, g := range c {
		l.flags |= g.set | g.unset
		l.trust = l.trust || g.low[1] > 0 || g.high[1] < 11
		l.conf = l.conf || g.low[2] > 0 || g.high[2] < 11
	}
	return l
}

// Essence is the state without what nothing later reads: two states of one
// essence have the same future.
func (c *Case) Essence(s State) State {
	if s.Stage.Over() {
		return State{Stage: s.Stage}
	}
	if s.Stage == Promised {
		return State{Stage: Promised, Flags: s.Flags & c.pending}
	}
	l := &c.live[s.Beat]
	s.Flags &= l.flags
	if !l.trust {
		s.Trust = 0
	}
	if !l.conf {
		s.Conf = 0
	}
	return s
}

// findLive computes what is live at each beat as the least fixed point over
// the replies and, from the endings of the first call, the second calls.
func (k *compiler) findLive() {
	k.live = make([]live, len(k.Beats))
	for changed := true; changed; {
		changed = false
		if p := k.liveInBetween(); p != k.pending {
			k.pending, changed = p, true
		}
		for i := len(k.Beats) - 1; i >= 0; i-- {
			if l := k.live[i].with(k.liveAt(i)); l != k.live[i] {
				k.live[i], changed = l, true
			}
		}
	}
}

func (k *compiler) liveAt(i int) live {
	var l live
	b := &k.Beats[i]
	if b.WantsReadBack {
		l.flags |= ReadBack
	}
	for j := b.From; j < b.To; j++ {
		a := &k.Replies[j]
		l = l.reading(a.when)
		for _, c := range a.Settles {
			l.flags |= Found(int(c)) | Settled(int(c))
		}
		for _, sh := range a.Shows {
			l.flags |= sh.Earned
		}
		l = l.with(k.entering(int(a.Go)))
	}
	if b.Ending && b.Call == 0 {
		l.flags |= Given | HasPromise | wordLow | wordHigh | k.pending
	}
	if k.insideAt(uint16(i)) {
		l.flags |= k.pending &^ Inside // set when it ends, and it may end anywhere
	}
	return l
}

// liveInBetween is what the calls after the first can read when they open.
func (k *compiler) liveInBetween() Flags {
	var flags Flags
	for w := Kept; w <= Missed; w++ {
		if n := k.SecondCall(w); n >= 0 {
			flags |= k.entering(int(k.Calls[n].First)).flags & k.Calls[n].keep
		}
	}
	if n, ok := k.byRole[script.Inside]; ok {
		flags |= k.entering(int(k.Calls[n].First)).flags | Inside
	}
	return flags
}

// entering is what is read on the way into a beat and from there on.
func (k *compiler) entering(i int) live {
	l := k.live[i]
	for j := k.Beats[i].LineFrom; j < k.Beats[i].LineTo; j++ {
		l = l.reading(k.Lines[j].when)
	}
	return l
}
