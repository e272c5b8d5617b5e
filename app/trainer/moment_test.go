package trainer_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/solve"
	"keepcool/app/trainer"
)

func TestWhenAMomentComes(t *testing.T) {
	const called = trainer.Day("2026-12-30") // so that days go over the end of a year
	type answer struct {
		after int // days after the call
		right bool
	}
	for name, c := range map[string]struct {
		answers []answer
		next    int // days after the call; 0: it has retired
	}{
		"at first":                       {nil, 3},
		"weeks late, nothing is lost":    {[]answer{{40, true}}, 42},
		"right once":                     {[]answer{{3, true}}, 5},
		"right twice":                    {[]answer{{3, true}, {5, true}}, 9},
		"right three times":              {[]answer{{3, true}, {5, true}, {9, true}}, 0},
		"wrong":                          {[]answer{{3, false}}, 4},
		"wrong again":                    {[]answer{{3, false}, {4, false}}, 5},
		"wrong, then right":              {[]answer{{3, false}, {4, true}}, 6},
		"a wrong one takes none away":    {[]answer{{3, true}, {5, true}, {9, false}, {10, true}}, 0},
		"wrong between":                  {[]answer{{3, true}, {5, false}, {6, true}}, 10},
		"twice on a day counts once":     {[]answer{{3, true}, {3, true}, {5, true}}, 9},
		"thrice on a day counts once":    {[]answer{{3, true}, {3, true}, {3, true}}, 5},
		"right and wrong on one day":     {[]answer{{3, true}, {3, false}}, 4},
		"the clock was set back by hand": {[]answer{{9, true}, {4, true}}, 8},
	} {
		m := trainer.Moment{Day: called}
		for _, a := range c.answers {
			m.Answers = append(m.Answers, trainer.Answer{Day: called.Add(a.after), Right: a.right})
		}
		want := called.Add(c.next)
		if c.next == 0 {
			want = ""
		}
		if got := m.Next(); got != want {
			t.Errorf("%s: it comes on %q, not %q", name, got, want)
		}
		m.Retired = true
		if got := m.Next(); got != "" {
			t.Errorf("%s: taken out, it comes on %q", name, got)
		}
	}
}

// playCostly plays a call to its end by the replies that cost most without a
// critical fault, with the engine at work beside it.
func (w *world) playCostly(p *trainer.Play) {
	w.t.Helper()
	set, _ := call.ParseSetting(p.Attempt().Setting)
	x, err := solve.Solve(p.Case(), set, w.desk.Shelf.Weights, solve.DefaultBudget)
	w.must(err)
	p.Accompany()
	w.must(p.Answer())
	for p.Stage() == trainer.StageCall {
		worst, cost := call.Move{}, -1.0
		for _, c := range p.Choices() {
			m := call.Move{Kind: call.Reply, Reply: uint16(c.Reply)}
			j, err := x.Judge(p.State(), m)
			w.must(err)
			if j.Cost > cost && !critical(p.Case(), c.Reply) {
				worst, cost = m, j.Cost
			}
		}
		w.make(p, worst)
	}
	w.must(p.Log(trainer.Log{Happy: 2}))
	p.Release()
}

func critical(c *call.Case, reply int) bool {
	return slices.ContainsFunc(c.Replies[reply].Shows, func(sh call.Shown) bool { return c.Rubric.Behaviours[sh.Behaviour].Critical })
}

// waiting are all moments of the person that wait.
func (w *world) waiting() []trainer.Moment {
	w.t.Helper()
	all, err := w.store.Moments(trainer.MomentQuery{Profile: w.who.ID, Waiting: true})
	w.must(err)
	return all
}

// due are the moments of today.
func (w *world) due() trainer.Moments {
	w.t.Helper()
	m, err := w.desk.Moments(w.who)
	w.must(err)
	return m
}

func (w *world) ask(m trainer.Moment) *trainer.Question {
	w.t.Helper()
	q, err := w.desk.Ask(w.who, m)
	w.must(err)
	return q
}

// answer gives the first reply that is right, or that is not.
func (w *world) answer(q *trainer.Question, right bool) trainer.Judged {
	w.t.Helper()
	for n := range q.Replies {
		if q.Right(n) == right {
			j, err := q.Answer(n)
			w.must(err)
			if j.Right != right {
				w.t.Fatalf("reply %d is judged %v", n, j.Right)
			}
			return j
		}
	}
	w.t.Fatalf("no reply is %v", right)
	return trainer.Judged{}
}

// inDays turns the clock to some days after Monday.
func (w *world) inDays(n int) { w.clock.Set(monday(w.t).AddDate(0, 0, n)) }

