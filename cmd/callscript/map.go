package main

import (
	"bytes"
	"fmt"
	"os"

	"keepcool/app/call"
	"keepcool/app/flowchart"
	"keepcool/app/solve"
)

const mapUsage = "map FILE [-o FILE.svg] [--setting gentle|normal|hard] [--variant NAME]"

// drawMap draws a scenario as one picture, to a file or to the output.
func drawMap(s streams, args []string) error {
	set := call.Normal
	flags := newFlags("map")
	to := flags.String("o", "", "")
	variant := flags.String("variant", "", "")
	settingFlag(flags, func(v call.Setting) { set = v })
	left, err := parse(flags, args)
	if err != nil {
		return err
	}
	path, err := oneFile(left, "draw")
	if err != nil {
		return err
	}
	by, err := shippedScoring()
	if err != nil {
		return err
	}
	c, err := playable(s, path, *variant, by.rubric)
	if err != nil {
		return err
	}
	marks, err := flowchart.Mark(c, set, by.weights, solve.DefaultBudget)
	if err != nil {
		return err
	}
	picture := flowchart.Draw(c, marks)
	if *to == "" {
		return printText(s.out, string(picture))
	}
	if before, err := os.ReadFile(*to); err == nil && !bytes.Contains(before[:min(len(before), 1000)], []byte("<svg")) {
		return usageError{fmt.Errorf("%s is there and is no picture; name another file", *to)}
	}
	if err := os.WriteFile(*to, picture, 0o644); err != nil {
		return fmt.Errorf("the picture could not be written: %w", err)
	}
	what := c.Scenario.ID
	if _, name := c.Scenario.Variant(); name != "" {
		what += ", variant " + name + ","
	}
	return printText(s.out, fmt.Sprintf("%s shows %s in the %s setting.\n", *to, what, set))
}
