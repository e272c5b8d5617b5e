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
