package today_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/callroom"
	"keepcool/app/ui/clientfile"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
	"keepcool/app/ui/today"
	"keepcool/app/ui/widget"
)

func open(t *testing.T) *stage.Stage {
	t.Helper()
	st, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stage.New(st, stage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); _ = st.Close() })
	s.Trainee("Ada")
	return s
}

// promised plays a first call to its promise.
func promised(t *testing.T, s *stage.Stage) (*trainer.Play, trainer.Promise) {
	t.Helper()
	p := s.Play("soup-without-lids", call.Normal, trainer.Practice)
	s.PlayOut(p)
	promise, ok := p.Promise()
	if !ok {
		t.Fatal("the best call made no promise")
	}
	return p, promise
}

func TestTheFirstDayLeadsToTheFirstCall(t *testing.T) {
	s := open(t)
	s.Show(today.New(s))
	words := s.Words()
	first, path := strings.Index(words, "Your first call: 3 minutes"), strings.Index(words, "A good one to begin with")
	if first < 0 || path < first {
		t.Errorf("the window says %q", words)
	}
	s.Press(fyne.KeyReturn)
	if r := s.LastOpened(); r.Place != screen.FirstCall {
		t.Errorf("Enter opened %+v", r)
	}
}

func TestASkippedFirstCallMakesRoom(t *testing.T) {
	s := open(t)
	s.Show(today.New(s))
	s.TapText("Skip")
	if s.Shows("Your first call") || len(s.Said) != 1 {
		t.Errorf("said %q, and the window says %q", s.Said, s.Words())
	}
	if was, err := s.Desk().FirstCall(s.Who()); was != trainer.FirstCallSkipped || err != nil {
		t.Errorf("kept %q, %v", was, err)
	}
	s.Press(fyne.KeyReturn)
	if r := s.LastOpened(); r.Place != screen.Library || r.Scenario == "" {
		t.Errorf("Enter opened %+v", r)
	}
}

func TestWhoHasBegunACallNeedsNoFirstCall(t *testing.T) {
	s := open(t)
	s.Play("cold-rooms", call.Normal, trainer.Practice)
	s.Show(today.New(s))
	if s.Shows("Your first call") {
		t.Errorf("the window says %q", s.Words())
	}
}

