package firstcall

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/script"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
	"keepcool/app/ui/widget"
)

func open(t *testing.T, pace int) *stage.Stage {
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
	s.Preferences().Pace = pace
	s.Show(New(s))
	return s
}

// buttons are the words of the buttons in the window, without those of ways on.
func buttons(s *stage.Stage) []string {
	var all []string
	s.Each(func(o fyne.CanvasObject) bool {
		if b, ok := o.(*widget.Button); ok && b.Text() != "" && b.Text() != "Skip" {
			all = append(all, b.Text())
		}
		return true
	})
	return all
}

func replies(s *stage.Stage) (n int) {
	s.Each(func(o fyne.CanvasObject) bool {
		if r, ok := o.(*widget.Reply); ok && !r.Disabled() {
			n++
		}
		return true
	})
	return n
}

func at(t *testing.T, s *stage.Stage, step, line string, replying bool, want ...string) {
	t.Helper()
	if len(s.Failures) > 0 {
		t.Fatalf("failed: %v", s.Failures)
	}
	if !s.Shows(step) || line != "" && !s.Shows(line) {
		t.Errorf("step %s with %q: the window says %q", step, line, s.Words())
	}
	if (replies(s) > 0) != replying {
		t.Errorf("step %s: %d replies can be given", step, replies(s))
	}
	if got := buttons(s); !slices.Equal(got, want) {
		t.Errorf("step %s has %q, want %q", step, got, want)
	}
}

// nothing checks that no attempt was left, and what became of the first call.
func nothing(t *testing.T, s *stage.Stage, want trainer.FirstCall) {
	t.Helper()
	kept, err := s.Desk().History(s.Who(), 0, 0)
	if err != nil || len(kept) > 0 {
		t.Errorf("it left %v, %v", kept, err)
	}
	was, err := s.Desk().FirstCall(s.Who())
	if err != nil || was != want {
		t.Errorf("the first call is %q, %v; want %q", was, err, want)
	}
}

// TestEachControlComesInItsTurn plays the call by keys: what is not there yet
// does nothing, and one control comes after another, each with its line.
func TestEachControlComesInItsTurn(t *testing.T) {
	s := open(t, 100)
	labels := []string{"Want", "Need", "Feeling", "Detail"}
	at(t, s, "The phone is ringing", "press Enter", false, "Answer", "Skip the first call")
	s.Press(fyne.KeyReturn)
	s.Advance(2 * time.Second)
	at(t, s, "2 of 8", "just listen", false)
	s.Type("1crxhb")
	if s.Canvas().Overlays().Top() != nil || s.Shows("You") && s.Shows("Good morning, Magda") {
		t.Fatalf("a control that is not there was used: %q", s.Words())
	}
	hear(s)
	at(t, s, "3 of 8", "the number of a reply", true)
	s.Type("1")
	s.Advance(time.Second)
	at(t, s, "3 of 8", "is speaking", false)
	hear(s)
	at(t, s, "4 of 8", "Then press W", false, labels...)
	s.Type("1r")
	at(t, s, "4 of 8", "Then press W", false, labels...)
	keep(s)
	at(t, s, "4 of 8", "", true, labels...)
	s.Type("1")
	hear(s)
	at(t, s, "5 of 8", "Read back: press R", false, append([]string{"Read back"}, labels...)...)
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	if !s.Shows("It was all there.") {
		t.Errorf("one word of what she wants is not enough: %q", s.Words())
	}
	at(t, s, "5 of 8", "", true, append([]string{"Read back"}, labels...)...)
	s.Type("1")
	hear(s)
	at(t, s, "6 of 8", "Asking first", true, append([]string{"Read back"}, labels...)...)
	s.Type("1")
	hear(s)
	at(t, s, "7 of 8", "A promise needs an hour", true, append([]string{"Read back"}, labels...)...)
	s.Type("1")
	if !s.Shows("Choose an hour that you can keep") {
		t.Fatalf("no hour is asked for: %q", s.Words())
	}
	s.Press(fyne.KeyReturn)
	at(t, s, "7 of 8", "is speaking", false, append([]string{"Read back"}, labels...)...)
	hear(s)
	at(t, s, "8 of 8", "Press X to hang up", false, append([]string{"Hang up"}, labels...)...)
	if !s.Shows("so will he") {
		t.Errorf("the promise was not heard: %q", s.Words())
	}
	s.Type("x")
	if !s.Shows("That was a whole call") {
		t.Fatalf("at its end the window says %q", s.Words())
	}
	nothing(t, s, trainer.FirstCallDone)
	s.Press(fyne.KeyReturn)
	if r := s.LastOpened(); r.Place != screen.Today {
		t.Errorf("it leads to %+v", r)
	}
	if s.Waiting() > 0 {
		t.Errorf("%d timers run on", s.Waiting())
	}
}

