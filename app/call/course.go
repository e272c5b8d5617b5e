package call

import "slices"

// place says where a beat stands in the course of a call: beats that can come
// back to one another share a component, and components are numbered so that
// replies lead to the same one or a later. Within one, free numbers the beats
// so that replies which cost no patience lead to a later one.
type place struct{ component, free uint16 }

// orderBeats finds the places of all beats, and the beats by free number.
func (k *compiler) orderBeats() {
	k.places = make([]place, len(k.Beats))
	group := make([]int, len(k.Beats))
	for b := range group {
		group[b] = b
	}
	members := map[int][]int{}
	for _, g := range k.components(func(*Answer) bool { return true }) {
		for _, b := range g {
			group[b] = g[0]
		}
		members[g[0]] = g
	}
	all := k.inOrder(group, members, func(*Answer) bool { return true })
	for i, b := range all {
		component := i
		if i > 0 && group[b] == group[all[i-1]] {
			component = int(k.places[all[i-1]].component)
		}
		k.places[b].component = uint16(component)
	}
	k.straight = make([]bool, len(k.Beats))
	for i := range k.Beats {
		k.straight[k.places[i].component] = !k.Beats[i].OnCycle
	}
	alone := make([]int, len(k.Beats))
	for b := range alone {
		alone[b] = b
	}
	k.byFree = k.inOrder(alone, nil, func(a *Answer) bool { return a.effect.patience == 0 })
	for i, b := range k.byFree {
		k.places[b].free = uint16(i)
	}
}

// inOrder is the beats, group after group, so that replies of follow lead to
// the same group or a later one: a depth-first search, backward. The groups
// of several beats are in members.
func (k *compiler) inOrder(group []int, members map[int][]int, follow func(*Answer) bool) []uint16 {
	var out []uint16
	seen := make([]bool, len(group))
	type frame struct{ beats, replies []int }
	var work []frame
	open := func(b int) {
		if seen[group[b]] {
			return
		}
		seen[group[b]] = true
		f := frame{beats: []int{b}}
		if m := members[group[b]]; m != nil {
			f.beats = m
		}
		for _, b := range f.beats {
			for i := k.Beats[b].From; i < k.Beats[b].To; i++ {
				if follow(&k.Replies[i]) {
					f.replies = append(f.replies, i)
				}
			}
		}
		work = append(work, f)
	}
	for b := range group {
		open(b)
		for len(work) > 0 {
			f := &work[len(work)-1]
			if len(f.replies) > 0 {
				i := f.replies[0]
				f.replies = f.replies[1:]
				open(int(k.Replies[i].Go))
				continue
			}
			for _, b := range f.beats {
				out = append(out, uint16(b))
			}
			work = work[:len(work)-1]
		}
	}
	slices.Reverse(out)
	return out
}

// Course is how far a state that is not over stands in the course of an
// attempt. Every move of Leading leads to a greater one, and states of the
// same one stand at the same beat in the same stage, with the same patience,
// and agree on whether the read-back was made.
func (c *Case) Course(s State) uint64 {
	at := c.places[s.Beat]
	v := c.phase(s)<<componentBits | uint64(at.component)
	v = v<<patienceBits | uint64(127-s.Patience)
	v = v<<freeBits | uint64(at.free)
	if s.Has(ReadBack) {
		return v<<1 | 1
	}
	return v << 1
}

// The parts of a course, below its phase and above the bit for the read-back.
const (
	componentBits = 16
	patienceBits  = 7
	freeBits      = 16
	belowPlace    = patienceBits + freeBits + 1
)

// Abreast tells which courses can be followed at the same time: of those with
// the same front, none leads to another, and all are greater than those of a
// lesser front. At a beat that cannot be come back to these are its states
// with any patience, first those before the read-back and then those after
// it; elsewhere each course is a front by itself.
func (c *Case) Abreast(course uint64) (front uint64) {
	place := course >> belowPlace
	front = course >> 1
	if phase := place >> componentBits; phase != houseCall && c.straight[place&(1<<componentBits-1)] {
		front = place << (patienceBits + freeBits)
	}
	return front<<1 | course&1
}

// phase numbers what follows one another in an attempt: the first call, the
// time until the promise is due, before and after the call inside and with
// that between the two, and what comes after it.
func (c *Case) phase(s State) uint64 {
	switch {
	case s.Stage == Promised && !s.Has(Inside):
		return 1
	case s.Stage == Promised:
		return 3
	case c.InFirstCall(s):
		return 0
	case c.insideAt(s.Beat):
		return houseCall
	}
	return 4
}

// houseCall is the phase of the call inside, where waiting is followed too and
// so every beat leads to itself.
const houseCall = 2
