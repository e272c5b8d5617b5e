package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFmtReplacesWholeFiles: a file that changes is replaced by another one in
// one step; a canonical one, and one with errors, is the same file as before.
func TestFmtReplacesWholeFiles(t *testing.T) {
	sound, err := os.ReadFile("starter.call")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, src string
		code      int
		replaced  bool
	}{
		{"canonical", string(sound), exitOK, false},
		{"another layout", strings.ReplaceAll(string(sound), "\n", "\r\n"), exitOK, true},
		{"with errors", strings.Replace(string(sound), "go: try", "go: tyr", 1), exitProblems, false},
	} {
		path := filepath.Join(t.TempDir(), "a.call")
		if err := os.WriteFile(path, []byte(c.src), 0o600); err != nil {
			t.Fatal(err)
		}
		before, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if code := run(streams{strings.NewReader(""), &out, &out}, []string{"fmt", "-w", path}); code != c.code {
			t.Errorf("%s: got %d\n%s", c.name, code, out.String())
		}
		after, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if os.SameFile(before, after) == c.replaced || before.Mode() != after.Mode() {
			t.Errorf("%s: replaced: %v, permissions %v", c.name, !os.SameFile(before, after), after.Mode())
		}
		src, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if want := map[bool]string{true: string(sound), false: c.src}[c.replaced]; string(src) != want {
			t.Errorf("%s: the file is\n%s", c.name, src)
		}
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), ".callscript-*")); len(left) > 0 {
			t.Errorf("%s: %v are left over", c.name, left)
		}
	}
}

// TestReplaceFileFails: where no file can be made, the older one stays.
func TestReplaceFileFails(t *testing.T) {
	folder := t.TempDir()
	for _, path := range []string{folder, filepath.Join(folder, "absent", "a.call")} {
		if err := replaceFile(path, []byte("x")); err == nil {
			t.Errorf("%s was written", path)
		}
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%v are left over", left)
	}
}

func TestReadOnlyFileStays(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.call")
	if err := os.WriteFile(path, []byte("mine"), 0o444); err != nil {
		t.Fatal(err)
	}
	err := replaceFile(path, []byte("x"))
	if src, _ := os.ReadFile(path); err == nil || string(src) != "mine" {
		t.Errorf("it holds %q: %v", src, err)
	}
}
