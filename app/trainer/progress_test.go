package trainer_test

import (
	"testing"

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
