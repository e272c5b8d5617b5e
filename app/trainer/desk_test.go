package trainer_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
	"keepcool/app/store"
	"keepcool/app/store/killtest"
	"keepcool/app/trainer"
	"keepcool/scenarios"
)

func TestMain(m *testing.M) {
	if work, folder := killtest.Child(); work != "" {
		playUntilKilled(folder)
	}
	os.Exit(m.Run())
}

// handClock is a clock that is turned by hand.
type handClock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *handClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *handClock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
}

// monday is a Monday morning in a zone with a change of the clock.
func monday(t testing.TB) time.Time {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return time.Date(2026, 3, 23, 10, 0, 0, 0, zone)
}

type world struct {
	t      *testing.T
	folder string
	store  *store.Store
	clock  *handClock
	desk   *trainer.Desk
	who    trainer.Profile
}

// shippedShelf is read once: it never changes.
var shippedShelf = sync.OnceValues(func() (*trainer.Shelf, error) { return trainer.OpenShelf(scenarios.FS, nil) })

func shelf(t testing.TB) *trainer.Shelf {
	t.Helper()
	s, err := shippedShelf()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, folder: t.TempDir(), clock: &handClock{now: monday(t)}}
	w.open()
	var err error
	if w.who, err = w.desk.Enrol("Ada", trainer.UsualWeek()); err != nil {
		t.Fatal(err)
	}
	return w
}

// open opens the store and sits down at a new desk, as a program that starts.
func (w *world) open() {
	w.t.Helper()
	if w.store != nil {
		if err := w.store.Close(); err != nil {
			w.t.Fatal(err)
		}
	}
	st, err := store.Open(w.folder, store.Options{})
	if err != nil {
		w.t.Fatal(err)
	}
	w.store = st
	w.t.Cleanup(func() { _ = st.Close() })
	w.desk = trainer.NewDesk(st, w.clock, shelf(w.t))
}

func (w *world) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

func (w *world) begin(mode trainer.Mode) *trainer.Play {
	w.t.Helper()
	e, ok := w.desk.Shelf.Find("cold-rooms")
	if !ok {
		w.t.Fatal("the scenario is not on the shelf")
	}
	p, err := w.desk.Begin(w.who, e, call.Normal, mode, false)
	w.must(err)
	return p
}

// bestLine is the best call there is, as the engine finds it.
func (w *world) bestLine(p *trainer.Play) []call.Move {
	w.t.Helper()
	x, err := solve.Solve(p.Case(), call.Normal, w.desk.Shelf.Weights, solve.DefaultBudget)
	w.must(err)
	line, err := x.BestLine(p.Case().Start(call.Normal))
	w.must(err)
	return line
}

// firstCall is the best line up to the promise.
func (w *world) firstCall(p *trainer.Play) []call.Move {
	line := w.bestLine(p)
	end := slices.IndexFunc(line, func(m call.Move) bool { return m.Kind == call.FollowUp || m.Kind == call.RingInside })
	if end < 0 {
		w.t.Fatal("the best line has one call")
	}
	return line[:end]
}

// make makes a move as the window would.
func (w *world) make(p *trainer.Play, m call.Move) {
	w.t.Helper()
	switch {
	case m.Kind == call.ReadBackMove:
		w.noteEverything(p)
		word, err := p.ReadBack()
		w.must(err)
		if word != call.Complete {
			w.t.Fatalf("the read-back was judged %d", word)
		}
	case p.Case().Replies[m.Reply].Promises:
		w.must(p.PromiseReply(int(m.Reply), m.Timing, w.goodHour(p)))
	default:
		w.must(p.Reply(int(m.Reply), m.Timing))
	}
}

// noteEverything keeps every want and need that was said.
func (w *world) noteEverything(p *trainer.Play) {
	w.t.Helper()
	for _, s := range p.Said() {
		if s.Line < 0 {
			continue
		}
		for _, f := range p.Case().Lines[s.Line].Script.Says {
			if f.Kind == "want" || f.Kind == "need" {
				w.must(p.Keep(call.Note{Line: s.Line, Start: f.Start, End: f.End, Label: f.Kind}))
			}
		}
	}
}

func (w *world) goodHour(p *trainer.Play) time.Time {
	return w.who.Week.After(w.clock.Now(), p.Scenario().Promise.Latest)
}

