package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"keepcool/app/solve/proof"
)

// write tells what is proved of a scenario for people: the figures of the text
// and of each setting, then the findings, each once and the warnings last.
func (p *proven) write(out io.Writer) error {
	if len(p.Variants) == 0 {
		return printProblems(out, p.Problems, 1)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", p.File, p.Title)
	for _, v := range p.Variants {
		if v.Variant != "" {
			fmt.Fprintf(&b, "variant %s\n", v.Variant)
		}
		v.writeText(&b)
		for _, s := range v.Settings {
			writeSetting(&b, s)
		}
	}
	for _, warnings := range [...]bool{false, true} {
		for _, f := range p.findings() {
			if f.Warning == warnings {
				p.writeFinding(&b, f)
			}
		}
	}
	verdict := "everything required is proved"
	if !p.holds() {
		verdict = "NOT PROVED"
	}
	fmt.Fprintf(&b, "%s: %s, in %.2f s.\n\n", p.Scenario, verdict, p.Seconds)
	return printText(out, b.String())
}

func (v *provenVariant) writeText(b *strings.Builder) {
	t := v.Text
	fmt.Fprintf(b, "  text: %s\n", tally(t.Verdicts))
	fmt.Fprintf(b, "    no line has more than %s, no reply more than %s\n", count(t.LongestLine, "word"), count(t.LongestReply, "word"))
	if t.Graded {
		fmt.Fprintf(b, "    reading grade: the caller %.1f, the replies %.1f\n", t.LineGrade, t.ReplyGrade)
	}
	fmt.Fprintf(b, "    %s wanted, %d of them at two beats or more\n", count(t.Strengths, "behaviour"), t.TwoChances)
}

func writeSetting(b *strings.Builder, s provenSetting) {
	fmt.Fprintf(b, "  %s: %s; %s searched in %.2f s\n", s.Setting, tally(s.Verdicts), count(s.States, "state"), s.Seconds)
	for _, k := range s.Keys {
		fmt.Fprintf(b, "    %-6s from %d to %d points, at stake in %s\n", k.Key, k.Least, k.Most, count(k.Beats, "beat"))
	}
	if s.Best != nil {
		fmt.Fprintf(b, "    the best play: %d overall, spoken in %.1f minutes, %.1f of them the first call\n", s.Best.Overall, s.Minutes.All, s.Minutes.First)
	}
	if r := s.Reading; r.Words > 0 {
		fmt.Fprintf(b, "    the first call has up to %s to read, in %.1f minutes\n", count(r.Words, "word"), r.Minutes)
	}
	if j := s.Joint; j != nil {
		fmt.Fprintf(b, "    90 in all keys: %d, %d, %d, %d with %d patience to spare, by %s\n", j.Scores[0], j.Scores[1], j.Scores[2], j.Scores[3], j.Patience, strings.Join(j.Moves, ","))
	}
	if r := s.Random; r != nil {
		var each []string
		for _, p := range s.Players {
			each = append(each, fmt.Sprintf("%s %d", p.Name, p.Overall))
		}
		fmt.Fprintf(b, "    by looks: %s; the best reply is the longest in %d of %s\n", strings.Join(each, ", "), s.Longest.Beats, count(s.Longest.Of, "beat"))
		fmt.Fprintf(b, "    %d random plays: %d passed, from %d to %d, half to %d, nine in ten to %d\n", r.Plays, r.Passed, r.Least, r.Most, r.Median, r.Ninth)
	}
	if len(s.HangUp) > 0 {
		fmt.Fprintf(b, "    the caller hangs up at the earliest after %s\n", strings.Join(s.HangUp, ","))
	}
	if len(s.Undecided) > 0 {
		why := "waiting for no-ending to be mended"
		if !s.Finished {
			why = "not finished"
		}
		fmt.Fprintf(b, "    %s: %s\n", why, strings.Join(s.Undecided, ", "))
	}
}

// told is a finding with where it was made.
type told struct {
	proof.Finding
	in []where
}

// where is a variant, "" where there is only one, and its settings; none for
// what the text alone shows.
type where struct {
	variant  string
	settings []string
}

// findings are all findings, those of several variants and settings told once,
// by the shortest of their lists.
func (p *proven) findings() []told {
	var all []told
	find := func(f proof.Finding, variant, setting string) {
		i := slices.IndexFunc(all, func(t told) bool { return t.Code == f.Code && t.Line == f.Line && t.Message == f.Message })
		if i < 0 {
			i = len(all)
			all = append(all, told{Finding: f})
		}
		t := &all[i]
		if n := len(t.in); n == 0 || t.in[n-1].variant != variant {
			t.in = append(t.in, where{variant: variant})
		}
		if setting != "" {
			last := &t.in[len(t.in)-1]
			last.settings = append(last.settings, setting)
		}
		if len(f.Moves) < len(t.Moves) {
			t.Moves = f.Moves
		}
	}
	for _, v := range p.Variants {
		for _, f := range v.Text.Findings {
			find(f, v.Variant, "")
		}
	}
	for _, v := range p.Variants {
		for _, s := range v.Settings {
			for _, f := range s.Findings {
				find(f, v.Variant, s.Setting)
			}
		}
	}
	return all
}

// where is "in normal, hard", "in clay" or "in clay (normal, hard)".
func (t told) where() string {
	var parts []string
	for _, w := range t.in {
		settings := strings.Join(w.settings, ", ")
		switch {
		case w.variant == "" && settings != "":
			parts = append(parts, settings)
		case settings != "":
			parts = append(parts, fmt.Sprintf("%s (%s)", w.variant, settings))
		case w.variant != "":
			parts = append(parts, w.variant)
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " in " + strings.Join(parts, ", ")
}

func (p *proven) writeFinding(b *strings.Builder, f told) {
	at, kind := p.File, "fails"
	if f.Line > 0 {
		at = fmt.Sprintf("%s:%d", p.File, f.Line)
	}
	if f.Warning {
		kind = "warning"
	}
	fmt.Fprintf(b, "  %s: %s%s: %s [%s]\n", at, kind, f.where(), f.Message, f.Code)
	if len(f.Moves) > 0 {
		fmt.Fprintf(b, "    shown by %s\n", strings.Join(f.Moves, ","))
	}
}

// tally is how much is proved, in words.
func tally(v proof.Verdicts) string {
	failing, warned := map[string]bool{}, map[string]bool{}
	for _, f := range v.Findings {
		if f.Warning {
			warned[f.Code] = true
		} else {
			failing[f.Code] = true
		}
	}
	out := fmt.Sprintf("%d proved", len(v.Proved))
	for _, more := range []struct {
		n    int
		what string
	}{{len(failing), "failing"}, {len(warned), "warned of"}, {len(v.Undecided), "undecided"}} {
		if more.n > 0 {
			out += fmt.Sprintf(", %d %s", more.n, more.what)
		}
	}
	return out
}
