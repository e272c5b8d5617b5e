package solve

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/rubric"
)

// shippedCase is a shipped case with the weights it is scored by.
func shippedCase(t testing.TB, name string) (*call.Case, rubric.Weights) {
	t.Helper()
	_, w := calltest.Scoring(t)
	return calltest.Compile(t, name, calltest.Shipped(t, name)), w
}

// What is drawn is as near to what is counted as it says, at every result; one
// in twenty may be further off, and the same calls are drawn each time.
func TestDrawnStandingsAreAsNearAsTheySay(t *testing.T) {
	c, w := shippedCase(t, "soup-without-lids.call")
	x, err := Solve(c, call.Normal, w, DefaultBudget)
	if err != nil {
		t.Fatal(err)
	}
	exact, err := x.findSpread(mostResults)
	if err != nil {
		t.Fatal(err)
	}
	x.limits.Workers = 1
	drawn, err := x.findSpread(0)
	if err != nil {
		t.Fatal(err)
	}
	if exact.drawn != 0 || drawn.drawn != draws || exact.calls.Cmp(drawn.calls) != 0 {
		t.Fatalf("of %v calls %d were drawn, of %v %d", exact.calls, exact.drawn, drawn.calls, drawn.drawn)
	}
	off := 0
	for _, result := range exact.results {
		a, b := exact.standing(result), drawn.standing(result)
		if a.Error != 0 || b.Error <= 0 || b.Error > 0.004 {
			t.Fatalf("the errors are %v and %v", a.Error, b.Error)
		}
		if d := a.Below - b.Below; d > b.Error || -d > b.Error {
			off++
		}
	}
	// One in twenty may be, on average over many drawings; in one drawing they
	// are off together, since the same calls stand behind all of them.
	if 10*off > len(exact.results) {
		t.Errorf("%d of %d standings are further off than they say", off, len(exact.results))
	}
	x.limits.Workers = 3
	again, err := x.findSpread(0)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range drawn.results {
		if again.results[i] != r || again.upTo[i] != drawn.upTo[i] {
			t.Fatal("other calls are drawn with other workers")
		}
	}
}

// Numbers of several words are those of math/big.
func TestNumbersOfManyWords(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 1))
	for width := 1; width <= 4; width *= 2 {
		for range 1000 {
			w := newNumbers(3, width)
			for i := range w.words {
				w.words[i] = dice.Uint64() >> dice.IntN(64)
			}
			a, b := w.big(0), w.big(1)
			if less(w.at(0), w.at(1)) != (a.Cmp(b) < 0) {
				t.Fatalf("%v less than %v: %v", a, b, less(w.at(0), w.at(1)))
			}
			whole := new(big.Int).Lsh(big.NewInt(1), uint(64*width))
			sum := new(big.Int).Add(a, b)
			if fits := add(w.at(0), w.at(1)); fits != (sum.Cmp(whole) < 0) || w.big(0).Cmp(sum.Mod(sum, whole)) != 0 {
				t.Fatalf("%v and %v add to %v, %v", a, b, w.big(0), fits)
			}
			sub(w.at(0), w.at(1))
			if w.big(0).Cmp(a) != 0 {
				t.Fatalf("less %v again it is %v, not %v", b, w.big(0), a)
			}
			w.at(1)[0] |= 1
			if w.below(w.at(2), w.at(1), dice); !less(w.at(2), w.at(1)) {
				t.Fatalf("%v was drawn below %v", w.big(2), w.big(1))
			}
		}
	}
}
