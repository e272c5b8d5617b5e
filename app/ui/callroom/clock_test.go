package callroom_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/callroom"
	"keepcool/app/ui/screen"
)

func TestRepliesWaitForTheCaller(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	if w.Shows("It never boils") {
		t.Error("the line stands there before it was heard")
	}
	w.Type(w.number("switched it on"))
	w.Advance(time.Second)
	w.TapText("switched it on")
	w.Type("hbr")
	if len(w.moves()) > 0 {
		t.Errorf("moves while the caller speaks: %q", w.moves())
	}
	w.Advance(30 * time.Second)
	if !w.Shows("It never boils") || !w.Shows("Your turn") {
		t.Errorf("after the line: %s", w.Words())
	}
	w.Type(w.number("let him finish"))
	w.wantMoves("k-ring.wait:slow")
}

func TestTheFirstWordsHaveTenSeconds(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	for !w.Shows("Your first words:") {
		w.Advance(100 * time.Millisecond)
	}
	w.Advance(9500 * time.Millisecond)
	w.Type("p")
	w.Advance(time.Hour)
	w.Press(fyne.KeyEscape)
	for !w.Shows("Your first words:") {
		w.Advance(100 * time.Millisecond)
	}
	w.Type(w.number("Good morning"))
	w.hear()
	w.Type(w.number("very busy"))
	w.wantMoves("k-ring.greet", "k-need.busy")
}

func TestUntimedNothingRuns(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 0)
	if n := w.Waiting(); n > 0 {
		t.Errorf("%d timers run", n)
	}
	w.Advance(time.Hour)
	w.Type(w.number("Good morning"))
	w.wantMoves("k-ring.greet")
}

func TestCuttingIn(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	w.Advance(time.Second)
	w.Type("c")
	w.Type("c")
	w.Type(w.number("switched it on"))
	if len(w.moves()) > 0 {
		t.Fatal("a cut-in that was taken back is one all the same")
	}
	w.TapText("Cut in")
	w.Type(w.number("switched it on"))
	w.wantMoves("k-ring.wall:cutting-in")
	if !w.Shows("It never boils.") {
		t.Error("the rest of the line is lost")
	}
}

func TestAPausedCallStandsStill(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	w.Advance(2 * time.Second)
	w.Press(fyne.KeyEscape)
	if w.Shows("Your kettle clicks") || w.Waiting() > 0 {
		t.Errorf("%d timers run, and the window says: %s", w.Waiting(), w.Words())
	}
	w.Type("1h")
	w.Advance(time.Hour)
	w.TapText("Go on")
	if !w.Shows("is speaking") || w.Shows("It never boils") {
		t.Errorf("the line is not said again: %s", w.Words())
	}
	w.Advance(4 * time.Second)
	w.Type("c")
	w.Type(w.number("let him finish"))
	if got := w.play.Active(); got != 6*time.Second {
		t.Errorf("active for %v, want 6s", got)
	}
}

func TestACallIsTakenUpWhereItWas(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	w.hear()
	w.Type(w.number("Good morning"))
	w.hear()
	w.TapText("Hold")
	before, words := w.play.State(), w.Words()
	w.Clear()
	if w.Waiting() > 0 {
		t.Errorf("%d timers outlive the screen", w.Waiting())
	}
	if err := w.store.Close(); err != nil {
		t.Fatal(err)
	}

	again := open(t, w.folder)
	people, err := again.Desk().People()
	if err != nil {
		t.Fatal(err)
	}
	again.Enter(people[0])
	if again.play, err = again.Desk().Resume(people[0], w.play.Attempt().ID); err != nil {
		t.Fatal(err)
	}
	again.Show(callroom.New(again, again.play))
	if !again.Shows("is speaking") || again.Shows("a lid and no water") {
		t.Errorf("the last line is not said again: %s", again.Words())
	}
	again.hear()
	if again.play.State() != before || again.Words() != words {
		t.Errorf("taken up at %+v, was %+v;\n%s\nwas\n%s", again.play.State(), before, again.Words(), words)
	}
	if again.play.Active() < w.play.Active() {
		t.Errorf("active for %v, was %v", again.play.Active(), w.play.Active())
	}
}

