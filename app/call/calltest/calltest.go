// Package calltest gives tests what they play with: the shipped rubric and
// weights, the shipped cases, and a script compiled to a case. What cannot be
// read or compiled fails the test.
//
// It may import call, script, rubric and the shipped scenarios, and is for
// tests alone.
package calltest

import (
	"io/fs"
	"os"
	"testing"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/script"
	"keepcool/scenarios"
)

// Shipped is a file that the program carries.
func Shipped(t testing.TB, name string) []byte {
	t.Helper()
	src, err := scenarios.FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// Scoring is the shipped rubric and weights.
func Scoring(t testing.TB) (*rubric.Rubric, rubric.Weights) {
	t.Helper()
	r, err := rubric.Parse(Shipped(t, "rubric.json"))
	if err != nil {
		t.Fatal(err)
	}
	w, err := rubric.ParseWeights(Shipped(t, "weights.json"))
	if err != nil {
		t.Fatal(err)
	}
	return r, w
}

// Compile is the case of a script, in its first variant.
func Compile(t testing.TB, name string, src []byte) *call.Case {
	t.Helper()
	r, _ := Scoring(t)
	s, problems := script.Parse(name, src)
	if script.Errors(problems) {
		t.Fatal(problems)
	}
	c, problems := call.Compile(s, r)
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

// File is the case of a script file.
func File(t testing.TB, path string) *call.Case {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return Compile(t, path, src)
}

// Cases are the shipped scenarios, each in its first variant.
func Cases(t testing.TB) []*call.Case {
	t.Helper()
	names, err := fs.Glob(scenarios.FS, "*.call")
	if err != nil || len(names) == 0 {
		t.Fatalf("no scenario ships: %v", err)
	}
	cases := make([]*call.Case, len(names))
	for i, name := range names {
		cases[i] = Compile(t, name, Shipped(t, name))
	}
	return cases
}
