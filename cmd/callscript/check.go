package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/script"
	"keepcool/scenarios"
)

const checkUsage = "check PATH... [--json]"

// check reports the problems of every script among the paths; folders are
// searched for *.call files.
func check(s streams, args []string) int {
	paths, asJSON, err := checkArgs(args)
	if err == nil {
		paths, err = scripts(paths)
	}
	if err != nil {
		fmt.Fprintf(s.err, "callscript check: %v.\nusage: callscript %s\n", err, checkUsage)
		return exitUsage
	}
	r, err := shippedRubric()
	if err != nil {
		fmt.Fprintf(s.err, "callscript check: the rubric cannot be read.\n%v\n", err)
		return exitProblems
	}
	found := []script.Diagnostic{}
	for _, path := range paths {
		found = append(found, checkFile(path, r)...)
	}
	if asJSON {
		out := json.NewEncoder(s.out)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		err = out.Encode(found)
	} else {
		err = printProblems(s.out, found, len(paths))
	}
	if err != nil {
		fmt.Fprintf(s.err, "callscript check: the result could not be written: %v\n", err)
		return exitProblems
	}
	if script.Errors(found) {
		return exitProblems
	}
	return exitOK
}

// checkArgs takes the flag out of the paths, wherever it stands.
func checkArgs(args []string) (paths []string, asJSON bool, err error) {
	for i, arg := range args {
		switch {
		case arg == "--":
			paths = append(paths, args[i+1:]...)
			args = nil
		case arg == "--json" || arg == "-json":
			asJSON = true
			continue
		case strings.HasPrefix(arg, "-"):
			return nil, false, fmt.Errorf("there is no flag %s", arg)
		default:
			paths = append(paths, arg)
			continue
		}
		break
	}
	if len(paths) == 0 {
		return nil, false, errors.New("name at least one script, or a folder of scripts")
	}
	return paths, asJSON, nil
}

// scripts replaces each folder by the scripts in it.
func scripts(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		in, err := os.Stat(path)
		if err != nil {
			return nil, fmt.Errorf("%s cannot be found; check its name", path)
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
			return nil, fmt.Errorf("the folder %s cannot be searched: %w", path, err)
		}
		if len(files) == before {
			return nil, fmt.Errorf("there is no .call file in the folder %s", path)
		}
	}
	return files, nil
}

func shippedRubric() (*rubric.Rubric, error) {
	src, err := scenarios.FS.ReadFile("rubric.json")
	if err != nil {
		return nil, err
	}
	return rubric.Parse(src)
}

// checkFile is all that is wrong with one file.
func checkFile(path string, r *rubric.Rubric) []script.Diagnostic {
	src, err := readScript(path)
	if err != nil {
		return []script.Diagnostic{{
			Code: "unreadable", File: path, Line: 1, Col: 1,
			Message: "This file cannot be opened. Check that you may read it.",
		}}
	}
	scenario, found := script.Parse(path, src)
	if script.Errors(found) {
		return found
	}
	_, more := call.Compile(scenario, r)
	return script.Located(append(found, more...), path, src)
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
	_, err := io.WriteString(w, b.String())
	return err
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
