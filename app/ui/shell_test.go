package ui_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
	"keepcool/app/ui/theme"
	"keepcool/scenarios"
)

// window is a shell with a person's hands on it.
type window struct {
	*ui.Shell
	stage.Hands
	*stage.Clock
	set *stage.Stage // over the same store, to play ahead
}

// Now is the shell's.
func (w *window) Now() time.Time { return w.Clock.Now() }

// After is the shell's.
func (w *window) After(d time.Duration, f func()) func() { return w.Clock.After(d, f) }

// told keeps what the desktop was asked to say.
type told struct {
	said []string
	err  error
}

func (n *told) Notify(title, body string) error {
	n.said = append(n.said, title)
	return n.err
}

func open(t *testing.T, prepare func(*stage.Stage), d ui.Deps) *window {
	t.Helper()
	st, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := stage.New(st, stage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if prepare != nil {
		prepare(set)
	}
	shelf, err := trainer.OpenShelf(scenarios.FS, nil)
	if err != nil {
		t.Fatal(err)
	}
	clock := stage.NewClock(set.Now())
	d.Desk = trainer.NewDesk(st, clock, shelf)
	d.Background = func(f func()) { f() }
	d.After = clock.After
	s := ui.Open(fyne.CurrentApp(), d)
	t.Cleanup(func() { s.Window().Close(); set.Close(); _ = st.Close() })
	return &window{s, stage.Hands{On: s.Canvas()}, clock, set}
}

func (w *window) shortcut(key fyne.KeyName, mod fyne.KeyModifier) {
	w.Shortcut(key, mod)
}

func (w *window) ctrl(key fyne.KeyName) { w.shortcut(key, fyne.KeyModifierShortcutDefault) }

func (w *window) must(t *testing.T, words ...string) {
	t.Helper()
	for _, said := range words {
		if !w.Shows(said) {
			t.Fatalf("%q is not in the window: %q", said, w.Words())
		}
	}
}

// ada has had her first call.
func ada(s *stage.Stage) {
	if err := s.Desk().KeepFirstCall(s.Trainee("Ada"), trainer.FirstCallDone); err != nil {
		panic(err)
	}
}

func TestAFreshMachineAsksForANameAndShowsToday(t *testing.T) {
	w := open(t, nil, ui.Deps{})
	w.must(t, "Who will practise here?")
	if w.Shows("Library") {
		t.Error("the rail is there before anybody is")
	}
	w.Type("Ada")
	w.Press(fyne.KeyReturn)
	w.must(t, "Good morning, Ada", "Library", "Settings")
}

func TestTheOnlyPersonIsAtTheDeskAtOnce(t *testing.T) {
	w := open(t, ada, ui.Deps{})
	w.must(t, "Good morning, Ada")
	w.TapText("Leave")
	w.must(t, "Who is at the desk?")
}

func TestSeveralPeopleAreAsked(t *testing.T) {
	w := open(t, func(s *stage.Stage) { s.Trainee("Ada"); s.Trainee("Ben") }, ui.Deps{})
	w.must(t, "Who is at the desk?")
	w.ctrl(fyne.Key2)
	w.must(t, "Who is at the desk?")
}

func TestKeysGoEverywhereAndBack(t *testing.T) {
	w := open(t, ada, ui.Deps{})
	for i, words := range []string{"Play next", "Every call you can practise here", "every call you took", "Text size"} {
		w.ctrl([]fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4}[i])
		w.must(t, words)
	}
	w.Press(fyne.KeyEscape)
	w.must(t, "Play next")
	w.ctrl(fyne.Key2)
	w.shortcut(fyne.KeyLeft, fyne.KeyModifierAlt)
	w.must(t, "Play next")
	w.Type("?")
	w.must(t, "Go to Library", "Close Keepcool")
	w.ctrl(fyne.Key2)
	w.must(t, "Go to Library")
	w.Press(fyne.KeyEscape)
	w.must(t, "Play next")
}

