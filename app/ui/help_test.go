package ui_test

import (
	"regexp"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/widget"
)

// sentence is the end of one.
var sentence = regexp.MustCompile(`[.?!](\s|$)`)

// TestHelpIsOneKeyAwayOnEveryScreen presses F1 on each screen, whatever has the
// keyboard: Help says in two sentences what the screen is for, and lists its keys.
func TestHelpIsOneKeyAwayOnEveryScreen(t *testing.T) {
	w := open(t, func(s *stage.Stage) {
		ada(s)
		s.PlayOut(s.Play("soup-without-lids", call.Normal, trainer.Practice))
		if _, err := s.Desk().Appoint("Ruth", "four plain words here"); err != nil {
			panic(err)
		}
	}, ui.Deps{})
	people, err := w.Shell.Desk().People()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range people {
		if p.Name == "Ada" {
			w.Enter(p)
		}
	}
	entry, _ := w.Shell.Desk().Shelf.Find("cold-rooms")
	begin := func(answer bool) *trainer.Play {
		p, err := w.Shell.Desk().Begin(w.Who(), entry, call.Normal, trainer.Practice, true)
		if err == nil && answer {
			err = p.Answer()
		}
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	ended := begin(true)
	for ended.Stage() == trainer.StageCall {
		if err := ended.HangUp(); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range []screen.Route{
		{Place: screen.Today},
		{Place: screen.Library},
		{Place: screen.Progress},
		{Place: screen.Settings},
		{Place: screen.Team},
		{Place: screen.FirstCall},
		{Place: screen.ClientFile, Play: begin(false)},
		{Place: screen.Call, Play: begin(true)},
		{Place: screen.WrapUp, Play: ended},
		{Place: screen.Debrief, Attempt: 1, Whose: w.Who()},
		{Place: screen.Moment},
		{Place: screen.Compare, Attempt: 1, Whose: w.Who()},
		{Place: screen.Compare, Attempt: 1, Other: 1, Whose: w.Who()},
		{Place: screen.Replay, Attempt: 1, Whose: w.Who()},
		{Place: screen.Welcome},
	} {
		if r.Place == screen.Welcome {
			w.Shell.Leave()
		} else {
			w.Shell.Open(r)
		}
		about := locale.Text(locale.Key("help.", string(r.Place)))
		if n := len(sentence.FindAllString(about, -1)); n != 2 {
			t.Errorf("%s: %q is %d sentences", r.Place, about, n)
		}
		seen := map[fyne.Focusable]bool{}
		for range 12 {
			w.Press(fyne.KeyF1)
			if !w.Shows(about) || !w.Shows("Close Keepcool") {
				t.Errorf("%s: with %T in focus F1 shows %q", r.Place, w.Canvas().Focused(), w.Words())
				break
			}
			w.Press(fyne.KeyEscape)
			if widget.SheetOpen(w.Canvas()) {
				t.Fatalf("%s: Help does not go away", r.Place)
			}
			w.Press(fyne.KeyTab)
			if f := w.Canvas().Focused(); f == nil || seen[f] {
				break
			} else {
				seen[f] = true
			}
		}
	}
}

// TestTheFirstCallFromTheFirstDay is a person's first three minutes: a name, the
// call by Enter, and Today again with a real case before all else.
func TestTheFirstCallFromTheFirstDay(t *testing.T) {
	w := open(t, nil, ui.Deps{})
	w.Type("Ada")
	w.Press(fyne.KeyReturn)
	w.must(t, "Your first call: 3 minutes", "After that")
	w.Press(fyne.KeyReturn)
	w.must(t, "The phone is ringing")
	if w.Shows("Library") {
		t.Errorf("the rail leads away from the first call: %q", w.Words())
	}
	w.Press(fyne.KeyReturn)
	w.Advance(20 * time.Second)
	w.must(t, "These are your words")
	w.ctrl(fyne.Key2)
	w.shortcut(fyne.KeyLeft, fyne.KeyModifierAlt)
	w.must(t, "These are your words")
	w.TapText("Skip")
	w.must(t, "Good morning, Ada", "Play next")
	if w.Shows("Your first call") {
		t.Errorf("it is offered again: %q", w.Words())
	}
	w.TapText("Help")
	w.TapText("Play the first call")
	w.must(t, "The phone is ringing")
	w.Press(fyne.KeyEscape)
	w.ctrl(fyne.Key4)
	w.TapText("Play it")
	w.must(t, "The phone is ringing")
}