// TestByMouseAndUntimed plays it with the mouse alone, and without any timing.
func TestByMouseAndUntimed(t *testing.T) {
	s := open(t, 0)
	s.TapText("Answer")
	if s.Waiting() > 0 || s.Shows("seconds") {
		t.Errorf("something runs: %q", s.Words())
	}
	s.TapText("Wave at her")
	if !s.Shows("I felt the wind") {
		t.Fatalf("the window says %q", s.Words())
	}
	keep(s)
	s.TapText("Has he got a name")
	s.TapText("Read back")
	s.TapText("Read back")
	s.TapText("Have I got it all")
	s.TapText("I would give him")
	if !s.Shows("without knocking") {
		t.Errorf("advice without asking: %q", s.Words())
	}
	s.TapText("Which hour suits you")
	s.TapText("Name no exact time")
	if !s.Shows("No hour.") {
		t.Errorf("a vague promise: %q", s.Words())
	}
	s.TapText("Hang up")
	s.TapText("Play it again")
	if !s.Shows("The phone is ringing") {
		t.Errorf("again, the window says %q", s.Words())
	}
	nothing(t, s, trainer.FirstCallDone)
}

// TestItCanBeSkippedAtAnyTime skips from the ring, from the room and from its
// pause. Who has done it has done it.
func TestItCanBeSkippedAtAnyTime(t *testing.T) {
	for name, skip := range map[string]func(*stage.Stage){
		"ring":  func(s *stage.Stage) { s.Press(fyne.KeyEscape) },
		"room":  func(s *stage.Stage) { s.Press(fyne.KeyReturn); s.TapText("Skip") },
		"pause": func(s *stage.Stage) { play(s, note); s.Type("p"); s.TapText("Skip the first call") },
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, 100)
			skip(s)
			if r := s.LastOpened(); r.Place != screen.Today {
				t.Errorf("it leads to %+v", r)
			}
			nothing(t, s, trainer.FirstCallSkipped)
			s.Show(New(s))
			play(s, steps+1)
			nothing(t, s, trainer.FirstCallDone)
			s.Show(New(s))
			s.Press(fyne.KeyEscape)
			nothing(t, s, trainer.FirstCallDone)
		})
	}
}

// TestTheKeysAreThoseThatAreThere: nothing is named before it is met.
func TestTheKeysAreThoseThatAreThere(t *testing.T) {
	s := open(t, 100)
	lines := func() string {
		var all []string
		for _, l := range s.Screen().Keys() {
			all = append(all, l.Does)
		}
		return strings.Join(all, "; ")
	}
	play(s, reply)
	if got := lines(); !strings.Contains(got, "reply") || strings.Contains(got, "Read back") {
		t.Errorf("at the first reply: %s", got)
	}
	s.Show(New(s))
	play(s, promise)
	if got := lines(); !strings.Contains(got, "Read back") || !strings.Contains(got, "want, need") || strings.Contains(got, "Hold") {
		t.Errorf("at the promise: %s", got)
	}
}

// TestSheSpeaksForAMinute: the longest way through her lines, at 130 words a
// minute, leaves most of the three minutes to the trainee.
func TestSheSpeaksForAMinute(t *testing.T) {
	for _, language := range locale.Languages() {
		t.Run(language, func(t *testing.T) { speaksForAMinute(t, parsed(t, language)) })
	}
}

// parsed is the script in a language, without a problem.
func parsed(t *testing.T, language string) *script.Scenario {
	t.Helper()
	file, src, err := written(language)
	if err != nil {
		t.Fatal(err)
	}
	sc, problems := script.Parse(file, src)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return sc
}

// TestTheCallIsOneCaseInEachLanguage: the translations differ in words only.
func TestTheCallIsOneCaseInEachLanguage(t *testing.T) {
	for _, language := range locale.Languages() {
		sc := parsed(t, language)
		if sc.Language != language {
			t.Errorf("the script in %s says that it is %s", language, sc.Language)
		}
		if problems := script.Translation(parsed(t, locale.English), sc, "first.call"); len(problems) > 0 && language != locale.English {
			t.Errorf("%s: %v", language, problems)
		}
	}
}

func speaksForAMinute(t *testing.T, sc *script.Scenario) {
	t.Helper()
	words := 0
	for _, b := range sc.Calls[0].Beats {
		most := 0
		for _, l := range b.Lines {
			n := len(strings.Fields(l.Text))
			most = max(most, n)
			if n > 32 {
				t.Errorf("%s says %d words: %s", b.ID, n, l.Text)
			}
		}
		words += most
	}
	if spoken := time.Duration(words) * time.Minute / 130; spoken > 80*time.Second {
		t.Errorf("%d words take %v", words, spoken)
	}
}
