package debrief

import (
	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// A try is a trial as it stands on the page, below the move it begins at.
type try struct {
	move    int
	at      *trainer.Trial
	outlook *trainer.Outlook // nil while the engine works it out
	failed  bool

	news  fyne.CanvasObject // what has come last: it is brought into view
	first fyne.Focusable    // what has the keyboard then
}

// tryButton begins a trial at move i.
func (s *Screen) tryButton(i int) fyne.CanvasObject {
	return telling.Flush(widget.NewQuiet(locale.Text("debrief.try"), func() { s.tryFrom(i) }).WithIcon(widget.IconPlay))
}

// tryFrom begins a trial at move i, in place of the one that was open.
func (s *Screen) tryFrom(i int) {
	t, err := s.r.TryFrom(i)
	if err != nil {
		s.host.Fail(err)
		return
	}
	s.closeTry()
	s.try = &try{move: i}
	s.tryAt(t)
}

// tryAt shows a trial and asks the engine, in the background, where it leads.
// An answer that comes when the trial has gone on is not shown.
func (s *Screen) tryAt(t *trainer.Trial) {
	s.try.at, s.try.outlook, s.try.failed = t, nil, false
	s.showTry()
	var o trainer.Outlook
	s.host.Go(func() (err error) {
		o, err = t.Outlook()
		return err
	}, func(err error) {
		if s.try == nil || s.try.at != t {
			return
		}
		s.try.failed = err != nil
		if err == nil {
			s.try.outlook = &o
		}
		s.showTry()
	})
}

// showTry draws the move with its trial again and brings it into view.
func (s *Screen) showTry() {
	s.rows.again(s.try.move + 1)
	s.fit()
	s.page.Reveal(s.try.news)
	widget.Focus(s.try.first)
}

// closeTry takes the trial off the page.
func (s *Screen) closeTry() {
	if s.try == nil {
		return
	}
	i := s.try.move
	s.try = nil
	s.letGo()
	s.rows.again(i + 1)
	s.fit()
}

// give makes the nth of the moves that are open in the trial.
func (s *Screen) give(n int) {
	open := s.try.at.Open()
	if n < 0 || n >= len(open) {
		return
	}
	next, err := s.try.at.Give(open[n])
	if err != nil {
		s.host.Fail(err)
		return
	}
	s.tryAt(next)
}

// takeBack takes the trial's last move back.
func (s *Screen) takeBack() {
	if before := s.try.at.Back(); before != nil {
		s.tryAt(before)
	}
}

// trial is the trial below its move: what was said in it, where it leads, and
// what can be said next.
func (s *Screen) trial() fyne.CanvasObject {
	t := s.try
	closes := widget.NewQuiet(locale.Text("debrief.try.close"), s.closeTry).WithKey("Esc")
	t.first = closes
	column := widget.VStack(theme.GapM,
		widget.HStack(theme.GapM, widget.Grow(widget.Heading(locale.Text("debrief.try"))), closes),
		widget.Caption(locale.Text("debrief.try.why")))
	news, last := widget.VStack(theme.GapM), t.move+len(t.at.Made())-1
	for _, said := range t.at.Said() {
		if said.Move == last {
			news.Add(s.triedTurn(said))
		} else {
			column.Add(s.triedTurn(said))
		}
	}
	column.Add(news)
	news.Add(s.leads())
	for i, m := range t.at.Open() {
		reply := widget.NewReply(i+1, s.openWords(m), func() { s.give(i) })
		if s.isMine(m) {
			reply.SetHint(s.r.Pick(locale.Text("debrief.try.mine"), locale.Text("debrief.try.mine.other")))
		}
		if i == 0 {
			t.first = reply
		}
		news.Add(reply)
	}
	if t.at.Back() != nil {
		news.Add(widget.HStack(theme.GapM, widget.Spacer(),
			widget.NewQuiet(locale.Text("debrief.try.back"), s.takeBack).WithIcon(widget.IconBack).WithKey("⌫")))
	}
	card := widget.NewCard("", column).Tinted(theme.CalmTint)
	t.news = news
	if t.at.Back() == nil {
		t.news = card
	}
	return card
}

// triedTurn is something said in the trial.
func (s *Screen) triedTurn(said trainer.Said) fyne.CanvasObject {
	switch said.Voice {
	case trainer.TheCaller:
		return s.r.CallerTurn(said)
	case trainer.TheTrainee:
		words := telling.NewQuote(said.Text, nil)
		if m := s.try.at.Made(); said.Move >= s.try.move && !telling.Spoken(s.r.Case, m[said.Move-s.try.move]) {
			words = telling.NewQuote(telling.Upper(said.Text), nil).Done()
		}
		return widget.NewCard("", widget.VStack(theme.GapXS, widget.Caption(s.r.You()), words))
	}
	return s.r.StageLine(said)
}

// openWords are a move's words on a reply; what is done stands in brackets.
func (s *Screen) openWords(m call.Move) string {
	if telling.Spoken(s.r.Case, m) {
		return telling.MoveWords(s.r.Case, m)
	}
	return "[" + telling.MoveWords(s.r.Case, m) + "]"
}

// isMine reports whether a move is the one that was made in the call itself.
func (s *Screen) isMine(m call.Move) bool {
	mine := s.r.Moves[s.try.move]
	return s.try.at.Back() == nil && mine.Kind == m.Kind && mine.Reply == m.Reply
}

// leads says where the trial leads at best, beside what the call came to.
func (s *Screen) leads() fyne.CanvasObject {
	t := s.try
	switch {
	case t.failed:
		return widget.Body(locale.Text("debrief.try.failed")).Tint(theme.Muted)
	case t.outlook == nil:
		return widget.Body(locale.Text("debrief.try.wait")).Tint(theme.Muted)
	}
	values := map[string]any{"N": score.Shown(t.outlook.Card.Overall), "Was": score.Shown(s.r.Card.Overall)}
	words := locale.Text("debrief.try.leads", values)
	if len(t.outlook.Line) == 0 {
		words = locale.Text("debrief.try.over", values)
	}
	if s.r.Card.Keys[rubric.Follow].Final {
		words += " " + s.r.Pick(locale.Text("debrief.try.was", values), locale.Text("debrief.try.was.other", values))
	}
	keys := widget.Flow(theme.GapS)
	for _, k := range rubric.Keys {
		keys.Add(widget.NewTag(locale.Text("debrief.try.key", map[string]any{"Key": telling.KeyName(k), "N": score.Shown(t.outlook.Card.Keys[k].Score)}), widget.Plain))
	}
	return widget.VStack(theme.GapS, widget.Strong(words), keys)
}

// tryKey takes the keys of an open trial.
func (s *Screen) tryKey(ev *fyne.KeyEvent) bool {
	switch {
	case s.try == nil:
		return false
	case ev.Name == fyne.KeyEscape:
		s.closeTry()
	case ev.Name == fyne.KeyBackspace:
		s.takeBack()
	default:
		return false
	}
	return true
}
