package replay

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/telling"
)

func TestStepsByKeys(t *testing.T) {
	set := begin(t)
	s := shown(set, seen(inAHurry)(set), 0)
	last := len(s.r.Moves) - 1
	for _, k := range []struct {
		do   func()
		want int
	}{
		{func() { set.Press(fyne.KeyLeft) }, 0},
		{func() { set.Press(fyne.KeyRight) }, 1},
		{func() { set.Type("n") }, 2},
		{func() { set.Type("p") }, 1},
		{func() { set.Press(fyne.KeyEnd) }, last},
		{func() { set.Press(fyne.KeyRight) }, last},
		{func() { set.Press(fyne.KeyLeft) }, last - 1},
		{func() { set.Press(fyne.KeyHome) }, 0},
	} {
		if k.do(); s.at.move != k.want || s.at.way != nil {
			t.Fatalf("at move %d, want %d", s.at.move, k.want)
		}
		if head := telling.MoveWords(s.r.Case, s.r.Moves[k.want]); !set.Shows(head) {
			t.Errorf("%q is not on the board", head)
		}
		if e := s.view.list.entries[s.view.list.at]; e.place != s.at || s.view.side.heat.Mark() != k.want+1 || s.view.side.reach.Mark() != k.want+1 {
			t.Errorf("the list is at %v, the curves at %d and %d", e, s.view.side.heat.Mark(), s.view.side.reach.Mark())
		}
	}
	set.Press(fyne.KeyEscape)
	if set.Backs != 1 {
		t.Error("Escape does not lead back")
	}
}

func TestStepsToWhatCost(t *testing.T) {
	set := begin(t)
	s := shown(set, seen(inAHurry)(set), 0)
	var want, there, back []int
	for i := range s.r.Moves {
		if j, _ := s.r.Judgement(i); j.Cost >= 0.5 {
			want = append(want, i)
		}
	}
	if costs(s.r, 0) {
		there = append(there, 0)
	}
	for at := -1; at != s.at.move; set.Type("c") {
		if at = s.at.move; at > 0 {
			there = append(there, at)
		}
	}
	for at := -1; at != s.at.move; set.Type("C") {
		at = s.at.move
		back = append([]int{at}, back...)
	}
	if len(want) < 2 || !slices.Equal(there, want) || !slices.Equal(back, want) {
		t.Errorf("C leads to %v, Shift C to %v, want %v", there, back, want)
	}
}

// TestBoardTellsWhatStoodOpen: the replies stand on the board in the order in
// which the trainee saw them, with theirs marked.
func TestBoardTellsWhatStoodOpen(t *testing.T) {
	set := begin(t)
	p := set.Play(storyCase, call.Normal, trainer.Practice)
	must(p.Answer())
	var seenThen [][]trainer.Choice
	var given []int
	for p.Stage() == trainer.StageCall && len(given) < 5 {
		c := p.Choices()
		n := len(given) % len(c)
		seenThen, given = append(seenThen, c), append(given, n)
		must(p.Reply(c[n].Reply, call.InTime))
	}
	set.PlayBadly(p)
	must(set.Desk().SeeBetter(set.Who(), storyCase))
	s := shown(set, p, 0)
	for i, choices := range seenThen {
		s.atMove(i)
		for n, c := range choices {
			o := s.view.board.options[n]
			words := o.words.AccessibilityLabel()
			if !strings.EqualFold(words, strings.Trim(c.Text, "[]")) || o.mine.Hidden == (n == given[i]) {
				t.Errorf("move %d, row %d: %q, want %q", i, n, words, c.Text)
			}
		}
		j, _ := s.r.Judgement(i)
		if j.HasBetter != set.Shows("Best here") || j.HasBetter == set.Shows("None better") {
			t.Errorf("move %d: a better reply is marked: %v", i, set.Shows("Best here"))
		}
		for _, it := range s.r.Turns[i+1].Items {
			if !set.Shows(s.r.ItemWords(it)) {
				t.Errorf("move %d: %q is not told", i, s.r.ItemWords(it))
			}
		}
	}
}

