package trainer_test

import (
	"errors"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
	"keepcool/app/trainer"
)

// rescued begins a rescue of a case whose variants were all had before, and
// leads it to where the trainee takes over.
func (w *world) rescued() *trainer.Play {
	w.t.Helper()
	w.hadAll()
	p := w.begin(trainer.Rescue)
	w.must(p.Prepare())
	return p
}

// hadAll is as many first calls as the case has variants.
func (w *world) hadAll() {
	w.t.Helper()
	for range w.entry("cold-rooms").Cases {
		w.playFirst(w.begin(trainer.Practice))
	}
}

func (w *world) resume(p *trainer.Play) *trainer.Play {
	w.t.Helper()
	q, err := w.desk.Resume(w.who, p.Attempt().ID)
	w.must(err)
	return q
}

// playOn plays the first call on as well as it can be played, and logs it.
func (w *world) playOn(p *trainer.Play) {
	w.t.Helper()
	w.must(p.Answer())
	for _, m := range w.best(p) {
		if m.Kind == call.FollowUp || m.Kind == call.RingInside {
			break
		}
		w.make(p, m)
	}
	w.must(p.Log(trainer.Log{Happy: 3}))
}

func TestARescueWaitsUntilTheCaseWasHad(t *testing.T) {
	w := newWorld(t)
	e := w.entry("cold-rooms")
	notNow := &trainer.Error{Code: trainer.NotNow}
	if _, err := w.desk.Begin(w.who, e, call.Normal, trainer.Rescue, true); !errors.Is(err, notNow) {
		t.Fatalf("a rescue of a case nobody played begins: %v", err)
	}
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	w.must(p.Leave())
	if _, err := w.desk.Begin(w.who, e, call.Normal, trainer.Rescue, true); !errors.Is(err, notNow) {
		t.Fatalf("a rescue of a case that was left begins: %v", err)
	}
	had := w.begin(trainer.Practice)
	w.playFirst(had)
	for range 4 {
		p, err := w.desk.Begin(w.who, e, call.Normal, trainer.Rescue, true)
		w.must(err)
		if p.Attempt().Variant != had.Attempt().Variant {
			t.Fatal("the rescue shows a variant that was never had")
		}
	}
	left, err := w.desk.SightsLeft(w.who, "cold-rooms")
	w.must(err)
	if want := len(e.Cases) - 1; left > want {
		t.Errorf("%d first sights are left of %d variants", left, len(e.Cases))
	}
}

func TestARescueTakesVariantsInTurn(t *testing.T) {
	w := newWorld(t)
	w.hadAll()
	drawn := map[int]int{}
	for range 2 * len(w.entry("cold-rooms").Cases) {
		drawn[w.begin(trainer.Rescue).Attempt().Variant]++
	}
	for v := range w.entry("cold-rooms").Cases {
		if drawn[v] != 2 {
			t.Errorf("variant %d was rescued %d times", v, drawn[v])
		}
	}
}

func TestARescueBeginsInTheMiddle(t *testing.T) {
	w := newWorld(t)
	p := w.rescued()
	given := p.Given()
	if given < 2 || p.Moves() != given || p.Stage() != trainer.StageFile {
		t.Fatalf("%d moves are given, %d stand, at %s", given, p.Moves(), p.Stage())
	}
	said := p.Said()
	if last := said[len(said)-1]; last.Voice != trainer.TheCaller || last.Move != given-1 {
		t.Errorf("the last that was said is %+v", last)
	}
	start := p.Case().Start(call.Normal)
	if s := p.State(); s.Heat < start.Heat || s.Stage != call.Talking {
		t.Errorf("it begins at %+v", s)
	}
	w.must(p.Prepare())
	w.must(p.Answer())
	if p.Moves() != given || p.Opening() || p.CanGoBack() {
		t.Errorf("after taking over %d moves stand, opening %v, back %v", p.Moves(), p.Opening(), p.CanGoBack())
	}
	w.noteEverything(p)
	if len(p.Notes()) == 0 {
		t.Error("nothing of what was said before can be noted")
	}
	at := p.State()
	w.make(p, w.best(p)[0])
	w.must(p.Back())
	if p.State() != at || p.Moves() != given {
		t.Errorf("a step back leads to %+v with %d moves", p.State(), p.Moves())
	}
	if err := p.Back(); !errors.Is(err, &trainer.Error{Code: trainer.NotNow}) {
		t.Errorf("a given move was taken back: %v", err)
	}
	if shown, err := p.Hint(); err != nil || len(shown) == 0 {
		t.Errorf("no hint: %v, %v", shown, err)
	}
}

