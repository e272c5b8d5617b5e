package trainer_test

import (
	"errors"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/export"
	"keepcool/app/trainer"
)

// first gives the first reply that is open.
func (w *world) first(p *trainer.Play) {
	w.t.Helper()
	for _, c := range p.Choices() {
		if !c.Promises {
			w.must(p.Reply(c.Reply, call.InTime))
			return
		}
	}
	w.t.Fatal("no reply is open")
}

func TestOwnWordsStayBesideTheReplyThatFollowed(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	if err := p.SayFirst("before the phone"); !errors.Is(err, &trainer.Error{Code: trainer.NotNow}) {
		t.Errorf("said before the call: %v", err)
	}
	w.must(p.Answer())
	w.must(p.SayFirst("taken back with its reply"))
	w.first(p)
	w.must(p.SayFirst("for a moment that was left"))
	w.must(p.Back())
	if text, said := p.SaidFirst(); said {
		t.Errorf("after the step back %q is said already", text)
	}
	w.must(p.SayFirst("hello"))
	w.must(p.SayFirst("hello, who is there?"))
	w.must(p.Open("client")) // an entry between them
	w.must(p.Hold())         // and a move that says nothing
	if text, said := p.SaidFirst(); !said || text != "hello, who is there?" {
		t.Errorf("said %q, %v", text, said)
	}
	id := p.Attempt().ID
	p, err := w.desk.Resume(w.who, id)
	w.must(err)
	if text, _ := p.SaidFirst(); text != "hello, who is there?" {
		t.Errorf("after it was taken up: %q", text)
	}
	w.first(p)
	w.must(p.SayFirst(""))
	w.must(p.HangUp())

	v, err := w.desk.Review(w.who, id)
	w.must(err)
	own, err := w.desk.OwnWords(w.who, v)
	w.must(err)
	if text, aloud := own[2]; len(own) != 2 || own[1] != "hello, who is there?" || !aloud || text != "" {
		t.Errorf("by move: %v", own)
	}
}

// TestOwnWordsAreForTheirTraineeAlone: neither the records, the scorecard, the
// team's table nor another person has them.
func TestOwnWordsAreForTheirTraineeAlone(t *testing.T) {
	const secret = "nobody else reads this"
	w := newWorld(t)
	played := func(say bool) (*trainer.Review, trainer.Attempt) {
		p := w.begin(trainer.Assessed)
		w.must(p.Answer())
		if say {
			w.must(p.SayFirst(secret))
		}
		w.must(p.HangUp())
		v, err := w.desk.Review(w.who, p.Attempt().ID)
		w.must(err)
		return v, p.Attempt()
	}
	silent, _ := played(false)
	v, a := played(true)
	if v.Card.Overall != silent.Card.Overall || v.Card.Verdict != silent.Card.Verdict {
		t.Errorf("scored %v, without own words %v", v.Card.Overall, silent.Card.Overall)
	}
	ben, err := w.desk.Enrol("Ben", trainer.UsualWeek())
	w.must(err)
	boss, err := w.desk.Appoint("Ruth", "four plain words here")
	w.must(err)
	for _, who := range []trainer.Profile{ben, boss, {}} {
		theirs, err := w.desk.Review(who, a.ID)
		w.must(err)
		if own, err := w.desk.OwnWords(who, theirs); err != nil || len(own) > 0 {
			t.Errorf("%s reads %v, %v", who.Name, own, err)
		}
	}
	records, err := w.store.Records(a.ID)
	w.must(err)
	for _, r := range records {
		if strings.Contains(r.Text, secret) {
			t.Errorf("record %d has them", r.Seq)
		}
	}
	sum, err := w.store.Summary(a.ID)
	w.must(err)
	rows, err := w.desk.Team()
	w.must(err)
	var table strings.Builder
	w.must(export.Team(&table, rows))
	for _, text := range []string{string(sum.Card), string(sum.Analysis), table.String()} {
		if strings.Contains(text, secret) {
			t.Errorf("they are in %.80s", text)
		}
	}
}
