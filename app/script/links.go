package script

import (
	"fmt"
	"strings"
)

// beats judges each beat and reply, and where the replies lead.
func (p *parser) beats(cut bool) {
	l := links{parser: p, holders: p.s.holders()}
	beats := 0
	for _, h := range l.holders {
		beats += len(h.beats)
	}
	l.home, l.names = make(map[string]home, beats), make([]string, 0, beats)
	for i, h := range l.holders {
		if len(h.beats) == 0 && !(cut && h.at.Line >= p.openedAt) && !p.excuses[excuse{h.at, "line"}] {
			p.report(h.at, EmptyCall, "", "%s has no beat. Write == and a name under it, then what is said.", h.name)
		}
		if h.frag && h.id != "" {
			l.name(h.id, home{h.at, i, true})
		}
		for j := range h.beats {
			if b := &h.beats[j]; b.ID != "" {
				l.name(b.ID, home{b.At, i, false})
			}
		}
	}
	for i, h := range l.holders {
		for j := range h.beats {
			b := &h.beats[j]
			lastBeat := cut && b.At == p.lastBeat
			p.wholeBeat(b, lastBeat)
			for k := range b.Replies {
				r := &b.Replies[k]
				if r.Go.Text == "" && !(lastBeat && r.At == p.lastReply) && !p.excuses[excuse{r.At, "go"}] {
					p.report(r.At, ReplyWithoutGo, "", "This reply does not say where it leads. Write go: and a beat's name under it.")
				}
				l.follow(i, r)
			}
			p.replyNames(b)
		}
	}
	if len(p.s.Fragments) > 0 {
		l.names = append(l.names, Return)
	}
	p.eachStrange(l.strange, func(w Word, also string) {
		hint := p.nearest(w.Text, l.names)
		if hint == "" && (cut || p.nameless > 0) {
			p.nameless--
			return // it stands in the part that is missing, or is the beat without a name
		}
		p.report(w.At, UnknownBeat, hint, "There is no beat %q. Write one, with == %s, or lead the reply elsewhere.%s", clip(w.Text), clip(w.Text), also)
	})
}

// links is where every name of a beat or fragment stands, and the names that
// stand nowhere.
type links struct {
	*parser
	holders []holder
	home    map[string]home
	names   []string
	strange []Word
}

// home is where the name of a beat or a fragment stands.
type home struct {
	at       Pos
	holder   int
	fragment bool
}

func (l *links) name(id string, h home) {
	if before, twice := l.home[id]; twice {
		what := "beat"
		if h.fragment {
			what = "fragment"
		}
		l.report(h.at, TwiceNamed, "", "A beat or fragment named %q already stands in line %d. Give this %s another name.", id, before.at.Line, what)
		return
	}
	l.home[id] = h
	l.names = append(l.names, id)
}

// follow judges where a reply of holder i leads.
func (l *links) follow(i int, r *Reply) {
	to, known := l.home[r.Go.Text]
	if to.fragment {
		if r.Then.Text == "" {
			if !l.excuses[excuse{r.At, "then"}] {
				l.report(r.Go.At, ThenMissing, "", "This reply leads to the fragment %q and does not say where the call goes on after it. Write then: and a beat's name under it.", r.Go.Text)
			}
			return
		}
		l.lead(i, r.Then)
		return
	}
	if r.Then.Text != "" && (known || r.Go.Text == Return) {
		l.report(r.Then.At, ThenUnwanted, "", "This reply leads to no fragment, so nothing comes after it with then:. Take the line out.")
	}
	if !known || to.holder != i {
		l.lead(i, r.Go)
	}
}

// lead judges a name that a reply of holder i leads to.
func (l *links) lead(i int, to Word) {
	h, ok := l.home[to.Text]
	switch {
	case to.Text == "":
	case to.Text == Return && !l.holders[i].frag:
		l.report(to.At, ReturnOutside, "", "Only a fragment returns. Write the name of a beat of this call.")
	case to.Text == Return:
	case !ok:
		l.strange = append(l.strange, to)
	case h.holder != i && l.holders[h.holder].frag:
		l.report(to.At, OtherCall, "", "The beat %q belongs to %s. A reply leads to a fragment as a whole: go: %s, and then: with the beat after it.", to.Text, l.holders[h.holder].name, l.holders[h.holder].id)
	case h.holder != i && l.holders[i].frag:
		l.report(to.At, OtherCall, "", "The beat %q belongs to %s. A reply of a fragment leads to a beat of its own fragment or, with go: return, back to where it came from.", to.Text, l.holders[h.holder].name)
	case h.holder != i:
		l.report(to.At, OtherCall, "", "The beat %q belongs to %s. A reply leads to a beat of its own call.", to.Text, l.holders[h.holder].name)
	}
}

