package callroom_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/trainer"
	"keepcool/app/ui/callroom"
	"keepcool/app/ui/widget"
)

// trace is the voice in the window.
func (w *way) trace() *widget.VoiceTrace {
	w.t.Helper()
	var found *widget.VoiceTrace
	w.Each(func(o fyne.CanvasObject) bool {
		if v, ok := o.(*widget.VoiceTrace); ok {
			found = v
		}
		return true
	})
	if found == nil {
		w.t.Fatal("there is no voice")
	}
	return found
}

func TestTheVoiceIsDrawnWhileSomebodySpeaks(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	w.Advance(time.Second)
	if v := w.trace(); !v.Speaking() || !strings.Contains(v.AccessibilityLabel(), "Mr Ode's voice: ") || !w.Shows("Fast") {
		t.Errorf("while he speaks: %v, %q", v.Speaking(), v.AccessibilityLabel())
	}
	w.hear()
	w.Advance(11 * time.Second)
	if v := w.trace(); v.Speaking() || v.AccessibilityLabel() != "Nobody speaks" || w.Waiting() > 0 {
		t.Errorf("when nobody speaks: %v, %q, %d timers", v.Speaking(), v.AccessibilityLabel(), w.Waiting())
	}
}

func TestALineSaidAgainCostsNothing(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	w.hear()
	w.Advance(2 * time.Second)
	before, words := w.play.State(), w.Words()
	w.Type("a")
	w.Advance(time.Second)
	if !w.trace().Speaking() || w.Shows("is speaking") || w.play.State() != before {
		t.Errorf("said again, the window says: %s", w.Words())
	}
	w.Advance(time.Minute)
	if w.trace().Speaking() {
		t.Error("it never ends")
	}
	if len(w.moves()) > 0 || w.play.State() != before {
		t.Errorf("moves %q", w.moves())
	}
	w.hear() // nothing: the time for the first words has gone on after it
	if words == w.Words() {
		t.Error("the time for the first words stands still for ever")
	}
	w.Type("a")
	w.Advance(time.Second)
	w.Type(w.number("Good morning"))
	w.wantMoves("k-ring.greet:slow")
}

func TestTheFirstWordsWaitWhileALineIsSaidAgain(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	w.hear()
	for range 4 {
		w.Type("a")
		for w.Advance(time.Second); w.trace().Speaking(); {
			w.Advance(100 * time.Millisecond)
		}
		w.Advance(time.Second)
	}
	w.Type(w.number("Good morning"))
	w.wantMoves("k-ring.greet")
}

func TestALineSaidAgainWhileItIsSpoken(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	w.Advance(4 * time.Second)
	heard := w.Shows("that is all it does")
	w.Type("a")
	if !heard || w.Shows("that is all it does") || !w.Shows("is speaking") {
		t.Errorf("the line does not begin anew: %s", w.Words())
	}
}

func TestOlderAndOwnLinesAreSaidAgainAndShownLarger(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 0)
	w.Type(w.number("Good morning"))
	w.Type("l")
	if !w.Shows("Thirty guests") || !w.Shows("Line before") {
		t.Fatalf("not larger: %s", w.Words())
	}
	w.Press(fyne.KeyUp)
	if !w.Shows("Good morning, Brimful") {
		t.Errorf("not the line before: %s", w.Words())
	}
	w.TapText("Say it again")
	if widget.SheetOpen(w.Canvas()) || !w.trace().Speaking() {
		t.Error("one's own line is not said again")
	}
	w.Press(fyne.KeyEscape)
	w.Press(fyne.KeyEscape)
	if w.Waiting() > 0 || w.trace().Speaking() {
		t.Errorf("%d timers after the pause", w.Waiting())
	}
	w.TapText("Show it larger")
	w.Press(fyne.KeyEscape)
	w.TapText("Say it again")
	if !w.trace().Speaking() {
		t.Error("the control beside the line does nothing")
	}
}

func TestAnIdiomIsExplainedByKey(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 0)
	w.Type("i")
	if len(w.Said) != 1 {
		t.Errorf("without an idiom it says %q", w.Said)
	}
	w.Type(w.number("switched it on"))
	w.Type("i")
	if !w.Shows("I know what I am doing") {
		t.Errorf("the idiom is not explained: %s", w.Words())
	}
	w.Press(fyne.KeyEscape)
	if w.Shows("I know what I am doing") || w.Shows("Paused") {
		t.Error("Escape does not take the meaning away, or more than that")
	}
}

