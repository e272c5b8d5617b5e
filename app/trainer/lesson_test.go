package trainer_test

import (
	"errors"
	"testing"

	"keepcool/app/call"
	"keepcool/app/trainer"
)

// A lesson is played like any other call, and nothing of it reaches the store:
// no attempt, no promise, no score, and no search of the engine.
func TestALessonLeavesNothingBehind(t *testing.T) {
	w := newWorld(t)
	p, err := w.desk.Lesson(w.who, "lesson.call", []byte(houseText(t)), true)
	w.must(err)
	w.must(p.Answer())
	p.Accompany()
	if _, err := p.Hint(); !errors.Is(err, &trainer.Error{Code: trainer.NotNow}) {
		t.Errorf("a hint: %v", err)
	}
	for p.Stage() == trainer.StageCall {
		c := p.Choices()[0]
		if c.Promises {
			w.must(p.PromiseReply(c.Reply, call.InTime, w.clock.Now().AddDate(0, 0, 1)))
			continue
		}
		w.must(p.Reply(c.Reply, call.InTime))
	}
	if p.Moves() == 0 || p.CasesMet() != 0 {
		t.Errorf("%d moves, %d cases met", p.Moves(), p.CasesMet())
	}
	kept, err := w.desk.History(w.who, 0, 0)
	w.must(err)
	promises, err := w.desk.Promises(w.who)
	w.must(err)
	if len(kept)+len(promises) > 0 {
		t.Errorf("kept %v and %v", kept, promises)
	}
	if _, err := w.desk.Lesson(w.who, "broken.call", []byte("version: 1\n"), true); !errors.Is(err, &trainer.Error{Code: trainer.BadScenario}) {
		t.Errorf("a broken script: %v", err)
	}
}

// What became of the first call is kept for each person, and done stays done.
func TestTheFirstCallIsKeptForEachPerson(t *testing.T) {
	w := newWorld(t)
	other, err := w.desk.Enrol("Ben", trainer.UsualWeek())
	w.must(err)
	offered := func(who trainer.Profile, want bool) {
		t.Helper()
		today, err := w.desk.Today(who)
		w.must(err)
		if today.FirstCall != want {
			t.Errorf("%s is offered the first call: %v", who.Name, today.FirstCall)
		}
	}
	offered(w.who, true)
	w.must(w.desk.KeepFirstCall(w.who, trainer.FirstCallDone))
	w.must(w.desk.KeepFirstCall(w.who, trainer.FirstCallSkipped))
	if was, err := w.desk.FirstCall(w.who); was != trainer.FirstCallDone || err != nil {
		t.Errorf("it is %q, %v", was, err)
	}
	offered(w.who, false)
	offered(other, true)
	w.must(w.desk.KeepFirstCall(other, trainer.FirstCallSkipped))
	offered(other, false)
}

// Cases are counted once however often they are played, and one whose file was
// only opened is not counted.
func TestCasesMet(t *testing.T) {
	w, err := pathWorld(t, threeSteps)
	w.must(err)
	met := func(id string, want int) *trainer.Play {
		t.Helper()
		p, err := w.desk.Begin(w.who, w.entry(id), call.Normal, trainer.Practice, true)
		w.must(err)
		if p.CasesMet() != want {
			t.Errorf("%s is case number %d, want %d", id, p.CasesMet(), want)
		}
		return p
	}
	met("a", 1)
	met("b", 1)
	w.drop("b")
	met("b", 1)
	p := met("a", 2)
	w.must(p.Answer())
	met("c", 3)
	again, err := w.desk.Resume(w.who, p.Attempt().ID)
	w.must(err)
	if again.CasesMet() != 2 {
		t.Errorf("resumed as case number %d", again.CasesMet())
	}
}
