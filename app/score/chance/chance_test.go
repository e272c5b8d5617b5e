package chance_test

import (
	"reflect"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/score/chance"
)

func small(t *testing.T) (*call.Case, rubric.Weights) {
	t.Helper()
	_, w := calltest.Scoring(t)
	return calltest.File(t, "../../call/testdata/small.call"), w
}

// any scale will do: how the best is found is not what is tested here.
var scale = score.Scale{Best: score.Points{20, 20, 20, 20}, Keep: 8}

func plays(t *testing.T, set call.Setting, seed uint64, n int) (*call.Case, *chance.Tally) {
	t.Helper()
	c, w := small(t)
	got := chance.New(score.NewTable(c, set), w, scale, seed)
	for range n {
		if err := got.Play(); err != nil {
			t.Fatal(err)
		}
	}
	return c, got
}

func TestTheSeedDecides(t *testing.T) {
	_, a := plays(t, call.Normal, 5, 500)
	_, b := plays(t, call.Normal, 5, 500)
	_, other := plays(t, call.Normal, 6, 500)
	if !reflect.DeepEqual(a.Replies, b.Replies) || a.Overall != b.Overall {
		t.Error("the same seed gave other plays")
	}
	if reflect.DeepEqual(a.Replies, other.Replies) {
		t.Error("another seed gave the same plays")
	}
}

// What is counted fits together: each visit says one line, and who is at a
// beat of a call gives a reply there, reads back or was the last to be there.
func TestVisitsFitTogether(t *testing.T) {
	for _, set := range call.Settings {
		c, got := plays(t, set, 1, 3000)
		for i := range c.Beats {
			b := &c.Beats[i]
			lines, replies := 0, 0
			for j := b.LineFrom; j < b.LineTo; j++ {
				lines += got.Lines[j]
			}
			for j := b.From; j < b.To; j++ {
				replies += got.Replies[j]
			}
			if lines != got.Beats[i] || replies > got.Beats[i] {
				t.Errorf("%v: %s: visited %d times, %d lines said, %d replies given", set, b.Script.ID, got.Beats[i], lines, replies)
			}
			if !b.Ending && replies != got.Beats[i] {
				t.Errorf("%v: %s: visited %d times but left %d times", set, b.Script.ID, got.Beats[i], replies)
			}
		}
		if got.Beats[c.Calls[0].First] < got.Plays {
			t.Errorf("%v: the first beat was visited %d times in %d plays", set, got.Beats[c.Calls[0].First], got.Plays)
		}
		if n := got.Overall.Count(); n != 3000 {
			t.Errorf("%v: %d overall scores", set, n)
		}
	}
}

// The three ways in which a promise turns out are drawn equally often.
func TestFollowUpsAreDrawnEvenly(t *testing.T) {
	c, got := plays(t, call.Normal, 3, 6000)
	if got.Promised < 600 {
		t.Fatalf("only %d of 6000 plays promise", got.Promised)
	}
	for _, w := range []call.Word{call.Kept, call.Late, call.Missed} {
		n := got.Beats[c.Calls[c.SecondCall(w)].First]
		if 3*n < got.Promised*8/10 || 3*n > got.Promised*12/10 {
			t.Errorf("word %d: %d of %d", w, n, got.Promised)
		}
	}
}

func TestQuantiles(t *testing.T) {
	var s chance.Spread
	if s.Quantile(50) != 0 {
		t.Error("the median of nothing is not 0")
	}
	for v, n := range map[int]int{3: 1, 10: 4, 19: 3, 20: 1, 100: 1} {
		s[v] = n
	}
	for percent, want := range map[int]int{0: 3, 10: 3, 11: 10, 25: 10, 50: 10, 51: 19, 80: 19, 90: 20, 91: 100, 100: 100} {
		if got := s.Quantile(percent); got != want {
			t.Errorf("quantile %d: got %d, want %d", percent, got, want)
		}
	}
	if got, want := s.Tenths(), [11]int{0: 1, 1: 7, 2: 1, 10: 1}; got != want {
		t.Errorf("tenths %v, want %v", got, want)
	}
}
