package trainer_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
)

// inTurn plays a case by its n-th open reply at every beat, and logs.
func (w *world) inTurn(scenario string, set call.Setting, n int) *trainer.Play {
	w.t.Helper()
	e, ok := w.desk.Shelf.Find(scenario)
	if !ok {
		w.t.Fatal("the scenario is not on the shelf")
	}
	p, err := w.desk.Begin(w.who, e, set, trainer.Practice, false)
	w.must(err)
	w.must(p.Answer())
	for p.Stage() == trainer.StageCall {
		open := p.Choices()
		slices.SortFunc(open, func(a, b trainer.Choice) int { return a.Reply - b.Reply })
		w.must(p.Reply(open[min(n, len(open)-1)].Reply, call.InTime))
	}
	if p.Stage() == trainer.StageWrapUp {
		w.must(p.Log(trainer.Log{Happy: 3}))
	}
	w.clock.Set(w.clock.Now().Add(time.Hour))
	return p
}

func TestTwoAttemptsBesideOneAnother(t *testing.T) {
	w := newWorld(t)
	p := w.inTurn("cold-rooms", call.Normal, 1)
	q := w.begin(trainer.Practice)
	for q.Attempt().Variant != p.Attempt().Variant {
		w.must(q.Leave())
		q = w.begin(trainer.Practice)
	}
	w.playFirst(q)
	bad, good := w.review(p), w.review(q)
	c := trainer.Compare(good, bad)
	if c.Before.Attempt.ID != p.Attempt().ID || c.Now.Attempt.ID != q.Attempt().ID {
		t.Fatal("the earlier one does not come first")
	}
	for _, k := range rubric.Keys {
		d := c.Keys[k]
		if d.Before != score.Shown(bad.Card.Keys[k].Score) || d.Now != score.Shown(good.Card.Keys[k].Score) || d.By() != d.Now-d.Before {
			t.Errorf("%s is %+v", k, d)
		}
		if d.Known() != (bad.Card.Keys[k].Final && good.Card.Keys[k].Final) {
			t.Errorf("%s is known: %v", k, d.Known())
		}
	}
	if c.Keys[rubric.Follow].Known() || c.Overall.Known() {
		t.Error("a follow-up that is open gives a difference")
	}
	if len(c.Gained()) == 0 || len(c.Mended()) == 0 {
		t.Errorf("a call of faults and the best call: %+v", c.Behaviours)
	}
	for _, s := range append(c.Gained(), c.Slipped()...) {
		if s.Before != 0 || s.Now == 0 {
			t.Errorf("%s is said to be new: %+v", s.ID, s)
		}
	}
	back := trainer.Compare(bad, good)
	if len(back.Gained()) != len(c.Gained()) {
		t.Error("the order in which they are given changes what is told")
	}
	turn, ok := c.Turn()
	if !ok || c.Points[1][turn.Now] <= c.Points[0][turn.Before] || bad.States[turn.Before].Beat != good.States[turn.Now].Beat {
		t.Errorf("what did most is %+v (%v)", turn, ok)
	}
	caught := 0
	for _, h := range c.Caught {
		if h.Now {
			caught++
		}
	}
	if caught == 0 || caught != len(c.Caught) {
		t.Errorf("%d of %d facts were caught in the call that noted them", caught, len(c.Caught))
	}
}