func TestCostlyRepliesAreKept(t *testing.T) {
	for _, mode := range []trainer.Mode{trainer.Practice, trainer.Assessed} {
		w := newWorld(t)
		p := w.begin(mode)
		w.playCostly(p)
		v := w.review(p)
		all := w.waiting()
		if len(all) == 0 || len(all) > 3 {
			t.Fatalf("%s: %d moments are kept", mode, len(all))
		}
		least := 100.0
		for _, m := range all {
			j, made := v.Analysis.Moves[m.Move], v.Moves[m.Move]
			least = min(least, m.Cost)
			if m.Attempt.ID != p.Attempt().ID || m.Reply != v.Case.Replies[made.Reply].ID || m.Cost != j.Cost || m.Cost < 3 || m.Day != "2026-03-23" {
				t.Errorf("%s: %+v of %+v", mode, m, j)
			}
		}
		for i, j := range v.Analysis.Moves {
			is := slices.ContainsFunc(all, func(m trainer.Moment) bool { return m.Move == i })
			if !is && v.Moves[i].Kind == call.Reply && j.Cost > least && j.Better.Kind == call.Reply {
				t.Errorf("%s: move %d costs %v and is left out, another costs %v", mode, i, j.Cost, least)
			}
		}
	}
}

// TestTheSecondCallGivesMoments: they are of the day of that call.
func TestTheSecondCallGivesMoments(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	p.Accompany()
	w.playFirst(p)
	if all := w.waiting(); len(all) != 0 {
		t.Fatalf("the best call gives %+v", all)
	}
	promise, ok := p.Promise()
	if !ok {
		t.Fatal("nothing was promised")
	}
	w.clock.Set(promise.Hour)
	first := p.Moves()
	w.must(p.FollowUp())
	w.playCostly(p)
	all := w.waiting()
	if len(all) == 0 || len(all) > 3 {
		t.Fatalf("%d moments are kept", len(all))
	}
	for _, m := range all {
		if m.Move <= first || m.Day != trainer.DayOf(promise.Hour) {
			t.Errorf("%+v", m)
		}
		w.judgedAsTheEngineDoes(w.ask(m))
	}
}

// TestWhenWasNotWhat: a reply that was good but for when it was said gives no
// moment.
func TestWhenWasNotWhat(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	p.Accompany()
	w.must(p.Answer())
	for _, m := range w.firstCall(p) {
		if m.Kind == call.Reply && !p.Case().Replies[m.Reply].Promises {
			m.Timing = call.CuttingIn
		}
		if p.Stage() != trainer.StageCall {
			break
		}
		if p.Case().Replies[m.Reply].Promises && !p.Case().Open(p.State(), int(m.Reply)) {
			break // cut in so often, the caller has hung up or gone another way
		}
		w.make(p, m)
	}
	if p.Stage() == trainer.StageCall {
		w.must(p.HangUp())
	}
	w.must(p.Log(trainer.Log{}))
	if v := w.review(p); v.Analysis == nil || !slices.ContainsFunc(v.Analysis.Moves, func(j solve.Judgement) bool { return j.Cost > 0 }) {
		t.Fatal("cutting in costs nothing")
	}
	if all := w.waiting(); len(all) > 0 {
		t.Errorf("%+v", all)
	}
}

// TestAMomentRetiresOnItsThirdRightDay runs the program on the days on which it
// comes, with the clock set by hand: such answers count.
func TestAMomentRetiresOnItsThirdRightDay(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.playCostly(p)
	n := len(w.waiting())
	if got := w.due(); len(got.Due) != 0 || got.Next != "2026-03-26" {
		t.Fatalf("on the day of the call: %+v", got)
	}
	reply := ""
	for i, day := range []int{3, 4, 6, 10} {
		w.inDays(day)
		w.open()
		w.desk.ClockSet = true
		got := w.due()
		if len(got.Due) == 0 || reply != "" && got.Due[0].Reply != reply {
			t.Fatalf("after %d days: %+v", day, got)
		}
		m := got.Due[0]
		reply = m.Reply
		for _, other := range got.Due[1:] {
			w.must(w.desk.Retire(other, true))
		}
		j := w.answer(w.ask(m), i > 0)
		if j.Moment.Next() != [...]trainer.Day{"2026-03-27", "2026-03-29", "2026-04-02", ""}[i] {
			t.Errorf("after %d days: it comes on %q", day, j.Moment.Next())
		}
		if got := w.due(); len(got.Due) != 0 || got.Next != j.Moment.Next() {
			t.Errorf("after it was answered: %+v", got)
		}
	}
	if left := w.waiting(); len(left) != 0 {
		t.Errorf("%d of %d wait still", len(left), n)
	}
	w.must(w.desk.SeeBetter(w.who, p.Attempt().Scenario))
	for range 3 { // one of them is of the same variant
		w.playCostly(w.begin(trainer.Practice))
	}
	if !slices.ContainsFunc(w.waiting(), func(m trainer.Moment) bool { return m.Reply == reply }) {
		t.Error("made again, what has retired does not come back")
	}
}

