package settle

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
)

func open(t *testing.T) (*stage.Stage, *store.Store) {
	t.Helper()
	st, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stage.New(st, stage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); _ = st.Close() })
	s.Trainee("Ada")
	return s, st
}

// beforeCall shows the screen before a call.
func beforeCall(s *stage.Stage) (*Screen, *trainer.Play) {
	play := s.Play(storyCase, call.Normal, trainer.Practice)
	sc := New(s, play)
	s.Show(sc)
	return sc, play
}

// kept are the settlings of the person at the desk, newest first.
func kept(t *testing.T, s *stage.Stage) []trainer.Settling {
	t.Helper()
	all, err := s.Desk().Settlings(s.Who())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTwentySecondsByKeys(t *testing.T) {
	s, _ := open(t)
	_, play := beforeCall(s)
	s.Press(fyne.KeyRight, fyne.KeyRight)
	s.Type("4a")
	if s.Shows("And now?") {
		t.Error("the end is asked for at the beginning")
	}
	s.Advance(21 * time.Second)
	if !s.Shows("And now?") || !s.Shows("Good") {
		t.Fatalf("after two breaths: %s", s.Words())
	}
	s.Press(fyne.KeyTab, fyne.KeyTab, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn)
	if r := s.LastOpened(); r.Place != screen.ClientFile || r.Play != play {
		t.Fatalf("at %+v", r)
	}
	s.Clear()
	all := kept(t, s)
	if len(all) != 1 {
		t.Fatalf("kept %v", all)
	}
	n := all[0]
	if n.Feeling != "worried" || n.Strength != 4 || n.Now != 2 || n.After || !slices.Equal(n.Ways, []trainer.Way{trainer.Breathing, trainer.Turning}) {
		t.Errorf("kept %+v", n)
	}
	if play.Stage() != trainer.StageFile || len(play.Opened()) > 0 {
		t.Errorf("the attempt is at %q with %v", play.Stage(), play.Opened())
	}
}

func TestOneKeySkips(t *testing.T) {
	s, _ := open(t)
	_, play := beforeCall(s)
	s.Press(fyne.KeyEscape)
	if r := s.LastOpened(); r.Place != screen.ClientFile || r.Play != play {
		t.Fatalf("at %+v", r)
	}
	s.Clear()
	if all := kept(t, s); len(all) != 0 || s.Waiting() != 0 || len(s.Failures) > 0 {
		t.Errorf("kept %v, %d timers, failures %v", all, s.Waiting(), s.Failures)
	}
}

// TestAStoreThatFails: a full disk keeps nobody here, and says so.
func TestAStoreThatFails(t *testing.T) {
	s, st := open(t)
	beforeCall(s)
	s.Type("3")
	if err := st.Close(); err != nil {
		t.Fatal(err)
	}
	s.Press(fyne.KeyReturn)
	if len(s.Opened) > 0 || len(s.Failures) != 1 {
		t.Fatalf("led on to %v, failures %v", s.Opened, s.Failures)
	}
	s.Press(fyne.KeyEscape)
	if s.LastOpened().Place != screen.ClientFile || len(s.Failures) != 2 {
		t.Errorf("at %q, failures %v", s.LastOpened().Place, s.Failures)
	}
}

func TestWhateverWayOneLeavesItIsKept(t *testing.T) {
	s, _ := open(t)
	beforeCall(s)
	s.Type("5")
	s.Clear()
	s.Clear()
	if all := kept(t, s); len(all) != 1 || all[0].Strength != 5 {
		t.Errorf("kept %v", all)
	}
}

func TestThePacerStopsByItself(t *testing.T) {
	s, _ := open(t)
	sc, _ := beforeCall(s)
	if s.Waiting() != 1 || !s.Shows("Breathe in") {
		t.Fatalf("%d timers: %s", s.Waiting(), s.Words())
	}
	s.Advance(2 * time.Second)
	half := sc.view.pacer.full
	s.Advance(1900 * time.Millisecond)
	if full := sc.view.pacer.full; half < 0.4 || half > 0.6 || full < 0.95 {
		t.Errorf("it goes from %.2f to %.2f", half, full)
	}
	s.Advance(200 * time.Millisecond)
	if !s.Shows("Breathe out") {
		t.Errorf("after four seconds: %s", s.Words())
	}
	s.Advance(time.Minute)
	if s.Waiting() != 0 || sc.breaths != shortBreaths {
		t.Errorf("%d timers after the end, %d breaths", s.Waiting(), sc.breaths)
	}
	s.Type("b")
	s.Advance(time.Second)
	if s.Waiting() != 1 || !s.Shows("Breath 1 of 2") {
		t.Errorf("it does not begin again: %s", s.Words())
	}
	s.Type("b")
	if s.Waiting() != 0 {
		t.Error("it does not stop when asked")
	}
	s.Type("b")
	s.Clear()
	if s.Waiting() != 0 {
		t.Error("it goes on after the screen has gone")
	}
}

func TestStillCountsInWords(t *testing.T) {
	s, _ := open(t)
	s.Preferences().Still = true
	sc, _ := beforeCall(s)
	full := sc.view.pacer.full
	var counted []string
	for range 10 {
		counted = append(counted, sc.view.pacer.words+" "+sc.view.pacer.under)
		if sc.view.pacer.full != full {
			t.Fatal("it moves")
		}
		s.Advance(time.Second)
	}
	want := []string{
		"Breathe in one", "Breathe in two", "Breathe in three", "Breathe in four", "Breathe out one",
		"Breathe out two", "Breathe out three", "Breathe out four", "Breathe out five", "Breathe out six",
	}
	if !slices.Equal(counted, want) {
		t.Errorf("counted %q", counted)
	}
	s.Advance(time.Minute)
	if s.Waiting() != 0 {
		t.Errorf("%d timers after the end", s.Waiting())
	}
}

// TestAClockThatJumps: a machine that slept does not swallow the breath.
func TestAClockThatJumps(t *testing.T) {
	s, _ := open(t)
	sc, _ := beforeCall(s)
	s.Advance(time.Second)
	s.SetNow(s.Now().Add(time.Hour))
	s.Advance(frame)
	s.SetNow(s.Now().Add(-2 * time.Hour))
	s.Advance(frame)
	if !sc.running || sc.passed < time.Second || sc.passed > 1200*time.Millisecond {
		t.Errorf("running %v, %v have passed", sc.running, sc.passed)
	}
}

func TestInFull(t *testing.T) {
	s, _ := open(t)
	sc, _ := beforeCall(s)
	s.Press(fyne.KeyRight)
	s.Type("4f")
	if !s.Shows("Hear your self-talk") || !s.Shows("Quick resets") || sc.view.feeling.Selected() != 0 || sc.view.strength.Selected() != 3 {
		t.Fatalf("in full: %s", s.Words())
	}
	for _, way := range []string{"Music", "A bite", "A short nap", "A walk"} {
		if !s.Shows(way) {
			t.Errorf("%s is not there", way)
		}
	}
	s.TapText("They will shout at me.")
	if !s.Shows("I am the one who can help.") {
		t.Errorf("it is not turned round: %s", s.Words())
	}
	s.TapText("Jaw")
	s.TapText("Hands")
	s.TapText("Jaw")
	if s.Shows("Let your tongue lie still") || !s.Shows("Make two fists") {
		t.Errorf("what to do about it: %s", s.Words())
	}
	s.TapText("A walk")
	s.TapText("Slow")
	sc.view.own.Focus()
	s.Type("I shake, 5f")
	sc.view.turned.Focus()
	s.Type("So what")
	s.Press(fyne.KeyReturn)
	s.Clear()
	n := kept(t, s)[0]
	if n.Thought != "shout" || n.Own != "I shake, 5f" || n.Turned != "So what" || n.Strength != 4 ||
		!slices.Equal(n.Body, []string{"hands"}) || !slices.Equal(n.Ways, []trainer.Way{trainer.Turning, trainer.Loosening, trainer.Walk}) {
		t.Errorf("kept %+v", n)
	}
}

func TestFromFullToShortAndBackNothingIsLost(t *testing.T) {
	s, _ := open(t)
	sc, _ := beforeCall(s)
	s.Type("f")
	s.TapText("They will shout at me.")
	s.TapText("Hands")
	sc.view.own.Focus()
	s.Type("Mine")
	s.Canvas().Unfocus()
	s.Type("f")
	if !s.Shows("They will shout at me") || s.Shows("Quick resets") {
		t.Errorf("on the short page: %s", s.Words())
	}
	s.Type("f")
	if sc.view.own.Text() != "Mine" || !s.Shows("Make two fists") || sc.view.list.Selected() < 0 {
		t.Errorf("back in full: %q, %d: %s", sc.view.own.Text(), sc.view.list.Selected(), s.Words())
	}
	s.TapText("Twenty seconds")
	s.Press(fyne.KeyReturn)
	s.Clear()
	if n := kept(t, s)[0]; n.Own != "Mine" || n.Thought != "shout" || len(n.Body) != 1 {
		t.Errorf("kept %+v", n)
	}
}

func TestOwnWordsComeAgain(t *testing.T) {
	s, _ := open(t)
	noted(s)
	beforeCall(s)
	if !s.Shows("They will hear that I am new.") || !s.Shows("I may say that I am new.") {
		t.Errorf("one's own words are not there: %s", s.Words())
	}
	s.Show(New(s, nil))
	if s.Shows("They will hear that I am new.") {
		t.Error("words from before a call are offered after one")
	}
}

func TestTheTalkFitsTheFeeling(t *testing.T) {
	s, _ := open(t)
	sc, _ := beforeCall(s)
	for i, f := range feelings {
		sc.view.feeling.SetSelected(i)
		sc.setFeeling(i)
		fits := slices.ContainsFunc(before, func(l line) bool {
			return l.id == sc.talks[0].id && slices.Contains(words(l.feelings), f)
		})
		if !fits {
			t.Errorf("%s is offered %q first", f, sc.talks[0].says)
		}
	}
	first := sc.talks[sc.at]
	for range sc.talks {
		s.Type("a")
	}
	if sc.talks[sc.at] != first {
		t.Error("the talks do not go round")
	}
}

func TestAfterACallItLeadsBack(t *testing.T) {
	s, _ := open(t)
	s.Show(New(s, nil))
	if !s.Shows("After the call") || s.Shows("smile") || !s.Shows("The next caller is somebody else.") {
		t.Errorf("after a call: %s", s.Words())
	}
	s.Type("2")
	s.TapText("Done")
	s.Clear()
	if n := kept(t, s); s.Backs != 1 || len(n) != 1 || !n[0].After {
		t.Errorf("back %d times, kept %v", s.Backs, n)
	}
}

func TestWhatHelpedIsShownOnRequestAfterTenCalls(t *testing.T) {
	s, _ := open(t)
	shown := func() bool {
		beforeCall(s)
		s.Type("f")
		return s.Shows("What helped over time")
	}
	noted(s)
	s.Preferences().Helped = true
	if shown() {
		t.Error("it is shown before the tenth call")
	}
	s.Clear()
	practised(s)
	if !shown() || !s.Shows("Breathing along weaker 4 of 6 times") {
		t.Errorf("after ten calls: %s", s.Words())
	}
	s.Preferences().Helped = false
	if shown() {
		t.Error("it is shown to who did not ask for it")
	}
}

func TestEveryControlIsReachedByTab(t *testing.T) {
	s, _ := open(t)
	sc, _ := beforeCall(s)
	s.Type("1f")
	seen := map[fyne.Focusable]bool{}
	for range 60 {
		s.Press(fyne.KeyTab)
		if f := s.Canvas().Focused(); f != nil {
			seen[f] = true
		}
	}
	for name, f := range map[string]fyne.Focusable{
		"feeling": sc.view.feeling, "strength": sc.view.strength, "now": sc.view.now, "talks": sc.view.list,
		"own": sc.view.own.Focusable(), "turned": sc.view.turned.Focusable(), "breathe": sc.view.breathe, "done": sc.view.ready,
	} {
		if !seen[f] {
			t.Errorf("Tab does not reach %s", name)
		}
	}
	if len(seen) != 8+1+len(places)+len(resets)+2 { // the pace; and Twenty seconds with Skip
		t.Errorf("Tab reaches %d controls", len(seen))
	}
}
