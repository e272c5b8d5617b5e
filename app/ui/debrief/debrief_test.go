package debrief

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/widget"
)

// shown opens the debrief of a rehearsed attempt for the one at the desk.
func (r *rehearsal) shown() *Screen {
	s := New(r.set, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(s)
	r.set.Advance(10 * time.Second)
	return s
}

func begin(t testing.TB, mode trainer.Mode) *rehearsal {
	t.Helper()
	s := open(t)
	s.Trainee("Ada Okafor")
	return rehearse(s, s.Play(someCase(s), call.Normal, mode))
}

// ways are ways to play a call that end differently.
var ways = map[string]func(*rehearsal){
	"best":      func(r *rehearsal) { r.whole(best) },
	"costliest": func(r *rehearsal) { r.whole(costliest) },
	"mixed":     firstEver,
	"critical":  func(r *rehearsal) { r.until(critical).whole(costliest) },
	"hung up":   func(r *rehearsal) { r.times(2, costliest); r.do(call.Move{Kind: call.HangUp}); r.write(1) },
	"kept":      func(r *rehearsal) { r.whole(best).second(0).whole(best) },
	"late":      func(r *rehearsal) { r.whole(best).second(2 * time.Hour).whole(costliest) },
	"missed":    func(r *rehearsal) { r.whole(best).second(50 * time.Hour).whole(best) },
	"lapsed":    func(r *rehearsal) { r.whole(best); r.second(300 * time.Hour) },
	"waiting": func(r *rehearsal) {
		r.do(call.Move{Kind: call.Hold})
		r.do(call.Move{Kind: call.Breathe})
		r.whole(best)
	},
}

func TestFiguresAreThoseOfTheScorecard(t *testing.T) {
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			r := begin(t, trainer.Assessed)
			way(r)
			sc := r.shown()
			if len(r.set.Failures) > 0 {
				t.Fatal(r.set.Failures)
			}
			want, err := score.Score(score.NewTable(r.play.Case(), call.Normal), score.Play{Setting: call.Normal, Moves: sc.r.Moves}, r.set.Desk().Shelf.Weights, r.x.Scale)
			if err != nil {
				t.Fatal(err)
			}
			words := r.set.Words()
			for _, k := range rubric.Keys {
				figure := keyName(k) + " " + strconv.Itoa(score.Shown(want.Keys[k].Score)) + " "
				if !want.Keys[k].Final {
					figure = keyName(k) + " – open until"
				}
				if !strings.Contains(words, figure) {
					t.Errorf("%q is not shown: %s", figure, words[:400])
				}
			}
			name := map[bool]string{true: " Overall", false: " So far"}[want.Keys[rubric.Follow].Final]
			if figure := strconv.Itoa(score.Shown(want.Overall)) + name; !strings.HasPrefix(words[strings.Index(words, "Esc ")+4:], figure) {
				t.Errorf("%q is not shown first: %s", figure, words[:200])
			}
			if strings.Contains(words, "[debrief.") || strings.Contains(words, "{{") {
				t.Errorf("a text is missing: %s", words)
			}
			points := 0
			for _, it := range want.Items {
				if !strings.Contains(words, sc.r.itemWords(it)) {
					t.Errorf("%s is not told", sc.r.itemWords(it))
				}
				points += it.Points
			}
			sum := 0
			for _, k := range want.Keys {
				sum += k.Points
			}
			if sum != points {
				t.Errorf("the items add up to %d, the keys to %d", points, sum)
			}
		})
	}
}

func TestPendingThenAllFour(t *testing.T) {
	r := begin(t, trainer.Assessed)
	r.whole(best)
	r.shown()
	promise, _ := r.play.Promise()
	if !r.set.Shows("One promise to keep") || !r.set.Shows("Follow up – open until") {
		t.Errorf("the promise is not told: %s", r.set.Words()[:500])
	}
	if strings.Contains(r.set.Words(), "Not passed") {
		t.Error("a pending call is told as not passed")
	}
	r.set.SetNow(promise.Hour.Add(time.Minute))
	r.shown()
	if !r.set.Shows("due since today") {
		t.Errorf("what is due is not told: %s", r.set.Words()[:500])
	}
	r.second(time.Minute).whole(best)
	sc := r.shown()
	for _, k := range rubric.Keys {
		if _, final := sc.r.shown(k); !final {
			t.Errorf("%s is not final", k)
		}
	}
	if !r.set.Shows("Passed") || !r.set.Shows("The second call: the promise was kept") {
		t.Errorf("the kept promise is not told: %s", r.set.Words())
	}
}

