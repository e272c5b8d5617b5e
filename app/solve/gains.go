package solve

import (
	"slices"

	"keepcool/app/call"
	"keepcool/app/score"
)

// gains are the points of a table made ready for the sweeps: what a reply
// gains is a sum that depends on a few flags, unless it leads to a written
// ending, where moods and more of the flags pay.
type gains struct {
	table   *score.Table
	replies []replyGain
	tooMany bool // points for lanes
}

type replyGain struct {
	ending bool
	always score.Points
	step   step // always, in lanes
	some   []someGain
}

// someGain is gained besides where the flags of mask are as in are.
type someGain struct {
	mask, are call.Flags
	points    score.Points
	step      step // points, in lanes
}

func newGains(t *score.Table) *gains {
	g := &gains{table: t}
	for i := range t.Case.Replies {
		r := prepare(t, i)
		g.tooMany = g.tooMany || !r.ready()
		g.replies = append(g.replies, r)
	}
	return g
}

// prepare asks the table what one flag after another makes of a reply.
func prepare(t *score.Table, i int) replyGain {
	a := &t.Case.Replies[i]
	if t.Case.Beats[a.Go].Ending {
		return replyGain{ending: true}
	}
	with := func(f call.Flags) score.Points {
		s := call.State{Beat: a.Beat, Flags: f}
		return t.Gain(s, call.Move{Kind: call.Reply, Reply: uint16(i)}, s)
	}
	r := replyGain{always: with(0)}
	add := func(mask, are call.Flags) {
		p := with(are)
		for k := range p {
			p[k] -= r.always[k]
		}
		if p != (score.Points{}) {
			r.some = append(r.some, someGain{mask: mask, are: are, points: p})
		}
	}
	for n, k := range a.Settles {
		if !slices.Contains(a.Settles[:n], k) {
			add(call.Found(int(k))|call.Settled(int(k)), call.Found(int(k)))
		}
	}
	for _, sh := range a.Shows {
		if sh.Earned != 0 {
			add(sh.Earned, sh.Earned)
		}
	}
	return r
}

// ready finds the lanes of a gain; it fails when all together are too many.
func (r *replyGain) ready() bool {
	var won, lost score.Points
	for k, p := range r.always {
		won[k], lost[k] = max(0, p), min(0, p)
	}
	var ok bool
	if r.step, ok = lanesOf(r.always); !ok {
		return false
	}
	for i := range r.some {
		x := &r.some[i]
		if x.step, ok = lanesOf(x.points); !ok {
			return false
		}
		for k, p := range x.points {
			won[k] += max(0, p)
			lost[k] += min(0, p)
		}
	}
	_, enough := lanesOf(won)
	_, little := lanesOf(lost)
	return enough && little
}

// reply is what is known beforehand of the gain of a move, if anything is.
func (g *gains) reply(m call.Move) (*replyGain, bool) {
	if m.Kind != call.Reply || g.replies[m.Reply].ending {
		return nil, false
	}
	return &g.replies[m.Reply], true
}

// of is what an open move gains in s.
func (g *gains) of(s call.State, m call.Move) score.Points {
	if r, ok := g.reply(m); ok {
		p := r.always
		for i := range r.some {
			if x := &r.some[i]; s.Flags&x.mask == x.are {
				p = p.Plus(x.points)
			}
		}
		return p
	}
	next, err := g.table.Case.Step(s, m)
	if err != nil {
		return score.Points{} // not reached: closed moves have no gain to ask for
	}
	return g.table.Gain(s, m, next)
}
