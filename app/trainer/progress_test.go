package trainer_test

import (
	"testing"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/trainer"
)

// Progress tells each key over time, the best of each case, and what changed.
func TestProgress(t *testing.T) {
	w, err := pathWorld(t, threeSteps)
	w.must(err)
	look := func() trainer.Progress {
		p, err := w.desk.Progress(w.who)
		w.must(err)
		return p
	}
	if p := look(); len(p.Attempts) != 0 || p.Latest != nil || p.Readiness.Ready() {
		t.Errorf("before the first call: %+v", p)
	}
	w.drop("b")
	if p := look(); len(p.Keys[rubric.Cool]) != 1 || p.Latest != nil || len(p.Bests) != 0 {
		t.Errorf("after one call: %+v", p)
	}
	w.drop("a")
	w.drop("b")
	p := look()
	if len(p.Attempts) != 3 || len(p.Keys[rubric.Follow]) != 3 || p.Latest == nil {
		t.Fatalf("after three calls: %+v", p)
	}
	if p.Latest.Now.Attempt.ID != 3 || p.Latest.Before.Attempt.ID != 1 {
		t.Errorf("attempt %d is compared with %d", p.Latest.Now.Attempt.ID, p.Latest.Before.Attempt.ID)
	}
	if !p.Bests[1] || len(p.Bests) != 1 {
		t.Errorf("the bests are %v; of equals the first is", p.Bests)
	}
	if marks := p.Keys[rubric.Cool]; marks[0].Attempt.Attempt.ID != 1 || marks[2].Attempt.Attempt.ID != 3 {
		t.Error("the marks are not in the order of time")
	}
}

// The cases stand with the latest score of each key that stands: while a
// promise is open, its follow-up key is that of the attempt before.
func TestCaseMarks(t *testing.T) {
	w := newWorld(t)
	done := w.begin(trainer.Practice)
	w.playFirst(done)
	promise, _ := done.Promise()
	w.clock.Set(promise.Hour)
	w.playSecond(done)
	other := w.inTurn("soup-without-lids", call.Normal, 0)
	open := w.begin(trainer.Practice)
	w.playFirst(open)
	w.must(w.begin(trainer.Practice).Leave())
	p, err := w.desk.Progress(w.who)
	w.must(err)
	if len(p.Cases) != 2 || p.Cases[0].Scenario != "cold-rooms" || p.Cases[1].Scenario != "soup-without-lids" {
		t.Fatalf("the cases are %+v", p.Cases)
	}
	c := p.Cases[0]
	if c.Keys[rubric.Cool].Attempt.Attempt.ID != open.Attempt().ID || c.Keys[rubric.Follow].Attempt.Attempt.ID != done.Attempt().ID {
		t.Errorf("the scores are of attempts %d and %d", c.Keys[rubric.Cool].Attempt.Attempt.ID, c.Keys[rubric.Follow].Attempt.Attempt.ID)
	}
	if !c.Known[rubric.Follow] || c.Keys[rubric.Follow].Score != c.Keys[rubric.Follow].Attempt.Keys[rubric.Follow] || c.Title != open.Attempt().Title {
		t.Errorf("%+v", c)
	}
	if got := p.Cases[1].Keys[rubric.Cool].Attempt.Attempt.ID; got != other.Attempt().ID {
		t.Errorf("the other case has the scores of attempt %d", got)
	}
}
