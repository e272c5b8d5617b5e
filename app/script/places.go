package script

import (
	"slices"
	"strings"
)

// A place is where in the script a line stands; it decides which keys are
// known there.
type place int

const (
	inHeader place = iota
	inFile
	inCaller
	inConcerns
	inConcern
	inPromise
	inCall
	inFragment
	inBeat
	inLine
	inReply
	lost // below something that could not be read: its lines say nothing
)

// vocabulary holds the keys of each place.
var vocabulary = [lost + 1][]string{
	inHeader:  {"version", "title", "id", "project", "case", "kind", "difficulty", "language", "variants", "summary"},
	inFile:    {"client", "product", "service", "past", "purchase", "note", "primer", "only"},
	inCaller:  {"name", "from", "moods", "gentle", "hard", "temper", "values"},
	inConcern: {"opens", "pays", "only"},
	inPromise: {"what", "soonest", "latest", "grace"},
	inCall:    {"direction", "name", "what", "temper", "moods", "reads"},
	inBeat:    {"wants", "gathering", "hang-up", "ending", "only"},
	inLine:    {"when", "says", "means", "only"},
	inReply:   {"id", "shows", "tempts", "if", "settles", "gives", "promises", "permission", "moods", "patience", "go", "then", "only"},
}

// required holds the keys that must be given.
var required = [lost + 1][]string{
	inHeader:  {"version", "title", "id", "project", "kind", "difficulty", "language"},
	inCaller:  {"moods", "gentle", "hard", "temper"},
	inPromise: {"what", "soonest", "latest"},
}

// belongs says where a key of a place is to be written.
var belongs = [lost + 1]string{
	inHeader:  "at the top of the file, above the first heading",
	inFile:    "under FILE",
	inCaller:  "under the heading CALLER",
	inConcern: "under a concern",
	inPromise: "under PROMISE",
	inCall:    "under the heading of a call, above its first beat",
	inBeat:    "to a beat, above its replies",
	inLine:    "under a line that the CALLER says",
	inReply:   "under a reply",
}

// reach is the places whose keys may stand here.
func (pl place) reach() []place { return reaches[pl] }

var reaches = [lost + 1][]place{
	inHeader: {inHeader}, inFile: {inFile}, inCaller: {inCaller}, inConcern: {inConcern}, inPromise: {inPromise},
	inCall: {inCall}, inFragment: {inFragment}, inBeat: {inBeat}, inLine: {inLine, inBeat}, inReply: {inReply},
}

func (pl place) words() []string {
	var words []string
	for _, r := range pl.reach() {
		words = append(words, vocabulary[r]...)
	}
	return words
}

// open begins a place anew: none of its keys is given yet.
func (p *parser) open(pl place) {
	p.place = pl
	p.given[pl] = p.given[pl][:0]
	p.lost[pl] = 0
}

// given is the keys given in a place so far: few, so that they are looked
// through one by one.
type given []givenKey

type givenKey struct {
	key string
	at  Pos
}

func (g given) at(key string) (Pos, bool) {
	for i := range g {
		if g[i].key == key {
			return g[i].at, true
		}
	}
	return Pos{}, false
}

// An excuse says that something missing is explained already: the reply, beat
// or call at this place has what is missing, but it could not be read.
type excuse struct {
	at   Pos
	what string
}

func (p *parser) excuse(pl place, what string) {
	switch {
	case pl == inReply:
		b := p.beat()
		p.excuses[excuse{b.Replies[len(b.Replies)-1].At, what}] = true
	case pl == inBeat || pl == inLine:
		p.excuses[excuse{p.beat().At, what}] = true
	case pl == inCall:
		p.excuses[excuse{p.call().At, what}] = true
	}
}

// spoil notes that the current line could not be read, so that what the place
// then lacks is not reported as a second mistake.
func (p *parser) spoil() {
	p.lost[p.place]++
	what := map[place]string{inReply: "go", inCall: "moods", inBeat: "line", inLine: "line"}[p.place]
	p.excuse(p.place, what)
}

