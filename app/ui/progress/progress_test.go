package progress_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/progress"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
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

func TestNothingPlayedLeadsToTheLibrary(t *testing.T) {
	s := open(t)
	s.Show(progress.New(s))
	s.Press(fyne.KeyReturn)
	if s.LastOpened().Place != screen.Library {
		t.Errorf("opened %+v", s.LastOpened())
	}
}

func TestAnEndedCallOpensItsDebriefAndAnotherGoesOn(t *testing.T) {
	s := open(t)
	ended := s.Play("cold-rooms", call.Normal, trainer.Practice)
	s.PlayBadly(ended)
	s.Play("soup-without-lids", call.Normal, trainer.Practice)
	s.Show(progress.New(s))
	s.Press(fyne.KeyReturn)
	if r := s.LastOpened(); r.Place != screen.ClientFile || r.Play == nil {
		t.Errorf("the newest opened %+v", r)
	}
	s.TapText("Twenty-one degrees")
	if r := s.LastOpened(); r.Place != screen.Debrief || r.Attempt != ended.Attempt().ID {
		t.Errorf("an ended one opened %+v", r)
	}
}

func TestManyAttemptsLieOnPages(t *testing.T) {
	s := open(t)
	for range 30 {
		s.Play("cold-rooms", call.Normal, trainer.Practice)
	}
	s.Show(progress.New(s))
	if s.Shows("Newer") || !s.Shows("Older") {
		t.Fatalf("the first page says %q", s.Words())
	}
	s.TapText("Older")
	if !s.Shows("Newer") || s.Shows("Older") {
		t.Errorf("the second page says %q", s.Words())
	}
}

// The filters leave what they name, and an empty one leads back to all.
func TestFiltersOfTheList(t *testing.T) {
	s := open(t)
	s.PlayBadly(s.Play("cold-rooms", call.Normal, trainer.Practice))
	s.PlayBadly(s.Play("one-message-only", call.Normal, trainer.Assessed))
	s.Show(progress.New(s))
	if !s.Shows("First sight") || !s.Shows("The four keys over time") || s.Shows("Since last time") {
		t.Errorf("the window says %q", s.Words())
	}
	s.TapText("At first sight")
	if strings.Count(s.Words(), "First sight") != 2 || !s.Shows("One message only") {
		t.Errorf("at first sight shows %q", s.Words())
	}
	s.TapText("Passed")
	if !s.Shows("No call is like that yet.") {
		t.Errorf("passed shows %q", s.Words())
	}
	s.TapText("Show all")
	if !s.Shows("Twenty-one degrees") {
		t.Errorf("all shows %q", s.Words())
	}
}

// The same case once more is laid beside the time before.
func TestSinceLastTime(t *testing.T) {
	s := open(t)
	for range 2 {
		p := s.Play("cold-rooms", call.Normal, trainer.Practice)
		s.PlayOut(p)
		s.FollowUp(p)
		s.PlayOut(p)
	}
	s.Show(progress.New(s))
	for _, words := range []string{"Since last time", "Last time: ", "Your best", "This is what it takes:"} {
		if !s.Shows(words) {
			t.Errorf("%q is missing in %q", words, s.Words())
		}
	}
}

// Who is ready can save a certificate.
func TestACertificate(t *testing.T) {
	s := open(t)
	folder := t.TempDir()
	t.Setenv("XDG_DOCUMENTS_DIR", folder)
	s.Show(progress.New(s))
	if s.Shows("Save a certificate") {
		t.Error("a certificate is offered before the first call")
	}
	progress.MakeReady(s)
	s.Show(progress.New(s))
	if !s.Shows("You are ready.") {
		t.Fatalf("the window says %q", s.Words())
	}
	s.TapText("Save a certificate")
	s.Press(fyne.KeyReturn)
	files, _ := filepath.Glob(filepath.Join(folder, "keepcool-ada-*.pdf"))
	if len(files) != 1 || !s.Shows("The certificate is saved") {
		t.Fatalf("%v: %s", files, s.Words())
	}
	if body, _ := os.ReadFile(files[0]); !strings.HasPrefix(string(body), "%PDF-") {
		t.Error("that is no PDF")
	}
}
