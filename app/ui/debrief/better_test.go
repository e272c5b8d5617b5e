package debrief

import (
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
)

// Better replies stay shut as long as looking uses up the first sight of another
// version, and open all at once when they are wanted all the same.
func TestBetterRepliesAreAskedFor(t *testing.T) {
	s := open(t)
	s.Trainee("Ada Okafor")
	r := unseen(s, s.Play(someCase(s), call.Normal, trainer.Practice))
	firstEver(r)
	scenario := r.play.Attempt().Scenario
	left := func() int {
		n, err := s.Desk().SightsLeft(s.Who(), scenario)
		must(err)
		return n
	}
	sc := r.shown()
	if s.Shows("Better here") || !s.Shows("Show the better reply") || left() != 1 {
		t.Fatalf("unasked, with %d left: %s", left(), s.Words())
	}
	s.TapText("Show the better reply")
	if !s.Shows("Look at the better replies?") || !s.Shows("the other version of this call") {
		t.Fatal(s.Words())
	}
	s.Press(fyne.KeyReturn)
	if s.Shows("Look at the better replies?") || s.Shows("Better here") || left() != 1 {
		t.Error("what cannot be taken back is done by Enter alone")
	}
	s.Type("b")
	s.TapText("Show them")
	if !sc.open || !s.Shows("Better here") || s.Shows("Show the better reply") || left() != 0 {
		t.Errorf("wanted, with %d left: %s", left(), s.Words())
	}
	if len(s.Failures) > 0 {
		t.Error(s.Failures)
	}
}
