package callroom

import (
	"unicode"

	"fyne.io/fyne/v2"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/widget"
)

// Key implements screen.Screen.
func (r *Room) Key(ev *fyne.KeyEvent) bool {
	if widget.SheetOpen(r.host.Canvas()) {
		return false
	}
	if r.paused {
		if ev.Name == fyne.KeyEscape || ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
			r.goOn()
			return true
		}
		return false
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.phase != over {
			return false
		}
		if r.guide != nil {
			r.part()
			return true
		}
		r.onward()
	case fyne.KeyEscape:
		if line, _, _ := r.view.transcript.Selection(); line >= 0 {
			r.view.transcript.ClearSelection()
			r.host.Canvas().Unfocus()
			r.showLabels()
			return true
		}
		if r.guide != nil && r.phase == over {
			r.part()
			return true
		}
		r.pause()
	case fyne.KeyF2:
		r.hint()
	case fyne.KeyBackspace:
		r.back()
	case fyne.KeyDown:
		r.walk(1)
	case fyne.KeyUp:
		r.walk(-1)
	case fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyEnd:
		r.view.transcript.TypedKey(ev)
	default:
		return false
	}
	return true
}

// walk moves the focus among the replies.
func (r *Room) walk(by int) {
	n := min(len(r.choices), len(r.view.replies))
	if n == 0 || !r.mayReply() {
		return
	}
	at := -1
	if by < 0 {
		at = 0
	}
	for i, reply := range r.view.replies[:n] {
		if r.host.Canvas().Focused() == fyne.Focusable(reply) {
			at = i
		}
	}
	r.host.Canvas().Focus(r.view.replies[(at+by+n)%n])
}

// Rune implements screen.Screen.
func (r *Room) Rune(c rune) bool {
	if widget.SheetOpen(r.host.Canvas()) {
		return false
	}
	c = unicode.ToLower(c)
	if r.paused {
		if c == 'p' {
			r.goOn()
		}
		return c == 'p'
	}
	if c >= '1' && c <= '9' {
		r.choose(int(c - '1'))
		return true
	}
	do, ok := map[rune]func(){
		'h': r.hold, 'b': r.breathe, 'r': r.readBack, 'x': r.hangUp, 'c': r.cutIn, 'p': r.pause,
	}[c]
	if ok {
		do()
	}
	return ok
}

// Keys implements screen.Screen.
func (r *Room) Keys() []widget.KeyLine {
	if r.guide != nil {
		return r.guidedKeys()
	}
	keys := []widget.KeyLine{
		{Keys: []string{"1", "…", "9"}, Does: locale.Text("callroom.keys.reply")},
		{Keys: []string{"↑", "↓", "Enter"}, Does: locale.Text("callroom.keys.walk")},
		{Keys: []string{"C"}, Does: locale.Text("callroom.keys.cut-in")},
		{Keys: []string{"H"}, Does: locale.Text("callroom.hold")},
		{Keys: []string{"B"}, Does: locale.Text("callroom.breathe")},
		{Keys: []string{"R"}, Does: locale.Text("callroom.read-back")},
		{Keys: []string{"X"}, Does: locale.Text("callroom.hang-up")},
		{Keys: []string{"Tab", "←", "→", "Shift"}, Does: locale.Text("callroom.keys.pick")},
		{Keys: []string{"W", "N", "F", "D"}, Does: locale.Text("callroom.keys.label")},
		{Keys: []string{"P", "Esc"}, Does: locale.Text("callroom.keys.pause")},
	}
	if r.practice() {
		keys = append(keys,
			widget.KeyLine{Keys: []string{"F2"}, Does: locale.Text("callroom.keys.hint")},
			widget.KeyLine{Keys: []string{"Backspace"}, Does: locale.Text("callroom.keys.back")})
	}
	return keys
}
