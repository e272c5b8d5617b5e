package script

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"slices"
	"strconv"
)

// Hash names the scenario by its meaning: SHA-256, in hex, over everything
// that a play of it depends on or shows, in any variant. Comments, layout, line endings, the
// order of keys and of names in a list, and the marks around evidence do not
// count; what is said counts to the last character.
func (s *Scenario) Hash() string {
	s = s.Whole()
	e := encoder{sha256.New()}
	e.word("keepcool scenario 1")
	e.number(s.Version, s.Difficulty)
	e.word(s.Title, s.ID, s.Project, s.Case, s.Kind, s.Language, s.Summary)
	e.number(len(s.Papers))
	for _, p := range s.Papers {
		e.word(p.Kind, p.Text)
	}
	e.caller(s.Caller)
	e.number(len(s.Concerns))
	for _, c := range s.Concerns {
		e.word(c.ID, c.Text)
		e.truth(c.Hidden)
		e.condition(c.Opens)
		e.number(c.Pays)
	}
	e.promise(s.Promise)
	e.number(len(s.Calls))
	for _, c := range s.Calls {
		e.call(c)
	}
	e.rare(s)
	return e.sum()
}

// An encoder writes values so that no two different sequences of them give the
// same bytes: each begins with its length.
type encoder struct{ h hash.Hash }

func (e encoder) sum() string { return hex.EncodeToString(e.h.Sum(nil)) }

func (e encoder) word(words ...string) {
	for _, w := range words {
		e.h.Write(strconv.AppendInt(nil, int64(len(w)), 10))
		e.h.Write([]byte{':'})
		e.h.Write([]byte(w))
	}
}

func (e encoder) number(numbers ...int) {
	for _, n := range numbers {
		e.word(strconv.Itoa(n))
	}
}

func (e encoder) truth(truths ...bool) {
	for _, t := range truths {
		e.word(strconv.FormatBool(t))
	}
}

// maybe writes a number that may be absent, which is not the same as 0.
func (e encoder) maybe(n *int) {
	e.truth(n != nil)
	if n != nil {
		e.number(*n)
	}
}

// set writes words whose order means nothing.
func (e encoder) set(words []string) {
	slices.Sort(words)
	e.number(len(words))
	e.word(words...)
}

func (e encoder) names(names []Word) {
	words := make([]string, len(names))
	for i, n := range names {
		words[i] = n.Text
	}
	e.set(words)
}

func (e encoder) moods(m Moods) { e.number(m.Heat, m.Trust, m.Confusion, m.Patience) }

func (e encoder) caller(c Caller) {
	e.word(c.ID, c.Name, c.From, c.Heat, c.Temper.Text, c.Values.Text)
	e.moods(c.Normal)
	e.moods(c.Gentle)
	e.moods(c.Hard)
}

func (e encoder) promise(p *Promise) {
	e.truth(p != nil)
	if p == nil {
		return
	}
	e.word(p.What)
	for _, s := range []Span{p.Soonest, p.Latest, p.Grace} {
		e.truth(s.Unit == Days)
		e.number(minutes(s)) // one hour is sixty minutes
	}
}

func (e encoder) call(c Call) {
	e.word(string(c.Role))
	e.truth(c.Outgoing)
	e.moods(c.Moods)
	e.set(terms(c.Reads))
	e.number(len(c.Beats))
	for _, b := range c.Beats {
		e.beat(b)
	}
}

func (e encoder) beat(b Beat) {
	e.word(b.ID, b.Ending)
	e.truth(b.WantsGiven, b.Gathering, b.FairHangUp)
	e.names(b.Wants)
	e.number(len(b.Lines))
	for _, l := range b.Lines {
		e.word(l.Tone, l.Text)
		e.condition(l.When)
		e.number(len(l.Says))
		for _, f := range l.Says {
			e.word(string(f.Kind), f.Concern)
			e.number(f.Start, f.End)
		}
	}
	e.number(len(b.Replies))
	for _, r := range b.Replies {
		e.reply(r)
	}
}

func (e encoder) reply(r Reply) {
	e.word(r.ID, r.Text, r.Tempts, r.Go.Text)
	e.truth(r.Gives, r.Promises, r.Permission)
	e.number(len(r.Shows))
	for _, s := range r.Shows {
		e.word(s.Behaviour)
		e.number(s.Start, s.End)
	}
	e.condition(r.If)
	e.names(r.Settles)
	for _, n := range []*int{r.Moods.Heat, r.Moods.Trust, r.Moods.Confusion, r.Patience} {
		e.maybe(n)
	}
}

// condition writes a condition without regard to the order of its parts.
func (e encoder) condition(c Condition) {
	groups := make([]string, len(c.Any))
	for i, group := range c.Any {
		g := encoder{sha256.New()}
		g.set(terms(group))
		groups[i] = g.sum()
	}
	e.set(groups)
}

func terms(ts []Term) []string {
	words := make([]string, len(ts))
	for i, t := range ts {
		g := encoder{sha256.New()}
		g.word(string(t.Kind), t.Name)
		g.truth(t.Not)
		g.number(t.Level)
		words[i] = g.sum()
	}
	return words
}
