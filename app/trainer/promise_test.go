package trainer_test

import (
	"testing"
	"time"

	"keepcool/app/call"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/trainer"
)

func TestWorkingDays(t *testing.T) {
	week := trainer.UsualWeek()
	friday := monday(t).AddDate(0, 0, 4)
	for n, want := range map[int]time.Time{0: friday, 1: friday.AddDate(0, 0, 3), 5: friday.AddDate(0, 0, 7), 6: friday.AddDate(0, 0, 10)} {
		if got := week.AddDays(friday, n); !got.Equal(want) {
			t.Errorf("%d working days after Friday is %s, want %s", n, got, want)
		}
	}
	if got := (trainer.Week{}).AddDays(friday, 2); !got.Equal(friday.AddDate(0, 0, 2)) {
		t.Errorf("a week without working days gives %s", got)
	}
}

func TestJudgePromise(t *testing.T) {
	now := monday(t)
	p := &script.Promise{Soonest: script.Span{N: 2, Unit: script.Hours}, Latest: script.Span{N: 1, Unit: script.Days}}
	for _, tc := range []struct {
		in   time.Duration
		want call.Word
	}{
		{119 * time.Minute, call.TooSoon},
		{2 * time.Hour, call.Good},
		{24 * time.Hour, call.Good},
		{31 * time.Hour, call.Good}, // the end of the next working day
		{31*time.Hour + time.Minute, call.TooLate},
	} {
		if got := trainer.UsualWeek().JudgePromise(p, now, now.Add(tc.in)); got != tc.want {
			t.Errorf("in %s: %d, want %d", tc.in, got, tc.want)
		}
	}
}

// TestLatestFromAFreeDay: who promises on a Sunday night for the next working
// day has until its end.
func TestLatestFromAFreeDay(t *testing.T) {
	sunday := monday(t).AddDate(0, 0, -1).Add(-6 * time.Hour)
	got := trainer.UsualWeek().Latest(sunday, script.Span{N: 1, Unit: script.Days})
	if want := monday(t).Add(7 * time.Hour); !got.Equal(want) {
		t.Errorf("it is %s, want %s", got, want)
	}
	if got := trainer.UsualWeek().Latest(sunday, script.Span{N: 3, Unit: script.Hours}); !got.Equal(sunday.Add(3 * time.Hour)) {
		t.Errorf("hours run by the clock, not to %s", got)
	}
}

// TestWallTimeIsKept: the clocks go forward in the night to 29 March 2026, and
// ten o'clock stays ten o'clock.
func TestWallTimeIsKept(t *testing.T) {
	before := monday(t).AddDate(0, 0, 4)
	after := trainer.UsualWeek().AddDays(before, 1)
	if after.Hour() != 10 || after.Sub(before) != 71*time.Hour {
		t.Errorf("Friday at ten and a working day is %s", after)
	}
	h := trainer.PromiseAt(after)
	if !h.Time().Equal(after) || h.UTC.Hour() != 8 || h.Local != "2026-03-30T10:00" || h.Zone != "Europe/Berlin" {
		t.Errorf("the promise is kept as %+v", h)
	}
	h.Zone = "Nowhere/Atall"
	if !h.Time().Equal(after) {
		t.Errorf("in an unknown zone it is %s", h.Time())
	}
}

// TestHowAPromiseTurnsOut plays the first call and rings at different times.
func TestHowAPromiseTurnsOut(t *testing.T) {
	for _, tc := range []struct {
		name string
		at   func(trainer.Promise) time.Time
		word call.Word
		pass bool
	}{
		{"a little before", func(p trainer.Promise) time.Time { return p.Hour.Add(-20 * time.Minute) }, call.Kept, true},
		{"within the grace", func(p trainer.Promise) time.Time { return p.Grace }, call.Kept, true},
		{"after the grace", func(p trainer.Promise) time.Time { return p.Grace.Add(time.Minute) }, call.Late, true},
		{"a working day later", func(p trainer.Promise) time.Time { return p.Late }, call.Late, true},
		{"more than that", func(p trainer.Promise) time.Time { return p.Late.Add(time.Minute) }, call.Missed, true},
		{"as late as can be repaired", func(p trainer.Promise) time.Time { return p.Lapses }, call.Missed, true},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld(t)
			p := w.begin(trainer.Assessed)
			w.playFirst(p)
			promise, ok := p.Promise()
			if !ok {
				t.Fatal("no promise was made")
			}
			w.clock.Set(tc.at(promise))
			if got := promise.Word(w.clock.Now()); got != tc.word {
				t.Fatalf("the promise is %d, want %d", got, tc.word)
			}
			w.playSecond(p)
			v, err := w.desk.Review(w.who, p.Attempt().ID)
			w.must(err)
			if (v.Card.Verdict == score.Passed) != tc.pass {
				t.Errorf("%s by %s: %+v", v.Card.Verdict, v.Card.Rule, v.Card.Keys)
			}
		})
	}
}

func TestAPromiseLapses(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Assessed)
	w.playFirst(p)
	promise, _ := p.Promise()
	w.clock.Set(promise.Lapses.Add(time.Minute))
	open, err := w.desk.Promises(w.who)
	w.must(err)
	if len(open) != 0 {
		t.Fatalf("a lapsed promise is still open: %+v", open)
	}
	v, err := w.desk.Review(w.who, p.Attempt().ID)
	w.must(err)
	if v.Summary.Stage != trainer.StageFinal || v.Card.Rule.Code != score.RuleLapsed || v.Card.Verdict != score.Failed {
		t.Errorf("it ends as %s: %s by %s", v.Summary.Stage, v.Card.Verdict, v.Card.Rule)
	}
}

func TestMovingAPromise(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.playFirst(p)
	was, _ := p.Promise()
	if err := p.MovePromise(w.clock.Now().Add(-time.Hour)); err == nil {
		t.Error("a promise moves into the past")
	}
	later := was.Hour.Add(8 * time.Hour) // the working day has ended by then
	w.must(p.MovePromise(later))
	now, _ := p.Promise()
	if !now.Hour.Equal(later) || !now.Moved {
		t.Fatalf("the promise is %+v", now)
	}
	if err := p.MovePromise(later.Add(time.Hour)); err == nil {
		t.Error("a promise moves twice")
	}
	if got := now.Word(later); got != call.Late {
		t.Errorf("moved past the caller's latest hour it is %d when rung on time", got)
	}
}
