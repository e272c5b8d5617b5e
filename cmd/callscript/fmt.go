package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"

	"keepcool/app/script"
)

const fmtUsage = "fmt [-w] [--check] PATH..."

// format writes every script among the paths in its one canonical form.
func format(s streams, args []string) int {
	write, check, paths, err := fmtArgs(args)
	if err == nil {
		paths, err = scripts(paths)
	}
	if err != nil {
		fmt.Fprintf(s.err, "callscript fmt: %v.\nusage: callscript %s\n", err, fmtUsage)
		return exitUsage
	}
	code := exitOK
	for _, path := range paths {
		src, out, ok := formatFile(s, path)
		if !ok {
			code = exitProblems
			continue
		}
		switch same := bytes.Equal(src, out); {
		case check && !same:
			code = exitProblems
			_, err = fmt.Fprintln(s.out, path)
		case check || write && same:
		case write:
			err = replaceFile(path, out)
		default:
			_, err = s.out.Write(out)
		}
		if err != nil {
			fmt.Fprintf(s.err, "callscript fmt: %s could not be written: %v\n", path, err)
			return exitProblems
		}
	}
	return code
}

func fmtArgs(args []string) (write, check bool, paths []string, err error) {
	flags := flag.NewFlagSet("fmt", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.BoolVar(&write, "w", false, "")
	flags.BoolVar(&check, "check", false, "")
	paths, err = parseAnywhere(flags, args)
	switch {
	case err != nil:
	case write && check:
		err = errors.New("-w writes and --check only looks; give one of the two")
	case len(paths) == 0:
		err = errors.New("name at least one script, or a folder of scripts")
	}
	return write, check, paths, err
}

// parseAnywhere reads flags wherever they stand among the other words.
func parseAnywhere(flags *flag.FlagSet, args []string) (words []string, err error) {
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if args = flags.Args(); len(args) > 0 {
			words, args = append(words, args[0]), args[1:]
		}
	}
	return words, nil
}

// formatFile is a script as it is and in its canonical form. Of a script with
// errors it prints them.
func formatFile(s streams, path string) (src, out []byte, ok bool) {
	src, err := readScript(path)
	if err != nil {
		fmt.Fprintf(s.err, "callscript fmt: %s cannot be opened. Check that you may read it.\n", path)
		return nil, nil, false
	}
	out, found := script.Format(path, src)
	if out == nil {
		printErrors(s.err, found)
		fmt.Fprintf(s.err, "callscript fmt: %s is left as it is. Mend it first.\n", path)
		return nil, nil, false
	}
	if !sameMeaning(path, src, out) {
		fmt.Fprintf(s.err, "callscript fmt: %s is left as it is: in another layout it would mean something else. Please report this script.\n", path)
		return nil, nil, false
	}
	return src, out, true
}

// sameMeaning guards what people wrote against a mistake in the formatter.
func sameMeaning(path string, a, b []byte) bool {
	before, _ := script.Parse(path, a)
	after, found := script.Parse(path, b)
	return after != nil && !script.Errors(found) && before.Hash() == after.Hash()
}