func TestStepsByMouse(t *testing.T) {
	set := begin(t)
	s := shown(set, seen(inAHurry)(set), 0)
	set.TapText("Forward")
	set.TapText("Forward")
	if set.Tap(s.view.bar.back); s.at.move != 1 {
		t.Errorf("forward twice and back leads to move %d", s.at.move)
	}
	set.Tap(s.view.list.pool[4])
	if s.at.move != 4 {
		t.Errorf("a row leads to move %d", s.at.move)
	}
	set.TapText("Last")
	if s.at.move != len(s.r.Moves)-1 || !s.view.bar.onward.Disabled() || s.view.bar.back.Disabled() {
		t.Error("the last move is not the last")
	}
	heat := s.view.side.heat
	set.Tap(heat) // in its middle
	if n := s.at.move; n == 0 || n == len(s.r.Moves)-1 || heat.Mark() != n+1 || heat.Named() != n+1 {
		t.Errorf("the middle of the curve leads to move %d", n)
	}
	set.TapText("Back to the debrief")
	if set.Backs != 1 {
		t.Error("there is no way back")
	}
}

func TestListByKeys(t *testing.T) {
	set := begin(t)
	s := shown(set, inside(set), 0)
	set.Canvas().Focus(s.view.list)
	heads := 0
	for range s.r.Moves[1:] {
		before := s.at.move
		if set.Press(fyne.KeyDown); s.at.move != before+1 {
			t.Fatalf("down leads from move %d to %d", before, s.at.move)
		}
		if head := s.r.HeadWords(s.at.move); head != "" {
			heads++
			if !set.Shows(head) || s.view.list.entries[s.view.list.at-1].head == "" {
				t.Errorf("%q does not head the call", head)
			}
		}
	}
	if heads != 2 {
		t.Errorf("%d calls after the first are headed, want the one inside and the second", heads)
	}
	set.Press(fyne.KeyUp, fyne.KeyLeft)
	if s.at.move != len(s.r.Moves)-3 || set.Canvas().Focused() != fyne.Focusable(s.view.list) {
		t.Errorf("up and left lead to move %d", s.at.move)
	}
}

func TestEveryWayOfACallIsTold(t *testing.T) {
	for name, play := range map[string]func(*stage.Stage) *trainer.Play{
		"hurry": inAHurry, "hung up": hungUp, "held": held, "two calls": twoCalls, "inside": inside,
	} {
		t.Run(name, func(t *testing.T) {
			set := begin(t)
			s := shown(set, seen(play)(set), 0)
			for i, m := range s.r.Moves {
				s.atMove(i)
				words := set.Words()
				if strings.Contains(words, "[replay.") || strings.Contains(words, "[debrief.") || strings.Contains(words, "{{") {
					t.Errorf("move %d: a text is missing: %s", i, words)
				}
				mine := 0
				for _, o := range s.view.board.options {
					if o.card.Visible() && !o.mine.Hidden {
						mine++
					}
				}
				if mine != 1 || !set.Shows(telling.MoveWords(s.r.Case, m)) {
					t.Errorf("move %d: %d rows are the one that was made: %s", i, mine, words)
				}
			}
			if len(set.Failures) > 0 {
				t.Error(set.Failures)
			}
		})
	}
}

// TestBetterIsAskedFor: what is better stays shut as long as looking uses up the
// first sight of another version.
func TestBetterIsAskedFor(t *testing.T) {
	set := begin(t)
	s := shown(set, inAHurry(set), 0)
	set.Type("c")
	if set.Shows("Best here") || set.Shows("None better") || !set.Shows("Show the better reply") {
		t.Fatal(set.Words())
	}
	set.Type("t1")
	if !set.Shows("Show where this leads") || set.Shows("the call comes to") {
		t.Errorf("what is tried tells the better replies: %s", set.Words())
	}
	set.Press(fyne.KeyEscape)
	set.Type("b")
	set.Press(fyne.KeyReturn)
	if set.Shows("Best here") || set.Shows("Look at the better") {
		t.Error("what cannot be taken back is done by Enter alone")
	}
	set.TapText("Show the better reply")
	set.TapText("Show them")
	if !set.Shows("Best here") || set.Shows("Show the better reply") || s.left != 0 {
		t.Error(set.Words())
	}
	if n, err := set.Desk().SightsLeft(set.Who(), storyCase); n != 0 || err != nil {
		t.Error(n, err)
	}
}

