package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"keepcool/app/call"
	"keepcool/app/flowchart"
	"keepcool/app/solve"
)

const mapUsage = "map FILE [-o FILE.svg] [--setting gentle|normal|hard] [--variant NAME]"

// pictureOrNothing reports whether no more than an older picture is lost where
// path is written anew.
func pictureOrNothing(path string) bool {
	in, err := os.Stat(path)
	if err != nil || in.Mode().IsRegular() && in.Size() == 0 {
		return true
	}
	if !in.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head, _ := io.ReadAll(io.LimitReader(f, 1000))
	return bytes.Contains(head, []byte("<svg"))
}

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
	if !pictureOrNothing(*to) {
		return usageError{fmt.Errorf("%s is there and is no picture; name another file", *to)}
	}
	if err := replaceFile(*to, picture); err != nil {
		return fmt.Errorf("the picture could not be written: %w", err)
	}
	what := c.Scenario.ID
	if name := variantOf(c); name != "" {
		what += ", variant " + name + ","
	}
	return printText(s.out, fmt.Sprintf("%s shows %s in the %s setting.\n", *to, what, set))
}