// playFirst plays the first call as well as it can be played, and logs it.
func (w *world) playFirst(p *trainer.Play) {
	w.t.Helper()
	w.must(p.Answer())
	for _, m := range w.firstCall(p) {
		w.make(p, m)
	}
	w.must(p.Log(trainer.Log{Who: "her", When: w.clock.Now(), Happy: 4}))
}

// playSecond plays the second call as well as it can be played from where it
// stands.
func (w *world) playSecond(p *trainer.Play) {
	w.t.Helper()
	w.must(p.FollowUp())
	w.must(p.Answer())
	for _, m := range w.best(p) {
		w.make(p, m)
	}
	w.must(p.Log(trainer.Log{Happy: 5}))
}

func TestTheWholeRoad(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Assessed)
	w.must(p.Open("client"))
	w.playFirst(p)

	v, err := w.desk.Review(w.who, p.Attempt().ID)
	w.must(err)
	if v.Card.Verdict != score.Pending || v.Card.Keys[rubric.Follow].Final || !v.Card.Keys[rubric.Cool].Final {
		t.Fatalf("after the first call: %+v", v.Card)
	}
	today, err := w.desk.Today(w.who)
	w.must(err)
	if len(today.Promises) != 1 || len(today.Unfinished) != 0 || today.Promises[0].Hour.Before(w.clock.Now()) {
		t.Fatalf("today shows %+v", today)
	}
	if err := p.FollowUp(); !errors.Is(err, &trainer.Error{Code: trainer.NotDue}) {
		t.Fatalf("ringing too early gives %v", err)
	}

	w.open()
	w.clock.Set(today.Promises[0].Hour)
	p, err = w.desk.Resume(w.who, p.Attempt().ID)
	w.must(err)
	w.playSecond(p)

	w.open()
	history, err := w.desk.History(w.who, 10, 0)
	w.must(err)
	if len(history) != 1 || !history[0].Final || !history[0].Passed || history[0].Overall < 95 || history[0].Stage != trainer.StageFinal {
		t.Fatalf("the history holds %+v", history)
	}
	v, err = w.desk.Review(w.who, history[0].Attempt.ID)
	w.must(err)
	if v.Card.Overall != history[0].Overall || v.Card.Rule.String() != history[0].Rule || len(v.Logs) != 2 || len(v.Opened) != 1 || len(v.Notes) == 0 {
		t.Fatalf("the debrief is %+v", v)
	}
	a, err := v.Analyse()
	w.must(err)
	for i, j := range a.Moves {
		// One key may give way to another where the overall is at its best.
		if j.HasBetter || j.Cost > 1e-9 {
			t.Errorf("move %d of the best call has a better one: %+v", i, j)
		}
	}
}

// TestResumeAtEveryMove closes and opens the program after each move: the call
// is at the same beat, nothing lost and nothing doubled.
func TestResumeAtEveryMove(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	for i, m := range w.firstCall(p) {
		w.make(p, m)
		w.open()
		again, err := w.desk.Resume(w.who, p.Attempt().ID)
		w.must(err)
		if again.State() != p.State() || again.Stage() != p.Stage() || again.Moves() != i+1 {
			t.Fatalf("after move %d: %+v %s, not %+v %s", i, again.State(), again.Stage(), p.State(), p.Stage())
		}
		if diff := cmp.Diff(p.Said(), again.Said()); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(p.Notes(), again.Notes()); diff != "" {
			t.Fatal(diff)
		}
		p = again
	}
	if p.Stage() != trainer.StageWrapUp {
		t.Errorf("the call ends in stage %s", p.Stage())
	}
}

// TestPromiseLeftUnlogged: a wrap-up that was never written does not hide the
// promise.
func TestPromiseLeftUnlogged(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	for _, m := range w.bestLine(p) {
		if m.Kind == call.FollowUp {
			break
		}
		w.make(p, m)
	}
	promises, err := w.desk.Promises(w.who)
	w.must(err)
	if len(promises) != 1 {
		t.Errorf("%d promises", len(promises))
	}
}

