// Command callscript is the tool of scenario authors: it checks call scripts
// and plays them without a window. It may import script, rubric, call, score,
// solve, flowchart and the shipped scenarios; it must never know a screen, a database or
// a profile, and builds without cgo.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

// How a run ended, for whoever called it.
const (
	exitOK       = 0
	exitProblems = 1
	exitUsage    = 2
)

// streams are what a subcommand reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// A subcommand gets what stands after its name. An error without more ends it
// with exitProblems and is told; see usageError and errTold for the others.
type subcommand struct {
	name, usage, summary string
	run                  func(s streams, args []string) error
}

// errTold ends a subcommand whose problems stand in its output already.
var errTold = errors.New("told already")

// usageError is a mistake in how the subcommand was called.
type usageError struct{ error }

func subcommands() []subcommand {
	return []subcommand{
		{"check", checkUsage, "tell everything that is wrong with call scripts", check},
		{"fmt", fmtUsage, "write call scripts in their one canonical form; -w changes the files", format},
		{"coverage", coverageUsage, "tell which teachings scenarios train, as a table", cover},
		{"explain", explainUsage, "tell more about a problem, by the code in its brackets", explain},
		{"from-json", fromJSONUsage, "write the call script that a JSON form stands for", fromJSON},
		{"json", jsonUsage, "write a call script as JSON for other programs, or the JSON Schema of that", toJSON},
		{"new", newUsage, "write a small whole scenario to start from", writeNew},
		{"play", playUsage, "play a call, from moves or at the terminal, and score it; or play many at random", play},
		{"prove", proveUsage, "prove that a scenario is fair: reachable, winnable, not won by looks", prove},
		{"test", testUsage, "make the plays written beside scenarios and compare them with what was blessed", test},
		{"map", mapUsage, "draw a scenario as a picture: beats, replies, conditions, hang-ups and the best call", drawMap},
	}
}

func main() {
	os.Exit(run(streams{os.Stdin, os.Stdout, os.Stderr}, os.Args[1:]))
}

func run(s streams, args []string) int {
	if len(args) == 0 {
		usage(s.err)
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		usage(s.out)
		return exitOK
	}
	for _, c := range subcommands() {
		if c.name == args[0] {
			return c.end(s, c.run(s, args[1:]))
		}
	}
	fmt.Fprintf(s.err, "callscript: there is no subcommand %q.\n\n", args[0])
	usage(s.err)
	return exitUsage
}

// end tells how the subcommand ended and gives its exit code.
func (c subcommand) end(s streams, err error) int {
	var wrong usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprintf(s.out, "usage: callscript %s\n    %s\n", c.usage, c.summary)
		return exitOK
	case errors.Is(err, errTold):
		return exitProblems
	case errors.As(err, &wrong):
		fmt.Fprintf(s.err, "callscript %s: %s\nusage: callscript %s\n", c.name, sentence(err), c.usage)
		return exitUsage
	}
	fmt.Fprintf(s.err, "callscript %s: %s\n", c.name, sentence(err))
	return exitProblems
}

// sentence is an error with the full stop that errors are written without.
func sentence(err error) string {
	text := err.Error()
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "callscript checks and plays call scripts.")
	for _, c := range subcommands() {
		fmt.Fprintf(w, "\n  callscript %s\n      %s\n", c.usage, c.summary)
	}
}
