package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// leastFirst keeps the order of the script among those visited equally often.
func leastFirst(v []visits) {
	slices.SortStableFunc(v, func(a, b visits) int { return cmp.Compare(a.Visits, b.Visits) })
}

// write tells of random plays: how they scored, then what they visited.
func (d *drawn) write(out io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s): %s random plays, seed %d\n  drawn: %s\n\n", d.Title, playedIn(d.Setting, d.Variant), thousands(d.Plays), d.Seed, d.Drawn)
	fmt.Fprintf(&b, "  passed %s, the caller hung up in %s, a follow-up was promised in %s\n\n", share(d.Passed, d.Plays), share(d.HungUp, d.Plays), share(d.Promised, d.Plays))
	d.writeScores(&b)
	d.writeVisits(&b, "beats", d.Beats)
	d.writeVisits(&b, "replies", d.Replies)
	d.writeVisits(&b, "lines of the caller", d.Lines)
	return printText(out, b.String())
}

const histogramWidth = 40

// writeScores prints the quantiles, each key with its histogram made small,
// then the histogram of the overall.
func (d *drawn) writeScores(b *strings.Builder) {
	fmt.Fprintf(b, "%-20s%5s%7s%8s%7s%6s%5s  0 to 100\n", "scores", "min", "1/4", "median", "3/4", "90%", "max")
	for _, s := range d.Scores {
		fmt.Fprintf(b, "  %-18s%5d%7d%8d%7d%6d%5d  %s\n", s.Words, s.Min, s.First, s.Median, s.Third, s.Ninth, s.Max, small(s.Tenths))
	}
	b.WriteString("\noverall\n")
	tenths := d.Scores[0].Tenths
	most := max(1, slices.Max(tenths[:]))
	for i, n := range tenths {
		name := fmt.Sprintf("%d to %d", 10*i, 10*i+9)
		if i == 10 {
			name = "100"
		}
		bar := strings.Repeat("#", (n*histogramWidth+most-1)/most)
		fmt.Fprintf(b, "  %-9s%s\n", name, strings.TrimRight(fmt.Sprintf("%6s  %s", percent(n, d.Plays), bar), " "))
	}
}

// small is a histogram of one line: the higher the fuller, a dot for none.
func small(tenths [11]int) string {
	const steps = "▁▂▃▄▅▆▇█"
	most := max(1, slices.Max(tenths[:]))
	var b strings.Builder
	for _, n := range tenths {
		if n == 0 {
			b.WriteRune('.')
			continue
		}
		b.WriteRune([]rune(steps)[(n*8+most-1)/most-1])
	}
	return b.String()
}

func (d *drawn) writeVisits(b *strings.Builder, what string, all []visits) {
	never := 0
	for never < len(all) && all[never].Visits == 0 {
		never++
	}
	wide := 0
	for _, v := range all {
		wide = max(wide, len(v.ID))
	}
	switch never {
	case 0:
		fmt.Fprintf(b, "\n%s: each of the %d visited, least first\n", what, len(all))
	default:
		fmt.Fprintf(b, "\n%s: %d of %d NEVER visited (callscript prove tells whether they can be)\n", what, never, len(all))
	}
	for i, v := range all {
		if i == never && never > 0 {
			fmt.Fprintf(b, "%s: the others, least first\n", what)
		}
		times := "never"
		if v.Visits > 0 {
			times = thousands(v.Visits)
		}
		fmt.Fprintf(b, "%s\n", strings.TrimRight(fmt.Sprintf("  %10s  %-*s  line %-5d %s", times, wide, v.ID, v.At, begin(v.Text, 48)), " "))
	}
}

// begin is the beginning of a text, in at most n characters.
func begin(text string, n int) string {
	r := []rune(text)
	if len(r) <= n {
		return text
	}
	return strings.TrimRight(string(r[:n-1]), " ,.;:") + "…"
}

func share(n, of int) string { return fmt.Sprintf("%s (%s)", thousands(n), percent(n, of)) }

// percent is a share, with a decimal where little is shared.
func percent(n, of int) string {
	switch p := 100 * float64(n) / float64(max(1, of)); {
	case n == 0:
		return "0%"
	case p < 0.1:
		return "<0.1%"
	case p < 10:
		return fmt.Sprintf("%.1f%%", p)
	default:
		return fmt.Sprintf("%.0f%%", p)
	}
}

// thousands writes a number with commas.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
