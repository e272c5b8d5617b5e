package script

import "slices"

// termWords begin the terms of a condition.
var termWords = []string{
	"heat", "trust", "confusion", "found", "settled", "given",
	"permission", "read-back", "promised", "not",
}

// condition reads "A and B or C". Behaviours may stand in it where the reply
// just given is known.
func (p *parser) condition(v piece, behaviours bool) Condition {
	p.fields = v.appendFields(p.fields[:0])
	words := p.fields
	if len(words) > 4*maxItems {
		p.problem(words[4*maxItems], TooMany, "", "A condition has at most %d words.", 4*maxItems)
		return Condition{}
	}
	c := Condition{At: p.at(v.off)}
	var group []Term
	for rest := words; ; {
		t, n := p.term(rest, v, behaviours)
		if n == 0 {
			return Condition{}
		}
		group, rest = p.terms.add(group, t), rest[n:]
		if len(rest) == 0 {
			c.Any = p.groups.add(c.Any, group)
			return c
		}
		switch rest[0].text {
		case "and":
		case "or":
			c.Any, group = p.groups.add(c.Any, group), nil
		default:
			p.problem(rest[0], BadCondition, p.nearest(rest[0].text, []string{"and", "or"}),
				"The parts of a condition are joined by and or or, in small letters, without commas or brackets.")
			return Condition{}
		}
		rest = rest[1:]
	}
}

// term reads one term from the front of words, and says how many it took; 0
// when it could not be read.
func (p *parser) term(words []piece, whole piece, behaviours bool) (Term, int) {
	if len(words) == 0 {
		p.problem(whole.from(len(whole.text)), BadCondition, "", "The condition breaks off here. Write what is missing after the last word.")
		return Term{}, 0
	}
	t := Term{At: p.at(words[0].off)}
	taken := 0
	if words[0].text == "not" {
		t.Not, taken = true, 1
		if len(words) == 1 {
			return p.term(nil, whole, behaviours)
		}
	}
	word, rest := words[taken], words[taken+1:]
	taken++
	switch kind := TermKind(word.text); {
	case slices.Contains(moodNames, word.text):
		n := p.level(&t, word, rest, whole)
		if n == 0 {
			return t, 0
		}
		return t, taken + n
	case kind == Found || kind == Settled:
		if len(rest) == 0 {
			return p.term(nil, whole, behaviours)
		}
		t.Kind, t.Name = kind, p.name(rest[0])
		p.concernRefs = append(p.concernRefs, Word{t.Name, p.at(rest[0].off)})
		return t, taken + 1
	case kind == Given || kind == Permission || kind == ReadBack || kind == Promised:
		t.Kind = kind
		return t, taken
	case behaviours && isName(word.text) && word.text != "patience" && (len(rest) == 0 || rest[0].text == "and" || rest[0].text == "or"):
		t.Kind, t.Name = Behaviour, word.text
		return t, taken
	}
	p.badTerm(word, behaviours)
	return t, 0
}

// level reads what follows a mood: "7" or "under 4".
func (p *parser) level(t *Term, mood piece, rest []piece, whole piece) int {
	t.Kind, t.Name = AtLeast, mood.text
	taken := 0
	if len(rest) > 0 && rest[0].text == "under" {
		t.Kind, taken = Under, 1
	}
	if len(rest) <= taken {
		p.term(nil, whole, false)
		return 0
	}
	number := rest[taken]
	if !digits(number.text) && !slices.Contains(numerals, number.text) {
		p.problem(number, BadCondition, p.nearest(number.text, []string{"under"}),
			"After %s stands a number, meaning at least that much, or under and a number.", mood.text)
		return 0
	}
	t.Level, _ = p.number(number, 0, 10, title(mood.text))
	return taken + 1
}

func (p *parser) badTerm(word piece, behaviours bool) {
	switch {
	case word.text == "patience":
		p.problem(word, BadCondition, "", "A condition never reads the patience. It reads heat, trust or confusion.")
	case !behaviours && isName(word.text) && p.nearest(word.text, termWords) == "":
		p.problem(word, BadCondition, "", "%q cannot stand in if:. A reply's condition reads moods, found, settled, given, permission, read-back and promised.", clip(word.text))
	default:
		p.problem(word, BadCondition, p.nearest(word.text, termWords), "%q cannot stand here. A condition is made of parts like: trust 5, heat under 4, found light, settled light, given, permission, not given.", clip(word.text))
	}
}

// reads reads the flags that a second call carries over.
func (p *parser) reads(v piece) []Term {
	var terms []Term
	seen := map[Term]bool{}
	for _, item := range p.items(v) {
		words := item.fields()
		t, n := p.term(words, item, false)
		if n == 0 {
			continue
		}
		if t.Not || t.Kind == AtLeast || t.Kind == Under || t.Kind == Promised {
			p.problem(item, BadCondition, "", "A second call can read found, settled, given, permission and read-back from the first, and nothing else.")
			continue
		}
		if n < len(words) {
			p.problem(words[n], MissingComma, "", "A comma is missing before %q.", clip(words[n].text))
		}
		key := t
		key.At = Pos{}
		if seen[key] {
			p.problem(item, TwiceNamed, "", "%q stands twice in this list. Once is enough.", item.text)
			continue
		}
		seen[key] = true
		terms = append(terms, t)
	}
	return terms
}