// owner is the place among those in reach that has this key.
func (pl place) owner(word string) (place, bool) {
	for _, r := range pl.reach() {
		if slices.Contains(vocabulary[r], word) {
			return r, true
		}
	}
	return 0, false
}

// key reads a line shaped "word: value" and reports whether it is one.
func (p *parser) key(l piece) bool {
	word, value, ok := keyShape(l)
	if !ok {
		return false
	}
	if p.place == lost {
		return true
	}
	if pl, ok := p.place.owner(word.text); ok {
		p.give(pl, word.text, word, value)
		return true
	}
	p.strangeKey(word, value)
	return true
}

// plainKey reads a line whose first word is a key of this place to the letter,
// as most lines are, and reports whether it was one.
func (p *parser) plainKey(l piece) bool {
	colon := strings.IndexByte(l.text, ':')
	if colon <= 0 || colon > longestKey {
		return false
	}
	word := l.cut(0, colon)
	pl, ok := p.place.owner(word.text)
	if ok {
		p.give(pl, word.text, word, l.from(colon+1).trim())
	}
	return ok
}

const longestKey = 12 // letters

// keyShape divides "word: value".
func keyShape(l piece) (word, value piece, ok bool) {
	i := strings.IndexByte(l.text, ':')
	if i <= 0 {
		return
	}
	word = l.cut(0, i).trim()
	if word.empty() || len(word.fields()) != 1 {
		return
	}
	return word, l.from(i + 1).trim(), true
}

// strangeKey says what is wrong with a key that this place does not know, and
// reads it as what was meant where that is clear.
func (p *parser) strangeKey(word, value piece) {
	words := p.place.words()
	lower := strings.ToLower(plainDashes(word.text))
	hint := p.nearest(word.text, words)
	if hint == "" {
		hint = longer(lower, words)
	}
	if pl, ok := p.place.owner(lower); ok {
		p.meant(word, UnknownKey, lower, "Keys are written in small letters and plain hyphens.")
		p.give(pl, lower, word, value)
		return
	}
	if p.headingKey(word, value, hint) {
		return
	}
	if p.misplaced(word, value) {
		return
	}
	if p.place == inConcerns || p.place == inConcern && hint == "" {
		p.meant(word, BadConcern, "stated "+clip(word.text), "A concern begins with stated or hidden, then its name and a colon.")
		p.addConcern(false, word, value)
		return
	}
	p.problem(word, UnknownKey, hint, "%q is not a key that is known here. Known here: %s. Words that are said begin with > or CALLER.",
		clip(word.text), strings.Join(words, ", ")).Allowed = strings.Join(words, ", ")
	if pl, ok := p.place.owner(hint); ok {
		p.quiet = true
		p.give(pl, hint, word, value)
		return
	}
	p.spoil()
}

// longer is the key to which a word adds a few letters, as goto or gotto to go.
func longer(word string, keys []string) string {
	for _, key := range keys {
		if strings.HasPrefix(word, key) && len(word) <= len(key)+3 {
			return key
		}
	}
	return ""
}

// misplaced reports a key of another place.
func (p *parser) misplaced(word, value piece) bool {
	pl, ok := p.home(word.text)
	if !ok {
		return false
	}
	if name := sectionOf[pl]; name != "" && p.forgotten(name) {
		p.meant(word, MissingHeading, name, "The heading %s is missing above this line.", name).Missing = name
		p.openSection(word, name)
		if pl != inConcern { // opens: and pays: need the concern itself
			p.give(pl, word.text, word, value)
		}
		return true
	}
	// A run of such lines lacks what it stands under: one mistake.
	if p.astray == 0 || p.astray != p.before {
		p.problem(word, MisplacedKey, "", "The key %s: does not belong here, but %s.", word.text, belongs[pl])
	}
	p.quiet, p.astray = true, p.no
	p.strayed[word.text] = true
	p.excuse(p.place, "line")
	beat := pl == inBeat && p.place == inReply
	if _, twice := p.given[pl].at(word.text); !twice && (pl == inHeader && p.place < inCall || beat) {
		p.give(pl, word.text, word, value)
	}
	return true
}

