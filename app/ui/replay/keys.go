package replay

import (
	"fyne.io/fyne/v2"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// Key implements screen.Screen.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch {
	case ev.Name == fyne.KeyEscape && s.at.way == nil:
		s.host.Back()
		return true
	case s.r == nil:
		return false
	}
	switch ev.Name {
	case fyne.KeyEscape:
		s.leaveTry()
	case fyne.KeyBackspace:
		s.takeBack()
	case fyne.KeyLeft:
		s.step(-1)
	case fyne.KeyRight:
		s.step(1)
	case fyne.KeyHome:
		s.first()
	case fyne.KeyEnd:
		s.last()
	case fyne.KeyUp:
		s.walk(-1)
	case fyne.KeyDown:
		s.walk(1)
	default:
		return s.view.page.TakeKey(ev)
	}
	return true
}

// walk goes from reply to reply while something is tried out, and scrolls
// otherwise.
func (s *Screen) walk(by int) {
	if s.at.way != nil && s.view.board.walk(s.host.Canvas(), by) {
		return
	}
	s.view.page.ScrollTo(s.view.page.Offset() + float32(by)*4*theme.Size(theme.TextBody))
}

// Rune implements screen.Screen.
func (s *Screen) Rune(r rune) bool {
	switch {
	case s.r == nil:
		return false
	case r >= '1' && r <= '9' && s.at.way != nil:
		s.give(int(r - '1'))
	case r == 'n':
		s.step(1)
	case r == 'p':
		s.step(-1)
	case r == 'c':
		s.costly(1)
	case r == 'C':
		s.costly(-1)
	case r == 't':
		s.tryFrom()
	case r == 'b':
		s.askBetter()
	default:
		return false
	}
	return true
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	back := widget.KeyLine{Keys: []string{"Esc"}, Does: locale.Text("replay.back")}
	if s.r == nil {
		return []widget.KeyLine{back}
	}
	lines := []widget.KeyLine{
		{Keys: []string{"←", "→"}, Does: locale.Text("replay.keys.step")},
		{Keys: []string{"P", "N"}, Does: locale.Text("replay.keys.step")},
		{Keys: []string{"Home", "End"}, Does: locale.Text("replay.keys.ends")},
		{Keys: []string{"C"}, Does: locale.Text("replay.costly.next")},
		{Keys: []string{"Shift", "C"}, Does: locale.Text("replay.costly.before")},
	}
	if s.left > 0 {
		lines = append(lines, widget.KeyLine{Keys: []string{"B"}, Does: locale.Text("debrief.better.show")})
	}
	if s.at.way == nil {
		return append(lines, widget.KeyLine{Keys: []string{"T"}, Does: locale.Text("debrief.try")}, back)
	}
	back.Does = locale.Text("replay.try.close")
	return append(
		lines,
		widget.KeyLine{Keys: []string{"1", "…", "9"}, Does: locale.Text("replay.keys.give")},
		widget.KeyLine{Keys: []string{"↑", "↓"}, Does: locale.Text("replay.keys.walk")},
		widget.KeyLine{Keys: []string{"⌫"}, Does: locale.Text("replay.try.back")},
		back,
	)
}
