package script_test

import (
	"fmt"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/script"
	"keepcool/scenarios"
)

// TestExamples holds each page to its word: the bad example has this one
// problem and the good one none.
func TestExamples(t *testing.T) {
	r := shippedRubric(t)
	base := read(t, "testdata/pages.call")
	for _, p := range script.Pages() {
		t.Run(p.Code, func(t *testing.T) {
			made, described := madeBad[p.Code]
			if described == p.Bad.Script || p.Bad.Script != p.Good.Script {
				t.Fatal("an example is either lines of a script or described, and described ones are made by the test")
			}
			if described {
				if made != nil {
					onlyProblem(t, r, p.Code, made(base, r))
				}
				return
			}
			good := completed(t, p.Good.Text, base)
			if found := problems(r, good); len(found) > 0 {
				t.Errorf("the good example has problems: %v", found)
			}
			bad := completed(t, p.Bad.Text, base)
			d := onlyProblem(t, r, p.Code, bad)
			if !strings.Contains(p.Bad.Text, strings.TrimSpace(d.Source)) {
				t.Errorf("the line of the problem is not shown: %v", d)
			}
			if !strings.HasSuffix(p.Bad.Text, "…\n") {
				return // the end of the file is the mistake
			}
			onlyProblem(t, r, p.Code, strings.ReplaceAll(bad, "\n", "\r\n"))
		})
	}
}

func onlyProblem(t *testing.T, r *rubric.Rubric, code, src string) script.Diagnostic {
	t.Helper()
	found := problems(r, src)
	if code == script.TooManyProblems && len(found) > 1 {
		found = found[len(found)-1:]
	}
	if len(found) != 1 || found[0].Code != code {
		t.Fatalf("want the one problem %s, got %v", code, found)
	}
	return found[0]
}

// problems is what check says about a script.
func problems(r *rubric.Rubric, src string) []script.Diagnostic {
	s, found := script.Parse("x.call", []byte(src))
	if script.Errors(found) {
		return found
	}
	_, more := call.Compile(s, r)
	return script.Located(append(found, more...), "x.call", []byte(src))
}

// completed puts an example into the base script. A line "…" stands for the
// lines of the base between the lines around it, which must be lines of the
// base too; what an example shows between two "…" replaces what stands there.
func completed(t *testing.T, example, base string) string {
	t.Helper()
	shown, lines := strings.Split(strings.TrimSpace(example), "\n"), strings.Split(strings.TrimSpace(base), "\n")
	same := func(a, b string) bool { return strings.TrimSpace(a) == strings.TrimSpace(b) }
	var out []string
	at := 0 // the next line of the base
	find := func(line string) int {
		i := slices.IndexFunc(lines[at:], func(l string) bool { return same(l, line) })
		if i < 0 {
			t.Fatalf("next to … stands %q, which the base does not have below the line above", line)
		}
		return at + i
	}
	for i, line := range shown {
		switch {
		case !same(line, "…"):
			out = append(out, line)
			continue
		case i > 0:
			at = find(shown[i-1]) + 1
		}
		to := len(lines)
		if i+1 < len(shown) {
			to = find(shown[i+1])
		}
		out = append(out, lines[at:to]...)
		at = to
	}
	return strings.Join(out, "\n") + "\n"
}

