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
	"keepcool/app/ui/chart"
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

// twice plays two cases, the first of them once more, and gives the attempts.
func twice(s *stage.Stage) (first, other, again *trainer.Play) {
	play := func(id string) *trainer.Play {
		p := s.Play(id, call.Normal, trainer.Practice)
		s.PlayOut(p)
		s.FollowUp(p)
		s.PlayOut(p)
		return p
	}
	return play("cold-rooms"), play("soup-without-lids"), play("cold-rooms")
}

// The map of the cases opens the attempt behind a score, and a case's name
// lists its calls alone, and all again.
func TestTheMapOfTheCases(t *testing.T) {
	s := open(t)
	s.PlayOut(s.Play("cold-rooms", call.Normal, trainer.Practice))
	s.Show(progress.New(s))
	if s.Shows("Your cases") {
		t.Error("one case alone has a map")
	}
	_, other, again := twice(s)
	s.Show(progress.New(s))
	if !s.Shows("Your cases") || !s.Shows("Lowest: ") {
		t.Fatalf("the window says %q", s.Words())
	}
	onMap := func() {
		for range 100 {
			if s.Press(fyne.KeyTab); isMap(s.Canvas().Focused()) {
				return
			}
		}
		t.Fatal("Tab does not come to the map")
	}
	onMap()
	if !s.Shows("Twenty-one degrees, in a coat: Keep cool ") {
		t.Errorf("the cell is not named: %q", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if r := s.LastOpened(); r.Place != screen.Debrief || r.Attempt != again.Attempt().ID {
		t.Errorf("a score opened %+v", r)
	}
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	if r := s.LastOpened(); r.Attempt != other.Attempt().ID {
		t.Errorf("a score of the other case opened %+v", r)
	}
	rows := func() int { return strings.Count(s.Words(), "Practice · Normal · ") }
	s.Press(fyne.KeyLeft, fyne.KeyReturn)
	if rows() != 1 {
		t.Errorf("%d calls of the case are listed: %q", rows(), s.Words())
	}
	if s.Press(fyne.KeyReturn); rows() != 4 {
		t.Errorf("%d calls are listed", rows())
	}
}

func isMap(f fyne.Focusable) bool { _, ok := f.(*chart.HeatMap); return ok }

// A case is found by its name, whatever the filter leaves.
func TestFindingACase(t *testing.T) {
	s := open(t)
	twice(s)
	s.Show(progress.New(s))
	rows := func() int { return strings.Count(s.Words(), "Practice · Normal · ") }
	s.Type("f")
	if s.Type("DEGREES  in"); rows() != 2 {
		t.Errorf("%d calls are found: %q", rows(), s.Words())
	}
	if s.Type("zz"); !s.Shows("No call is like that yet.") {
		t.Errorf("the window says %q", s.Words())
	}
	s.TapText("Show all")
	if rows() != 3 {
		t.Errorf("%d calls are listed again", rows())
	}
	if s.TapText("Assessed"); !s.Shows("No call is like that yet.") {
		t.Error("practice counts as assessed")
	}
}

// Two calls are set beside one another by a letter, by mouse, and from the card
// of what changed.
func TestComparing(t *testing.T) {
	s := open(t)
	first, other, again := twice(s)
	want := func(how string, a, b *trainer.Play) {
		t.Helper()
		if r := s.LastOpened(); r.Place != screen.Compare || r.Attempt != a.Attempt().ID || r.Other != b.Attempt().ID {
			t.Errorf("%s opened %+v", how, r)
		}
	}
	s.Show(progress.New(s))
	s.Type("c")
	if !s.Shows("To compare: Twenty-one degrees, in a coat") {
		t.Fatalf("the mark is not told: %q", s.Words())
	}
	s.Press(fyne.KeyTab, fyne.KeyReturn)
	want("C and then Enter", again, other)
	if s.Press(fyne.KeyEscape); s.Shows("To compare: ") {
		t.Error("Escape does not take the mark away")
	}
	spots := func() (all []fyne.Tappable) {
		s.Each(func(o fyne.CanvasObject) bool {
			_, focusable := o.(fyne.Focusable)
			if l, ok := o.(interface{ AccessibilityLabel() string }); ok && l.AccessibilityLabel() == "Compare" && !focusable {
				all = append(all, o.(fyne.Tappable))
			}
			return true
		})
		return all
	}
	s.Tap(spots()[0])
	s.Tap(spots()[0])
	if s.Shows("To compare: ") {
		t.Error("the marked one is not unmarked")
	}
	s.Tap(spots()[2])
	s.Tap(spots()[0])
	want("the mouse", first, again)
	s.Press(fyne.KeyEscape)
	s.TapText("Compare")
	want("the card", first, again)
}
