package script

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// maxName is the length of the longest name. Names are repeated wherever a
// fragment is used, so that a giant one would grow out of all bounds.
const maxName = 100

// name reads a name of lower-case letters, digits and hyphens. Of another one
// it returns what it should probably be.
func (p *parser) name(v piece) string {
	if isName(v.text) {
		return v.text
	}
	if len(v.text) > maxName {
		p.problem(v, BadName, "", "This name is longer than %d characters. Shorten it.", maxName)
		return ""
	}
	better := slug(v.text)
	p.problem(v, BadName, better, "%q is not a name. Names are made of small letters, digits and hyphens, and are not and, or, not.", clip(v.text))
	return better
}

func isName(s string) bool {
	if s == "" || len(s) > maxName || s[0] == '-' || s[len(s)-1] == '-' || s == "and" || s == "or" || s == "not" {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c != '-' && (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// slug is the name nearest to a text, or "" when nothing of it is left.
func slug(s string) string {
	if len(s) > 200 {
		return ""
	}
	parts := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9') && r != '\'' && r != '’'
	})
	better := strings.Map(func(r rune) rune {
		if r == '\'' || r == '’' {
			return -1
		}
		return r
	}, strings.Join(parts, "-"))
	if !isName(better) {
		return ""
	}
	return better
}

// plainDashes writes every kind of dash as a hyphen.
func plainDashes(s string) string { return strings.Map(plainDash, s) }

func plainDash(r rune) rune {
	switch r {
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	return r
}

var numerals = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}

// number reads a whole number from lo to hi.
func (p *parser) number(v piece, lo, hi int, what string) (int, bool) {
	n, err := strconv.Atoi(plainDashes(v.text))
	if err != nil && !digits(v.text) {
		hint := ""
		if i := slices.Index(numerals, strings.ToLower(v.text)); i >= 0 {
			hint = strconv.Itoa(i)
		}
		p.problem(v, BadNumber, hint, "%q is not a whole number. %s is a whole number from %d to %d.", clip(v.text), what, lo, hi).Allowed = span(lo, hi)
		return 0, false
	}
	if err != nil || n < lo || n > hi {
		p.problem(v, OutOfRange, "", "%s goes from %d to %d, so %s is not possible.", what, lo, hi, clip(v.text)).Allowed = span(lo, hi)
		return min(max(n, lo), hi), false
	}
	return n, true
}

// span is the numbers from lo to hi, as a range is written.
func span(lo, hi int) string { return strconv.Itoa(lo) + " … " + strconv.Itoa(hi) }

// digits reports whether s is a whole number of any size.
func digits(s string) bool {
	s = strings.TrimLeft(plainDashes(s), "+-")
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsDigit(r) || r > '9' })
}

// choice reads one of a few words.
func (p *parser) choice(v piece, words ...string) (string, bool) {
	if slices.Contains(words, v.text) {
		return v.text, true
	}
	hint := p.nearest(v.text, words)
	if lower := strings.ToLower(v.text); slices.Contains(words, lower) {
		hint = lower
	}
	p.problem(v, UnknownWord, hint, "Here stands %s, and not %q.", orList(words), clip(v.text)).Allowed = strings.Join(words, ", ")
	return hint, hint != ""
}

func (p *parser) yes(v piece) bool {
	word, _ := p.choice(v, "yes", "no")
	return word == "yes"
}

// items divides a list at its commas. What it returns is good until it is
// called again.
func (p *parser) items(v piece) []piece {
	p.parts = v.split(p.parts[:0])
	parts := p.parts
	if len(parts) > maxItems {
		p.problem(parts[maxItems], TooMany, "", "A list has at most %d entries.", maxItems)
		parts, p.quiet = parts[:maxItems], true
	}
	kept := parts[:0]
	for _, part := range parts {
		if part.empty() {
			p.problem(part, EmptyValue, "", "Nothing stands before or after a comma here. Take the comma out, or write what is missing.")
			continue
		}
		kept = append(kept, part)
	}
	return kept
}

// names reads a list of names.
func (p *parser) names(v piece) []Word {
	var words []Word
	for _, item := range p.items(v) {
		if !isName(item.text) {
			if f := item.fields(); len(f) > 1 && isName(f[0].text) && isName(f[1].text) {
				p.problem(f[1], MissingComma, "", "A comma is missing between %q and %q.", clip(f[0].text), clip(f[1].text))
				continue
			}
		}
		w := Word{p.name(item), p.at(item.off)}
		if w.Text != "" && slices.ContainsFunc(words, func(o Word) bool { return o.Text == w.Text }) {
			p.problem(item, TwiceNamed, "", "%q stands twice in this list. Once is enough.", w.Text)
			continue
		}
		if w.Text != "" {
			words = p.words.add(words, w)
		}
	}
	return words
}

// span reads a length of time, as 30 minutes.
func (p *parser) span(v piece, least int, otherwise Span) Span {
	f := v.fields()
	if len(f) != 2 {
		p.problem(v, BadSpan, "", "A length of time is a number and minutes, hours or days, as in: 30 minutes.")
		return otherwise
	}
	limits := map[Unit]int{Minutes: 7 * 24 * 60, Hours: 30 * 24, Days: 90}
	unit := Unit(strings.TrimSuffix(f[1].text, "s") + "s")
	if limits[unit] == 0 {
		hint := p.nearest(f[1].text, []string{"minutes", "hours", "days"})
		p.problem(f[1], BadSpan, hint, "A length of time is counted in minutes, hours or days.")
		return otherwise
	}
	n, ok := p.number(f[0], least, limits[unit], "A number of "+string(unit))
	if !ok {
		return otherwise
	}
	return Span{n, unit}
}

// orList is "a, b or c".
func orList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// andList is "a, b and c".
func andList(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " and " + words[last]
}

// clip shortens what a message quotes.
func clip(s string) string {
	if len(s) <= 60 {
		return s
	}
	return firstRunes(s, 40) + "..."
}
