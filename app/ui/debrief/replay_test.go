package debrief

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/screen"
)

// TestWaysIntoTheReplay: the key and the button lead to the first move, a move's
// own buttons to that move, and the curve to the one that is picked.
func TestWaysIntoTheReplay(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	sc := r.shown()
	last := len(sc.r.Moves) - 1
	leads := func(how string, move int, try bool) {
		t.Helper()
		got := r.set.LastOpened()
		if got.Place != screen.Replay || got.Attempt != r.play.Attempt().ID || got.Whose.ID != r.set.Who().ID || got.Move != move || got.Try != try {
			t.Errorf("%s leads to %+v", how, got)
		}
	}
	r.set.TapText("Step to here") // of several the last one
	leads("the last move", last, false)
	r.set.TapText("Try from here")
	leads("trying from it", last, true)
	r.set.Type("r")
	leads("R", 0, false)
	r.set.TapText("Step through this call")
	leads("the button", 0, false)

	var curve *chart.Curve
	r.set.Each(func(o fyne.CanvasObject) bool {
		if c, ok := o.(*chart.Curve); ok {
			curve = c
		}
		return curve == nil
	})
	r.set.Canvas().Focus(curve)
	r.set.Press(fyne.KeyEnd, fyne.KeyLeft, fyne.KeyReturn)
	leads("the point before the last", last-1, false)
	if !r.set.Shows(sc.r.MoveName(last - 1)[:20]) {
		t.Errorf("it is not named: %s", r.set.Words())
	}
}

// TestPlaceIsKept: coming back from the replay, the debrief stands where it was
// left, with what was opened there.
func TestPlaceIsKept(t *testing.T) {
	s := open(t)
	s.Trainee("Ada Okafor")
	r := unseen(s, s.Play(someCase(s), call.Normal, trainer.Practice))
	firstEver(r)
	sc := r.shown()
	s.Press(fyne.KeyPageDown, fyne.KeyPageDown)
	at := sc.page.Offset()
	if at == 0 || !s.Shows("Show the better reply") {
		t.Fatal("the play tries too little")
	}
	s.Show(stageOff{})
	must(s.Desk().SeeBetter(s.Who(), r.play.Attempt().Scenario))
	s.Show(sc)
	s.Advance(10 * time.Second)
	if s.Shows("Show the better reply") || !s.Shows("Better here") {
		t.Error("what was opened in the replay is shut")
	}
	if d := sc.page.Offset() - at; d < -1 || d > 1 {
		t.Errorf("the page was at %v and is at %v", at, sc.page.Offset())
	}
}

// stageOff is another screen.
type stageOff struct{ screen.Base }

func (stageOff) Content() fyne.CanvasObject { return &fyne.Container{} }
