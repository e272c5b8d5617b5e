package debrief

import (
	"fyne.io/fyne/v2"

	"keepcool/app/solve"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// better is the better reply to a move, or the way to it where looking costs the
// first sight of another version.
func (s *Screen) better(i int, j solve.Judgement) []fyne.CanvasObject {
	if s.left > 0 {
		return []fyne.CanvasObject{flush(widget.NewQuiet(locale.Text("debrief.better.show"), func() { s.askBetter(func() {}) }))}
	}
	return []fyne.CanvasObject{
		widget.Caption(locale.Text("debrief.work.better")).Tint(theme.CalmText),
		widget.Body(s.r.betterWords(s.r.Moves[i], j.Better)),
	}
}

// askBetter warns of what looking at the better replies uses up, and opens them
// all when they are wanted all the same.
func (s *Screen) askBetter(then func()) {
	widget.Ask{
		Title: locale.Text("debrief.better.ask"), Body: locale.Count("debrief.better.warning", s.left),
		Yes: locale.Text("debrief.better.yes"), No: locale.Text("debrief.better.no"),
		Danger: true, OnYes: func() { s.openBetter(then) },
	}.Show(s.host.Canvas())
}

func (s *Screen) openBetter(then func()) {
	s.host.Go(func() error {
		return s.host.Desk().SeeBetter(s.whose, s.r.Attempt.Scenario)
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.left = 0
		s.fillIn()
		then()
	})
}
