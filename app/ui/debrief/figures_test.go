package debrief

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/solve"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/telling"
)

// What there was to earn, and where the call stands, say that they are worked
// out, and fill in.
func TestFiguresFillIn(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	h := &later{Stage: r.set}
	sc := New(h, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(sc)
	work := func() {
		t.Helper()
		next := h.rest[0]
		h.rest = h.rest[1:]
		next()
	}
	work()
	if !r.set.Shows("How many there were to earn is still being worked out.") || r.set.Shows("24 of 48") {
		t.Errorf("what is worked out does not say so: %s", words(sc.outcome.slot))
	}
	work() // the analysis
	work()
	if r.set.Shows("How many there were to earn") || !r.set.Shows("24 of 48") {
		t.Errorf("it does not fill in: %s", words(sc.outcome.slot))
	}
	if len(h.rest) != 0 || r.set.Shows("of all possible calls") {
		t.Error("the standing is asked for before anybody wants it")
	}
	r.set.Type("m")
	if !r.set.Shows("How it compares with all possible calls is still being worked out.") {
		t.Errorf("the standing does not say that it is worked out: %s", words(sc.standing.slot))
	}
	work()
	want, err := r.x.Standing(sc.r.Moves)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		fmt.Sprintf("Better than %d%% of all possible calls", int(100*want.Below)), "It compares calls, not people.",
		fmt.Sprintf("Taken from %d calls drawn evenly; it may be off by %.1f%%.", want.Drawn, 100*want.Error),
	} {
		if !r.set.Shows(text) {
			t.Errorf("%q is not told: %s", text, words(sc.standing.slot))
		}
	}
	r.set.Type("mm")
	if len(h.rest) != 0 || !r.set.Shows("It compares calls") {
		t.Error("it is asked for twice")
	}
	r.set.TapText("Less")
	if r.set.Shows("It compares calls") {
		t.Error("Less does not put it away")
	}
}

func TestAnEngineThatDoesNotFinishSaysSo(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	sc := New(&stage.Thinker{Stage: r.set, Works: 1}, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(sc)
	sc.host = r.set
	r.set.Desk().Budget = 10
	sc.findMost()
	r.set.Type("m")
	for _, want := range []string{
		"How many there were to earn could not be worked out", "How it compares with all possible calls could not be worked out",
	} {
		if !r.set.Shows(want) {
			t.Errorf("%q is not told: %s", want, r.set.Words())
		}
	}
}

// The named plays stand on their line from the beginning, and the call among
// them once it is final.
func TestYardstickKeepsFinalCallsOnly(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	sc := r.shown()
	if w := words(sc.standing.slot); !strings.Contains(w, "takes its place on the line when the follow-up is done") || strings.Contains(w, "You ") {
		t.Errorf("a call that is pending stands: %s", w)
	}
	r.second(0).whole(best)
	sc = r.shown()
	w := words(sc.standing.slot)
	if !strings.Contains(w, "Between a typical beginner (") || !strings.Contains(w, "You "+fmt.Sprint(int(sc.r.Card.Overall))) {
		t.Errorf("the final call does not stand: %s", w)
	}
}

func TestYardstickWords(t *testing.T) {
	plays := []trainer.NamedPlay{{Kind: "beginner", Overall: 58.9}, {Kind: "decent", Overall: 84.2}, {Kind: "best", Overall: 96}}
	for own, want := range map[float64]string{
		30:   "Not far along yet; next on the line comes a typical beginner (58).",
		58.2: "Level with a typical beginner (58).",
		59:   "Between a typical beginner (58) and a decent call (84).",
		96.9: "Level with the best play (96).",
		99:   "Above the best play (96).",
	} {
		r := &reading{&telling.Reading{Review: &trainer.Review{Yardstick: plays}}}
		r.Summary.Final, r.Card.Overall = true, own
		if got := r.yardstickWords(); len(got) != 1 || got[0] != want {
			t.Errorf("%v: %q, want %q", own, got, want)
		}
	}
}

func TestStandingWords(t *testing.T) {
	for below, want := range map[float64]string{0.939: "Better than 93%", 0.004: "Nearly every other", 0.9999: "Better than 99%"} {
		if got := standingWords(solve.Standing{Below: below}); !strings.HasPrefix(got, want) {
			t.Errorf("%v: %q, want %q", below, got, want)
		}
	}
	if got := standingWhy(solve.Standing{}); strings.Contains(got, "drawn") {
		t.Errorf("an exact standing says %q", got)
	}
}

// A call that broke off says what it lost; one that was left has no figures.
func TestOutcomeOfABrokenCall(t *testing.T) {
	r := begin(t, trainer.Practice)
	r.times(1, costliest).do(call.Move{Kind: call.HangUp})
	sc := r.write(1).shown()
	for _, want := range []string{", 0 settled 0 of ", "No promise with an hour 0", "what is counted at its end was lost"} {
		if w := words(sc.outcome.slot); !strings.Contains(w, want) {
			t.Errorf("%q is not told: %s", want, w)
		}
	}
	left := begin(t, trainer.Practice)
	must(left.times(1, best).play.Leave())
	if left.shown(); left.set.Shows("What the call settled") || left.set.Shows("Where this call stands") {
		t.Error("a call that was left has figures")
	}
	left.set.Type("m")
}

// A best call of two hundred moves comes with several pictures.
func TestLongBestCall(t *testing.T) {
	r := longest(t)
	must(r.set.Desk().SeeBetter(r.set.Who(), r.play.Attempt().Scenario))
	sc := r.shown()
	r.set.Type("b")
	if r.set.Waiting() != 1 {
		t.Error("all of it is drawn at once")
	}
	r.set.Advance(10 * time.Second)
	if w := words(sc.best); !strings.Contains(w, " 200 ") || r.set.Waiting() != 0 {
		t.Error("its end is not drawn")
	}
	r.set.Type("bb")
	r.set.Press(fyne.KeyEscape)
	if r.set.Clear(); r.set.Waiting() != 0 {
		t.Error("drawing goes on after the screen was left")
	}
}
