package script

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sections are the headings that stand alone in their line.
var sections = []string{"FILE", "CONCERNS", "PROMISE"}

// roles are what may follow CALL.
var roles = []string{string(First), string(Inside), string(Kept), string(Late), string(Missed)}

// callWords is what stands after CALL, for a sentence.
const callWords = "After CALL stands which call it is: first, inside, kept, late or missed."

// headingWords are the words that headings begin with, for a near miss.
var headingWords = []string{"file", "concerns", "promise", "call", "caller", "fragment"}

const headingList = "FILE, CALLER, CONCERNS, PROMISE, CALL and FRAGMENT"

// heading reads a heading or a line of the caller and reports whether l is
// one, or is meant as one.
func (p *parser) heading(l piece) bool {
	word, rest := l.first()
	switch {
	case word.text == "CALLER":
		p.caller(l, rest)
	case word.text == "CALL" && !strings.HasPrefix(rest.text, ":"):
		p.openCall(word, rest)
	case word.text == "FRAGMENT" && !strings.HasPrefix(rest.text, ":"):
		p.openFragment(word, rest)
	case slices.Contains(sections, l.text):
		p.openSection(l, l.text)
	default:
		return p.nearHeading(l, word, rest)
	}
	return true
}

// nearHeading reads what was probably meant as a heading: FILE written as
// File, FILES or FILE:. Within speech that has run over its line, ordinary
// words come near a heading too, so a near miss counts only in capitals.
func (p *parser) nearHeading(l, word, rest piece) bool {
	said := strings.Contains(rest.text, ":")
	if strings.EqualFold(word.text, "CALLER") && (said || len(rest.fields()) == 1) {
		p.meant(word, UnknownHeading, "CALLER", "CALLER is written in capitals.")
		p.caller(l, rest)
		return true
	}
	if strings.Contains(l.text, ":") && !(said && shout(word.text)) || len(l.fields()) > 2 && !said {
		return false
	}
	hint := strings.ToUpper(word.text)
	if !slices.Contains(sections, hint) && hint != "CALL" && hint != "FRAGMENT" {
		first, _ := utf8.DecodeRuneInString(word.text)
		if !shout(word.text) && (p.place >= inCall || !unicode.IsUpper(first)) {
			return false
		}
		hint = strings.ToUpper(p.nearest(word.text, headingWords))
	}
	if hint == "" && !shout(word.text) || said && hint != "CALLER" || (hint == "CALL" || hint == "FRAGMENT") && rest.empty() && !shout(word.text) {
		return false
	}
	if hint == "" {
		p.problem(word, UnknownHeading, "", "%q is not a heading. The headings are "+headingList+".", clip(word.text))
		p.place = lost
		return true
	}
	p.meantHeading(word, rest, hint)
	return true
}

// headingKey reads a section's heading with a colon after it.
func (p *parser) headingKey(word, value piece, keyHint string) bool {
	hint := strings.ToUpper(word.text)
	lower := word.text == strings.ToLower(word.text)
	known := slices.Contains(sections, hint) || hint == "CALL" || hint == "FRAGMENT"
	if lower && (!value.empty() || keyHint != "") {
		return false
	}
	if !known && shout(word.text) {
		hint = strings.ToUpper(p.nearest(word.text, headingWords))
		known = hint != ""
	}
	if !known {
		return false
	}
	p.meantHeading(word, value, hint)
	return true
}

func (p *parser) meantHeading(word, rest piece, hint string) {
	p.meant(word, UnknownHeading, hint, "Headings are "+headingList+": in capitals, without a colon.")
	switch hint {
	case "FRAGMENT":
		p.openFragment(word, rest)
	case "CALL":
		p.openCall(word, rest)
	case "CALLER":
		p.caller(word, rest)
	default:
		p.openSection(word, hint)
	}
}

// shout reports whether a word is written in capitals only.
func shout(word string) bool {
	return len(word) > 2 && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsUpper(r) })
}

func (p *parser) openSection(l piece, name string) {
	p.section(l, name)
	switch name {
	case "CALLER":
		p.open(inCaller)
		p.s.Caller.At = p.at(l.off)
	case "FILE":
		p.open(inFile)
	case "CONCERNS":
		p.open(inConcerns)
	case "PROMISE":
		p.open(inPromise)
		p.s.Promise = &Promise{Grace: Span{30, Minutes}, At: p.at(l.off)}
	}
}

// section notes that a heading has been seen, and reports a second one.
func (p *parser) section(l piece, name string) {
	if first, twice := p.sections[name]; twice {
		p.problem(l, TwiceGiven, "", "%s already stands in line %d. Join the two.", name, first.Line)
		return
	}
	p.sections[name] = p.at(l.off)
}

func (p *parser) seen(section string) bool {
	_, ok := p.sections[section]
	return ok
}

func (p *parser) openCall(word, rest piece) {
	role := rest.text
	if strings.HasPrefix(role, ":") {
		role = strings.TrimSpace(role[1:])
	}
	if !slices.Contains(roles, role) {
		hint := p.nearest(strings.ToLower(role), roles)
		if lower := strings.ToLower(role); slices.Contains(roles, lower) {
			hint = lower
		}
		if hint == "" {
			p.problem(word, UnknownHeading, "", callWords)
			p.place, p.strangeCall = lost, true
			return
		}
		p.meant(word, UnknownHeading, "CALL "+hint, callWords)
		role = hint
	}
	p.addCall(word, Role(role))
}

