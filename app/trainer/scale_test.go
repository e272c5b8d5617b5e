package trainer_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/scenarios"
)

// tooSmall is a budget that no case can be searched within.
const tooSmall = 10

// watchedStore is the real store, with an eye on what is asked of it.
type watchedStore struct {
	trainer.Store
	mu      sync.Mutex
	asked   map[string]int // preferences read, by name
	entered chan string    // gets the name of each denominators asked for
	gate    chan struct{}  // holds them up until it is closed; nil for not
	refuse  error          // what saving an analysis gives
}

func (w *watchedStore) Preference(profile int64, name string) (string, error) {
	w.mu.Lock()
	w.asked[name]++
	w.mu.Unlock()
	if w.gate != nil && strings.HasPrefix(name, "denominators/") {
		w.entered <- name
		<-w.gate
	}
	return w.Store.Preference(profile, name)
}

func (w *watchedStore) SaveAnalysis(attempt int64, body []byte, moments ...trainer.Moment) error {
	if w.refuse != nil {
		return w.refuse
	}
	return w.Store.SaveAnalysis(attempt, body, moments...)
}

func (w *world) watch() *watchedStore {
	s := &watchedStore{Store: w.store, asked: map[string]int{}, entered: make(chan string, 100)}
	w.desk.Store = s
	return s
}

// TestOneSearchForAll: whoever asks for denominators that are being searched
// waits for them; nobody else waits.
func TestOneSearchForAll(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	st := w.watch()
	st.gate = make(chan struct{})
	var askers sync.WaitGroup
	scales := make([]any, 4)
	for i := range scales {
		askers.Go(func() {
			scale, err := w.desk.Scale(p.Attempt(), p.Case(), call.Normal)
			scales[i] = scale
			if err != nil {
				t.Error(err)
			}
		})
	}
	name := <-st.entered
	for _, want := range []string{p.Attempt().ScenarioHash, p.Attempt().RubricHash, "/1/", fmt.Sprintf("/normal/%d", p.Attempt().Variant)} {
		if !strings.Contains(name, want) {
			t.Errorf("%s does not name %s", name, want)
		}
	}
	// The search stands still, and the desk works on.
	if _, err := w.desk.People(); err != nil {
		t.Error(err)
	}
	if _, err := w.desk.Resume(w.who, p.Attempt().ID); err != nil {
		t.Error(err)
	}
	for _, e := range w.desk.Shelf.Entries {
		if !w.desk.Playable(e) || len(w.desk.Problems(e)) != 0 {
			t.Errorf("%s can't be played: %v", e.File, w.desk.Problems(e))
		}
	}
	close(st.gate)
	askers.Wait()
	for _, s := range scales[1:] {
		if s != scales[0] {
			t.Errorf("two askers get %v and %v", scales[0], s)
		}
	}
	if st.asked[name] != 1 {
		t.Errorf("it was looked for %d times", st.asked[name])
	}
}

// TestDenominatorsAreKept: a program that starts reads them instead of
// searching; what cannot be searched in its budget is not asked to be.
func TestDenominatorsAreKept(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	scale, err := w.desk.Scale(p.Attempt(), p.Case(), call.Normal)
	w.must(err)
	w.open()
	w.desk.Budget = tooSmall
	again, err := w.desk.Scale(p.Attempt(), p.Case(), call.Normal)
	w.must(err)
	if again != scale {
		t.Errorf("%+v was kept, %+v is read", scale, again)
	}
	if _, err := w.desk.Scale(p.Attempt(), p.Case(), call.Hard); !errors.Is(err, &trainer.Error{Code: trainer.NotScored}) {
		t.Errorf("another setting gives %v", err)
	}
}

