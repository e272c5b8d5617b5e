package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"keepcool/app/script"
)

// TestProve runs on the scenarios that the proofs are tested by.
func TestProve(t *testing.T) {
	const from = "../../app/solve/proof/testdata"
	testscript.Run(t, testscript.Params{
		Dir: "testdata/prove",
		Setup: func(env *testscript.Env) error {
			for name, file := range map[string]string{
				"sound.call": "sound.call", "early.call": "broken/early-hang-up.call", "silent.call": "broken/no-ending.call",
			} {
				src, err := os.ReadFile(filepath.Join(from, file))
				if err != nil {
					return err
				}
				texts := map[string]string{name: string(src)}
				if name == "sound.call" {
					texts["strange.call"] = strings.Replace(string(src), "temper: hurried", "temper: hurried-up", 1)
					texts["variants.call"] = strings.NewReplacer(
						"language: en", "language: en\nvariants: lamp, torch",
						"== polite", "== cellar\nonly: torch\nCALLER: Dark.\nending: dark\n\n== polite",
					).Replace(string(src))
				}
				for name, text := range texts {
					if err := os.WriteFile(filepath.Join(env.WorkDir, name), []byte(text), 0o644); err != nil {
						return err
					}
				}
			}
			return nil
		},
	})
}

// TestStarterHasThreeRepliesABeat holds what its comments teach.
func TestStarterHasThreeRepliesABeat(t *testing.T) {
	s, found := script.Parse("starter.call", []byte(starter))
	if len(found) > 0 {
		t.Fatal(found)
	}
	beats := 0
	for _, c := range s.Calls {
		for _, b := range c.Beats {
			open := map[string]int{} // by the condition that tells replies apart
			for _, r := range b.Replies {
				open[r.If.String()]++
				if len(r.Shows) == 0 {
					t.Errorf("the reply %s shows nothing", r.ID)
				}
			}
			if b.Ending != "" {
				continue
			}
			beats++
			if own := open[""]; own != 3 && own+1 != 3 || own == 2 && len(open) != 3 {
				t.Errorf("the beat %s has not three replies at a time: %v", b.ID, open)
			}
		}
	}
	if beats < 8 || beats > 10 || strings.Count(starter, "\n  hidden ") != 1 || strings.Count(starter, "\n  stated ") != 1 {
		t.Errorf("it has %d beats with replies", beats)
	}
	for _, line := range []string{starterTitle, starterID} {
		if strings.Count(starter, line) != 1 {
			t.Errorf("the line %q does not stand once", line)
		}
	}
}
