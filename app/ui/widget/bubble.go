package widget

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// bubble is one line of a transcript.
type bubble struct {
	fynewidget.BaseWidget
	transcript *Transcript
	index      int
	line       Line
	follows    bool // the line before is by the same person
	marks      []Mark
	spans      []Span
	glosses    []Gloss
	prose      prose

	size  fyne.Size
	drawn bool // it has a renderer

	grow     bool // Shift was down when the mouse was pressed
	dragFrom int  // the word a drag began at, or -1
}

func newBubble(t *Transcript, index int, line Line) *bubble {
	b := &bubble{transcript: t, index: index, line: line, dragFrom: -1}
	b.ExtendBaseWidget(b)
	return b
}

// Size is kept here, so that a line of a long conversation is drawn when it is first looked at, and
// not when it gets its place.
func (b *bubble) Size() fyne.Size { return b.size }

// Resize lays out what is drawn already.
func (b *bubble) Resize(size fyne.Size) {
	if size == b.size {
		return
	}
	b.size = size
	if b.drawn {
		b.BaseWidget.Resize(size)
	}
}

func (b *bubble) setMarks(marks []Mark) {
	b.marks = slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool {
		return m.Start < 0 || m.End > len(b.line.Text) || m.Start >= m.End
	})
	slices.SortStableFunc(b.marks, func(x, y Mark) int { return x.End - y.End })
}

// said is the text to show, and whether it is a thing done.
func (b *bubble) said() (string, bool) {
	text := b.line.Text
	if b.line.Who == TraineeLine && strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		return capital(strings.TrimSpace(text[1 : len(text)-1])), true
	}
	return text, b.line.Who == StageLine
}

// gapAbove keeps lines of one person close together.
func (b *bubble) gapAbove() float32 {
	switch {
	case b.index == 0:
		return theme.Size(theme.GapXS)
	case b.follows:
		return theme.Size(theme.GapXS)
	}
	return theme.Size(theme.GapM)
}

func (b *bubble) hasHead() bool {
	return b.line.Who != StageLine && !b.follows && b.line.Name != "" || b.line.Aside != ""
}

// head is the small line above the words.
func (b *bubble) head() string {
	parts := []string{}
	if !b.follows && b.line.Name != "" && b.line.Who != StageLine {
		parts = append(parts, b.line.Name)
	}
	if b.line.Aside != "" {
		parts = append(parts, b.line.Aside)
	}
	return strings.Join(parts, " · ")
}

func (b *bubble) headHeight() float32 {
	if !b.hasHead() {
		return 0
	}
	return fyne.MeasureText("Ag", theme.Size(theme.TextCaption), fyne.TextStyle{}).Height + theme.Size(theme.GapXS)
}

// padding is the room around the words inside the bubble.
func (b *bubble) padding() (x, y float32) {
	if b.line.Who == StageLine {
		return 0, 0
	}
	return theme.Size(theme.GapM) + 2, theme.Size(theme.GapS) + 1
}

// heightFor breaks the words for a width of the transcript and returns the height of the line.
func (b *bubble) heightFor(width float32) float32 {
	text, done := b.said()
	size := theme.Size(theme.TextBody)
	if b.line.Who == StageLine {
		size = theme.Size(theme.TextCaption)
	}
	x, y := b.padding()
	b.prose.set(text, size, fyne.TextStyle{Italic: done})
	b.prose.keepFree(b.badges())
	b.prose.fit(max(b.room(width)-2*x, 60))
	return b.headHeight() + b.prose.height() + 2*y
}

// room is how wide a bubble may grow: not across the whole page, so that the sides tell who speaks.
func (b *bubble) room(width float32) float32 {
	if b.line.Who == StageLine {
		return width * 0.9
	}
	return min(width*0.86, 44*theme.Size(theme.TextBody), width-b.transcript.tools.room())
}

// badges keeps room after each mark for its letter. Marks never overlap.
func (b *bubble) badges() []inlay {
	var all []inlay
	for _, m := range b.marks {
		all = append(all, inlay{m.End, b.badgeEdge() + theme.Size(theme.GapXS) + 2})
	}
	return all
}