// large is a shelf with the user's own case of that title, which no small
// budget is enough for.
func large(t *testing.T, title string) *trainer.Shelf {
	t.Helper()
	clock, err := os.ReadFile("../../scenarios/authors/quiet-clock.call")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(clock), "id: quiet-clock", "id: large", 1)
	text = strings.Replace(text, "title: The clock that keeps quiet", "title: "+title, 1)
	s, err := trainer.OpenShelf(scenarios.FS, fstest.MapFS{"large.call": {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (w *world) entry(id string) *trainer.Entry {
	w.t.Helper()
	e, ok := w.desk.Shelf.Find(id)
	if !ok {
		w.t.Fatalf("%s is not on the shelf", id)
	}
	return e
}

// listed reports whether a case is listed as one that cannot be scored, and
// that it can be played or not fits.
func (w *world) listed(e *trainer.Entry) bool {
	w.t.Helper()
	problems := w.desk.Problems(e)
	listed := len(problems) > 0 && problems[len(problems)-1].Code == "not-scored"
	if listed == w.desk.Playable(e) {
		w.t.Errorf("%s is playable: %v, and its problems are %v", e.File, w.desk.Playable(e), problems)
	}
	return listed
}

func TestTooLargeToBeScored(t *testing.T) {
	notScored := &trainer.Error{Code: trainer.NotScored}
	w := newWorld(t)
	w.desk.Shelf, w.desk.Budget = large(t, "Soup for all"), tooSmall
	e := w.entry("large")
	if w.listed(e) {
		t.Fatal("it is listed before the engine was asked")
	}
	p, err := w.desk.Begin(w.who, e, call.Hard, trainer.Practice, false)
	w.must(err)
	if err := p.Answer(); !errors.Is(err, notScored) {
		t.Fatalf("answering gives %v", err)
	}
	if p.Stage() != trainer.StageLeft {
		t.Errorf("the attempt is at %s, and would wait for ever", p.Stage())
	}
	if !w.listed(e) || w.listed(w.entry("cold-rooms")) {
		t.Errorf("the problems are %v", w.desk.Problems(e))
	}
	if _, err := w.desk.Begin(w.who, e, call.Normal, trainer.Practice, false); !errors.Is(err, notScored) {
		t.Errorf("beginning it gives %v", err)
	}

	// The next start knows of it without a search, and recommends it to nobody.
	w.open()
	w.desk.Shelf, w.desk.Budget = large(t, "Soup for all"), tooSmall
	e = w.entry("large")
	today, err := w.desk.Today(w.who)
	w.must(err)
	if !w.listed(e) || today.Next == nil || today.Next == e {
		t.Errorf("listed: %v; what comes next is %v", w.listed(e), today.Next)
	}
	st := w.watch()
	if _, err := w.desk.Begin(w.who, e, call.Hard, trainer.Practice, false); !errors.Is(err, notScored) {
		t.Errorf("beginning it gives %v", err)
	}
	for name := range st.asked {
		if strings.Contains(name, "/hard/") {
			t.Errorf("it is looked for again: %s", name)
		}
	}

	// Another file or another budget is searched anew.
	w.open()
	w.desk.Shelf, w.desk.Budget = large(t, "Soup for some"), tooSmall
	w.must(w.desk.Recall())
	if w.listed(w.entry("large")) {
		t.Error("a file that was changed is still listed")
	}
	w.open()
	w.desk.Shelf = large(t, "Soup for all")
	w.must(w.desk.Recall())
	e = w.entry("large")
	if w.listed(e) {
		t.Error("it is listed although the budget is another one")
	}
	p, err = w.desk.Begin(w.who, e, call.Hard, trainer.Practice, false)
	w.must(err)
	w.must(p.Answer())
}

// TestNothingScoredIsLost: an attempt whose denominators can't be found again
// goes on, and keeps and shows the scorecard it has.
func TestNothingScoredIsLost(t *testing.T) {
	w := houseWorld(t, map[string]string{"house.call": houseText(t)})
	id := w.promised().Attempt().ID
	before, err := w.store.Summary(id)
	w.must(err)

	shelf := w.desk.Shelf
	w.open()
	w.desk.Shelf, w.desk.Budget = shelf, tooSmall
	w.desk.Store = forgetful{w.store}
	p, err := w.desk.Resume(w.who, id)
	w.must(err)
	w.clock.Set(w.onePromise().Hour)
	w.must(p.FollowUp())
	w.must(p.Answer())
	w.must(w.desk.Rebuild([]int64{id}))
	after, err := w.store.Summary(id)
	w.must(err)
	if !before.Scored || len(before.Card) == 0 || string(after.Card) != string(before.Card) || after.Overall != before.Overall || after.Keys != before.Keys || !after.Scored {
		t.Errorf("the summary was %+v and is %+v", before, after)
	}
	v, err := w.desk.Review(w.who, id)
	w.must(err)
	if v.Card.Overall != before.Overall || len(v.Said) == 0 || v.Case == nil {
		t.Errorf("the debrief shows the card %+v and %d lines", v.Card, len(v.Said))
	}
}

// forgetful is the real store, but for denominators, which it never has.
type forgetful struct{ trainer.Store }

func (f forgetful) Preference(profile int64, name string) (string, error) {
	if strings.HasPrefix(name, "denominators/") {
		return "", nil
	}
	return f.Store.Preference(profile, name)
}

// TestStoreFailureIsNotRemembered: denominators that could not be looked up
// are looked up again.
func TestStoreFailureIsNotRemembered(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(w.store.Close())
	if err := p.Prepare(); err == nil || errors.Is(err, &trainer.Error{Code: trainer.NotScored}) {
		t.Fatalf("a closed store gives %v", err)
	}
	w.store = nil
	desk := w.desk
	w.open()
	desk.Store = w.store
	w.must(p.Prepare())
}
