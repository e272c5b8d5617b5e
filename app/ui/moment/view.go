package moment

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// show draws a phase and gives the keyboard to what leads on in it.
func (s *Screen) show(p phase) {
	s.phase = p
	s.first, s.news, s.replies = nil, nil, nil
	c := s.host.Canvas()
	if !widget.SheetOpen(c) {
		c.Unfocus()
	}
	s.page.SetTitle(s.title())
	s.page.SetUnder(s.under())
	switch p {
	case reading:
		s.page.Set(widget.Body(locale.Text("moment.reading")).Tint(theme.Muted))
	case over:
		s.page.Set(s.ended())
	case warning:
		s.page.Set(s.sights())
	default:
		main := s.question()
		if p == takenOut {
			main = s.out()
		} else if p == answered {
			main = s.outcome()
		}
		s.page.Set(page.Sides(540, 290, main, s.side()))
	}
	s.page.ToTop()
	if s.news != nil {
		s.page.Reveal(s.news)
	}
	if s.first != nil && !widget.SheetOpen(c) {
		widget.Focus(s.first)
	}
}

// question is what was said just before, and the replies.
func (s *Screen) question() fyne.CanvasObject {
	main := widget.VStack(theme.GapL, s.said())
	replies := widget.VStack(theme.GapS, widget.Strong(locale.Text("moment.ask")))
	for n, m := range s.q.Replies {
		r := widget.NewReply(n+1, s.q.Case.Replies[m.Reply].Script.Text, func() { s.choose(n) })
		s.replies = append(s.replies, r)
		replies.Add(r)
	}
	s.first, s.news = s.replies[0], replies
	main.Add(replies)
	return main
}

// said is what was said just before.
func (s *Screen) said() fyne.CanvasObject {
	column := widget.VStack(theme.GapM)
	for _, said := range s.q.Said {
		column.Add(s.turn(said))
	}
	return column
}

// turn is one thing said or done: the caller's at the left, the trainee's at the
// right.
func (s *Screen) turn(said trainer.Said) fyne.CanvasObject {
	switch said.Voice {
	case trainer.TheCaller:
		card := widget.NewCard("", widget.VStack(theme.GapXS, widget.Caption(s.q.Case.Who(said.Call)), widget.Body(said.Text)))
		return container.New(lean{right: 0.08}, card.Tinted(theme.CallerBubble))
	case trainer.TheTrainee:
		return s.mine(widget.Body(said.Text))
	}
	if words, done := doneBy(said); done {
		return s.mine(widget.Body(words).Italic())
	}
	return widget.Caption(s.told(said)).Italic().Align(fyne.TextAlignCenter)
}

func (s *Screen) mine(words *widget.Text) fyne.CanvasObject {
	card := widget.NewCard("", widget.VStack(theme.GapXS, widget.Caption(locale.Text("moment.you")), words))
	return container.New(lean{left: 0.08}, card)
}

// outcome is the reply that was given, what was said to it, and whether it was
// right.
func (s *Screen) outcome() fyne.CanvasObject {
	main := widget.VStack(theme.GapM)
	main.Add(s.turn(s.q.Said[s.lastOfCaller()]))
	words := widget.Body(doneWords(s.q.Case, s.q.Replies[s.given]))
	if !spoken(s.q.Case, s.q.Replies[s.given]) {
		words = words.Italic()
	}
	main.Add(s.mine(words))
	for _, said := range s.j.Answered {
		main.Add(s.turn(said))
	}
	on := widget.NewPrimary(s.onwardWords(), s.skip).WithIcon(widget.IconArrow).WithKey("↵")
	s.first = on
	s.news = widget.VStack(theme.GapM, s.verdict(), widget.HStack(theme.GapM,
		widget.Grow(widget.Body(s.comesBack()).Tint(theme.Muted)), on))
	main.Add(s.news)
	return main
}

// lastOfCaller is the index of the caller's last line in what was said before,
// or else of what came last.
func (s *Screen) lastOfCaller() int {
	for i := len(s.q.Said) - 1; i >= 0; i-- {
		if s.q.Said[i].Voice == trainer.TheCaller {
			return i
		}
	}
	return len(s.q.Said) - 1
}