// madeBad makes what a described bad example describes; nil where it takes
// more than one file or a folder, which those who report it test.
var madeBad = map[string]func(base string, r *rubric.Rubric) string{
	"id-taken":   nil,
	"unreadable": nil,
	"not-scored": nil,

	script.TranslationDiffers: nil,
	script.NotText: func(base string, _ *rubric.Rubric) string {
		return "\xff\xfe" + strings.Join(strings.Split(base, ""), "\x00")
	},
	script.TooBig: func(base string, _ *rubric.Rubric) string {
		return base + strings.Repeat("# frame\n", script.MaxFile/8)
	},
	script.TooLong: func(base string, _ *rubric.Rubric) string {
		return strings.Replace(base, "FILE\n", "FILE\n  note: "+strings.Repeat("0f", 1<<20)+"\n", 1)
	},
	script.TooMany: func(base string, _ *rubric.Rubric) string {
		names := make([]string, 65)
		for i := range names {
			names[i] = "b" + strconv.Itoa(i)
		}
		return strings.Replace(base, "> Two days", "wants: "+strings.Join(names, ", ")+"\n> Two days", 1)
	},
	script.FragmentDepth: func(base string, _ *rubric.Rubric) string { return nested(base, 9, 1) },
	script.FragmentSize:  func(base string, _ *rubric.Rubric) string { return nested(base, 8, 5) },
	script.TooManyProblems: func(string, *rubric.Rubric) string {
		return strings.Repeat("Dear Ms Osei,\n", 1001)
	},
	call.TooLarge: func(base string, _ *rubric.Rubric) string {
		var b strings.Builder
		for i := range 1 << 16 {
			b.WriteString("> And the next one.\n  id: r" + strconv.Itoa(i) + "\n  go: bye\n")
		}
		return strings.Replace(base, "\n== bye", b.String()+"\n== bye", 1)
	},
	call.TooManyOnCycles: func(base string, r *rubric.Rubric) string { return showing(base, r, 34) },
}

// nested leads through so many fragments within one another, each of which
// leads through the next in so many places.
func nested(base string, depth, places int) string {
	var b strings.Builder
	for i := range depth {
		fmt.Fprintf(&b, "FRAGMENT f%d\n", i)
		for j := range places {
			to, last := fmt.Sprintf("f%d\n  then: b%d-%d", i+1, i, j+1), j == places-1
			switch {
			case i == depth-1 && last:
				to = "return"
			case i == depth-1:
				to = fmt.Sprintf("b%d-%d", i, j+1)
			case last:
				to = fmt.Sprintf("f%d\n  then: return", i+1)
			}
			fmt.Fprintf(&b, "== b%d-%d\nCALLER: Yes.\n> And then?\n  id: then\n  go: %s\n", i, j, to)
		}
	}
	base = strings.Replace(base, "  settles: box\n  go: class", "  settles: box\n  go: f0\n  then: class", 1)
	return strings.Replace(base, "CALL kept", b.String()+"\nCALL kept", 1)
}

// TestFragmentsWithinBounds: what is just small enough has no problem.
func TestFragmentsWithinBounds(t *testing.T) {
	r := shippedRubric(t)
	base := read(t, "testdata/pages.call")
	for _, src := range []string{nested(base, 8, 1), nested(base, 5, 5)} {
		if found := problems(r, src); len(found) > 0 {
			t.Errorf("%v", found)
		}
	}
}

// showing has a beat that leads back to itself want n strengths, first those
// that the script wants anyhow.
func showing(base string, r *rubric.Rubric, n int) string {
	var names, others []string
	for _, b := range r.Behaviours {
		switch {
		case b.Strength() && strings.Contains(base, b.ID):
			names = append(names, b.ID)
		case b.Strength():
			others = append(others, b.ID)
		}
	}
	names = append(names, others[:n-len(names)]...)
	return strings.Replace(base, "\n== bye", "> [do all at once]\n  id: all\n  shows: "+strings.Join(names, ", ")+
		"\n  patience: -1\n  go: class\n\n== bye", 1)
}

// TestWhatCyclesHold holds the number that the page too-many-on-cycles names.
func TestWhatCyclesHold(t *testing.T) {
	r := shippedRubric(t)
	if found := problems(r, showing(read(t, "testdata/pages.call"), r, 33)); len(found) > 0 {
		t.Errorf("33 wanted behaviours are too many: %v", found)
	}
}

// TestTempersAreNamed: the page unknown-temper lists what may stand there.
func TestTempersAreNamed(t *testing.T) {
	p, _ := script.Explain(call.UnknownTemper)
	for _, temper := range shippedRubric(t).Tempers {
		if !strings.Contains(p.Why, temper.ID) {
			t.Errorf("the page does not name the temper %s", temper.ID)
		}
	}
}

