package debrief

import (
	"strconv"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// bestCall is the best call there was, behind a button: nobody has to look.
func (s *Screen) bestCall() fyne.CanvasObject {
	s.best = slot(s.bestCard())
	return s.best
}

func (s *Screen) bestCard() fyne.CanvasObject {
	r := s.r
	switch {
	case r.Failed:
		return widget.NewCard(locale.Text("debrief.best"), widget.Body(locale.Text("debrief.call.failed")).Tint(theme.Muted))
	case r.Analysis == nil:
		return widget.NewCard(locale.Text("debrief.best"), widget.Body(locale.Text("debrief.best.wait")).Tint(theme.Muted))
	}
	label := locale.Text("debrief.best.show")
	if s.open {
		label = locale.Text("debrief.best.hide")
	}
	why := locale.Text("debrief.best.why")
	if r.Given() > 0 {
		why = locale.Text("rescue.debrief.best")
	}
	column := widget.VStack(theme.GapM, widget.Body(why).Tint(theme.Muted))
	if s.open {
		s.addBest(column)
	}
	s.toggle = widget.NewButton(label, s.toggleBest).WithKey("B")
	return widget.NewCard(locale.Text("debrief.best"), column).WithAction(s.toggle)
}

// toggleBest shows the best call, or puts it away. The focus stays on the
// button, which is a new one.
func (s *Screen) toggleBest() {
	if s.r.Analysis == nil {
		return
	}
	if s.left > 0 {
		s.askBetter(s.toggleBest)
		return
	}
	s.stopBest()
	held := s.host.Canvas().Focused() == fyne.Focusable(s.toggle)
	s.open = !s.open
	replace(s.best, s.bestCard())
	s.fit()
	if s.open {
		s.revealBest()
	}
	if held {
		widget.Focus(s.toggle)
	}
}

// stopBest stops what is still being drawn of the best call.
func (s *Screen) stopBest() {
	if s.haltBest != nil {
		s.haltBest()
	}
}

// revealBest brings the head of the card into view when it has just opened.
func (s *Screen) revealBest() {
	driver := fyne.CurrentApp().Driver()
	y := driver.AbsolutePositionForObject(s.best).Y - driver.AbsolutePositionForObject(s.page.Content()).Y
	if y < s.page.Offset() || y > s.page.Offset()+s.page.Size().Height*0.7 {
		s.page.ScrollTo(y - theme.Size(theme.GapM))
	}
}

// addBest lists the best call: what was the same in a sentence, then the fork,
// then the rest.
func (s *Screen) addBest(column *fyne.Container) {
	r, fork := s.r, s.r.fork()
	line := r.Analysis.BestLine
	same := fork - r.Given()
	if fork == len(line) && r.Given() > 0 {
		column.Add(widget.Strong(locale.Text("rescue.debrief.all")))
	} else if fork == len(line) {
		column.Add(widget.Strong(r.Pick(locale.Text("debrief.best.all"), locale.Text("debrief.best.all.other"))))
	} else if same > 0 {
		column.Add(widget.Body(r.Pick(locale.Count("debrief.best.same", same), locale.Count("debrief.best.same.other", same))))
	}
	list := page.Column(theme.GapM)
	column.Add(list)
	s.listBest(list, r.Given())
}

// bestAtOnce is how many moves of the best call are drawn with one picture.
const bestAtOnce = 30

// listBest draws the next moves of the best call from one on, and the rest of a
// long one with the pictures to come.
func (s *Screen) listBest(list *fyne.Container, from int) {
	line, fork := s.r.Analysis.BestLine, s.r.fork()
	to := min(from+bestAtOnce, len(line))
	for i := from; i < to; i++ {
		row := s.bestMove(i, line[i], i < fork)
		if i == fork {
			row = s.forkCard(i)
		}
		list.Objects = append(list.Objects, row)
	}
	s.haltBest = func() {}
	if to < len(line) {
		s.haltBest = s.host.After(frame, func() {
			s.listBest(list, to)
			list.Refresh()
			s.fit()
		})
	}
}

// bestMove is one move of the best call with its number.
func (s *Screen) bestMove(i int, m call.Move, same bool) fyne.CanvasObject {
	words := telling.NewQuote(telling.Quoted(s.r.Case, m), nil)
	if !telling.Spoken(s.r.Case, m) {
		words.Done()
	} else if same {
		words.Faded()
	}
	return telling.Hanging(40, widget.Caption(strconv.Itoa(i+1)), words)
}

// forkCard sets the trainee's reply beside the best one where the ways part.
func (s *Screen) forkCard(i int) fyne.CanvasObject {
	r := s.r
	mine := locale.Text("debrief.best.ended")
	if i < len(r.Moves) {
		mine = r.MadeWords(r.Moves[i])
	}
	best := r.Analysis.BestLine[i]
	bestWords := telling.Quoted(r.Case, best)
	if i < len(r.Moves) && r.Moves[i].Kind == best.Kind && r.Moves[i].Reply == best.Reply {
		bestWords = r.BetterWords(r.Moves[i], best)
	}
	column := widget.VStack(theme.GapM,
		widget.HStack(theme.GapS, widget.NewIcon(widget.IconArrow, theme.CalmText, theme.TextBody), widget.Grow(widget.Strong(locale.Text("debrief.best.fork")))),
		widget.Columns(theme.GapXL, 300,
			widget.VStack(theme.GapXS, widget.Caption(r.Pick(locale.Text("debrief.best.yours"), locale.Text("debrief.best.yours.other"))), widget.Body(mine)),
			widget.VStack(theme.GapXS, widget.Caption(locale.Text("debrief.best.theirs")).Tint(theme.CalmText), widget.Body(bestWords))))
	return widget.NewCard("", column).Tinted(theme.CalmTint)
}
