package chance

import (
	"fmt"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// A Tally counts what plays of a case at one setting visited and scored.
// Beats, Lines and Replies are counted by their index in the case, once for
// every visit.
type Tally struct {
	Plays   int
	Beats   []int
	Lines   []int
	Replies []int
	Overall Spread
	Keys    [4]Spread

	Passed   int
	HungUp   int // the caller hung up, in the first call or a later one
	Promised int // an hour was promised and a follow-up was drawn

	table   *score.Table
	weights rubric.Weights
	scale   score.Scale
	dice    dice

	moves, open []call.Move
	events      []call.Event
}

// New is a tally without plays. The points and the scale must be of one
// setting of one case.
func New(t *score.Table, w rubric.Weights, scale score.Scale, seed uint64) *Tally {
	return &Tally{
		Beats: make([]int, len(t.Case.Beats)), Lines: make([]int, len(t.Case.Lines)), Replies: make([]int, len(t.Case.Replies)),
		table: t, weights: w, scale: scale, dice: dice(seed),
	}
}

// Play draws one more play and counts it. It fails only for a case that Compile
// would refuse.
func (t *Tally) Play() error {
	end, err := t.draw()
	if err != nil {
		return err
	}
	card, err := score.Score(t.table, score.Play{Setting: t.table.Setting, Moves: t.moves}, t.weights, t.scale)
	if err != nil {
		return err
	}
	t.Plays++
	t.Overall.add(card.Overall)
	for k := range card.Keys {
		t.Keys[k].add(card.Keys[k].Score)
	}
	if card.Verdict == score.Passed {
		t.Passed++
	}
	if card.Promise {
		t.Promised++
	}
	if end.Stage == call.CallerHungUp {
		t.HungUp++
	}
	return nil
}

// draw makes moves until the attempt is over and counts what they visit.
func (t *Tally) draw() (s call.State, err error) {
	c := t.table.Case
	t.moves = t.moves[:0]
	s, t.events = c.Begin(t.table.Setting, t.events[:0])
	t.visit(s)
	for !s.Stage.Over() {
		t.open = choices(c, s, t.open[:0])
		if len(t.open) == 0 {
			return s, fmt.Errorf("no reply is open at the beat %q", c.Beat(s).Script.ID)
		}
		m := t.open[t.dice.below(len(t.open))]
		if m.Kind == call.Reply {
			t.Replies[m.Reply]++
		}
		s, t.events, err = c.Apply(s, m, t.events[:0])
		if err != nil {
			return s, err
		}
		t.moves = append(t.moves, m)
		t.visit(s)
	}
	return s, nil
}

// choices are the moves that one is drawn from.
func choices(c *call.Case, s call.State, into []call.Move) []call.Move {
	if s.Stage != call.Promised {
		return c.Forward(s, into)
	}
	if c.CanRingInside(s) {
		into = append(into, call.Move{Kind: call.RingInside})
	}
	for _, w := range [...]call.Word{call.Kept, call.Late, call.Missed} {
		into = append(into, call.Move{Kind: call.FollowUp, Word: w})
	}
	return into
}

// visit counts the beat that was come to and the line said there. Every beat
// that is entered has its line said.
func (t *Tally) visit(s call.State) {
	for _, e := range t.events {
		if e.Kind == call.LineSaid {
			t.Lines[e.Index]++
			t.Beats[s.Beat]++
		}
	}
}
