package script

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// finish judges what can be known only at the end of the file: what is missing
// and where names lead.
func (p *parser) finish() {
	if p.last == 0 {
		p.report(Pos{1, 1}, EmptyFile, "", "This file has no script in it. A script begins with: version: 1.")
		return
	}
	p.quiet = false
	cut := p.cutOff()
	p.missingHeadings(cut)
	p.missingKeys(cut)
	p.variants()
	p.nameReplies(cut)
	p.fragments(cut)
	p.concerns()
	p.eachVariant(func() {
		p.beats(cut)
		p.laterCalls(cut)
		p.promise(cut)
	})
	if !Errors(p.diags) {
		p.eachVariant(p.flags)
	}
	if cut {
		p.diags = slices.DeleteFunc(p.diags, func(d Diagnostic) bool { return d.Line == p.last && d.Code != CutOff })
	}
}

// cutOff reports a file that ends in the middle of something. What else is
// wrong with its last line is then a consequence.
func (p *parser) cutOff() bool {
	line := p.text.line(p.last - 1)
	inLast := func(codes ...string) bool {
		return slices.ContainsFunc(p.diags, func(d Diagnostic) bool {
			return d.Line == p.last && slices.Contains(codes, d.Code)
		})
	}
	open := !p.whole && p.last == p.text.lines()
	cut := inLast(UnclosedQuote) || open && slices.ContainsFunc(p.diags, func(d Diagnostic) bool {
		return d.Line == p.last && !slices.Contains([]string{UnknownKey, MisplacedKey, TwiceGiven, TooLong}, d.Code)
	})
	switch p.place {
	case inReply:
		b := p.beat()
		r := b.Replies[len(b.Replies)-1]
		cut = cut || r.Go.Text == "" && !p.excuses[excuse{r.At, "go"}] || r.Go.At.Line == p.last && !p.hasBeat(r.Go.Text) && (open || len(p.s.Calls) == 1 && p.s.Promise != nil)
	case inBeat, inLine:
		b := p.beat()
		cut = cut || len(b.Replies) == 0 && !p.has(inBeat, "ending") && !p.excuses[excuse{b.At, "line"}]
	case inCall, inFragment:
		cut = cut || len(*p.holding()) == 0
	}
	if !cut {
		return false
	}
	at := Pos{p.last, utf8.RuneCountInString(strings.TrimRight(line, " \t")) + 1}
	p.report(at, CutOff, "", "The file ends in the middle of something: a reply needs go:, a beat needs replies or ending:. Write the rest, or fetch the whole file again.")
	return true
}

// hasBeat reports whether there is a beat of this name.
func (p *parser) hasBeat(name string) bool {
	for _, h := range p.s.holders() {
		if h.frag && h.id == name || slices.ContainsFunc(h.beats, func(b Beat) bool { return b.ID == name }) {
			return true
		}
	}
	return name == Return && p.fragment
}

func (p *parser) has(pl place, name string) bool {
	_, ok := p.given[pl].at(name)
	return ok
}

func (p *parser) missingHeadings(cut bool) {
	var missing []string
	for _, name := range []string{"CALLER", "CONCERNS"} {
		if _, ok := p.sections[name]; !ok {
			missing = append(missing, name)
		}
	}
	if len(p.s.Calls) == 0 && !p.strangeCall {
		missing = append(missing, "CALL first")
	}
	if len(missing) == 0 || cut || p.lost[lost] > 0 {
		return
	}
	word := "The heading %s is missing, with what belongs under it."
	if len(missing) > 1 {
		word = "The headings %s are missing, with what belongs under them."
	}
	p.report(Pos{p.last, 1}, MissingHeading, "", word, andList(missing)).Missing = strings.Join(missing, ", ")
}

// missingKeys reports required keys that are not given; not for the place in
// which a file ends too early, where the rest is still to come.
func (p *parser) missingKeys(cut bool) {
	unfinished := cut || len(p.s.Calls) == 0 && !p.strangeCall
	if !unfinished || p.place != inHeader {
		p.missingIn(inHeader, Pos{1, 1}, "The script")
	}
	if at, ok := p.sections["CALLER"]; ok && !(unfinished && p.place == inCaller) {
		p.missingIn(inCaller, at, "CALLER")
	}
	if p.s.Promise != nil && !(unfinished && p.place == inPromise) {
		p.missingIn(inPromise, p.s.Promise.At, "PROMISE")
	}
}

// missingIn reports the required keys that a place lacks, unless as many of
// its lines could not be read, which then are what is missing.
func (p *parser) missingIn(pl place, at Pos, who string) {
	var missing []string
	for _, name := range required[pl] {
		if !p.has(pl, name) {
			missing = append(missing, name)
		}
	}
	if len(missing) <= p.lost[pl] {
		return
	}
	for _, name := range missing {
		p.report(at, MissingKey, "", "%s has no %s:. Add it %s.", who, name, strings.TrimPrefix(belongs[pl], "to ")).Missing = name + ":"
	}
}

// concerns looks up every name of a concern.
func (p *parser) concerns() {
	known := map[string]Pos{}
	p.known = known
	var names []string
	p.eachVariant(func() {
		first := map[string]Pos{}
		for _, c := range p.s.Concerns {
			if at, twice := first[c.ID]; twice && c.ID != "" {
				p.report(c.At, TwiceNamed, "", "A concern named %q already stands in line %d. Give this one another name.", c.ID, at.Line)
				continue
			}
			first[c.ID], known[c.ID] = c.At, c.At
			names = append(names, c.ID)
		}
	})
	if at, ok := p.sections["CONCERNS"]; ok && len(p.s.Concerns) == 0 && p.lost[inConcerns] == 0 && len(p.s.Calls) > 0 {
		p.report(at, MissingKey, "", "Under CONCERNS stands at least one concern, as in: stated late-parcel: text.").Missing = "stated"
		return
	}
	var strange []Word
	for _, ref := range p.concernRefs {
		if _, ok := known[ref.Text]; !ok && ref.Text != "" {
			strange = append(strange, ref)
		}
	}
	p.eachStrange(strange, func(w Word, also string) {
		p.report(w.At, UnknownConcern, p.nearest(w.Text, names), "There is no concern %q under CONCERNS.%s", clip(w.Text), also)
	})
}

// eachStrange reports each unknown name once, where it first stands, and says
// where else: that is one mistake, and often the name's own definition.
func (p *parser) eachStrange(refs []Word, report func(w Word, also string)) {
	lines := map[string][]int{}
	var order []Word
	for _, w := range refs {
		if _, seen := lines[w.Text]; !seen {
			order = append(order, w)
		}
		lines[w.Text] = append(lines[w.Text], w.At.Line)
	}
	for _, w := range order {
		report(w, alsoIn(lines[w.Text][1:]))
	}
}

// alsoIn says in which further lines the same name stands.
func alsoIn(lines []int) string {
	lines = slices.Compact(lines)
	switch {
	case len(lines) == 0:
		return ""
	case len(lines) == 1:
		return fmt.Sprintf(" Line %d names it too.", lines[0])
	case len(lines) > 4:
		return fmt.Sprintf(" %d more lines name it too.", len(lines))
	}
	var words []string
	for _, n := range lines {
		words = append(words, fmt.Sprint(n))
	}
	return " Lines " + andList(words) + " name it too."
}
