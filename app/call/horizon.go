package call

import (
	"math/bits"
	"sync"
)

// A horizon is what can still be read from a beat on by a call whose caller
// has so much patience left. Every cycle costs patience, so little of it means
// that few beats can still be come to, and most of what Essence must keep for
// the patient makes no difference any more.
type horizon struct {
	live     Flags // flags that are read
	asked    Flags // of them, those that more asks for than a reply that settles
	findable Flags // concerns that a line can still tell of
	settled  Flags // those that count as settled if they are not found

	moods [2]reading // of the moods: before the read-back was made, and after it
}

// A reading is what is read of the moods.
type reading struct {
	base    cuts              // by every call
	finding [MaxConcerns]cuts // besides that, by those in which a concern is still to be found
}

// add adds what must be read for r to be read after an effect.
func (r *reading) add(after *reading, e effect) {
	r.base |= after.base.before(e)
	for i := range r.finding {
		r.finding[i] |= after.finding[i].before(e)
	}
}

// reading is what a call with these flags reads of the moods.
func (h *horizon) reading(f Flags) *reading {
	return &h.moods[f/ReadBack&1]
}

// cuts are the levels of the moods that are told apart, in three lanes of 16
// bits for heat, trust and confusion: bit n says that n-1 and n differ.
type cuts uint64

const (
	laneBits  = 16
	allLevels = 1<<11 - 2 // 1 to 10
	hangUpCut = cuts(1 << 10)
	endingCut = cuts(allLevels) // of heat, which pays by the degree at a written ending
)

// before is what must be told apart for cuts to be told after an effect.
func (x cuts) before(e effect) cuts {
	var out cuts
	for m, d := range [...]int8{e.heat, e.trust, e.conf} {
		lane := uint64(x) >> (m * laneBits) & (1<<laneBits - 1)
		if d > 0 {
			lane >>= d
		} else {
			lane <<= -d
		}
		out |= cuts(lane&allLevels) << (m * laneBits)
	}
	return out
}

func (c condition) cuts() cuts {
	var out cuts
	for i := range c {
		for m := range c[i].low {
			out |= cuts((1<<c[i].low[m]|1<<c[i].high[m])&allLevels) << (m * laneBits)
		}
	}
	return out
}

// lowest is the lowest level of mood m that is not told apart from v.
func (x cuts) lowest(m int, v uint8) uint8 {
	lane := uint32(x>>(m*laneBits))&allLevels | 1
	return uint8(bits.Len32(lane&(2<<v-1)) - 1)
}

// horizons are what can be seen from every beat, by patience and beat. They
// are found when they are first asked for: only the engine does.
type horizons struct {
	once sync.Once
	rows [][]horizon
}

// from is the horizon of a beat with so much patience, if there can be.
func (c *Case) from(beat uint16, patience uint8) (*horizon, bool) {
	c.horizons.once.Do(c.findHorizons)
	if int(patience) >= len(c.horizons.rows) {
		return nil, false
	}
	return &c.horizons.rows[patience][beat], true
}

// findHorizons looks from every beat with every patience, the least first and
// within one patience from what costs nothing to come to.
func (c *Case) findHorizons() {
	most := 0
	for _, s := range c.start {
		most = max(most, int(s.Patience))
	}
	for i := range c.Calls {
		most = max(most, c.Calls[i].Script.Moods.Patience)
	}
	rows := make([][]horizon, most+1)
	for p := range rows {
		rows[p] = make([]horizon, len(c.Beats))
		for i := len(c.byFree) - 1; i >= 0; i-- {
			b := c.byFree[i]
			rows[p][b] = c.look(rows, b, p)
		}
	}
	c.horizons.rows = rows
}

