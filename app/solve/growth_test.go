package solve_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
	"time"

	"keepcool/app/call"
	"keepcool/app/solve"
)

var growthFile = flag.String("growth", "", "where BenchmarkGrowth draws its plot")

// A series is how a search grows with one measure of a case, the others kept.
type series struct {
	name  string
	sizes []int
	build func(t testing.TB, seed uint64, size int) *call.Case
	seeds []uint64 // of the cases of each size
	found []measured
}

// measured is the geometric mean over the cases of a size.
type measured struct{ states, seconds float64 }

func growth() []series {
	seeds := []uint64{1, 2, 3, 4, 5, 6, 7}
	return []series{
		{name: "beats", sizes: []int{20, 30, 40, 50, 60}, seeds: seeds, build: func(t testing.TB, seed uint64, n int) *call.Case {
			return generatedFrom(t, seed, n, 8, 14)
		}},
		{name: "concerns", sizes: []int{2, 4, 6, 8, 10}, seeds: seeds, build: func(t testing.TB, seed uint64, n int) *call.Case {
			return generatedFrom(t, seed, 60, n, 14)
		}},
		{name: "patience", sizes: []int{12, 14, 16, 18, 20}, seeds: []uint64{7}, build: func(t testing.TB, seed uint64, n int) *call.Case {
			return generatedFrom(t, seed, 60, 8, n)
		}},
	}
}

// BenchmarkGrowth measures searches by one worker, the best of three, of
// generated cases with more and more beats, concerns or patience. What kind of
// case the dice make matters as much as its size, so of beats and concerns the
// mean of seven is told, with patience 14. With -growth it draws what it finds
// and prints the tables of DESIGN.md.
func BenchmarkGrowth(b *testing.B) {
	all := growth()
	for b.Loop() {
		for i := range all {
			measure(b, &all[i])
		}
	}
	if *growthFile == "" {
		return
	}
	if err := os.WriteFile(*growthFile, []byte(plot(all)), 0o644); err != nil {
		b.Fatal(err)
	}
	for _, s := range all {
		fmt.Printf("\n| %s | states | seconds | states/s |\n|---:|---:|---:|---:|\n", s.name)
		for i, n := range s.sizes {
			m := s.found[i]
			fmt.Printf("| %d | %.0f | %.3f | %.1f M |\n", n, m.states, m.seconds, m.states/m.seconds/1e6)
		}
	}
}

func measure(b *testing.B, s *series) {
	s.found = nil
	for _, n := range s.sizes {
		states, seconds := 0.0, 0.0 // logarithms
		for _, seed := range s.seeds {
			c := s.build(b, seed, n)
			best, size := math.Inf(1), 0
			for range 3 {
				start := time.Now()
				var err error
				if size, err = solve.Bounds(c, call.Normal, solve.Limits{States: 40_000_000, Workers: 1}); err != nil {
					b.Fatal(err)
				}
				best = min(best, time.Since(start).Seconds())
			}
			states, seconds = states+math.Log(float64(size)), seconds+math.Log(best)
		}
		cases := float64(len(s.seeds))
		s.found = append(s.found, measured{math.Exp(states / cases), math.Exp(seconds / cases)})
	}
}

// The plot: one panel for each series, states and milliseconds on one
// logarithmic axis.
const (
	panelWide, panelHigh = 250, 220
	marginLeft, marginUp = 60, 50
	decades              = 8 // 1 to 100 million
)

func plot(all []series) string {
	var b strings.Builder
	wide := marginLeft + len(all)*(panelWide+20)
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12" fill="#333">`+"\n", wide, marginUp+panelHigh+50)
	fmt.Fprintf(&b, `<rect width="100%%" height="100%%" fill="#fff"/>`+"\n")
	fmt.Fprintf(&b, `<text x="%d" y="20">How a search grows: <tspan fill="#0b6e6e">● states</tspan>, <tspan fill="#c2512f">■ milliseconds of one worker</tspan></text>`+"\n", marginLeft)
	for i, s := range all {
		panel(&b, s, marginLeft+i*(panelWide+20), i == 0)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func panel(b *strings.Builder, s series, left int, labels bool) {
	for d := 0; d <= decades; d++ {
		y := height(math.Pow(10, float64(d)))
		fmt.Fprintf(b, `<path d="M%d %.1fh%d" stroke="#ddd"/>`+"\n", left, y, panelWide)
		if labels {
			fmt.Fprintf(b, `<text x="%d" y="%.1f" text-anchor="end">10<tspan dy="-5" font-size="9">%d</tspan></text>`+"\n", left-8, y+4, d)
		}
	}
	across := func(i int) float64 { return float64(left) + panelWide*(float64(i)+0.5)/float64(len(s.sizes)) }
	for i, n := range s.sizes {
		fmt.Fprintf(b, `<text x="%.1f" y="%d" text-anchor="middle">%d</text>`+"\n", across(i), marginUp+panelHigh+18, n)
	}
	fmt.Fprintf(b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`+"\n", left+panelWide/2, marginUp+panelHigh+38, s.name)
	var states, times strings.Builder
	for i, m := range s.found {
		x, yStates, yTime := across(i), height(m.states), height(1000*m.seconds)
		fmt.Fprintf(&states, "%.1f,%.1f ", x, yStates)
		fmt.Fprintf(&times, "%.1f,%.1f ", x, yTime)
		fmt.Fprintf(b, `<circle cx="%.1f" cy="%.1f" r="4" fill="#0b6e6e"/><rect x="%.1f" y="%.1f" width="7" height="7" fill="#c2512f"/>`+"\n", x, yStates, x-3.5, yTime-3.5)
	}
	fmt.Fprintf(b, `<polyline points="%s" fill="none" stroke="#0b6e6e"/><polyline points="%s" fill="none" stroke="#c2512f"/>`+"\n", strings.TrimSpace(states.String()), strings.TrimSpace(times.String()))
}

// height is where a figure stands on the axis.
func height(v float64) float64 {
	return marginUp + panelHigh*(1-math.Log10(max(1, v))/decades)
}