// TestTheSameReplyWaitsOnce: of the same variant, whichever call it was in.
func TestTheSameReplyWaitsOnce(t *testing.T) {
	w := newWorld(t)
	for range 4 {
		w.playCostly(w.begin(trainer.Practice))
	}
	type reply struct {
		variant int
		id      string
	}
	seen := map[reply]int64{}
	for _, m := range w.waiting() {
		r := reply{m.Attempt.Variant, m.Reply}
		if first, twice := seen[r]; twice {
			t.Errorf("%+v waits of the attempts %d and %d", r, first, m.Attempt.ID)
		}
		seen[r] = m.Attempt.ID
	}
	if len(seen) == 0 {
		t.Fatal("nothing waits")
	}
}

// TestFiveMinutesADay: three at most, those first that use up no first sight,
// then the costliest; what was answered today is taken off; and who stays away
// finds everything.
func TestFiveMinutesADay(t *testing.T) {
	w := newWorld(t)
	played := func(id string) {
		e, ok := w.desk.Shelf.Find(id)
		if !ok {
			t.Fatalf("%s is not on the shelf", id)
		}
		p, err := w.desk.Begin(w.who, e, call.Normal, trainer.Practice, true)
		w.must(err)
		w.playCostly(p)
	}
	for _, id := range []string{"cold-rooms", "onions-brown", "put-good"} {
		played(id)
	}
	w.must(w.desk.SeeBetter(w.who, "put-good"))
	w.inDays(60)
	all := len(w.waiting())
	if all < 5 {
		t.Fatalf("only %d wait", all)
	}
	got := w.due()
	if len(got.Due) != trainer.FiveMinutes || got.Next != "" || got.Due[0].Attempt.Scenario != "put-good" {
		t.Fatalf("%+v", got)
	}
	for i, m := range got.Due[1:] {
		before := got.Due[i]
		if before.Attempt.Scenario == m.Attempt.Scenario && before.Cost < m.Cost || before.Attempt.Scenario != "put-good" && m.Attempt.Scenario == "put-good" {
			t.Errorf("%s of %v comes before %s of %v", before.Reply, before.Cost, m.Reply, m.Cost)
		}
	}
	w.answer(w.ask(got.Due[0]), true)
	w.must(w.desk.Retire(got.Due[1], true))
	if again := w.due(); len(again.Due) != 2 {
		t.Errorf("after one was answered %d are offered", len(again.Due))
	}
	w.must(w.desk.Retire(got.Due[1], false))
	for _, m := range got.Due[1:] {
		w.answer(w.ask(m), false)
	}
	if done := w.due(); len(done.Due) != 0 || done.Next != trainer.DayOf(w.clock.Now()).Add(1) {
		t.Errorf("after all were answered: %+v", done)
	}
	if n := len(w.waiting()); n != all {
		t.Errorf("of %d there are %d left", all, n)
	}
	today, err := w.desk.Today(w.who)
	w.must(err)
	if diff := cmp.Diff(w.due(), today.Moments); diff != "" {
		t.Error(diff)
	}
}

// TestMomentsOfOlderRulesAreLeftOut: they can't be replayed.
func TestMomentsOfOlderRulesAreLeftOut(t *testing.T) {
	w := newWorld(t)
	a, err := w.store.Begin(trainer.Attempt{Profile: w.who.ID, Scenario: "cold-rooms", Title: "Cold rooms", Rules: call.Rules - 1, Started: w.clock.Now()})
	w.must(err)
	w.must(w.store.Append(a.ID, nil, trainer.Summary{Stage: trainer.StageFinal, Scored: true, Card: []byte("{}")}))
	m := trainer.Moment{Move: 1, Reply: "page.mobile", Cost: 50, Day: "2026-03-23"}
	w.must(w.store.SaveAnalysis(a.ID, []byte("{}"), m))
	w.inDays(5)
	if got := w.due(); len(got.Due) != 0 || got.Next != "" {
		t.Errorf("%+v", got)
	}
	if _, err := w.desk.Ask(w.who, w.waiting()[0]); !errors.Is(err, &trainer.Error{Code: trainer.OlderRules}) {
		t.Errorf("asked: %v", err)
	}
}

// TestMomentsAreNobodyElses: they change no score and are in no list.
func TestMomentsAreNobodyElses(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Assessed)
	w.playCostly(p)
	before, err := w.store.Summary(p.Attempt().ID)
	w.must(err)
	records, err := w.store.Records(p.Attempt().ID)
	w.must(err)
	w.inDays(3)
	for _, m := range w.due().Due {
		w.answer(w.ask(m), true)
	}
	after, err := w.store.Summary(p.Attempt().ID)
	w.must(err)
	if diff := cmp.Diff(before, after); diff != "" {
		t.Error(diff)
	}
	now, err := w.store.Records(p.Attempt().ID)
	w.must(err)
	if diff := cmp.Diff(records, now); diff != "" {
		t.Error(diff)
	}
	ben, err := w.desk.Enrol("Ben", trainer.UsualWeek())
	w.must(err)
	if theirs, err := w.desk.Moments(ben); err != nil || len(theirs.Due) != 0 || theirs.Next != "" {
		t.Errorf("Ben has %+v, %v", theirs, err)
	}
}
