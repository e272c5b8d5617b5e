package debrief

import (
	"testing"
	"time"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
)

const offerWords = "That was a hard call."

func TestSettleIsOfferedAfterAHardCall(t *testing.T) {
	r := begin(t, trainer.Practice)
	ways["hung up"](r)
	sc := r.shown()
	if !r.set.Shows(offerWords) {
		t.Fatal("it is not offered")
	}
	r.set.Type("s")
	if o := r.set.LastOpened(); o.Place != screen.Settle || o.Play != nil || o.Attempt != r.play.Attempt().ID {
		t.Fatalf("S leads to %+v", o)
	}
	r.set.Show(sc) // back from there
	if r.set.Type("s"); r.set.Shows(offerWords) || len(r.set.Opened) != 1 {
		t.Error("it is offered again")
	}
}

func TestTheOfferIsPutAway(t *testing.T) {
	r := begin(t, trainer.Practice)
	ways["hung up"](r)
	r.shown()
	r.set.TapText("Close")
	if r.set.Type("s"); r.set.Shows(offerWords) || len(r.set.Opened) != 0 || !r.set.Shows("Overall") {
		t.Errorf("it is not away: %s", r.set.Words()[:300])
	}
}

func TestWhoIsOfferedNothing(t *testing.T) {
	r := begin(t, trainer.Practice)
	r.whole(best)
	if r.shown(); r.set.Shows(offerWords) {
		t.Error("it is offered after a good call")
	}
	r = begin(t, trainer.Assessed)
	r.do(call.Move{Kind: call.HangUp})
	r.write(1)
	ada := r.set.Who()
	r.set.SetNow(r.set.Now().Add(2 * time.Hour))
	if r.shown(); r.set.Shows(offerWords) {
		t.Error("it is offered hours later")
	}
	r.set.SetNow(r.set.Now().Add(-2 * time.Hour))
	if r.shown(); !r.set.Shows(offerWords) {
		t.Fatal("it is not offered at the time")
	}
	boss, err := r.set.Desk().Appoint("Boss", "some long words")
	if err != nil {
		t.Fatal(err)
	}
	r.set.SetWho(boss)
	r.set.Show(New(r.set, r.play.Attempt().ID, ada))
	if r.set.Shows(offerWords) {
		t.Error("a manager learns that it was a hard call")
	}
}

func TestOpenedPapersAreTold(t *testing.T) {
	r := begin(t, trainer.Practice)
	must(r.play.Open("client"))
	must(r.play.Open("project"))
	r.whole(best)
	r.shown()
	if !r.set.Shows("Papers opened Client, The project Not opened:") {
		t.Error("the papers are not told")
	}
}
