package script

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what is seen as what is expected")

// TestDiagnosticsAsRead holds how problems look to an author: the sentence,
// the line and the caret, also behind tabs, accents and wide signs.
func TestDiagnosticsAsRead(t *testing.T) {
	src := strings.NewReplacer(
		"title: The late box", "\ttitle:\tThe late box\n\ttitle:\tAgain",
		"CALLER: Where is my box?", "CALLER: 日本😀 é my box",
		`want box "my box"`, `detail "日本😀 é", want bax "my box"`,
		"difficulty: 2", "difficulty: 日本😀 é 7",
		"want box \"Where is it?\", feeling", "want box \"Where is it?\", 感情",
		"  id: friday\n", "",
	).Replace(small)
	_, ds := Parse("folder/late box.call", []byte(src))
	var b strings.Builder
	for _, d := range ds {
		b.WriteString(d.String() + "\n\n")
	}
	const golden = "testdata/problems.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

// TestLongLinesAreShownInPart: the caret stands under its character all the
// same.
func TestLongLinesAreShownInPart(t *testing.T) {
	for _, c := range []struct {
		before, after int
		left, right   bool
	}{{0, 399, false, false}, {0, 1_000_000, false, true}, {100, 1000, false, true}, {300, 300, true, true}, {1_000_000, 0, true, false}, {399, 0, false, false}} {
		line := strings.Repeat("é", c.before) + "X" + strings.Repeat("b", c.after)
		lines := strings.Split(Diagnostic{Line: 1, Col: c.before + 1, Source: line}.String(), "\n")
		shown := []rune(lines[1])
		if len(shown) > maxShown+6 || shown[len([]rune(lines[2]))-1] != 'X' {
			t.Errorf("%d before, %d after: %d characters are shown, the caret under %q", c.before, c.after, len(shown), lines[1])
		}
		if left, right := strings.HasPrefix(lines[1], "    …"), strings.HasSuffix(lines[1], "…"); left != c.left || right != c.right {
			t.Errorf("%d before, %d after: cut off left %v, right %v", c.before, c.after, left, right)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"open-question", "ask-why", "own-it", "go"}
	for typed, want := range map[string]string{
		"open-qestion": "open-question", "opne-question": "open-question", "Own-It": "own-it",
		"ask-wyh": "ask-why", "goto": "go", "patience": "", "x": "", "": "",
	} {
		if got := Nearest(typed, words); got != want {
			t.Errorf("nearest to %q is %q, want %q", typed, got, want)
		}
	}
}

func TestLocated(t *testing.T) {
	ds := Located([]Diagnostic{{Code: "b", Line: 2, Col: 1}, {Code: "a", Line: 1, Col: 3}}, "x.call", []byte("\ufeffone\r\ntwo"))
	if ds[0].Code != "a" || ds[0].Source != "one" || ds[1].Source != "two" || ds[1].File != "x.call" {
		t.Errorf("got %+v", ds)
	}
}