// verdict is a word on the reply: where it was not right, what tempted and the
// better one.
func (s *Screen) verdict() fyne.CanvasObject {
	c := s.q.Case
	if s.j.Right {
		head := widget.HStack(theme.GapS, widget.NewIcon(widget.IconCheck, theme.GoodText, theme.TextHeading),
			widget.Grow(widget.Heading(locale.Text("moment.right"))))
		return widget.NewCard("", widget.VStack(theme.GapM, head, s.shows()))
	}
	better := widget.VStack(theme.GapM,
		widget.VStack(theme.GapXS,
			widget.Caption(locale.Text("moment.better")).Tint(theme.CalmText),
			widget.Body(quoted(c, s.j.Better))),
		s.shows())
	return widget.NewCard("", widget.VStack(theme.GapM,
		widget.VStack(theme.GapXS,
			widget.Heading(locale.Text("moment.wrong")),
			widget.Body(tempted(c, s.q.Replies[s.given]))),
		widget.NewCard("", better).Tinted(theme.Sunken)))
}

// shows are the strengths of the right reply.
func (s *Screen) shows() fyne.CanvasObject {
	if len(s.j.Shows) == 0 {
		return widget.VStack(theme.GapNil)
	}
	list := widget.VStack(theme.GapS, widget.Caption(locale.Text("moment.shows")))
	for _, b := range s.j.Shows {
		list.Add(widget.VStack(theme.GapXS,
			widget.Flow(theme.GapS, widget.NewTag(behaviourName(b), widget.GoodTone)), widget.Caption(behaviourAbout(b))))
	}
	return list
}

// side is what one needs to know of the call, and what else can be done.
func (s *Screen) side() fyne.CanvasObject {
	sc := s.q.Case.Scenario
	about := widget.VStack(theme.GapS, widget.Strong(sc.Caller.Name), widget.Body(sc.Summary))
	if s.q.Sibling() {
		about.Add(widget.Divider())
		about.Add(widget.Caption(locale.Text("moment.sibling")))
	}
	column := widget.VStack(theme.GapM, widget.NewCard(locale.Text("moment.call"), about))
	if s.phase == asking {
		column.Add(widget.NewQuiet(locale.Text("moment.off"), s.putOff).WithKey("P").Wide())
	}
	if s.mayTakeOut() {
		column.Add(widget.NewQuiet(locale.Text("moment.out"), s.takeOut).WithKey("X").Wide())
	}
	column.Add(widget.NewQuiet(locale.Text("moment.today"), s.today).WithKey("Esc").Wide())
	return column
}

// sights warns of what answering uses up.
func (s *Screen) sights() fyne.CanvasObject {
	off := widget.NewButton(locale.Text("moment.off"), s.putOff).WithKey("P")
	s.first = off
	return widget.NewCard("", widget.VStack(theme.GapM,
		widget.Heading(locale.Text("moment.sight.ask")),
		widget.Body(locale.Count("moment.sight.warning", s.left)),
		widget.HStack(theme.GapM, widget.Spacer(), off, widget.NewDanger(locale.Text("moment.sight.yes"), s.goOn)),
	))
}

// out says that the moment will not come back.
func (s *Screen) out() fyne.CanvasObject {
	on := widget.NewPrimary(s.onwardWords(), s.skip).WithIcon(widget.IconArrow).WithKey("↵")
	s.first = on
	return widget.NewCard("", widget.VStack(theme.GapM,
		widget.Heading(locale.Text("moment.taken-out")),
		widget.HStack(theme.GapM, widget.NewButton(locale.Text("moment.undo"), s.undo).WithIcon(widget.IconBack).WithKey("U"), widget.Spacer(), on),
	))
}

// ended is the page after the last moment.
func (s *Screen) ended() fyne.CanvasObject {
	icon := widget.IconCheck
	if s.done == 0 {
		icon = widget.IconToday
	}
	e := widget.NewEmptyState(icon, s.endWords(), locale.Text("moment.today"), s.today)
	s.first = e.Action
	return widget.NewCard("", e)
}

// spoken reports whether a reply is words said.
func spoken(c *call.Case, m call.Move) bool { return c.Replies[m.Reply].Script.Spoken() }

// lean leaves a part of the width free, at the left or the right.
type lean struct{ left, right float32 }

func (l lean) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(size.Width*l.left, 0))
	objects[0].Resize(fyne.NewSize(size.Width*(1-l.left-l.right), size.Height))
}

func (l lean) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
