package solve_test

import (
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/scenarios"
)

// BenchmarkShipped finds the denominators and the best line of every shipped
// scenario in every setting.
func BenchmarkShipped(b *testing.B) {
	r, w := scoring(b)
	entries, err := scenarios.FS.ReadDir(".")
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".call")
		if !ok {
			continue
		}
		s, _ := script.Parse(e.Name(), shipped(b, e.Name()))
		c, _ := call.Compile(s, r)
		b.Run(name, func(b *testing.B) {
			states := 0
			for b.Loop() {
				for _, set := range call.Settings {
					x, err := solve.Solve(c, set, w, solve.DefaultBudget)
					if err != nil {
						b.Fatal(err)
					}
					if _, err := x.BestLine(c.Start(set)); err != nil {
						b.Fatal(err)
					}
					states += x.States()
				}
			}
			b.ReportMetric(float64(states)/b.Elapsed().Seconds(), "states/s")
		})
	}
}

// BenchmarkGenerated finds the denominators of the largest case the engine is
// built for: sixty beats, eight concerns, all moods read to the end.
func BenchmarkGenerated(b *testing.B) {
	for _, patience := range []int{12, 16, 20} {
		c := generated(b, 60, 8, patience)
		b.Run(string(rune('0'+patience/10))+string(rune('0'+patience%10)), func(b *testing.B) {
			for b.Loop() {
				if _, err := solve.Denominators(c, call.Normal, 60_000_000); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
