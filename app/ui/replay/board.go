package replay

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// board is what one place of the call looks like: what was said last, what stood
// open, what was chosen and what came of it.
type board struct {
	card   *widget.Card
	column *fyne.Container

	title   *widget.Text
	section *widget.Text // heads a call after the first
	tries   *widget.Button
	closes  *widget.Button

	mine   *fyne.Container // what was tried last, above what the caller says to it
	caller *line
	since  *widget.Text // what has happened since
	lead   *fyne.Container

	what    *widget.Text
	options []*option
	replies []*widget.Reply
	floor   *fyne.Container // options and replies
	back    *fyne.Container
	own     *fyne.Container // what was said first in own words

	came   *fyne.Container // what came of the move
	result *fyne.Container
	moods  *moods
	found  *found

	choose func(n int)
}

func newBoard(s *Screen) *board {
	b := &board{choose: s.give}
	b.title, b.section = widget.Heading(""), widget.Strong("").Tint(theme.CalmText)
	b.tries = widget.NewButton(locale.Text("debrief.try"), s.tryFrom).WithIcon(widget.IconPlay).WithKey("T")
	b.closes = widget.NewButton(locale.Text("replay.try.close"), s.leaveTry).WithKey("Esc")
	b.caller, b.mine = newLine(), container.NewStack()
	b.since = widget.Caption("").Italic()
	b.lead, b.own = container.NewStack(), container.NewStack()
	b.what = widget.Caption("").Bold()
	b.floor = widget.VStack(theme.GapS)
	b.back = widget.HStack(theme.GapM, widget.Spacer(), widget.NewQuiet(locale.Text("replay.try.back"), s.takeBack).WithIcon(widget.IconBack).WithKey("⌫"))
	b.result, b.moods, b.found = container.NewStack(), newMoods(s.r), newFound(s.r)
	b.came = widget.Columns(theme.GapXL, 250, b.result, widget.VStack(theme.GapL, b.moods.column, b.found.column))
	b.column = widget.VStack(
		theme.GapM,
		widget.HStack(theme.GapM, widget.Grow(b.title), b.tries, b.closes),
		b.section, b.mine, b.caller.card, b.since, b.lead, b.what, b.floor, b.back, b.own, widget.Divider(), b.came,
	)
	b.card = widget.NewCard("", b.column)
	return b
}

// showMove puts a move of the call itself on the board.
func (b *board) showMove(s *Screen) {
	r, i := s.r, s.at.move
	b.title.SetText(locale.Text("replay.move", map[string]any{"N": i + 1, "All": len(r.Moves)}))
	b.head(r.HeadWords(i))
	b.trying(false)
	b.tries.Hidden = i < r.Given()
	b.caller.heard(r, i, b.since)
	b.what.SetText(locale.Text("replay.open"))
	b.showOptions(s)
	b.own.Objects = nil
	if own, said := s.own[i]; said {
		b.own.Objects = []fyne.CanvasObject{telling.SaidFirst(own)}
	}
	b.own.Hidden = len(b.own.Objects) == 0
	b.result.Objects = []fyne.CanvasObject{s.accounts(i)}
	b.result.Show()
	b.moods.show(r, r.At(i), r.After(i))
	b.found.show(r.After(i))
	b.column.Refresh()
}

// head heads the call that a move opens.
func (b *board) head(words string) {
	b.section.SetText(words)
	b.section.Hidden = words == ""
}

// trying hides what belongs to the call itself, or to what is tried out.
func (b *board) trying(on bool) {
	b.tries.Hidden, b.closes.Hidden = on, !on
	b.lead.Hidden, b.back.Hidden, b.mine.Hidden = !on, !on, !on
	if on {
		b.own.Hide()
		b.result.Hide()
		for _, o := range b.options {
			o.card.Hide()
		}
		return
	}
	for _, reply := range b.replies {
		reply.Hide()
	}
}

