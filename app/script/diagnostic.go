package script

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Diagnostic is one problem of a script file, for its author.
type Diagnostic struct {
	Code    string `json:"code"` // stable, as unknown-key
	File    string `json:"file"`
	Line    int    `json:"line"`
	Col     int    `json:"col"`
	Warning bool   `json:"warning,omitempty"` // the file can still be played
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`    // what was probably meant
	Missing string `json:"missing,omitempty"` // what is not there, as a script writes it: CALL kept, temper:
	Allowed string `json:"allowed,omitempty"` // what may stand here instead: yes, no; or 0 … 10
	Source  string `json:"source"`            // the line itself
}

// warnings are the codes of problems with which a file can still be played.
// Package call has warnings of its own.
var warnings = []string{NoID, FactWithoutConcern, VariantsAlike, FragmentUnused, PromiseNotSaid}

// String is the diagnostic as an author reads it: the place and the sentence,
// then the line with a caret under the place.
func (d Diagnostic) String() string {
	var b strings.Builder
	kind := "error"
	if d.Warning {
		kind = "warning"
	}
	fmt.Fprintf(&b, "%s:%d:%d: %s: %s", d.File, d.Line, d.Col, kind, d.Message)
	if d.Hint != "" {
		fmt.Fprintf(&b, " Did you mean %q?", d.Hint)
	}
	fmt.Fprintf(&b, " [%s]", d.Code)
	if d.Source != "" {
		shown, col := window(d.Source, d.Col)
		fmt.Fprintf(&b, "\n    %s\n    %s^", shown, blank(firstRunes(shown, col-1)))
	}
	return b.String()
}

// maxShown is how much of a line is shown, in characters.
const maxShown = 400

// window is what is shown of a line that is too long for any screen, with the
// column counted anew.
func window(line string, col int) (string, int) {
	all := []rune(line)
	if len(all) <= maxShown {
		return line, col
	}
	from := max(0, min(col-maxShown/2, len(all)-maxShown))
	shown := string(all[from : from+maxShown])
	if from+maxShown < len(all) {
		shown += "…"
	}
	if from > 0 {
		shown, col = "…"+shown, col-from+1
	}
	return shown, col
}

// blank is white space as wide as s in a terminal: tabs stay, signs that take
// two columns become two spaces, marks that stand on another letter none.
func blank(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\t':
			b.WriteByte('\t')
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case wide(r):
			b.WriteString("  ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// wide reports whether a terminal gives r two columns: the scripts of East
// Asia and most pictures.
func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) && (r < 0xFF61 || r > 0xFFDC) ||
		r >= 0x3001 && r <= 0x303E || r >= 0xFF01 && r <= 0xFF60 || r >= 0x1F300 && r <= 0x1FAFF
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s + strings.Repeat(" ", n)
}

// Errors reports whether any diagnostic is an error.
func Errors(ds []Diagnostic) bool {
	for _, d := range ds {
		if !d.Warning {
			return true
		}
	}
	return false
}

// Nearest returns the candidate most like the word as typed, or "" when none
// is near enough to be a slip of the hand.
func Nearest(word string, candidates []string) string {
	best, dist := "", utf8.RuneCountInString(word)/3+1
	for _, c := range candidates {
		if n := utf8.RuneCountInString(c) - utf8.RuneCountInString(word); n > dist || -n > dist {
			continue
		}
		if d := distance(strings.ToLower(word), c); d <= dist && (best == "" || d < dist) {
			best, dist = c, d
		}
	}
	return best
}

// distance is the number of letters to insert, delete, replace or swap with a
// neighbour (optimal string alignment).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	prev, cur := make([]int, len(y)+1), make([]int, len(y)+1)
	before := make([]int, len(y)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		cur[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				cur[j] = min(cur[j], before[j-2]+1)
			}
		}
		before, prev, cur = prev, cur, before
	}
	return prev[len(y)]
}

// Located fills in the file and the line itself in diagnostics that were made
// from a parsed scenario, which knows places only, and puts them in order.
func Located(ds []Diagnostic, file string, src []byte) []Diagnostic {
	text, refused := decode(file, src)
	if refused != nil {
		return ds
	}
	lines := rule(text)
	for i := range ds {
		ds[i].File = file
		if n := ds[i].Line; n >= 1 && n <= lines.lines() {
			ds[i].Source = lines.line(n - 1)
		}
	}
	sortByPlace(ds)
	return ds
}

func sortByPlace(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
}
