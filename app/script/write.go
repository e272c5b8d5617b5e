package script

import (
	"strconv"
	"strings"
)

// Text is the canonical form of the script: the keys of each part in one
// order, one blank line between parts, evidence in straight quotation marks.
// Words that are said and words of evidence stand as they are, to the last
// character, and so do comments.
func (d *Document) Text() []byte { return d.write().out }

func (d *Document) write() *writer {
	w := &writer{}
	w.document(d)
	return w
}

// A writer writes lines, and notes where in the JSON form each comes from.
type writer struct {
	out    []byte
	path   []string   // of the part that is written
	paths  [][]string // by line: path and key; shared, never changed
	indent string
}

// in writes a part under one more step of the path.
func (w *writer) in(step string, write func()) {
	before := w.path
	w.path = append(before[:len(before):len(before)], step)
	write()
	w.path = before
}

func (w *writer) at(i int, list string, write func()) {
	w.in(list, func() { w.in(strconv.Itoa(i), write) })
}

func (w *writer) raw(key, line string) {
	if line != "" {
		w.out = append(w.out, w.indent...)
		w.out = append(w.out, line...)
	}
	w.out = append(w.out, '\n')
	path := w.path
	if key != "" && key != abovePart {
		path = append(path[:len(path):len(path)], key)
	}
	w.paths = append(w.paths, path)
}

func (w *writer) blank() {
	if len(w.out) > 0 {
		w.raw("", "")
	}
}

// line writes a line and the comments that stand above it.
func (w *writer) line(c comments, key, line string) {
	for _, text := range c[key] {
		w.raw("comments", text)
	}
	w.raw(key, line)
}

// key writes a key with its value, or nothing where there is none.
func (w *writer) key(c comments, key, value string) {
	if value != "" {
		w.line(c, key, key+": "+value)
	}
}

func (w *writer) list(c comments, key string, values []string) {
	w.key(c, key, strings.Join(values, ", "))
}

func (w *writer) number(c comments, key string, n *int) {
	if n != nil {
		w.key(c, key, strconv.Itoa(*n))
	}
}

func (w *writer) truth(c comments, key string, yes *bool) {
	switch {
	case yes == nil:
	case *yes:
		w.key(c, key, "yes")
	default:
		w.key(c, key, "no")
	}
}

func (w *writer) document(d *Document) {
	c := d.Comments
	for _, text := range c[aboveTop] {
		w.raw("comments", text)
	}
	w.key(c, "version", strconv.Itoa(d.Version))
	w.key(c, "title", d.Title)
	w.key(c, "id", d.ID)
	w.key(c, "project", d.Project)
	w.key(c, "case", d.Case)
	w.key(c, "kind", d.kind())
	w.key(c, "difficulty", strconv.Itoa(d.Difficulty))
	w.key(c, "language", d.Language)
	w.list(c, "variants", d.Variants)
	w.key(c, "summary", d.Summary)
	if d.File != nil {
		w.heading(c, aboveFile, aboveFile)
		for i := range d.File {
			w.at(i, "file", func() { w.paper(&d.File[i]) })
		}
	}
	w.in("caller", func() { w.caller(&d.Caller) })
	w.heading(c, aboveConcerns, aboveConcerns)
	for i := range d.Concerns {
		w.at(i, "concerns", func() { w.concern(&d.Concerns[i]) })
	}
	if d.Promise != nil {
		w.in("promise", func() { w.promise(d.Promise) })
	}
	for i := range d.Calls {
		w.at(i, "calls", func() { w.call(&d.Calls[i]) })
	}
	for i := range d.Fragments {
		f := &d.Fragments[i]
		w.at(i, "fragments", func() {
			w.heading(f.Comments, abovePart, "FRAGMENT "+f.ID)
			w.beats(f.Beats)
		})
	}
	if end := c[aboveEnd]; len(end) > 0 {
		w.blank()
		for _, text := range end {
			w.raw("comments", text)
		}
	}
}

func (d *Document) kind() string {
	kind := d.Kind
	if d.NoPromise {
		kind += ", no-promise"
	}
	if d.NoHangUp {
		kind += ", no-hang-up"
	}
	return kind
}

// heading writes a blank line and then what begins a part.
func (w *writer) heading(c comments, key, line string) {
	w.indent = ""
	w.blank()
	w.line(c, key, line)
}

func (w *writer) paper(p *paperForm) {
	w.indent = "  "
	w.line(p.Comments, abovePart, p.Kind+": "+p.Text)
	w.indent = "    "
	w.list(p.Comments, "only", p.Only)
}

func (w *writer) caller(f *callerForm) {
	c := f.Comments
	w.heading(c, abovePart, "CALLER "+f.ID)
	w.indent = "  "
	w.key(c, "name", f.Name)
	w.key(c, "from", f.From)
	w.key(c, "moods", f.Moods.String())
	w.key(c, "gentle", f.Gentle.String())
	w.key(c, "hard", f.Hard.String())
	w.key(c, "temper", f.Temper)
	w.key(c, "values", f.Values)
}