func TestPracticeBackAndHint(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	if err := p.Back(); err == nil {
		t.Error("there is nothing to take back, and it is taken back")
	}
	before, said := p.State(), len(p.Said())
	w.must(p.Reply(p.Choices()[0].Reply, call.InTime))
	w.must(p.Back())
	if p.State() != before || len(p.Said()) != said || p.Moves() != 0 {
		t.Errorf("a step back leaves %+v and %d entries, not %+v and %d", p.State(), len(p.Said()), before, said)
	}
	shown, err := p.Hint()
	w.must(err)
	if len(shown) == 0 || p.Hints() != 1 {
		t.Errorf("the hint shows %v, %d kept", shown, p.Hints())
	}
	records, err := w.store.Records(p.Attempt().ID)
	w.must(err)
	if len(records) != 4 || records[2].Kind != trainer.RecordBack || records[3].Kind != trainer.RecordHint {
		t.Errorf("the record is %+v", records)
	}

	q := w.begin(trainer.Assessed)
	w.must(q.Answer())
	w.must(q.Reply(q.Choices()[0].Reply, call.InTime))
	if err := q.Back(); err == nil {
		t.Error("an assessed call steps back")
	}
	if _, err := q.Hint(); err == nil {
		t.Error("an assessed call gives hints")
	}
}

// TestStoreFailsInTheMiddle: a move that cannot be kept is not made.
func TestStoreFailsInTheMiddle(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	before := p.State()
	w.must(w.store.Close())
	err := p.Reply(p.Choices()[0].Reply, call.InTime)
	var known *trainer.Error
	if !errors.As(err, &known) || known.Message == "" {
		t.Fatalf("a closed store gives %v", err)
	}
	if p.State() != before || p.Moves() != 0 {
		t.Error("a move that was not kept was made")
	}
	w.store = nil
	w.open()
	p, err = w.desk.Resume(w.who, p.Attempt().ID)
	w.must(err)
	w.must(p.Reply(p.Choices()[0].Reply, call.InTime))
}

// TestTwoCopies: who plays an attempt that another copy went on with is told,
// and overwrites nothing.
func TestTwoCopies(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	q, err := w.desk.Resume(w.who, p.Attempt().ID)
	w.must(err)
	w.must(p.Hold())
	if err := q.Breathe(); !errors.Is(err, &trainer.Error{Code: trainer.OutOfSequence}) {
		t.Errorf("the second copy gets %v", err)
	}
}

// TestManyHands plays from many goroutines at once; the race detector watches.
func TestManyHands(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	var hands sync.WaitGroup
	for range 8 {
		hands.Go(func() {
			_ = p.Breathe() // the caller may have hung up by then
			_, _ = p.Said(), p.Choices()
			_, _ = p.Promise()
		})
	}
	hands.Wait()
	again, err := w.desk.Resume(w.who, p.Attempt().ID)
	w.must(err)
	if again.State() != p.State() {
		t.Errorf("%+v was kept, %+v is shown", again.State(), p.State())
	}
}

func TestClockSetByHandMarks(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Assessed)
	w.playFirst(p)
	promise, _ := p.Promise()
	w.clock.Set(promise.Hour)
	w.desk.ClockSet = true
	w.playSecond(p)
	history, err := w.desk.History(w.who, 1, 0)
	w.must(err)
	if !history[0].TriedOut {
		t.Error("an attempt whose promise was kept on a clock set by hand is not marked")
	}
	rows, err := w.desk.Team()
	w.must(err)
	if len(rows) != 0 {
		t.Errorf("it counts for managers: %+v", rows)
	}
}

func TestRebuild(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Assessed)
	w.playFirst(p)
	id := p.Attempt().ID
	was, err := w.store.Summary(id)
	w.must(err)
	w.must(w.store.Append(id, nil, trainer.Summary{Stage: trainer.StageFile}))
	w.must(w.desk.Rebuild([]int64{id}))
	is, err := w.store.Summary(id)
	w.must(err)
	if diff := cmp.Diff(was, is); diff != "" || !is.Scored {
		t.Error(diff)
	}
	if err := w.desk.Rebuild([]int64{999}); !errors.Is(err, &trainer.Error{Code: trainer.NotFound}) {
		t.Errorf("an attempt that is not there gives %v", err)
	}
}

