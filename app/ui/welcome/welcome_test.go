package welcome_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
	"keepcool/app/ui/welcome"
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
	return s
}

func TestANameAndEnterMakeAProfile(t *testing.T) {
	s := open(t)
	s.Show(welcome.New(s, 0))
	s.Press(fyne.KeyReturn)
	if !s.Shows("A name needs between 1 and 60 letters.") || len(s.Entered) != 0 {
		t.Fatalf("an empty name was taken: %q", s.Words())
	}
	s.Type("Ada Okafor")
	s.Press(fyne.KeyReturn)
	if len(s.Entered) != 1 {
		t.Fatalf("nobody came in: %q", s.Words())
	}
	if p := s.Entered[0]; p.Name != "Ada Okafor" || p.Role != trainer.Trainee || p.Week != trainer.UsualWeek() {
		t.Errorf("made %+v", p)
	}
}

func TestTheWeekIsChosenByTaps(t *testing.T) {
	s := open(t)
	s.Show(welcome.New(s, 0))
	s.Type("Ben")
	s.TapText("Sat")
	s.TapText("Mon")
	s.TapText("Begin")
	if len(s.Entered) != 1 {
		t.Fatalf("nobody came in: %q", s.Words())
	}
	if d := s.Entered[0].Week.Days; !d[6] || d[1] || !d[2] {
		t.Errorf("works on %v", d)
	}
}

func TestAWeekWithoutDaysIsRefusedInPlace(t *testing.T) {
	s := open(t)
	s.Show(welcome.New(s, 0))
	s.Type("Ben")
	for _, day := range []string{"Mon", "Tue", "Wed", "Thu", "Fri"} {
		s.TapText(day)
	}
	s.TapText("Begin")
	if len(s.Entered) != 0 || !s.Shows("Choose at least one working day.") {
		t.Errorf("the window says %q", s.Words())
	}
}

func TestSomeoneWhoIsHereComesInByOneKey(t *testing.T) {
	s := open(t)
	s.Trainee("Ada")
	ben := s.Trainee("Ben")
	s.Show(welcome.New(s, ben.ID))
	s.Press(fyne.KeyReturn)
	if len(s.Entered) != 1 || s.Entered[0].ID != ben.ID {
		t.Errorf("who was here last is not first: %+v", s.Entered)
	}
}

func TestTheManagerIsSetUpAndUnlocked(t *testing.T) {
	s := open(t)
	s.Show(welcome.New(s, 0))
	s.TapText("Set up a manager")
	s.Type("Ruth")
	s.Press(fyne.KeyReturn)
	s.Type("short")
	s.Press(fyne.KeyReturn)
	s.Type("shot")
	s.Press(fyne.KeyReturn)
	if !s.Shows("The two are not the same. Write it once more.") {
		t.Fatalf("two passphrases: %q", s.Words())
	}
	if len(s.Entered) != 0 {
		t.Fatal("came in with a passphrase that is too short")
	}
	s.Show(welcome.New(s, 0))
	s.TapText("Set up a manager")
	s.Type("Ruth")
	s.Press(fyne.KeyReturn)
	s.Type("four plain words")
	s.Press(fyne.KeyReturn)
	s.Type("four plain words")
	s.Press(fyne.KeyReturn)
	if len(s.Entered) != 1 || s.Entered[0].Role != trainer.Manager {
		t.Fatalf("the manager did not come in: %q", s.Words())
	}

	s.Show(welcome.New(s, 0))
	s.Press(fyne.KeyReturn)
	s.Type("four plain word")
	s.Press(fyne.KeyReturn)
	if len(s.Entered) != 1 || !s.Shows("That is not the passphrase.") {
		t.Fatalf("a wrong passphrase: %q", s.Words())
	}
	s.Type("s")
	s.Press(fyne.KeyReturn)
	if len(s.Entered) != 2 {
		t.Errorf("the right passphrase: %q", s.Words())
	}
	s.Show(welcome.New(s, 0))
	if s.Press(fyne.KeyReturn, fyne.KeyEscape); !s.Shows("Who is at the desk?") {
		t.Errorf("Escape does not go back: %q", s.Words())
	}
}
