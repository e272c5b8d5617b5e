package solve_test

import (
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/scenarios"
)

// BenchmarkShipped finds the denominators and the best line of every shipped
// scenario in every setting.
func BenchmarkShipped(b *testing.B) {
	r, w := calltest.Scoring(b)
	entries, err := scenarios.FS.ReadDir(".")
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), ".call")
		if !ok {
			continue
		}
		s, _ := script.Parse(e.Name(), calltest.Shipped(b, e.Name()))
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

// BenchmarkWorkers searches the largest case the engine is built for, sixty
// beats, eight concerns and all moods read to the end, on one core and on two
// in turn, and tells how many times as fast two are. Only the best
// turn of each counts, for whatever else the machine does slows the others.
func BenchmarkWorkers(b *testing.B) {
	c := generated(b, 60, 8, 16)
	var best [3]float64 // states a second, by workers
	for b.Loop() {
		for range 10 {
			for workers := 1; workers <= 2; workers++ {
				before := runtime.GOMAXPROCS(workers) // the collector's work counts too
				start := time.Now()
				states, err := solve.Bounds(c, call.Normal, solve.Limits{States: 40_000_000, Workers: workers})
				if err != nil {
					b.Fatal(err)
				}
				best[workers] = max(best[workers], float64(states)/time.Since(start).Seconds())
				runtime.GOMAXPROCS(before)
			}
		}
	}
	b.ReportMetric(best[1], "states/s-of-1")
	b.ReportMetric(best[2], "states/s-of-2")
	b.ReportMetric(best[2]/best[1], "ratio")
}

// BenchmarkGenerated finds the denominators and all best lines of that case
// with patience 20, and with 24 what the budget leaves of it.
func BenchmarkGenerated(b *testing.B) {
	for _, patience := range []int{16, 20, 24} {
		c := generated(b, 60, 8, patience)
		_, w := calltest.Scoring(b)
		b.Run(strconv.Itoa(patience), func(b *testing.B) {
			states := 0
			for b.Loop() {
				x, err := solve.Solve(c, call.Normal, w, largeBudget)
				switch {
				case err == nil:
					states = x.States()
				case patience < 24 || err != solve.ErrBudget:
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(states), "states") // 0: not finished
			b.ReportMetric(float64(fromSystem())/1e6, "MB-so-far")
		})
		runtime.GC()
	}
}

// largeBudget keeps a search within 1.5 GB.
const largeBudget = 24_000_000

// fromSystem is the memory the program holds from the system, in bytes.
func fromSystem() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.Sys - m.HeapReleased
}

// BenchmarkStanding tells the standing of the best line of a shipped scenario,
// counted exactly, and of the generated case, drawn.
func BenchmarkStanding(b *testing.B) {
	r, w := calltest.Scoring(b)
	s, _ := script.Parse("cold-rooms.call", calltest.Shipped(b, "cold-rooms.call"))
	c, _ := call.Compile(s, r)
	for _, tc := range []struct {
		name string
		c    *call.Case
	}{{"cold-rooms", c}, {"generated", generated(b, 60, 8, 16)}} {
		b.Run(tc.name, func(b *testing.B) {
			var got solve.Standing
			for b.Loop() {
				x, err := solve.Solve(tc.c, call.Normal, w, solve.DefaultBudget)
				if err != nil {
					b.Fatal(err)
				}
				line, err := x.BestLine(tc.c.Start(call.Normal))
				if err != nil {
					b.Fatal(err)
				}
				if got, err = x.Standing(line); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(100*got.Below, "%below")
			b.ReportMetric(float64(got.Drawn), "drawn")
		})
	}
}
