package script

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotes are the marks that may stand around evidence. Word processors turn
// the straight one into others, so all are taken.
const quotes = "\"“”„‟«»"

// factKinds are the labels of facts.
var factKinds = []string{string(Want), string(Need), string(Feeling), string(Detail)}

// A subject is the text that evidence is looked up in, with its plain form
// once that was asked for.
type subject struct {
	text, plain string
}

// look makes the plain form.
func (s *subject) look() {
	if s.plain == "" {
		s.plain = plainText(s.text)
	}
}

// plainText is a text with every character plain.
func plainText(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || c == '`' || c == '\t' {
			return strings.Map(plain, s)
		}
	}
	return s // as most lines are
}

// plain maps typographic characters to the ones on a keyboard, each to exactly
// one, so that the n-th character of a plain text is the n-th of the text.
func plain(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '«', '»':
		return '"'
	case '‘', '’', '‚', '‛', '′', '´', '`':
		return '\''
	case '\u00a0', '\u202f', '\t':
		return ' '
	}
	return plainDash(r)
}

// find returns where the words stand in the text, in bytes; typographic and
// straight characters count as the same.
func (s *subject) find(words string) (start, end int, ok bool) {
	s.look()
	words = plainText(words)
	i := strings.Index(s.plain, words)
	if i < 0 || words == "" {
		return 0, 0, false
	}
	if len(s.plain) == len(s.text) { // each character is as long as its plain form
		return i, i + len(words), true
	}
	before := utf8.RuneCountInString(s.plain[:i])
	length := utf8.RuneCountInString(words)
	start = len(firstRunes(s.text, before))
	return start, start + len(firstRunes(s.text[start:], length)), true
}

// like returns the words of the text that the author probably meant: the same
// in capitals or small letters, or without the full stop at the end.
func (s *subject) like(words string) string {
	s.look()
	if len(words) > 1000 || len(s.text) > 10000 {
		return ""
	}
	lower := &subject{s.text, strings.Map(unicode.ToLower, s.plain)}
	for _, w := range []string{words, strings.TrimRight(words, ".,;:!?… "), strings.Join(strings.Fields(words), " ")} {
		if start, end, ok := lower.find(strings.Map(unicode.ToLower, w)); ok {
			return s.text[start:end]
		}
	}
	return ""
}

// An entry is one of a list like: open-question "What were you hoping".
type entry struct {
	head   []piece
	whole  piece // from its head on
	quote  piece
	quoted bool
}

// head is the words of a piece, in room that entries uses again.
func (p *parser) head(v piece) []piece {
	from := len(p.heads)
	p.heads = v.appendFields(p.heads)
	return p.heads[from:len(p.heads):len(p.heads)]
}

// quoteOrComma is where the first quotation mark or comma stands, or -1.
func quoteOrComma(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c == '"' || c == ',':
			return i
		case c >= utf8.RuneSelf:
			if j := strings.IndexAny(s[i:], quotes+","); j >= 0 {
				return i + j
			}
			return -1
		}
	}
	return -1
}

// entries divides a list of quoted entries; what it returns is good until it
// is called again. Commas and quotation marks may
// occur in the quoted words: a mark closes them where the line ends, or where
// a comma and something that may begin the next entry follow.
func (p *parser) entries(v piece, begins func(words []string) bool) []entry {
	list := p.listed[:0]
	p.heads = p.heads[:0]
	defer func() { p.listed = list[:0] }()
	for rest := v; ; {
		i := quoteOrComma(rest.text)
		if i < 0 {
			list = p.addEntry(list, entry{head: p.head(rest), whole: rest})
			return list
		}
		e := entry{head: p.head(rest.cut(0, i)), whole: rest}
		_, size := utf8.DecodeRuneInString(rest.text[i:])
		if rest.text[i] != ',' {
			inside := rest.from(i + size)
			end := closing(inside.text, begins)
			if end < 0 {
				p.problem(rest.from(i), UnclosedQuote, "", "The quotation mark that opens here is never closed.")
				return list
			}
			e.quote, e.quoted = inside.cut(0, end), true
			_, size = utf8.DecodeRuneInString(inside.text[end:])
			rest = inside.from(end + size).trim()
			list = p.addEntry(list, e)
			if rest.empty() {
				return list
			}
			rest = rest.from(1).trim() // the comma
		} else {
			list = p.addEntry(list, e)
			rest = rest.from(i + 1).trim()
		}
		if len(list) > maxItems {
			p.problem(rest, TooMany, "", "A list has at most %d entries.", maxItems)
			return list
		}
	}
}