func (p *parser) addCall(at piece, role Role) {
	p.section(at, "CALL "+string(role))
	p.open(inCall)
	p.fragment, p.openedAt = false, p.no
	if n := len(p.s.Calls); n > 0 && p.s.Calls[n-1].Role == role && len(p.s.Calls[n-1].Beats) == 0 {
		return // the heading stands twice in a row
	}
	p.s.Calls = append(p.s.Calls, Call{Role: role, Outgoing: role == Kept || role == Late || role == Inside, At: p.at(at.off)})
}

func (p *parser) openFragment(word, name piece) {
	if strings.HasPrefix(name.text, ":") {
		name = name.from(1).trim()
	}
	f := Fragment{At: p.at(word.off)}
	if name.empty() {
		p.meant(word, BadName, "", "After FRAGMENT stands its name, as in: FRAGMENT who-is-calling.")
	} else {
		f.ID, f.At = p.name(name), p.at(name.off)
	}
	if f.ID == Return {
		p.problem(name, BadName, "", "A fragment cannot be called return: that is how a fragment is left. Give it another name.")
		f.ID = ""
	}
	p.s.Fragments = append(p.s.Fragments, f)
	p.open(inFragment)
	p.fragment, p.openedAt = true, p.no
	if f.ID == "" {
		p.nameless++
	}
}

// openBeat reads a beat's heading.
func (p *parser) openBeat(l piece) {
	name := l.from(len(l.text) - len(strings.TrimLeft(l.text, "="))).trim()
	if p.place == lost && len(p.s.Calls) == 0 && p.strangeCall {
		return
	}
	if len(p.s.Calls) == 0 && !p.fragment {
		p.meant(l, MissingCall, "", "This beat belongs to no call. Write the heading CALL first above it.").Missing = "CALL first"
		p.addCall(l, First)
	}
	if !strings.HasPrefix(l.text, "==") || strings.HasPrefix(l.text, "===") {
		p.meant(l, UnknownHeading, "== "+clip(name.text), "A beat begins with two equals signs and its name.")
	}
	if name.empty() {
		p.meant(l, BadName, "", "A beat needs a name after ==, in small letters, digits and hyphens.")
	}
	p.addBeat(Beat{ID: p.name(name), At: p.at(name.off)})
}

func (p *parser) addBeat(b Beat) {
	all := p.holding()
	if cap(*all) == 0 {
		*all = make([]Beat, 0, p.beatsAhead())
	}
	*all = append(*all, b)
	p.open(inBeat)
	if b.ID == "" {
		p.nameless++
	}
}

// beatsAhead is about how many beats follow up to the next call or fragment,
// the current one included.
func (p *parser) beatsAhead() int {
	n := 1
	for i := p.no; i < p.text.lines(); i++ {
		l := p.text.line(i)
		if strings.HasPrefix(l, "==") {
			n++
		} else if strings.HasPrefix(l, "CALL ") || strings.HasPrefix(l, "FRAGMENT ") {
			break
		}
	}
	return n
}

// caller reads a line that begins with CALLER: the heading, or what is said.
func (p *parser) caller(l, rest piece) {
	if p.place == lost && strings.Contains(rest.text, ":") {
		return
	}
	tone := piece{}
	if strings.HasPrefix(rest.text, "(") {
		end := strings.IndexByte(rest.text, ')')
		if end < 0 {
			p.problem(rest, BadCaller, "", "The bracket is not closed. The tone stands in brackets, then a colon: CALLER (quiet): text.")
			p.spoil()
			return
		}
		tone, rest = rest.cut(1, end).trim(), rest.from(end+1).trim()
		if !strings.HasPrefix(rest.text, ":") {
			p.problem(rest, BadCaller, "", "A colon is missing before what the caller says: CALLER (quiet): text.")
			p.spoil()
			return
		}
	}
	colon := strings.IndexByte(rest.text, ':')
	switch {
	case colon == 0:
		p.openLine(l, tone, rest.from(1).trim())
	case colon > 0:
		p.problem(rest, BadCaller, "", "Between CALLER and the colon stands at most the tone, in brackets: CALLER (quiet): text.")
		p.spoil()
	case len(rest.fields()) > 1 || p.place >= inCall && p.seen("CALLER"):
		p.problem(rest, BadCaller, "", "What the caller says begins with CALLER and a colon: CALLER: text.")
		p.spoil()
	default:
		p.openCaller(l, rest)
	}
}

func (p *parser) openCaller(l, name piece) {
	p.section(l, "CALLER")
	p.open(inCaller)
	if name.empty() {
		p.problem(l, BadName, "", "After CALLER stands a short name for the caller, as in: CALLER halloran.")
		p.s.Caller.At = p.at(l.off)
		return
	}
	p.s.Caller.ID, p.s.Caller.At = p.name(name), p.at(l.off)
}
