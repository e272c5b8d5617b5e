package moment

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
)

// open is the screen three days after a call, for a trainee who knows the better
// replies of its case or does not.
func open(t *testing.T, known bool) (*stage.Stage, *store.Store, *Screen) {
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
	called(s, known)
	s.SetNow(s.Now().AddDate(0, 0, 3))
	sc := New(s)
	s.Show(sc)
	return s, st, sc
}

// kept are the answers to a moment, as the store has them.
func kept(t *testing.T, st *store.Store, m trainer.Moment) []trainer.Answer {
	t.Helper()
	all, err := st.Moments(trainer.MomentQuery{Attempt: m.Attempt.ID})
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range all {
		if k.Move == m.Move {
			return k.Answers
		}
	}
	t.Fatalf("%s is not kept", m.Reply)
	return nil
}

func number(n int) string { return string(rune('1' + n)) }

func TestAReplyIsGivenByItsNumber(t *testing.T) {
	s, st, sc := open(t, true)
	m := sc.due[0]
	better := doneWords(sc.q.Case, sc.q.Replies[sc.pick(true)])
	given := sc.pick(false)
	s.Type(number(given))
	if !s.Shows("Not the strongest one yet") || !s.Shows("Better here") || !s.Shows(better) || !s.Shows("It comes back tomorrow.") {
		t.Errorf("not right, and the window says %q", s.Words())
	}
	if !s.Shows(tempted(sc.q.Case, sc.q.Replies[given])) {
		t.Errorf("what tempted is not told: %q", s.Words())
	}
	if got := kept(t, st, m); len(got) != 1 || got[0].Right || got[0].Said != sc.q.Case.Format(sc.q.Replies[given]) {
		t.Errorf("kept is %+v", got)
	}
	s.Type(number(sc.pick(true)))
	if got := kept(t, st, m); len(got) != 1 {
		t.Errorf("it was answered twice: %+v", got)
	}
	s.Press(fyne.KeyReturn)
	if sc.at != 1 || sc.phase != asking {
		t.Fatalf("Enter leads to %d of %d, in phase %d", sc.at, len(sc.due), sc.phase)
	}
	s.Type(number(sc.pick(true)))
	if !s.Shows("Yes, that's it") || !s.Shows("What it shows") || s.Shows("Better here") || !s.Shows("It comes back on Saturday 28 November.") {
		t.Errorf("right, and the window says %q", s.Words())
	}
}

func TestAReplyIsGivenByTheArrowsAndByMouse(t *testing.T) {
	s, st, sc := open(t, true)
	m := sc.due[0]
	s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	if got := kept(t, st, m); len(got) != 1 || got[0].Said != sc.q.Case.Format(sc.q.Replies[1]) {
		t.Errorf("the arrows gave %+v", got)
	}
	s.TapText("Next")
	m = sc.due[1]
	s.Tap(sc.replies[2])
	if got := kept(t, st, m); len(got) != 1 || got[0].Said != sc.q.Case.Format(sc.q.Replies[2]) {
		t.Errorf("the mouse gave %+v", got)
	}
}

func TestTheWholeSittingByEnter(t *testing.T) {
	s, _, sc := open(t, true)
	n := len(sc.due)
	for range 2 * n {
		s.Press(fyne.KeyReturn)
	}
	if sc.phase != over || sc.done != n || !s.Shows("You went back to "+number(n-1)+" moments of your own calls.") {
		t.Fatalf("after %d the window says %q", n, s.Words())
	}
	s.Press(fyne.KeyReturn)
	if r := s.LastOpened(); r.Place != screen.Today {
		t.Errorf("Enter opened %+v", r)
	}
	s.Show(New(s))
	if !s.Shows("Nothing comes back right now.") || !s.Shows("The next one comes") {
		t.Errorf("opened again the window says %q", s.Words())
	}
}

func TestAMomentRetiresAfterThreeSittings(t *testing.T) {
	s, st, sc := open(t, true)
	m := sc.due[0]
	sitting(s, sc, true, 2)
	sitting(s, sc, true, 4)
	if sc.due[0].Reply != m.Reply {
		t.Fatalf("%s came first, and now %s", m.Reply, sc.due[0].Reply)
	}
	s.Type(number(sc.pick(true)))
	if !s.Shows("That's three times on three days: it won't come back.") || s.Shows("Don't bring this one back") {
		t.Errorf("the window says %q", s.Words())
	}
	if got := kept(t, st, m); len(got) != 3 {
		t.Errorf("%+v", got)
	}
	waiting, err := st.Moments(trainer.MomentQuery{Waiting: true})
	if err != nil || len(waiting) != len(sc.due)-1 {
		t.Errorf("%d wait still, %v", len(waiting), err)
	}
}

