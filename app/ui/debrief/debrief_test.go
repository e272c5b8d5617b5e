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
	"keepcool/app/ui/stage"
	"keepcool/app/ui/telling"
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
				figure := telling.KeyName(k) + " " + strconv.Itoa(score.Shown(want.Keys[k].Score)) + " "
				if !want.Keys[k].Final {
					figure = telling.KeyName(k) + " – open until"
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
				if !strings.Contains(words, sc.r.ItemWords(it)) {
					t.Errorf("%s is not told", sc.r.ItemWords(it))
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
	case *telling.Quote:
		return o.Evidence()
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

func TestWhatWasMissedIsToldAsItWas(t *testing.T) {
	r := begin(t, trainer.Practice)
	ways["missed"](r)
	r.shown()
	r.set.Type("b")
	if n := strings.Count(r.set.Words(), "Missed the hour, and rang all the same"); n < 3 {
		t.Errorf("the missed hour is told %d times, want among the moments, in the call and at the fork", n)
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
		{Code: score.RuleLapsed},
		{Code: score.RuleKey, Key: rubric.Bases, Value: 59.6, Need: 60},
		{Code: score.RuleOverall, Value: 79.9, Need: 80},
		{Code: score.RuleOverall, Value: 70, Need: 80, Open: true},
		{Code: score.RulePassed, Value: 91.2, Need: 80},
		{Code: score.RuleWaiting},
		{Code: score.RuleOpen},
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
		if telling.BehaviourName(b.ID, "") == b.ID {
			t.Errorf("%s has no short name", b.ID)
		}
	}
}

// TestOlderRulesSpeakTheWindowsLanguage: what decided then is told in today's
// words, unless there are none for it.
func TestOlderRulesSpeakTheWindowsLanguage(t *testing.T) {
	s := open(t)
	who := s.Trainee("Ada")
	sc := New(s, s.KeepOlder(), who)
	s.Show(sc)
	sc.r.Summary.Rule = "Written then."
	if got := sc.rule(); got != ruleWords(sc.r.Card.Rule) {
		t.Errorf("told is %q", got)
	}
	for _, r := range []score.Rule{{Code: "too-few-smiles"}, {Code: score.RuleCritical, Fault: "frown"}} {
		if sc.r.Card.Rule = r; sc.rule() != "Written then." {
			t.Errorf("of %+v is told %q", r, sc.rule())
		}
	}
}
