package main

import (
	"keepcool/app/script"
)

const checkUsage = "check PATH... [--json]"

// check reports the problems of every script among the paths; folders are
// searched for *.call files.
func check(s streams, args []string) error {
	flags := newFlags("check")
	asJSON := flags.Bool("json", false, "")
	left, err := parse(flags, args)
	if err != nil {
		return err
	}
	paths, err := scripts(left)
	if err != nil {
		return err
	}
	by, err := shippedScoring()
	if err != nil {
		return err
	}
	found := []script.Diagnostic{}
	for _, path := range paths {
		_, problems := compile(path, by.rubric)
		found = append(found, problems...)
	}
	if *asJSON {
		err = printJSON(s.out, found)
	} else {
		err = printProblems(s.out, found, len(paths))
	}
	if err == nil && script.Errors(found) {
		err = errTold
	}
	return err
}
