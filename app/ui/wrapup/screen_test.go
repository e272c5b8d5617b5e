package wrapup

import (
	"strings"
	"testing"

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
	play := s.Play(storyCase, call.Normal, trainer.Practice)
	must(play.Answer())
	return s, st, play
}

func TestTheLogIsKeptAsWritten(t *testing.T) {
	s, _, play := open(t)
	toEnd(s, play)
	sc := New(s, play).(*Screen)
	s.Show(sc)
	if !s.Shows("Wednesday 25 November 10:00") {
		t.Errorf("the promise is not told: %s", s.Words())
	}
	s.Type("Cold rooms.")
	s.TapText("Put in my")
	if text := sc.view.concerns.Text(); !strings.HasPrefix(text, "Cold rooms.\nWant: “") {
		t.Errorf("with the notes: %q", text)
	}
	fill(s, sc)
	want := sc.log()
	s.TapText("Keep and see the debrief")
	if r := s.LastOpened(); r.Place != screen.Debrief || r.Attempt != play.Attempt().ID || r.Whose.ID != s.Who().ID {
		t.Fatalf("at %+v", r)
	}
	review, err := s.Desk().Review(s.Who(), play.Attempt().ID)
	if err != nil {
		t.Fatal(err)
	}
	got := review.Logs[0]
	if !got.When.Equal(want.When) || got.Concerns != want.Concerns || got.Mattered != "delivering" || got.Else != want.Else || got.Happy != 4 || got.Who != "Mrs Vaitkus" {
		t.Errorf("kept %+v, wrote %+v", got, want)
	}
}

func TestNothingIsNeeded(t *testing.T) {
	s, _, play := open(t)
	must(play.HangUp())
	s.Show(New(s, play))
	if !s.Shows("No hour was promised") || s.Shows("Put in my") {
		t.Errorf("the window says: %s", s.Words())
	}
	s.TapText("Keep and see the debrief")
	if s.LastOpened().Place != screen.Debrief || play.Stage() != trainer.StageFinal {
		t.Errorf("at %q, the attempt at %q", s.LastOpened().Place, play.Stage())
	}
}

func TestAPromiseBeforeAHangUpIsNone(t *testing.T) {
	s, _, _ := open(t)
	play := s.Play("soup-without-lids", call.Normal, trainer.Practice) // its promise comes before its good-bye
	must(play.Answer())
	for {
		if c := best(play); c.Promises {
			must(play.PromiseReply(c.Reply, call.InTime, s.Now().AddDate(0, 0, 2)))
			break
		} else {
			must(play.Reply(c.Reply, call.InTime))
		}
	}
	if play.Stage() != trainer.StageCall {
		t.Fatal("the promise ends the call")
	}
	must(play.HangUp())
	s.Show(New(s, play))
	if !s.Shows("Nothing is agreed") {
		t.Errorf("the window says: %s", s.Words())
	}
}

func TestTheFieldsHaveBounds(t *testing.T) {
	s, _, play := open(t)
	toEnd(s, play)
	sc := New(s, play).(*Screen)
	s.Show(sc)
	sc.view.concerns.SetText(strings.Repeat("long ", 2000))
	if n := len(sc.view.concerns.Text()); n > mostText {
		t.Errorf("%d bytes", n)
	}
}

func TestAFullStoreKeepsTheWords(t *testing.T) {
	s, st, play := open(t)
	toEnd(s, play)
	sc := New(s, play).(*Screen)
	s.Show(sc)
	fill(s, sc)
	before := sc.log()
	must(st.Close())
	s.TapText("Keep and see the debrief")
	if len(s.Failures) != 1 || len(s.Opened) > 0 || sc.log() != before {
		t.Errorf("failures %v, opened %v", s.Failures, s.Opened)
	}
}

func TestLeavingWithWordsIsAskedFor(t *testing.T) {
	s, _, play := open(t)
	toEnd(s, play)
	sc := New(s, play).(*Screen)
	s.Show(sc)
	s.Type("x")
	s.Press(fyne.KeyEscape, fyne.KeyEscape)
	if len(s.Opened) > 0 {
		t.Fatal("the words are gone")
	}
	s.Press(fyne.KeyEscape)
	s.TapText("Leave without keeping")
	if s.LastOpened().Place != screen.Today || play.Stage() != trainer.StageWrapUp {
		t.Errorf("at %q, the attempt at %q", s.LastOpened().Place, play.Stage())
	}
}

func TestTheSecondLogIsShort(t *testing.T) {
	s, _, play := open(t)
	twice(s, play)
	s.Show(New(s, play))
	if s.Shows("What mattered most") || s.Shows("Promised in the call") || !s.Shows("How does it stand now?") {
		t.Errorf("the window says: %s", s.Words())
	}
}
