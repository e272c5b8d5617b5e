package trainer_test

import (
	"errors"
	"fmt"
	"testing"
	"testing/fstest"

	"keepcool/app/call"
	"keepcool/app/score"
	"keepcool/app/solve"
	"keepcool/app/trainer"
	"keepcool/scenarios"
)

// yardstick is one in words.
func yardstick(v *trainer.Review) string {
	text := ""
	for _, p := range v.Yardstick {
		text += fmt.Sprintf("%s %d ", p.Kind, score.Shown(p.Overall))
	}
	return text
}

// The plays beside a shipped case stand beside a call of the same variant and
// setting, with what they were blessed with.
func TestYardstick(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	v := w.review(p)
	_, variant := p.Scenario().Variant()
	want := map[string]string{"kitchen": "beginner 59 decent 85 best 96 ", "hall": "beginner 46 decent 86 best 96 "}[variant]
	if got := yardstick(v); got != want || v.Elsewhere {
		t.Errorf("%s: the yardstick is %s, %v", variant, got, v.Elsewhere)
	}
	e, _ := w.desk.Shelf.Find("cold-rooms")
	gentle, err := w.desk.Begin(w.who, e, call.Gentle, trainer.Practice, false)
	w.must(err)
	if v := w.review(gentle); len(v.Yardstick) != 0 || !v.Elsewhere {
		t.Errorf("with a gentle caller it is %s, %v", yardstick(v), v.Elsewhere)
	}
}

// A user's own file has its plays beside it. They stand only with the very text
// they lie beside, and where their moves still come to what was blessed.
func TestYardstickOfOnesOwn(t *testing.T) {
	w := newWorld(t)
	text := houseText(t)
	over := func(text, plays string) {
		shelf, err := trainer.OpenShelf(scenarios.FS, fstest.MapFS{"mine.call": {Data: []byte(text)}, "mine.plays": {Data: []byte(plays)}})
		w.must(err)
		w.desk.Shelf = shelf
	}
	over(text, "")
	p := w.promised()
	_, variant := p.Scenario().Variant()
	pr, _ := p.Promise()
	w.clock.Set(pr.Hour)
	w.must(p.FollowUp())
	w.must(p.Answer())
	w.must(p.HangUp())
	w.must(p.Log(trainer.Log{}))
	v := w.review(p)
	if got := yardstick(v); got != "" {
		t.Fatalf("without plays it is %s", got)
	}
	written := "PLAY decent\n  variant: " + variant + "\n  moves: "
	for i, m := range v.Moves {
		if i > 0 {
			written += ", "
		}
		written += v.Case.Format(m)
	}
	blessed := fmt.Sprintf("%s\n  score: %d\n", written, score.Shown(v.Card.Overall))
	want := fmt.Sprintf("decent %d ", score.Shown(v.Card.Overall))
	for name, c := range map[string]struct{ text, plays, want string }{
		"blessed":      {text, blessed, want},
		"not blessed":  {text, written + "\n", ""},
		"come to less": {text, fmt.Sprintf("%s\n  score: %d\n", written, score.Shown(v.Card.Overall)+1), ""},
		"another text": {text + "\n# more\n" + "", blessed, want}, // layout does not count
		"other words":  {replaced(t, text), blessed, ""},
	} {
		over(c.text, c.plays)
		if got := yardstick(w.review(p)); got != c.want {
			t.Errorf("%s: the yardstick is %q, want %q", name, got, c.want)
		}
	}
}

// replaced is a script with another title.
func replaced(t *testing.T, text string) string {
	t.Helper()
	s := []byte(text)
	at := len("version: 1\ntitle: ")
	if string(s[at-7:at]) != "title: " {
		t.Fatal("the script begins otherwise")
	}
	s[at] ^= 1
	return string(s)
}

// A translation is measured by the plays of its original.
func TestYardstickOfATranslation(t *testing.T) {
	w := newWorld(t)
	for _, e := range w.desk.Shelf.Entries {
		if e.File == "one-message-only.ms.call" {
			p, err := w.desk.Begin(w.who, e, call.Normal, trainer.Practice, false)
			w.must(err)
			if v := w.review(p); len(v.Yardstick) == 0 {
				t.Error("there is none")
			}
			return
		}
	}
	t.Fatal("there is no translation")
}

// Where a call stands and what its outcome could have paid are what the engine
// says; the second is kept.
func TestStandingAndMost(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	if _, err := w.review(p).Standing(); !errors.Is(err, solve.ErrInCall) {
		t.Errorf("a call under way stands: %v", err)
	}
	w.playBadly(p)
	v := w.review(p)
	x, err := solve.Solve(v.Case, call.Normal, w.desk.Shelf.Weights, solve.DefaultBudget)
	w.must(err)
	want, err := x.Standing(v.Moves)
	w.must(err)
	got, err := v.Standing()
	w.must(err)
	if got.Below != want.Below || got.Error != want.Error || got.Drawn != want.Drawn {
		t.Errorf("it stands at %+v, the engine says %+v", got, want)
	}
	if v.Most != nil {
		t.Error("what the outcome can pay is known before it was asked for")
	}
	most, err := v.FindMost()
	w.must(err)
	if find, err := x.Outcome(); err != nil || find != most {
		t.Errorf("the outcome can pay %v, the engine says %v (%v)", most, find, err)
	}
	w.open()
	if v := w.review(p); v.Most == nil || *v.Most != most {
		t.Error("what was found is not kept")
	}
	w.desk.Budget = 10
	if _, err := w.review(p).Standing(); !errors.Is(err, &trainer.Error{Code: trainer.NotWorkedOut}) && !errors.Is(err, &trainer.Error{Code: trainer.NotScored}) {
		t.Errorf("an engine that does not finish says %v", err)
	}
}
