package solve

import "keepcool/app/call"

// coding is how the states of a case are written as keys: in 64 bits, as those
// of every sensible case can be, or else as they are.
type coding[K comparable] struct {
	write func(call.State) K
	read  func(keys []K, into []call.State) []call.State // appended
	hash  func(K) uint32
}

func packed(c *call.Case) coding[uint64] {
	return coding[uint64]{
		write: c.Pack,
		read: func(keys []uint64, into []call.State) []call.State {
			for _, k := range keys {
				into = append(into, c.Unpack(k))
			}
			return into
		},
		hash: func(k uint64) uint32 { return uint32(scatter(k)) },
	}
}

func asTheyAre() coding[call.State] {
	return coding[call.State]{
		write: func(s call.State) call.State { return s },
		read:  func(keys, into []call.State) []call.State { return append(into, keys...) },
		hash: func(s call.State) uint32 {
			return uint32(scatter(uint64(s.Flags) ^ scatter(uint64(s.Beat)<<48|uint64(s.Stage)<<40|
				uint64(s.Heat)<<32|uint64(s.Trust)<<24|uint64(s.Conf)<<16|uint64(s.Patience))))
		},
	}
}

// scatter spreads keys over a table: the finisher of MurmurHash3.
func scatter(k uint64) uint64 {
	k ^= k >> 33
	k *= 0xff51afd7ed558ccd
	k ^= k >> 33
	k *= 0xc4ceb9fe1a85ec53
	return k ^ k>>33
}

// set numbers the keys put into it, each once: an open-addressed table of
// those numbers over the list of keys.
type set[K comparable] struct {
	hash  func(K) uint32
	slots []uint32 // number+1, a power of two of them
	keys  []K
}

// clear empties the set and makes it ready for about n keys.
func (t *set[K]) clear(n int) {
	size := 16
	for size < n {
		size *= 2
	}
	if size > cap(t.slots) {
		t.slots = make([]uint32, size)
	} else {
		t.slots = t.slots[:size]
		clear(t.slots)
	}
	t.keys = t.keys[:0]
}

// number is the number of a key with its hash.
func (t *set[K]) number(k K, hash uint32) uint32 {
	mask := uint32(len(t.slots) - 1)
	for i := hash & mask; ; i = (i + 1) & mask {
		n := t.slots[i]
		if n == 0 {
			t.keys = append(t.keys, k)
			t.slots[i] = uint32(len(t.keys))
			if 4*len(t.keys) > 3*len(t.slots) {
				t.grow()
			}
			return uint32(len(t.keys) - 1)
		}
		if t.keys[n-1] == k {
			return n - 1
		}
	}
}

func (t *set[K]) grow() {
	t.slots = make([]uint32, 2*len(t.slots))
	mask := uint32(len(t.slots) - 1)
	for n, k := range t.keys {
		i := t.hash(k) & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = uint32(n + 1)
	}
}
