package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// A page is a document that teaches the tool by a running example: its blocks
// say what the reader types, and what is then seen.
type page struct {
	lines  []string
	blocks []block
}

// A block is what stands between two fences of a page.
type block struct {
	kind string // the word after the fence
	from int    // its first line within the page, from 0
	to   int    // the line of the fence that closes it
}

const fence = "```"

func readPage(text string) page {
	p := page{lines: strings.Split(text, "\n")}
	open := -1
	for i, l := range p.lines {
		kind, fenced := strings.CutPrefix(l, fence)
		switch {
		case fenced && open < 0:
			open = len(p.blocks)
			p.blocks = append(p.blocks, block{kind: kind, from: i + 1, to: len(p.lines)})
		case fenced:
			p.blocks[open].to, open = i, -1
		}
	}
	return p
}

// A reader does with a scenario what a page says, in the current folder.
type reader struct {
	file    string // the scenario, as quiet-clock.call
	touched string // the part that the last block wrote
}

// follow takes a block that changes files.
func (r *reader) follow(kind string, lines []string) error {
	switch kind {
	case "call":
		return r.write(lines)
	case "diff":
		return r.edit(lines)
	case "plays":
		return os.WriteFile(beside(r.file), []byte(strings.Join(lines, "\n")+"\n"), 0o644)
	}
	return nil
}

// headingLine is the heading of a part of a scenario.
var headingLine = regexp.MustCompile(`^(FILE|CONCERNS|PROMISE|CALLER [a-z0-9-]+|CALL [a-z]+|FRAGMENT [a-z0-9-]+)$`)

// part is a heading with all that stands under it and the comments directly
// above it. The name of the caller belongs to what stands under the heading.
type part struct {
	name  string // "" is the top of the file
	lines []string
}

func parts(lines []string) []part {
	all := []part{{}}
	for _, l := range lines {
		last := &all[len(all)-1]
		if headingLine.MatchString(l) {
			above := len(last.lines)
			for above > 0 && strings.HasPrefix(last.lines[above-1], "#") {
				above--
			}
			name := l
			if strings.HasPrefix(l, "CALLER ") {
				name = "CALLER"
			}
			next := part{name, slices.Clone(last.lines[above:])}
			last.lines = last.lines[:above]
			all = append(all, next)
			last = &all[len(all)-1]
		}
		last.lines = append(last.lines, l)
	}
	return all
}

// write puts the parts of a block in the place of the parts of the same name.
// A block that begins with a beat goes on with the part written last.
func (r *reader) write(lines []string) error {
	src, err := os.ReadFile(r.file)
	if err != nil {
		return err
	}
	file := parts(strings.Split(strings.TrimRight(string(src), "\n"), "\n"))
	for _, p := range parts(lines) {
		if p.name == "" && !slices.ContainsFunc(p.lines, func(l string) bool { return strings.HasPrefix(l, "version:") }) {
			if len(p.lines) == 0 {
				continue
			}
			at := slices.IndexFunc(file, func(f part) bool { return f.name == r.touched })
			file[at].lines = append(append(file[at].lines, ""), p.lines...)
			continue
		}
		at := slices.IndexFunc(file, func(f part) bool { return f.name == p.name })
		if at < 0 {
			return fmt.Errorf("%s has no part %q", r.file, p.name)
		}
		file[at].lines, r.touched = p.lines, p.name
	}
	var out strings.Builder
	for i, p := range file {
		if i > 0 {
			out.WriteString("\n")
		}
		out.WriteString(strings.Trim(strings.Join(p.lines, "\n"), "\n") + "\n")
	}
	return os.WriteFile(r.file, []byte(out.String()), 0o644)
}

// edit takes out the lines with a minus and puts in those with a plus.
// Where a blank line divides them, there are several places.
func (r *reader) edit(lines []string) error {
	src, err := os.ReadFile(r.file)
	if err != nil {
		return err
	}
	for _, place := range strings.Split(strings.Join(lines, "\n"), "\n\n") {
		var before, after strings.Builder
		for _, l := range strings.Split(place, "\n") {
			if l[0] != '+' {
				before.WriteString(l[1:] + "\n")
			}
			if l[0] != '-' {
				after.WriteString(l[1:] + "\n")
			}
		}
		if n := bytes.Count(src, []byte(before.String())); n != 1 {
			return fmt.Errorf("what is to be changed stands in %s %d times:\n%s", r.file, n, before.String())
		}
		src = bytes.Replace(src, []byte(before.String()), []byte(after.String()), 1)
	}
	return os.WriteFile(r.file, src, 0o644)
}

// A command is one command of a console block with what is seen after it.
type command struct {
	args []string
	seen []string
}

const prompt = "$ "

// commands are those of a console block.
func commands(lines []string) ([]command, error) {
	var all []command
	for _, l := range lines {
		if typed, ok := strings.CutPrefix(l, prompt); ok {
			words, err := shellWords(typed)
			if err != nil {
				return nil, err
			}
			if len(words) == 0 || words[0] != "callscript" {
				return nil, fmt.Errorf("%q is no command of callscript; show it in a block of another kind", typed)
			}
			all = append(all, command{args: words[1:]})
			continue
		}
		if len(all) == 0 {
			return nil, fmt.Errorf("a console block begins with a command, not with %q", l)
		}
		last := &all[len(all)-1]
		last.seen = append(last.seen, l)
	}
	return all, nil
}

// shellWords divides a command as a shell does, as far as quotes go.
func shellWords(s string) ([]string, error) {
	var words []string
	word, quote, in := "", rune(0), false
	for _, c := range s {
		switch {
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
			word += string(c)
		case c == '\'' || c == '"':
			quote, in = c, true
		case c == ' ':
			if in {
				words = append(words, word)
			}
			word, in = "", false
		default:
			word += string(c)
			in = true
		}
	}
	if quote != 0 {
		return nil, fmt.Errorf("a quotation mark is not closed in %q", s)
	}
	if in {
		words = append(words, word)
	}
	return words, nil
}

// run gives what a terminal shows after a command: both outputs, and what is
// typed at a prompt.
func (c command) run() []string {
	var screen bytes.Buffer
	typed := typist{screen: &screen}
	for _, l := range c.seen {
		if answer, ok := strings.CutPrefix(l, "> "); ok {
			typed.answers = append(typed.answers, answer+"\n")
		}
	}
	run(streams{&typed, &screen, &screen}, c.args)
	shown := strings.Trim(screen.String(), "\n")
	if shown == "" {
		return nil
	}
	return strings.Split(shown, "\n")
}

// A typist gives one answer whenever it is asked, and the terminal shows it.
type typist struct {
	answers []string
	screen  *bytes.Buffer
}

func (t *typist) Read(into []byte) (int, error) {
	if len(t.answers) == 0 {
		return 0, os.ErrClosed
	}
	n := copy(into, t.answers[0])
	t.screen.WriteString(t.answers[0])
	t.answers = t.answers[1:]
	return n, nil
}

// folder is where a page's example is worked on, with all files in it.
func folder() (map[string][]byte, error) {
	files := map[string][]byte{}
	names, err := filepath.Glob("*")
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files[name] = src
	}
	return files, err
}
