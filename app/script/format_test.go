package script

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

// scripts are all that the project ships or tests with, by file name.
func scripts(tb testing.TB) map[string][]byte {
	tb.Helper()
	found := map[string][]byte{}
	for _, pattern := range []string{"testdata/*.call", "../../scenarios/*.call", "../solve/proof/testdata/*.call", "../solve/proof/testdata/broken/*.call"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			tb.Fatalf("%s: no scripts: %v", pattern, err)
		}
		for _, file := range files {
			src, err := os.ReadFile(file)
			if err != nil {
				tb.Fatal(err)
			}
			found[file] = src
		}
	}
	return found
}

// formats fails when Format breaks what it promises of any text, and returns
// the canonical form, nil where there is none.
func formats(t *testing.T, src []byte) []byte {
	t.Helper()
	s, found := Parse("x.call", src)
	out, said := Format("x.call", src)
	if (out == nil) != Errors(found) || len(said) != len(found) {
		t.Fatalf("Parse finds %v, Format says %v", found, said)
	}
	if out == nil {
		return nil
	}
	again, found := Parse("x.call", out)
	if Errors(found) {
		t.Fatalf("the canonical form has errors: %v\n%s", found, out)
	}
	if s.Hash() != again.Hash() || !reflect.DeepEqual(withoutPlaces(s), withoutPlaces(again)) {
		t.Fatalf("the canonical form means something else:\n%s", out)
	}
	if twice, _ := Format("x.call", out); !bytes.Equal(twice, out) {
		t.Fatalf("formatted twice:\n%s\nformatted once:\n%s", twice, out)
	}
	if was, is := commentsOf(src), commentsOf(out); was != is {
		t.Fatalf("the comments were\n%s\nand are\n%s", was, is)
	}
	return out
}

// withoutPlaces sets every position in a scenario to zero.
func withoutPlaces(s *Scenario) *Scenario {
	var clear func(v reflect.Value)
	clear = func(v reflect.Value) {
		switch {
		case v.Type() == reflect.TypeFor[Pos]():
			v.SetZero()
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					clear(v.Field(i))
				}
			}
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				clear(v.Index(i))
			}
		case v.Kind() == reflect.Pointer && !v.IsNil():
			clear(v.Elem())
		}
	}
	clear(reflect.ValueOf(s).Elem())
	return s
}

// commentsOf is the comment lines of a script, in the order of the alphabet:
// a comment moves with what it stands above.
func commentsOf(src []byte) string {
	text, _ := decode("", src)
	var all []string
	for _, l := range rule(text).all() {
		if l = strings.TrimSpace(l); strings.HasPrefix(l, "#") {
			all = append(all, l)
		}
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

func TestFormatKeepsTheMeaning(t *testing.T) {
	for name, src := range scripts(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			if formats(t, src) == nil {
				t.Error("the script has errors")
			}
		})
	}
}

// TestOneCanonicalForm writes a canonical script in ways that mean the same.
func TestOneCanonicalForm(t *testing.T) {
	canonical := string(formats(t, []byte(whole(t)+fragmentPart)))
	for name, edits := range map[string][]string{
		"Windows line ends":         {"\n", "\r\n"},
		"old line ends":             {"\n", "\r"},
		"tabs":                      {"\n  ", "\n\t\t\t", "moods: heat", "moods:\t heat"},
		"no blank lines":            {"\n\n", "\n"},
		"many blank lines":          {"\n\n", "\n\n \n\t\n"},
		"blanks at the ends":        {"\n", " \t\n"},
		"indentation":               {"\n  ", "\n", "\n==", "\n    =="},
		"a mark at the start":       {"version", "\ufeffversion"},
		"smart dashes in numbers":   {"heat -1", "heat −1", "patience: -2", "patience: –2"},
		"other numbers":             {"heat -1", "heat -01", "difficulty: 2", "difficulty: +2"},
		"marks around evidence":     {`want light "orange, orange, orange"`, "want light “orange, orange, orange”", `open-question "What were you hoping"`, "open-question  «What were you hoping»"},
		"blanks in lists":           {"heat 3, trust 6", "heat 3 ,trust   6", "reads: settled light, found", "reads: settled  light ,found", " and not given", "   and  not given"},
		"order of keys":             {"  id: hoping\n  shows:", "  go: bye\n  shows:", "  promises: yes\n  go: bye\n", "  promises: yes\n  id: hoping\n"},
		"order of moods":            {"trust 3, confusion 8, patience 14", "patience 14, confusion 8, trust 3"},
		"keys of a beat below":      {"gathering: yes\nCALLER (loud, fast)", "CALLER (loud, fast)", "\n\n> Four", "\ngathering: yes\n\n> Four"},
		"a key of the header below": {"version: 1\n", "", "summary: One sentence.\n", "summary: One sentence.\nversion: 1\n"},
		"the promise at the end":    {"PROMISE\n  what: Ring back.\n  soonest: 2 hours\n  latest: 2 days\n", "", "  go: return\n", "  go: return\nPROMISE\n  what: Ring back.\n  soonest: 2 hours\n  latest: 2 days\n"},
		"a fragment between calls":  {fragmentPart, "", "CALL kept", fragmentPart + "CALL kept"},
		"a list of one unit":        {"2 hours", "2 hour"},
		"a tone in no words":        {"CALLER: Bye.", "CALLER  ( ) : Bye."},
		"a blank before the colon":  {"title:", "title :", "stated light:", "stated  light :"},
	} {
		src := canonical
		if name == "a fragment between calls" {
			edits[0] = canonical[strings.Index(canonical, "FRAGMENT"):]
			edits[3] = edits[0] + "\nCALL kept"
		}
		for i := 0; i < len(edits); i += 2 {
			if !strings.Contains(src, edits[i]) {
				t.Fatalf("%s: there is no %q", name, edits[i])
			}
			src = strings.ReplaceAll(src, edits[i], edits[i+1])
		}
		if got := string(formats(t, []byte(src))); got != canonical {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, canonical)
		}
	}
}

