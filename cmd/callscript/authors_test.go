package main

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"keepcool/scenarios"
)

var update = flag.Bool("update", false, "write what is seen as what scenarios/AUTHORS.md shows, and its example")

// The page for authors, and where its example is kept as it is in the end.
const (
	authorsPage = "../../scenarios/AUTHORS.md"
	exampleIn   = "../../scenarios/authors"
	example     = "quiet-clock.call"
)

// renew writes what the tool shows now.
const renew = "go test ./cmd/callscript -run Authors -update"

func read(t *testing.T, path string) string {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

// TestAuthors does what the page says, in an empty folder: each command shows
// what the page shows, and the files that come of it are the example kept
// beside it.
func TestAuthors(t *testing.T) {
	text := read(t, authorsPage)
	home, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	p := readPage(text)
	t.Chdir(t.TempDir())
	r := reader{file: example}
	var out []string
	done := 0
	for _, b := range p.blocks {
		lines := p.lines[b.from:b.to]
		if err := r.follow(b.kind, lines); err != nil {
			t.Fatalf("AUTHORS.md:%d: %v", b.from, err)
		}
		out = append(out, p.lines[done:b.from]...)
		if b.kind == "console" {
			lines = showConsole(t, b.from, lines)
		}
		out, done = append(out, lines...), b.to
	}
	out = append(out, p.lines[done:]...)
	files, err := folder()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(home)
	if *update {
		if err := os.WriteFile(authorsPage, []byte(strings.Join(out, "\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	checkExample(t, files)
}

// showConsole runs the commands of a block and is the block as it should be.
func showConsole(t *testing.T, from int, lines []string) []string {
	t.Helper()
	all, err := commands(lines)
	if err != nil {
		t.Fatalf("AUTHORS.md:%d: %v", from, err)
	}
	var out []string
	line := from
	for _, c := range all {
		seen := c.run()
		if !*update && !agrees(c.seen, seen) {
			t.Errorf("AUTHORS.md:%d: callscript %s shows something else; if it is right, %s:\n%s", line+1, strings.Join(c.args, " "), renew, strings.Join(seen, "\n"))
		}
		out, line = append(out, lines[line-from]), line+1+len(c.seen)
		shown, err := renewed(c.seen, seen)
		if *update && err != nil {
			t.Errorf("AUTHORS.md:%d: %v", line, err)
			shown = c.seen
		}
		out = append(out, shown...)
	}
	return out
}

// checkExample compares the files that the page leads to with those kept.
func checkExample(t *testing.T, files map[string][]byte) {
	t.Helper()
	kept, err := filepath.Glob(exampleIn + "/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range kept {
		if _, ok := files[filepath.Base(path)]; !ok {
			t.Errorf("%s is not made by the page", path)
		}
	}
	for name, src := range files {
		path := filepath.Join(exampleIn, name)
		if *update {
			if err := os.WriteFile(path, src, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if before, err := os.ReadFile(path); err != nil || !bytes.Equal(before, src) {
			t.Errorf("the page leads to another %s than the one kept beside it; if it is right, %s (%v)", name, renew, err)
		}
	}
}

// TestAuthorsExample holds the example to what a shipped scenario is held to.
func TestAuthorsExample(t *testing.T) {
	for _, args := range [][]string{
		{"check", exampleIn}, {"fmt", "--check", exampleIn}, {"prove", exampleIn}, {"test", "--require", exampleIn},
	} {
		var screen bytes.Buffer
		if code := run(streams{strings.NewReader(""), &screen, &screen}, args); code != exitOK || strings.Contains(screen.String(), "1 warning.") {
			t.Errorf("callscript %s:\n%s", strings.Join(args, " "), screen.String())
		}
	}
	kinds := []string{}
	for _, l := range strings.Split(read(t, filepath.Join(exampleIn, beside(example))), "\n") {
		if kind, ok := strings.CutPrefix(l, "PLAY "); ok {
			kinds = append(kinds, kind)
		}
	}
	for _, kind := range []string{"best", "decent", "rescue", "beginner", "worst"} {
		if !slices.Contains(kinds, kind) {
			t.Errorf("the example has no %s play", kind)
		}
	}
}

// TestAuthorsStayOutOfTheProgram: the page and its example are for people.
func TestAuthorsStayOutOfTheProgram(t *testing.T) {
	err := fs.WalkDir(scenarios.FS, ".", func(path string, _ fs.DirEntry, err error) error {
		if path != "." && (strings.Contains(path, "/") || strings.HasSuffix(path, ".md") || path == example) {
			t.Errorf("the program carries %s", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
