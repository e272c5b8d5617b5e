package widget

import (
	"unicode"

	"fyne.io/fyne/v2"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
)

// LargeLine shows one line of a transcript in large letters over the page, with the meanings of
// its idioms. The arrows go to the lines before and after it; A has it said again.
type LargeLine struct {
	transcript *Transcript
	line       int
	sheet      *Sheet
	head       *Text
	words      *Text
	meanings   *fyne.Container
	before     *Button
	after      *Button
	again      *Button
}

// ShowLarger lays a line over the page.
func (t *Transcript) ShowLarger(c fyne.Canvas, line int) *LargeLine {
	l := &LargeLine{transcript: t, head: Caption(""), words: newText("", theme.TextDisplay, colorForeground, false), meanings: VStack(theme.GapXS)}
	if theme.Size(theme.TextBody) > 19 {
		l.words.size = theme.TextTitle // larger than large would leave no room for a whole line
	}
	l.before = NewQuiet(locale.Text("widget.line.before"), func() { l.step(-1) }).WithKey("↑")
	l.after = NewQuiet(locale.Text("widget.line.after"), func() { l.step(1) }).WithKey("↓")
	l.again = NewButton(locale.Text("widget.line.again"), l.sayAgain).WithIcon(IconAgain).WithKey("A")
	done := func() { l.sheet.Close() }
	closes := NewPrimary(locale.Text("widget.close"), done)
	column := VStack(
		theme.GapL, VStack(theme.GapS, l.head, l.words), l.meanings,
		Flow(theme.GapS, l.before, l.after, l.again, closes),
	)
	l.sheet = newSheet(c, 720, column, done, done)
	l.sheet.keys, l.sheet.runes = l.key, l.rune
	l.show(line)
	l.sheet.show(closes)
	return l
}

// Line is the line that is shown.
func (l *LargeLine) Line() int { return l.line }

func (l *LargeLine) show(line int) {
	b := l.transcript.bubbles[line]
	l.line = line
	text, _ := b.said()
	head := b.line.Name
	if b.line.Aside != "" {
		head += " · " + b.line.Aside
	}
	l.head.SetText(head)
	l.head.Hidden = head == ""
	l.words.SetText(text)
	l.meanings.RemoveAll()
	for _, g := range b.shownGlosses() {
		l.meanings.Add(HStack(theme.GapS, NewIcon(IconInfo, theme.CalmText, theme.TextBody),
			Grow(Body("“"+b.line.Text[g.Start:g.End]+"”: "+g.Meaning))))
	}
	l.meanings.Hidden = len(l.meanings.Objects) == 0
	enable(l.before, line > 0)
	enable(l.after, line < l.transcript.Len()-1)
	enable(l.again, b.line.Who != StageLine)
	l.sheet.root.Refresh()
}

func enable(b *Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

func (l *LargeLine) step(by int) {
	if at := l.line + by; at >= 0 && at < l.transcript.Len() {
		l.show(at)
	}
}

func (l *LargeLine) sayAgain() {
	if l.again.Disabled() || l.transcript.OnAgain == nil {
		return
	}
	l.sheet.Close()
	l.transcript.OnAgain(l.line)
}

func (l *LargeLine) key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyDown:
		l.step(1)
	default:
		return false
	}
	return true
}

func (l *LargeLine) rune(r rune) {
	switch unicode.ToLower(r) {
	case 'a':
		l.sayAgain()
	case 'l':
		l.sheet.Close()
	}
}
