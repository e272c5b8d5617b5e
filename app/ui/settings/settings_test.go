package settings_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/settings"
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
	s.Trainee("Ben")
	s.Trainee("Ada")
	return s
}

func TestEachChoiceTakesEffectAtOnce(t *testing.T) {
	s := open(t)
	changes := 0
	s.Show(settings.New(s, settings.Outside{Changed: func() { changes++ }}))
	s.Press(fyne.KeyRight, fyne.KeyRight)
	s.TapText("Larger")
	s.TapText("Untimed")
	s.TapText("No moving pictures")
	s.TapText("Tell me on the desktop")
	p := s.Preferences()
	if p.Look != "dark" || p.Scale != 1.5 || p.Pace != 0 || !p.Still || p.Notify {
		t.Errorf("chose %+v", *p)
	}
	if changes != 6 {
		t.Errorf("told of %d changes", changes)
	}
}

func TestTheProfileIsChangedAndATakenNameIsRefused(t *testing.T) {
	s := open(t)
	s.Show(settings.New(s, settings.Outside{}))
	s.TapText("Sat")
	s.TapText("Save")
	if w := s.Who().Week; !w.Days[6] || len(s.Said) != 1 {
		t.Fatalf("the week is %v, said %q", w, s.Said)
	}
	kept, err := s.Desk().People()
	if err != nil || !kept[1].Week.Days[6] && !kept[0].Week.Days[6] {
		t.Errorf("kept %v, %v", kept, err)
	}
	s.Show(settings.New(s, settings.Outside{}))
	for range 4 {
		s.Press(fyne.KeyTab)
	}
	for s.Who().Name == "Ada" && !s.Shows("is here already") {
		s.Press(fyne.KeyTab, fyne.KeyEnd, fyne.KeyBackspace, fyne.KeyBackspace, fyne.KeyBackspace)
		s.Type("Ben")
		s.Press(fyne.KeyReturn)
	}
	if s.Who().Name != "Ada" {
		t.Errorf("took the name of somebody else: %q", s.Words())
	}
}

func TestABackupSaysWhereItIs(t *testing.T) {
	s := open(t)
	s.Show(settings.New(s, settings.Outside{Backup: func() (string, error) { return "somewhere/by-hand.db", nil }}))
	s.TapText("Back up now")
	if !s.Shows("Written to somewhere/by-hand.db") {
		t.Errorf("the window says %q", s.Words())
	}
}

func TestWhatHelpedIsOffUntilItIsAskedFor(t *testing.T) {
	s := open(t)
	if screen.UsualPreferences().Helped {
		t.Error("it is on by default")
	}
	s.Show(settings.New(s, settings.Outside{}))
	s.TapText("Show me what helped over time")
	if !s.Preferences().Helped {
		t.Error("it is not on")
	}
}

func TestForgettingIsAskedForFirst(t *testing.T) {
	s := open(t)
	left := func() int {
		all, err := s.Desk().Settlings(s.Who())
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	if err := s.Desk().Settle(s.Who(), trainer.Settling{Feeling: "sad"}); err != nil {
		t.Fatal(err)
	}
	s.Show(settings.New(s, settings.Outside{}))
	s.TapText("Forget what I noted")
	s.TapText("Keep it")
	if left() != 1 {
		t.Fatal("it is gone without a yes")
	}
	s.TapText("Forget what I noted")
	s.TapText("Forget all of it")
	if left() != 0 || len(s.Said) != 1 {
		t.Errorf("%d are left, said %q", left(), s.Said)
	}
}
