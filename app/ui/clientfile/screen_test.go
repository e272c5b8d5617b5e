package clientfile

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
)

func open(t *testing.T) (*stage.Stage, *store.Store, *trainer.Play) {
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
	return s, st, s.Play(storyCase, call.Normal, trainer.Practice)
}

// papersOf counts how often each paper was opened.
func papersOf(t *testing.T, st *store.Store, p *trainer.Play) map[string]int {
	t.Helper()
	records, err := st.Records(p.Attempt().ID)
	if err != nil {
		t.Fatal(err)
	}
	times := map[string]int{}
	for _, r := range records {
		if r.Kind == trainer.RecordOpened {
			times[r.Text]++
		}
	}
	return times
}

func TestEachPaperIsKeptOnce(t *testing.T) {
	s, st, play := open(t)
	s.Show(New(s, play))
	s.Type("232")
	s.Press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyRight)
	s.TapText("Earlier calls")
	s.Show(New(s, play))
	s.Type("2")
	got := papersOf(t, st, play)
	if len(got) != 4 || got["client"] != 1 || got["past"] != 1 || got["product"] != 1 || got["project"] != 1 {
		t.Errorf("opened %v", got)
	}
	if len(s.Failures) > 0 {
		t.Error(s.Failures)
	}
}

func TestEscapeLeavesTheAttemptWaiting(t *testing.T) {
	s, _, play := open(t)
	s.Show(New(s, play))
	s.Press(fyne.KeyReturn, fyne.KeyEscape)
	if s.Waiting() > 0 || s.Shows("is ringing") {
		t.Errorf("it still rings: %s", s.Words())
	}
	s.Press(fyne.KeyEscape)
	if s.LastOpened().Place != screen.Today || play.Stage() != trainer.StageFile {
		t.Errorf("at %q, the attempt at %q", s.LastOpened().Place, play.Stage())
	}
}

func TestStillDoesNotMove(t *testing.T) {
	s, _, play := open(t)
	s.Preferences().Still = true
	s.Show(New(s, play))
	s.Press(fyne.KeyReturn)
	if s.Waiting() > 0 || !s.Shows("is ringing") {
		t.Errorf("%d timers: %s", s.Waiting(), s.Words())
	}
	s.Preferences().Still = false
	s.Show(New(s, play))
	s.Press(fyne.KeyReturn)
	s.Advance(time.Second)
	if s.Waiting() != 1 {
		t.Errorf("%d timers", s.Waiting())
	}
	s.Clear()
	if s.Waiting() > 0 {
		t.Error("it rings on after the screen has gone")
	}
}

func TestAnswerThatCannotBeKept(t *testing.T) {
	s, st, play := open(t)
	s.Show(New(s, play))
	s.Press(fyne.KeyReturn)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s.Press(fyne.KeyReturn)
	if len(s.Failures) != 1 || len(s.Opened) > 0 || play.Stage() != trainer.StageFile || !s.Shows("is ringing") {
		t.Errorf("failures %v, opened %v, stage %q", s.Failures, s.Opened, play.Stage())
	}
}

func TestBeforeTheSecondCall(t *testing.T) {
	s, _, play := open(t)
	promised(s, play)
	s.SetNow(s.Now().Add(-3 * time.Hour))
	s.Show(New(s, play))
	s.Press(fyne.KeyReturn)
	if len(s.Failures) != 1 || play.Stage() != trainer.StagePending {
		t.Fatalf("rung before it was due: %v, %q", s.Failures, play.Stage())
	}
	s.SetNow(s.Now().Add(3 * time.Hour))
	for _, tab := range []struct{ tab, says string }{
		{"Your notes", "“"}, {"Your log", "Cold rooms every morning"}, {"The promise", "Ring Mrs Vaitkus"},
	} {
		s.TapText(tab.tab)
		if !s.Shows(tab.says) {
			t.Errorf("%s: %s", tab.tab, s.Words())
		}
	}
	s.TapText("I am ready")
	s.TapText("Ring Mrs Vaitkus")
	if s.LastOpened().Place != screen.Call || play.Stage() != trainer.StageCall {
		t.Errorf("at %q, the attempt at %q", s.LastOpened().Place, play.Stage())
	}
}

