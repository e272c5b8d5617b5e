package replay

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/telling"
)

// kept is everything the store holds of an attempt.
func kept(t *testing.T, set *stage.Stage, p *trainer.Play) (records []trainer.Record, sum trainer.Summary) {
	t.Helper()
	records, err := set.Desk().Store.Records(p.Attempt().ID)
	must(err)
	sum, err = set.Desk().Store.Summary(p.Attempt().ID)
	must(err)
	return records, sum
}

// mine is how often the reply made in the call itself is marked.
func mine(set *stage.Stage) int { return strings.Count(set.Words(), "Your reply in the call") }

// TestTryTouchesNoRecord tries everything there is to try at every move, two
// moves deep: the record and the summary stay as they are.
func TestTryTouchesNoRecord(t *testing.T) {
	set := begin(t)
	p := seen(twoCalls)(set)
	s := shown(set, p, 0) // what the engine says of the call is kept with this
	records, sum := kept(t, set, p)
	for i := range s.r.Moves {
		s.atMove(i)
		s.tryFrom()
		for n := range s.at.trial().Open() {
			s.give(n)
			s.give(0)
			s.first()
		}
		s.leaveTry()
	}
	if len(s.tried) != len(s.r.Moves) {
		t.Fatalf("from %d of %d moves something was tried", len(s.tried), len(s.r.Moves))
	}
	set.Clear()
	after, sumAfter := kept(t, set, p)
	if diff := cmp.Diff(records, after); diff != "" {
		t.Errorf("the record: %s", diff)
	}
	if diff := cmp.Diff(sum, sumAfter); diff != "" {
		t.Errorf("the summary: %s", diff)
	}
	if len(set.Failures) > 0 {
		t.Error(set.Failures)
	}
}

func TestTryByKeys(t *testing.T) {
	set := begin(t)
	s := shown(set, seen(inAHurry)(set), 3)
	set.Type("12345") // nothing is tried out yet
	if s.at.way != nil || s.at.move != 3 {
		t.Fatal("a number tries something out")
	}
	set.Type("t")
	if mine(set) != 1 || !set.Shows("Played on from here") || !set.Shows("Keep cool ") || !set.Shows("Nothing of this is kept") {
		t.Fatalf("the trial is not shown: %s", set.Words())
	}
	start := s.at
	set.Type("1")
	first := s.at
	if first.deep != 1 || mine(set) != 0 {
		t.Fatal("1 gives no reply")
	}
	set.Press(fyne.KeyDown, fyne.KeyReturn)
	second := s.at
	if second.deep != 2 || second.way != first.way {
		t.Error("Enter does not give the reply that has the keyboard")
	}
	if open := first.trial().Open(); s.at.way.last(2) != open[1] {
		t.Error("the arrows do not lead to the second reply")
	}
	set.Press(fyne.KeyLeft, fyne.KeyLeft)
	if s.at != start {
		t.Errorf("two steps back lead to %v", s.at)
	}
	set.Press(fyne.KeyEnd)
	if s.at != second {
		t.Errorf("End leads to %v", s.at)
	}
	set.Press(fyne.KeyBackspace, fyne.KeyBackspace)
	if s.at != start || mine(set) != 1 || len(s.tried[3]) != 0 {
		t.Error("Backspace does not lead back to the beginning, with nothing left")
	}
	set.Type("9")
	set.Press(fyne.KeyBackspace)
	if s.at != start {
		t.Error("a key without a reply, or a step back before the beginning, does something")
	}
	set.Press(fyne.KeyEscape)
	if s.at != (place{move: 3}) || set.Shows("Trying from") || set.Backs > 0 {
		t.Errorf("Escape leads to %v", s.at)
	}
	if set.Press(fyne.KeyEscape); set.Backs != 1 {
		t.Error("Escape does not leave afterwards")
	}
}

func TestTryByTaps(t *testing.T) {
	set := begin(t)
	s := shown(set, seen(inAHurry)(set), 2)
	set.TapText("Try from here")
	all := s.at.trial().Open()
	other := slices.IndexFunc(all, func(m call.Move) bool {
		return !slices.ContainsFunc(s.r.Moves, func(o call.Move) bool { return same(o, m) })
	})
	words := telling.MoveWords(s.r.Case, all[other])
	set.TapText(words)
	if s.at.deep != 1 || !strings.Contains(set.Words(), words) {
		t.Errorf("%q is not given", words)
	}
	set.TapText("Take back")
	if s.at.deep != 0 {
		t.Error("it is not taken back")
	}
	set.TapText("Back to the call")
	if s.at != (place{move: 2}) {
		t.Error("it is not left")
	}
}

