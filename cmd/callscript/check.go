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
	var files []compiled
	for _, path := range paths {
		files = append(files, compile(path, by.rubric))
	}
	together(files)
	found := []script.Diagnostic{}
	for _, f := range files {
		found = append(found, f.problems...)
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

// together judges files of one id: two of one language are two scenarios in
// one name, the others translations of the first, or of the English one.
func together(files []compiled) {
	originals := map[string]*compiled{}
	for i := range files {
		f := &files[i]
		if f.scenario == nil {
			continue
		}
		first, ok := originals[f.scenario.ID]
		if !ok || f.scenario.Language == english && first.scenario.Language != english {
			originals[f.scenario.ID] = f
		}
	}
	languages := map[[2]string]*compiled{}
	for i := range files {
		f := &files[i]
		if f.scenario == nil {
			continue
		}
		key := [2]string{f.scenario.ID, f.scenario.Language}
		if other, taken := languages[key]; taken {
			f.add(script.Diagnostic{
				Code: "id-taken", Line: 1, Col: 1,
				Message: "The id " + f.scenario.ID + " is that of " + other.path + " already. Give this scenario an id of its own, or if it is a translation, its own language:.",
			})
			continue
		}
		languages[key] = f
		if original := originals[f.scenario.ID]; original != f {
			f.add(script.Translation(original.scenario, f.scenario, original.path)...)
		}
	}
}

const english = "en"

// add adds problems that were seen only beside other files.
func (f *compiled) add(found ...script.Diagnostic) {
	f.problems = script.Located(append(f.problems, found...), f.path, f.src)
}
