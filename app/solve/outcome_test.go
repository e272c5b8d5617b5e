package solve_test

import (
	"math/rand/v2"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
)

func TestOutcomeEqualsPlainEnumeration(t *testing.T) {
	r, w := calltest.Scoring(t)
	paid := 0
	for seed := range uint64(200) {
		s, _ := script.Parse("random.call", []byte(randomCase(rand.New(rand.NewPCG(seed, 5)))))
		c, _ := call.Compile(s, r)
		if c == nil {
			continue
		}
		set := call.Settings[seed%3]
		x, err := solve.Solve(c, set, w, solve.DefaultBudget)
		if err != nil {
			t.Fatal(err)
		}
		got, err := x.Outcome()
		if err != nil {
			t.Fatal(err)
		}
		p := plain{t: score.NewTable(c, set).Results(), c: c}
		if want := p.bounds(c.Start(set)); got != want {
			t.Errorf("seed %d: %v, plainly %v", seed, got, want)
		}
		for _, n := range got {
			if n > 0 {
				paid++
			}
		}
	}
	if paid < 200 {
		t.Errorf("only %d keys have an outcome", paid)
	}
}
