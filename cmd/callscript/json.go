package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"keepcool/app/call"
	"keepcool/app/script"
)

const (
	jsonUsage     = "json FILE | json --schema"
	fromJSONUsage = "from-json FILE [-o FILE.call]"
)

// toJSON writes a script in its JSON form, or the schema of that form.
func toJSON(s streams, args []string) error {
	flags := newFlags("json")
	schema := flags.Bool("schema", false, "")
	left, err := parse(flags, args)
	if err != nil {
		return err
	}
	if *schema {
		if len(left) > 0 {
			return usageError{errors.New("--schema stands alone")}
		}
		return printText(s.out, string(script.Schema()))
	}
	path, err := oneFile(left, "write as JSON")
	if err != nil {
		return err
	}
	if err := ordinary(path); err != nil {
		return err
	}
	src, err := readScript(path)
	if err != nil {
		return usageError{fmt.Errorf("%s cannot be opened; check its name, and that you may read it", path)}
	}
	d, found := script.Read(path, src)
	if d == nil {
		printErrors(s.err, found)
		return errTold
	}
	return printText(s.out, string(d.JSON()))
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
func fromJSON(s streams, args []string) error {
	flags := newFlags("from-json")
	to := flags.String("o", "", "")
	left, err := parse(flags, args)
	if err != nil {
		return err
	}
	path, err := oneFile(left, "read")
	if err != nil {
		return err
	}
	if err := ordinary(path); err != nil {
		return err
	}
	src, err := readJSONFile(path)
	if err != nil {
		return usageError{fmt.Errorf("%s cannot be opened; check its name, and that you may read it", path)}
	}
	by, err := shippedScoring()
	if err != nil {
		return err
	}
	d, problems := checkJSON(src, by)
	for _, p := range problems {
		fmt.Fprintf(s.err, "%s: %s\n", path, p)
	}
	if d == nil {
		return errTold
	}
	if *to == "" {
		return printText(s.out, string(d.Text()))
	}
	if err := mayReplace(*to, path, d.ID); err != nil {
		return err
	}
	if err := replaceFile(*to, d.Text()); err != nil {
		return fmt.Errorf("the script could not be written: %w", err)
	}
	return nil
}

// mayReplace fails where something else than an older script of that id would
// be lost.
func mayReplace(path, source, id string) error {
	there, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if from, err := os.Stat(source); err == nil && os.SameFile(from, there) {
		return usageError{fmt.Errorf("%s is the file that is read; name another to write to", path)}
	}
	src, err := readScript(path)
	if err == nil {
		if before, _ := script.Read(path, src); before != nil && before.ID == id {
			return nil
		}
	}
	return usageError{fmt.Errorf("%s is there and is no script of the id %s; name another file", path, id)}
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
func checkJSON(src []byte, by scoring) (*script.Document, []script.JSONProblem) {
	d, problems := script.FromJSON(src)
	if d == nil {
		return nil, problems
	}
	scenario, _ := script.Parse("", d.Text())
	_, found := call.CompileAll(scenario, by.rubric)
	problems = append(problems, d.Pointed(found)...)
	if script.Errors(found) {
		d = nil
	}
	return d, problems
}
