package script

import (
	"fmt"
	"slices"
	"strings"
)

// rulesVersion is the version of the script language that this parser reads.
const rulesVersion = 1

func (p *parser) setHeader(name string, v piece) {
	switch name {
	case "version":
		p.setVersion(v)
	case "title":
		p.s.Title = v.text
	case "id":
		p.s.ID = p.name(v)
	case "project":
		p.s.Project = p.name(v)
	case "case":
		p.s.Case = v.text
	case "kind":
		p.setKind(v)
	case "difficulty":
		p.s.Difficulty, _ = p.number(v, 1, 5, "The difficulty")
	case "language":
		p.setLanguage(v)
	case "variants":
		p.s.Variants = p.names(v)
		if len(p.s.Variants) > maxVariants {
			p.problem(v, TooMany, "", "A scenario has at most %d variants.", maxVariants)
			p.s.Variants = p.s.Variants[:maxVariants]
		}
	case "summary":
		p.s.Summary = v.text
	}
}

func (p *parser) setVersion(v piece) {
	n := strings.TrimLeft(plainDashes(v.text), "+0")
	if digits(v.text) && n != "" && n[0] != '-' && (len(n) > 1 || n > "1") {
		p.diags = nil
		p.report(p.at(v.off), NewerVersion, "", "This script is written in version %s of the script language; this program reads version 1. Get the newer program to play it.", clip(v.text))
		p.newer = true
		return
	}
	p.s.Version, _ = p.number(v, 1, rulesVersion, "The version")
}

// setKind reads "survey, no-promise, no-hang-up".
func (p *parser) setKind(v piece) {
	words := p.items(v)
	if len(words) == 0 {
		return
	}
	p.s.Kind = words[0].text
	for _, w := range words[1:] {
		switch word, _ := p.choice(w, "no-promise", "no-hang-up"); word {
		case "no-promise":
			p.s.NoPromise = true
		case "no-hang-up":
			p.s.NoHangUp = true
		}
	}
}

// setPaper reads a line of the client file, or the variants of the last one.
func (p *parser) setPaper(name string, word, v piece) {
	if name != "only" {
		p.given[inFile] = slices.DeleteFunc(p.given[inFile], func(g givenKey) bool { return g.key == "only" })
		p.s.Papers = append(p.s.Papers, Paper{Kind: name, Text: v.text, At: p.at(word.off)})
		return
	}
	if len(p.s.Papers) == 0 {
		p.problem(word, MisplacedKey, "", "The key only: stands under the line of the client file that it is about.")
		return
	}
	p.s.Papers[len(p.s.Papers)-1].Only = p.only(v)
}

func (p *parser) setLanguage(v piece) {
	main, _, _ := strings.Cut(v.text, "-")
	if len(main) < 2 || len(main) > 3 || main != slug(main) || strings.ContainsAny(main, "0123456789") || len(v.fields()) > 1 {
		p.problem(v, UnknownWord, "", "A language is written as its short code, as in: en.")
		return
	}
	p.s.Language = v.text
}

func (p *parser) setCaller(name string, v piece) {
	c := &p.s.Caller
	switch name {
	case "name":
		c.Name = v.text
	case "from":
		c.From = v.text
	case "moods":
		c.Normal, c.Heat = p.moods(v, true, 8)
	case "gentle":
		c.Gentle, _ = p.moods(v, false, 8)
	case "hard":
		c.Hard, _ = p.moods(v, false, 8)
	case "temper":
		c.Temper = Word{p.name(v), p.at(v.off)}
	case "values":
		word, _ := p.choice(v, "safety", "importance", "respect", "delivering")
		c.Values = Word{word, p.at(v.off)}
	}
}

// concern reads "stated light: text" under CONCERNS.
func (p *parser) concern(l piece) bool {
	word, rest := l.first()
	if p.place != inConcerns && p.place != inConcern {
		if word.text != "stated" && word.text != "hidden" || !strings.Contains(rest.text, ":") || p.place == lost || !p.forgotten("CONCERNS") {
			return false
		}
		p.meant(l, MissingHeading, "CONCERNS", "The heading CONCERNS is missing above this line.").Missing = "CONCERNS"
		p.openSection(l, "CONCERNS")
	}
	kind := strings.ToLower(word.text)
	if kind != "stated" && kind != "hidden" {
		if colon := strings.IndexByte(rest.text, ':'); colon <= 0 || len(rest.cut(0, colon).fields()) != 1 {
			return false
		}
		kind = p.nearest(word.text, []string{"stated", "hidden"})
		if kind == "" {
			return false
		}
	}
	if kind != word.text {
		p.meant(word, BadConcern, kind, "A concern begins with stated or hidden.")
	}
	colon := strings.IndexByte(rest.text, ':')
	if colon <= 0 {
		p.problem(rest, BadConcern, "", "A concern is written with a name and a colon, as in: %s late-parcel: text.", kind)
		name, _ := rest.first()
		p.quiet = true
		p.addConcern(kind == "hidden", name, rest)
		return true
	}
	p.addConcern(kind == "hidden", rest.cut(0, colon).trim(), rest.from(colon+1).trim())
	return true
}

func (p *parser) addConcern(hidden bool, name, text piece) {
	c := Concern{ID: p.name(name), Text: text.text, Hidden: hidden, Pays: -1, At: p.at(name.off)}
	if text.empty() {
		p.problem(name, EmptyText, "", "After the colon stands the concern, in one sentence.")
	}
	p.s.Concerns = append(p.s.Concerns, c)
	p.open(inConcern)
}

func (p *parser) setConcern(name string, v piece) {
	c := &p.s.Concerns[len(p.s.Concerns)-1]
	switch name {
	case "opens":
		c.Opens = p.condition(v, true)
	case "only":
		c.Only = p.only(v)
	case "pays":
		if n, ok := p.number(v, 0, 100, "What a concern pays"); ok {
			c.Pays = n
		}
	}
}

func (p *parser) setPromise(name string, v piece) {
	pr := p.s.Promise
	switch name {
	case "what":
		pr.What = v.text
	case "soonest":
		pr.Soonest = p.span(v, 0, Span{})
	case "latest":
		pr.Latest = p.span(v, 1, Span{})
	case "grace":
		pr.Grace = p.span(v, 0, pr.Grace)
	}
}

func (p *parser) call() *Call { return &p.s.Calls[len(p.s.Calls)-1] }

func (p *parser) setCall(name string, word, v piece) {
	c := p.call()
	if why := notIn(c.Role, name); why != "" {
		p.problem(word, MisplacedKey, "", "%s", why)
		return
	}
	switch name {
	case "name":
		c.Name = v.text
	case "what":
		c.What = v.text
	case "temper":
		c.Temper = Word{p.name(v), p.at(v.off)}
	case "direction":
		if way, ok := p.choice(v, "incoming", "outgoing"); ok {
			c.Outgoing = way == "outgoing"
		}
	case "moods":
		c.Moods, _ = p.moods(v, false, 1)
	case "reads":
		c.Reads = p.reads(v)
	}
}

// notIn says why a call of this role cannot have the key, "" where it can.
func notIn(role Role, key string) string {
	switch {
	case key == "direction" || key == "moods" && role != First:
		return ""
	case role == First:
		return fmt.Sprintf("The first call has no %s: of its own. It belongs to the calls after it.", key)
	case key == "reads" && role == Inside:
		return "A call inside knows everything of the first call. Take reads: out."
	case key != "reads" && role != Inside:
		return fmt.Sprintf("The key %s: belongs to CALL inside. In the other calls the caller is on the line.", key)
	}
	return ""
}
