package widget

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"keepcool/app/ui/theme"
)

// This file is how words of a Transcript are picked.

// Selection returns what is picked: a line and bytes of it. Without a pick, line is -1.
func (t *Transcript) Selection() (line, start, end int) {
	if t.line < 0 || t.line >= len(t.bubbles) {
		return -1, 0, 0
	}
	words := t.bubbles[t.line].words()
	first, last := min(t.anchor, t.head), max(t.anchor, t.head)
	if last >= len(words) {
		return -1, 0, 0
	}
	return t.line, words[first].start, words[last].end
}

// ClearSelection picks nothing.
func (t *Transcript) ClearSelection() {
	if t.line >= 0 {
		t.pick(-1, 0, 0)
	}
	t.kept = false
	if t.focused {
		t.start()
	}
}

// pick sets the picked words and draws the lines that changed.
func (t *Transcript) pick(line, anchor, head int) {
	before := t.line
	t.line, t.anchor, t.head, t.kept = line, anchor, head, false
	if before >= 0 && before != line && before < len(t.bubbles) {
		t.bubbles[before].Refresh()
	}
	if line >= 0 {
		t.bubbles[line].Refresh()
		t.ScrollToLine(line)
	}
	t.showRing()
	t.tools.place()
	t.glossPicked()
}

// showRing shows the focus around the transcript where no line of it does.
func (t *Transcript) showRing() {
	t.ring.show(t.focused && t.line < 0, theme.Size(theme.RadiusM))
}

// finish tells that the picked words wait for their mark.
func (t *Transcript) finish() {
	line, start, end := t.Selection()
	if line < 0 {
		return
	}
	t.kept = true
	if t.OnMark == nil {
		return
	}
	b := t.bubbles[line]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	t.OnMark(line, start, end, at.Add(b.endOf(start, end)))
}

// canPick says whether the words of a line can be picked.
func (t *Transcript) canPick(line int) bool {
	return t.Markable && line >= 0 && line < len(t.bubbles) &&
		t.bubbles[line].line.Who == CallerLine && len(t.bubbles[line].words()) > 0
}

// near finds the nearest line from one on, in steps of +1 or -1, whose words can be picked.
func (t *Transcript) near(line, step int) int {
	for ; line >= 0 && line < len(t.bubbles); line += step {
		if t.canPick(line) {
			return line
		}
	}
	return -1
}

// start picks the first word of the newest line that can be picked.
func (t *Transcript) start() {
	if line := t.near(len(t.bubbles)-1, -1); line >= 0 {
		t.pick(line, 0, 0)
	}
}

// FocusGained implements fyne.Focusable.
func (t *Transcript) FocusGained() {
	t.focused = true
	if t.line < 0 {
		t.start()
	} else {
		t.bubbles[t.line].Refresh()
	}
	t.showRing()
}

// FocusLost forgets what was picked, unless it waits for its mark.
func (t *Transcript) FocusLost() {
	t.focused, t.shift = false, false
	t.tip.Hide()
	t.showRing()
	if t.line < 0 {
		return
	}
	if t.kept {
		t.bubbles[t.line].Refresh()
		return
	}
	t.pick(-1, 0, 0)
}

// KeyDown sees Shift go down.
func (t *Transcript) KeyDown(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		t.shift = true
	}
}

// KeyUp sees Shift go up.
func (t *Transcript) KeyUp(ev *fyne.KeyEvent) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		t.shift = false
	}
}

// TypedKey moves from word to word and from line to line; with Shift the pick grows.
func (t *Transcript) TypedKey(ev *fyne.KeyEvent) {
	if t.line < 0 {
		BubbleKey(t, ev)
		return
	}
	last := len(t.bubbles[t.line].words()) - 1
	switch ev.Name {
	case fyne.KeyRight:
		t.move(min(t.head+1, last))
	case fyne.KeyLeft:
		t.move(max(t.head-1, 0))
	case fyne.KeyHome:
		t.move(0)
	case fyne.KeyEnd:
		t.move(last)
	case fyne.KeyUp:
		t.goTo(t.near(t.line-1, -1))
	case fyne.KeyDown:
		t.goTo(t.near(t.line+1, 1))
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.finish()
	case fyne.KeyPageUp, fyne.KeyPageDown:
		t.TakeKey(ev)
	case fyne.KeyEscape:
		if t.anchor == t.head && !t.kept {
			BubbleKey(t, ev)
			return
		}
		t.pick(t.line, t.head, t.head)
	default:
		BubbleKey(t, ev)
	}
}

// TakeKey scrolls, and reports whether the key was one that does. It hands nothing on, so that a
// page may give the transcript the keys that nobody took.
func (t *Transcript) TakeKey(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyPageUp:
		t.scrollTo(t.scroll.Offset.Y - t.scroll.Size().Height*0.9)
	case fyne.KeyPageDown:
		t.scrollTo(t.scroll.Offset.Y + t.scroll.Size().Height*0.9)
	case fyne.KeyHome:
		t.scrollTo(0)
	case fyne.KeyEnd:
		t.ScrollToEnd()
	default:
		return false
	}
	return true
}

func (t *Transcript) move(head int) {
	anchor := head
	if t.shift {
		anchor = t.anchor
	}
	t.pick(t.line, anchor, head)
}

func (t *Transcript) goTo(line int) {
	if line >= 0 {
		t.pick(line, 0, 0)
	}
}

// TypedRune offers a letter as the mark of the picked words; other characters go on.
func (t *Transcript) TypedRune(r rune) {
	if r == ' ' {
		return
	}
	if line, start, end := t.Selection(); line >= 0 && unicode.IsLetter(r) && t.OnMarkKey != nil {
		if t.OnMarkKey(line, start, end, r) {
			return
		}
	}
	BubbleRune(t, r)
}

// clicked picks a word by mouse. A click on another word of the line that is picked already makes
// the pick reach to there; a click after that begins anew.
func (t *Transcript) clicked(line, word int, grow bool) {
	if !t.canPick(line) || word < 0 {
		return
	}
	single := t.anchor == t.head
	switch {
	case line == t.line && (grow || t.kept && single && word != t.head):
		t.pick(line, t.anchor, word)
	default:
		t.pick(line, word, word)
	}
	t.kept = true
	Focus(t)
	t.finish()
}

// dragged makes the pick reach from the word the drag began at to the word it is at.
func (t *Transcript) dragged(line, from, to int) {
	if t.canPick(line) && from >= 0 && to >= 0 && (t.line != line || t.anchor != from || t.head != to) {
		t.pick(line, from, to)
		t.kept = true
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Transcript) AccessibilityLabel() string {
	if line, start, end := t.Selection(); line >= 0 {
		return t.bubbles[line].line.Text[start:end]
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (t *Transcript) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
