package trainer_test

import (
	"encoding/json"
	"errors"
	"runtime"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/solve"
	"keepcool/app/trainer"
)

// fresh is the analysis of an attempt as the engine alone finds it.
func (w *world) fresh(v *trainer.Review) trainer.Analysis {
	w.t.Helper()
	x, err := solve.Solve(v.Case, call.Normal, w.desk.Shelf.Weights, solve.DefaultBudget)
	w.must(err)
	var a trainer.Analysis
	a.BestLine, err = x.BestLine(v.Case.Start(call.Normal))
	w.must(err)
	for i, m := range v.Moves {
		j, err := x.Judge(v.States[i], m)
		w.must(err)
		a.Moves = append(a.Moves, j)
	}
	return a
}

// playBadly plays the call under way to its end by the replies shown first,
// and logs it.
func (w *world) playBadly(p *trainer.Play) {
	w.t.Helper()
	for p.Stage() == trainer.StageCall {
		c := p.Choices()[0]
		if c.Promises {
			w.must(p.PromiseReply(c.Reply, call.InTime, w.goodHour(p)))
			continue
		}
		w.must(p.Reply(c.Reply, call.CuttingIn))
	}
	w.must(p.Log(trainer.Log{Happy: 2}))
}

func (w *world) review(p *trainer.Play) *trainer.Review {
	w.t.Helper()
	v, err := w.desk.Review(w.who, p.Attempt().ID)
	w.must(err)
	return v
}

// TestWorkedOutDuringTheCall: at the end of a call everything is kept, with
// what was taken back left out.
func TestWorkedOutDuringTheCall(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	p.Accompany()
	w.must(p.Answer())
	w.must(p.Hold())
	w.must(p.Back())
	if v := w.review(p); v.Analysis != nil {
		t.Error("an analysis is kept while the call is under way")
	}
	w.playBadly(p)
	v := w.review(p)
	if v.Analysis == nil {
		t.Fatal("nothing is kept after the call")
	}
	if diff := cmp.Diff(w.fresh(v), *v.Analysis); diff != "" {
		t.Error(diff)
	}
	if costs := v.Analysis.Moves[0].Cost + v.Analysis.Moves[1].Cost; costs == 0 {
		t.Error("a bad call costs nothing")
	}
	var raw map[string]any
	w.must(json.Unmarshal(v.Summary.Analysis, &raw))
	if raw["rules"] != float64(call.Rules) {
		t.Errorf("it is of the rules %v", raw["rules"])
	}
}

// TestKeptAnalysisIsOfTheMovesThatStand: what was kept before the second call
// is not taken for that of the whole, and is worked out anew.
func TestKeptAnalysisIsOfTheMovesThatStand(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	p.Accompany()
	w.playFirst(p)
	first := w.review(p)
	if first.Analysis == nil {
		t.Fatal("nothing is kept after the first call")
	}
	p.Release()
	promise, _ := p.Promise()
	w.clock.Set(promise.Hour)
	w.open()
	p, err := w.desk.Resume(w.who, p.Attempt().ID)
	w.must(err)
	w.must(p.FollowUp())
	w.must(p.Answer())
	w.must(p.Hold()) // and here the program was killed
	v := w.review(p)
	if v.Analysis != nil || len(v.Summary.Analysis) == 0 {
		t.Fatalf("the analysis of %d moves stands for %d", len(first.Moves), len(v.Moves))
	}
	a, err := v.Analyse()
	w.must(err)
	if diff := cmp.Diff(w.fresh(v), a); diff != "" {
		t.Error(diff)
	}
	if v = w.review(p); v.Analysis == nil || !cmp.Equal(*v.Analysis, a) {
		t.Error("what the debrief worked out is not kept")
	}
	p.Accompany() // resumed
	w.must(p.Back())
	w.playBadly(p)
	if v = w.review(p); v.Analysis == nil || !cmp.Equal(*v.Analysis, w.fresh(v)) {
		t.Error("after the second call something else is kept")
	}
}

