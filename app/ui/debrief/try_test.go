package debrief

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/telling"
)

// kept is everything the store holds of the attempt.
func (r *rehearsal) kept(t *testing.T) []trainer.Record {
	t.Helper()
	records, err := r.set.Desk().Store.Records(r.play.Attempt().ID)
	if err != nil {
		t.Fatal(err)
	}
	return records
}

// mine is how often the reply made in the call itself is marked.
func (r *rehearsal) mine() int { return strings.Count(r.set.Words(), "Your reply in the call") }

func TestTryFromHereByKeys(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	before := len(r.kept(t))
	sc := r.shown()
	sc.tryFrom(3)
	if r.mine() != 1 || !r.set.Shows("Played on from here") || !r.set.Shows("Keep cool ") {
		t.Fatalf("the trial is not shown: %s", r.set.Words())
	}
	if sc.page.Offset() == 0 {
		t.Error("it is not brought into view")
	}
	was := sc.try.at
	r.set.Type("1")
	if sc.try.at == was || r.mine() != 0 {
		t.Fatal("1 gives no reply")
	}
	second := sc.try.at
	r.set.Press(fyne.KeyReturn)
	if sc.try.at.Back() != second {
		t.Error("Enter does not give the reply that has the keyboard")
	}
	r.set.Press(fyne.KeyBackspace, fyne.KeyBackspace)
	if r.mine() != 1 || sc.try.at.Back() != nil {
		t.Error("Backspace does not lead back to the beginning")
	}
	r.set.Type("9")
	r.set.Press(fyne.KeyBackspace)
	if sc.try.at != was {
		t.Error("a key without a reply, or a step back before the beginning, does something")
	}
	r.set.Press(fyne.KeyEscape)
	if sc.try != nil || r.set.Shows("Played on from here") || len(r.set.Opened) > 0 {
		t.Errorf("Escape does not close it: %v", r.set.Opened)
	}
	r.set.Press(fyne.KeyEscape)
	if r.set.LastOpened().Place != screen.Today {
		t.Error("Escape does not leave afterwards")
	}
	if after := len(r.kept(t)); after != before || len(r.set.Failures) > 0 {
		t.Errorf("%d records before, %d after; %v", before, after, r.set.Failures)
	}
}

func TestTryFromHereByTaps(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	sc := r.shown()
	r.set.TapText("Try from here") // the last one on the page as it is
	if sc.try == nil || !slices.ContainsFunc(sc.r.Turns, func(own telling.Turn) bool { return own.Move == sc.try.move }) {
		t.Fatalf("%+v is tried, which is no move of the call", sc.try)
	}
	words := telling.MoveWords(sc.r.Case, sc.try.at.Open()[0])
	r.set.TapText(words)
	if len(sc.try.at.Made()) != 1 {
		t.Errorf("%q is not given", words)
	}
	r.set.TapText("Take back")
	if len(sc.try.at.Made()) != 0 {
		t.Error("it is not taken back")
	}
	sc.tryFrom(0)
	if sc.try.move != 0 || strings.Count(r.set.Words(), "Choose a reply and see where it leads") != 1 {
		t.Error("two trials are open")
	}
	r.set.TapText("Close")
	if sc.try != nil {
		t.Error("it is not closed")
	}
}

// TestBetterReplyLeadsFurther: what the debrief calls better is better where
// it is tried.
func TestBetterReplyLeadsFurther(t *testing.T) {
	r := begin(t, trainer.Practice)
	r.whole(costliest)
	sc := r.shown()
	for i, m := range sc.r.Moves {
		j, _ := sc.r.Judgement(i)
		if !j.HasBetter {
			continue
		}
		sc.tryFrom(i)
		at := map[call.Move]float64{}
		for n, open := range sc.try.at.Open() {
			if open == m || open == j.Better {
				sc.give(n)
				at[open] = sc.try.outlook.Card.Overall
				sc.takeBack()
			}
		}
		if at[j.Better] <= at[m] {
			t.Errorf("move %d leads to %v, the better one to %v", i, at[m], at[j.Better])
		}
	}
}

func TestTryHungUpAndToItsEnd(t *testing.T) {
	r := begin(t, trainer.Practice)
	r.times(2, best).do(call.Move{Kind: call.HangUp})
	sc := r.write(1).shown()
	sc.tryFrom(2)
	for range 100 {
		if len(sc.try.at.Open()) == 0 {
			break
		}
		sc.give(0)
	}
	if !r.set.Shows("Here the call is over, with ") || strings.Contains(r.set.Words(), "[debrief.") {
		t.Error(r.set.Words())
	}
}

// TestLeaveWhileItIsWorkedOut: what the engine says too late is not shown, and
// changes nothing.
func TestLeaveWhileItIsWorkedOut(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	r.shown() // the analysis is kept
	h := &later{Stage: r.set}
	sc := New(h, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(sc)
	h.rest[0]()
	r.set.Advance(10 * time.Second)
	if len(h.rest) != 1 || !r.set.Shows("Better here") || r.set.Shows("still being worked out") {
		t.Fatalf("what is kept is worked out again, by %d works", len(h.rest))
	}
	sc.tryFrom(1)
	if !r.set.Shows("Working out where this leads") {
		t.Fatal(r.set.Words())
	}
	sc.give(0)
	h.rest[1]() // of the trial before the reply
	if !r.set.Shows("Working out where this leads") {
		t.Error("the answer to another question is shown")
	}
	r.set.Clear()
	h.rest[2]()
	if sc.try != nil || len(r.set.Failures) > 0 {
		t.Errorf("it goes on after the screen was left: %v", r.set.Failures)
	}
}

func TestTryWhereTheEngineDoesNotFinish(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	_, err := r.set.Desk().Scale(r.play.Attempt(), r.play.Case(), call.Normal)
	must(err)
	r.set.Desk().Budget = 10
	sc := r.shown()
	if !r.set.Shows("could not be worked out") {
		t.Error("that there is no analysis is not told")
	}
	sc.tryFrom(0)
	r.set.Type("1")
	if !r.set.Shows("Where this leads could not be worked out") || len(sc.try.at.Made()) != 1 || len(r.set.Failures) > 0 {
		t.Errorf("%v: %s", r.set.Failures, r.set.Words())
	}
}

// TestTheSolvedCaseIsLetGo: with a budget too small to search anything anew, a
// trial leads somewhere only while the solved case is held.
func TestTheSolvedCaseIsLetGo(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	sc := r.shown()
	sc.tryFrom(0)
	r.set.Desk().Budget = 10
	sc.tryFrom(1)
	if sc.try.failed {
		t.Error("each trial solves the case anew")
	}
	at := sc.try.at
	r.set.Clear()
	if _, err := at.Outlook(); !errors.Is(err, &trainer.Error{Code: trainer.NotWorkedOut}) {
		t.Errorf("after the debrief was left: %v", err)
	}
}
