package script

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
)

// Translation judges a scenario as the translation of another: a file with the
// same id and another language. The two are one case, for first sight and for
// who is ready, so they may differ in their words only: same calls, beats,
// replies, behaviours, concerns, moods and conditions, in the same order. It
// reports the places of translated that do not fit, in the order of its lines.
func Translation(original, translated *Scenario, originalFile string) []Diagnostic {
	a, b := original.skeleton(), translated.skeleton()
	var found []Diagnostic
	report := func(at Pos, format string, args ...any) {
		found = append(found, Diagnostic{
			Code: TranslationDiffers, Line: max(1, at.Line), Col: max(1, at.Col),
			Message: fmt.Sprintf(format, args...) + " A translation changes words only.",
		})
	}
	theirs := map[string]bone{}
	for _, x := range a {
		theirs[x.name] = x
	}
	ours := map[string]Pos{}
	for _, y := range b {
		ours[y.name] = y.at
		switch x, ok := theirs[y.name]; {
		case !ok:
			report(y.at, "%s is not in %s.", title(y.name), originalFile)
		case x.sum != y.sum:
			report(y.at, "%s is not as in %s: %s.", title(y.name), originalFile, y.what)
		}
	}
	at := Pos{1, 1}
	for _, x := range a {
		if here, ok := ours[x.name]; ok {
			at = here
		} else { // told at the part that stands before it
			report(at, "%s of %s is missing here.", title(x.name), originalFile)
		}
	}
	if len(found) == 0 && !slices.EqualFunc(a, b, func(x, y bone) bool { return x.name == y.name }) {
		report(Pos{1, 1}, "The parts stand in another order than in %s.", originalFile)
	}
	slices.SortStableFunc(found, func(x, y Diagnostic) int { return cmp.Or(x.Line-y.Line, x.Col-y.Col) })
	return found
}

// A bone is one part of a scenario without its words.
type bone struct {
	name string // as a sentence names it
	what string // what a difference may lie in
	at   Pos
	sum  string
}

// skeleton is the parts of a scenario without the words that are said.
func (s *Scenario) skeleton() []bone {
	var all []bone
	add := func(name, what string, at Pos, write func(e encoder)) {
		e := encoder{sha256.New()}
		write(e)
		all = append(all, bone{name, what, at, e.sum()})
	}
	add("the top of the script", "its project, case, kind, difficulty or variants", Pos{1, 1}, func(e encoder) {
		e.word(s.Project, s.Case)
		e.number(s.Difficulty)
		e.truth(s.NoPromise, s.NoHangUp)
		e.number(len(s.Variants))
		for _, v := range s.Variants {
			e.word(v.Text)
		}
	})
	for i, p := range s.Papers {
		add(fmt.Sprintf("line %d of the client file", i+1), "its kind, or the variants it belongs to", p.At, func(e encoder) {
			e.word(p.Kind)
			e.only(p.Only, "")
		})
	}
	add("the caller", "the moods, the temper or what they value", s.Caller.At, func(e encoder) {
		c := s.Caller
		c.Name, c.From = "", ""
		e.caller(c)
	})
	for _, c := range s.Concerns {
		add(named("the concern "+c.ID, c.Only), "whether it is hidden, what opens it, what it pays, or its variants", c.At, func(e encoder) {
			e.truth(c.Hidden)
			e.condition(c.Opens)
			e.number(c.Pays)
			e.only(c.Only, "")
		})
	}
	if s.Promise != nil {
		add("the promise", "soonest, latest or grace", s.Promise.At, func(e encoder) {
			p := *s.Promise
			p.What = ""
			e.promise(&p)
		})
	}
	for _, c := range s.Calls {
		add("the call "+string(c.Role), "who rings, the moods, the temper or what it reads", c.At, func(e encoder) {
			e.truth(c.Outgoing)
			e.moods(c.Moods)
			e.set(terms(c.Reads))
			e.word(c.Temper.Text)
		})
		all = skeletonOf(c.Beats, all)
	}
	for _, f := range s.Fragments {
		add("the fragment "+f.ID, "its beats", f.At, func(encoder) {})
		all = skeletonOf(f.Beats, all)
	}
	return all
}

func skeletonOf(beats []Beat, all []bone) []bone {
	add := func(name, what string, at Pos, write func(e encoder)) {
		e := encoder{sha256.New()}
		write(e)
		all = append(all, bone{name, what, at, e.sum()})
	}
	for _, b := range beats {
		add(named("the beat "+b.ID, b.Only), "what it wants, gathers or ends with, or its variants", b.At, func(e encoder) {
			e.truth(b.WantsGiven, b.Gathering, b.FairHangUp, b.Ending != "")
			e.names(b.Wants)
			e.only(b.Only, "")
		})
		for i, l := range b.Lines {
			add(fmt.Sprintf("line %d of the beat %s", i+1, b.ID), "its condition, its facts or its variants", l.At, func(e encoder) {
				e.condition(l.When)
				e.number(len(l.Says))
				for _, f := range l.Says {
					e.word(string(f.Kind), f.Concern)
				}
				e.only(l.Only, "")
			})
		}
		for i, r := range b.Replies {
			add(named(fmt.Sprintf("the reply %s.%s", b.ID, r.ID), r.Only), "what it shows, settles, gives, does or leads to, its condition or its variants", r.At, func(e encoder) {
				e.number(i)
				e.bareReply(r)
			})
		}
	}
	return all
}

// named tells parts apart that bear one name in different variants.
func named(name string, only Only) string {
	if len(only) > 0 {
		return name + " of " + only[0].Text
	}
	return name
}

// bareReply writes a reply without its words.
func (e encoder) bareReply(r Reply) {
	e.truth(r.Gives, r.Promises, r.Permission, r.Spoken())
	var shows []string
	for _, s := range r.Shows {
		shows = append(shows, s.Behaviour)
	}
	e.set(shows)
	e.condition(r.If)
	e.names(r.Settles)
	for _, n := range []*int{r.Moods.Heat, r.Moods.Trust, r.Moods.Confusion, r.Patience} {
		e.maybe(n)
	}
	e.word(r.Go.Text, r.Then.Text)
	e.only(r.Only, "")
}
