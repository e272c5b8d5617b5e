package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Who says whose line it is.
type Who int

// The lines of a conversation. A stage line is what happens rather than what is said.
const (
	CallerLine Who = iota
	TraineeLine
	StageLine
)

// Line is one line of a conversation. Text in square brackets is a thing done.
type Line struct {
	Who   Who
	Name  string // who speaks, above the first of several lines
	Aside string // how it is said: loud, fast
	Text  string
}

// MarkKind is what the trainee takes a stretch of the caller's words for.
type MarkKind int

// The kinds of a mark.
const (
	Want MarkKind = iota
	Need
	Feeling
	Detail
)

// Tone is the tone of the mark's colour.
func (k MarkKind) Tone() Tone { return WantTone + Tone(k) }

// Letter stands for the mark where there is no room for its name, and is the key that makes it.
func (k MarkKind) Letter() string { return "WNFD"[k : k+1] }

func (k MarkKind) colour() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{theme.MarkWant, theme.MarkNeed, theme.MarkFeeling, theme.MarkDetail}[k]
}

// Mark is a marked stretch of a line, in bytes.
type Mark struct {
	Start, End int
	Kind       MarkKind
}

// SpanKind is what a stretch of a line is shown to be.
type SpanKind int

// The kinds of a span.
const (
	StrengthSpan SpanKind = iota
	FaultSpan
	FactSpan
)

func (k SpanKind) colour() fyne.ThemeColorName {
	return [...]fyne.ThemeColorName{theme.StrengthTint, theme.FaultTint, theme.FactTint}[k]
}

// Span is a stretch of a line with a tint under it, in bytes.
type Span struct {
	Start, End int
	Kind       SpanKind
}

// Transcript is the conversation as it goes. The words of the caller's lines can be picked: with
// the mouse by dragging or by clicking the first and the last, with the keys by the arrows, longer
// with Shift, then Enter or the letter of a mark. It takes one stop of the Tab key.
type Transcript struct {
	fynewidget.BaseWidget
	// OnMark is told that words have been picked; at is where they end, for a menu to open there.
	OnMark func(line, start, end int, at fyne.Position)
	// OnMarkKey gets a letter typed while words are picked and says whether it had a use for it.
	OnMarkKey func(line, start, end int, r rune) bool
	// OnAgain and OnLarger are asked to have a line said again, or shown larger, by the small
	// controls beside it; without them there are none.
	OnAgain, OnLarger func(line int)
	// Markable says whether words can be picked at all.
	Markable bool

	bubbles []*bubble
	content *fyne.Container // the lines
	over    *fyne.Container // what lies over them: the controls of a line, and the tip
	page    *fyne.Container // both
	tools   *lineTools
	tip     *tip
	layout  *transcriptLayout
	scroll  *container.Scroll
	ring    ring // around all of it, while the focus is on no line

	line, anchor, head int  // the picked words, from anchor to head; line -1 picks none
	kept               bool // what is picked stays when the focus goes: it waits for its mark
	focused, shift     bool
	filling            bool // many lines come at once
}

var (
	_ desktop.Keyable = (*Transcript)(nil)
	_ fyne.Focusable  = (*Transcript)(nil)
)

// NewTranscript is a conversation without lines.
func NewTranscript() *Transcript {
	t := &Transcript{Markable: true, line: -1, ring: newRing()}
	t.layout = &transcriptLayout{transcript: t}
	t.content = container.New(t.layout)
	t.tools, t.tip = newLineTools(t), newTip()
	t.over = container.NewWithoutLayout(t.tools, t.tip)
	t.page = container.NewStack(t.content, t.over)
	t.scroll = container.NewVScroll(t.page)
	t.scroll.OnScrolled = func(fyne.Position) { t.look() }
	t.ExtendBaseWidget(t)
	return t
}

// Append adds a line at the end, scrolls to it and returns its number. The lines before it are not
// laid out again.
func (t *Transcript) Append(line Line) int {
	b := newBubble(t, len(t.bubbles), line)
	if n := len(t.bubbles); n > 0 {
		last := t.bubbles[n-1].line
		b.follows = last.Who == line.Who && last.Name == line.Name
	}
	t.bubbles = append(t.bubbles, b)
	t.content.Objects = append(t.content.Objects, b)
	if !t.filling {
		t.appended()
	}
	return b.index
}

// appended lays out what came and shows the end.
func (t *Transcript) appended() {
	t.layout.extend(t.scroll.Size().Width)
	t.tip.Hide()
	t.tools.place()
	t.ScrollToEnd()
}

// Fill adds the lines that write appends, and lays them out together.
func (t *Transcript) Fill(write func()) {
	t.filling = true
	write()
	t.filling = false
	t.appended()
}

// Len is the number of lines.
func (t *Transcript) Len() int { return len(t.bubbles) }

// Line returns a line.
func (t *Transcript) Line(i int) Line { return t.bubbles[i].line }

// Clear takes all lines away.
func (t *Transcript) Clear() {
	t.bubbles, t.content.Objects = nil, nil
	t.line, t.kept, t.tools.hovered = -1, false, -1
	t.layout.reset()
	t.tools.place()
	t.tip.Hide()
	t.scroll.Offset = fyne.Position{}
	t.scroll.Refresh()
}