// Whatever moment the program is killed at, the rescue is whole or not begun.
func TestARescueComesBackAsItWas(t *testing.T) {
	w := newWorld(t)
	w.hadAll()
	p := w.begin(trainer.Rescue)
	w.open()
	q := w.resume(p)
	if q.Stage() != trainer.StageFile || q.Given() != 0 {
		t.Fatalf("killed before it was led: %s, %d given", q.Stage(), q.Given())
	}
	w.must(q.Prepare())
	w.open()
	r := w.resume(p)
	if diff := cmp.Diff(q.Said(), r.Said()); diff != "" || r.Given() != q.Given() || r.State() != q.State() || r.Stage() != trainer.StageFile {
		t.Fatalf("killed before it was taken over: %s", diff)
	}
	w.must(r.Answer())
	w.make(r, w.best(r)[0])
	w.open()
	s := w.resume(p)
	if diff := cmp.Diff(r.Said(), s.Said()); diff != "" || s.Given() != r.Given() || s.State() != r.State() {
		t.Fatalf("killed in the call: %s", diff)
	}
	w.must(s.Back())
	if s.CanGoBack() {
		t.Error("given moves can be taken back after coming back")
	}
}

// A record that lost a part of the given moves, as a damaged file may, is
// closed and not played from somewhere else.
func TestARescueWithoutAllItsMovesIsClosed(t *testing.T) {
	w := newWorld(t)
	p := w.rescued()
	records, err := w.store.Records(p.Attempt().ID)
	w.must(err)
	part := w.begin(trainer.Rescue)
	sum, err := w.store.Summary(part.Attempt().ID)
	w.must(err)
	w.must(w.store.Append(part.Attempt().ID, records[:len(records)-1], sum))
	q := w.resume(part)
	if err := q.Answer(); !errors.Is(err, &trainer.Error{Code: trainer.NoRescue}) {
		t.Errorf("it is answered: %v", err)
	}
	if q.Stage() != trainer.StageLeft {
		t.Errorf("it stands at %s", q.Stage())
	}
}

func TestTheGivenMovesAreKeptInOnePiece(t *testing.T) {
	w := newWorld(t)
	p := w.rescued()
	records, err := w.store.Records(p.Attempt().ID)
	w.must(err)
	if len(records) != p.Given()+1 || records[0].Kind != trainer.RecordGiven || records[0].Text != strconv.Itoa(p.Given()) {
		t.Fatalf("the record is %+v", records)
	}
	for _, r := range records[1:] {
		if r.Kind != trainer.RecordMove || !r.At.Equal(records[0].At) {
			t.Errorf("%+v stands among the given moves", r)
		}
	}
}

func TestARescueCountsNowhere(t *testing.T) {
	w := newWorld(t)
	w.hadAll()
	before := w.counts()
	p := w.begin(trainer.Rescue)
	w.playOn(p)
	w.clock.Set(w.hourOf(p))
	w.playSecond(p)
	w.clock.Set(monday(t))
	sum, err := w.store.Summary(p.Attempt().ID)
	w.must(err)
	if !sum.Scored || !sum.Final || !sum.Passed {
		t.Fatalf("the rescue is not scored: %+v", sum)
	}
	if diff := cmp.Diff(before, w.counts()); diff != "" {
		t.Error(diff)
	}
	progress, err := w.desk.Progress(w.who)
	w.must(err)
	if i := slices.IndexFunc(progress.Attempts, func(s trainer.Summary) bool { return s.Attempt.ID == p.Attempt().ID }); i < 0 {
		t.Error("the rescue is not listed")
	}
}