// TestPageForm: a page is short, has all its parts and fits a terminal.
func TestPageForm(t *testing.T) {
	for _, p := range script.Pages() {
		if p.Why == "" || p.Bad.Text == "" || p.Good.Text == "" || p.Bad == p.Good {
			t.Errorf("%s lacks a part", p.Code)
		}
		if n := utf8.RuneCountInString(p.Title); !strings.HasSuffix(p.Title, ".") || n > 58 || strings.Count(p.Title, ".") != 1 {
			t.Errorf("%s: its title is not one short sentence", p.Code)
		}
		for line := range strings.Lines(p.String()) {
			if utf8.RuneCountInString(line) > 80+1 {
				t.Errorf("%s: too wide for a terminal: %q", p.Code, line)
			}
		}
		if lines := strings.Count(p.Why, "\n") + 1; lines > 4 {
			t.Errorf("%s says in %d lines why", p.Code, lines)
		}
		if strings.Contains(p.Why, "\n#") || strings.Contains(p.Why, "\n>") {
			t.Errorf("%s: a line of it begins with a mark of Markdown", p.Code)
		}
	}
}

// TestEveryCodeHasItsPage reads the source for the codes that can be reported.
func TestEveryCodeHasItsPage(t *testing.T) {
	codes := map[string]bool{}
	for _, file := range []string{"codes.go", "../call/codes.go"} {
		for _, code := range constants(t, file) {
			codes[code] = true
		}
	}
	for _, folder := range []string{".", "../call", "../trainer", "../../cmd/callscript"} {
		for _, code := range literals(t, folder) {
			codes[code] = true
		}
	}
	if len(codes) < 60 {
		t.Fatalf("only %d codes were found", len(codes))
	}
	for code := range codes {
		if _, ok := script.Explain(code); !ok {
			t.Errorf("pages/%s.md is missing", code)
		}
	}
	for _, p := range script.Pages() {
		if !codes[p.Code] {
			t.Errorf("pages/%s.md explains a code that nobody reports", p.Code)
		}
	}
	for code := range madeBad {
		if _, ok := script.Explain(code); !ok {
			t.Errorf("there is no page %s, but the test makes its example", code)
		}
	}
}

// constants are the values of the string constants of a file.
func constants(t *testing.T, file string) []string {
	t.Helper()
	var codes []string
	ast.Inspect(parsed(t, file), func(n ast.Node) bool {
		if v, ok := n.(*ast.ValueSpec); ok {
			codes = append(codes, text(v.Values[0]))
		}
		return true
	})
	return codes
}

// literals are the codes that a package writes out in a diagnostic, or hands
// to a function called problem.
func literals(t *testing.T, folder string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s cannot be read: %v", folder, err)
	}
	var codes []string
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		ast.Inspect(parsed(t, file), func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" && text(n.Value) != "" {
					codes = append(codes, text(n.Value))
				}
			case *ast.CallExpr:
				if f, ok := n.Fun.(*ast.SelectorExpr); ok && f.Sel.Name == "problem" && len(n.Args) > 1 && text(n.Args[1]) != "" {
					codes = append(codes, text(n.Args[1]))
				}
			}
			return true
		})
	}
	return codes
}

func parsed(t *testing.T, file string) *ast.File {
	t.Helper()
	f, err := goparser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// text is the value of a string literal, or "".
func text(e ast.Expr) string {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return ""
	}
	s, _ := strconv.Unquote(lit.Value)
	return s
}

func shippedRubric(t *testing.T) *rubric.Rubric {
	t.Helper()
	src, err := scenarios.FS.ReadFile("rubric.json")
	if err != nil {
		t.Fatal(err)
	}
	r, err := rubric.Parse(src)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func read(t *testing.T, file string) string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}
