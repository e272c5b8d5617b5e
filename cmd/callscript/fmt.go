package main

import (
	"bytes"
	"errors"
	"fmt"

	"keepcool/app/script"
)

const fmtUsage = "fmt [-w] [--check] PATH..."

// format writes every script among the paths in its one canonical form.
func format(s streams, args []string) error {
	flags := newFlags("fmt")
	write := flags.Bool("w", false, "")
	check := flags.Bool("check", false, "")
	left, err := parse(flags, args)
	if err != nil {
		return err
	}
	if *write && *check {
		return usageError{errors.New("-w writes and --check only looks; give one of the two")}
	}
	paths, err := scripts(left)
	if err != nil {
		return err
	}
	var failed error
	for _, path := range paths {
		src, out, err := formatFile(s, path)
		if err != nil {
			failed = errTold
			continue
		}
		switch same := bytes.Equal(src, out); {
		case *check && !same:
			failed = errTold
			err = printText(s.out, path+"\n")
		case *check || *write && same:
		case *write:
			if err = replaceFile(path, out); err != nil {
				err = fmt.Errorf("%s could not be written: %w", path, err)
			}
		default:
			err = printText(s.out, string(out))
		}
		if err != nil {
			return err
		}
	}
	return failed
}

// formatFile is a script as it is and in its canonical form. What keeps it from
// being written is told.
func formatFile(s streams, path string) (src, out []byte, err error) {
	src, err = readScript(path)
	if err != nil {
		fmt.Fprintf(s.err, "callscript fmt: %s cannot be opened. Check that you may read it.\n", path)
		return nil, nil, errTold
	}
	out, found := script.Format(path, src)
	if out == nil {
		printErrors(s.err, found)
		fmt.Fprintf(s.err, "callscript fmt: %s is left as it is. Mend it first.\n", path)
		return nil, nil, errTold
	}
	if !sameMeaning(path, src, out) {
		fmt.Fprintf(s.err, "callscript fmt: %s is left as it is: in another layout it would mean something else. Please report this script.\n", path)
		return nil, nil, errTold
	}
	return src, out, nil
}

// sameMeaning guards what people wrote against a mistake in the formatter.
func sameMeaning(path string, a, b []byte) bool {
	before, _ := script.Parse(path, a)
	after, found := script.Parse(path, b)
	return after != nil && !script.Errors(found) && before.Hash() == after.Hash()
}