// wholeBeat reports what a beat lacks.
func (p *parser) wholeBeat(b *Beat, cut bool) {
	ends := b.Ending != "" || p.excuses[excuse{b.At, "ending"}]
	excused := cut || p.excuses[excuse{b.At, "line"}]
	switch {
	case ends && len(b.Replies) > 0:
		p.report(b.At, EndingWithReplies, "", "The beat %q has ending:, so the call ends there, but it has replies too. Take one of the two out.", b.ID)
	case !ends && len(b.Replies) == 0 && !excused:
		p.report(b.At, DeadEnd, "", "The beat %q has no replies, so the call would stop there. Write replies, or ending: if the call ends here.", b.ID)
	case !ends && len(b.Lines) == 0 && !excused:
		p.report(b.At, BeatWithoutLine, "", "The caller says nothing at the beat %q. Write a line that begins with CALLER: above its replies.", b.ID)
	}
}

// nameReplies gives replies without a name one by their order, and notes the
// beat and the reply in which the file ends.
func (p *parser) nameReplies(cut bool) {
	if n := len(p.s.Calls); n > 0 || p.fragment {
		if all := *p.holding(); len(all) > 0 {
			b := &all[len(all)-1]
			p.lastBeat = b.At
			if n := len(b.Replies); n > 0 {
				p.lastReply = b.Replies[n-1].At
			}
		}
	}
	for _, h := range p.s.holders() {
		for i := range h.beats {
			for j := range h.beats[i].Replies {
				r := &h.beats[i].Replies[j]
				if r.ID != "" || p.excuses[excuse{r.At, "id"}] {
					continue
				}
				r.ID = letters(j)
				if !cut || r.At != p.lastReply {
					p.report(r.At, NoID, "", "This reply has no id:, so it is called %s by its order. Results name replies by id; give it one before anybody plays it.", r.ID)
				}
			}
		}
	}
}

// letters is the name of the reply in this place: a, b, ... z, aa, ab.
func letters(order int) string {
	if order < 26 {
		return string(rune('a' + order))
	}
	return letters(order/26-1) + string(rune('a'+order%26))
}

func (p *parser) replyNames(b *Beat) {
	if len(b.Replies) > maxItems { // where looking through them would take too long
		p.manyReplyNames(b)
		return
	}
	for i := range b.Replies {
		r := &b.Replies[i]
		for j := range i {
			if first := &b.Replies[j]; first.ID == r.ID && r.ID != "" {
				p.twiceNamedReply(r, first.At)
				break
			}
		}
	}
}

func (p *parser) manyReplyNames(b *Beat) {
	seen := map[string]Pos{}
	for i := range b.Replies {
		r := &b.Replies[i]
		if first, twice := seen[r.ID]; twice && r.ID != "" {
			p.twiceNamedReply(r, first)
			continue
		}
		seen[r.ID] = r.At
	}
}

func (p *parser) twiceNamedReply(r *Reply, first Pos) {
	p.report(r.At, TwiceNamed, "", "The reply in line %d is called %q too. Give one of the two another id.", first.Line, r.ID)
}

// laterCalls judges which calls there are.
func (p *parser) laterCalls(cut bool) {
	has := map[Role]bool{}
	var later *Call
	for i := range p.s.Calls {
		c := &p.s.Calls[i]
		has[c.Role] = true
		if c.Role == First {
			if i > 0 && p.s.Calls[0].Role != First {
				p.report(c.At, CallOrder, "", "CALL first stands above the other calls. Move it up.")
			}
			continue
		}
		if later == nil {
			later = c
		}
		if !(cut && i == len(p.s.Calls)-1) {
			p.wholeCall(c)
		}
	}
	if len(p.s.Calls) > 0 && !has[First] && !p.strangeCall {
		p.report(p.s.Calls[0].At, MissingCall, "", "There is no CALL first. The first call is where the script starts.").Missing = "CALL first"
	}
	if p.s.Promise == nil && later != nil {
		p.report(later.At, CallWithoutPromise, "", "There is a call after the first, but no PROMISE that leads to it. Write PROMISE with what, soonest and latest, or take the later calls out.")
	}
	var missing []string
	for _, r := range []Role{Kept, Late, Missed} {
		if !has[r] {
			missing = append(missing, "CALL "+string(r))
		}
	}
	if p.s.Promise != nil && len(missing) > 0 && len(p.s.Calls) > 0 && !cut && !p.strangeCall {
		p.report(p.s.Promise.At, MissingCall, "", "A promise may be kept, late or missed, and %s must be written too.", andList(missing)).Missing = strings.Join(missing, ", ")
	}
}

// wholeCall reports what a call after the first lacks.
func (p *parser) wholeCall(c *Call) {
	if c.Moods.At.Line == 0 && !p.excuses[excuse{c.At, "moods"}] {
		p.report(c.At, MissingKey, "", "CALL %s has no moods:. Write how the caller feels at its start, as in: moods: heat 3, trust 6, confusion 3, patience 12.", c.Role).Missing = "moods:"
	}
	if c.Role != Inside {
		return
	}
	for _, k := range []struct{ key, value, why string }{
		{"name", c.Name, "Write who in the house is on the line, as in: name: Ravi at the dispatch desk."},
		{"what", c.What, "Write what the call is for, as in: what: Ask dispatch which van goes east."},
		{"temper", c.Temper.Text, "Write the colleague's temper, as for a caller."},
	} {
		if k.value == "" && !p.excuses[excuse{c.At, k.key}] {
			p.report(c.At, MissingKey, "", "CALL inside has no %s:. %s", k.key, k.why).Missing = k.key + ":"
		}
	}
}

