package locale

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"keepcool/app/script"
)

func spoken(t *testing.T, tag string) map[string]phrase {
	t.Helper()
	all, err := load(files, tag)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestMalayHasWhatEnglishHas: the same keys, in files of the same names, with
// the same fields, and none left as it was in English by mistake.
func TestMalayHasWhatEnglishHas(t *testing.T) {
	en, ms := spoken(t, English), spoken(t, Malay)
	for key, p := range en {
		q, ok := ms[key]
		switch {
		case !ok:
			t.Errorf("%s is not in Malay", key)
		case !slices.Equal(fields(p.other), fields(q.other)):
			t.Errorf("%s has the fields %v, in Malay %v", key, fields(p.other), fields(q.other))
		case p.plural != q.plural:
			t.Errorf("%s is a plural in one of the languages only", key)
		case strings.TrimSpace(q.other) == "":
			t.Errorf("%s is empty in Malay", key)
		}
	}
	for key := range ms {
		if _, ok := en[key]; !ok {
			t.Errorf("%s is in Malay only", key)
		}
	}
	names := func(tag string) (all []string) {
		found, err := filepath.Glob(tag + "/*.json")
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range found {
			all = append(all, filepath.Base(f))
		}
		return all
	}
	if !slices.Equal(names(English), names(Malay)) {
		t.Errorf("the files are %v and %v", names(English), names(Malay))
	}
}

var field = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

func fields(s string) (all []string) {
	for _, m := range field.FindAllStringSubmatch(s, -1) {
		all = append(all, m[1])
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// TestSentencesOfTheDomain: the English of the catalogue is word for word what
// the domain itself says, so that the log and the window never differ; and
// every sentence of the domain has its key.
func TestSentencesOfTheDomain(t *testing.T) {
	en := spoken(t, English)
	said := map[string]bool{}
	for _, folder := range []string{"../../trainer", "../../store"} {
		for at, s := range sentences(t, folder) {
			key := "error." + s.key
			said[key] = true
			switch {
			case s.key == "":
				t.Errorf("%s: make it with trainer.Fail, so that the sentence %q can be told in each language", at, s.text)
			case en[key].other != s.text:
				t.Errorf("%s: the catalogue says %q under %q, the domain %q", at, en[key].other, key, s.text)
			}
		}
	}
	for key := range en {
		if strings.HasPrefix(key, "error.") && !said[key] {
			t.Errorf("nobody says %q any more", key)
		}
	}
	if len(said) < 30 {
		t.Errorf("only %d sentences were found; are the folders right?", len(said))
	}
}

type sentence struct{ key, text string }

// sentences finds every failure that is made in a folder, by its place.
func sentences(t *testing.T, folder string) map[string]sentence {
	t.Helper()
	all := map[string]sentence{}
	paths, err := filepath.Glob(folder + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := failure(n, path); ok {
				all[set.Position(n.Pos()).String()] = s
			}
			return true
		})
	}
	return all
}

// failure reads a call of Fail or notNow, or an Error written out with a Message.
func failure(n ast.Node, path string) (sentence, bool) {
	switch n := n.(type) {
	case *ast.CallExpr:
		at := map[string]int{"Fail": 2, "notNow": 0}
		name := ""
		switch f := n.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			name = f.Sel.Name
		}
		first, ok := at[name]
		if !ok || len(n.Args) < first+2 {
			return sentence{}, false
		}
		key, text := literal(n.Args[first]), literal(n.Args[first+1])
		return sentence{key, text}, text != ""
	case *ast.CompositeLit:
		switch of := n.Type.(type) {
		case *ast.Ident:
			if of.Name != "Error" {
				return sentence{}, false
			}
		case *ast.SelectorExpr:
			if of.Sel.Name != "Error" {
				return sentence{}, false
			}
		default:
			return sentence{}, false
		}
		for _, e := range n.Elts {
			if pair, ok := e.(*ast.KeyValueExpr); ok {
				if name, ok := pair.Key.(*ast.Ident); ok && name.Name == "Message" && filepath.Base(path) != "errors.go" {
					return sentence{"", literal(pair.Value)}, true
				}
			}
		}
	}
	return sentence{}, false
}

func literal(e ast.Expr) string {
	if lit, ok := e.(*ast.BasicLit); ok {
		text, _ := strconv.Unquote(lit.Value)
		return text
	}
	return ""
}

