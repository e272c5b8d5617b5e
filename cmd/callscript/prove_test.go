package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
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
