package trainer_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/trainer"
)

// TestTheSameStateAndThenASibling: what is right is what the engine has no better
// reply to; the replies stand in another order each time; and a variant that was
// not begun is never shown.
func TestTheSameStateAndThenASibling(t *testing.T) {
	w := newWorld(t)
	p := w.begin(trainer.Practice)
	w.playCostly(p)
	v := w.review(p)
	siblings := 0
	for _, m := range w.waiting() {
		trial, err := v.TryFrom(m.Move)
		w.must(err)
		before := orderOf(v.Case, trial.Open())
		for n := range 6 {
			q := w.ask(m)
			if n == 0 && q.Sibling() || q.Variant != p.Attempt().Variant {
				t.Fatalf("%s, time %d: in variant %d, %s", m.Reply, n, q.Variant, q.Setting)
			}
			if q.Sibling() {
				siblings++
			}
			now := orderOf(q.Case, q.Replies)
			if cmp.Equal(before, now) || !slices.Contains(now, m.Reply) {
				t.Errorf("%s, time %d: in the order %v, before %v", m.Reply, n, now, before)
			}
			before = now
			w.judgedAsTheEngineDoes(q)
			m.Answers = append(m.Answers, trainer.Answer{Day: m.Day.Add(n)})
		}
	}
	if siblings == 0 {
		t.Error("no sibling was found")
	}
	w.begin(trainer.Practice) // the other variant
	var other bool
	for _, m := range w.waiting() {
		for n := range 6 {
			m.Answers = append(m.Answers, trainer.Answer{Day: m.Day.Add(n)})
			q := w.ask(m)
			other = other || q.Variant != p.Attempt().Variant
			w.judgedAsTheEngineDoes(q)
		}
	}
	if !other {
		t.Error("the other variant, once begun, is never asked")
	}
}

func orderOf(c *call.Case, moves []call.Move) (ids []string) {
	for _, m := range moves {
		if m.Kind == call.Reply {
			ids = append(ids, c.Replies[m.Reply].ID)
		}
	}
	return ids
}

// judgedAsTheEngineDoes holds a question to the engine: some reply is right,
// what was made in the call is not, and none that is right has a better reply.
func (w *world) judgedAsTheEngineDoes(q *trainer.Question) {
	w.t.Helper()
	right := 0
	for n, m := range q.Replies {
		if !q.Right(n) {
			continue
		}
		right++
		if q.Case.Replies[m.Reply].ID == q.Moment.Reply || critical(q.Case, int(m.Reply)) {
			w.t.Errorf("%s counts as right", q.Case.Replies[m.Reply].ID)
		}
	}
	if right == 0 || right == len(q.Replies) {
		w.t.Errorf("of %d replies %d are right", len(q.Replies), right)
	}
}

func TestAnAnswerTellsWhatCameOfIt(t *testing.T) {
	w := newWorld(t)
	w.playCostly(w.begin(trainer.Practice))
	w.inDays(3)
	for i, m := range w.due().Due {
		q := w.ask(m)
		if len(q.Said) == 0 || q.Said[len(q.Said)-1].Move >= m.Move {
			t.Errorf("before move %d was said %+v", m.Move, q.Said)
		}
		j := w.answer(q, i%2 == 0)
		if len(j.Answered) == 0 || len(j.Shows) == 0 || j.Answered[0].Move != m.Move {
			t.Errorf("%+v", j)
		}
		for _, b := range j.Shows {
			if !b.Strength() {
				t.Errorf("%s is no strength", b.ID)
			}
		}
		kept, err := w.store.Moments(trainer.MomentQuery{Attempt: m.Attempt.ID, Answered: "2026-03-26"})
		w.must(err)
		if len(kept) != i+1 {
			t.Errorf("%d answers are kept", len(kept))
		}
	}
}
