package script

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Parse reads a script. It returns what could be read, and every problem in
// the order of the lines. The scenario is nil only where the file is no text,
// too big or written for a newer version; rely on it only when Errors
// finds none among the diagnostics.
func Parse(file string, src []byte) (*Scenario, []Diagnostic) {
	text, refused := decode(file, src)
	if refused != nil {
		return nil, []Diagnostic{*refused}
	}
	p := &parser{
		file:     file,
		text:     rule(text),
		whole:    strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\r"),
		s:        &Scenario{},
		place:    inHeader,
		excuses:  map[excuse]bool{},
		strayed:  map[string]bool{},
		counts:   map[bool]int{},
		sections: map[string]Pos{},
	}
	for i := range p.text.lines() {
		p.read(i)
		if p.newer {
			return nil, p.diags[len(p.diags)-1:]
		}
	}
	p.finish()
	return p.s, p.inOrder()
}

// A parser goes once through the lines. What names something further down is
// kept in concernRefs and the scenario itself, and looked up by finish.
type parser struct {
	file  string
	text  ruled
	whole bool // the last line is ended
	s     *Scenario
	diags []Diagnostic

	no     int    // of the current line, from 1
	now    string // the current line
	last   int    // the last line that is neither blank nor comment
	before int    // the one before it
	quiet  bool
	newer  bool

	place    place
	fragment bool            // the beats belong to the last fragment, not to the last call
	given    [lost + 1]given // the keys given so far in each open place
	lost     [lost + 1]int   // lines of each open place that could not be read
	talk     subject         // the words that evidence is looked up in
	mistakes int             // problems met, those left unsaid included

	// Where the parts of beats are kept, and room that is used again and again.
	said    block[Line]
	replies block[Reply]
	spoken  block[Fact]
	proofs  block[Shown]
	words   block[Word]
	terms   block[Term]
	groups  block[[]Term]
	numbers block[int]
	parts   []piece
	fields  []piece
	heads   []piece
	listed  []entry

	excuses     map[excuse]bool
	astray      int             // the last line whose key belongs elsewhere
	strayed     map[string]bool // the keys that stood in such lines
	ahead       map[string]int  // the last line that begins with a word
	apart       bool            // some part belongs to some variants only
	nameless    int             // beats whose heading is missing
	openedAt    int             // the line of the last CALL or FRAGMENT
	lastBeat    Pos             // the last of the file
	lastReply   Pos
	sections    map[string]Pos // the headings seen
	concernRefs []Word
	known       map[string]Pos      // the concerns
	strangeCall bool                // a CALL heading could not be read
	told        map[problemAt]*told // while one variant after another is judged
	counts      map[bool]int        // of errors (false) and warnings (true)
	dropped     bool                // errors beyond maxProblems
}

// read reads one line.
func (p *parser) read(i int) {
	p.no, p.quiet = i+1, false
	raw := p.text.line(i)
	p.now = raw
	if len(raw) > maxLine {
		p.last = p.no
		p.report(Pos{p.no, 1}, TooLong, "", "This line is longer than 1 MB. Check that this file is a call script.")
		p.spoil()
		return
	}
	l := piece{raw, 0}.trim()
	if l.empty() || l.text[0] == '#' {
		return
	}
	p.before, p.last = p.last, p.no
	switch {
	case l.text[0] == '>':
		p.openReply(l)
	case l.text[0] == '=':
		p.openBeat(l)
	case p.plainKey(l):
	default:
		if p.heading(l) || p.concern(l) || p.key(l) {
			return
		}
		p.stray(l)
	}
}

// at is the place of byte off of the current line.
func (p *parser) at(off int) Pos {
	return Pos{p.no, utf8.RuneCountInString(p.now[:off]) + 1}
}

// problem reports a mistake in the current line.
func (p *parser) problem(v piece, code, hint, format string, args ...any) *Diagnostic {
	p.mistakes++
	if p.quiet {
		return new(Diagnostic)
	}
	return p.report(p.at(v.off), code, hint, format, args...)
}

// meant reports a mistake whose meaning is clear. The rest of the line is read
// as it was meant, and its further problems are taken as consequences.
func (p *parser) meant(v piece, code, hint, format string, args ...any) *Diagnostic {
	d := p.problem(v, code, hint, format, args...)
	p.quiet = true
	return d
}

// report returns the problem, so that it can be told more of; of one that is
// not kept, nobody hears it.
func (p *parser) report(at Pos, code, hint, format string, args ...any) *Diagnostic {
	d := Diagnostic{
		Code: code, File: p.file, Line: at.Line, Col: at.Col, Hint: hint,
		Message: fmt.Sprintf(format, args...),
		Warning: slices.Contains(warnings, code),
	}
	if p.again(code, at) {
		return &d
	}
	if at.Line <= p.text.lines() {
		d.Source = p.text.line(at.Line - 1)
		if len(d.Source) > maxLine {
			d.Source = ""
		}
	}
	if p.counts[d.Warning]++; p.counts[d.Warning] > maxProblems {
		p.dropped = p.dropped || !d.Warning
		return &d
	}
	p.diags = append(p.diags, d)
	return &p.diags[len(p.diags)-1]
}

// nearest is Nearest within bounds: a hint for something far too long or in
// the hundredth problem helps nobody and would cost time.
func (p *parser) nearest(word string, candidates []string) string {
	if len(word) > 60 || len(p.diags) > 100 || len(candidates) > 500 {
		return ""
	}
	hint := Nearest(word, candidates)
	if hint == word {
		return ""
	}
	return hint
}

func (p *parser) inOrder() []Diagnostic {
	sortByPlace(p.diags)
	if p.dropped {
		p.diags = append(p.diags, Diagnostic{
			Code: TooManyProblems, File: p.file, Line: max(p.last, 1), Col: 1,
			Message: fmt.Sprintf("Only the first %d problems are shown. Mend these first, then check again.", maxProblems),
		})
	}
	return p.diags
}