// TestWhileTheEngineWorks: the call can be stepped through, and what it cost is
// filled in.
func TestWhileTheEngineWorks(t *testing.T) {
	set := begin(t)
	p := seen(inAHurry)(set)
	h := &later{Stage: set}
	s := New(h, p.Attempt().ID, trainer.Profile{}, 0, false)
	set.Show(s)
	if !set.Shows("Reading the call") {
		t.Error(set.Words())
	}
	set.Type("nct")
	h.rest[0]()
	if s.r.Analysis != nil {
		t.Fatal("the analysis was kept with the scorecard: nothing is left to be worked out")
	}
	set.Type("n")
	if s.at.move != 1 || !set.Shows("still being worked out") || s.view.side.reach != nil {
		t.Fatalf("at move %d: %s", s.at.move, set.Words())
	}
	h.rest[1]()
	if s.at.move != 1 || set.Shows("still being worked out") || set.Shows("None better") == set.Shows("Best here") || s.view.side.reach.Mark() != 2 {
		t.Error(set.Words())
	}
}

func TestWhatTheEngineCouldNotWorkOut(t *testing.T) {
	set := begin(t)
	p := inAHurry(set)
	s := New(set, p.Attempt().ID, trainer.Profile{}, 0, false)
	v, _, err := telling.Open(set, p.Attempt().ID, set.Who())
	must(err)
	v.Analysis = nil
	set.Desk().Budget = 10
	s.read(telling.Read(v, "", set.Now()), nil)
	set.Show(s)
	if !set.Shows("could not be worked out") {
		t.Fatal(set.Words())
	}
	set.Type("nt1")
	if !set.Shows("Where this leads could not be worked out") || s.at.deep != 1 {
		t.Error(set.Words())
	}
}

func TestOwnWordsAreTheirTraineesAlone(t *testing.T) {
	set := begin(t)
	p := set.Play(storyCase, call.Normal, trainer.Practice)
	must(p.Answer())
	must(p.SayFirst("That sounds like a bad start to the day."))
	set.PlayBadly(p)
	who := set.Who()
	if shown(set, p, 0); !set.Shows("bad start to the day") {
		t.Error("their trainee does not see them")
	}
	boss, err := set.Desk().Appoint("Ruth Lindqvist", "four plain words here")
	must(err)
	set.Enter(boss)
	s := New(set, p.Attempt().ID, who, 0, false)
	set.Show(s)
	if set.Shows("bad start") || set.Shows("In your own words") || !set.Shows("Ada Okafor, ") {
		t.Errorf("a manager reads: %s", set.Words())
	}
	other := set.Trainee("Bo")
	set.Enter(other)
	set.Show(New(set, p.Attempt().ID, trainer.Profile{}, 0, false))
	if len(set.Failures) != 1 || !set.Shows("can't be opened") {
		t.Error("a trainee opens another person's call")
	}
	set.Press(fyne.KeyEscape)
	if set.Type("nct1"); set.Backs != 1 {
		t.Error("there is no way back")
	}
}

func TestTwoHundredMoves(t *testing.T) {
	set := begin(t)
	s := shown(set, seen(long)(set), 0)
	set.Press(fyne.KeyEnd)
	if n := len(s.view.list.body.Objects); n > 40 || !set.Shows("Move 200 of 200") || s.view.list.pool[199] == nil {
		t.Errorf("%d rows are made: %s", n, set.Words())
	}
}

func TestStoriesAreDrawn(t *testing.T) {
	for _, s := range Stories(func() *stage.Stage { return empty(t) }) {
		if s.Build().MinSize().IsZero() {
			t.Errorf("%s is empty", s.Name)
		}
	}
}
