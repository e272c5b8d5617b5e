package trainer

import (
	"slices"

	"keepcool/app/call"
	"keepcool/app/score"
)

// A Trial is a call tried out from one of its moves on: what would have come of
// another reply. Nothing of it is kept. It never changes: each move makes
// another one, so that the engine can be asked in the background.
type Trial struct {
	v      *Review
	r      *replay
	from   int // the move it begins at
	before *Trial
}

// An Outlook is where a trial leads when all goes on from there as well as it
// can.
type Outlook struct {
	Line []call.Move // the moves still to come
	Card score.Card  // the scorecard at their end
}

// TryFrom begins a trial before move i.
func (v *Review) TryFrom(i int) (*Trial, error) {
	r := newReplay(v.Case, v.r.setting)
	for _, m := range v.Moves[:i] {
		if err := r.move(m); err != nil {
			return nil, err
		}
	}
	r.hints = v.r.hints
	v.engine.attend(true)
	return &Trial{v: v, r: r, from: i}, nil
}

// Open are the moves that can be made now: the replies in the order in which
// the attempt shows them, then what else leads on. Replies are in time, hours
// sensible, and everything is read back.
func (t *Trial) Open() []call.Move {
	var all []call.Move
	c, s := t.r.c, t.r.state
	if s.Stage == call.Talking {
		for _, i := range c.Order(t.v.Attempt.Seed, s, nil) {
			all = append(all, call.Move{Kind: call.Reply, Reply: uint16(i)})
		}
	}
	for _, m := range c.Forward(s, nil) {
		if m.Kind != call.Reply {
			all = append(all, m)
		}
	}
	return all
}

// Give is the trial after another move.
func (t *Trial) Give(m call.Move) (*Trial, error) {
	r := t.r.clone()
	if err := r.move(m); err != nil {
		return nil, notNow("not-at-this-point", "This can't be done at this point of the call.")
	}
	return &Trial{v: t.v, r: r, from: t.from, before: t}, nil
}

// Back is the trial before its last move, nil when none was made.
func (t *Trial) Back() *Trial { return t.before }

// State is where the trial stands.
func (t *Trial) State() call.State { return t.r.state }

// Made are the moves made in the trial.
func (t *Trial) Made() []call.Move { return slices.Clone(t.r.moves[t.from:]) }

// Said is what was said from the caller's last line before the trial on.
func (t *Trial) Said() []Said {
	said := t.r.said
	first := len(said)
	for first > 0 && said[first-1].Move >= t.from {
		first--
	}
	for first > 0 && said[first-1].Move == t.from-1 {
		first--
		if said[first].Voice == TheCaller {
			break
		}
	}
	return said[first:len(said):len(said)]
}

// Outlook asks the engine where the trial leads. It belongs in the background.
func (t *Trial) Outlook() (Outlook, error) { return t.v.engine.outlook(t.r) }
