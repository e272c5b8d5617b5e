package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/ui/theme"
)

// CreateRenderer implements fyne.Widget.
func (b *bubble) CreateRenderer() fyne.WidgetRenderer {
	r := &bubbleRenderer{bubble: b, box: canvas.NewRectangle(color.Transparent), head: canvas.NewText("", color.Black), ring: newRing()}
	b.drawn = true
	r.Layout(b.Size())
	return r
}

type bubbleRenderer struct {
	bubble  *bubble
	ring    ring
	box     *canvas.Rectangle
	head    *canvas.Text
	lines   lines
	rects   []*canvas.Rectangle // tints, underlines and badges, used again
	used    int
	letters []*canvas.Text
	objects []fyne.CanvasObject
}

func (r *bubbleRenderer) Layout(size fyne.Size) {
	b := r.bubble
	b.heightFor(size.Width)
	r.objects, r.used = append(r.objects[:0], r.box, r.ring.frame), 0
	r.drawBox()
	r.drawHead(size)
	at := b.textAt()
	for _, s := range b.spans {
		r.underlay(s.Start, s.End, s.Kind.colour(), at)
	}
	picked, start, end := b.transcript.Selection()
	if picked == b.index && (b.transcript.focused || b.transcript.kept) {
		r.underlay(start, end, colorSelection, at)
	}
	for _, t := range r.lines.show(&b.prose, at, r.textColour(), r.align()) {
		r.objects = append(r.objects, t)
	}
	for _, g := range b.shownGlosses() {
		r.drawGloss(g, at)
	}
	for i, m := range b.marks {
		r.drawMark(i, m, at)
	}
}

func (r *bubbleRenderer) textColour() color.Color {
	if r.bubble.line.Who == StageLine {
		return theme.Color(theme.Muted)
	}
	return theme.Color(colorForeground)
}

func (r *bubbleRenderer) align() fyne.TextAlign {
	if r.bubble.line.Who == StageLine {
		r.bubble.prose.width = r.bubble.prose.wide
		return fyne.TextAlignCenter
	}
	return fyne.TextAlignLeading
}

func (r *bubbleRenderer) drawBox() {
	b := r.bubble
	pos, size := b.boxAt()
	r.box.Hidden = b.line.Who == StageLine
	r.box.FillColor = theme.Color(theme.CallerBubble)
	radius, point := theme.Size(theme.RadiusL), float32(4)
	r.box.CornerRadius = radius
	r.box.TopLeftCornerRadius, r.box.TopRightCornerRadius = 0, 0
	if b.line.Who == TraineeLine {
		r.box.FillColor = theme.Color(theme.TraineeBubble)
		r.box.TopRightCornerRadius = point
	} else {
		r.box.TopLeftCornerRadius = point
	}
	r.box.Move(pos)
	r.box.Resize(size)
	r.ring.layout(size)
	r.ring.frame.Move(r.ring.frame.Position().Add(pos))
	r.ring.show(b.transcript.focused && b.transcript.line == b.index, radius)
}

func (r *bubbleRenderer) drawHead(size fyne.Size) {
	b := r.bubble
	r.head.Text = b.head()
	r.head.Hidden = r.head.Text == ""
	r.head.Color, r.head.TextSize = theme.Color(theme.Muted), theme.Size(theme.TextCaption)
	r.head.Alignment = fyne.TextAlignLeading
	if b.line.Who == TraineeLine {
		r.head.Alignment = fyne.TextAlignTrailing
	}
	left, right := ringRoom()+2, gutter()+2
	r.head.Move(fyne.NewPos(left, 0))
	r.head.Resize(fyne.NewSize(size.Width-left-right, r.head.MinSize().Height))
	r.objects = append(r.objects, r.head)
}

// rect is the next rectangle free to use.
func (r *bubbleRenderer) rect(pos fyne.Position, size fyne.Size, c color.Color, radius float32) {
	if r.used == len(r.rects) {
		r.rects = append(r.rects, canvas.NewRectangle(color.Transparent))
	}
	rect := r.rects[r.used]
	r.used++
	rect.FillColor, rect.CornerRadius = c, radius
	rect.Move(pos)
	rect.Resize(size)
	rect.Refresh()
	r.objects = append(r.objects, rect)
}

// underlay tints a stretch of the words.
func (r *bubbleRenderer) underlay(start, end int, tint fyne.ThemeColorName, at fyne.Position) {
	for _, a := range r.bubble.prose.areas(start, end) {
		r.rect(at.Add(a.pos).AddXY(-2, -1), a.size.AddWidthHeight(4, 3), theme.Color(tint), 4)
	}
}

// drawGloss sets a dotted line under an idiom.
func (r *bubbleRenderer) drawGloss(g Gloss, at fyne.Position) {
	dot := max(theme.Size(theme.TextBody)*0.14, 2)
	for _, a := range r.bubble.prose.areas(g.Start, g.End) {
		for x := float32(0); x+dot <= a.size.Width; x += 2.2 * dot {
			r.rect(at.Add(a.pos).AddXY(x, a.size.Height+1), fyne.NewSquareSize(dot), theme.Color(theme.CalmText), dot/2)
		}
	}
}

// drawMark underlines a stretch and sets its letter after it.
func (r *bubbleRenderer) drawMark(i int, m Mark, at fyne.Position) {
	b := r.bubble
	tint := theme.Color(m.Kind.colour())
	for _, a := range b.prose.areas(m.Start, m.End) {
		r.rect(at.Add(a.pos).AddXY(0, a.size.Height-1), fyne.NewSize(a.size.Width, 2), tint, 0)
		if !a.last {
			continue
		}
		edge := b.badgeEdge()
		pos := at.Add(a.pos).AddXY(a.size.Width+theme.Size(theme.GapXS), (a.size.Height-edge)/2)
		r.rect(pos, fyne.NewSquareSize(edge), tint, 4)
		if i == len(r.letters) {
			r.letters = append(r.letters, canvas.NewText("", color.Black))
		}
		letter := r.letters[i]
		letter.Text, letter.Color = m.Kind.Letter(), theme.Color(theme.OnMark)
		letter.TextSize, letter.TextStyle = theme.Size(theme.TextCaption)*0.85, fyne.TextStyle{Bold: true}
		letter.Alignment = fyne.TextAlignCenter
		letter.Move(pos)
		letter.Resize(fyne.NewSquareSize(edge))
		letter.Refresh()
		r.objects = append(r.objects, letter)
	}
}

func (r *bubbleRenderer) MinSize() fyne.Size { return fyne.NewSize(120, r.bubble.Size().Height) }

func (r *bubbleRenderer) Refresh() {
	r.Layout(r.bubble.Size())
	r.box.Refresh()
	r.head.Refresh()
	canvas.Refresh(r.bubble)
}

func (r *bubbleRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *bubbleRenderer) Destroy()                     {}