// SetText changes the words of a line, as when a line is heard bit by bit.
func (t *Transcript) SetText(i int, text string) {
	t.bubbles[i].line.Text = text
	t.changed(i)
}

// SetMarks draws the marks of a line, in place of those it had.
func (t *Transcript) SetMarks(i int, marks []Mark) {
	if len(marks) == 0 && len(t.bubbles[i].marks) == 0 {
		return
	}
	t.bubbles[i].setMarks(marks)
	t.changed(i)
}

// SetSpans tints stretches of a line, in place of those it had.
func (t *Transcript) SetSpans(i int, spans []Span) {
	t.bubbles[i].spans = spans
	t.bubbles[i].Refresh()
}

// ScrollToEnd shows the last line.
func (t *Transcript) ScrollToEnd() { t.scrollTo(t.layout.height + ringRoom()) }

// ScrollToLine shows a line.
func (t *Transcript) ScrollToLine(i int) {
	b := t.bubbles[i]
	t.show(b.Position().Y, b.Position().Y+b.Size().Height)
}

func (t *Transcript) scrollTo(y float32) {
	lowest := max(t.layout.height+ringRoom()-t.scroll.Size().Height, 0)
	t.scroll.ScrollToOffset(fyne.NewPos(0, min(max(y, 0), lowest)))
	t.look()
}

// look leaves out the lines that are more than a page from what is in view: the window would walk
// through all of them for each picture.
func (t *Transcript) look() {
	page := t.scroll.Size().Height
	top, bottom := t.scroll.Offset.Y-page, t.scroll.Offset.Y+2*page
	for _, b := range t.bubbles[:t.layout.done] {
		y := b.Position().Y
		b.Hidden = y > bottom || y+b.Size().Height < top
	}
}

func (t *Transcript) show(top, bottom float32) {
	switch high := t.scroll.Size().Height; {
	case top < t.scroll.Offset.Y:
		t.scrollTo(top)
	case bottom > t.scroll.Offset.Y+high:
		t.scrollTo(bottom - high)
	}
}

// changed lays a line out again, and those after it if its height is another one.
func (t *Transcript) changed(i int) {
	if t.layout.again(i) {
		t.tools.place()
	}
	t.bubbles[i].Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Transcript) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return transcriptRenderer{composite{t.scroll}, t}
}

type transcriptRenderer struct {
	composite
	transcript *Transcript
}

// Layout keeps the end in view when the window changes, because the newest line is what counts.
func (r transcriptRenderer) Layout(size fyne.Size) {
	t := r.transcript
	atEnd := t.scroll.Offset.Y+t.scroll.Size().Height >= t.layout.height-4
	width := size.Width + ringRoom() + gutter()
	t.layout.arrange(width)
	t.tools.place()
	t.scroll.Move(fyne.NewPos(-ringRoom(), 0))
	t.scroll.Resize(fyne.NewSize(width, size.Height))
	t.ring.layout(size)
	if atEnd {
		t.ScrollToEnd()
	}
	t.look()
	if p := t.tip; p.Visible() && p.line >= 0 {
		line, gloss := p.line, p.gloss
		p.Hide()
		t.showGloss(line, gloss)
	}
}

func (r transcriptRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.transcript.scroll, r.transcript.ring.frame}
}

// gutter is where the scroll bar lies, right of the transcript, so that it covers no words.
func gutter() float32 { return theme.Size(theme.GapM) }

func (r transcriptRenderer) MinSize() fyne.Size { return fyne.NewSize(240, 96) }

func (r transcriptRenderer) Refresh() {
	r.transcript.layout.reset()
	r.transcript.layout.arrange(r.transcript.Size().Width + ringRoom() + gutter())
	r.transcript.tools.place()
	r.transcript.showRing()
	r.composite.Refresh()
}

// transcriptLayout puts lines under one another and remembers where each ends, so that a new line
// costs only itself.
type transcriptLayout struct {
	transcript *Transcript
	width      float32
	height     float32
	done       int // lines that have their place
}

func (l *transcriptLayout) reset() { l.done, l.height = 0, 0 }

// arrange gives every line its place for a width.
func (l *transcriptLayout) arrange(width float32) {
	if width != l.width {
		l.reset()
		l.width = width
	}
	l.extend(width)
}

// extend gives the lines that have none yet their place.
func (l *transcriptLayout) extend(width float32) {
	if width <= 0 {
		return
	}
	l.width = width
	for ; l.done < len(l.transcript.bubbles); l.done++ {
		b := l.transcript.bubbles[l.done]
		l.height += b.gapAbove()
		h := b.heightFor(width)
		b.Move(fyne.NewPos(0, l.height))
		b.Resize(fyne.NewSize(width, h))
		l.height += h
	}
	l.transcript.page.Resize(fyne.NewSize(width, max(l.height+ringRoom(), l.transcript.scroll.Size().Height)))
}

// again lays out from line i when its height changed, and reports whether it did.
func (l *transcriptLayout) again(i int) bool {
	b := l.transcript.bubbles[i]
	if i >= l.done || b.heightFor(l.width) == b.Size().Height {
		return false
	}
	l.done, l.height = i, b.Position().Y-b.gapAbove()
	l.extend(l.width)
	return true
}

// Layout does nothing: the lines have their places already.
func (l *transcriptLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

func (l *transcriptLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(200, l.height+ringRoom())
}