func TestAnalysisThatIsNotOurs(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	w.playBadly(p)
	v := w.review(p)
	if v.Analysis != nil {
		t.Error("nobody attended to the call, and it was worked out")
	}
	_, err := v.Analyse()
	w.must(err)
	good := w.review(p).Summary.Analysis
	var kept map[string]any
	w.must(json.Unmarshal(good, &kept))
	for name, spoil := range map[string]func(){
		"another number of rules": func() { kept["rules"] = call.Rules + 1 },
		"a move less":             func() { kept["moves"] = kept["moves"].([]any)[1:] },
		"another move":            func() { kept["moves"].([]any)[0].(map[string]any)["move"] = "hold" },
		"no such move":            func() { kept["best"].([]any)[0] = "nowhere.a" },
	} {
		w.must(json.Unmarshal(good, &kept))
		spoil()
		body, err := json.Marshal(kept)
		w.must(err)
		w.must(w.store.SaveAnalysis(p.Attempt().ID, body))
		if w.review(p).Analysis != nil {
			t.Errorf("%s: it is taken all the same", name)
		}
	}
	w.must(w.store.SaveAnalysis(p.Attempt().ID, []byte("{")))
	if w.review(p).Analysis != nil {
		t.Error("half a line is taken")
	}
}

// TestEngineThatDoesNotFinish holds up nothing: the call is played to its end
// and scored, only the debrief has to do without.
func TestEngineThatDoesNotFinish(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Prepare())
	w.desk.Budget = tooSmall // the denominators are kept already
	p.Accompany()
	w.must(p.Answer())
	if _, err := p.Hint(); !errors.Is(err, &trainer.Error{Code: trainer.NotWorkedOut}) {
		t.Errorf("a hint gives %v", err)
	}
	w.playBadly(p)
	v := w.review(p)
	if !v.Summary.Scored || v.Analysis != nil {
		t.Errorf("scored: %v, worked out: %v", v.Summary.Scored, v.Analysis)
	}
	if _, err := v.Analyse(); !errors.Is(err, &trainer.Error{Code: trainer.NotWorkedOut}) {
		t.Errorf("the debrief gets %v", err)
	}
}

// TestAnalysisThatCannotBeKept fails no move and is there in the debrief.
func TestAnalysisThatCannotBeKept(t *testing.T) {
	w := newWorld(t)
	st := w.watch()
	st.refuse = &trainer.Error{Code: trainer.StoreFull, Message: "The disk is full."}
	p := w.begin(trainer.Practice)
	p.Accompany()
	w.must(p.Answer())
	w.playBadly(p)
	v := w.review(p)
	a, err := v.Analyse()
	w.must(err)
	if len(a.Moves) != len(v.Moves) {
		t.Errorf("%d moves of %d are judged", len(a.Moves), len(v.Moves))
	}
}

// TestManyThoughts plays while the engine works in a goroutine of its own; the
// race detector watches.
func TestManyThoughts(t *testing.T) {
	w := newWorld(t)
	var work sync.WaitGroup
	w.desk.Background = func(f func()) { work.Go(f) }
	p := w.begin(trainer.Practice)
	p.Accompany()
	w.must(p.Answer())
	for range 3 {
		w.must(p.Reply(p.Choices()[0].Reply, call.InTime))
		w.must(p.Back())
		if _, err := p.Hint(); err != nil {
			t.Error(err)
		}
	}
	w.playBadly(p)
	p.Release()
	work.Wait()
	v := w.review(p)
	if v.Analysis == nil || !cmp.Equal(*v.Analysis, w.fresh(v)) {
		t.Errorf("kept is %+v", v.Analysis)
	}
}

// TestTableIsReleased: once the call or the debrief is left, nothing holds the
// solved case any more.
func TestTableIsReleased(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.must(p.Answer())
	if p.Solved().Value() != nil {
		t.Fatal("a case is solved that nobody attends to")
	}
	p.Accompany()
	table := p.Solved()
	if table.Value() == nil {
		t.Fatal("the case is not solved during the call")
	}
	_, err := p.Hint()
	w.must(err)
	w.must(p.Hold())
	if p.Solved() != table {
		t.Error("each question solves the case anew")
	}
	p.Release()
	runtime.GC()
	if table.Value() != nil {
		t.Error("the table is held after the call was left")
	}
	w.playBadly(p) // on its way while the screen was left
	if p.Solved().Value() != nil {
		t.Error("the case is solved again after the call was left")
	}

	v := w.review(p)
	trial, err := v.TryFrom(1)
	w.must(err)
	_, err = trial.Outlook()
	w.must(err)
	table = v.Solved()
	if table.Value() == nil {
		t.Fatal("a trial solves nothing")
	}
	v.Release()
	runtime.GC()
	if table.Value() != nil {
		t.Error("the table is held after the debrief was left")
	}
	runtime.KeepAlive(p)
	runtime.KeepAlive(v)
	runtime.KeepAlive(trial)
}
