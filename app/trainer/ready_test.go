package trainer_test

import (
	"testing"
	"time"

	"keepcool/app/call"
	"keepcool/app/trainer"
)

// A variant is seen for the first time once, and none of a case is once its
// better replies were opened.
func TestFirstSights(t *testing.T) {
	w := houseWorld(t, map[string]string{"house.call": houseText(t)})
	begin := func(scenario string) trainer.Attempt {
		p, err := w.desk.Begin(w.who, w.entry(scenario), call.Normal, trainer.Practice, true)
		w.must(err)
		w.must(p.Answer())
		w.must(p.Leave())
		w.clock.Set(w.clock.Now().Add(time.Hour))
		return p.Attempt()
	}
	first := func() map[int64]bool {
		all, err := w.store.Summaries(trainer.Query{Profile: w.who.ID})
		w.must(err)
		sights, err := w.desk.FirstSights(w.who, all)
		w.must(err)
		return sights
	}
	a, b := begin("house"), begin("house") // each variant comes before one comes again
	again := begin("house")
	sights := first()
	if !sights[a.ID] || !sights[b.ID] || sights[again.ID] {
		t.Errorf("at first sight: %v", sights)
	}

	left := func(who trainer.Profile, scenario string) int {
		n, err := w.desk.SightsLeft(who, scenario)
		w.must(err)
		return n
	}
	if left(w.who, "cold-rooms") != 2 || left(w.who, "house") != 0 || left(w.who, "nowhere") != 0 {
		t.Errorf("left are %d, %d and %d", left(w.who, "cold-rooms"), left(w.who, "house"), left(w.who, "nowhere"))
	}
	c := begin("cold-rooms")
	if left(w.who, "cold-rooms") != 1 {
		t.Errorf("after one, %d are left", left(w.who, "cold-rooms"))
	}
	w.must(w.desk.SeeBetter(w.who, "cold-rooms"))
	since := begin("cold-rooms") // the other variant, with the answers known
	w.must(w.desk.SeeBetter(w.who, "cold-rooms"))
	sights = first()
	if !sights[c.ID] || sights[since.ID] || !sights[a.ID] {
		t.Errorf("after the better replies were opened: %v", sights)
	}
	ben, err := w.desk.Enrol("Ben", trainer.UsualWeek())
	w.must(err)
	if left(w.who, "cold-rooms") != 0 || left(ben, "cold-rooms") != 2 {
		t.Errorf("left are %d, and for somebody else %d", left(w.who, "cold-rooms"), left(ben, "cold-rooms"))
	}
}

// Each condition of the rule can be the one that is not met.
func TestReadyRule(t *testing.T) {
	now := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	pass := func(id int64, scenario, kind string, difficulty, daysAgo int) trainer.Pass {
		at := now.AddDate(0, 0, -daysAgo)
		return trainer.Pass{
			Summary: trainer.Summary{
				Attempt: trainer.Attempt{ID: id, Scenario: scenario, Started: at, Zone: "UTC"}, Changed: at,
			},
			Kind: kind, Difficulty: difficulty,
		}
	}
	good := []trainer.Pass{
		pass(1, "a", "lost user", 4, 3), pass(2, "b", "survey", 1, 2), pass(3, "c", "survey", 2, 2),
	}
	rule := trainer.UsualReadyRule()
	if r := rule.Judge(good, now); !r.Ready() || r.Passes[0].Summary.Attempt.ID != 3 {
		t.Errorf("three good passes: %+v", r)
	}
	more := append([]trainer.Pass{pass(9, "d", "survey", 2, 0), pass(8, "d", "survey", 2, 0)}, good...)
	grounds := rule.Grounds(more, now)
	if len(grounds) != 3 || grounds[0].Summary.Attempt.ID != 9 || grounds[2].Summary.Attempt.ID != 1 || !rule.Judge(grounds, now).Ready() {
		t.Errorf("ready by %+v", grounds)
	}
	if left := rule.Grounds(good[:2], now); left != nil {
		t.Errorf("who is not ready is so by %+v", left)
	}
	for lacks, change := range map[trainer.Condition]func([]trainer.Pass) []trainer.Pass{
		trainer.ReadyPasses: func(p []trainer.Pass) []trainer.Pass { return p[:2] },
		trainer.ReadyCases: func(p []trainer.Pass) []trainer.Pass {
			p[2].Summary.Attempt.Scenario = "b"
			return p
		},
		trainer.ReadyKinds: func(p []trainer.Pass) []trainer.Pass { p[0].Kind = "survey"; return p },
		trainer.ReadyDays: func(p []trainer.Pass) []trainer.Pass {
			p[0].Summary.Attempt.Started = p[1].Summary.Attempt.Started
			return p
		},
		trainer.ReadyHard: func(p []trainer.Pass) []trainer.Pass { p[0].Difficulty = 3; return p },
		trainer.ReadyFresh: func(p []trainer.Pass) []trainer.Pass {
			for i := range p {
				p[i].Summary.Changed = now.AddDate(0, 0, -91)
			}
			return p
		},
	} {
		r := rule.Judge(change(append([]trainer.Pass(nil), good...)), now)
		for _, m := range r.Measures {
			// Two passes are of two cases at most.
			if short := m.Condition == lacks || lacks == trainer.ReadyPasses && m.Condition == trainer.ReadyCases; m.Met() == short {
				t.Errorf("without %s: %s has %d of %d", lacks, m.Condition, m.Have, m.Need)
			}
		}
		if r.Ready() {
			t.Errorf("ready without %s", lacks)
		}
	}
}

// An assessed pass at first sight counts; practice does not, and neither does
// one with the clock set by hand.
func TestReadiness(t *testing.T) {
	w := newWorld(t)
	count := func() int {
		p, err := w.desk.Progress(w.who)
		w.must(err)
		return len(p.Readiness.Passes)
	}
	for _, step := range []struct {
		mode  trainer.Mode
		tried bool
		want  int
	}{{trainer.Practice, false, 0}, {trainer.Assessed, false, 1}} {
		w.desk.ClockSet = step.tried
		p := w.begin(step.mode)
		w.playFirst(p)
		w.clock.Set(w.onePromise().Hour)
		w.playSecond(p)
		if got := count(); got != step.want {
			t.Errorf("after %s: %d passes count, want %d", step.mode, got, step.want)
		}
	}
	progress, err := w.desk.Progress(w.who)
	w.must(err)
	r := progress.Readiness
	if p := r.Passes[0]; p.Kind != "lost user" || p.Difficulty != 3 || r.Ready() {
		t.Errorf("the pass is %+v, ready %v", p, r.Ready())
	}
}
