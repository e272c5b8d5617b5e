package trainer_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/score"
	"keepcool/app/store"
	"keepcool/app/trainer"
)

func TestTryFromHere(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	w.playBadly(p)
	records, err := w.store.Records(p.Attempt().ID)
	w.must(err)
	v := w.review(p)
	a, err := v.Analyse()
	w.must(err)
	for i, m := range v.Moves {
		trial, err := v.TryFrom(i)
		w.must(err)
		if trial.Back() != nil || len(trial.Made()) != 0 {
			t.Fatal("a trial begins with moves made")
		}
		before, err := trial.Outlook()
		w.must(err)
		if said := trial.Said(); len(said) == 0 || said[len(said)-1].Move >= i {
			t.Errorf("before move %d this was said: %+v", i, said)
		}
		same, err := trial.Give(m)
		w.must(err)
		after, err := same.Outlook()
		w.must(err)
		if fell := before.Card.Overall - after.Card.Overall; fell < -1e-9 {
			t.Errorf("move %d gains %v over the best", i, -fell)
		}
		if !a.Moves[i].HasBetter {
			continue
		}
		better, err := trial.Give(a.Moves[i].Better)
		w.must(err)
		o, err := better.Outlook()
		w.must(err)
		if o.Card.Overall < after.Card.Overall || o.Card.Overall < before.Card.Overall-1e-9 {
			t.Errorf("the better reply to move %d leads to %v, as it was to %v, at best to %v", i, o.Card.Overall, after.Card.Overall, before.Card.Overall)
		}
		if diff := cmp.Diff(before.Line[1:], o.Line); diff != "" {
			t.Error(diff)
		}
		if better.Back() != trial {
			t.Error("a step back does not lead back")
		}
	}
	now, err := w.store.Records(p.Attempt().ID)
	w.must(err)
	if diff := cmp.Diff(records, now); diff != "" {
		t.Errorf("a trial was written down: %s", diff)
	}
}

// TestTrialToItsEnd plays on as the outlook says, over the promise and through
// the second call: it ends with the card that was foretold.
func TestTrialToItsEnd(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	w.playBadly(p)
	trial, err := w.review(p).TryFrom(0)
	w.must(err)
	first, err := trial.Outlook()
	w.must(err)
	for _, m := range first.Line {
		open := trial.Open()
		found := false
		for _, o := range open {
			found = found || o == m
		}
		if !found {
			t.Fatalf("%v is not among %v", m, open)
		}
		trial, err = trial.Give(m)
		w.must(err)
	}
	last, err := trial.Outlook()
	w.must(err)
	if len(trial.Open()) != 0 || len(last.Line) != 0 || last.Card.Verdict != score.Passed {
		t.Errorf("at the end %v is open, %v is to come, the verdict is %s", trial.Open(), last.Line, last.Card.Verdict)
	}
	if diff := cmp.Diff(first.Card, last.Card); diff != "" {
		t.Error(diff)
	}
	if _, err := trial.Give(call.Move{Kind: call.Hold}); err == nil {
		t.Error("a call that is over goes on")
	}
}

// TestReachIsWhereTrialsLead: what is still within reach after each move is what
// a trial from there comes to, and at the end what the call came to, with no key
// lifted to zero.
func TestReachIsWhereTrialsLead(t *testing.T) {
	w := newWorld(t)
	for name, play := range map[string]func(*trainer.Play){
		"badly": w.playBadly,
		"hung up": func(p *trainer.Play) {
			w.must(p.Reply(p.Choices()[0].Reply, call.InTime))
			w.must(p.HangUp())
		},
	} {
		p := w.begin(trainer.Practice)
		w.must(p.Answer())
		play(p)
		v := w.review(p)
		a, err := v.Analyse()
		w.must(err)
		reach, err := v.Reach(a)
		w.must(err)
		if len(reach) != len(v.Moves)+1 {
			t.Fatalf("%s: %d figures for %d moves", name, len(reach), len(v.Moves))
		}
		for i, m := range v.Moves {
			trial, err := v.TryFrom(i)
			w.must(err)
			if got := w.raw(trial); math.Abs(got-reach[i]) > 1e-6 {
				t.Errorf("%s: before move %d %v is within reach, a trial comes to %v", name, i, reach[i], got)
			}
			if trial, err = trial.Give(m); err != nil {
				t.Fatal(err)
			}
			if got := w.raw(trial); math.Abs(got-reach[i+1]) > 1e-6 {
				t.Errorf("%s: after move %d %v is within reach, a trial comes to %v", name, i, reach[i+1], got)
			}
		}
	}
}

// raw is the overall a trial leads to, with no key lifted to zero.
func (w *world) raw(trial *trainer.Trial) (sum float64) {
	o, err := trial.Outlook()
	w.must(err)
	for k, key := range o.Card.Keys {
		sum += float64(w.desk.Shelf.Weights.Key[k]) * float64(key.Points) / float64(key.Best)
	}
	return sum
}

// BenchmarkTryFromHere tries another reply from the first move of a call that
// nobody has asked the engine about yet.
func BenchmarkTryFromHere(b *testing.B) {
	st, err := store.Open(b.TempDir(), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	must := func(err error) {
		b.Helper()
		if err != nil {
			b.Fatal(err)
		}
	}
	clock := &handClock{now: monday(b)}
	d := trainer.NewDesk(st, clock, shelf(b))
	who, err := d.Enrol("Ada", trainer.UsualWeek())
	must(err)
	for _, e := range d.Shelf.Entries {
		for _, set := range call.Settings {
			p, err := d.Begin(who, e, set, trainer.Practice, true)
			must(err)
			must(p.Answer())
			must(p.Reply(p.Choices()[0].Reply, call.InTime))
			if p.Stage() == trainer.StageCall { // some first words end the call
				must(p.HangUp())
			}
			b.Run(strings.TrimSuffix(e.File, ".call")+"/"+set.String(), func(b *testing.B) {
				for b.Loop() {
					v, err := d.Review(who, p.Attempt().ID)
					must(err)
					trial, err := v.TryFrom(0)
					must(err)
					open := trial.Open()
					trial, err = trial.Give(open[len(open)-1])
					must(err)
					_, err = trial.Outlook()
					must(err)
				}
			})
		}
	}
}