// TestTeachingsAndBehavioursAreThoseOfTheDomain holds them to the files of the
// scenarios: scenarios/methods.json and scenarios/rubric.json.
func TestTeachingsAndBehavioursAreThoseOfTheDomain(t *testing.T) {
	type row struct{ ID, Text string }
	var file struct{ Rows, Behaviours []row }
	for _, name := range []string{"methods.json", "rubric.json"} {
		src, err := os.ReadFile("../../../scenarios/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(src, &file); err != nil {
			t.Fatal(err)
		}
	}
	en, known := spoken(t, English), map[string]bool{"teaching.from.house": true}
	for prefix, rows := range map[string][]row{"teaching.": file.Rows, "shows.": file.Behaviours} {
		for _, row := range rows {
			key := prefix + row.ID
			known[key] = true
			if got := en[key].other; got != row.Text {
				t.Errorf("%s: the catalogue says %q, the scenarios %q", key, got, row.Text)
			}
		}
	}
	for _, b := range file.Behaviours {
		if _, named := en["behaviour."+b.ID]; !named {
			t.Errorf("the behaviour %s has no name", b.ID)
		}
	}
	for key := range en {
		if (strings.HasPrefix(key, "teaching.") || strings.HasPrefix(key, "shows.")) && !known[key] {
			t.Errorf("%s stands for nothing any more", key)
		}
	}
}

// TestProblemsAreThoseOfThePages: each code of a diagnostic has a sentence, which
// in English is the title of its page; and what to do about a whole file is what
// the shelf says of it.
func TestProblemsAreThoseOfThePages(t *testing.T) {
	en, known := spoken(t, English), map[string]bool{}
	for _, page := range script.Pages() {
		key := "problem." + page.Code
		known[key] = true
		if got := en[key].other; got != page.Title {
			t.Errorf("%s: the catalogue says %q, the page %q", key, got, page.Title)
		}
	}
	if len(known) < 60 {
		t.Errorf("only %d pages were found", len(known))
	}
	said := written(t, "../../trainer")
	for key, p := range en {
		switch of, does := strings.CutSuffix(key, ".do"); {
		case !strings.HasPrefix(key, "problem.") || known[key]:
		case !does || !known[of]:
			t.Errorf("%s stands for nothing any more", key)
		case !strings.Contains(said, p.other):
			t.Errorf("%s: the shelf does not say %q", key, p.other)
		}
	}
}

// written is every text that the sources of a folder write out, one a line.
func written(t *testing.T, folder string) string {
	t.Helper()
	paths, err := filepath.Glob(folder + "/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, path := range paths {
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok {
				all.WriteString(literal(lit) + "\n")
			}
			return true
		})
	}
	return all.String()
}

// TestInMalay is the only test that changes the language of this process; it
// changes it back.
func TestInMalay(t *testing.T) {
	Use(Malay)
	t.Cleanup(func() { Use(English) })
	when := time.Date(2027, 8, 27, 14, 5, 0, 0, time.UTC)
	for want, got := range map[string]string{
		"Ulasan":                      Text("debrief.title"),
		"1 minit":                     Count("span.minutes", 1),
		"3 minit lagi":                Relative(when.Add(3*time.Minute), when),
		"2 hari lalu":                 Relative(when.Add(-49*time.Hour), when),
		"27 Ogos 2027":                Date(when),
		"Jumaat, 27 Ogos 2027, 14:05": When(when, when.AddDate(-1, 0, 0)),
		"Esok, 14:05":                 When(when, when.AddDate(0, 0, -1)),
		"Jum 27 Ogo":                  DayShort(when, when.AddDate(0, 0, -9)),
		"Ahd":                         WeekdayShort(time.Sunday),
		"Pelanggan marah":             Kind("angry customer"),
		"Something of one's own":      Kind("something of one's own"),
		"[no.such]":                   Text("no.such"),
		"ms":                          Spoken(),
		"Petunjuk hanya untuk panggilan latihan.": Text("error.hint-practice"),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	Use("xx")
	if Spoken() != English || Text("debrief.title") != "Debrief" {
		t.Errorf("an unknown language speaks %s", Spoken())
	}
}

func TestTheLanguageOfASystem(t *testing.T) {
	for locale, want := range map[string]string{
		"ms_MY.UTF-8": Malay, "ms": Malay, "ms-BN": Malay, "MS_my": Malay,
		"en_GB.UTF-8": English, "C": English, "": English, "msx_XX": English, "de_DE@euro": English,
	} {
		if got := OfSystem(locale); got != want {
			t.Errorf("%q: got %s, want %s", locale, got, want)
		}
	}
}

func TestADisguiseCoversEverySentence(t *testing.T) {
	Disguise(func(s string) string { return "«" + s + "»" })
	t.Cleanup(func() { Use(English) })
	if got := Text("span.in", map[string]any{"Span": Count("span.days", 2)}); got != "«in «2 days»»" {
		t.Errorf("got %q", got)
	}
}
