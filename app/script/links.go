package script

import "fmt"

// beats judges each beat and reply, and where the replies lead.
func (p *parser) beats(cut bool) {
	home := map[string]*Beat{} // by name
	calls := map[string]int{}
	var names []string
	for i := range p.s.Calls {
		c := &p.s.Calls[i]
		if len(c.Beats) == 0 && !(cut && i == len(p.s.Calls)-1) && !p.excuses[excuse{c.At, "line"}] {
			p.report(c.At, EmptyCall, "", "CALL %s has no beat. Write == and a name under it, then what is said.", c.Role)
		}
		for j := range c.Beats {
			b := &c.Beats[j]
			if b.ID == "" {
				continue
			}
			if first, twice := home[b.ID]; twice {
				p.report(b.At, TwiceNamed, "", "A beat named %q already stands in line %d. Give this one another name.", b.ID, first.At.Line)
				continue
			}
			home[b.ID], calls[b.ID] = b, i
			names = append(names, b.ID)
		}
	}
	var strange []Word
	for i := range p.s.Calls {
		c := &p.s.Calls[i]
		for j := range c.Beats {
			b := &c.Beats[j]
			lastBeat := cut && i == len(p.s.Calls)-1 && j == len(c.Beats)-1
			p.wholeBeat(b, lastBeat)
			for k := range b.Replies {
				r := &b.Replies[k]
				p.wholeReply(r, k, lastBeat && k == len(b.Replies)-1)
				if to, ok := calls[r.Go.Text]; !ok && r.Go.Text != "" {
					strange = append(strange, r.Go)
				} else if ok && to != i {
					p.report(r.Go.At, OtherCall, "", "The beat %q belongs to CALL %s. A reply leads to a beat of its own call.", r.Go.Text, p.s.Calls[to].Role)
				}
			}
			p.replyNames(b)
		}
	}
	p.eachStrange(strange, func(w Word, also string) {
		hint := p.nearest(w.Text, names)
		if hint == "" && (cut || p.nameless > 0) {
			p.nameless--
			return // it stands in the part that is missing, or is the beat without a name
		}
		p.report(w.At, UnknownBeat, hint, "There is no beat %q. Write one, with == %s, or lead the reply elsewhere.%s", clip(w.Text), clip(w.Text), also)
	})
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

// wholeReply reports what the reply lacks, and names it when it has no name.
func (p *parser) wholeReply(r *Reply, order int, cut bool) {
	if r.ID == "" && !p.excuses[excuse{r.At, "id"}] {
		r.ID = letters(order)
		if !cut {
			p.report(r.At, NoID, "", "This reply has no id:, so it is called %s by its order. Results name replies by id; give it one before anybody plays it.", r.ID)
		}
	}
	if r.Go.Text == "" && !cut && !p.excuses[excuse{r.At, "go"}] {
		p.report(r.At, ReplyWithoutGo, "", "This reply does not say where it leads. Write go: and a beat's name under it.")
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
	seen := map[string]Pos{}
	for _, r := range b.Replies {
		if first, twice := seen[r.ID]; twice && r.ID != "" {
			p.report(r.At, TwiceNamed, "", "The reply in line %d is called %q too. Give one of the two another id.", first.Line, r.ID)
			continue
		}
		seen[r.ID] = r.At
	}
}

// secondCalls judges which calls there are.
func (p *parser) secondCalls(cut bool) {
	has := map[Role]bool{}
	var second *Call
	for i := range p.s.Calls {
		c := &p.s.Calls[i]
		has[c.Role] = true
		if c.Role == First {
			if i > 0 && p.s.Calls[0].Role != First {
				p.report(c.At, CallOrder, "", "CALL first stands above the other calls. Move it up.")
			}
			continue
		}
		if second == nil {
			second = c
		}
		if c.Moods.At.Line == 0 && !p.excuses[excuse{c.At, "moods"}] && !(cut && i == len(p.s.Calls)-1) {
			p.report(c.At, MissingKey, "", "CALL %s has no moods:. Write how the caller feels at its start, as in: moods: heat 3, trust 6, confusion 3, patience 12.", c.Role)
		}
		p.flags(c)
	}
	if len(p.s.Calls) > 0 && !has[First] && !p.strangeCall {
		p.report(p.s.Calls[0].At, MissingCall, "", "There is no CALL first. The first call is where the script starts.")
	}
	if p.s.Promise == nil && second != nil {
		p.report(second.At, CallWithoutPromise, "", "There is a second call, but no PROMISE that leads to it. Write PROMISE with what, soonest and latest, or take the second calls out.")
	}
	var missing []string
	for _, r := range []Role{Kept, Late, Missed} {
		if !has[r] {
			missing = append(missing, "CALL "+string(r))
		}
	}
	if p.s.Promise != nil && len(missing) > 0 && len(p.s.Calls) > 0 && !cut && !p.strangeCall {
		p.report(p.s.Promise.At, MissingCall, "", "A promise may be kept, late or missed, and %s must be written too.", andList(missing))
	}
}

// promise judges the promise and the replies that make it or give what the
// caller values.
func (p *parser) promise(cut bool) {
	var makes, gives *Reply
	for i := range p.s.Calls {
		for j := range p.s.Calls[i].Beats {
			for k := range p.s.Calls[i].Beats[j].Replies {
				r := &p.s.Calls[i].Beats[j].Replies[k]
				if r.Promises && makes == nil {
					makes = r
				}
				if r.Gives && gives == nil {
					gives = r
				}
			}
		}
	}
	_, valued := p.given[inCaller]["values"]
	if gives != nil && !valued && p.lost[inCaller] == 0 {
		p.report(gives.At, GivesWithoutValues, "", "This reply gives what the caller values, but the caller has no values:. Add it under CALLER.")
	}
	pr := p.s.Promise
	switch {
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
func (p *parser) flags(c *Call) {
	set := map[string]bool{}
	for _, t := range c.Reads {
		set[flagName(t.Kind, t.Name)] = true
	}
	for i := range c.Beats {
		for _, l := range c.Beats[i].Lines {
			for _, f := range l.Says {
				set[flagName(Found, f.Concern)] = true
			}
		}
		for _, r := range c.Beats[i].Replies {
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
					p.report(t.At, FlagNotRead, "", "This call does not know %q from the first call. Add it to reads: under CALL %s.", name, c.Role)
				}
			}
		}
	}
	for i := range c.Beats {
		for _, l := range c.Beats[i].Lines {
			check(l.When)
		}
		for _, r := range c.Beats[i].Replies {
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
