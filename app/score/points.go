package score

import (
	"keepcool/app/call"
	"keepcool/app/rubric"
)

// Points are whole points by key. They depend only on the state before a move,
// never on the history, so that the engine can search.
type Points [4]int

// Plus is the sum, key by key.
func (p Points) Plus(q Points) Points {
	for k := range p {
		p[k] += q[k]
	}
	return p
}

// A Reason says what a line of the scorecard is for.
type Reason uint8

// The reasons. All but ForBehaviour are outcome.
const (
	ForBehaviour Reason = iota
	ForConcern          // a concern settled
	ForCalm             // degrees of heat fallen from start to end
	ForValue            // what this caller values, given
	ForPromise          // a good promise at a written ending
	ForFollowUp         // the promise kept, late or missed
)

// An Item is one gain or loss of one move.
type Item struct {
	Move      int        `json:"move"` // index of the move
	Key       rubric.Key `json:"key"`
	Reason    Reason     `json:"reason"`
	Points    int        `json:"points"`
	Behaviour int        `json:"behaviour"` // the rubric's index, -1 where Reason is another
	Shown     int        `json:"shown"`     // which of the reply's Shows is the evidence, -1 where the program saw it
	Concern   int        `json:"concern"`   // the concern settled, -1 where Reason is another
	Critical  bool       `json:"critical,omitempty"`
}

// A Table is the points of a case in a setting, looked up by move. Keep is
// what keeping the promise pays: half of the follow-up key, which only the
// engine can tell.
type Table struct {
	Case    *call.Case
	Setting call.Setting
	Keep    int

	replies  []replyPoints
	concerns []int
	outcome  rubric.Outcome

	cutIn, slow, over, vague, hangUp, readBack, miss item
}

// item is an Item without its move.
type item struct {
	key       rubric.Key
	points    int
	behaviour int
	critical  bool
}

type replyPoints struct {
	always Points   // what it earns and costs each time
	once   []onceBy // what it earns once at a beat on a cycle
	end    bool     // it leads to a written ending of the first call

	critical bool // it shows a critical fault
}

type onceBy struct {
	key    rubric.Key
	points int
	earned call.Flags
}

// NewTable prepares the points of a case in a setting. Keep starts at zero.
func NewTable(c *call.Case, set call.Setting) *Table {
	t := &Table{Case: c, Setting: set, outcome: c.Rubric.Outcome}
	for id, to := range map[string]*item{
		rubric.CutIn: &t.cutIn, rubric.SlowToAnswer: &t.slow, rubric.OverPromise: &t.over,
		rubric.VaguePromise: &t.vague, rubric.HangUpOnCaller: &t.hangUp, rubric.CallReadBack: &t.readBack,
		rubric.MissPromise: &t.miss,
	} {
		if i, ok := c.Rubric.Index(id); ok {
			b := c.Rubric.Behaviours[i]
			*to = item{b.Key, b.Points, i, b.Critical}
		}
	}
	for _, k := range c.Scenario.Concerns {
		pays := k.Pays
		if pays < 0 {
			pays = t.outcome.Concern
		}
		t.concerns = append(t.concerns, pays)
	}
	for i := range c.Replies {
		t.replies = append(t.replies, t.prepare(&c.Replies[i]))
	}
	return t
}

func (t *Table) prepare(a *call.Answer) replyPoints {
	var p replyPoints
	first := t.Case.Beats[a.Beat].Call == 0
	for _, sh := range a.Shows {
		b := &t.Case.Rubric.Behaviours[sh.Behaviour]
		p.critical = p.critical || b.Critical
		if b.Key == rubric.Gate {
			continue
		}
		k := keyIn(first, b.Key)
		switch {
		case b.Fault():
			p.always[k] += b.Points
		case sh.Wanted && sh.Earned == 0:
			p.always[k] += b.Points
		case sh.Wanted:
			p.once = append(p.once, onceBy{k, b.Points, sh.Earned})
		}
	}
	p.end = first && t.Case.Beats[a.Go].Ending
	return p
}

// keyIn is the key a point counts in: after the first call, every point is
// follow-up, whatever its behaviour.
func keyIn(first bool, k rubric.Key) rubric.Key {
	if first {
		return k
	}
	return rubric.Follow
}

// Gain is what the move from s to next earned, by key: the sum of its Items.
func (t *Table) Gain(s call.State, m call.Move, next call.State) Points {
	var p Points
	first := t.Case.InFirstCall(s)
	switch m.Kind {
	case call.Reply:
		r := &t.replies[m.Reply]
		p = r.always
		for _, o := range r.once {
			if !s.Has(o.earned) {
				p[o.key] += o.points
			}
		}
		t.addWords(&p, first, m)
		t.addOutcome(&p, first, s, m, next)
	case call.ReadBackMove:
		if t.Case.EarnsReadBack(s, m) {
			p[keyIn(first, t.readBack.key)] += t.readBack.points
		}
	case call.HangUp:
		if !t.Case.Beat(s).Fair {
			p[keyIn(first, t.hangUp.key)] += t.hangUp.points
		}
	case call.FollowUp:
		p[rubric.Follow] += t.followUp(m.Word)
	}
	return p
}

func (t *Table) addWords(p *Points, first bool, m call.Move) {
	switch m.Timing {
	case call.CuttingIn:
		p[keyIn(first, t.cutIn.key)] += t.cutIn.points
	case call.Slow:
		p[keyIn(first, t.slow.key)] += t.slow.points
	}
	switch m.Word {
	case call.TooSoon:
		p[keyIn(first, t.over.key)] += t.over.points
	case call.Vague:
		p[keyIn(first, t.vague.key)] += t.vague.points
	}
}

func (t *Table) addOutcome(p *Points, first bool, s call.State, m call.Move, next call.State) {
	a := &t.Case.Replies[m.Reply]
	for _, k := range a.Settles {
		if newlySettled(s, k) {
			p[keyIn(first, rubric.Bases)] += t.concerns[k]
		}
	}
	if t.replies[m.Reply].end {
		p[rubric.Cool] += t.calm(next)
		if next.Has(call.Given) {
			p[rubric.Extra] += t.outcome.Value
		}
		if next.Has(call.HasPromise) && next.Word() == call.Good {
			p[rubric.Follow] += t.outcome.Promise
		}
	}
}

func newlySettled(s call.State, k uint8) bool {
	return s.Has(call.Found(int(k))) && !s.Has(call.Settled(int(k)))
}

// calm is what the heat fallen since the start pays; a caller left hotter
// pays nothing, the faults that heated them have cost already.
func (t *Table) calm(end call.State) int {
	start := int(t.Case.Start(t.Setting).Heat)
	return max(0, start-int(end.Heat)) * t.outcome.Calm
}

// followUp is what the promise pays by how it turned out: all, half, a quarter
// with the cost of missing it included, or that cost alone.
func (t *Table) followUp(w call.Word) int {
	switch w {
	case call.Kept:
		return t.Keep
	case call.Late:
		return t.Keep / 2
	case call.Missed:
		return t.Keep / 4
	}
	return t.miss.points
}

// Critical reports whether the move shows a critical fault.
func (t *Table) Critical(s call.State, m call.Move) bool {
	switch m.Kind {
	case call.Reply:
		return t.replies[m.Reply].critical
	case call.HangUp:
		return t.hangUp.critical && !t.Case.Beat(s).Fair
	}
	return false
}