// home is the place a key belongs to, as near to the current one as can be.
func (p *parser) home(word string) (place, bool) {
	places := []place{inHeader, inFile, inCaller, inConcern, inPromise, inCall, inBeat, inLine, inReply}
	if p.place >= inCall {
		slices.Reverse(places)
	}
	for _, pl := range places {
		if slices.Contains(vocabulary[pl], word) {
			return pl, true
		}
	}
	return 0, false
}

// sectionOf names the heading of a place that a script has once.
var sectionOf = map[place]string{inFile: "FILE", inCaller: "CALLER", inConcern: "CONCERNS", inPromise: "PROMISE"}

// forgotten reports whether the heading stands neither above nor below.
func (p *parser) forgotten(name string) bool {
	if _, ok := p.sections[name]; ok {
		return false
	}
	if p.ahead == nil {
		p.ahead = map[string]int{}
		for i := range p.text.lines() {
			l := p.text.line(i)
			if word, rest := (piece{text: strings.TrimSpace(l)}).first(); len(word.text) < 20 && !strings.Contains(rest.text, ":") {
				p.ahead[strings.ToUpper(word.text)] = i + 1
			}
		}
	}
	return p.ahead[name] < p.no
}

// give hands a key of place pl its value.
func (p *parser) give(pl place, name string, word, value piece) {
	at := p.at(word.off)
	first, twice := p.given[pl].at(name)
	if twice && !repeats(pl, name) {
		p.problem(word, TwiceGiven, "", "The key %s: is already given in line %d. Keep one of the two.", name, first.Line)
		return
	}
	if !twice {
		p.given[pl] = append(p.given[pl], givenKey{name, at})
	}
	before := p.mistakes
	if value.empty() {
		p.problem(word, EmptyValue, "", "Nothing stands after %s:. Write its value, or take the line out.", name)
	} else {
		p.set(pl, name, word, value)
	}
	if p.mistakes > before {
		p.excuse(pl, name) // it is there, but could not be read
	}
}

// set hands a key of place pl a value that is not empty.
func (p *parser) set(pl place, name string, word, value piece) {
	switch pl {
	case inHeader:
		p.setHeader(name, value)
	case inFile:
		p.setPaper(name, word, value)
	case inCaller:
		p.setCaller(name, value)
	case inConcern:
		p.setConcern(name, value)
	case inPromise:
		p.setPromise(name, value)
	case inCall:
		p.setCall(name, word, value)
	case inBeat:
		p.setBeat(name, value)
	case inLine:
		p.setLine(name, value)
	case inReply:
		p.setReply(name, value)
	}
}

// repeats reports whether a key may stand again in its place.
func repeats(pl place, name string) bool {
	return pl == inFile && name != "only" || pl == inLine && name == "means"
}

// stray reports a line that is nothing a script knows.
func (p *parser) stray(l piece) {
	if p.place == lost {
		return
	}
	p.spoil()
	word, _ := l.first()
	if slices.Contains(p.place.words(), word.text) && !strings.Contains(l.text, ":") {
		p.problem(l, StrayText, word.text+":", "After a key stands a colon. If this is the rest of the text above, join it to that line.")
		return
	}
	if i := strings.IndexByte(l.text, ':'); i > 0 && i < 40 {
		joined := strings.Join(strings.Fields(strings.ToLower(l.text[:i])), "-")
		if hint := p.nearest(joined, p.place.words()); hint != "" || slices.Contains(p.place.words(), joined) {
			if hint == "" {
				hint = joined
			}
			p.problem(l, UnknownKey, hint, "A key is a single word, in small letters and hyphens.")
			return
		}
	}
	p.problem(l, StrayText, "", "This line is nothing a script knows. A reply begins with >, what the caller says with CALLER, a comment with #; text that is too long for the window stays on one line all the same.")
}
