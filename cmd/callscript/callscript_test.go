package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"callscript": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:  "testdata",
		Cmds: fileChecks,
		Setup: func(env *testscript.Env) error {
			sound, err := os.ReadFile("../../app/script/testdata/small.call")
			if err != nil {
				return err
			}
			for name, src := range map[string]string{
				"sound.call":    string(sound),
				"strange.call":  strings.Replace(string(sound), "temper: hurried", "temper: hurried-up", 1),
				"nameless.call": strings.Replace(string(sound), "  id: friday\n", "", 1),
				"softer.call":   strings.Replace(string(sound), "  patience: -2\n", "  moods: heat -4\n", 1),
				"numbered.call": strings.Replace(string(sound), "id: late-box", "case: C9\nid: other-box", 1),
				"renamed.call":  strings.Replace(string(sound), "by-ten", "by-eleven", 1),
				"both.call":     strings.NewReplacer("title:", "titel:", "temper: hurried", "temper: hurried-up").Replace(string(sound)),
				"words.call": strings.NewReplacer(
					"language: en", "language: ms", "It left on Friday", "Ia dihantar hari Jumaat",
				).Replace(string(sound)),
				"more.call": strings.NewReplacer(
					"language: en", "language: ms", "patience: -2", "patience: -3",
				).Replace(string(sound)),
				"picture.call": "\xff\xfe\x00\x01",
			} {
				if err := os.WriteFile(filepath.Join(env.WorkDir, name), []byte(src), 0o644); err != nil {
					return err
				}
			}
			return nil
		},
	})
}

// fileChecks are what a script can ask of the files a command leaves behind.
var fileChecks = map[string]func(ts *testscript.TestScript, neg bool, args []string){
	// mode FILE MODE
	"mode": func(ts *testscript.TestScript, _ bool, args []string) {
		in, err := os.Stat(ts.MkAbs(args[0]))
		ts.Check(err)
		if got := strconv.FormatUint(uint64(in.Mode().Perm()), 8); got != args[1] {
			ts.Fatalf("%s has the permissions %s", args[0], got)
		}
	},
	// islink FILE
	"islink": func(ts *testscript.TestScript, _ bool, args []string) {
		in, err := os.Lstat(ts.MkAbs(args[0]))
		ts.Check(err)
		if in.Mode()&os.ModeSymlink == 0 {
			ts.Fatalf("%s is no link", args[0])
		}
	},
	// count FOLDER N PATTERN
	"count": func(ts *testscript.TestScript, _ bool, args []string) {
		found, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), args[2]))
		ts.Check(err)
		if strconv.Itoa(len(found)) != args[1] {
			ts.Fatalf("there are %v", found)
		}
	},
}

// TestExitCodes holds what programs that call this one rely on.
func TestExitCodes(t *testing.T) {
	const sound = "../../app/script/testdata/small.call"
	for _, c := range []struct {
		want int
		args []string
	}{
		{exitOK, []string{"check", sound}},
		{exitOK, []string{"check", "--", sound}},
		{exitProblems, []string{"check", "callscript_test.go"}},
		{exitUsage, []string{"check", "absent.call"}},
		{exitUsage, []string{"check"}},
		{exitUsage, []string{"nothing"}},
		{exitUsage, nil},
	} {
		var out strings.Builder
		if got := run(streams{strings.NewReader(""), &out, &out}, c.args); got != c.want {
			t.Errorf("%v: got %d, want %d\n%s", c.args, got, c.want, out.String())
		}
	}
}
