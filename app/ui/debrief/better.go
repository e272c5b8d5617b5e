package debrief

import (
	"fyne.io/fyne/v2"

	"keepcool/app/solve"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// better is the better reply to a move, or the way to it where looking costs the
// first sight of another version.
func (s *Screen) better(i int, j solve.Judgement) []fyne.CanvasObject {
	if s.left > 0 {
		return []fyne.CanvasObject{telling.Flush(widget.NewQuiet(locale.Text("debrief.better.show"), func() { s.askBetter(func() {}) }))}
	}
	return []fyne.CanvasObject{
		widget.Caption(locale.Text("debrief.work.better")).Tint(theme.CalmText),
		widget.Body(s.r.BetterWords(s.r.Moves[i], j.Better)),
	}
}

// askBetter opens the better replies where they are wanted in spite of what
// looking uses up.
func (s *Screen) askBetter(then func()) {
	telling.AskBetter(s.host, s.whose, s.r.Attempt.Scenario, s.left, func() {
		s.left = 0
		s.fillIn()
		then()
	})
}
