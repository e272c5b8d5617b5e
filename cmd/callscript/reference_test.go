package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/score/plays"
	"keepcool/app/solve/proof"
)

// referenced are the sections of the page that tell of the places of a script.
var referenced = map[string]string{
	"inHeader":  "At the top",
	"inFile":    "FILE",
	"inCaller":  "CALLER name",
	"inConcern": "CONCERNS",
	"inPromise": "PROMISE",
	"inCall":    "CALL first, inside, kept, late, missed",
	"inBeat":    "== beat",
	"inLine":    "CALLER (tone): what is said",
	"inReply":   "> reply",
}

// sections are the texts of a page by the headings of the third level.
func sections(text string) map[string]string {
	all := map[string]string{}
	for _, s := range strings.Split(text, "\n### ")[1:] {
		title, body, _ := strings.Cut(s, "\n")
		all[title] = body
	}
	return all
}

// keyRow is the row of a key in a table; its name is bold where it must be given.
var keyRow = regexp.MustCompile("(?m)^\\| (\\*\\*)?`([a-z-]+):`")

// TestAuthorsReference holds the second half of the page to the language: it
// tells of every key in its place, and of none that is not there.
func TestAuthorsReference(t *testing.T) {
	told := sections(read(t, authorsPage))
	known := wordsByPlace(t, "places.go", "vocabulary")
	required := wordsByPlace(t, "places.go", "required")
	if len(known) != len(referenced) {
		t.Errorf("the language has %d places, the page tells of %d", len(known), len(referenced))
	}
	for place, words := range known {
		var rows []string
		for _, row := range keyRow.FindAllStringSubmatch(told[referenced[place]], -1) {
			rows = append(rows, row[2])
			if slices.Contains(required[place], row[2]) && row[1] == "" {
				t.Errorf("%s: %s must be given, and is not bold", referenced[place], row[2])
			}
		}
		if !slices.Equal(rows, words) {
			t.Errorf("%s tells of %v, the language has %v", referenced[place], rows, words)
		}
	}
	names(t, told["Conditions"], words(t, "condition.go", "termWords"))
	names(t, told["CALLER name"], words(t, "moods.go", "heats"))
	names(t, told["CALL first, inside, kept, late, missed"], words(t, "headings.go", "roles"))
}

// names reports which words a text lacks.
func names(t *testing.T, text string, all []string) {
	t.Helper()
	if len(all) == 0 {
		t.Error("there is nothing to name")
	}
	for _, word := range all {
		if !regexp.MustCompile(`\b` + word + `\b`).MatchString(text) {
			t.Errorf("%q is not named", word)
		}
	}
}

// TestAuthorsJudgement holds the page to what scenarios are judged by.
func TestAuthorsJudgement(t *testing.T) {
	told := sections(read(t, authorsPage))
	by, err := shippedScoring()
	if err != nil {
		t.Fatal(err)
	}
	lacks := func(section, line string) {
		if !strings.Contains(told[section], line) {
			t.Errorf("%s lacks\n%s", section, line)
		}
	}
	for _, k := range append(rubric.Keys[:], rubric.Gate) {
		lacks("The behaviours", behaviourRow(by.rubric, k))
	}
	for _, temper := range by.rubric.Tempers {
		lacks("The behaviours", "\n| "+temper.ID+" | ")
	}
	group := proof.Group(0)
	for _, p := range proof.Properties {
		name, warning := "", ""
		if p.Group != group {
			name, group = "**"+p.Group.String()+"**", p.Group
		}
		if p.Warning {
			warning = " (a warning)"
		}
		lacks("What is proved", fmt.Sprintf("\n| %s | %s | `%s`%s |\n", name, p.Holds, p.Code, warning))
	}
	for _, kind := range []string{"best", "decent", "rescue", "beginner", "worst"} {
		band, _ := plays.BandOf(kind)
		if !regexp.MustCompile("\\| `" + kind + "` \\| .* \\| " + band.String() + " \\|").MatchString(told["Plays beside a scenario"]) {
			t.Errorf("a %s play scores %v", kind, band)
		}
	}
	lacks("How points come about", fmt.Sprintf("A pass is %d overall and %d in each key", by.weights.PassOverall, by.weights.PassKey))
	lacks("How points come about", fmt.Sprintf("%d for a hold, %d for a breath, and %d for reading back", by.rubric.HoldPatience, by.rubric.BreathePatience, by.rubric.ReadBackPatience))
	for _, c := range subcommands() {
		lacks("All that the tool does", "\n- `callscript "+c.usage+"` ")
	}
}

// behaviourRow is the row of a key in the table of behaviours.
func behaviourRow(r *rubric.Rubric, k rubric.Key) string {
	var lists [2][]string
	for _, b := range r.Behaviours {
		if b.Key != k {
			continue
		}
		name, at := b.ID, 0
		if b.Critical {
			name += `\*`
		}
		if b.Critical || b.Fault() {
			at = 1
		}
		lists[at] = append(lists[at], name)
	}
	slices.Sort(lists[0])
	slices.Sort(lists[1])
	name := "none"
	if k != rubric.Gate {
		name = score.KeyWords(k)
	}
	row := "| " + name + " | " + strings.Join(lists[0], ", ") + " | " + strings.Join(lists[1], ", ") + " |"
	return strings.ReplaceAll(row, "|  |", "| |")
}

// wordsByPlace reads a table of words by place from the sources of the parser,
// which tells nobody else what its words are.
func wordsByPlace(t *testing.T, file, table string) map[string][]string {
	t.Helper()
	all := map[string][]string{}
	for _, e := range literal(t, file, table).Elts {
		pair := e.(*ast.KeyValueExpr)
		all[pair.Key.(*ast.Ident).Name] = texts(t, pair.Value.(*ast.CompositeLit))
	}
	return all
}

// words reads a list of words from the sources of the parser.
func words(t *testing.T, file, list string) []string {
	t.Helper()
	return texts(t, literal(t, file, list))
}

// literal is the value of a variable of app/script.
func literal(t *testing.T, file, name string) *ast.CompositeLit {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), "../../app/script/"+file, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var found *ast.CompositeLit
	ast.Inspect(tree, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && spec.Names[0].Name == name {
			found, _ = spec.Values[0].(*ast.CompositeLit)
		}
		return true
	})
	if found == nil {
		t.Fatalf("%s has no %s", file, name)
	}
	return found
}

// texts are the strings of a list, written as such or as string(First).
func texts(t *testing.T, list *ast.CompositeLit) []string {
	t.Helper()
	var all []string
	for _, e := range list.Elts {
		switch e := e.(type) {
		case *ast.BasicLit:
			text, err := strconv.Unquote(e.Value)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, text)
		case *ast.CallExpr:
			all = append(all, strings.ToLower(e.Args[0].(*ast.Ident).Name))
		}
	}
	return all
}