func TestEvidenceIsExactlyTheWordsSaid(t *testing.T) {
	for _, e := range open(t).Desk().Shelf.Entries {
		for _, way := range []choice{best, costliest} {
			s := open(t)
			s.Trainee("Ada Okafor")
			r := rehearse(s, s.Play(e.Scenario.ID, call.Normal, trainer.Practice)).whole(way)
			sc := r.shown()
			var want []string
			for _, it := range sc.r.Card.Items {
				if it.Shown < 0 {
					continue
				}
				reply := sc.r.Case.Replies[sc.r.Moves[it.Move].Reply].Script
				if words := reply.Shows[it.Shown].Words; words != "" {
					want = append(want, reply.Text[reply.Shows[it.Shown].Start:reply.Shows[it.Shown].End])
				}
			}
			var got []string
			for _, row := range sc.rows.column.Objects {
				got = append(got, tinted(row)...)
			}
			slices.Sort(want)
			slices.Sort(got)
			if !slices.Equal(got, want) {
				t.Errorf("%s: tinted\n%q\nwant\n%q", e.Scenario.ID, got, want)
			}
		}
	}
}

// tinted are the stretches with a tint within o.
func tinted(o fyne.CanvasObject) (all []string) {
	switch o := o.(type) {
	case *quote:
		return o.evidence()
	case *fyne.Container:
		for _, c := range o.Objects {
			all = append(all, tinted(c)...)
		}
	case fyne.Widget:
		for _, c := range stage.RendererOf(o).Objects() {
			all = append(all, tinted(c)...)
		}
	}
	return all
}

func TestProgramJudgedItemsAreNamed(t *testing.T) {
	r := begin(t, trainer.Practice)
	first := best(r)
	first.Timing = call.Slow
	r.do(first)
	for r.play.Stage() == trainer.StageCall {
		m := best(r)
		if m.Kind == call.Reply && r.play.Case().Replies[m.Reply].Promises {
			m.Word = call.Vague
		} else if m.Kind == call.Reply && r.play.Moves() == 1 {
			m.Timing = call.CuttingIn
		}
		r.do(m)
	}
	sc := r.write(5).shown()
	for _, want := range []string{
		"Greeted later than ten seconds", "The same words, within ten seconds.",
		"Spoke while the caller was speaking", "has finished.",
		"A promise without a time", "with an hour",
	} {
		if !r.set.Shows(want) {
			t.Errorf("%q is not told", want)
		}
	}
	if sc.r.Summary.Stage != trainer.StageFinal {
		t.Errorf("the stage is %s", sc.r.Summary.Stage)
	}
}

func TestHintsAreTakenOff(t *testing.T) {
	r := begin(t, trainer.Practice)
	if _, err := r.play.Hint(); err != nil {
		t.Fatal(err)
	}
	r.whole(best).shown()
	if !r.set.Shows("One hint was shown: 5 taken off the overall.") {
		t.Error(r.set.Words()[:300])
	}
}

func TestPracticeNeverSaysFailed(t *testing.T) {
	r := begin(t, trainer.Practice)
	r.whole(costliest).shown()
	if !r.set.Shows("Not there yet") {
		t.Error(r.set.Words()[:200])
	}
	for _, word := range []string{"failed", "Failed", "Not passed"} {
		if r.set.Shows(word) {
			t.Errorf("practice says %q", word)
		}
	}
}

func TestTriedOutIsMarked(t *testing.T) {
	s := open(t)
	s.Trainee("Ada Okafor")
	s.Desk().ClockSet = true
	rehearse(s, s.Play(someCase(s), call.Normal, trainer.Assessed)).whole(best).shown()
	if !s.Shows("Clock set by hand") {
		t.Error(s.Words()[:200])
	}
}

// A later is a host whose engine is done when it is told so.
type later struct {
	*stage.Stage
	rest []func()
}

func (l *later) Go(work func() error, done func(error)) {
	l.rest = append(l.rest, func() { l.Stage.Go(work, done) })
}

