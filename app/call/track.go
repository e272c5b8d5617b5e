package call

import "math/bits"

// A Track is a reply made ready to be given, in time and with the best word,
// by many calls that stand at one beat with the same patience, as the engine's
// do. What is the same for all of them is found out once, and what depends on
// one mood is looked up.
//
// It says nothing of its own: what it leads to is the prospect of what Step
// leads to, and a test holds the two equal.
type Track struct {
	Course uint64 // of what it leads to, as long as the attempt goes on

	moods    [3][16]lookup // by what each mood was
	tests    []flagTest    // of those groups of conditions that read flags
	sets     Flags
	settles  Flags // found flags of the concerns that it settles
	promises Flags // the flags a promise sets, all of them set anew
	promised Flags // what it sets them to
	settled  Flags // see horizon.settled
	live     Flags // see horizon.live
	finds    [groupsEach]Flags
	open     Flags // concerns whose finding reads the moods
	cuts     [2][1 << (MaxConcerns / 2)]cuts
	beat     uint16
	patience uint8
}

// A lookup says what a mood was followed by, and for which groups of the
// conditions that decide about the reply it is right: in the lower bits those
// of the reply itself, before it, and in the upper ones those of the lines
// that the caller may say to it, after it. The attempt goes on if a group of
// either holds.
type lookup struct {
	groups uint64
	after  uint8
}

// flagTest is for the groups of a lookup that read flags.
type flagTest struct {
	group      uint64
	set, unset Flags
}

const (
	groupsEach = 32 // of a reply's and of its lines' together
	ofReply    = 1<<groupsEach - 1
)

// An Outcome is what becomes of an attempt on a track.
type Outcome uint8

// What becomes of an attempt on a track.
const (
	Closed Outcome = iota // the reply is not open
	Over                  // the caller hangs up
	On                    // the call goes on
)

// Track makes reply i ready for the states that stand where s does: of its
// course. There is none, and ok is false, for a reply that leads to a written
// ending, stands in a call inside or has more conditions than fit: take the
// step.
func (c *Case) Track(s State, i int) (t *Track, ok bool) {
	a := &c.Replies[i]
	left := clamp(s.Patience, a.effect.patience, 100)
	h, ok := c.from(a.Go, left)
	if !ok || c.Beats[a.Go].Ending || c.insideAt(a.Beat) {
		return nil, false
	}
	t = &Track{sets: a.sets, beat: a.Go, patience: left}
	for m, d := range [...]int8{a.effect.heat, a.effect.trust, a.effect.conf} {
		for v := range t.moods[m] {
			t.moods[m][v].after = clamp(uint8(min(v, 10)), d, 10)
		}
	}
	for _, k := range a.Settles {
		t.settles |= Found(int(k))
	}
	if a.Promises {
		t.promises, t.promised = HasPromise|wordLow|wordHigh, HasPromise
	}
	if !t.reply(a) {
		return nil, false
	}
	if t.patience == 0 {
		return t, true // no group of the lines holds
	}
	t.live, t.settled = h.live, h.settled
	flags := (s.Flags | a.sets) & h.live
	t.Course = c.Course(State{Beat: t.beat, Patience: t.patience, Flags: flags})
	t.open = h.findable & h.live
	t.cut(h.reading(flags))
	return t, t.lines(c, a)
}

// cut prepares the cuts by the upper and the lower half of the open concerns.
func (t *Track) cut(r *reading) {
	const half = MaxConcerns / 2
	for part := range t.cuts {
		for open := range t.cuts[part] {
			x := r.base
			for set := uint(open); set != 0; set &= set - 1 {
				x |= r.finding[part*half+bits.TrailingZeros(set)]
			}
			t.cuts[part][open] = x
		}
	}
}

// reply takes in the condition of the reply.
func (t *Track) reply(a *Answer) bool {
	if a.when == nil {
		t.group(0, &group{high: [3]uint8{11, 11, 11}}, false)
		return true
	}
	n := 0
	for i := range a.when {
		if n == groupsEach {
			return false
		}
		if g := &a.when[i]; g.can(nil) {
			t.group(n, g, false)
			n++
		}
	}
	return true
}

// lines takes in the conditions of the lines that the caller may say, as far
// as it makes a difference which of them is said.
func (t *Track) lines(c *Case, a *Answer) bool {
	always := condition{{high: [3]uint8{11, 11, 11}}}
	b := &c.Beats[a.Go]
	last := b.LineTo
	for last > b.LineFrom+1 && (c.Lines[last-1].finds^c.Lines[last-2].finds)&t.live == 0 {
		last--
	}
	n := 0
	for i := b.LineFrom; i < last; i++ {
		l := &c.Lines[i]
		when := l.when
		if when == nil || i == last-1 { // all after it find the same
			when = always
		}
		for j := range when {
			if n == groupsEach {
				return false
			}
			if g := &when[j]; g.can(a) {
				t.group(groupsEach+n, g, true)
				t.finds[n] = l.finds & t.live
				n++
			}
		}
	}
	return true
}

// can reports whether a group can hold after a reply was given.
func (g *group) can(given *Answer) bool {
	return g.holds(State{Heat: g.low[0], Trust: g.low[1], Conf: g.low[2], Flags: g.set}, given)
}

// group takes in a group as number n of the lookups: of the moods before the
// reply, or after it, where a heat of 10 ends the call.
func (t *Track) group(n int, g *group, after bool) {
	for m := range t.moods {
		for v := range t.moods[m] {
			x := &t.moods[m][v]
			level := uint8(min(v, 10))
			if after {
				level = x.after
			}
			if level >= g.low[m] && level < g.high[m] && !(after && m == 0 && level >= 10) {
				x.groups |= 1 << n
			}
		}
	}
	if g.set|g.unset != 0 {
		t.tests = append(t.tests, flagTest{1 << n, g.set, g.unset})
	}
}

// Take gives the reply in s, which stands where the track begins. The state
// it leads to is its prospect; it means something only for On.
func (t *Track) Take(s State) (State, Outcome) {
	heat, trust, conf := &t.moods[0][s.Heat&15], &t.moods[1][s.Trust&15], &t.moods[2][s.Conf&15]
	groups := heat.groups & trust.groups & conf.groups
	flags := s.Flags | t.sets
	flags |= flags & t.settles << MaxConcerns
	flags = flags&^t.promises | t.promised
	if t.tests != nil {
		groups = t.test(groups, s.Flags, flags)
	}
	if groups&ofReply == 0 {
		return s, Closed
	}
	if groups>>groupsEach == 0 {
		return s, Over
	}
	flags |= t.finds[bits.TrailingZeros64(groups>>groupsEach)&(groupsEach-1)]
	open := t.open &^ flags
	x := t.cuts[0][open&(1<<(MaxConcerns/2)-1)] | t.cuts[1][open>>(MaxConcerns/2)&(1<<(MaxConcerns/2)-1)]
	gone := t.settled &^ flags
	return State{
		Flags: (flags | gone | gone<<MaxConcerns) & t.live, Beat: t.beat, Patience: t.patience,
		Heat: x.lowest(0, heat.after), Trust: x.lowest(1, trust.after), Conf: x.lowest(2, conf.after),
	}, On
}

func (t *Track) test(groups uint64, before, after Flags) uint64 {
	for i := range t.tests {
		x := &t.tests[i]
		flags := before
		if x.group > ofReply {
			flags = after
		}
		if flags&x.set != x.set || flags&x.unset != 0 {
			groups &^= x.group
		}
	}
	return groups
}
