package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// leftOut stands in a page for any number of lines.
const leftOut = "..."

// took is how long something took, which is never twice the same.
var took = regexp.MustCompile(`\d+\.\d\d s\b`)

func sameLine(a, b string) bool {
	return a == b || took.ReplaceAllString(a, "") == took.ReplaceAllString(b, "")
}

// agrees reports whether what a page shows is what is seen.
func agrees(shown, seen []string) bool {
	if len(shown) == 0 {
		return len(seen) == 0
	}
	if shown[0] == leftOut {
		for n := range len(seen) + 1 {
			if agrees(shown[1:], seen[n:]) {
				return true
			}
		}
		return false
	}
	return len(seen) > 0 && sameLine(shown[0], seen[0]) && agrees(shown[1:], seen[1:])
}

// figures are what may differ between a line and the same line later.
var figures = regexp.MustCompile(`\d+(\.\d+)?`)

func sameShape(a, b string) bool {
	return figures.ReplaceAllString(a, "0") == figures.ReplaceAllString(b, "0")
}

// renewed is what a page is to show of what is seen, leaving out what it left
// out. What stands before the first gap is as much of the beginning, what
// stands after the last as much of the end; what stands between is found by
// its first line, whatever its figures.
func renewed(shown, seen []string) ([]string, error) {
	var out []string
	pieces := pieces(shown)
	at := 0
	for i, before := range pieces {
		p, from := before, at
		switch {
		case len(pieces) == 1:
			p = seen
		case i == 0:
		case i == len(pieces)-1:
			from = len(seen) - len(p)
		default:
			n := slices.IndexFunc(seen[at:], func(l string) bool { return sameShape(l, p[0]) })
			if n < 0 {
				return nil, fmt.Errorf("nothing like %q is seen any more; write this block anew", p[0])
			}
			from = at + n
		}
		if from < at || from+len(p) > len(seen) {
			return nil, fmt.Errorf("less is seen than stands here; write this block anew")
		}
		if i > 0 {
			out = append(out, leftOut)
		}
		for j := range p {
			line := seen[from+j]
			if j < len(before) && sameLine(before[j], line) {
				line = before[j]
			}
			out = append(out, line)
		}
		at = from + len(p)
	}
	return out, nil
}

// pieces divides lines at the gaps.
func pieces(lines []string) [][]string {
	all := [][]string{nil}
	for _, l := range lines {
		if l == leftOut {
			all = append(all, nil)
			continue
		}
		all[len(all)-1] = append(all[len(all)-1], l)
	}
	return all
}

func TestSeen(t *testing.T) {
	seen := strings.Split("a 1|b 22 states|c|d, in 0.13 s.", "|")
	for _, tc := range []struct {
		shown   string
		agrees  bool
		renewed string
	}{
		{"a 1|b 22 states|c|d, in 4.00 s.", true, "a 1|b 22 states|c|d, in 4.00 s."},
		{"a 1|...", true, "a 1|..."},
		{"...", true, "..."},
		{"...|d, in 4.00 s.", true, "...|d, in 4.00 s."},
		{"a 1|...|c|...", true, "a 1|...|c|..."},
		{"a 1|b 22 states|...|c|d, in 4.00 s.", true, "a 1|b 22 states|...|c|d, in 4.00 s."},
		{"a 2|...|b 7 states|...", false, "a 1|...|b 22 states|..."},
		{"a 1|b 22 states|c", false, "a 1|b 22 states|c|d, in 0.13 s."},
		{"a 1|...|e|...", false, ""},
		{"a 1|c|c|...|c|d, in 0.13 s.", false, ""},
	} {
		shown := strings.Split(tc.shown, "|")
		if got := agrees(shown, seen); got != tc.agrees {
			t.Errorf("%s agrees: %v", tc.shown, got)
		}
		got, err := renewed(shown, seen)
		if (err != nil) != (tc.renewed == "") || strings.Join(got, "|") != tc.renewed {
			t.Errorf("%s is renewed as %s, %v", tc.shown, strings.Join(got, "|"), err)
		}
	}
}