func (p *parser) addEntry(list []entry, e entry) []entry {
	if len(e.head) == 0 {
		if e.quoted {
			p.problem(e.whole, EmptyValue, "", "Before the quoted words stands what they show.")
		} else {
			p.problem(e.whole, EmptyValue, "", "Nothing stands before or after a comma here. Take the comma out, or write what is missing.")
		}
		return list
	}
	return append(list, e)
}

// anyQuote is where the first quotation mark stands, or -1.
func anyQuote(s string) int {
	i := strings.IndexByte(s, '"')
	end := i
	if i < 0 {
		end = len(s)
	}
	for k := range end {
		if s[k] >= utf8.RuneSelf {
			return strings.IndexAny(s, quotes)
		}
	}
	return i
}

// closing is the place of the mark that closes the quoted words, or -1.
func closing(s string, begins func(words []string) bool) int {
	for i := 0; ; {
		j := anyQuote(s[i:])
		if j < 0 {
			return -1
		}
		_, size := utf8.DecodeRuneInString(s[i+j:])
		after := strings.TrimLeftFunc(s[i+j+size:], unicode.IsSpace)
		if after == "" {
			return i + j
		}
		if after[0] == ',' {
			next := after[1:]
			if k := quoteOrComma(next); k >= 0 {
				next = next[:k]
			}
			// Heads are short; a long stretch is speech.
			if len(next) < 200 && begins(strings.Fields(next)) {
				return i + j
			}
		}
		i += j + size
	}
}

// facts reads what a line says.
func (p *parser) facts(v piece) []Fact {
	var facts []Fact
	begins := func(w []string) bool {
		return len(w) == 0 || len(w) <= 2 && (slices.Contains(factKinds, strings.ToLower(w[0])) || p.nearest(w[0], factKinds) != "")
	}
	for _, e := range p.entries(v, begins) {
		f := Fact{Kind: FactKind(e.head[0].text), At: p.at(e.head[0].off)}
		if !slices.Contains(factKinds, e.head[0].text) {
			p.problem(e.head[0], BadFact, p.nearest(e.head[0].text, factKinds), "A fact is a want, need, feeling or detail, as in: want light \"still orange\".")
			continue
		}
		if len(e.head) > 2 {
			p.problem(e.head[2], BadFact, "", "A fact is its kind, at most one concern, and the words in quotation marks.")
			continue
		}
		if len(e.head) == 2 {
			f.Concern = p.name(e.head[1])
			p.concernRefs = append(p.concernRefs, Word{f.Concern, p.at(e.head[1].off)})
		} else if f.Kind == Want || f.Kind == Need {
			p.problem(e.head[0], FactWithoutConcern, "", "This %s names no concern, so hearing it finds none. Write the concern's name after %s.", f.Kind, f.Kind)
		}
		var ok bool
		if f.Words, f.Start, f.End, ok = p.evidence(e, true); ok {
			facts = p.spoken.add(facts, f)
		}
	}
	return facts
}

