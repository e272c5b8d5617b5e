package debrief

import (
	"fyne.io/fyne/v2"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// middle is what worked and what to work on, with how the caller felt: the
// shorter side takes it.
func (s *Screen) middle() fyne.CanvasObject {
	s.work = slot(s.workCard())
	left, right := widget.VStack(theme.GapXL, s.workedCard()), widget.VStack(theme.GapXL, s.work)
	if s.r.Card.Caller > 0 {
		left.Add(s.callerCard())
	}
	if len(s.r.toWorkOn()) > 1 {
		left.Add(s.moodCard())
	} else {
		right.Add(s.moodCard())
	}
	return both(left, right)
}

func (s *Screen) workedCard() fyne.CanvasObject {
	column := widget.VStack(theme.GapL)
	for i, m := range s.r.worked() {
		if i > 0 {
			column.Add(widget.Divider())
		}
		column.Add(s.workedMoment(m))
	}
	if len(column.Objects) == 0 {
		column.Add(widget.Body(s.r.Pick(locale.Text("debrief.worked.none"), locale.Text("debrief.worked.none.other"))))
	}
	return widget.NewCard(locale.Text("debrief.worked"), widget.VStack(theme.GapM, column))
}

// workedMoment is what the trainee said and what the caller said to it.
func (s *Screen) workedMoment(m moment) fyne.CanvasObject {
	r := s.r
	column := widget.VStack(theme.GapS,
		widget.HStack(theme.GapS, widget.NewIcon(widget.IconCheck, theme.GoodText, theme.TextBody), widget.Grow(widget.Strong(r.ItemWords(m.item)))),
		s.r.OwnWords(m.move, func(i int) bool { return i == m.item.Shown }),
	)
	if answer := r.Answer(m.move); answer != "" {
		column.Add(widget.Caption(locale.Text("debrief.worked.answer", map[string]any{"Caller": r.Caller()})))
		column.Add(widget.Body("“" + answer + "”"))
	}
	column.Add(s.showButton(m.move))
	return column
}

func (s *Screen) workCard() fyne.CanvasObject {
	column := widget.VStack(theme.GapL)
	for i, m := range s.r.toWorkOn() {
		if i > 0 {
			column.Add(widget.Divider())
		}
		column.Add(s.workMoment(m))
	}
	if len(column.Objects) == 0 {
		words := locale.Text("debrief.work.none")
		if s.r.Analysis == nil {
			words = locale.Text("debrief.work.none.fault")
		}
		column.Add(widget.Body(words))
	}
	return widget.NewCard(locale.Text("debrief.work"), widget.VStack(theme.GapM, column))
}

// workMoment begins from what tempted and ends with the better way.
func (s *Screen) workMoment(m moment) fyne.CanvasObject {
	r := s.r
	column := widget.VStack(theme.GapS)
	if m.item.Behaviour >= 0 {
		head := widget.HStack(theme.GapS, widget.Grow(widget.Strong(r.ItemWords(m.item))))
		if m.item.Critical {
			head.Add(widget.NewTag(locale.Text("debrief.item.critical"), widget.BadTone))
		}
		column.Add(head)
	}
	column.Add(widget.Body(r.TemptedBy(r.Moves[m.move])))
	column.Add(s.r.OwnWords(m.move, func(i int) bool { return i == m.item.Shown }))
	column.Add(s.betterWay(m.move))
	column.Add(widget.HStack(theme.GapM, s.showButton(m.move), s.tryButton(m.move)))
	return column
}

// betterWay is the better reply to a move, or why there is none.
func (s *Screen) betterWay(i int) fyne.CanvasObject {
	j, known := s.r.Judgement(i)
	switch {
	case !known && s.r.Failed:
		return widget.Caption(locale.Text("debrief.call.failed"))
	case !known:
		return widget.Caption(locale.Text("debrief.work.wait"))
	case !j.HasBetter:
		return widget.Caption(locale.Text("debrief.work.best"))
	}
	return telling.Well(s.better(i, j)...)
}

func (s *Screen) showButton(i int) fyne.CanvasObject {
	return telling.Flush(widget.NewQuiet(locale.Text("debrief.show"), func() { s.replayAt(i) }))
}
