package widget

import (
	"image/color"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/ui/theme"
)

// Reply is one of the things a trainee can say or do: its number and its words, wrapped. Words in
// square brackets are a thing done, not said, and are set in italics without the brackets.
type Reply struct {
	control
	// OnTapped is what a press does.
	OnTapped func()

	number int
	text   string
	hint   string
	chosen bool
}

// NewReply is a reply that the key of its number gives as well; number 0 shows none.
func NewReply(number int, text string, tapped func()) *Reply {
	r := &Reply{number: number, text: text, OnTapped: tapped}
	r.extend(r, func() {
		if r.OnTapped != nil {
			r.OnTapped()
		}
	})
	return r
}

// SetText changes the words.
func (r *Reply) SetText(s string) { r.text = s; r.Refresh() }

// Set changes the words and the small line below them.
func (r *Reply) Set(words, hint string) {
	if r.text != words || r.hint != hint {
		r.text, r.hint = words, hint
		r.Refresh()
	}
}

// Text returns the words as they were given.
func (r *Reply) Text() string { return r.text }

// SetHint sets a small line below the words.
func (r *Reply) SetHint(s string) { r.hint = s; r.Refresh() }

// SetChosen marks the reply that was given or is about to be.
func (r *Reply) SetChosen(on bool) { r.chosen = on; r.Refresh() }

// AccessibilityLabel implements fyne.Accessible.
func (r *Reply) AccessibilityLabel() string { return r.text }

// done says whether the reply is done rather than said, and gives the words to show.
func (r *Reply) done() (string, bool) {
	trimmed := strings.TrimSpace(r.text)
	if strings.HasPrefix(trimmed, "[") && strings.HasSuffix(trimmed, "]") && len(trimmed) > 2 {
		return capital(strings.TrimSpace(trimmed[1 : len(trimmed)-1])), true
	}
	return r.text, false
}

// capital begins words with a large letter.
func capital(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// CreateRenderer implements fyne.Widget.
func (r *Reply) CreateRenderer() fyne.WidgetRenderer {
	v := &replyRenderer{
		reply: r, ring: newRing(), cap: newKeyCap(),
		fill: canvas.NewRectangle(color.Transparent), veil: canvas.NewRectangle(color.Transparent),
	}
	v.Layout(r.Size())
	return v
}

type replyRenderer struct {
	reply      *Reply
	ring       ring
	cap        *keyCap
	fill, veil *canvas.Rectangle
	words      prose
	wordLines  lines
	hint       prose
	hintLines  lines
	objects    []fyne.CanvasObject
}

// margins are the gap around the words and where they begin.
func (v *replyRenderer) margins() (side, above, indent float32) {
	side, above = theme.Size(theme.GapM), theme.Size(theme.GapM)
	indent = side
	if v.reply.number > 0 {
		indent += v.cap.size().Width + theme.Size(theme.GapM)
	}
	return side, above, indent
}

func (v *replyRenderer) arrange(width float32) {
	text, done := v.reply.done()
	number := ""
	if v.reply.number > 0 {
		number = strconv.Itoa(v.reply.number)
	}
	v.cap.set(number, v.cap.text.Color)
	side, _, indent := v.margins()
	room := max(width-indent-side, 60)
	v.words.set(text, theme.Size(theme.TextBody), fyne.TextStyle{Italic: done})
	v.words.fit(room)
	v.hint.set(v.reply.hint, theme.Size(theme.TextCaption), fyne.TextStyle{})
	v.hint.fit(room)
}

func (v *replyRenderer) apply() (text color.Color) {
	r := v.reply
	radius := theme.Size(theme.RadiusM)
	v.fill.FillColor, v.fill.StrokeColor = theme.Color(theme.Surface), theme.Color(theme.Border)
	v.fill.StrokeWidth, v.fill.CornerRadius = 1, radius
	text = theme.Color(colorForeground)
	capFill, capText := theme.Color(theme.CalmTint), theme.Color(theme.CalmText)
	if r.Disabled() {
		v.fill.FillColor, v.fill.StrokeColor = theme.Color(colorBackground), theme.Color(theme.Hairline)
		text, capFill, capText = theme.Color(theme.Muted), color.Transparent, theme.Color(theme.Muted)
	}
	if r.chosen {
		v.fill.FillColor, v.fill.StrokeColor, v.fill.StrokeWidth = theme.Color(theme.CalmTint), theme.Color(theme.Calm), 2
		capFill = theme.Color(theme.Surface)
	}
	v.cap.fill(capFill)
	v.cap.set(v.cap.text.Text, capText)
	v.veil.FillColor, v.veil.CornerRadius = r.stateLayer(), radius
	v.ring.show(r.focused, radius)
	return text
}

func (v *replyRenderer) Layout(size fyne.Size) {
	v.arrange(size.Width)
	text := v.apply()
	v.ring.layout(size)
	v.fill.Resize(size)
	v.veil.Resize(size)
	_, above, indent := v.margins()
	cap := v.cap.size()
	high := v.contentHeight()
	y := max(above, (size.Height-high)/2)
	if len(v.words.rows) == 1 && v.reply.hint == "" {
		v.cap.place(fyne.NewPos(theme.Size(theme.GapM), (size.Height-cap.Height)/2))
	} else {
		v.cap.place(fyne.NewPos(theme.Size(theme.GapM), y-(cap.Height-v.words.high)/2))
	}
	v.objects = append(v.objects[:0], v.ring.frame, v.fill, v.veil, v.cap.box, v.cap.text)
	for _, line := range v.wordLines.show(&v.words, fyne.NewPos(indent, y), text, fyne.TextAlignLeading) {
		v.objects = append(v.objects, line)
	}
	if v.reply.hint != "" {
		at := fyne.NewPos(indent, y+v.words.height()+theme.Size(theme.GapXS))
		for _, line := range v.hintLines.show(&v.hint, at, theme.Color(theme.Muted), fyne.TextAlignLeading) {
			v.objects = append(v.objects, line)
		}
	}
}

func (v *replyRenderer) contentHeight() float32 {
	high := v.words.height()
	if v.reply.hint != "" {
		high += theme.Size(theme.GapXS) + v.hint.height()
	}
	return high
}

func (v *replyRenderer) MinSize() fyne.Size {
	width := v.reply.Size().Width
	if width == 0 {
		width = 480
	}
	v.arrange(width)
	side, above, indent := v.margins()
	return fyne.NewSize(indent+side+8*theme.Size(theme.TextBody), max(v.contentHeight(), v.cap.size().Height)+2*above)
}

func (v *replyRenderer) Refresh() {
	v.Layout(v.reply.Size())
	for _, o := range v.objects {
		o.Refresh()
	}
}

func (v *replyRenderer) Objects() []fyne.CanvasObject { return v.objects }
func (v *replyRenderer) Destroy()                     {}