func TestAnalysisFillsIn(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	h := &later{Stage: r.set}
	sc := New(h, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(sc)
	h.rest[0]()
	r.set.Advance(time.Second)
	for _, want := range []string{"A better reply is still being worked out.", "The best call is still being worked out."} {
		if !r.set.Shows(want) {
			t.Errorf("%q is not told", want)
		}
	}
	before := r.set.Words()[:200]
	r.set.Type("b")
	for range 5 {
		r.set.Press(fyne.KeyTab)
	}
	h.rest[1]()
	r.set.Advance(10 * time.Second)
	if r.set.Shows("still being worked out") {
		t.Error("something is still being worked out")
	}
	if !r.set.Shows("Better here") || !r.set.Shows("Show the best call") {
		t.Error("the better replies are not there")
	}
	if r.set.Words()[:200] != before {
		t.Error("the top of the page has changed")
	}
	r.set.Press(fyne.KeyEscape)
	if r.set.LastOpened().Place != screen.Today {
		t.Error("Escape does nothing after the page was filled in")
	}
}

func TestKeys(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	sc := r.shown()
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd} {
		at := sc.page.Offset()
		if r.set.Press(k); sc.page.Offset() <= at {
			t.Errorf("%s does not scroll on", k)
		}
	}
	for _, k := range []fyne.KeyName{fyne.KeyUp, fyne.KeyPageUp, fyne.KeyHome} {
		at := sc.page.Offset()
		if r.set.Press(k); sc.page.Offset() >= at {
			t.Errorf("%s does not scroll back", k)
		}
	}
	r.set.Type("n")
	first := sc.page.Offset()
	if r.set.Type("n"); sc.page.Offset() <= first || first == 0 {
		t.Errorf("n goes from %v to %v", first, sc.page.Offset())
	}
	if r.set.Type("p"); sc.page.Offset() != first {
		t.Errorf("p goes to %v, not back to %v", sc.page.Offset(), first)
	}
	r.set.Type("b")
	if !r.set.Shows("Here the ways part") || !r.set.Shows("The best reply") {
		t.Error("b does not show the best call")
	}
	if r.set.Type("b"); r.set.Shows("Here the ways part") {
		t.Error("b does not put the best call away")
	}
	r.set.Press(fyne.KeyTab, fyne.KeyReturn)
	if got := r.set.LastOpened(); got.Place != screen.Library || got.Scenario != r.play.Attempt().Scenario {
		t.Errorf("Play again opens %v", got)
	}
	r.set.Press(fyne.KeyEscape)
	if got := r.set.LastOpened(); got.Place != screen.Today {
		t.Errorf("Escape opens %v", got)
	}
}

func TestTaps(t *testing.T) {
	r := begin(t, trainer.Practice)
	firstEver(r)
	sc := r.shown()
	r.set.TapText("Show it in the call")
	if sc.page.Offset() == 0 {
		t.Error("the moment is not shown in the call")
	}
	r.set.TapText("Show the best call")
	if !r.set.Shows("Here the ways part") {
		t.Error("the best call is not shown")
	}
	r.set.Press(fyne.KeyEscape)
	if r.set.LastOpened().Place != screen.Today {
		t.Error("Escape after a tap does nothing")
	}
	r.set.TapText("Play again")
	if r.set.LastOpened().Place != screen.Library {
		t.Error("Play again does nothing")
	}
}

func TestManagerReadsAnothersCall(t *testing.T) {
	r := begin(t, trainer.Assessed)
	firstEver(r)
	boss, err := r.set.Desk().Appoint("Ruth", "four plain words here")
	if err != nil {
		t.Fatal(err)
	}
	r.set.Enter(boss)
	r.shown()
	if !r.set.Shows("Ada Okafor, ") || r.set.Shows("Play again") {
		t.Error(r.set.Words()[:200])
	}
	r.set.Press(fyne.KeyEscape)
	if r.set.Backs != 1 {
		t.Error("Escape does not go back to the table")
	}
	other := r.set.Trainee("Bo")
	r.set.Enter(other)
	r.shown()
	if len(r.set.Failures) != 1 || r.set.Shows("What worked") {
		t.Error("a trainee reads another person's call")
	}
}

func TestOlderRules(t *testing.T) {
	s := open(t)
	who := s.Trainee("Ada Okafor")
	s.Show(New(s, keepOlder(s, who), who))
	for _, want := range []string{"Older rules, read-only", "71 Overall", "Keep cool 84", "The overall is 71; a pass needs 80.", "Not there yet"} {
		if !s.Shows(want) {
			t.Errorf("%q is not shown: %s", want, s.Words())
		}
	}
	s.Type("bnp")
	s.Press(fyne.KeyDown, fyne.KeyEscape)
	if s.LastOpened().Place != screen.Today {
		t.Error("Escape does nothing")
	}
}

func TestGone(t *testing.T) {
	s := open(t)
	who := s.Trainee("Ada Okafor")
	s.Show(New(s, 404, who))
	if len(s.Failures) != 1 {
		t.Errorf("the failures are %v", s.Failures)
	}
	s.Type("b")
	s.TapText("Back to Today")
	if s.LastOpened().Place != screen.Today {
		t.Error("there is no way back")
	}
}