func (b *bubble) badgeEdge() float32 { return theme.Size(theme.TextCaption) * 1.15 }

func (b *bubble) words() []word {
	if b.prose.rows == nil {
		b.heightFor(max(b.transcript.layout.width, 320))
	}
	return b.prose.words()
}

// boxAt is where the bubble lies in the line.
func (b *bubble) boxAt() (fyne.Position, fyne.Size) {
	x, y := b.padding()
	size := fyne.NewSize(b.prose.wide+2*x+1, b.prose.height()+2*y)
	pos := fyne.NewPos(ringRoom(), b.headHeight())
	switch b.line.Who {
	case TraineeLine:
		pos.X = b.Size().Width - size.Width - gutter()
	case StageLine:
		pos.X = (b.Size().Width - size.Width) / 2
	}
	return pos, size
}

// textAt is where the words begin.
func (b *bubble) textAt() fyne.Position {
	pos, _ := b.boxAt()
	x, y := b.padding()
	return pos.AddXY(x, y)
}

// endOf is the lower end of a stretch, in the line.
func (b *bubble) endOf(start, end int) fyne.Position {
	areas := b.prose.areas(start, end)
	if len(areas) == 0 {
		return fyne.Position{}
	}
	last := areas[len(areas)-1]
	return b.textAt().Add(last.pos).AddXY(last.size.Width, last.size.Height)
}

// MouseDown sees whether Shift is held.
func (b *bubble) MouseDown(ev *desktop.MouseEvent) {
	b.grow = ev.Modifier&fyne.KeyModifierShift != 0
	b.dragFrom = -1
}

// MouseUp implements desktop.Mouseable.
func (b *bubble) MouseUp(*desktop.MouseEvent) {}

// Tapped picks the word under the mouse.
func (b *bubble) Tapped(ev *fyne.PointEvent) {
	pos, size := b.boxAt()
	inside := ev.Position.Subtract(pos)
	if inside.X < 0 || inside.Y < 0 || inside.X > size.Width || inside.Y > size.Height {
		return
	}
	b.transcript.clicked(b.index, b.prose.wordAt(ev.Position.Subtract(b.textAt())), b.grow)
}

// Dragged picks from the word the drag began at.
func (b *bubble) Dragged(ev *fyne.DragEvent) {
	at := ev.Position.Subtract(b.textAt())
	if b.dragFrom < 0 {
		b.dragFrom = b.prose.wordAt(at.SubtractXY(ev.Dragged.DX, ev.Dragged.DY))
	}
	b.transcript.dragged(b.index, b.dragFrom, b.prose.wordAt(at))
}

// DragEnd tells what was picked.
func (b *bubble) DragEnd() {
	b.dragFrom = -1
	if b.transcript.line == b.index && b.transcript.canPick(b.index) {
		Focus(b.transcript)
		b.transcript.finish()
	}
}

// Cursor is that of text where words can be picked.
func (b *bubble) Cursor() desktop.Cursor {
	if b.transcript.canPick(b.index) {
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}

// MouseIn shows the controls of the line.
func (b *bubble) MouseIn(ev *desktop.MouseEvent) {
	b.transcript.tools.hover(b.index)
	b.MouseMoved(ev)
}

// MouseMoved shows the meaning of the idiom under the mouse.
func (b *bubble) MouseMoved(ev *desktop.MouseEvent) {
	if g, ok := b.glossUnder(ev.Position); ok {
		b.transcript.showGloss(b.index, g)
	} else if b.transcript.tip.Visible() && !b.transcript.focused {
		b.transcript.tip.Hide()
	}
}

// MouseOut takes both away.
func (b *bubble) MouseOut() {
	b.transcript.tools.hover(-1)
	if !b.transcript.focused {
		b.transcript.tip.Hide()
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (b *bubble) AccessibilityLabel() string {
	label := b.line.Text
	for _, g := range b.shownGlosses() {
		label += " (" + b.line.Text[g.Start:g.End] + ": " + g.Meaning + ")"
	}
	return label
}

// AccessibilityRole implements fyne.Accessible.
func (b *bubble) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
