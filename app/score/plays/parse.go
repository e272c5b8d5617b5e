package plays

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"keepcool/app/call"
	"keepcool/app/script"
)

// A File is the plays of one scenario as they were written.
type File struct {
	Plays []Play
	lines []string // with their ends
}

// A Play is one play of a File.
type Play struct {
	Kind    string
	Line    int // of its PLAY, from 1
	Setting call.Setting
	Variant string // "" for the scenario as it stands
	Moves   []Move
	Want    Want

	at   map[string]int // the line of each of its keys, from 0
	last int            // the last line that belongs to it, from 0
}

// A Move is a move as it was written.
type Move struct {
	Text string
	Line int
}

// A Problem is what is wrong with a file of plays, for its author.
type Problem struct {
	Line    int    `json:"line"`
	Message string `json:"message"`
}

var keys = []string{"setting", "variant", "moves", "score", "ending"}

const heading = "PLAY"

// Parse reads a file of plays. Plays with problems are left out.
func Parse(src []byte) (*File, []Problem) {
	p := &parser{file: &File{}}
	if !utf8.Valid(src) {
		return p.file, []Problem{{1, "This file is not text in UTF-8. Save it as UTF-8 in your editor."}}
	}
	p.file.lines = strings.SplitAfter(string(src), "\n")
	for i, l := range p.file.lines {
		p.line = i
		p.read(strings.TrimSpace(strings.TrimPrefix(l, "\ufeff")))
	}
	p.close()
	if len(p.file.Plays) == 0 && len(p.problems) == 0 {
		p.problemAt(1, "There is no play in this file. A play begins with %s and its kind, as %s best.", heading, heading)
	}
	return p.file, p.problems
}

type parser struct {
	file     *File
	problems []Problem
	line     int // from 0
	play     *Play
	key      string // the key that a line without one goes on with
	sound    bool   // of the play
	stray    bool   // it was told that lines stand before the first play
}

func (p *parser) problem(format string, args ...any) {
	p.problemAt(p.line+1, format, args...)
}

func (p *parser) problemAt(line int, format string, args ...any) {
	p.problems = append(p.problems, Problem{line, fmt.Sprintf(format, args...)})
	p.sound = false
}

func (p *parser) read(l string) {
	if l == "" || l[0] == '#' {
		return
	}
	first := strings.Fields(l)[0]
	word, value, isKey := strings.Cut(l, ":")
	isKey = isKey && (word+":" == first || slices.Contains(keys, word))
	switch {
	case strings.EqualFold(first, heading):
		p.open(strings.TrimSpace(l[len(first):]))
	case p.play == nil && p.stray:
	case p.play == nil:
		p.problem("A play begins with %s and its kind, as %s best.", heading, heading)
		p.stray = true
	case isKey:
		p.give(word, strings.TrimSpace(value))
	case p.key == "moves":
		p.moves(l)
	default:
		p.problem("This line belongs to nothing. A play has %s.", listed(keys))
	}
}

func (p *parser) open(kind string) {
	p.close()
	p.play = &Play{Kind: kind, Line: p.line + 1, Setting: call.Normal, at: map[string]int{}, last: p.line}
	p.key, p.sound = "", true
	if kind == "" || strings.ContainsFunc(kind, func(r rune) bool {
		return r != '-' && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}) {
		p.problem("After %s stands one word of small letters, digits and hyphens: best, decent, rescue, beginner, worst or a name of your own.", heading)
	}
}

func (p *parser) close() {
	if p.play == nil {
		return
	}
	if len(p.play.Moves) == 0 && p.sound {
		p.problemAt(p.play.Line, "This play has no moves:.")
	}
	if p.sound {
		p.file.Plays = append(p.file.Plays, *p.play)
	}
	p.play = nil
}

func (p *parser) give(key, value string) {
	if !slices.Contains(keys, key) {
		hint := ""
		if near := script.Nearest(key, keys); near != "" {
			hint = fmt.Sprintf(" Did you mean %s:?", near)
		}
		p.problem("There is no %s: in a play. A play has %s.%s", key, listed(keys), hint)
		return
	}
	if _, twice := p.play.at[key]; twice {
		p.problem("This play has a %s: already.", key)
		return
	}
	p.play.at[key], p.play.last, p.key = p.line, p.line, key
	switch key {
	case "setting":
		p.setting(value)
	case "variant":
		p.play.Variant = value
	case "moves":
		p.moves(value)
	case "score":
		if problem := p.play.Want.readScore(value); problem != "" {
			p.problem("%s", problem)
		}
	case "ending":
		p.play.Want.Ending = value
	}
}

func (p *parser) setting(value string) {
	set, ok := call.ParseSetting(value)
	if !ok {
		p.problem("There is no setting %q. There are gentle, normal and hard.", value)
	}
	p.play.Setting = set
}

func (p *parser) moves(list string) {
	p.play.last = p.line
	for _, word := range strings.Split(list, ",") {
		if word = strings.TrimSpace(word); word != "" {
			p.play.Moves = append(p.play.Moves, Move{word, p.line + 1})
		}
	}
}

// listed is a list of keys in words.
func listed(keys []string) string {
	n := len(keys) - 1
	return strings.Join(keys[:n], ":, ") + ": and " + keys[n] + ":"
}
