package solve_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/app/solve/proof"
)

// joint is the highest score, in whole points of 100, that one play without a
// critical fault reaches in all keys together, walking each to its end; -1
// where there is none.
func (p *plain) joint(s call.State, sum, best score.Points) int {
	if s.Stage.Over() {
		if s.Stage != call.Done {
			return -1
		}
		low := 1 << 30
		for k, b := range best {
			if b > 0 && 100*sum[k] < low*b {
				low = floor(100*sum[k], b)
			} else if b == 0 && sum[k] < 0 {
				return -1
			}
		}
		return low
	}
	most := -1
	for _, m := range p.c.Leading(s, nil) {
		if p.t.Critical(s, m) {
			continue
		}
		next, err := p.c.Step(s, m)
		if err != nil {
			panic(err)
		}
		most = max(most, p.joint(next, sum.Plus(p.t.Gain(s, m, next)), best))
	}
	return most
}

func floor(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

func TestJointReachEqualsPlainEnumeration(t *testing.T) {
	r, w := calltest.Scoring(t)
	reached, short := 0, 0
	for seed := range uint64(500) {
		rng := rand.New(rand.NewPCG(seed, 3))
		s, _ := script.Parse("random.call", []byte(randomCase(rng)))
		c, _ := call.Compile(s, r)
		if c == nil {
			continue
		}
		set := call.Settings[seed%3]
		report := proof.Prove(c, set, w, solve.DefaultBudget)
		if len(report.Findings) > 0 && report.Findings[0].Code == "no-ending" {
			continue // nothing else is judged
		}
		scale, err := solve.Denominators(c, set, solve.DefaultBudget)
		if err != nil {
			t.Fatal(err)
		}
		p := plain{t: score.NewTable(c, set), c: c}
		p.t.Keep = scale.Keep
		want := p.joint(c.Start(set), score.Points{}, scale.Best)
		got, spent := 90, false
		for _, f := range report.Findings {
			switch f.Code {
			case "no-ninety":
				_, after, _ := strings.Cut(f.Message, "all four can reach is ")
				if _, err := fmt.Sscanf(after, "%d", &got); err != nil {
					t.Fatal(f.Message)
				}
			case "no-patience-to-spare":
				spent = true
			}
		}
		if (report.Joint != nil || spent) != (got == 90) || got != min(90, max(0, want)) {
			t.Fatalf("seed %d: all keys together reach %d, by enumeration %d; findings %v", seed, got, want, report.Findings)
		}
		if got == 90 {
			reached++
		} else {
			short++
		}
	}
	if reached < 30 || short < 100 {
		t.Errorf("in only %d cases is 90 reached, and in %d not", reached, short)
	}
	t.Logf("90 reached in %d cases, not in %d", reached, short)
}