func TestACallHasNoRailAndEscapeStaysInIt(t *testing.T) {
	w := open(t, ada, ui.Deps{})
	w.ctrl(fyne.Key2)
	w.Press(fyne.KeyReturn, fyne.KeyReturn)
	if w.Shows("Every call you can practise here") {
		t.Fatalf("the file did not open: %q", w.Words())
	}
	p, err := w.set.Desk().Resume(w.Who(), 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Answer(); err != nil {
		t.Fatal(err)
	}
	w.Shell.Open(screen.Route{Place: screen.Call, Attempt: 1})
	if w.Shows("Progress") {
		t.Errorf("the rail is there in a call: %q", w.Words())
	}
	w.ctrl(fyne.Key1)
	w.shortcut(fyne.KeyLeft, fyne.KeyModifierAlt)
	if w.Shows("Play next") {
		t.Error("a key led out of the call")
	}
	w.Shell.Open(screen.Route{Place: screen.Today})
	w.must(t, "Where you left off", "Resume")
}

// promised plays Ada's first call to its promise.
func promised(s *stage.Stage) {
	s.Trainee("Ada")
	s.PlayOut(s.Play("soup-without-lids", call.Normal, trainer.Practice))
}

func TestTheBellRingsOnceOnTheDesktopAndInTheWindow(t *testing.T) {
	n := &told{}
	w := open(t, promised, ui.Deps{Notifier: n})
	w.ctrl(fyne.Key2)
	w.Advance(50 * time.Minute)
	if len(n.said) != 0 || w.Shows("You promised to ring") {
		t.Fatalf("rang before its hour: %q", n.said)
	}
	w.Advance(15 * time.Minute)
	if len(n.said) != 1 {
		t.Fatalf("told the desktop %q", n.said)
	}
	w.must(t, "You promised to ring Ms Dunne")
	w.ctrl(fyne.Key3)
	w.must(t, "You promised to ring Ms Dunne")
	w.TapText("Open Today")
	w.must(t, "Ring now")
	if w.Shows("You promised to ring Ms Dunne") {
		t.Error("the notice stays after it was acted on")
	}
}

func TestWithoutADesktopTheWindowTells(t *testing.T) {
	w := open(t, promised, ui.Deps{Notifier: &told{err: errors.New("no daemon")}})
	w.ctrl(fyne.Key3)
	w.Advance(65 * time.Minute)
	w.must(t, "You promised to ring Ms Dunne", "Open Today")
}

func TestTheLookIsKeptForThePerson(t *testing.T) {
	w := open(t, ada, ui.Deps{})
	w.ctrl(fyne.Key4)
	w.TapText("Dark")
	w.TapText("Larger")
	if th, ok := fyne.CurrentApp().Settings().Theme().(*theme.Theme); !ok || th.Look() != theme.Dark || th.Scale() != 1.5 {
		t.Fatal("the look did not take effect at once")
	}
	w.TapText("Leave")
	w.Press(fyne.KeyReturn)
	if p := w.Preferences(); p.Look != "dark" || p.Scale != 1.5 {
		t.Errorf("kept %+v", *p)
	}
}

func TestAnErrorSaysItsSentenceAndGoesWithTheScreen(t *testing.T) {
	w := open(t, ada, ui.Deps{Reload: func() (*trainer.Shelf, error) {
		return nil, &trainer.Error{Code: trainer.StoreFull, Message: "The disk is full."}
	}})
	w.ctrl(fyne.Key2)
	w.TapText("Read files again")
	w.must(t, "The disk is full.")
	w.ctrl(fyne.Key1)
	if strings.Contains(w.Words(), "The disk is full.") {
		t.Error("it stays on the next screen")
	}
	w.Fail(errors.New("a cause that is for the log"))
	w.must(t, "it is written in the log")
	if w.Shows("a cause") {
		t.Error("the cause is shown")
	}
}

func TestANewShelfIsShownAtOnce(t *testing.T) {
	w := open(t, ada, ui.Deps{Reload: func() (*trainer.Shelf, error) {
		shelf, err := trainer.OpenShelf(scenarios.FS, nil)
		shelf.Entries = shelf.Entries[:1]
		return shelf, err
	}})
	w.ctrl(fyne.Key2)
	w.TapText("Read files again")
	w.must(t, "The files were read again.")
	if w.Shows("One message only") && w.Shows("Soup without lids") {
		t.Errorf("the old shelf is shown: %q", w.Words())
	}
	w.Advance(5 * time.Second)
	if w.Shows("The files were read again.") {
		t.Error("the sentence does not go away")
	}
}

func TestSettlingLeadsBackToThePapersAndToTheDebrief(t *testing.T) {
	var id int64
	w := open(t, func(s *stage.Stage) {
		ada(s)
		p := s.Play("soup-without-lids", call.Normal, trainer.Practice)
		if err := p.Answer(); err != nil {
			t.Fatal(err)
		}
		if err := p.HangUp(); err != nil {
			t.Fatal(err)
		}
		s.Log(p)
		id = p.Attempt().ID
	}, ui.Deps{})
	w.ctrl(fyne.Key2)
	w.Press(fyne.KeyReturn, fyne.KeyReturn)
	w.must(t, "The phone is quiet")
	w.Type("s")
	w.must(t, "Twenty seconds for you", "Progress")
	w.Press(fyne.KeyEscape)
	w.must(t, "The phone is quiet")
	w.Type("s3")
	w.Advance(time.Minute)
	w.Press(fyne.KeyReturn)
	w.must(t, "The phone is quiet")
	w.Press(fyne.KeyEscape)
	w.must(t, "Where you left off")

	w.Shell.Open(screen.Route{Place: screen.Debrief, Attempt: id})
	w.must(t, "That was a hard call")
	w.Type("s")
	w.must(t, "After the call")
	w.Press(fyne.KeyReturn)
	w.must(t, "Not there yet")
	w.Press(fyne.KeyEscape)
	w.must(t, "Where you left off")
	kept, err := w.set.Desk().Settlings(w.Who())
	if err != nil || len(kept) != 1 || kept[0].Strength != 3 || kept[0].After {
		t.Errorf("kept %+v, %v", kept, err)
	}
}