func (c *Case) look(rows [][]horizon, b uint16, patience int) horizon {
	var h horizon
	beat := &c.Beats[b]
	for i := beat.From; i < beat.To; i++ {
		c.lookThrough(&h, rows, &c.Replies[i], patience)
	}
	if beat.WantsReadBack {
		h.live |= ReadBack
		h.asked |= ReadBack
		h.moods[0].add(&h.moods[1], c.Calls[beat.Call].readBack)
	}
	if c.insideAt(b) { // it may end anywhere
		h.live |= c.pending &^ Inside
		h.asked |= c.pending &^ Inside
	}
	h.settled = foundBits &^ (h.findable | h.asked | h.asked>>MaxConcerns)
	return h
}

// lookThrough adds to h what giving a reply reads, and what is read after it.
func (c *Case) lookThrough(h *horizon, rows [][]horizon, a *Answer, patience int) {
	asked := live{}.reading(a.when).flags
	for _, sh := range a.Shows {
		asked |= sh.Earned
	}
	h.asked |= asked
	h.live |= asked
	for _, i := range a.Settles {
		h.live |= Found(int(i)) | Settled(int(i))
	}
	h.cut(a.when.cuts())
	left := max(0, patience+int(a.effect.patience))
	var next horizon
	switch target := &c.Beats[a.Go]; {
	case target.Ending:
		next = horizon{live: c.live[a.Go].flags, asked: c.live[a.Go].flags}
		next.cut(endingCut)
	case left > 0:
		next = rows[left][a.Go]
		next.cut(hangUpCut)
	default:
		return // the caller hangs up
	}
	c.lookAtLines(&next, int(a.Go))
	set := a.sets // whatever they were before
	if a.Promises {
		set |= HasPromise | wordLow | wordHigh
	}
	h.live |= next.live &^ set
	h.asked |= next.asked &^ set
	h.findable |= next.findable
	for i := range h.moods {
		h.moods[i].add(&next.moods[i], a.effect)
	}
}

// cut adds what every call reads.
func (h *horizon) cut(x cuts) {
	for i := range h.moods {
		h.moods[i].base |= x
	}
}

// lookAtLines adds to h, which looks from a beat, what decides the line the
// caller says on the way into it: as far as that line and those after it find
// different concerns which anything reads and which are not yet found.
func (c *Case) lookAtLines(h *horizon, beat int) {
	some, all := Flags(0), ^Flags(0)
	read := h.live
	for i := c.Beats[beat].LineTo - 1; i >= c.Beats[beat].LineFrom; i-- {
		l := &c.Lines[i]
		some |= l.finds
		all &= l.finds
		differ := some &^ all & read
		if differ == 0 {
			continue
		}
		flags := live{}.reading(l.when).flags
		h.live |= flags
		h.asked |= flags
		for ; differ != 0; differ &= differ - 1 {
			for m := range h.moods {
				h.moods[m].finding[bits.TrailingZeros64(uint64(differ))] |= l.when.cuts()
			}
		}
	}
	h.findable |= some
}

// Prospect is the state without what makes no difference to what can still
// come: two states of one prospect have the same future, move for move and
// point for point, with the same patience. It is finer than Essence, from
// which it differs in three things. It drops what cannot be read before the
// patience is gone. Of each mood it keeps only between which levels, still
// told apart, it lies. And a concern that can no longer be found, and about
// which nothing asks, counts as settled: neither will pay again.
func (c *Case) Prospect(s State) State {
	if s.Stage == Talking {
		if h, ok := c.from(s.Beat, s.Patience); ok {
			return h.prospect(s)
		}
	}
	return c.Essence(s)
}

func (h *horizon) prospect(s State) State {
	r := h.reading(s.Flags & h.live)
	x := r.base
	for open := h.findable & h.live &^ s.Flags; open != 0; open &= open - 1 {
		x |= r.finding[bits.TrailingZeros64(uint64(open))]
	}
	gone := h.settled &^ s.Flags
	s.Flags = (s.Flags | gone | gone<<MaxConcerns) & h.live
	s.Heat, s.Trust, s.Conf = x.lowest(0, s.Heat), x.lowest(1, s.Trust), x.lowest(2, s.Conf)
	return s
}
