package script

// holding is where the beats that follow belong: the last call or fragment.
func (p *parser) holding() *[]Beat {
	if p.fragment {
		return &p.s.Fragments[len(p.s.Fragments)-1].Beats
	}
	return &p.call().Beats
}

func (p *parser) beat() *Beat {
	all := *p.holding()
	return &all[len(all)-1]
}

func (p *parser) setBeat(name string, v piece) {
	b := p.beat()
	switch name {
	case "wants":
		b.Wants, b.WantsGiven = p.names(v), true
	case "gathering":
		b.Gathering = p.yes(v)
	case "hang-up":
		word, _ := p.choice(v, "fair")
		b.FairHangUp = word == "fair"
	case "ending":
		b.Ending = v.text
	case "only":
		b.Only = p.only(v)
	}
}

// inBeatNow reports whether lines and replies may stand here, and says so
// once where they may not.
func (p *parser) inBeatNow(l piece, what string) bool {
	switch p.place {
	case inBeat, inLine, inReply:
		return true
	case lost:
		return false
	}
	p.problem(l, OutsideBeat, "", "%s belongs into a beat. Write == and the beat's name above it.", what)
	p.place = lost
	return false
}

// openLine begins what the caller says.
func (p *parser) openLine(l, tone, text piece) {
	if !p.inBeatNow(l, "What the caller says") {
		return
	}
	if p.place == inReply {
		p.problem(l, MisplacedLine, "", "What the caller says stands above the replies of its beat. Move it up, or begin a new beat with ==.")
		p.addBeat(Beat{At: p.at(l.off)})
		p.excuse(inBeat, "line")
	}
	b := p.beat()
	b.Lines = p.said.more(b.Lines)
	said := &b.Lines[len(b.Lines)-1]
	said.Tone, said.Text, said.At, said.TextAt = tone.text, text.text, p.at(l.off), p.at(text.off)
	p.open(inLine)
	p.talk = subject{text: text.text}
	if text.empty() {
		p.problem(l, EmptyText, "", "The caller says nothing here. Write the words after the colon, or silence as [silence].")
	}
}

func (p *parser) setLine(name string, v piece) {
	b := p.beat()
	l := &b.Lines[len(b.Lines)-1]
	switch name {
	case "when":
		l.When = p.condition(v, true)
	case "says":
		l.Says = p.facts(v)
	case "means":
		if g, ok := p.gloss(v); ok {
			l.Means = append(l.Means, g)
		}
	case "only":
		l.Only = p.only(v)
	}
}

// openReply begins a reply.
func (p *parser) openReply(l piece) {
	if !p.inBeatNow(l, "A reply") {
		return
	}
	text := l.from(1).trim()
	b := p.beat()
	p.open(inReply)
	p.talk = subject{text: text.text}
	b.Replies = p.replies.more(b.Replies)
	r := &b.Replies[len(b.Replies)-1]
	r.Text, r.At, r.TextAt = text.text, p.at(l.off), p.at(text.off)
	if text.empty() {
		p.problem(l, EmptyText, "", "This reply has no words. Write them after >, or what is done in square brackets.")
	}
}

func (p *parser) setReply(name string, v piece) {
	b := p.beat()
	r := &b.Replies[len(b.Replies)-1]
	switch name {
	case "id":
		r.ID = p.name(v)
	case "shows":
		r.Shows = p.shown(v, r.Spoken())
	case "tempts":
		r.Tempts = v.text
	case "if":
		r.If = p.condition(v, false)
	case "settles":
		r.Settles = p.names(v)
		p.concernRefs = append(p.concernRefs, r.Settles...)
	case "gives":
		word, _ := p.choice(v, "value")
		r.Gives = word == "value"
	case "promises":
		r.Promises = p.yes(v)
	case "permission":
		r.Permission = p.yes(v)
	case "moods":
		r.Moods = p.override(v)
	case "patience":
		if n, ok := p.number(v, -30, 0, "A change of patience"); ok {
			r.Patience = p.numbers.keep(n)
		}
	case "go":
		r.Go = Word{p.name(v), p.at(v.off)}
	case "then":
		r.Then = Word{p.name(v), p.at(v.off)}
	case "only":
		r.Only = p.only(v)
	}
}