// TestWaysStandInTheList: each way that was tried stands below its move, and is
// found again there. The same way is not listed twice.
func TestWaysStandInTheList(t *testing.T) {
	set := begin(t)
	s := shown(set, seen(inAHurry)(set), 1)
	numbers := func() (all []string) {
		for _, e := range s.view.list.entries {
			if e.tried {
				all = append(all, e.number)
			}
		}
		return all
	}
	set.Type("t12")
	ended := s.at
	set.Press(fyne.KeyEscape)
	set.Type("t12")
	if s.at != ended || !slices.Equal(numbers(), []string{"2.1", "2.2"}) {
		t.Errorf("the same way is another one: %v", numbers())
	}
	set.Press(fyne.KeyLeft)
	set.Type("1")
	if s.at.way == ended.way || !slices.Equal(numbers(), []string{"2.1", "2.2", "2.1", "2.2"}) {
		t.Errorf("another second reply: %v", numbers())
	}
	set.Press(fyne.KeyBackspace)
	if !slices.Equal(numbers(), []string{"2.1", "2.2", "2.1"}) || len(ended.way.trials) != 3 {
		t.Errorf("taken back: %v", numbers())
	}
	set.Press(fyne.KeyEscape)
	for i, e := range s.view.list.entries {
		if e.place == ended {
			set.Tap(s.view.list.pool[i])
		}
	}
	if s.at != ended || !set.Shows("Trying from move 2") {
		t.Errorf("the list leads to %v", s.at)
	}
}

// TestOpenedToTry: the debrief's way to try something out leads there at once.
func TestOpenedToTry(t *testing.T) {
	set := begin(t)
	p := seen(inAHurry)(set)
	s := New(set, p.Attempt().ID, trainer.Profile{}, 4, true)
	set.Show(s)
	if s.at.move != 4 || s.at.way == nil || !set.Shows("Trying from move 5") {
		t.Errorf("at %v: %s", s.at, set.Words())
	}
	if _, ok := set.Canvas().Focused().(interface{ SetHint(string) }); !ok {
		t.Errorf("the keyboard is on %T", set.Canvas().Focused())
	}
}

// TestBetterReplyLeadsFurther: what is called better is better where it is
// tried.
func TestBetterReplyLeadsFurther(t *testing.T) {
	set := begin(t)
	s := shown(set, seen(inAHurry)(set), 0)
	found := 0
	for i, m := range s.r.Moves {
		j, _ := s.r.Judgement(i)
		if !j.HasBetter {
			continue
		}
		s.atMove(i)
		s.tryFrom()
		at := map[call.Move]float64{}
		for n, open := range s.at.trial().Open() {
			if open == m || open == j.Better {
				s.give(n)
				at[open] = s.leads[s.at.trial()].outlook.Card.Overall
				s.takeBack()
			}
		}
		if at[j.Better] <= at[m] {
			t.Errorf("move %d leads to %v, the better one to %v", i, at[m], at[j.Better])
		}
		found++
	}
	if found == 0 {
		t.Error("the play tries too little")
	}
}

func TestTryHungUpAndToItsEnd(t *testing.T) {
	set := begin(t)
	s := shown(set, seen(hungUp)(set), 3)
	s.tryFrom()
	for range 100 {
		if len(s.at.trial().Open()) == 0 {
			break
		}
		s.give(0)
	}
	if !set.Shows("Here the call is over, with ") || set.Shows("[replay.") || set.Shows("Choose what to try") {
		t.Error(set.Words())
	}
}

// TestLeaveWhileItIsWorkedOut: what the engine says of another place is not
// shown, and of a screen that was left changes nothing.
func TestLeaveWhileItIsWorkedOut(t *testing.T) {
	set := begin(t)
	p := seen(inAHurry)(set)
	shown(set, p, 0) // the analysis is kept
	h := &later{Stage: set}
	s := New(h, p.Attempt().ID, trainer.Profile{}, 0, false)
	set.Show(s)
	h.rest[0]()
	if len(h.rest) != 1 {
		t.Fatalf("what is kept is worked out again, by %d works", len(h.rest))
	}
	set.Type("nt")
	if !set.Shows("Working out where this leads") {
		t.Fatal(set.Words())
	}
	set.Type("1")
	h.rest[1]() // of the trial before the reply
	if !set.Shows("Working out where this leads") {
		t.Error("the answer to another question is shown")
	}
	set.Press(fyne.KeyBackspace)
	if !set.Shows("Played on from here") || len(h.rest) != 3 {
		t.Errorf("what was answered is asked again, by %d works", len(h.rest))
	}
	set.Clear()
	h.rest[2]()
	if len(set.Failures) > 0 {
		t.Errorf("it goes on after the screen was left: %v", set.Failures)
	}
}

// TestTheSolvedCaseIsLetGo: with a budget too small to search anything anew, a
// trial leads somewhere only while the solved case is held.
func TestTheSolvedCaseIsLetGo(t *testing.T) {
	set := begin(t)
	s := shown(set, seen(inAHurry)(set), 0)
	set.Type("t")
	set.Press(fyne.KeyEscape)
	set.Desk().Budget = 10
	set.Type("nt")
	at := s.at.trial()
	if !s.leads[at].known {
		t.Error("each trial solves the case anew")
	}
	set.Clear()
	if _, err := at.Outlook(); !errors.Is(err, &trainer.Error{Code: trainer.NotWorkedOut}) {
		t.Errorf("after the replay was left: %v", err)
	}
}
