package main

import (
	"errors"
	"fmt"
	"time"

	"keepcool/app/call"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/app/solve/proof"
)

const proveUsage = "prove PATH... [--setting gentle|normal|hard] [--variant NAME] [--states N] [--json]"

// proveOptions are the words behind prove.
type proveOptions struct {
	paths    []string
	settings []call.Setting
	variant  string // "": all
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
	Variants []provenVariant     `json:"variants,omitempty"`
	Seconds  float64             `json:"seconds"`
}

type provenVariant struct {
	Variant  string            `json:"variant,omitempty"` // "" where there is only one
	Text     *proof.TextReport `json:"text"`
	Settings []provenSetting   `json:"settings"`
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
		p, err := proveFile(path, by, o)
		if err != nil {
			return err
		}
		sound = sound && p.holds()
		all = append(all, p)
		if !o.json {
			if err := p.write(s.out); err != nil {
				return err
			}
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
	flags.StringVar(&o.variant, "variant", "", "")
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

func proveFile(path string, by scoring, o proveOptions) (proven, error) {
	begun := time.Now()
	p := proven{File: path, Rules: call.Rules}
	f := compile(path, by.rubric)
	if f.cases == nil {
		p.Problems = f.problems
		return p, nil
	}
	cases := f.cases
	if o.variant != "" {
		c, err := f.variant(o.variant)
		if err != nil {
			return p, usageError{fmt.Errorf("%s: %w", path, err)}
		}
		cases = []*call.Case{c}
	}
	p.Scenario, p.Title, p.Hash = f.scenario.ID, f.scenario.Title, f.scenario.Hash()
	for _, c := range cases {
		v := provenVariant{Variant: variantOf(c), Text: proof.Read(c)}
		for _, set := range o.settings {
			from := time.Now()
			report := proof.Prove(c, set, by.weights, o.states)
			v.Settings = append(v.Settings, provenSetting{report, time.Since(from).Seconds()})
		}
		p.Variants = append(p.Variants, v)
	}
	p.Seconds = time.Since(begun).Seconds()
	return p, nil
}

// holds reports whether everything required is proved.
func (p *proven) holds() bool {
	for _, v := range p.Variants {
		if v.Text.Failed() {
			return false
		}
		for _, s := range v.Settings {
			if s.Failed() || !s.Finished {
				return false
			}
		}
	}
	return len(p.Variants) > 0
}
