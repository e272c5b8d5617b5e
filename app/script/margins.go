package script

import "strings"

// A margin is what the text of a part says besides its meaning.
type margin struct {
	comments comments
	written  map[string]bool // the keys given, of those that have a default
}

func (m *margin) write(key string) {
	if m.written == nil {
		m.written = map[string]bool{}
	}
	m.written[key] = true
}

// margins are by the line in which a part begins; the header is line 0.
type margins map[int]*margin

var noMargin = &margin{}

func (m margins) at(line int) *margin {
	if found, ok := m[line]; ok {
		return found
	}
	return noMargin
}

// of is the margin of a part, to be written in.
func (m margins) of(line int) *margin {
	if m[line] == nil {
		m[line] = &margin{}
	}
	return m[line]
}

// defaulted are the keys whose absence means the same as one of their values.
// The heading FILE is kept with them, since nothing need stand under it.
var defaulted = map[string]bool{
	"gathering": true, "promises": true, "permission": true, "grace": true, "direction": true, "id": true,
}

// readMargins goes through the lines of a script without errors. The scenario
// says in which line each part begins, so that a line is a part's first, a
// comment, blank, or a key of the part it stands in.
func readMargins(lines []string, s *Scenario) margins {
	r := marginReader{found: margins{}, begins: s.begins(), place: inHeader}
	for i, raw := range lines {
		r.line(i+1, strings.TrimSpace(raw))
	}
	if r.pending = trimBlank(r.pending); len(r.pending) > 0 {
		r.attach(0, aboveEnd)
	}
	r.found.at(0).comments.lift()
	return r.found
}

// lift joins what stands above the version to what the file begins with: the
// version comes first, so that nothing lies between the two.
func (c comments) lift() {
	if above, ok := c["version"]; ok {
		c[aboveTop] = append(c[aboveTop], above...)
		delete(c, "version")
	}
}

type marginReader struct {
	found   margins
	begins  map[int]place
	pending []string // comments whose line has not come yet
	seen    bool     // a line that is no comment
	place   place
	part    int // the line where the current part begins
	beat    int
}

func (r *marginReader) line(no int, text string) {
	switch {
	case text == "":
		if n := len(r.pending); n > 0 && r.pending[n-1] != "" {
			r.pending = append(r.pending, "")
		}
		return
	case text[0] == '#':
		r.pending = append(r.pending, text)
		return
	case !r.seen:
		r.seen = true
		r.attach(0, aboveTop)
	}
	if pl, ok := r.begins[no]; ok {
		r.begin(no, pl)
		return
	}
	if text == aboveFile || text == aboveConcerns {
		r.place, r.part = inFile, 0
		if text == aboveConcerns {
			r.place = inConcerns
		}
		r.attach(0, text)
		r.found.of(0).write(text)
		return
	}
	word, _, _ := strings.Cut(text, ":")
	word = strings.TrimSpace(word)
	part := r.part
	if pl, _ := r.place.owner(word); pl == inBeat {
		part = r.beat
	}
	r.attach(part, word)
	if defaulted[word] {
		r.found.of(part).write(word)
	}
}

func (r *marginReader) begin(no int, pl place) {
	r.attach(no, abovePart)
	if pl == inGloss {
		return // a key of its line all the same
	}
	r.place, r.part = pl, no
	if pl == inBeat {
		r.beat = no
	}
}

func (r *marginReader) attach(part int, key string) {
	if len(r.pending) == 0 {
		return
	}
	m := r.found.of(part)
	if m.comments == nil {
		m.comments = comments{}
	}
	m.comments[key] = r.pending
	r.pending = nil
}

func trimBlank(lines []string) []string {
	if n := len(lines); n > 0 && lines[n-1] == "" {
		return lines[:n-1]
	}
	return lines
}

// inGloss marks the line of a gloss, which has comments of its own.
const inGloss = lost + 1

// begins is the place that each line opens which begins a part.
func (s *Scenario) begins() map[int]place {
	b := map[int]place{s.Caller.At.Line: inCaller}
	for _, p := range s.Papers {
		b[p.At.Line] = inFile
	}
	for _, c := range s.Concerns {
		b[c.At.Line] = inConcern
	}
	if s.Promise != nil {
		b[s.Promise.At.Line] = inPromise
	}
	for _, c := range s.Calls {
		b[c.At.Line] = inCall
	}
	for _, f := range s.Fragments {
		b[f.At.Line] = inFragment
	}
	for _, h := range s.holders() {
		for i := range h.beats {
			h.beats[i].begins(b)
		}
	}
	return b
}

func (b *Beat) begins(at map[int]place) {
	at[b.At.Line] = inBeat
	for i := range b.Lines {
		at[b.Lines[i].At.Line] = inLine
		for _, g := range b.Lines[i].Means {
			at[g.At.Line] = inGloss
		}
	}
	for i := range b.Replies {
		at[b.Replies[i].At.Line] = inReply
	}
}
