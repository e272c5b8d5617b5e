package today

import (
	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// moments offers the moments of the trainee's own calls that are due, nil when
// none is.
func (s *Screen) moments() fyne.CanvasObject {
	n := len(s.today.Moments.Due)
	if n == 0 {
		return nil
	}
	begin := widget.NewButton(locale.Text("today.moments.begin"), func() {
		s.host.Open(screen.Route{Place: screen.Moment})
	})
	begin.SetPrimary(s.first == nil)
	s.offer(begin)
	return widget.NewCard("", widget.HStack(theme.GapL,
		widget.NewIcon(widget.IconAgain, theme.CalmText, theme.TextTitle),
		widget.Grow(widget.VStack(theme.GapXS,
			widget.Strong(locale.Count("today.moments", n)),
			widget.Caption(locale.Text("today.moments.about")),
		)), begin))
}

// nextMoment says in a quiet line when the next one comes, nil when one is due
// or none waits.
func (s *Screen) nextMoment() fyne.CanvasObject {
	next, now := s.today.Moments.Next, s.host.Now()
	switch next {
	case "":
		return nil
	case trainer.DayOf(now).Add(1):
		return widget.Caption(locale.Text("today.moments.tomorrow"))
	}
	return widget.Caption(locale.Text("today.moments.next", map[string]any{"Day": locale.Day(next.In(now.Location()), now)}))
}
