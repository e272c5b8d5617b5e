package trainer_test

import (
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/trainer"
)

func TestSettlingIsKeptForOneselfAlone(t *testing.T) {
	w := newWorld(t)
	ben, err := w.desk.Enrol("Ben", trainer.UsualWeek())
	w.must(err)
	w.must(w.desk.Settle(w.who, trainer.Settling{Profile: ben.ID, Feeling: "nervous", Strength: 4}))
	w.must(w.desk.Settle(w.who, trainer.Settling{After: true}))
	w.open()
	mine, err := w.desk.Settlings(w.who)
	w.must(err)
	theirs, err := w.desk.Settlings(ben)
	w.must(err)
	if len(mine) != 1 || mine[0].Feeling != "nervous" || !mine[0].At.Equal(w.clock.Now()) || len(theirs) != 0 {
		t.Errorf("kept %v, and for the other %v", mine, theirs)
	}
	w.must(w.desk.Unsettle(w.who))
	if mine, err = w.desk.Settlings(w.who); err != nil || len(mine) != 0 {
		t.Errorf("not forgotten: %v, %v", mine, err)
	}
}

func TestSettlingTouchesNoAttempt(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Assessed)
	w.playFirst(p)
	before, err := w.store.Summary(p.Attempt().ID)
	w.must(err)
	records, err := w.store.Records(p.Attempt().ID)
	w.must(err)
	w.must(w.desk.Settle(w.who, trainer.Settling{Feeling: "angry", Strength: 5, Now: 1, Own: "secret words"}))
	after, err := w.store.Summary(p.Attempt().ID)
	w.must(err)
	now, err := w.store.Records(p.Attempt().ID)
	w.must(err)
	if diff := cmp.Diff(before, after); diff != "" || len(now) != len(records) {
		t.Errorf("%d records were %d\n%s", len(now), len(records), diff)
	}
}

func TestWhatHelped(t *testing.T) {
	both := func(before, now int, ways ...trainer.Way) trainer.Settling {
		return trainer.Settling{Strength: before, Now: now, Ways: ways}
	}
	got := trainer.Helped([]trainer.Settling{
		both(4, 2, trainer.Breathing, trainer.Walk), both(4, 4, trainer.Breathing), both(3, 1, trainer.Breathing),
		both(2, 3, trainer.Music), both(0, 2, trainer.Nap), both(5, 0, trainer.Nap),
		both(5, 4, trainer.Loosening), both(5, 4, trainer.Loosening),
	})
	want := []trainer.Help{
		{Way: trainer.Loosening, Weaker: 2, Of: 2},
		{Way: trainer.Walk, Weaker: 1, Of: 1},
		{Way: trainer.Breathing, Weaker: 2, Of: 3},
		{Way: trainer.Music, Weaker: 0, Of: 1},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPractisedAfterTenCalls(t *testing.T) {
	w := newWorld(t)
	for n := range trainer.EnoughCalls {
		if had, err := w.desk.Practised(w.who); err != nil || had {
			t.Fatalf("after %d calls: %v, %v", n, had, err)
		}
		p := w.begin(trainer.Practice)
		w.must(p.Answer())
		w.must(p.HangUp())
	}
	w.begin(trainer.Practice)
	if had, err := w.desk.Practised(w.who); err != nil || !had {
		t.Errorf("after ten calls: %v, %v", had, err)
	}
}

func TestHardCalls(t *testing.T) {
	for name, c := range map[string]struct {
		play func(*world, *trainer.Play)
		hard bool
	}{
		"the papers alone":    {func(*world, *trainer.Play) {}, false},
		"under way":           {func(w *world, p *trainer.Play) { w.must(p.Answer()); w.must(p.Hold()) }, false},
		"played well":         {func(w *world, p *trainer.Play) { w.playFirst(p) }, false},
		"the trainee hung up": {func(w *world, p *trainer.Play) { w.must(p.Answer()); w.must(p.HangUp()) }, true},
		"the caller hung up":  {untilCut, true},
		"the second was well": {func(w *world, p *trainer.Play) { w.playFirst(p); w.later(p); w.playSecond(p) }, false},
		"the second broke off": {func(w *world, p *trainer.Play) {
			w.playFirst(p)
			w.later(p)
			w.must(p.FollowUp())
			w.must(p.Answer())
			w.must(p.HangUp())
		}, true},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			p := w.begin(trainer.Practice)
			c.play(w, p)
			v, err := w.desk.Review(w.who, p.Attempt().ID)
			w.must(err)
			if v.Hard() != c.hard {
				t.Errorf("hard: %v, at %d with heat %d", v.Hard(), v.End.Stage, v.End.Heat)
			}
		})
	}
}

func TestAHotEndIsHard(t *testing.T) {
	for heat, hard := range map[uint8]bool{0: false, 6: false, 7: true, 9: true} {
		v := trainer.Review{
			Case: &call.Case{}, Moves: []call.Move{{Kind: call.Hold}}, Summary: trainer.Summary{Stage: trainer.StageFinal},
			End: call.State{Stage: call.Done, Heat: heat}, Said: []trainer.Said{{Event: call.CallEnded}},
		}
		if v.Hard() != hard {
			t.Errorf("with heat %d at the end: %v", heat, v.Hard())
		}
	}
}

// later turns the clock to the promised hour.
func (w *world) later(p *trainer.Play) {
	w.t.Helper()
	promise, ok := p.Promise()
	if !ok {
		w.t.Fatal("nothing was promised")
	}
	w.clock.Set(promise.Hour.Add(time.Minute))
}

// untilCut gives the replies that anger most until the caller hangs up.
func untilCut(w *world, p *trainer.Play) {
	w.must(p.Answer())
	for p.Stage() == trainer.StageCall {
		worst := slices.MaxFunc(p.Choices(), func(a, b trainer.Choice) int {
			return w.heats(p, a) - w.heats(p, b)
		})
		w.must(p.Reply(worst.Reply, call.CuttingIn))
	}
	if p.State().Stage != call.CallerHungUp {
		w.t.Fatalf("the caller did not hang up: %d", p.State().Stage)
	}
}

// heats is how hot the caller is after a reply, hotter still the less patience
// is left.
func (w *world) heats(p *trainer.Play, c trainer.Choice) int {
	m := call.Move{Kind: call.Reply, Reply: uint16(c.Reply), Timing: call.CuttingIn}
	after, err := p.Case().Step(p.State(), m)
	w.must(err)
	if after.Stage == call.CallerHungUp {
		return 1000
	}
	return 10*int(after.Heat) - int(after.Patience)
}
