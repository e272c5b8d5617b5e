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
	if len(got) != 4 || got["client"] != 1 || got["past"] != 1 || got["product"] != 1 || got["primer"] != 1 {
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
