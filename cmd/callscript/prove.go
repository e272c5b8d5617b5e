package main

import (
	"errors"
	"time"

	"keepcool/app/call"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/app/solve/proof"
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
func prove(s streams, args []string) error {
	o, err := proveArgs(args)
	if err != nil {
		return err
	}
	by, err := shippedScoring()
	if err != nil {
		return err
	}
	all := []proven{}
	sound := true
	for _, path := range o.paths {
		p := proveFile(path, by, o)
		sound = sound && p.holds()
		all = append(all, p)
		if !o.json {
			err = errors.Join(err, p.write(s.out))
		}
	}
	if o.json {
		err = printJSON(s.out, all)
	}
	if err == nil && !sound {
		err = errTold
	}
	return err
}

func proveArgs(args []string) (proveOptions, error) {
	o := proveOptions{settings: call.Settings[:]}
	flags := newFlags("prove")
	settingFlag(flags, func(s call.Setting) { o.settings = []call.Setting{s} })
	flags.IntVar(&o.states, "states", solve.DefaultBudget, "")
	flags.BoolVar(&o.json, "json", false, "")
	left, err := parse(flags, args)
	if err != nil {
		return o, err
	}
	if o.paths, err = scripts(left); err != nil {
		return o, err
	}
	if o.states < 1 {
		return o, usageError{errors.New("--states is how many states a search may hold, 1 or more")}
	}
	return o, nil
}

func proveFile(path string, by scoring, o proveOptions) proven {
	begun := time.Now()
	p := proven{File: path, Rules: call.Rules}
	c, problems := compile(path, by.rubric)
	if c == nil {
		p.Problems = problems
		return p
	}
	p.Scenario, p.Title, p.Hash = c.Scenario.ID, c.Scenario.Title, c.Scenario.Hash()
	p.Text = proof.Read(c)
	for _, set := range o.settings {
		from := time.Now()
		report := proof.Prove(c, set, by.weights, o.states)
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
