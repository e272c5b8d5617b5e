package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"

	"keepcool/app/call"
	"keepcool/app/script"
)

const (
	jsonUsage     = "json FILE | json --schema"
	fromJSONUsage = "from-json FILE [-o FILE.call]"
)

// toJSON writes a script in its JSON form, or the schema of that form.
func toJSON(s streams, args []string) int {
	flags := flag.NewFlagSet("json", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	schema := flags.Bool("schema", false, "")
	paths, err := parseAnywhere(flags, args)
	switch {
	case err != nil:
	case *schema && len(paths) > 0:
		err = errors.New("--schema stands alone")
	case !*schema && len(paths) != 1:
		err = errors.New("name one script")
	}
	if err != nil {
		fmt.Fprintf(s.err, "callscript json: %v.\nusage: callscript %s\n", err, jsonUsage)
		return exitUsage
	}
	out := script.Schema()
	if !*schema {
		src, err := readScript(paths[0])
		if err != nil {
			fmt.Fprintf(s.err, "callscript json: %s cannot be opened. Check its name, and that you may read it.\n", paths[0])
			return exitUsage
		}
		d, found := script.Read(paths[0], src)
		if d == nil {
			printErrors(s.err, found)
			return exitProblems
		}
		out = d.JSON()
	}
	if _, err := s.out.Write(out); err != nil {
		fmt.Fprintf(s.err, "callscript json: the result could not be written: %v\n", err)
		return exitProblems
	}
	return exitOK
}

// printErrors prints the diagnostics that are no warnings.
func printErrors(w io.Writer, found []script.Diagnostic) {
	for _, d := range found {
		if !d.Warning {
			fmt.Fprintf(w, "%s\n\n", d)
		}
	}
}

// fromJSON writes the script that a JSON form stands for.
func fromJSON(s streams, args []string) int {
	flags := flag.NewFlagSet("from-json", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	to := flags.String("o", "", "")
	paths, err := parseAnywhere(flags, args)
	if err == nil && len(paths) != 1 {
		err = errors.New("name one file")
	}
	if err != nil {
		fmt.Fprintf(s.err, "callscript from-json: %v.\nusage: callscript %s\n", err, fromJSONUsage)
		return exitUsage
	}
	src, err := readJSONFile(paths[0])
	if err != nil {
		fmt.Fprintf(s.err, "callscript from-json: %s cannot be opened. Check its name, and that you may read it.\n", paths[0])
		return exitUsage
	}
	d, problems, err := checkJSON(src)
	if err != nil {
		fmt.Fprintf(s.err, "callscript from-json: the rubric cannot be read.\n%v\n", err)
		return exitProblems
	}
	for _, p := range problems {
		fmt.Fprintf(s.err, "%s: %s\n", paths[0], p)
	}
	if d == nil {
		return exitProblems
	}
	if *to == "" {
		_, err = s.out.Write(d.Text())
	} else {
		err = replaceFile(*to, d.Text())
	}
	if err != nil {
		fmt.Fprintf(s.err, "callscript from-json: the script could not be written: %v\n", err)
		return exitProblems
	}
	return exitOK
}

// readJSONFile reads no more of a file than tells that it is too big.
func readJSONFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, script.MaxJSON+1))
}

// checkJSON is the document and all that is wrong with it: with its form, and
// then what check would say of its script. The document is nil where there are
// errors.
func checkJSON(src []byte) (*script.Document, []script.JSONProblem, error) {
	d, problems := script.FromJSON(src)
	if d == nil {
		return nil, problems, nil
	}
	r, err := shippedRubric()
	if err != nil {
		return nil, nil, err
	}
	scenario, _ := script.Parse("", d.Text())
	_, found := call.Compile(scenario, r)
	problems = append(problems, d.Pointed(found)...)
	if script.Errors(found) {
		d = nil
	}
	return d, problems, nil
}
