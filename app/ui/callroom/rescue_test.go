package callroom_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/clientfile"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// takenOver is a rescue that was taken over from its client file.
func takenOver(t *testing.T) *way {
	t.Helper()
	w := open(t, t.TempDir())
	w.Trainee("Ada")
	w.Meet(3)
	w.play = w.Rescue("cold-rooms", call.Normal)
	w.Show(clientfile.New(w, w.play))
	if !w.Shows("The call is under way") {
		t.Fatalf("the client file says: %s", w.Words())
	}
	w.Press(fyne.KeyReturn)
	w.follow(screen.Call)
	return w
}

func TestARescueOpensInTheMiddle(t *testing.T) {
	w := takenOver(t)
	w.hear()
	said := w.play.Said()
	words := w.Words()
	for _, s := range said {
		if s.Voice != trainer.Narrator && !strings.Contains(words, s.Text) {
			t.Errorf("%q is not in the transcript", s.Text)
		}
	}
	takes := strings.Index(words, "You take over here.")
	last := strings.Index(words, said[len(said)-1].Text)
	own := strings.LastIndex(words, "Before you")
	if takes < 0 || takes > last || own > takes || own < 0 {
		t.Errorf("the trainee takes over at %d, after %d and before %d: %s", takes, own, last, words)
	}
	if n := strings.Count(words, "Before you"); n != w.play.Given() {
		t.Errorf("%d of %d given replies are told from the trainee's", n, w.play.Given())
	}
	if w.Shows("Your first words") || !w.Shows("Your turn.") {
		t.Error("a greeting is asked for")
	}
}

func TestARescueIsPractice(t *testing.T) {
	w := takenOver(t)
	w.hear()
	for _, want := range []string{"Rescue", "Trust", "Hint", "Step back"} {
		if !w.Shows(want) {
			t.Errorf("%q is not there", want)
		}
	}
	given := w.play.Moves()
	w.Press(fyne.KeyBackspace)
	if w.play.Moves() != given {
		t.Fatal("a given move was taken back")
	}
	w.Type(w.number("I should have asked you"))
	w.hear()
	if w.play.Moves() != given+1 || !w.Shows("You take over here.") {
		t.Fatalf("%d moves stand", w.play.Moves())
	}
	w.Press(fyne.KeyBackspace)
	w.hear()
	if w.play.Moves() != given || strings.Count(w.Words(), "You take over here.") != 1 {
		t.Errorf("after a step back %d moves stand: %s", w.play.Moves(), w.Words())
	}
}

func TestWhatWasSaidBeforeCanBeNoted(t *testing.T) {
	w := takenOver(t)
	w.hear()
	w.tabTo(func(f fyne.Focusable) bool { _, ok := f.(*widget.Transcript); return ok })
	w.pick(1, 0, 2)
	w.Type("w")
	if len(w.play.Notes()) != 1 {
		t.Fatalf("%d notes were kept", len(w.play.Notes()))
	}
	line := w.play.Notes()[0].Line
	for _, s := range w.play.Said() {
		if s.Line == line && s.Move >= w.play.Given()-1 {
			t.Errorf("the note is of %q", s.Text)
		}
	}
}