// shown reads the behaviours a reply shows.
func (p *parser) shown(v piece, spoken bool) []Shown {
	var shown []Shown
	var seen []string
	for _, e := range p.entries(v, func(w []string) bool { return len(w) < 2 }) {
		s := Shown{Behaviour: p.name(e.head[0]), At: p.at(e.head[0].off)}
		switch {
		case len(e.head) > 1:
			p.problem(e.head[1], MissingComma, "", "A comma is missing before %q.", clip(e.head[1].text))
			continue
		case slices.Contains(seen, s.Behaviour):
			p.problem(e.head[0], TwiceNamed, "", "%q stands twice in this list. Once is enough.", s.Behaviour)
			continue
		}
		seen = append(seen, s.Behaviour)
		s.Words, s.Start, s.End, _ = p.evidence(e, spoken)
		shown = p.proofs.add(shown, s)
	}
	return shown
}

// evidence finds the quoted words of an entry in the words said.
func (p *parser) evidence(e entry, needed bool) (words string, start, end int, ok bool) {
	name := e.head[0]
	if e.quote.trim().empty() {
		if e.quoted || needed {
			p.problem(name, MissingEvidence, "", "After %q stand the exact words that show it, in quotation marks.", clip(name.text))
			return "", 0, 0, false
		}
		return "", 0, 0, true
	}
	words = e.quote.text
	if start, end, ok = p.talk.find(words); ok {
		return words, start, end, true
	}
	if i := strings.IndexAny(words, quotes); i > 0 {
		if _, _, found := p.talk.find(words[:i]); found {
			p.badNext(e.quote.from(i))
			return words, 0, 0, false
		}
	}
	hint := ""
	if len(p.diags) < 100 {
		hint = p.talk.like(words)
	}
	p.problem(e.quote, EvidenceNotFound, hint, "These words do not occur in the line above. Copy them exactly as they stand there.")
	return words, 0, 0, false
}

// badNext says what is wrong behind quoted words that were not seen to end,
// because nothing that could be the next entry follows their closing mark.
func (p *parser) badNext(mark piece) {
	_, size := utf8.DecodeRuneInString(mark.text)
	next := mark.from(size).trim()
	if !strings.HasPrefix(next.text, ",") {
		p.problem(mark, MissingComma, "", "After the quoted words stands a comma, and then the next entry.")
		return
	}
	next = next.from(1).trim()
	p.problem(next, BadFact, "", "After the comma stands the next entry: in says: want, need, feeling or detail, in shows: a behaviour in one word with hyphens. Then its words in quotation marks.")
}

// gloss reads an idiom in quotation marks and its plain meaning.
func (p *parser) gloss(v piece) (Gloss, bool) {
	mark, size := utf8.DecodeRuneInString(v.text)
	if !strings.ContainsRune(quotes, mark) {
		p.problem(v, BadGloss, "", "After means: stand the words as the caller says them, in quotation marks, and then what they mean in plain words.")
		return Gloss{}, false
	}
	inside := v.from(size)
	g := Gloss{At: p.at(inside.off)}
	for from := 0; ; {
		i := strings.IndexAny(inside.text[from:], quotes)
		if i < 0 {
			break
		}
		end := from + i
		_, size = utf8.DecodeRuneInString(inside.text[end:])
		from = end + size
		words, meaning := inside.cut(0, end), inside.from(from).trim()
		var ok bool
		if g.Start, g.End, ok = p.talk.find(words.text); !ok {
			if words.empty() {
				continue
			}
			break // then nothing that begins with these words occurs either
		}
		if g.Words, g.Meaning = words.text, meaning.text; meaning.empty() {
			p.problem(v, BadGloss, "", "After the quoted words stands what they mean in plain words.")
			return g, false
		}
		return g, true
	}
	first := strings.IndexAny(inside.text, quotes)
	if first < 0 {
		p.problem(v, UnclosedQuote, "", "The quotation mark that opens here is never closed.")
		return g, false
	}
	words := inside.cut(0, first)
	p.problem(words, EvidenceNotFound, p.talk.like(words.text), "These words do not occur in the line above. Copy them exactly as they stand there.")
	return g, false
}