func TestCallerBesideOneself(t *testing.T) {
	for own, want := range map[int]string{5: "You heard the caller", 1: "happier than you thought"} {
		r := begin(t, trainer.Practice)
		sc := r.times(endless, best).write(own).shown()
		if sc.r.Card.Caller != 5 {
			t.Fatalf("the best call leaves a caller at %d", sc.r.Card.Caller)
		}
		if !r.set.Shows(want) || !r.set.Shows(strconv.Itoa(own)+" of 5") {
			t.Errorf("with %d: %s", own, r.set.Words()[:1200])
		}
	}
}

func TestRuleWordsAreThoseOfTheRule(t *testing.T) {
	for _, r := range []score.Rule{
		{Code: score.RuleLapsed}, {Code: score.RuleKey, Key: rubric.Bases, Value: 59.6, Need: 60},
		{Code: score.RuleOverall, Value: 79.9, Need: 80}, {Code: score.RuleOverall, Value: 70, Need: 80, Open: true},
		{Code: score.RulePassed, Value: 91.2, Need: 80}, {Code: score.RuleWaiting}, {Code: score.RuleOpen},
	} {
		if got := ruleWords(r); got != r.String() {
			t.Errorf("%s: %q, want %q", r.Code, got, r)
		}
	}
	r := score.Rule{Code: score.RuleCritical, Fault: "argue"}
	if got, want := ruleWords(r), strings.Replace(r.String(), "argue", "argued to be right", 1); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestEveryBehaviourHasAName(t *testing.T) {
	for _, b := range open(t).Desk().Shelf.Rubric.Behaviours {
		if behaviourName(b.ID, "") == b.ID {
			t.Errorf("%s has no short name", b.ID)
		}
	}
}

func TestStoriesAreDrawn(t *testing.T) {
	if testing.Short() {
		t.Skip("plays many calls")
	}
	for _, s := range Stories(func() *stage.Stage { return open(t) }) {
		if s.Build().MinSize().IsZero() {
			t.Errorf("%s is empty", s.Name)
		}
	}
}

func TestKeysSheetNamesWhatWorks(t *testing.T) {
	r := begin(t, trainer.Practice)
	sc := r.whole(best).shown()
	widget.ShowKeys(r.set.Canvas(), "Keys", sc.Keys())
	if !r.set.Shows("Show or hide the best call") {
		t.Error(r.set.Words())
	}
}

func longest(t testing.TB) *rehearsal {
	s := open(t)
	s.Trainee("Ada Okafor")
	r := rehearse(s, longCall(s, 200))
	for i := 0; r.play.Stage() == trainer.StageCall; i++ {
		if err := r.play.Reply(r.play.Choices()[i%2].Reply, call.InTime); err != nil {
			t.Fatal(err)
		}
	}
	return r.write(3)
}

func TestTwoHundredMoves(t *testing.T) {
	r := longest(t)
	s := New(r.set, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(s)
	if n := len(s.rows.column.Objects); n > 20 {
		t.Errorf("%d rows are drawn before the page is shown", n)
	}
	r.set.Advance(10 * time.Second)
	if n := len(s.rows.column.Objects); n != 201 {
		t.Errorf("%d rows are drawn, want 201", n)
	}
	if !r.set.Shows("Move 200") || r.set.Waiting() != 0 {
		t.Error("the end of the call is not drawn")
	}
	again := New(r.set, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(again)
	again.reveal(150)
	if len(again.rows.column.Objects) < 152 || again.page.Offset() == 0 {
		t.Error("a late move cannot be shown at once")
	}
	r.set.Clear()
	if r.set.Waiting() != 0 {
		t.Error("drawing goes on after the screen was left")
	}
}

// BenchmarkOpen is what the window's thread does until a debrief of 200 moves
// is on the screen.
func BenchmarkOpen(b *testing.B) {
	r := longest(b)
	v, err := r.set.Desk().Review(r.set.Who(), r.play.Attempt().ID)
	if err != nil {
		b.Fatal(err)
	}
	h := &later{Stage: r.set}
	for b.Loop() {
		s := New(h, r.play.Attempt().ID, trainer.Profile{})
		r.set.Show(s)
		s.show(v)
		r.set.Clear()
	}
}

// BenchmarkFrame is the most work of one picture while a long call is drawn.
func BenchmarkFrame(b *testing.B) {
	r := longest(b)
	s := New(r.set, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(s)
	r.set.Advance(10 * time.Second)
	for b.Loop() {
		for i := 190; i < 190+rowsAFrame; i++ {
			s.rows.queue = append(s.rows.queue, i)
		}
		s.rows.draw(rowsAFrame)
		s.fit()
	}
}
