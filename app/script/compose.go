package script

import (
	"fmt"
	"strconv"
	"strings"
)

// Read reads a script as it is written. The document is nil where the script
// has errors.
func Read(file string, src []byte) (*Document, []Diagnostic) {
	s, found := Parse(file, src)
	if s == nil || Errors(found) {
		return nil, found
	}
	text, _ := decode(file, src)
	return compose(s, readMargins(rule(text).all(), s)), found
}

// compose is the document of a scenario and of what its text says besides.
func compose(s *Scenario, m margins) *Document {
	d := &Document{
		Version: rulesVersion, Title: s.Title, ID: s.ID, Project: s.Project, Case: s.Case,
		Kind: s.Kind, NoPromise: s.NoPromise, NoHangUp: s.NoHangUp,
		Difficulty: s.Difficulty, Language: s.Language, Variants: texts(s.Variants), Summary: s.Summary,
		Caller: composeCaller(&s.Caller, m.at(s.Caller.At.Line)), Comments: m.at(0).comments,
	}
	if m.at(0).written[aboveFile] {
		d.File = []paperForm{}
	}
	for _, p := range s.Papers {
		d.File = append(d.File, paperForm{p.Kind, p.Text, texts(p.Only), m.at(p.At.Line).comments})
	}
	for _, c := range s.Concerns {
		d.Concerns = append(d.Concerns, composeConcern(&c, m.at(c.At.Line)))
	}
	if p := s.Promise; p != nil {
		in := m.at(p.At.Line)
		d.Promise = &promiseForm{What: p.What, Soonest: p.Soonest.String(), Latest: p.Latest.String(), Comments: in.comments}
		if in.written["grace"] {
			d.Promise.Grace = p.Grace.String()
		}
	}
	for i := range s.Calls {
		d.Calls = append(d.Calls, composeCall(&s.Calls[i], m))
	}
	for i := range s.Fragments {
		f := &s.Fragments[i]
		d.Fragments = append(d.Fragments, fragmentForm{f.ID, composeBeats(f.Beats, m), m.at(f.At.Line).comments})
	}
	return d
}

func composeCaller(c *Caller, in *margin) callerForm {
	form := callerForm{
		ID: c.ID, Name: c.Name, From: c.From,
		Moods: composeMoods(c.Normal), Gentle: composeMoods(c.Gentle), Hard: composeMoods(c.Hard),
		Temper: c.Temper.Text, Values: c.Values.Text, Comments: in.comments,
	}
	form.Moods.Colour = c.Heat
	return form
}

func composeMoods(m Moods) moodsForm {
	return moodsForm{Heat: m.Heat, Trust: m.Trust, Confusion: m.Confusion, Patience: m.Patience}
}

func composeConcern(c *Concern, in *margin) concernForm {
	form := concernForm{Kind: "stated", ID: c.ID, Text: c.Text, Opens: c.Opens.String(), Only: texts(c.Only), Comments: in.comments}
	if c.Hidden {
		form.Kind = "hidden"
	}
	if c.Pays >= 0 {
		form.Pays = &c.Pays
	}
	return form
}

func composeCall(c *Call, m margins) callForm {
	in := m.at(c.At.Line)
	form := callForm{
		Call: string(c.Role), Name: c.Name, What: c.What, Temper: c.Temper.Text,
		Beats: composeBeats(c.Beats, m), Comments: in.comments,
	}
	if in.written["direction"] {
		form.Direction = "incoming"
		if c.Outgoing {
			form.Direction = "outgoing"
		}
	}
	if c.Moods.At.Line > 0 {
		moods := composeMoods(c.Moods)
		form.Moods = &moods
	}
	for _, t := range c.Reads {
		form.Reads = append(form.Reads, t.String())
	}
	return form
}

func composeBeats(beats []Beat, m margins) []beatForm {
	forms := make([]beatForm, len(beats))
	for i := range beats {
		b := &beats[i]
		in := m.at(b.At.Line)
		f := &forms[i]
		*f = beatForm{ID: b.ID, Only: texts(b.Only), Wants: texts(b.Wants), Gathering: in.truth("gathering", b.Gathering), Ending: b.Ending, Comments: in.comments}
		if b.FairHangUp {
			f.HangUp = "fair"
		}
		for j := range b.Lines {
			f.Lines = append(f.Lines, composeLine(&b.Lines[j], m))
		}
		for j := range b.Replies {
			f.Replies = append(f.Replies, composeReply(&b.Replies[j], m.at(b.Replies[j].At.Line)))
		}
	}
	return forms
}

func composeLine(l *Line, m margins) lineForm {
	form := lineForm{Tone: l.Tone, Text: l.Text, Only: texts(l.Only), When: l.When.String(), Comments: m.at(l.At.Line).comments}
	for _, f := range l.Says {
		form.Says = append(form.Says, factForm{string(f.Kind), f.Concern, f.Words})
	}
	for _, g := range l.Means {
		form.Means = append(form.Means, glossForm{g.Words, g.Meaning, m.at(g.At.Line).comments})
	}
	return form
}

func composeReply(r *Reply, in *margin) replyForm {
	form := replyForm{
		Text: r.Text, Only: texts(r.Only), If: r.If.String(), Tempts: r.Tempts, Patience: r.Patience,
		Permission: in.truth("permission", r.Permission), Promises: in.truth("promises", r.Promises),
		Settles: texts(r.Settles), Go: r.Go.Text, Then: r.Then.Text, Comments: in.comments,
	}
	if in.written["id"] {
		form.ID = r.ID
	}
	for _, s := range r.Shows {
		form.Shows = append(form.Shows, shownForm{s.Behaviour, s.Words})
	}
	if r.Gives {
		form.Gives = "value"
	}
	if o := r.Moods; o != (Override{}) {
		form.Moods = &overrideForm{o.Heat, o.Trust, o.Confusion}
	}
	return form
}

// truth is a yes or no where it is written.
func (m *margin) truth(key string, value bool) *bool {
	if !m.written[key] {
		return nil
	}
	return &value
}

func texts(words []Word) []string {
	if len(words) == 0 {
		return nil
	}
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = w.Text
	}
	return out
}

// String is the span as a script writes it.
func (s Span) String() string {
	if s.N == 1 {
		return "1 " + strings.TrimSuffix(string(s.Unit), "s")
	}
	return fmt.Sprintf("%d %s", s.N, s.Unit)
}

// String is the condition as a script writes it, "" where it always holds.
func (c Condition) String() string {
	var b strings.Builder
	for i, group := range c.Any {
		if i > 0 {
			b.WriteString(" or ")
		}
		for j, t := range group {
			if j > 0 {
				b.WriteString(" and ")
			}
			b.WriteString(t.String())
		}
	}
	return b.String()
}

// String is the term as a script writes it.
func (t Term) String() string {
	not := ""
	if t.Not {
		not = "not "
	}
	switch t.Kind {
	case AtLeast:
		return not + t.Name + " " + strconv.Itoa(t.Level)
	case Under:
		return not + t.Name + " under " + strconv.Itoa(t.Level)
	case Behaviour:
		return not + t.Name
	case Found, Settled:
		return not + string(t.Kind) + " " + t.Name
	}
	return not + string(t.Kind)
}
