package library_test

import (
	"testing"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/library"
	"keepcool/app/ui/stage"
)

const comes = "Once you have played this call to its end"

func TestARescueIsOfferedOnceTheCallWasPlayed(t *testing.T) {
	s := open(t, stage.Options{})
	s.Show(library.New(s, "cold-rooms", "", nil))
	if s.Shows("Rescue") || !s.Shows(comes) {
		t.Error("a rescue is offered before anything was played, or nothing says when it comes")
	}
	s.PlayBadly(s.Play("cold-rooms", call.Normal, trainer.Assessed))
	s.Show(library.New(s, "cold-rooms", "", nil))
	if s.Shows(comes) {
		t.Error("it still says when a rescue comes")
	}
	s.TapText("Rescue")
	if !s.Shows("Take over at the worst point") || !s.Shows("How hard") {
		t.Error("nothing is said of the rescue")
	}
	s.TapText("Hard")
	s.TapText("Read the file")
	if a := begun(t, s); a.Scenario != "cold-rooms" || a.Setting != "hard" || a.Mode != trainer.Rescue {
		t.Errorf("began %+v", a)
	}
}

func TestARescueIsNotCarriedToACallThatWasNotPlayed(t *testing.T) {
	s := open(t, stage.Options{})
	s.PlayBadly(s.Play("cold-rooms", call.Normal, trainer.Practice))
	s.Show(library.New(s, "cold-rooms", "", nil))
	s.TapText("Rescue")
	s.TapText("Soup without lids")
	if s.Shows("Rescue") {
		t.Error("a rescue is offered of a call that was not played")
	}
	s.TapText("Read the file")
	if a := begun(t, s); a.Scenario != "soup-without-lids" || a.Mode != trainer.Practice {
		t.Errorf("began %+v", a)
	}
}
