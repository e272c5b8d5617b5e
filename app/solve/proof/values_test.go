package proof

import (
	"io/fs"
	"testing"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/scenarios"
)

// eachShipped hands over every shipped case.
func eachShipped(t testing.TB, do func(name string, c *call.Case, w rubric.Weights)) {
	t.Helper()
	file := func(name string) []byte {
		src, err := scenarios.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return src
	}
	r, err := rubric.Parse(file("rubric.json"))
	if err != nil {
		t.Fatal(err)
	}
	w, err := rubric.ParseWeights(file("weights.json"))
	if err != nil {
		t.Fatal(err)
	}
	names, _ := fs.Glob(scenarios.FS, "*.call")
	for _, name := range names {
		s, _ := script.Parse(name, file(name))
		c, problems := call.Compile(s, r)
		if c == nil {
			t.Fatal(problems)
		}
		do(name, c, w)
	}
}

// At every node of every shipped case the most of each key is what the engine
// finds, and the best overall is that of its best line.
func TestValuesEqualTheEngines(t *testing.T) {
	eachShipped(t, func(name string, c *call.Case, w rubric.Weights) {
		for _, set := range call.Settings {
			x, err := solve.Solve(c, set, w, solve.DefaultBudget)
			if err != nil {
				t.Fatal(err)
			}
			p := &prover{Report: &Report{}, c: c, set: set, weights: w, scale: x.Scale, units: newUnits(w, x.Scale.Best), table: score.NewTable(c, set)}
			p.table.Keep = x.Scale.Keep
			p.graph = explore(c, set, forward(c), solve.DefaultBudget)
			if got, want := len(p.graph.order()), len(p.graph.nodes); got != want {
				t.Fatalf("%s, %v: %d of %d nodes are in order", name, set, got, want)
			}
			p.evaluate()
			for n := range p.graph.nodes {
				best, err := x.Best(p.graph.nodes[n].state)
				if err != nil {
					t.Fatal(err)
				}
				for k := range best {
					if int(p.most[n][k]) != best[k] {
						t.Fatalf("%s, %v, after %v: the most of %v is %d, by the engine %d", name, set, p.graph.path(uint32(n)), rubric.Key(k), p.most[n][k], best[k])
					}
				}
			}
			if got, want := p.worth[0], lineWorth(t, p, x); got != want {
				t.Errorf("%s, %v: the best overall is %d, by the engine's line %d", name, set, got, want)
			}
		}
	})
}

func lineWorth(t *testing.T, p *prover, x *solve.Solution) int64 {
	t.Helper()
	s := p.c.Start(p.set)
	line, err := x.BestLine(s)
	if err != nil {
		t.Fatal(err)
	}
	var worth int64
	for _, m := range line {
		next, err := p.c.Step(s, m)
		if err != nil {
			t.Fatal(err)
		}
		worth += p.units.of(p.table.Gain(s, m, next))
		s = next
	}
	return worth
}

func BenchmarkProve(b *testing.B) {
	eachShipped(b, func(name string, c *call.Case, w rubric.Weights) {
		b.Run(name, func(b *testing.B) {
			states := 0
			for b.Loop() {
				states = 0
				Read(c)
				for _, set := range call.Settings {
					states += Prove(c, set, w, solve.DefaultBudget).States
				}
			}
			b.ReportMetric(float64(states), "states")
		})
	})
}
