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
	build func(t testing.TB, size int) *call.Case
	found []measured
}

type measured struct {
	states  int
	seconds float64
}

func growth() []series {
	return []series{
		{name: "beats", sizes: []int{20, 30, 40, 50, 60}, build: func(t testing.TB, n int) *call.Case { return generated(t, n, 8, 16) }},
		{name: "concerns", sizes: []int{4, 5, 6, 7, 8}, build: func(t testing.TB, n int) *call.Case { return generated(t, 60, n, 16) }},
		{name: "patience", sizes: []int{12, 14, 16, 18, 20}, build: func(t testing.TB, n int) *call.Case { return generated(t, 60, 8, n) }},
	}
}

// BenchmarkGrowth measures a search by one worker, the best of three, against
// the beats, the concerns and the patience of the generated case; it starts
// from 60 beats, 8 concerns and patience 16. With -growth it draws what it
// finds, and writes the table of DESIGN.md.
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
			fmt.Printf("| %d | %d | %.3f | %.2f M |\n", n, m.states, m.seconds, float64(m.states)/m.seconds/1e6)
		}
	}
}

func measure(b *testing.B, s *series) {
	s.found = nil
	for _, n := range s.sizes {
		c := s.build(b, n)
		best := measured{seconds: math.Inf(1)}
		for range 3 {
			start := time.Now()
			states, err := solve.Bounds(c, call.Normal, solve.Limits{States: 40_000_000, Workers: 1})
			if err != nil {
				b.Fatal(err)
			}
			best = measured{states, min(best.seconds, time.Since(start).Seconds())}
		}
		s.found = append(s.found, best)
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
		x, yStates, yTime := across(i), height(float64(m.states)), height(1000*m.seconds)
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
