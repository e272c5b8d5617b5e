package callroom

import (
	"strings"
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
	case fyne.KeyEscape:
		r.escape()
	case fyne.KeyReturn, fyne.KeyEnter:
		if r.phase != over {
			return false
		}
		if r.guide != nil {
			r.part()
			return true
		}
		r.onward()
	case fyne.KeyF2:
		r.hint()
	case fyne.KeyBackspace:
		r.back()
	case fyne.KeyDown:
		r.walk(1)
	case fyne.KeyUp:
		r.walk(-1)
	default:
		return r.view.transcript.TakeKey(ev)
	}
	return true
}

// escape takes back the nearest thing: picked words, a meaning, one's own words;
// then it pauses.
func (r *Room) escape() {
	line, _, _ := r.view.transcript.Selection()
	switch {
	case line >= 0:
		r.view.transcript.ClearSelection()
		r.host.Canvas().Unfocus()
		r.showLabels()
	case r.view.transcript.HideGloss():
	case r.first.asking && r.phase == open:
		r.skipFirst()
	case r.guide != nil && r.phase == over:
		r.part()
	default:
		r.pause()
	}
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
	widget.Focus(r.view.replies[(at+by+n)%n])
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
	if r.guide != nil && strings.ContainsRune("alimts", c) {
		return false // a first call goes without
	}
	do, ok := map[rune]func(){
		'h': r.hold, 'b': r.breathe, 'r': r.readBack, 'x': r.hangUp, 'c': r.cutIn, 'p': r.pause,
		'a': func() { r.sayLineAgain(r.focusLine()) }, 'l': func() { r.showLarger(r.focusLine()) }, 'i': r.explain,
		'm': r.toggleMute, 't': r.throwBall, 's': r.toggleFirst,
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
		{Keys: []string{"A"}, Does: locale.Text("callroom.keys.again")},
		{Keys: []string{"L"}, Does: locale.Text("callroom.keys.larger")},
		{Keys: []string{"I"}, Does: locale.Text("callroom.keys.idiom")},
		{Keys: []string{"S"}, Does: locale.Text("callroom.keys.first")},
		{Keys: []string{"M", "T"}, Does: locale.Text("callroom.keys.mute")},
		{Keys: []string{"P", "Esc"}, Does: locale.Text("callroom.keys.pause")},
	}
	if r.practice() {
		keys = append(keys,
			widget.KeyLine{Keys: []string{"F2"}, Does: locale.Text("callroom.keys.hint")},
			widget.KeyLine{Keys: []string{"Backspace"}, Does: locale.Text("callroom.keys.back")})
	}
	return keys
}