func TestAfterTheFirstCallTheDayLeadsToTheLibrary(t *testing.T) {
	s := open(t)
	if err := s.Desk().KeepFirstCall(s.Who(), trainer.FirstCallDone); err != nil {
		t.Fatal(err)
	}
	s.Show(today.New(s))
	if s.Shows("Your first call") || !s.Shows("A good one to begin with") {
		t.Errorf("the window says %q", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if r := s.LastOpened(); r.Place != screen.Library || r.Scenario == "" {
		t.Errorf("Enter opened %+v", r)
	}
}

func TestAnUnfinishedCallIsResumedWhereItWas(t *testing.T) {
	s := open(t)
	p := s.Play("cold-rooms", call.Normal, trainer.Practice)
	if err := p.Answer(); err != nil {
		t.Fatal(err)
	}
	s.Show(today.New(s))
	s.TapText("Resume")
	r := s.LastOpened()
	if r.Place != screen.Call || r.Play == nil || r.Play.State() != p.State() {
		t.Errorf("opened %+v", r)
	}
}

func TestAPromiseIsMovedOnceAndThenKept(t *testing.T) {
	s := open(t)
	_, promise := promised(t, s)
	s.SetNow(promise.Hour.Add(-50 * time.Minute))
	s.Show(today.New(s))
	s.TapText("Move the hour")
	s.Press(fyne.KeyReturn)
	if !s.Shows("That is the hour you gave already.") {
		t.Fatalf("moved to the same hour: %q", s.Words())
	}
	s.TapText("Tomorrow")
	s.TapText("Move it")
	if len(s.Said) != 1 || s.Shows("Move the hour") {
		t.Fatalf("said %q; the window says %q", s.Said, s.Words())
	}
	s.Advance(24 * time.Hour)
	if !s.Shows("You can ring from") {
		t.Fatalf("too early it says %q", s.Words())
	}
	s.Advance(50 * time.Minute)
	if !s.Shows("Ring now") {
		t.Fatalf("at its hour it says %q", s.Words())
	}
	s.Press(fyne.KeyReturn)
	r := s.LastOpened()
	if r.Place != screen.ClientFile || r.Play == nil || !r.Play.Call().Script.Outgoing {
		t.Errorf("ringing opened %+v", r)
	}
}

func TestAMissedPromiseRings(t *testing.T) {
	s := open(t)
	_, promise := promised(t, s)
	s.Show(today.New(s))
	s.SetNow(promise.Late)
	s.Advance(time.Minute)
	if !s.Shows("waited, and is ringing now") {
		t.Fatalf("a missed promise says %q", s.Words())
	}
	s.TapText("Answer")
	if r := s.LastOpened(); r.Play == nil || r.Play.Call().Script.Outgoing {
		t.Errorf("answering opened %+v", r)
	}
}

func TestALapsedPromiseGoes(t *testing.T) {
	s := open(t)
	_, promise := promised(t, s)
	s.Show(today.New(s))
	s.SetNow(promise.Lapses)
	s.Advance(time.Minute)
	if s.Shows("A promise to keep") {
		t.Errorf("it is still there: %q", s.Words())
	}
	if len(s.Failures) != 0 {
		t.Error(errors.Join(s.Failures...))
	}
}

func TestTheClockStopsWithTheScreen(t *testing.T) {
	s := open(t)
	s.Show(today.New(s))
	if s.Waiting() == 0 {
		t.Fatal("nothing keeps the hours up to date")
	}
	s.Clear()
	if s.Waiting() != 0 {
		t.Errorf("%d timers run on", s.Waiting())
	}
}

func TestALastAttemptOpensItsDebrief(t *testing.T) {
	s := open(t)
	p, _ := promised(t, s)
	s.Show(today.New(s))
	s.TapText("Practice, Today")
	if r := s.LastOpened(); r.Place != screen.Debrief || r.Attempt != p.Attempt().ID {
		t.Errorf("opened %+v", r)
	}
}

// The call inside the house is rung from the card of its promise, played like
// any other, and leads back to Today.
func TestTheCallInsideIsRungFromThePromise(t *testing.T) {
	s := open(t)
	s.PlayToInside()
	s.Show(today.New(s))
	if !s.Shows("Before that: ring Mei at the yard") {
		t.Fatalf("the window says %q", s.Words())
	}
	s.TapText("Ring inside")
	r := s.LastOpened()
	if r.Place != screen.ClientFile || r.Play == nil || !r.Play.InHouse() {
		t.Fatalf("opened %+v", r)
	}
	s.Show(clientfile.New(s, r.Play))
	if !s.Shows("Before you ring inside the house") || !s.Shows("Mei at the yard") || s.Shows("then ring Mr Rahman") {
		t.Errorf("the window says %q", s.Words())
	}
	s.Show(today.New(s))
	if !s.Shows("You are on the line with Mei at the yard. End that call first.") {
		t.Errorf("the window says %q", s.Words())
	}
	if err := r.Play.Answer(); err != nil {
		t.Fatal(err)
	}
	s.Show(callroom.New(s, r.Play))
	s.PlayOut(r.Play)
	s.Show(callroom.New(s, r.Play))
	s.Show(today.New(s))
	if s.Shows("Before that: ring Mei at the yard") {
		t.Error("the call inside is offered again")
	}
}

func TestAFailedFirstCallCanBeRescued(t *testing.T) {
	s := open(t)
	s.PlayBadly(s.Play("just-the-list", call.Normal, trainer.Practice))
	s.Show(today.New(s))
	if !s.Shows("Once more, while it is fresh.") || !s.Shows("Or choose Rescue") {
		t.Errorf("the window says %s", s.Words())
	}
}

// What comes back of one's own calls is offered when it is due, before that it is
// told in a line, and over midnight the one turns into the other.
func TestMomentsAreOfferedWhenTheyAreDue(t *testing.T) {
	s := open(t)
	s.Show(today.New(s))
	if s.Shows("from your own calls") {
		t.Errorf("before any call the window says %q", s.Words())
	}
	p := s.Play("onions-brown", call.Normal, trainer.Practice)
	p.Accompany()
	s.PlayBadly(p)
	s.Show(today.New(s))
	if !s.Shows("The next moment from your own calls comes on Thursday 26 November.") || s.Shows("Five minutes") {
		t.Errorf("on the day of the call the window says %q", s.Words())
	}
	s.SetNow(s.Now().Add(2 * 24 * time.Hour))
	s.Show(today.New(s))
	if !s.Shows("The next moment from your own calls comes tomorrow.") {
		t.Errorf("two days later the window says %q", s.Words())
	}
	s.SetNow(s.Now().Add(24 * time.Hour))
	s.Advance(time.Minute)
	if !s.Shows("Five minutes: 3 moments from your own calls") || s.Shows("The next moment") {
		t.Fatalf("three days later the window says %q", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if r := s.LastOpened(); r.Place != screen.Moment {
		t.Errorf("Enter opened %+v", r)
	}
}

// Whoever works by keys stays where they are when the page is drawn anew, and
// is led on when what they pressed goes away.
func TestTheFocusOutlivesADrawing(t *testing.T) {
	s := open(t)
	at := func() string {
		b, ok := s.Canvas().Focused().(*widget.Button)
		if !ok {
			t.Fatalf("the focus is on %v", s.Canvas().Focused())
		}
		return b.Text()
	}
	s.Show(today.New(s))
	s.Press(fyne.KeyTab)
	if at() != "Skip" {
		t.Fatalf("Tab led to %q", at())
	}
	s.Press(fyne.KeyReturn)
	if at() != "Choose" {
		t.Errorf("after Skip the focus is on %q", at())
	}
	s.PlayOut(s.Play("soup-without-lids", call.Normal, trainer.Practice))
	s.Show(today.New(s))
	s.ShiftTab()
	was, button := at(), s.Canvas().Focused()
	s.Advance(2 * time.Minute)
	if was == "Choose" || at() != was || s.Canvas().Focused() == button {
		t.Errorf("the focus was on %q and is on %q", was, at())
	}
}
