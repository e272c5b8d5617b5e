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
}

type replyGain struct {
	always score.Points
	some   []someGain
	ending bool
}

// someGain is gained where the flags of mask are as in are.
type someGain struct {
	mask, are call.Flags
	points    score.Points
}

func newGains(t *score.Table) *gains {
	g := &gains{table: t}
	for i := range t.Case.Replies {
		g.replies = append(g.replies, prepare(t, i))
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
			r.some = append(r.some, someGain{mask, are, p})
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

// of is what a move that is open in s gains, as Table.Gain has it.
func (g *gains) of(s call.State, m call.Move) score.Points {
	if m.Kind == call.Reply {
		if r := &g.replies[m.Reply]; !r.ending {
			p := r.always
			for i := range r.some {
				if x := &r.some[i]; s.Flags&x.mask == x.are {
					p = p.Plus(x.points)
				}
			}
			return p
		}
	}
	next, err := g.table.Case.Step(s, m)
	if err != nil {
		return score.Points{} // the edges of closed moves are never asked for
	}
	return g.table.Gain(s, m, next)
}
