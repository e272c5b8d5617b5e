package solve

import "keepcool/app/call"

// memo remembers a number for each essence of a state. States that pack into
// 64 bits, as those of every sensible case do, live in one open-addressed
// table of 16-byte slots; the others in a map.
type memo struct {
	c      *call.Case
	budget int
	slots  []slot // a power of two of them; a zero key is free
	held   int
	wide   map[call.State]uint64
}

type slot struct{ key, value uint64 }

const firstSlots = 1 << 10

func newMemo(c *call.Case, budget int) *memo {
	m := &memo{c: c, budget: budget}
	if c.Packs() {
		m.slots = make([]slot, firstSlots)
	} else {
		m.wide = map[call.State]uint64{}
	}
	return m
}

// place is a state as the memo knows it.
type place struct {
	key   uint64
	state call.State
}

func (m *memo) place(s call.State) place {
	s = m.c.Essence(s)
	if m.wide != nil {
		return place{state: s}
	}
	return place{m.c.Pack(s), s}
}

func (m *memo) get(p place) (uint64, bool) {
	if m.wide != nil {
		v, ok := m.wide[p.state]
		return v, ok
	}
	mask := uint64(len(m.slots) - 1)
	for i := scatter(p.key) & mask; ; i = (i + 1) & mask {
		switch m.slots[i].key {
		case p.key:
			return m.slots[i].value, true
		case 0:
			return 0, false
		}
	}
}

// put remembers a place that is not remembered yet.
func (m *memo) put(p place, v uint64) error {
	if m.held >= m.budget {
		return ErrBudget
	}
	m.held++
	if m.wide != nil {
		m.wide[p.state] = v
		return nil
	}
	if 3*m.held > 2*len(m.slots) {
		m.grow()
	}
	m.insert(slot{p.key, v})
	return nil
}

func (m *memo) insert(s slot) {
	mask := uint64(len(m.slots) - 1)
	i := scatter(s.key) & mask
	for m.slots[i].key != 0 {
		i = (i + 1) & mask
	}
	m.slots[i] = s
}

func (m *memo) grow() {
	old := m.slots
	m.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.key != 0 {
			m.insert(s)
		}
	}
}

// scatter spreads packed states over the table: the finisher of MurmurHash3.
func scatter(k uint64) uint64 {
	k ^= k >> 33
	k *= 0xff51afd7ed558ccd
	k ^= k >> 33
	k *= 0xc4ceb9fe1a85ec53
	return k ^ k>>33
}