func TestShelfListsWhatIsWrong(t *testing.T) {
	soup, err := scenarios.FS.ReadFile("cold-rooms.call")
	if err != nil {
		t.Fatal(err)
	}
	own := fstest.MapFS{
		"broken.call": {Data: []byte("version: 1\ntitel: Broken\n")},
		"again.call":  {Data: soup},
		"notes.txt":   {Data: []byte("no scenario")},
	}
	s, err := trainer.OpenShelf(scenarios.FS, own)
	if err != nil {
		t.Fatal(err)
	}
	bad := map[string]string{}
	for _, e := range s.Entries {
		if !e.Sound() {
			bad[e.File] = e.Problems[0].Code
			if !e.Own {
				t.Errorf("a shipped file has problems: %v", e.Problems)
			}
		}
	}
	if len(bad) != 2 || bad["again.call"] != "id-taken" || bad["broken.call"] == "" {
		t.Errorf("the problems are %v", bad)
	}
	if e, ok := s.Find("cold-rooms"); !ok || e.Own {
		t.Error("a user's file takes a shipped scenario's place")
	}
}

func TestPassphrase(t *testing.T) {
	w := newWorld(t)
	if _, err := w.desk.Appoint("Boss", "short"); !errors.Is(err, &trainer.Error{Code: trainer.BadPassphrase}) {
		t.Errorf("a short passphrase gives %v", err)
	}
	m, err := w.desk.Appoint("Boss", "four good words here")
	w.must(err)
	w.must(w.desk.Unlock(m, "four good words here"))
	if err := w.desk.Unlock(m, "Four good words here"); !errors.Is(err, &trainer.Error{Code: trainer.BadPassphrase}) {
		t.Errorf("a wrong passphrase gives %v", err)
	}
	if err := w.desk.Unlock(w.who, ""); err == nil {
		t.Error("a trainee's profile unlocks as a manager's")
	}
	raw, err := os.ReadFile(filepath.Join(w.folder, store.FileName))
	w.must(err)
	if len(raw) == 0 {
		t.Fatal("nothing was kept")
	}
}

func TestNames(t *testing.T) {
	w := newWorld(t)
	for name, code := range map[string]trainer.Code{"": trainer.BadName, "   ": trainer.BadName, "ada": trainer.BadName} {
		if _, err := w.desk.Enrol(name, trainer.UsualWeek()); !errors.Is(err, &trainer.Error{Code: code}) {
			t.Errorf("the name %q gives %v", name, err)
		}
	}
	week := trainer.UsualWeek()
	week.To = week.From
	if _, err := w.desk.Enrol("Bo", week); !errors.Is(err, &trainer.Error{Code: trainer.BadWeek}) {
		t.Errorf("an empty day gives %v", err)
	}
}

func TestTeam(t *testing.T) {
	w := newWorld(t)
	w.playFirst(w.begin(trainer.Practice))
	p := w.begin(trainer.Assessed)
	w.must(p.Answer())
	w.must(p.HangUp())
	w.clock.Set(w.clock.Now().Add(time.Hour))
	best := w.begin(trainer.Assessed)
	w.playFirst(best)
	w.clock.Set(w.clock.Now().Add(time.Hour))
	last := w.begin(trainer.Assessed)
	w.must(last.Answer())
	w.must(last.HangUp())
	left := w.begin(trainer.Assessed)
	w.must(left.Answer())
	w.must(left.Leave())
	rows, err := w.desk.Team()
	w.must(err)
	if len(rows) != 1 || rows[0].Assessed != 3 || rows[0].Best.Attempt.ID != best.Attempt().ID || rows[0].Last.Attempt.ID != last.Attempt().ID {
		t.Fatalf("the table is %+v", rows)
	}
}

// quiet is a desktop that cannot be told anything.
type quiet struct{ asked int }

func (q *quiet) Notify(string, string) error {
	q.asked++
	return errors.New("nobody listens")
}

func TestBell(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.playFirst(p)
	q := &quiet{}
	bell := &trainer.Bell{Desk: w.desk, Notifier: q}
	words := func(trainer.Promise) (string, string) { return "a", "b" }
	rings, err := bell.Check(w.who, words)
	w.must(err)
	if len(rings) != 0 {
		t.Fatal("the bell rings before the hour")
	}
	promise, _ := p.Promise()
	w.clock.Set(promise.Hour)
	for i, want := range []int{1, 0} {
		rings, err = bell.Check(w.who, words)
		w.must(err)
		if len(rings) != want || want == 1 && rings[0].Told {
			t.Errorf("check %d rings %+v", i, rings)
		}
	}
	if q.asked != 1 {
		t.Errorf("the desktop was asked %d times", q.asked)
	}
}
