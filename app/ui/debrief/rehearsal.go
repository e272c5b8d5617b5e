package debrief

import (
	"time"

	"keepcool/app/call"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
)

// A rehearsal plays an attempt on a stage, move by move as the engine advises,
// or against its advice. Stories and tests read its debrief.
type rehearsal struct {
	set  *stage.Stage
	play *trainer.Play
	x    *solve.Solution
}

// rehearse picks up the phone for a trainee who has asked for the better replies
// of the case before.
func rehearse(s *stage.Stage, p *trainer.Play) *rehearsal {
	must(s.Desk().SeeBetter(s.Who(), p.Attempt().Scenario))
	return unseen(s, p)
}

// unseen picks up the phone for a trainee who has not.
func unseen(s *stage.Stage, p *trainer.Play) *rehearsal {
	setting, _ := call.ParseSetting(p.Attempt().Setting)
	scale, err := s.Desk().Scale(p.Attempt(), p.Case(), setting)
	must(err)
	must(p.Answer())
	return &rehearsal{s, p, solve.With(p.Case(), setting, s.Desk().Shelf.Weights, scale, solve.DefaultBudget)}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// A choice picks the next move.
type choice func(*rehearsal) call.Move

// best is the engine's own move.
func best(r *rehearsal) call.Move {
	line, err := r.x.BestLine(r.play.State())
	must(err)
	return line[0]
}

// costliest is the reply that costs most, without a critical fault.
func costliest(r *rehearsal) call.Move {
	worst, cost := best(r), -1.0
	for _, c := range r.play.Choices() {
		m := call.Move{Kind: call.Reply, Reply: uint16(c.Reply)}
		if r.isCritical(c.Reply) {
			continue
		}
		j, err := r.x.Judge(r.play.State(), m)
		must(err)
		if j.Cost > cost {
			worst, cost = m, j.Cost
		}
	}
	return worst
}

// critical is a reply with a critical fault, or hanging up where none is open.
func critical(r *rehearsal) call.Move {
	for _, c := range r.play.Choices() {
		if r.isCritical(c.Reply) {
			return call.Move{Kind: call.Reply, Reply: uint16(c.Reply)}
		}
	}
	return call.Move{Kind: call.HangUp}
}

// until plays the best call up to where pick finds a reply of its own, or the
// last move of the call has come.
func (r *rehearsal) until(pick choice) *rehearsal {
	for r.play.Stage() == trainer.StageCall {
		m := pick(r)
		next, err := r.play.Case().Step(r.play.State(), best(r))
		must(err)
		if m.Kind == call.Reply || next.Stage != call.Talking {
			r.do(m)
			return r
		}
		r.do(best(r))
	}
	return r
}

func (r *rehearsal) isCritical(reply int) bool {
	for _, sh := range r.play.Case().Replies[reply].Shows {
		if r.play.Case().Rubric.Behaviours[sh.Behaviour].Critical {
			return true
		}
	}
	return false
}

// times makes at most n moves of a call.
func (r *rehearsal) times(n int, pick choice) *rehearsal {
	for ; n > 0 && r.play.Stage() == trainer.StageCall; n-- {
		r.do(pick(r))
	}
	return r
}

// do makes a move. Before reading back, everything worth noting is noted.
func (r *rehearsal) do(m call.Move) {
	switch m.Kind {
	case call.Reply:
		if !r.play.Case().Replies[m.Reply].Promises {
			must(r.play.Reply(int(m.Reply), m.Timing))
			return
		}
		must(r.play.PromiseReply(int(m.Reply), m.Timing, r.hour(m.Word)))
	case call.Hold:
		must(r.play.Hold())
	case call.Breathe:
		must(r.play.Breathe())
	case call.ReadBackMove:
		r.note(script.Want, script.Need)
		_, err := r.play.ReadBack()
		must(err)
	case call.HangUp:
		must(r.play.HangUp())
	case call.FollowUp:
		must(r.play.FollowUp())
	case call.RingInside:
		must(r.play.RingInside())
		must(r.play.Answer())
	}
}

// note keeps the facts of those kinds that the caller has told.
func (r *rehearsal) note(kinds ...script.FactKind) {
	for _, said := range r.play.Said() {
		if said.Line < 0 {
			continue
		}
		for _, f := range r.play.Case().Lines[said.Line].Script.Says {
			for _, k := range kinds {
				if f.Kind == k {
					must(r.play.Keep(call.Note{Line: said.Line, Start: f.Start, End: f.End, Label: f.Kind}))
				}
			}
		}
	}
}

// hour is a promised hour that is judged by that word, the zero one for vague.
func (r *rehearsal) hour(w call.Word) time.Time {
	if w == call.Vague {
		return time.Time{}
	}
	now := r.set.Now()
	for n := 1; n < 400; n++ {
		at := now.Truncate(time.Hour).Add(time.Duration(n) * time.Hour)
		if at.Hour() >= 9 && at.Hour() <= 16 && r.play.JudgePromise(at) == w {
			return at
		}
	}
	panic("no hour is judged so")
}

// write keeps the log of the call that has ended, in the case's own words: what
// was stated, and what else came to light.
func (r *rehearsal) write(happy int) *rehearsal {
	if r.play.Stage() != trainer.StageWrapUp {
		return r
	}
	s := r.play.Scenario()
	l := trainer.Log{Who: s.Caller.Name, When: r.set.Now(), Mattered: s.Caller.Values.Text, Happy: happy}
	for i, c := range s.Concerns {
		switch {
		case !c.Hidden && l.Concerns == "":
			l.Concerns = c.Text
		case c.Hidden && l.Else == "" && r.play.State().Has(call.Found(i)):
			l.Else = c.Text
		}
	}
	must(r.play.Log(l))
	return r
}

// second opens the second call so long after its hour, and picks up.
func (r *rehearsal) second(late time.Duration) *rehearsal {
	p, ok := r.play.Promise()
	if !ok {
		panic("nothing was promised")
	}
	r.set.SetNow(p.Hour.Add(late))
	must(r.play.FollowUp())
	if r.play.Stage() == trainer.StageFile {
		must(r.play.Answer())
	}
	return r
}

// endless is more moves than any call has.
const endless = 1000

// whole plays a call to its end and writes the log.
func (r *rehearsal) whole(pick choice) *rehearsal { return r.times(endless, pick).write(4) }

// longCall is a case whose best call takes that many moves.
func longCall(s *stage.Stage, moves int) *trainer.Play {
	return s.PlayLong(moves)
}