// counts is everything that says how a trainee stands.
type counts struct {
	Recent  []int64
	Keys    [4]trainer.Mean
	Bests   map[string]trainer.Standing
	Marks   [4][]trainer.Mark
	Holds   map[int64]bool
	Latest  *trainer.Compared
	Ready   trainer.Readiness
	Team    []trainer.TeamRow
	AskedOf []trainer.Summary
}

func (w *world) counts() counts {
	w.t.Helper()
	today, err := w.desk.Today(w.who)
	w.must(err)
	c := counts{Keys: today.Keys}
	for _, s := range today.Recent {
		c.Recent = append(c.Recent, s.Attempt.ID)
	}
	c.Bests, err = w.desk.Bests(w.who)
	w.must(err)
	progress, err := w.desk.Progress(w.who)
	w.must(err)
	c.Marks, c.Holds, c.Latest, c.Ready = progress.Keys, progress.Bests, progress.Latest, progress.Readiness
	c.Team, err = w.desk.Team()
	w.must(err)
	c.AskedOf, err = w.desk.AssessedBy(w.who.ID, "cold-rooms")
	w.must(err)
	return c
}

// best is the best that can be played on from where the attempt stands.
func (w *world) best(p *trainer.Play) []call.Move {
	w.t.Helper()
	x, err := solve.Solve(p.Case(), call.Normal, w.desk.Shelf.Weights, solve.DefaultBudget)
	w.must(err)
	line, err := x.BestLine(p.State())
	w.must(err)
	return line
}

func (w *world) hourOf(p *trainer.Play) time.Time {
	w.t.Helper()
	promise, ok := p.Promise()
	if !ok {
		w.t.Fatal("nothing was promised")
	}
	return promise.Hour
}

func TestTheDebriefOfARescueKnowsWhatWasGiven(t *testing.T) {
	w := newWorld(t)
	p := w.rescued()
	w.playOn(p)
	v, err := w.desk.Review(w.who, p.Attempt().ID)
	w.must(err)
	a, err := v.Analyse()
	w.must(err)
	given := v.Given()
	if given != p.Given() || !slices.Equal(a.BestLine[:given], v.Moves[:given]) {
		t.Errorf("%d moves were given, the best call begins otherwise", given)
	}
	for i, j := range a.Moves[:given] {
		if j.Cost != 0 || j.HasBetter {
			t.Errorf("given move %d is judged: %+v", i, j)
		}
	}
	best, err := v.AtBest(a)
	w.must(err)
	if n := score.Shown(best); n < 70 || n > 90 {
		t.Errorf("at best %d was left", n)
	}
	if v.Card.Keys[rubric.Cool].Score > 95 {
		t.Error("the given moves cost nothing")
	}
	kept, err := w.desk.Review(w.who, p.Attempt().ID)
	w.must(err)
	if kept.Analysis == nil {
		t.Fatal("the analysis was not kept")
	}
	if diff := cmp.Diff(a, *kept.Analysis); diff != "" {
		t.Error(diff)
	}
}

func TestOnlyRescuesHaveGivenMoves(t *testing.T) {
	w := newWorld(t)
	for _, mode := range []trainer.Mode{trainer.Practice, trainer.Assessed} {
		p := w.begin(mode)
		w.must(p.Prepare())
		if p.Given() != 0 || p.Moves() != 0 {
			t.Errorf("%s: %d moves are given", mode, p.Given())
		}
	}
	for mode, want := range map[trainer.Mode]bool{trainer.Practice: true, trainer.Rescue: true, trainer.Assessed: false} {
		if mode.LikePractice() != want {
			t.Errorf("%s is like practice: %v", mode, !want)
		}
	}
}