func (m moodsForm) String() string {
	colour := ""
	if m.Colour != "" {
		colour = " " + m.Colour
	}
	return "heat " + strconv.Itoa(m.Heat) + colour + ", trust " + strconv.Itoa(m.Trust) +
		", confusion " + strconv.Itoa(m.Confusion) + ", patience " + strconv.Itoa(m.Patience)
}

func (w *writer) concern(f *concernForm) {
	c := f.Comments
	w.indent = "  "
	w.line(c, abovePart, f.Kind+" "+f.ID+": "+f.Text)
	w.indent = "    "
	w.list(c, "only", f.Only)
	w.key(c, "opens", f.Opens)
	w.number(c, "pays", f.Pays)
}

func (w *writer) promise(f *promiseForm) {
	c := f.Comments
	w.heading(c, abovePart, "PROMISE")
	w.indent = "  "
	w.key(c, "what", f.What)
	w.key(c, "soonest", f.Soonest)
	w.key(c, "latest", f.Latest)
	w.key(c, "grace", f.Grace)
}

func (w *writer) call(f *callForm) {
	c := f.Comments
	w.heading(c, abovePart, "CALL "+f.Call)
	w.key(c, "direction", f.Direction)
	w.key(c, "name", f.Name)
	w.key(c, "what", f.What)
	w.key(c, "temper", f.Temper)
	if f.Moods != nil {
		w.key(c, "moods", f.Moods.String())
	}
	w.list(c, "reads", f.Reads)
	w.beats(f.Beats)
}

func (w *writer) beats(beats []beatForm) {
	for i := range beats {
		w.at(i, "beats", func() { w.beat(&beats[i]) })
	}
}

func (w *writer) beat(f *beatForm) {
	c := f.Comments
	w.heading(c, abovePart, "== "+f.ID)
	w.list(c, "only", f.Only)
	w.list(c, "wants", f.Wants)
	w.truth(c, "gathering", f.Gathering)
	w.key(c, "hang-up", f.HangUp)
	for i := range f.Lines {
		w.at(i, "lines", func() { w.spoken(&f.Lines[i]) })
	}
	w.indent = ""
	w.key(c, "ending", f.Ending)
	if len(f.Replies) > 0 {
		w.blank()
	}
	for i := range f.Replies {
		w.at(i, "replies", func() { w.reply(&f.Replies[i]) })
	}
}

func (w *writer) spoken(f *lineForm) {
	c := f.Comments
	tone := ""
	if f.Tone != "" {
		tone = " (" + f.Tone + ")"
	}
	w.indent = ""
	w.line(c, abovePart, "CALLER"+tone+": "+f.Text)
	w.indent = "  "
	w.list(c, "only", f.Only)
	w.key(c, "when", f.When)
	var says []string
	for _, s := range f.Says {
		head := s.Kind
		if s.Concern != "" {
			head += " " + s.Concern
		}
		says = append(says, quoted(head, s.Words))
	}
	w.list(c, "says", says)
	for i := range f.Means {
		g := &f.Means[i]
		w.at(i, "means", func() { w.line(g.Comments, abovePart, `means: "`+g.Words+`" `+g.Meaning) })
	}
}

func quoted(head, words string) string {
	if words == "" {
		return head
	}
	return head + ` "` + words + `"`
}

func (w *writer) reply(f *replyForm) {
	c := f.Comments
	w.indent = ""
	w.line(c, abovePart, "> "+f.Text)
	w.indent = "  "
	w.key(c, "id", f.ID)
	w.list(c, "only", f.Only)
	w.key(c, "if", f.If)
	var shows []string
	for _, s := range f.Shows {
		shows = append(shows, quoted(s.Behaviour, s.Words))
	}
	w.list(c, "shows", shows)
	w.key(c, "tempts", f.Tempts)
	if f.Moods != nil {
		w.key(c, "moods", f.Moods.String())
	}
	w.number(c, "patience", f.Patience)
	w.truth(c, "permission", f.Permission)
	w.list(c, "settles", f.Settles)
	w.key(c, "gives", f.Gives)
	w.truth(c, "promises", f.Promises)
	w.key(c, "go", f.Go)
	w.key(c, "then", f.Then)
}

func (o *overrideForm) String() string {
	var parts []string
	for _, m := range []struct {
		name   string
		change *int
	}{{"heat", o.Heat}, {"trust", o.Trust}, {"confusion", o.Confusion}} {
		switch {
		case m.change == nil:
		case *m.change > 0:
			parts = append(parts, m.name+" +"+strconv.Itoa(*m.change))
		default:
			parts = append(parts, m.name+" "+strconv.Itoa(*m.change))
		}
	}
	return strings.Join(parts, ", ")
}
