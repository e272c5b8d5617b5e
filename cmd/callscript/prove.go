package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"time"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/app/solve/proof"
	"keepcool/scenarios"
)

const proveUsage = "prove PATH... [--setting gentle|normal|hard] [--states N] [--json]"

// proveOptions are the words behind prove.
type proveOptions struct {
	paths    []string
	settings []call.Setting
	states   int
	json     bool
}

// proven is one scenario as it is printed.
type proven struct {
	File     string              `json:"file"`
	Scenario string              `json:"scenario,omitempty"`
	Title    string              `json:"title,omitempty"`
	Hash     string              `json:"hash,omitempty"`
	Rules    int                 `json:"rules"`
	Problems []script.Diagnostic `json:"problems,omitempty"`
	Text     *proof.TextReport   `json:"text,omitempty"`
	Settings []provenSetting     `json:"settings,omitempty"`
	Seconds  float64             `json:"seconds"`
}

type provenSetting struct {
	*proof.Report
	Seconds float64 `json:"seconds"`
}

// prove judges every script among the paths against the demands on a scenario.
func prove(s streams, args []string) int {
	o, err := proveArgs(args)
	if err == nil {
		o.paths, err = scripts(o.paths)
	}
	if err != nil {
		fmt.Fprintf(s.err, "callscript prove: %v.\nusage: callscript %s\n", err, proveUsage)
		return exitUsage
	}
	r, w, err := shippedScoring()
	if err != nil {
		fmt.Fprintf(s.err, "callscript prove: the rubric cannot be read.\n%v\n", err)
		return exitProblems
	}
	all := []proven{}
	sound := true
	for _, path := range o.paths {
		p := proveFile(path, r, w, o)
		sound = sound && p.holds()
		all = append(all, p)
		if !o.json {
			err = errors.Join(err, p.write(s.out))
		}
	}
	if o.json {
		out := json.NewEncoder(s.out)
		out.SetEscapeHTML(false)
		out.SetIndent("", "  ")
		err = out.Encode(all)
	}
	if err != nil {
		fmt.Fprintf(s.err, "callscript prove: the result could not be written: %v\n", err)
		return exitProblems
	}
	if !sound {
		return exitProblems
	}
	return exitOK
}

func proveArgs(args []string) (proveOptions, error) {
	o := proveOptions{settings: call.Settings[:]}
	flags := flag.NewFlagSet("prove", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	setting := flags.String("setting", "", "")
	flags.IntVar(&o.states, "states", solve.DefaultBudget, "")
	flags.BoolVar(&o.json, "json", false, "")
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return o, err
		}
		if args = flags.Args(); len(args) > 0 {
			o.paths, args = append(o.paths, args[0]), args[1:]
		}
	}
	if len(o.paths) == 0 {
		return o, errors.New("name at least one script, or a folder of scripts")
	}
	if o.states < 1 {
		return o, errors.New("--states is how many states a search may hold, 1 or more")
	}
	if *setting != "" {
		set, ok := call.ParseSetting(*setting)
		if !ok {
			return o, fmt.Errorf("there is no setting %q; there are gentle, normal and hard", *setting)
		}
		o.settings = []call.Setting{set}
	}
	return o, nil
}

func shippedScoring() (*rubric.Rubric, rubric.Weights, error) {
	r, err := shippedRubric()
	if err != nil {
		return nil, rubric.Weights{}, err
	}
	src, err := scenarios.FS.ReadFile("weights.json")
	if err != nil {
		return nil, rubric.Weights{}, err
	}
	w, err := rubric.ParseWeights(src)
	return r, w, err
}

func proveFile(path string, r *rubric.Rubric, w rubric.Weights, o proveOptions) proven {
	begun := time.Now()
	p := proven{File: path, Rules: call.Rules}
	src, err := readScript(path)
	if err != nil {
		p.Problems = checkFile(path, r)
		return p
	}
	sc, problems := script.Parse(path, src)
	var c *call.Case
	if !script.Errors(problems) {
		c, problems = call.Compile(sc, r)
		problems = script.Located(problems, path, src)
	}
	if c == nil {
		p.Problems = problems
		return p
	}
	p.Scenario, p.Title, p.Hash = sc.ID, sc.Title, sc.Hash()
	p.Text = proof.Read(c)
	for _, set := range o.settings {
		from := time.Now()
		report := proof.Prove(c, set, w, o.states)
		p.Settings = append(p.Settings, provenSetting{report, time.Since(from).Seconds()})
	}
	p.Seconds = time.Since(begun).Seconds()
	return p
}

// holds reports whether everything required is proved.
func (p *proven) holds() bool {
	if p.Text == nil || p.Text.Failed() {
		return false
	}
	for _, s := range p.Settings {
		if s.Failed() || !s.Finished {
			return false
		}
	}
	return true
}
