package debrief

import (
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/trainer"
)

func TestOwnWordsStandBesideTheReplyForTheirTraineeAlone(t *testing.T) {
	r := begin(t, trainer.Assessed)
	saidFirst(r)
	r.shown()
	if !r.set.Shows("You sound worried. Tell me") || !r.set.Shows("In your own words, aloud.") {
		t.Errorf("their trainee does not see them: %s", r.set.Words())
	}
	boss, err := r.set.Desk().Appoint("Ruth Lindqvist", "four plain words here")
	if err != nil {
		t.Fatal(err)
	}
	r.set.Enter(boss)
	r.shown()
	if r.set.Shows("You sound worried. Tell me") || r.set.Shows("own words") || r.set.Shows("said first") {
		t.Errorf("a manager sees them: %s", r.set.Words())
	}
}

func TestWhatWasCaughtHalfCaughtAndMissed(t *testing.T) {
	r := begin(t, trainer.Practice)
	saidFirst(r)
	s := r.shown()
	counts := map[call.Catch]int{}
	for _, h := range s.r.Case.Heard(s.r.linesSaid(), s.r.notes()) {
		counts[h.Catch]++
		if !r.set.Shows(h.Fact.Words) {
			t.Errorf("%q is not told of", h.Fact.Words)
		}
	}
	words := r.set.Words()
	for catch, title := range map[call.Catch]string{call.Caught: "Caught: ", call.Half: "Half caught: ", call.Uncaught: "Missed: "} {
		if told := strings.Contains(words, title); told != (counts[catch] > 0) {
			t.Errorf("%q is told: %v, of %d", title, told, counts[catch])
		}
	}
	if counts[call.Half] > 0 && !strings.Contains(words, "Right words, kept as ") {
		t.Error("it is not told as what they were kept")
	}
	if counts[call.Half] == 0 || counts[call.Uncaught] == 0 {
		t.Errorf("the play tries too little: %v", counts)
	}
}
