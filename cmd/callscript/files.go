package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/script"
	"keepcool/scenarios"
)

// scripts replaces each folder by the scripts in it.
func scripts(paths []string) ([]string, error) {
	if len(paths) == 0 {
		return nil, usageError{errors.New("name at least one script, or a folder of scripts")}
	}
	var files []string
	for _, path := range paths {
		in, err := os.Stat(path)
		if err != nil {
			return nil, usageError{notFound(path)}
		}
		if !in.IsDir() {
			files = append(files, path)
			continue
		}
		before := len(files)
		err = filepath.WalkDir(path, func(at string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() && strings.EqualFold(filepath.Ext(at), ".call") {
				files = append(files, at)
			}
			return err
		})
		if err != nil {
			return nil, usageError{fmt.Errorf("the folder %s cannot be searched: %w", path, err)}
		}
		if len(files) == before {
			return nil, usageError{fmt.Errorf("there is no .call file in the folder %s", path)}
		}
	}
	return each(files), nil
}

// each leaves out what names a file that is named before.
func each(files []string) []string {
	var once []string
	var seen []os.FileInfo
	for _, path := range files {
		in, err := os.Stat(path)
		if err == nil {
			if slices.ContainsFunc(seen, func(other os.FileInfo) bool { return os.SameFile(in, other) }) {
				continue
			}
			seen = append(seen, in)
		}
		once = append(once, path)
	}
	return once
}

func notFound(path string) error {
	return fmt.Errorf("%s cannot be found; check its name", path)
}

// scoring is what scenarios are judged by.
type scoring struct {
	rubric  *rubric.Rubric
	weights rubric.Weights
}

// shippedScoring reads the rubric and the weights that the program carries.
func shippedScoring() (scoring, error) {
	src, err := scenarios.FS.ReadFile("rubric.json")
	if err != nil {
		return scoring{}, fmt.Errorf("the rubric cannot be read: %w", err)
	}
	r, err := rubric.Parse(src)
	if err != nil {
		return scoring{}, fmt.Errorf("the rubric cannot be read: %w", err)
	}
	if src, err = scenarios.FS.ReadFile("weights.json"); err != nil {
		return scoring{}, fmt.Errorf("the weights cannot be read: %w", err)
	}
	w, err := rubric.ParseWeights(src)
	if err != nil {
		return scoring{}, fmt.Errorf("the weights cannot be read: %w", err)
	}
	return scoring{r, w}, nil
}

// A compiled file is one script with all that is wrong with it.
type compiled struct {
	path     string
	src      []byte
	scenario *script.Scenario // nil where it has errors
	cases    []*call.Case     // one a variant; none where it cannot be played
	problems []script.Diagnostic
}

// compile reads and compiles one file.
func compile(path string, r *rubric.Rubric) compiled {
	src, err := readScript(path)
	if err != nil {
		return compiled{path: path, problems: []script.Diagnostic{{
			Code: "unreadable", File: path, Line: 1, Col: 1,
			Message: "This file cannot be opened. Check that you may read it.",
		}}}
	}
	f := compiled{path: path, src: src}
	s, found := script.Parse(path, src)
	if script.Errors(found) {
		if s != nil {
			found = append(found, call.Check(s, r)...)
		}
		f.problems = script.Located(found, path, src)
		return f
	}
	f.scenario = s
	var more []script.Diagnostic
	f.cases, more = call.CompileAll(s, r)
	f.problems = script.Located(append(found, more...), path, src)
	return f
}

// variant is the case of the variant of that name; "" is the first.
func (f compiled) variant(name string) (*call.Case, error) {
	if name == "" {
		return f.cases[0], nil
	}
	var names []string
	for _, c := range f.cases {
		_, has := c.Scenario.Variant()
		if has == name {
			return c, nil
		}
		names = append(names, has)
	}
	if len(f.cases) == 1 {
		return nil, fmt.Errorf("this scenario has no variants, and none that is called %q", name)
	}
	return nil, fmt.Errorf("there is no variant %q; there are %s", name, strings.Join(names, ", "))
}

// readScript reads no more of a file than tells that it is too big.
func readScript(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, script.MaxFile+1))
}

// playable is the case of a file that must be there and sound, in a variant;
// what is wrong with it is told.
func playable(s streams, path, variant string, r *rubric.Rubric) (*call.Case, error) {
	if err := ordinary(path); err != nil {
		return nil, err
	}
	f := compile(path, r)
	if f.cases == nil {
		if err := printProblems(s.err, f.problems, 1); err != nil {
			return nil, err
		}
		return nil, errTold
	}
	c, err := f.variant(variant)
	if err != nil {
		return nil, usageError{err}
	}
	return c, nil
}

// ordinary fails where path names nothing, or a folder.
func ordinary(path string) error {
	in, err := os.Stat(path)
	if err != nil {
		return usageError{notFound(path)}
	}
	if in.IsDir() {
		return usageError{fmt.Errorf("%s is a folder; name one file in it", path)}
	}
	return nil
}

func printProblems(w io.Writer, found []script.Diagnostic, files int) error {
	var b strings.Builder
	problems, warnings := 0, 0
	for _, d := range found {
		fmt.Fprintf(&b, "%s\n\n", d)
		if d.Warning {
			warnings++
		} else {
			problems++
		}
	}
	fmt.Fprintf(&b, "%s checked: %s, %s.\n", count(files, "file"), count(problems, "problem"), count(warnings, "warning"))
	if len(found) > 0 {
		b.WriteString("callscript explain CODE tells more.\n")
	}
	return printText(w, b.String())
}

func count(n int, what string) string {
	switch n {
	case 0:
		return "no " + what + "s"
	case 1:
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func printText(w io.Writer, text string) error {
	if _, err := io.WriteString(w, text); err != nil {
		return fmt.Errorf("the result could not be written: %w", err)
	}
	return nil
}

// printJSON writes a result for other programs.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("the result could not be written: %w", err)
	}
	return nil
}