func TestMutedOneMayThrowABall(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 0)
	before := w.play.State()
	w.Type("t")
	if w.Waiting() > 0 {
		t.Error("a ball flies through an open line")
	}
	w.Type("m")
	if !w.Shows("can't hear you") {
		t.Fatalf("muted, the window says: %s", w.Words())
	}
	w.Type("t")
	if w.Waiting() != 1 {
		t.Errorf("%d timers while the ball flies", w.Waiting())
	}
	w.Advance(10 * time.Second)
	if w.Waiting() > 0 {
		t.Error("it never comes back")
	}
	w.TapText("Throw the ball")
	w.Type("p")
	if w.Waiting() > 0 {
		t.Error("it flies on while the call is paused")
	}
	w.Press(fyne.KeyEscape)
	w.TapText("Unmute")
	if w.Shows("can't hear you") || w.play.State() != before || len(w.moves()) > 0 {
		t.Errorf("it is not without effect: %q", w.moves())
	}
	w.TapText("Mute")
	w.Type(w.number("Good morning"))
	w.wantMoves("k-ring.greet")
	if w.Shows("can't hear you") {
		t.Error("a reply is given by somebody muted")
	}
}

func TestSayItFirst(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	w.Preferences().SayFirst = true
	w.Show(callroom.New(w, w.play))
	w.hear()
	if w.Shows("Good morning, Brimful") || !w.Shows("What would you say?") {
		t.Fatalf("the replies are seen first: %s", w.Words())
	}
	w.Advance(time.Minute)
	w.Canvas().Unfocus()
	w.Type("1")
	if len(w.moves()) > 0 {
		t.Error("a reply that nobody has seen was given")
	}
	w.tabTo(func(f fyne.Focusable) bool { _, ok := f.(fyne.Shortcutable); return ok })
	w.Type("Good evening, who is there? 1 moment.")
	w.Press(fyne.KeyReturn)
	if !w.Shows("You would say:") || !w.Shows("Good morning, Brimful") {
		t.Fatalf("after it was kept: %s", w.Words())
	}
	w.Type(w.number("Good morning"))
	w.wantMoves("k-ring.greet") // and not slow: the own words were first
	w.hear()
	w.Press(fyne.KeyReturn) // with nothing written
	if text, said := w.play.SaidFirst(); !said || text != "" || !w.Shows("You said it aloud") {
		t.Errorf("said aloud: %q %v; %s", text, said, w.Words())
	}
	w.Type(w.number("lid once more"))
	w.hear()
	w.Press(fyne.KeyEscape)
	if _, said := w.play.SaidFirst(); said || !w.Shows("very busy") || w.Shows("Paused") {
		t.Errorf("skipped: %s", w.Words())
	}
	w.Type("h")
	if !w.Shows("very busy") {
		t.Error("what was skipped is asked again at the same beat")
	}
	w.Type("s")
	if w.Shows("very busy") || !w.Shows("What would you say?") {
		t.Error("S does not ask")
	}
	w.TapText("Skip")
	w.TapText("Say first")
	w.TapText("I said it aloud")
	v, err := w.Desk().Review(w.Who(), w.play.Attempt().ID)
	if err != nil {
		t.Fatal(err)
	}
	own, err := w.Desk().OwnWords(w.Who(), v)
	if err != nil || own[0] != "Good evening, who is there? 1 moment." || len(own) != 2 {
		t.Errorf("kept %v, %v", own, err)
	}
}

func TestCuttingInAsksForNoOwnWords(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 100)
	w.Preferences().SayFirst = true
	w.Show(callroom.New(w, w.play))
	w.Advance(time.Second)
	w.Type("c")
	w.Type(w.number("switched it on"))
	w.wantMoves("k-ring.wall:cutting-in")
}

func TestOffByDefaultNobodyIsAsked(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 0)
	if w.Shows("What would you say?") || !w.Shows("Good morning, Brimful") {
		t.Errorf("the window says: %s", w.Words())
	}
}

func TestTheConversationIsScrolledByKeys(t *testing.T) {
	w := answered(t, kettle, trainer.Practice, 0)
	w.Resize(640, 480)
	for range 6 {
		w.Type(w.number("switched it on"))
		w.Press(fyne.KeyBackspace)
	}
	w.Type(w.number("switched it on"))
	place := func() float32 {
		var y float32
		w.Each(func(o fyne.CanvasObject) bool {
			if text, ok := o.(*canvas.Text); ok && strings.Contains(text.Text, "Your kettle clicks") {
				y = fyne.CurrentApp().Driver().AbsolutePositionForObject(text).Y
			}
			return true
		})
		return y
	}
	end := place()
	w.Press(fyne.KeyPageUp)
	up := place()
	w.Press(fyne.KeyPageDown, fyne.KeyEnd)
	if up <= end || place() != end {
		t.Errorf("the first line lies at %v, a page up at %v, at the end again at %v", end, up, place())
	}
	w.Press(fyne.KeyHome)
	if place() < up {
		t.Errorf("at the beginning at %v", place())
	}
}
