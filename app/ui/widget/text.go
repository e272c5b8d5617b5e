package widget

import (
	"strings"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Text is running text that wraps to the width it gets.
type Text struct {
	fynewidget.BaseWidget
	text    string
	size    fyne.ThemeSizeName
	tint    fyne.ThemeColorName
	style   fyne.TextStyle
	align   fyne.TextAlign
	oneLine bool
	prose   prose
}

func newText(s string, size fyne.ThemeSizeName, tint fyne.ThemeColorName, bold bool) *Text {
	t := &Text{text: s, size: size, tint: tint, style: fyne.TextStyle{Bold: bold}}
	t.ExtendBaseWidget(t)
	return t
}

// Display is for the one figure or word a page is about.
func Display(s string) *Text { return newText(s, theme.TextDisplay, colorForeground, true) }

// Title names a screen.
func Title(s string) *Text { return newText(s, theme.TextTitle, colorForeground, true) }

// Heading names a group.
func Heading(s string) *Text { return newText(s, theme.TextHeading, colorForeground, true) }

// Body is ordinary text.
func Body(s string) *Text { return newText(s, theme.TextBody, colorForeground, false) }

// Strong is ordinary text that stands out.
func Strong(s string) *Text { return newText(s, theme.TextBody, colorForeground, true) }

// Caption is small text of second rank.
func Caption(s string) *Text { return newText(s, theme.TextCaption, theme.Muted, false) }

// SetText changes the words.
func (t *Text) SetText(s string) {
	if t.text == s {
		return
	}
	t.text = s
	t.changed()
}

// changed draws the text again, if it was drawn before: most of a text is said while it is made.
func (t *Text) changed() {
	if t.Size() != (fyne.Size{}) {
		t.Refresh()
	}
}

// Text returns the words.
func (t *Text) Text() string { return t.text }

// Tint gives the text another colour.
func (t *Text) Tint(name fyne.ThemeColorName) *Text {
	t.tint = name
	t.changed()
	return t
}

// Align sets the text to the left, in the middle or to the right.
func (t *Text) Align(a fyne.TextAlign) *Text {
	t.align = a
	t.changed()
	return t
}

// Bold makes the text bold.
func (t *Text) Bold() *Text {
	t.style.Bold = true
	t.changed()
	return t
}

// Italic makes the text italic.
func (t *Text) Italic() *Text {
	t.style.Italic = true
	t.changed()
	return t
}

// OneLine keeps the text on one line and ends it with dots where it does not fit.
func (t *Text) OneLine() *Text {
	t.oneLine = true
	t.changed()
	return t
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Text) AccessibilityLabel() string { return t.text }

// AccessibilityRole implements fyne.Accessible.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &textRenderer{text: t}
	if t.Size() != (fyne.Size{}) {
		r.Layout(t.Size())
	}
	return r
}

// arrange breaks the text for a width.
func (t *Text) arrange(width float32) {
	size := theme.Size(t.size)
	if !t.oneLine {
		t.prose.set(t.text, size, t.style)
		t.prose.fit(width)
		return
	}
	t.prose.set(Shorten(t.text, size, t.style, width), size, t.style)
	t.prose.fit(100000)
	t.prose.width = width
}

// natural is the width the text would like.
func (t *Text) natural() float32 {
	return fyne.MeasureText(t.text, theme.Size(t.size), t.style).Width + 1
}

// Shorten is as much of a text as fits into a width, with dots where that is not all of it.
func Shorten(s string, size float32, style fyne.TextStyle, width float32) string {
	if fyne.MeasureText(s, size, style).Width <= width {
		return s
	}
	runes := []rune(s)
	low, high := 0, len(runes)
	for low < high {
		mid := (low + high + 1) / 2
		if fyne.MeasureText(string(runes[:mid])+"…", size, style).Width <= width {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ,·") + "…"
}

type textRenderer struct {
	text    *Text
	lines   lines
	objects []fyne.CanvasObject
}

func (r *textRenderer) Layout(size fyne.Size) {
	t := r.text
	t.arrange(size.Width)
	r.objects = r.objects[:0]
	for _, line := range r.lines.show(&t.prose, fyne.Position{}, theme.Color(t.tint), t.align) {
		r.objects = append(r.objects, line)
	}
}

func (r *textRenderer) MinSize() fyne.Size {
	t := r.text
	em := theme.Size(t.size)
	if t.oneLine {
		t.prose.set(t.text, em, t.style)
		return fyne.NewSize(min(t.natural(), 4*em), t.prose.high)
	}
	width := t.Size().Width
	if width == 0 {
		width = min(t.natural(), 24*em)
	}
	t.arrange(width)
	return fyne.NewSize(min(t.prose.longest()+1, 12*em), t.prose.height())
}

func (r *textRenderer) Refresh() {
	r.Layout(r.text.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *textRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *textRenderer) Destroy()                     {}
