package debrief

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"keepcool/app/call"
	"keepcool/app/score"
	"keepcool/app/trainer"
)

// rescued is a rescue that was taken over.
func rescued(t *testing.T) *rehearsal {
	t.Helper()
	s := open(t)
	s.Trainee("Ada Okafor")
	return rehearse(s, s.Rescue("cold-rooms", call.Normal))
}

func TestARescueTellsHowFarItWasBrought(t *testing.T) {
	r := rescued(t)
	r.times(1, best).times(1, costliest).whole(best)
	sc := r.shown()
	left, err := sc.r.AtBest(*sc.r.Analysis)
	must(err)
	if want := fmt.Sprintf("At best %d was left when you took over.", score.Shown(left)); !r.set.Shows(want) {
		t.Errorf("while the follow-up is open, %q is not told", want)
	}
	r.second(0).whole(best)
	sc = r.shown()
	want := fmt.Sprintf("At best %d was left; you brought it to %d.", score.Shown(left), score.Shown(sc.r.Card.Overall))
	if !r.set.Shows(want) {
		t.Errorf("%q is not told: %s", want, r.set.Words()[:300])
	}
}

func TestTheLineOfARescueFillsIn(t *testing.T) {
	r := rescued(t)
	r.whole(best)
	h := &later{Stage: r.set}
	sc := New(h, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(sc)
	h.rest[0]()
	r.set.Advance(time.Second)
	if !r.set.Shows("How much was left when you took over is still being worked out.") {
		t.Error("that it is worked out is not told")
	}
	for _, work := range h.rest[1:] {
		work()
	}
	r.set.Advance(10 * time.Second)
	if !r.set.Shows("was left when you took over.") || r.set.Shows("still being worked out") {
		t.Error("what was left is not told")
	}
}

func TestGivenMovesAreNotTheTrainees(t *testing.T) {
	r := rescued(t)
	r.whole(costliest)
	sc := r.shown()
	given := sc.r.Given()
	for _, m := range append(sc.r.worked(), sc.r.toWorkOn()...) {
		if m.move < given {
			t.Errorf("given move %d is told among the moments", m.move+1)
		}
	}
	words := r.set.Words()
	if n := strings.Count(words, "Was said before you took over"); n != given {
		t.Errorf("%d of %d given moves are marked", n, given)
	}
	before := words[strings.Index(words, "The call, move by move"):strings.Index(words, "Here you took over")]
	for _, not := range []string{"Better here", "It cost", "Try from here"} {
		if strings.Contains(before, not) {
			t.Errorf("%q is told of a given move", not)
		}
	}
	if strings.Count(before, "Was said before you took over") != given {
		t.Error("a given move stands after the taking over")
	}
}

func TestTheBestCallOfARescueBeginsWhereItWasTakenOver(t *testing.T) {
	r := rescued(t)
	r.whole(best).second(0).whole(best)
	sc := r.shown()
	r.set.Type("b")
	if !r.set.Shows("One way to the best that was left when you took over.") || !r.set.Shows("You played the best that was left, move for move.") {
		t.Error("the best call is not that from the taking over on")
	}
	if fork, all := sc.r.fork(), len(sc.r.Analysis.BestLine); fork != all {
		t.Errorf("the ways part at move %d of %d", fork, all)
	}
}