// promise judges the promise and the replies that make it or give what the
// caller values.
func (p *parser) promise(cut bool) {
	var makes, gives *Reply
	for _, h := range p.s.holders() {
		for j := range h.beats {
			for k := range h.beats[j].Replies {
				r := &h.beats[j].Replies[k]
				if r.Promises && h.name == "CALL "+string(Inside) {
					p.report(r.At, MisplacedKey, "", "Promises are made to the caller, in the first call. Take promises: out of this reply to a colleague.")
				}
				if r.Promises && makes == nil {
					makes = r
				}
				if r.Gives && gives == nil {
					gives = r
				}
			}
		}
	}
	_, valued := p.given[inCaller].at("values")
	if gives != nil && !valued && p.lost[inCaller] == 0 {
		p.report(gives.At, GivesWithoutValues, "", "This reply gives what the caller values, but the caller has no values:. Add it under CALLER.")
	}
	pr := p.s.Promise
	switch {
	case pr != nil && p.s.NoPromise:
		p.report(pr.At, PromiseUnwanted, "", "The kind says no-promise, but here is a PROMISE. Take one of the two out.")
	case pr == nil && !p.s.NoPromise && makes == nil && len(p.s.Calls) == 1 && !cut && p.has(inHeader, "kind") && !p.seen("PROMISE"):
		at, _ := p.given[inHeader].at("kind")
		p.report(at, PromiseNotSaid, "", "This script has no PROMISE and does not say that its kind needs none. Write the promise, or add no-promise to kind:, as in: kind: %s, no-promise.", p.s.Kind)
	case pr == nil && makes != nil:
		p.report(makes.At, PromiseMissing, "", "This reply makes a promise, but there is no PROMISE. Write it above the calls, with what, soonest and latest.")
	case pr != nil && makes == nil && len(p.s.Calls) > 0 && !cut && !p.strayed["promises"]:
		p.report(pr.At, PromiseNeverMade, "", "No reply makes this promise. Write promises: yes under the reply that does.")
	case pr != nil && pr.Latest.N > 0 && pr.Soonest.N > 0 && before(pr.Latest, pr.Soonest):
		p.report(pr.At, BadWindow, "", "The latest hour lies before the soonest. Change soonest: or latest:.")
	}
}

// before reports whether a is certainly shorter than b: a working day is at
// least as long as an hour, and how long it is the trainee decides.
func before(a, b Span) bool {
	if (a.Unit == Days) == (b.Unit == Days) {
		return minutes(a) < minutes(b)
	}
	return a.Unit != Days && minutes(a) < 60*b.N
}

// minutes is the length of a span by the clock; days stay days.
func minutes(s Span) int {
	if s.Unit == Hours {
		return 60 * s.N
	}
	return s.N
}

// flags reports conditions of a second call that read what is neither carried
// over nor set in it, and so could never hold.
func (p *parser) flags() {
	for i := range p.s.Calls {
		if c := &p.s.Calls[i]; c.Role.Second() {
			p.flagsOf(c, unfold(c.Beats, p.s.Fragments))
		}
	}
}

func (p *parser) flagsOf(c *Call, beats []Beat) {
	set := map[string]bool{}
	for _, t := range c.Reads {
		set[flagName(t.Kind, t.Name)] = true
	}
	for i := range beats {
		for _, l := range beats[i].Lines {
			for _, f := range l.Says {
				set[flagName(Found, f.Concern)] = true
			}
		}
		for _, r := range beats[i].Replies {
			set[flagName(Given, "")] = set[flagName(Given, "")] || r.Gives
			set[flagName(Permission, "")] = set[flagName(Permission, "")] || r.Permission
			for _, w := range r.Settles {
				set[flagName(Settled, w.Text)] = true
			}
		}
	}
	check := func(cond Condition) {
		for _, group := range cond.Any {
			for _, t := range group {
				_, concern := p.known[t.Name]
				known := (t.Kind == Found || t.Kind == Settled) && concern || t.Kind == Given || t.Kind == Permission
				if name := flagName(t.Kind, t.Name); known && !set[name] {
					set[name] = true
					p.report(t.At, FlagNotRead, "", "This call does not know %q from the calls before it. Add it to reads: under CALL %s.", name, c.Role)
				}
			}
		}
	}
	for i := range beats {
		for _, l := range beats[i].Lines {
			check(l.When)
		}
		for _, r := range beats[i].Replies {
			check(r.If)
		}
	}
}

func flagName(kind TermKind, name string) string {
	if name == "" {
		return string(kind)
	}
	return fmt.Sprintf("%s %s", kind, name)
}