func TestAStoreThatFailsLosesNothing(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 0)
	w.Type(w.number("Good morning"))
	before, words, moves := w.play.State(), w.Words(), w.moves()
	if err := w.store.Close(); err != nil {
		t.Fatal(err)
	}
	for i, act := range []func(){
		func() { w.Type(w.number("very busy")) },
		func() { w.Type("h") },
		func() { w.Type("r"); w.Press(fyne.KeyReturn) },
		func() { w.Type(w.number("put right")); w.Press(fyne.KeyReturn) },
		func() { w.Press(fyne.KeyBackspace) },
		func() { w.tapWord("Thirty guests", "Thirty"); w.TapText("Need"); w.Press(fyne.KeyEscape) },
	} {
		act()
		if len(w.Failures) != i+1 {
			t.Fatalf("act %d: %d failures", i, len(w.Failures))
		}
		if w.play.State() != before {
			t.Errorf("act %d: the state has moved", i)
		}
	}
	w.Canvas().Unfocus()
	if got := w.Words(); got != words {
		t.Errorf("the window says\n%s\nand said\n%s", got, words)
	}

	again := open(t, w.folder)
	again.Enter(w.Who())
	var err error
	if again.play, err = again.Desk().Resume(w.Who(), w.play.Attempt().ID); err != nil {
		t.Fatal(err)
	}
	if again.play.State() != before || !slices.Equal(again.moves(), moves) {
		t.Errorf("kept %q, was %q", again.moves(), moves)
	}
}

func TestStepBackAndHint(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 0)
	words := w.Words()
	w.Type(w.number("switched it on"))
	w.Press(fyne.KeyF2)
	if w.play.Hints() != 1 {
		t.Errorf("%d hints", w.play.Hints())
	}
	w.Press(fyne.KeyBackspace)
	if got := w.Words(); got != words {
		t.Errorf("after the step back\n%s\nbefore\n%s", got, words)
	}
	if len(w.Failures) > 0 {
		t.Error(w.Failures)
	}
}

// TestTheEngineWorksAlongUntilTheRoomIsLeft: with a budget too small to search
// anything anew, a hint can be had only from the case that was solved when the
// room opened, and that is let go when it is left.
func TestTheEngineWorksAlongUntilTheRoomIsLeft(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 0)
	w.Desk().Budget = 1
	if _, err := w.play.Hint(); err != nil {
		t.Errorf("the case is not solved while the call is open: %v", err)
	}
	w.Clear()
	if _, err := w.play.Hint(); !errors.Is(err, &trainer.Error{Code: trainer.NotWorkedOut}) {
		t.Errorf("after the call was left: %v", err)
	}
}

// TestWhatTheEngineSaysIsKeptAtTheEnd of a call, before anybody asks for it.
func TestWhatTheEngineSaysIsKeptAtTheEnd(t *testing.T) {
	w := answered(t, kettle, trainer.Assessed, 0)
	w.Type("x")
	w.TapText("Hang up")
	sum, err := w.store.Summary(w.play.Attempt().ID)
	if err != nil || len(sum.Card) == 0 || len(sum.Analysis) == 0 {
		t.Errorf("kept are the card %s and the analysis %s, %v", sum.Card, sum.Analysis, err)
	}
}

func TestAssessedHasNoHintAndNoStepBack(t *testing.T) {
	w := answered(t, kettle, trainer.Assessed, 0)
	w.Type(w.number("switched it on"))
	w.Press(fyne.KeyF2, fyne.KeyBackspace)
	if w.play.Hints() != 0 || len(w.Failures) > 0 {
		t.Errorf("%d hints, %v", w.play.Hints(), w.Failures)
	}
	w.wantMoves("k-ring.wall")
}

func TestHangingUpIsAskedFor(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	w.Type("x")
	w.Press(fyne.KeyEscape)
	w.wantMoves()
	w.TapText("Hang up")
	if !strings.Contains(w.Words(), "can't be taken back") {
		t.Fatal("nothing is asked")
	}
	w.TapText("Hang up")
	w.wantMoves("hang-up")
	if !w.Shows("You have hung up") {
		t.Errorf("the window says: %s", w.Words())
	}
	w.TapText("Write it down")
	w.follow(screen.WrapUp)
	if !w.Shows("No hour was promised") {
		t.Errorf("the window says: %s", w.Words())
	}
}

func TestStoppingForGood(t *testing.T) {
	w := answered(t, kettle, trainer.Assessed, 100)
	w.Type("p")
	w.TapText("Stop this call for good")
	w.Press(fyne.KeyReturn)
	if w.play.Stage() != trainer.StageCall {
		t.Fatal("Enter alone stopped an assessed call")
	}
	w.TapText("Stop this call for good")
	w.TapText("Stop this call for good")
	w.follow(screen.Today)
	if w.play.Stage() != trainer.StageLeft {
		t.Errorf("the attempt stands at %q", w.play.Stage())
	}
}

func TestNotesAreRelabelledAndDropped(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 0)
	w.tapWord("It never boils", "boils")
	w.TapText("Need")
	w.tapWord("It never boils", "boils")
	w.TapText("Want")
	if got := w.notes(); !slices.Equal(got, []string{"want boils."}) {
		t.Errorf("notes %q", got)
	}
	w.tabTo(labelled(""))
	w.Press(fyne.KeySpace)
	if got := w.notes(); len(got) > 0 {
		t.Errorf("notes %q after dropping", got)
	}
}
