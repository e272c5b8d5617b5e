package clientfile

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
)

func TestACallIsTakenOverWithoutRinging(t *testing.T) {
	s, _, _ := open(t)
	s.PlayBadly(s.Play(storyCase, call.Normal, trainer.Practice))
	play := s.Play(storyCase, call.Normal, trainer.Rescue)
	s.Show(New(s, play))
	if play.Given() == 0 {
		t.Fatal("nothing is given while the file is read")
	}
	if !s.Shows("Before you take over") || !s.Shows("The call is under way") || s.Shows("The phone is quiet") {
		t.Errorf("the window says %s", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if s.LastOpened().Place != screen.Call || play.Stage() != trainer.StageCall {
		t.Errorf("it leads to %q, at %s", s.LastOpened().Place, play.Stage())
	}
}

func TestACallWaitsUntilItCanBeTakenOver(t *testing.T) {
	s, _, _ := open(t)
	s.PlayBadly(s.Play(storyCase, call.Normal, trainer.Practice))
	s.Show(New(&thinker{Stage: s}, s.Play(storyCase, call.Normal, trainer.Rescue)))
	s.Advance(2 * slow)
	if !s.Shows("still looking for the worst point") {
		t.Errorf("the window says %s", s.Words())
	}
	s.Press(fyne.KeyReturn)
	if !s.Shows("You take over as soon as it is found.") || !s.Shows("Not yet") {
		t.Errorf("the window says %s", s.Words())
	}
	s.Press(fyne.KeyEscape)
	if s.Shows("You take over as soon as it is found.") {
		t.Error("it still waits")
	}
}

func TestACaseWithoutAWorstPointSaysSo(t *testing.T) {
	s, _, _ := open(t)
	s.Trainee("Bo")
	script, err := os.ReadFile("../stage/inside.call")
	if err != nil {
		t.Fatal(err)
	}
	s.PlayToInside()
	play := s.PlayOwn("inside.call", script, call.Normal, trainer.Rescue)
	s.Show(New(s, play))
	if !s.Shows("There is nothing to rescue here") || play.Stage() != trainer.StageLeft {
		t.Errorf("at %s, the window says %s", play.Stage(), s.Words())
	}
}