// showTrial puts what is tried out on the board.
func (b *board) showTrial(s *Screen, t *trainer.Trial) {
	r, p := s.r, s.at
	b.title.SetText(locale.Text("replay.try.title", map[string]any{"N": p.move + 1}))
	b.head("")
	b.trying(true)
	before := r.At(p.move)
	if p.deep == 0 {
		b.mine.Hide()
		b.caller.heard(r, p.move, b.since)
	} else {
		before = p.way.trials[p.deep-1].State()
		b.showTried(s, t)
	}
	b.drawLead(s, t)
	all := t.Open()
	b.what.SetText(locale.Text("replay.try.open"))
	b.what.Hidden = len(all) == 0
	for i, m := range all {
		b.showReply(s, i, s.openWords(m), p.deep == 0 && same(m, r.Moves[p.move]))
	}
	for _, reply := range b.replies[len(all):] {
		reply.Hide()
	}
	b.back.Hidden = p.deep == 0
	b.moods.show(r, before, t.State())
	b.found.show(t.State())
	b.column.Refresh()
}

// showTried is what was said and done with the last move of a trial.
func (b *board) showTried(s *Screen, t *trainer.Trial) {
	last := s.at.move + s.at.deep - 1
	m := s.at.way.last(s.at.deep)
	words := telling.NewQuote(telling.MoveWords(s.r.Case, m), nil)
	if !telling.Spoken(s.r.Case, m) {
		words.Done()
	}
	b.mine.Objects = []fyne.CanvasObject{widget.NewCard("", widget.VStack(theme.GapXS, widget.Caption(s.r.You()), words)).Tinted(theme.CalmTint)}
	var line *trainer.Said
	var since []trainer.Said
	said := t.Said()
	for n := range said {
		switch {
		case said[n].Move != last:
		case said[n].Voice == trainer.TheCaller:
			line = &said[n]
		case said[n].Voice == trainer.Narrator && said[n].Event != 0:
			since = append(since, said[n])
		}
	}
	b.caller.show(s.r, line, since, b.since)
}

// showLead fills in where a trial leads.
func (b *board) showLead(s *Screen, t *trainer.Trial) {
	b.drawLead(s, t)
	b.column.Refresh()
}

func (b *board) drawLead(s *Screen, t *trainer.Trial) {
	l := s.leads[t]
	column := widget.VStack(theme.GapS)
	switch {
	case s.left > 0 && s.at.deep > 0: // reply by reply it would tell the better ones
		column.Add(telling.Flush(widget.NewQuiet(locale.Text("replay.try.show"), s.askBetter).WithKey("B")))
	case l.failed:
		column.Add(widget.Body(locale.Text("replay.try.failed")).Tint(theme.Muted))
	case !l.known:
		column.Add(widget.Body(locale.Text("replay.try.wait")).Tint(theme.Muted))
	default:
		column.Add(widget.Strong(s.leadWords(l)))
		column.Add(leadKeys(l))
	}
	if s.at.deep == 0 {
		column.Add(widget.Caption(locale.Text("replay.try.why")))
	}
	b.lead.Objects = []fyne.CanvasObject{column}
}

// showReply puts a move that is open in a trial on the floor.
func (b *board) showReply(s *Screen, i int, words string, mine bool) {
	if i == len(b.replies) {
		b.replies = append(b.replies, widget.NewReply(i+1, "", func() { b.choose(i) }))
		b.floor.Add(b.replies[i])
	}
	reply := b.replies[i]
	hint := ""
	if mine {
		hint = s.r.Pick(locale.Text("replay.try.mine"), locale.Text("replay.try.mine.other"))
	}
	reply.Set(words, hint)
	reply.Show()
}

// hold keeps the keyboard where it is of use: on the first reply while something
// is tried out, and on nothing that is no longer seen.
func (b *board) hold(s *Screen) {
	c := s.host.Canvas()
	if s.at.way != nil {
		if len(b.replies) > 0 && b.replies[0].Visible() {
			widget.Focus(b.replies[0])
		} else {
			widget.Focus(b.closes)
		}
		return
	}
	if f, ok := c.Focused().(fyne.CanvasObject); ok && !f.Visible() {
		c.Unfocus()
	}
}

// walk puts the keyboard on the next reply, or the one before; it reports
// whether there is one.
func (b *board) walk(c fyne.Canvas, by int) bool {
	for i, reply := range b.replies {
		if c.Focused() == fyne.Focusable(reply) {
			i += by
			if i >= 0 && i < len(b.replies) && b.replies[i].Visible() {
				widget.Focus(b.replies[i])
			}
			return true
		}
	}
	if len(b.replies) > 0 && b.replies[0].Visible() {
		widget.Focus(b.replies[0])
		return true
	}
	return false
}
