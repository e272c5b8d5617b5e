package debrief

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/widget"
)

type later struct {
	*stage.Stage
	rest []func()
}

func (l *later) Go(work func() error, done func(error)) {
	l.rest = append(l.rest, func() { l.Stage.Go(work, done) })
}

func TestAnalysisFillsIn(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	h := &later{Stage: r.set}
	sc := New(h, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(sc)
	h.rest[0]()
	r.set.Advance(time.Second)
	for _, want := range []string{"A better reply is still being worked out.", "The best call is still being worked out."} {
		if !r.set.Shows(want) {
			t.Errorf("%q is not told", want)
		}
	}
	before := r.set.Words()[:200]
	r.set.Type("b")
	for range 5 {
		r.set.Press(fyne.KeyTab)
	}
	h.rest[1]()
	h.rest[2]()
	r.set.Advance(10 * time.Second)
	if r.set.Shows("still being worked out") {
		t.Error("something is still being worked out")
	}
	if !r.set.Shows("Better here") || !r.set.Shows("Show the best call") {
		t.Error("the better replies are not there")
	}
	if r.set.Words()[:200] != before {
		t.Error("the top of the page has changed")
	}
	r.set.Press(fyne.KeyEscape)
	if r.set.LastOpened().Place != screen.Today {
		t.Error("Escape does nothing after the page was filled in")
	}
}

func TestKeys(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	sc := r.shown()
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd} {
		at := sc.page.Offset()
		if r.set.Press(k); sc.page.Offset() <= at {
			t.Errorf("%s does not scroll on", k)
		}
	}
	for _, k := range []fyne.KeyName{fyne.KeyUp, fyne.KeyPageUp, fyne.KeyHome} {
		at := sc.page.Offset()
		if r.set.Press(k); sc.page.Offset() >= at {
			t.Errorf("%s does not scroll back", k)
		}
	}
	r.set.Type("n")
	first := sc.page.Offset()
	if r.set.Type("n"); sc.page.Offset() <= first || first == 0 {
		t.Errorf("n goes from %v to %v", first, sc.page.Offset())
	}
	if r.set.Type("p"); sc.page.Offset() != first {
		t.Errorf("p goes to %v, not back to %v", sc.page.Offset(), first)
	}
	r.set.Type("b")
	if !r.set.Shows("Here the ways part") || !r.set.Shows("The best reply") {
		t.Error("b does not show the best call")
	}
	if r.set.Type("b"); r.set.Shows("Here the ways part") {
		t.Error("b does not put the best call away")
	}
	r.set.Press(fyne.KeyTab, fyne.KeyReturn)
	if got := r.set.LastOpened(); got.Place != screen.Library || got.Scenario != r.play.Attempt().Scenario {
		t.Errorf("Play again opens %v", got)
	}
	r.set.Press(fyne.KeyEscape)
	if got := r.set.LastOpened(); got.Place != screen.Today {
		t.Errorf("Escape opens %v", got)
	}
}

func TestTaps(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	r.shown()
	r.set.TapText("Show it in the call")
	if got := r.set.LastOpened(); got.Place != screen.Replay || got.Try || got.Attempt != r.play.Attempt().ID {
		t.Errorf("a moment leads to %+v", got)
	}
	r.set.TapText("Show the best call")
	if !r.set.Shows("Here the ways part") {
		t.Error("the best call is not shown")
	}
	r.set.Press(fyne.KeyEscape)
	if r.set.LastOpened().Place != screen.Today {
		t.Error("Escape after a tap does nothing")
	}
	r.set.TapText("Play again")
	if r.set.LastOpened().Place != screen.Library {
		t.Error("Play again does nothing")
	}
}

func TestManagerReadsAnothersCall(t *testing.T) {
	r := begin(t, trainer.Assessed)
	firstEver(r)
	boss, err := r.set.Desk().Appoint("Ruth", "four plain words here")
	if err != nil {
		t.Fatal(err)
	}
	r.set.Enter(boss)
	r.shown()
	if !r.set.Shows("Ada Okafor, ") || r.set.Shows("Play again") {
		t.Error(r.set.Words()[:200])
	}
	r.set.Press(fyne.KeyEscape)
	if r.set.Backs != 1 {
		t.Error("Escape does not go back to the table")
	}
	other := r.set.Trainee("Bo")
	r.set.Enter(other)
	r.shown()
	if len(r.set.Failures) != 1 || r.set.Shows("What worked") {
		t.Error("a trainee reads another person's call")
	}
}

func TestOlderRules(t *testing.T) {
	s := open(t)
	who := s.Trainee("Ada Okafor")
	s.Show(New(s, s.KeepOlder(), who))
	for _, want := range []string{"Older rules, read-only", "71 Overall", "Keep cool 84", "The overall is 71; a pass needs 80.", "Not there yet"} {
		if !s.Shows(want) {
			t.Errorf("%q is not shown: %s", want, s.Words())
		}
	}
	s.Type("bnp")
	s.Press(fyne.KeyDown, fyne.KeyEscape)
	if s.LastOpened().Place != screen.Today {
		t.Error("Escape does nothing")
	}
}

func TestGone(t *testing.T) {
	s := open(t)
	who := s.Trainee("Ada Okafor")
	s.Show(New(s, 404, who))
	if len(s.Failures) != 1 {
		t.Errorf("the failures are %v", s.Failures)
	}
	s.Type("b")
	s.TapText("Back to Today")
	if s.LastOpened().Place != screen.Today {
		t.Error("there is no way back")
	}
}

func TestStoriesAreDrawn(t *testing.T) {
	for _, s := range Stories(func() *stage.Stage { return open(t) }) {
		if s.Build().MinSize().IsZero() {
			t.Errorf("%s is empty", s.Name)
		}
	}
}

func TestKeysSheetNamesWhatWorks(t *testing.T) {
	r := begin(t, trainer.Practice)
	sc := r.whole(best).shown()
	widget.Help{Title: "Keys", Keys: sc.Keys()}.Show(r.set.Canvas())
	if !r.set.Shows("Show or hide the best call") {
		t.Error(r.set.Words())
	}
}
