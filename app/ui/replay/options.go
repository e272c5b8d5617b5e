package replay

import (
	"strings"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// option is one of the moves that stood open, marked where it is the one that
// was made, or the best.
type option struct {
	card  *widget.Card
	tags  *fyne.Container
	mine  *widget.Text
	best  *widget.Tag
	how   *widget.Text // the word that the move was judged by
	words *telling.Quote
}

func newOption() *option {
	o := &option{
		mine: widget.Caption("").Bold().Tint(theme.CalmText), best: widget.NewTag("", widget.GoodTone),
		how: widget.Caption(""), words: telling.NewQuote("", nil),
	}
	o.tags = widget.HStack(theme.GapS, o.mine, o.best)
	o.card = widget.NewCard("", widget.VStack(theme.GapNil, widget.HStack(theme.GapM, widget.Grow(o.words), o.tags), o.how)).Tight()
	return o
}

// show fills the option with a move that stood open at move i.
func (o *option) show(s *Screen, i int, m call.Move) {
	r := s.r
	mine := same(m, r.Moves[i])
	words, spans, done := telling.MoveWords(r.Case, m), []telling.Span(nil), !telling.Spoken(r.Case, m)
	if mine {
		shift := 0
		if done {
			shift = -1 // the brackets of a thing done are not drawn
		}
		spans = r.Evidence(i, func(int) bool { return true }, shift)
	}
	o.words.Set(words, spans, done)
	who := r.You()
	if i < r.Given() {
		who = locale.Text("rescue.before")
	}
	o.mine.SetText(who)
	how := ""
	if mine {
		how = r.HowMade(r.Moves[i])
	}
	o.how.SetText(how)
	o.mine.Hidden, o.how.Hidden = !mine, how == ""
	best := s.bestWords(i, m)
	o.best.SetText(best)
	o.best.Hidden = best == ""
	o.tags.Hidden = !mine && best == ""
	if mine {
		o.card.Tinted(theme.CalmTint)
	} else {
		o.card.Tinted(theme.Sunken)
	}
	o.card.Show()
}

// bestWords mark the best move there was at move i, or the one that was made
// where none was better, as far as better replies are open to see. Where the same
// was better at another time, or with another word, that is said below.
func (s *Screen) bestWords(i int, m call.Move) string {
	j, known := s.r.Judgement(i)
	mine := same(m, s.r.Moves[i])
	switch {
	case !known || s.left > 0:
	case j.HasBetter && same(m, j.Better) && !mine:
		return locale.Text("replay.best")
	case !j.HasBetter && mine && j.Cost == 0:
		return locale.Text("replay.best.mine")
	}
	return ""
}

func (b *board) showOptions(s *Screen) {
	all := open(s.r, s.at.move)
	for n, m := range all {
		if n == len(b.options) {
			b.options = append(b.options, newOption())
			b.floor.Add(b.options[n].card)
		}
		b.options[n].show(s, s.at.move, m)
	}
	for _, o := range b.options[len(all):] {
		o.card.Hide()
	}
	b.what.Show()
}

// openWords are a move's words on a reply; what is done stands in brackets.
func (s *Screen) openWords(m call.Move) string {
	if telling.Spoken(s.r.Case, m) {
		return telling.MoveWords(s.r.Case, m)
	}
	return "[" + telling.MoveWords(s.r.Case, m) + "]"
}

// line is what a caller said, under their name and tone.
type line struct {
	card  *widget.Card
	name  *widget.Text
	words *telling.Quote
}

func newLine() *line {
	l := &line{name: widget.Caption(""), words: telling.NewQuote("", nil)}
	l.card = widget.NewCard("", widget.VStack(theme.GapXS, l.name, l.words)).Tinted(theme.CallerBubble)
	return l
}

// heard shows what was said last before move i, and below what has happened
// since.
func (l *line) heard(r *telling.Reading, i int, below *widget.Text) {
	said, since := heard(r, i)
	l.show(r, said, since, below)
}

func (l *line) show(r *telling.Reading, said *trainer.Said, since []trainer.Said, below *widget.Text) {
	l.card.Hidden = said == nil
	if said != nil {
		l.name.SetText(r.CallerName(*said))
		l.words.Set(said.Text, nil, false)
	}
	var all []string
	for _, one := range since {
		all = append(all, r.StageWords(one))
	}
	below.SetText(strings.Join(all, " "))
	below.Hidden = len(all) == 0
}