// Every move of both stands in one pair, in its order; what is called the same
// is the same, and what stands beside one another was done at the same beat.
func TestPairs(t *testing.T) {
	w := newWorld(t)
	var reviews []*trainer.Review
	for n := range 4 {
		reviews = append(reviews, w.review(w.inTurn("soup-without-lids", call.Normal, n)))
	}
	reviews = append(reviews, w.review(w.inTurn("soup-without-lids", call.Normal, 0)))
	compared := 0
	for i, a := range reviews {
		for _, b := range reviews[i+1:] {
			c := trainer.Compare(a, b)
			if c.Apart == trainer.ApartVersion {
				continue
			}
			compared++
			if c.Apart != "" {
				t.Fatalf("they are apart: %s", c.Apart)
			}
			before, now := 0, 0
			for n, p := range c.Pairs {
				both := p.Before >= 0 && p.Now >= 0
				if p.Before >= 0 && p.Before != before || p.Now >= 0 && p.Now != now || p.Before < 0 && p.Now < 0 {
					t.Fatalf("pair %d is %+v after %d and %d moves", n, p, before, now)
				}
				if both && a.States[before].Beat != b.States[now].Beat {
					t.Errorf("pair %d stands at two beats", n)
				}
				if same := both && a.Moves[before] == b.Moves[now]; both && same != p.Same || !both && p.Same || n < c.Fork && !p.Same {
					t.Errorf("pair %d is called the same: %v", n, p.Same)
				}
				if p.Before >= 0 {
					before++
				}
				if p.Now >= 0 {
					now++
				}
			}
			if before != len(a.Moves) || now != len(b.Moves) {
				t.Errorf("%d and %d of %d and %d moves stand in pairs", before, now, len(a.Moves), len(b.Moves))
			}
			if c.Fork < len(c.Pairs) && c.Pairs[c.Fork].Same {
				t.Error("the ways part at the same move")
			}
		}
	}
	if compared == 0 {
		t.Fatal("no two attempts were of one version")
	}
	again := trainer.Compare(reviews[0], reviews[0])
	if again.Fork != len(again.Pairs) || len(again.Gained())+len(again.Lost())+len(again.Mended())+len(again.Slipped())+len(again.Caught) > 0 {
		t.Errorf("a call beside itself: %+v", again)
	}
	if _, ok := again.Turn(); ok {
		t.Error("a call does better than itself")
	}
}

func TestWhyTheMovesAreApart(t *testing.T) {
	w := newWorld(t)
	normal := w.review(w.inTurn("cold-rooms", call.Normal, 0))
	other := func(change func(*trainer.Attempt)) *trainer.Review {
		v := *normal
		change(&v.Attempt)
		return &v
	}
	older := &trainer.Review{Attempt: normal.Attempt, Summary: normal.Summary}
	card := normal.Card
	body, err := json.Marshal(card)
	w.must(err)
	w.must(json.Unmarshal(body, &older.Card))
	for _, c := range []struct {
		apart trainer.Apart
		v     *trainer.Review
	}{
		{trainer.ApartOlder, older},
		{trainer.ApartCase, w.review(w.inTurn("soup-without-lids", call.Normal, 0))},
		{trainer.ApartRewrite, other(func(a *trainer.Attempt) { a.ScenarioHash = "another"; a.Variant++ })},
		{trainer.ApartVersion, other(func(a *trainer.Attempt) { a.Variant++; a.Setting = "hard" })},
		{trainer.ApartSetting, other(func(a *trainer.Attempt) { a.Setting = "hard" })},
		{"", other(func(*trainer.Attempt) {})},
	} {
		for _, got := range []*trainer.Comparison{trainer.Compare(normal, c.v), trainer.Compare(c.v, normal)} {
			if got.Apart != c.apart || (len(got.Pairs) > 0) != (c.apart == "") || (len(got.Behaviours) > 0) != (c.apart != trainer.ApartOlder) {
				t.Errorf("%q: apart %q, %d pairs, %d behaviours", c.apart, got.Apart, len(got.Pairs), len(got.Behaviours))
			}
			if !got.Keys[rubric.Cool].Known() {
				t.Errorf("%q: the figures are not known", c.apart)
			}
		}
	}
}

// What one may compare with: scored, not itself, its own case first.
func TestComparable(t *testing.T) {
	w := newWorld(t)
	soup := w.inTurn("soup-without-lids", call.Normal, 0)
	first := w.inTurn("cold-rooms", call.Normal, 0)
	list := w.inTurn("just-the-list", call.Normal, 0)
	second := w.inTurn("cold-rooms", call.Hard, 1)
	w.must(w.begin(trainer.Practice).Leave())
	got, err := w.desk.Comparable(w.who, second.Attempt(), "")
	w.must(err)
	var ids []int64
	for _, s := range got {
		ids = append(ids, s.Attempt.ID)
	}
	if want := []int64{first.Attempt().ID, list.Attempt().ID, soup.Attempt().ID}; !slices.Equal(ids, want) {
		t.Errorf("%v are offered, want %v", ids, want)
	}
	if got, err = w.desk.Comparable(w.who, second.Attempt(), trainer.Assessed); err != nil || len(got) != 0 {
		t.Errorf("practice counts as assessed: %v %v", got, err)
	}
}