// slowly is a host on which the engine's work waits to be let go.
type slowly struct {
	*stage.Stage
	engine func()
	works  int
}

// Go holds the second work up: the first writes down that a paper was opened.
func (h *slowly) Go(work func() error, done func(error)) {
	if h.works++; h.works == 2 {
		h.engine = func() { h.Stage.Go(work, done) }
		return
	}
	h.Stage.Go(work, done)
}

func TestThePhoneWaitsForTheEngine(t *testing.T) {
	s, _, play := open(t)
	h := &slowly{Stage: s}
	s.Show(New(h, play))
	if s.Shows("still working out") {
		t.Error("it is told of at once")
	}
	s.Advance(3 * time.Second)
	if !s.Shows("still working out") {
		t.Errorf("it is not told of: %s", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if s.Shows("is ringing") || !s.Shows("One moment, please") {
		t.Fatalf("after Enter: %s", s.Words())
	}
	s.Press(fyne.KeyEscape)
	if s.Shows("One moment, please") || len(s.Opened) > 0 {
		t.Fatalf("after Escape: %s", s.Words())
	}
	s.TapText("I am ready")
	s.Type("2")
	h.engine()
	if !s.Shows("The phone is ringing") || s.Shows("working out") {
		t.Fatalf("the engine is done: %s", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if s.LastOpened().Place != screen.Call || play.Stage() != trainer.StageCall {
		t.Errorf("at %q, the attempt at %q", s.LastOpened().Place, play.Stage())
	}
}

func TestTheEngineIsDoneBeforeItIsWaitedFor(t *testing.T) {
	s, _, play := open(t)
	h := &slowly{Stage: s}
	s.Show(New(h, play))
	h.engine()
	s.Advance(time.Minute)
	if s.Shows("working out") || s.Shows("ringing") || s.Waiting() > 0 {
		t.Errorf("%d timers: %s", s.Waiting(), s.Words())
	}
}

func TestACaseThatCannotBeScored(t *testing.T) {
	s, _, _ := open(t)
	s.Desk().Budget = 10
	play := s.Play("soup-without-lids", call.Normal, trainer.Practice)
	s.Show(New(s, play))
	if !s.Shows("This call can't be played") || play.Stage() != trainer.StageLeft {
		t.Fatalf("the attempt is at %q: %s", play.Stage(), s.Words())
	}
	s.Press(fyne.KeyReturn)
	if s.LastOpened().Place != screen.Library || s.Shows("ringing") {
		t.Errorf("Enter leads to %q", s.LastOpened().Place)
	}
}

func TestTheStoreFailsUnderTheEngine(t *testing.T) {
	s, st, play := open(t)
	h := &slowly{Stage: s}
	s.Show(New(h, play))
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s.Press(fyne.KeyReturn)
	h.engine()
	if len(s.Failures) != 1 || s.Shows("can't be played") || s.Shows("One moment") {
		t.Fatalf("failures %v: %s", s.Failures, s.Words())
	}
	s.Press(fyne.KeyReturn)
	if len(s.Failures) != 2 {
		t.Errorf("it is not tried again: %v", s.Failures)
	}
}

func TestSettleIsOfferedBeforeThePhoneRings(t *testing.T) {
	s, _, play := open(t)
	s.Show(New(s, play))
	s.TapText("Settle first")
	if r := s.LastOpened(); r.Place != screen.Settle || r.Play != play {
		t.Fatalf("at %+v", r)
	}
	s.Show(New(s, play))
	s.Type("s")
	if len(s.Opened) != 2 || play.Stage() != trainer.StageFile {
		t.Fatalf("S leads to %v", s.Opened)
	}
	s.Press(fyne.KeyReturn)
	if s.Type("s"); s.Shows("Settle first") || len(s.Opened) != 2 {
		t.Errorf("it is offered while the phone rings: %s", s.Words())
	}
	promised(s, play)
	s.Show(New(s, play))
	if !s.Shows("Settle first") {
		t.Error("it is not offered before the second call")
	}
}
