package debrief

import (
	"strconv"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/ui/locale"
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
	for i, m := range line {
		if r.given(i) {
			continue
		}
		if i == fork {
			column.Add(s.forkCard(i))
			continue
		}
		column.Add(s.bestMove(i, m, i < fork))
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
