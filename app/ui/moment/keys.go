package moment

import (
	"unicode"

	"fyne.io/fyne/v2"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/widget"
)

// Key implements screen.Screen.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		s.today()
	case fyne.KeyReturn, fyne.KeyEnter:
		return s.onward()
	case fyne.KeyDown:
		return s.walk(1)
	case fyne.KeyUp:
		return s.walk(-1)
	default:
		return s.page.TakeKey(ev)
	}
	return true
}

// onward does what leads on, where something does without a choice.
func (s *Screen) onward() bool {
	switch s.phase {
	case answered, takenOut:
		s.skip()
	case over:
		s.today()
	default:
		return false
	}
	return true
}

// walk moves the focus among the replies.
func (s *Screen) walk(by int) bool {
	n := len(s.replies)
	if s.phase != asking || n == 0 {
		return false
	}
	at := -1
	if by < 0 {
		at = 0
	}
	for i, r := range s.replies {
		if s.host.Canvas().Focused() == fyne.Focusable(r) {
			at = i
		}
	}
	widget.Focus(s.replies[(at+by+n)%n])
	return true
}

// Rune implements screen.Screen.
func (s *Screen) Rune(r rune) bool {
	switch r = unicode.ToLower(r); {
	case r >= '1' && r <= '9' && s.phase == asking:
		s.choose(int(r - '1'))
	case r == 'p' && (s.phase == asking || s.phase == warning):
		s.putOff()
	case r == 'x' && s.mayTakeOut():
		s.takeOut()
	case r == 'u' && s.phase == takenOut:
		s.undo()
	default:
		return false
	}
	return true
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	var lines []widget.KeyLine
	if s.phase == asking {
		lines = append(lines,
			widget.KeyLine{Keys: []string{"1", "…", "9"}, Does: locale.Text("moment.keys.give")},
			widget.KeyLine{Keys: []string{"↑", "↓", "Enter"}, Does: locale.Text("moment.keys.walk")})
	}
	if s.phase == asking || s.phase == warning {
		lines = append(lines, widget.KeyLine{Keys: []string{"P"}, Does: locale.Text("moment.off")})
	}
	if s.phase == answered || s.phase == takenOut {
		lines = append(lines, widget.KeyLine{Keys: []string{"Enter"}, Does: s.onwardWords()})
	}
	if s.mayTakeOut() {
		lines = append(lines, widget.KeyLine{Keys: []string{"X"}, Does: locale.Text("moment.out")})
	}
	if s.phase == takenOut {
		lines = append(lines, widget.KeyLine{Keys: []string{"U"}, Does: locale.Text("moment.undo")})
	}
	return append(lines, widget.KeyLine{Keys: []string{"Esc"}, Does: locale.Text("moment.keys.leave")})
}