func TestAFirstSightIsAskedFor(t *testing.T) {
	s, _, sc := open(t, false)
	if !s.Shows("Look at the better reply?") || len(sc.replies) != 0 {
		t.Fatalf("the window says %q", s.Words())
	}
	left := func() int {
		n, err := s.Desk().SightsLeft(s.Who(), storyCase)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	s.Press(fyne.KeyReturn) // which puts it off
	if sc.at != 1 || !s.Shows("Look at the better reply?") || left() == 0 {
		t.Fatalf("after Enter, at %d, %d are left: %q", sc.at, left(), s.Words())
	}
	s.TapText("Go on")
	if sc.at != 1 || sc.phase != asking || left() != 0 {
		t.Fatalf("at %d in phase %d, %d are left", sc.at, sc.phase, left())
	}
	s.Type("p")
	if sc.at != 2 || sc.phase != asking {
		t.Errorf("it is asked for again: %q", s.Words())
	}
	s.Type("p")
	if !s.Shows("What you put off waits on Today.") {
		t.Errorf("at the end the window says %q", s.Words())
	}
}

func TestTakingOutCanBeUndone(t *testing.T) {
	s, st, sc := open(t, true)
	waiting := func() int {
		all, err := st.Moments(trainer.MomentQuery{Waiting: true})
		if err != nil {
			t.Fatal(err)
		}
		return len(all)
	}
	all := waiting()
	s.Type("x")
	if !s.Shows("This one won't come back.") || waiting() != all-1 {
		t.Fatalf("%d of %d wait: %q", waiting(), all, s.Words())
	}
	s.Type("u")
	if sc.phase != asking || waiting() != all {
		t.Fatalf("after the undo, %d of %d wait: %q", waiting(), all, s.Words())
	}
	s.Type(number(sc.pick(false)))
	s.TapText("Don't bring this one back")
	s.TapText("Bring it back after all")
	if sc.phase != answered || waiting() != all || !s.Shows("Better here") {
		t.Fatalf("undone after an answer, %d of %d wait: %q", waiting(), all, s.Words())
	}
	s.Type("x")
	s.Press(fyne.KeyReturn)
	if sc.at != 1 || waiting() != all-1 {
		t.Errorf("at %d, %d of %d wait", sc.at, waiting(), all)
	}
}

func TestEscapeLeavesWithoutHarm(t *testing.T) {
	s, st, sc := open(t, true)
	m := sc.due[0]
	s.Type(number(sc.pick(true)))
	s.Press(fyne.KeyEscape)
	if r := s.LastOpened(); r.Place != screen.Today {
		t.Errorf("Escape opened %+v", r)
	}
	if got := kept(t, st, m); len(got) != 1 {
		t.Errorf("kept is %+v", got)
	}
	s.Show(New(s))
	if again := s.Screen().(*Screen); len(again.due) != len(sc.due)-1 {
		t.Errorf("%d are due, of %d one was answered", len(again.due), len(sc.due))
	}
}

// TestNothingIsToldBeforeItIsKept: where an answer can't be written down, the
// question stands as it was.
func TestNothingIsToldBeforeItIsKept(t *testing.T) {
	s, st, sc := open(t, true)
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s.Type(number(sc.pick(false)))
	if len(s.Failures) != 1 || sc.phase != asking || s.Shows("Better here") {
		t.Errorf("failures %v, and the window says %q", s.Failures, s.Words())
	}
}

// TestKeysAreThoseThatWork: Help lists what can be done in each phase.
func TestKeysAreThoseThatWork(t *testing.T) {
	_, _, sc := open(t, true)
	names := func() string {
		var all []string
		for _, k := range sc.Keys() {
			all = append(all, strings.Join(k.Keys, ""))
		}
		return strings.Join(all, " ")
	}
	if got := names(); got != "1…9 ↑↓Enter P X Esc" {
		t.Errorf("asking: %s", got)
	}
	sc.takeOut()
	if got := names(); got != "Enter U Esc" {
		t.Errorf("taken out: %s", got)
	}
	sc.undo()
	sc.choose(0)
	if got := names(); got != "Enter X Esc" {
		t.Errorf("answered: %s", got)
	}
}
