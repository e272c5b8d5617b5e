package trainer_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/scenarios"
)

// houseText is a script with two variants, a fragment and a call inside.
func houseText(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile("../call/testdata/house.call")
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// houseWorld has such scripts on its shelf, by file name.
func houseWorld(t *testing.T, files map[string]string) *world {
	t.Helper()
	w := newWorld(t)
	own := fstest.MapFS{}
	for name, text := range files {
		own[name] = &fstest.MapFile{Data: []byte(text)}
	}
	var err error
	w.desk.Shelf, err = trainer.OpenShelf(scenarios.FS, own)
	w.must(err)
	return w
}

// promised plays the first call of the house case up to its promise.
func (w *world) promised() *trainer.Play {
	w.t.Helper()
	p, err := w.desk.Begin(w.who, w.entry("house"), call.Normal, trainer.Practice, true)
	w.must(err)
	w.must(p.Answer())
	w.say(p, "hello.look", "name@more.noted", "more.see", "close.by-ten")
	w.must(p.Log(trainer.Log{Who: "Sam", When: w.clock.Now(), Happy: 3}))
	return p
}

func (w *world) say(p *trainer.Play, ids ...string) {
	w.t.Helper()
	for _, id := range ids {
		m, err := p.Case().ParseMove(id)
		w.must(err)
		if p.Case().Replies[m.Reply].Promises {
			w.must(p.PromiseReply(int(m.Reply), call.InTime, w.goodHour(p)))
			continue
		}
		w.must(p.Reply(int(m.Reply), call.InTime))
	}
}

func (w *world) onePromise() trainer.Promise {
	w.t.Helper()
	all, err := w.desk.Promises(w.who)
	w.must(err)
	if len(all) != 1 {
		w.t.Fatalf("there are %d promises", len(all))
	}
	return all[0]
}

// The call inside is played between the two calls with the caller: offered
// until the promised hour, resumed like any other, and without a log.
func TestCallInside(t *testing.T) {
	w := houseWorld(t, map[string]string{"house.call": houseText(t)})
	p := w.promised()
	if pr := w.onePromise(); pr.Colleague != "Ravi, dispatch desk" || pr.Errand == "" || pr.InHouse || pr.Caller != "Sam" {
		t.Errorf("the promise is %+v", pr)
	}
	w.must(p.RingInside())
	if p.Stage() != trainer.StageFile || !p.InHouse() || p.Who() != "Ravi, dispatch desk" || p.CanGoBack() {
		t.Errorf("stage %s, %s on the line", p.Stage(), p.Who())
	}
	if pr := w.onePromise(); !pr.InHouse || pr.Begun {
		t.Errorf("while the colleague is on the line the promise is %+v", pr)
	}
	w.must(p.Answer())
	if !p.Opening() {
		t.Error("the first words to the colleague are not the opening of a call")
	}

	again, err := w.desk.Resume(w.who, p.Attempt().ID)
	w.must(err)
	if again.State() != p.State() || again.Stage() != trainer.StageCall {
		t.Errorf("resumed at %+v, %s", again.State(), again.Stage())
	}
	w.say(again, "desk.which")
	if again.Stage() != trainer.StagePending || again.InHouse() || again.Who() != "Sam" {
		t.Errorf("after it: stage %s, %s", again.Stage(), again.Who())
	}
	if pr := w.onePromise(); pr.Colleague != "" {
		t.Errorf("it is offered twice: %+v", pr)
	}
	if err := again.RingInside(); !errors.Is(err, &trainer.Error{Code: trainer.NotNow}) {
		t.Errorf("a second call inside gives %v", err)
	}

	w.clock.Set(w.onePromise().Hour)
	w.must(again.FollowUp())
	w.must(again.Answer())
	w.say(again, "k.blue") // open only because the van is known
	w.must(again.Log(trainer.Log{Happy: 4}))
	if again.Stage() != trainer.StageFinal || len(again.Logs()) != 2 {
		t.Errorf("at the end: stage %s, %d logs", again.Stage(), len(again.Logs()))
	}
}

func TestCallInsideEndsWithTheHour(t *testing.T) {
	w := houseWorld(t, map[string]string{"house.call": houseText(t)})
	p := w.promised()
	w.clock.Set(w.onePromise().Hour)
	if pr := w.onePromise(); pr.Colleague != "" {
		t.Errorf("at the hour it is still offered: %+v", pr)
	}
	if err := p.RingInside(); !errors.Is(err, &trainer.Error{Code: trainer.NotNow}) {
		t.Errorf("at the hour it gives %v", err)
	}
}

// A promise does not lapse under somebody who is on the line inside; it does
// when that call has ended or was left for a day.
func TestPromiseLapsesAfterACallInside(t *testing.T) {
	w := houseWorld(t, map[string]string{"house.call": houseText(t)})
	month := 30 * 24 * time.Hour
	p := w.promised()
	w.must(p.RingInside())
	w.clock.Set(w.clock.Now().Add(month))
	w.must(p.Answer())
	w.onePromise()
	w.say(p, "desk.which")
	w.lapsed(p)

	p = w.promised()
	w.must(p.RingInside())
	w.must(p.Answer())
	w.clock.Set(w.clock.Now().Add(month))
	w.lapsed(p)
}

func (w *world) lapsed(p *trainer.Play) {
	w.t.Helper()
	all, err := w.desk.Promises(w.who)
	w.must(err)
	again, err := w.desk.Resume(w.who, p.Attempt().ID)
	w.must(err)
	if len(all) != 0 || again.State().Stage != call.Lapsed {
		w.t.Errorf("%d promises, stage %d", len(all), again.State().Stage)
	}
}

// What a promise stands on is not stopped for good.
func TestOnlyTheFirstCallIsLeft(t *testing.T) {
	w := houseWorld(t, map[string]string{"house.call": houseText(t)})
	p := w.promised()
	w.must(p.RingInside())
	w.must(p.Answer())
	if err := p.Leave(); p.CanLeave() || !errors.Is(err, &trainer.Error{Code: trainer.NotNow}) {
		t.Errorf("leaving the call inside gives %v", err)
	}
	w.must(p.HangUp())
	if p.Stage() != trainer.StagePending || w.onePromise().InHouse {
		t.Errorf("after hanging up inside, the stage is %s", p.Stage())
	}
}

// A call inside that ends as it opens asks for no log.
func TestCallInsideThatOnlyEnds(t *testing.T) {
	text := houseText(t)
	from := strings.Index(text, "== desk\n")
	to := from + strings.Index(text[from:], "\nCALL ")
	text = text[:from] + "== desk\nCALLER: Nobody is at the desk.\nending: out\n" + text[to:]
	w := houseWorld(t, map[string]string{"house.call": text})
	p := w.promised()
	w.must(p.RingInside())
	if p.Stage() != trainer.StagePending || p.InHouse() {
		t.Errorf("the stage is %s", p.Stage())
	}
}

// An attempt that can't be read any more hides no other's promise.
func TestUnreadablePromise(t *testing.T) {
	w := houseWorld(t, map[string]string{"house.call": houseText(t)})
	lost, kept := w.promised().Attempt(), w.promised().Attempt()
	w.desk.Store = lostRecords{w.store, lost.ID}
	if pr := w.onePromise(); pr.Attempt.ID != kept.ID {
		t.Errorf("the promise is that of %d", pr.Attempt.ID)
	}
	if _, err := w.desk.Today(w.who); err != nil {
		t.Error(err)
	}
}

// lostRecords is the real store, but for an attempt whose records do not fit.
type lostRecords struct {
	trainer.Store
	attempt int64
}

func (l lostRecords) Records(id int64) ([]trainer.Record, error) {
	all, err := l.Store.Records(id)
	if id == l.attempt {
		all = append(all[:1:1], trainer.Record{Seq: 2, Kind: trainer.RecordMove, Text: "no.such-reply"})
	}
	return all, err
}

// Each variant is begun before one comes again, and an attempt is played from
// its own for ever.
func TestVariantsAreDrawn(t *testing.T) {
	w := houseWorld(t, map[string]string{"house.call": houseText(t)})
	for round := range 3 {
		seen := map[int]bool{}
		for range 2 {
			p, err := w.desk.Begin(w.who, w.entry("house"), call.Normal, trainer.Practice, true)
			w.must(err)
			seen[p.Attempt().Variant] = true
			want := []string{"market", "jam"}[p.Attempt().Variant]
			again, err := w.desk.Resume(w.who, p.Attempt().ID)
			w.must(err)
			for _, q := range []*trainer.Play{p, again} {
				if got := q.Scenario().Concerns[1].ID; got != want {
					t.Errorf("variant %d hides %s", p.Attempt().Variant, got)
				}
			}
			w.must(p.Answer())
			w.must(p.Leave())
		}
		if len(seen) != 2 {
			t.Errorf("in round %d only %v was begun", round, seen)
		}
	}
}

// A translation is the same case: one id, one history, its own words.
func TestTranslationsOnTheShelf(t *testing.T) {
	malay := strings.NewReplacer("language: en", "language: ms", "title: A small house", "title: Rumah kecil").Replace(houseText(t))
	w := houseWorld(t, map[string]string{"house.call": houseText(t), "house.ms.call": malay})
	var both []*trainer.Entry
	for _, e := range w.desk.Shelf.Entries {
		if e.Scenario.ID == "house" {
			both = append(both, e)
		}
	}
	if len(both) != 2 || !both[0].Sound() || !both[1].Sound() {
		t.Fatalf("%d entries are on the shelf", len(both))
	}
	if !w.desk.Shelf.Translated("house") || w.desk.Shelf.Translated("soup-without-lids") {
		t.Error("what is translated is not told from what is not")
	}
	var variants []int
	for _, e := range both { // a variant begun in one language is begun in the other
		p, err := w.desk.Begin(w.who, e, call.Normal, trainer.Practice, true)
		w.must(err)
		if p.Scenario().Title != e.Title() || p.Attempt().Scenario != "house" {
			t.Errorf("%s is played as %s", e.Title(), p.Scenario().Title)
		}
		variants = append(variants, p.Attempt().Variant)
	}
	if variants[0] == variants[1] {
		t.Error("the same variant is drawn in both languages")
	}

	// A second file of one language is one too many, whichever it stands behind.
	w = houseWorld(t, map[string]string{"house.call": houseText(t), "house.ms.call": malay, "house.my.call": malay})
	for _, e := range w.desk.Shelf.Entries {
		if e.File == "house.my.call" && (e.Sound() || e.Problems[len(e.Problems)-1].Code != "id-taken") {
			t.Errorf("a second Malay file: %v", e.Problems)
		}
	}

	other := strings.Replace(malay, "patience: -1", "patience: -2", 1)
	w = houseWorld(t, map[string]string{"house.call": houseText(t), "house.ms.call": other})
	for _, e := range w.desk.Shelf.Entries {
		if e.File == "house.ms.call" && (e.Sound() || e.Problems[len(e.Problems)-1].Code != "translation-differs") {
			t.Errorf("a translation that changes the call: %v", e.Problems)
		}
	}
}

// Nobody waits for a greeting while the trainee chooses whom to ring; where
// somebody has picked up, the ten seconds run.
func TestOpeningOfACallOnesOwn(t *testing.T) {
	w := newWorld(t)
	for id, want := range map[string]bool{"maybe-next-month": false, "put-good": true} {
		p, err := w.desk.Begin(w.who, w.entry(id), call.Normal, trainer.Practice, false)
		w.must(err)
		w.must(p.Answer())
		if p.Opening() != want {
			t.Errorf("%s opens with the ten seconds: %v", id, p.Opening())
		}
	}
}