// fragmentPart ends a script with what testdata/whole.call does not have.
const fragmentPart = `
FRAGMENT who
== street
CALLER: A stitch in time.
  means: "A stitch in time" do it at once
  means: "time" the hour
> Noted.
  id: noted
  go: return
`

// TestFormatChangesNoWord: what is said and what proves it stay as they are,
// and a default is written out only where the author did.
func TestFormatChangesNoWord(t *testing.T) {
	src := strings.NewReplacer(
		"CALLER: Well.", "CALLER: “Well”  –\tit’s… “so”, ok?\n  says: detail “it's”, feeling “\"so\", ok?”",
		"> I ring you by ten.", "> > [I ring]   you by ten",
		"CALL late", "CALL late\ndirection:  outgoing",
		"  tempts: It is true.", "  tempts: It is  true – “so”.\n  promises: no\n  permission: no",
	).Replace(small)
	out := string(formats(t, []byte(src)))
	for _, want := range []string{
		"\nCALLER: “Well”  –\tit’s… “so”, ok?\n  says: detail \"it's\", feeling \"\"so\", ok?\"\n",
		"\n> > [I ring]   you by ten\n",
		"\n\nCALL late\ndirection: outgoing\nmoods: heat 5, trust 4, confusion 1, patience 12\n\n== late-hello\n",
		"  tempts: It is  true – “so”.\n  patience: -2\n  permission: no\n  promises: no\n  go: close\n",
		"  grace: 20 minutes\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the canonical form lacks %q", want)
		}
	}
	if strings.Count(out, "direction") != 1 || strings.Count(out, "gathering") != 0 {
		t.Error("a default is written out that the author did not write")
	}
}

// TestCommentsKeepTheirPlace: a comment goes where the line below it goes.
func TestCommentsKeepTheirPlace(t *testing.T) {
	src := "\n#  My first  case\n\n\n# (a draft)\n" + strings.NewReplacer(
		"title:", "#about the title\n\ntitle:",
		"FILE", "  # one\n\n\n  # two\n\n\nFILE",
		"  client:", "\t# Who?\n  client:",
		"    pays: 6\n", "# the price\n    pays: 6\n",
		"  id: mend\n", "", "  go: close\n> It", "  # its name\n  id: mend\n  # where to\n  go: close\n# the other\n\n# way\n> It",
		"wants: own-it", "# wanted\nwants: own-it",
	).Replace(small) + "# fin\n\n\n# really\n\n"
	out := string(formats(t, []byte(src)))
	for _, want := range []string{
		"#  My first  case\n\n# (a draft)\nversion: 1\n#about the title\n\ntitle: The late box\n",
		"language: en\n\n# one\n\n# two\n\nFILE\n  # Who?\n  client: Ms Osei\n",
		"    opens: trust 5 or open-question\n    # the price\n    pays: 6\n",
		"> That is ours to mend. What was it for?\n  # its name\n  id: mend\n",
		"  gives: value\n  # where to\n  go: close\n# the other\n\n# way\n> It left on Friday.\n",
		"\n== ring\n# wanted\nwants: own-it\nCALLER (loud)",
		"ending: lost\n\n# fin\n\n# really\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the canonical form lacks %q:\n%s", want, out)
		}
	}
}

// TestTheVersionComesFirst: a comment above it then begins the file, and stays
// there.
func TestTheVersionComesFirst(t *testing.T) {
	out := string(formats(t, []byte("# top\ntitle: x\n# the language\n"+strings.Replace(small, "title: The late box\n", "", 1))))
	if !strings.HasPrefix(out, "# top\n# the language\nversion: 1\ntitle: x\n") {
		t.Errorf("got %s", out)
	}
}

func TestFormatRefusesErrors(t *testing.T) {
	out, found := Format("x.call", []byte(strings.Replace(small, "go: bye", "go: by", 1)))
	if out != nil || len(found) != 1 || found[0].Code != UnknownBeat {
		t.Errorf("got %q, %v", out, found)
	}
}
