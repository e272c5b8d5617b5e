package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
)

// lineTools are the two small controls beside one line of a transcript: the line under the mouse,
// else the one picked by keys, else the newest. They are no stops of the Tab key, since the page
// has keys for both.
type lineTools struct {
	fynewidget.BaseWidget
	transcript    *Transcript
	hovered, line int // -1 for none
	again, larger *lineTool
}

func newLineTools(t *Transcript) *lineTools {
	l := &lineTools{transcript: t, hovered: -1, line: -1}
	l.again = newLineTool(l, IconAgain, func() string { return locale.Text("widget.line.again") }, func(line int) { t.OnAgain(line) })
	l.larger = newLineTool(l, IconLarger, func() string { return locale.Text("widget.line.larger") }, func(line int) { t.OnLarger(line) })
	l.ExtendBaseWidget(l)
	l.Hidden = true
	return l
}

// on says whether the transcript has these controls at all.
func (l *lineTools) on() bool { return l.transcript.OnAgain != nil && l.transcript.OnLarger != nil }

func (l *lineTools) edge() float32 { return theme.Size(theme.TextBody) * 1.75 }

func (l *lineTools) size() fyne.Size {
	return fyne.NewSize(2*l.edge()+theme.Size(theme.GapXS), l.edge())
}

// room is what a line leaves free for them.
func (l *lineTools) room() float32 {
	if !l.on() {
		return 0
	}
	return l.size().Width + ringRoom() + gutter() + theme.Size(theme.GapS)
}

func (l *lineTools) hover(line int) {
	l.hovered = line
	l.place()
}

// at is the line they belong to now.
func (l *lineTools) at() int {
	t := l.transcript
	for _, line := range []int{l.hovered, t.line, len(t.bubbles) - 1} {
		for i := line; i >= 0 && i < len(t.bubbles); i-- {
			if t.bubbles[i].line.Who != StageLine {
				return i
			}
			if line != len(t.bubbles)-1 {
				break
			}
		}
	}
	return -1
}

// place puts them beside their line: across from the side it stands on, so that they stay where
// they are while the line grows.
func (l *lineTools) place() {
	t := l.transcript
	l.line = l.at()
	if !l.on() || l.line < 0 || l.line >= t.layout.done {
		if l.Visible() {
			l.Hide()
		}
		return
	}
	b := t.bubbles[l.line]
	pos := fyne.NewPos(t.layout.width-gutter()-l.size().Width, b.Position().Y+b.headHeight()+theme.Size(theme.GapXS))
	if b.line.Who == TraineeLine {
		pos.X = ringRoom()
	}
	if pos != l.Position() {
		l.Move(pos)
	}
	if l.size() != l.Size() {
		l.Resize(l.size())
	}
	if !l.Visible() {
		l.Show()
	}
}

// CreateRenderer implements fyne.Widget.
func (l *lineTools) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	return lineToolsRenderer{l}
}

type lineToolsRenderer struct{ l *lineTools }

func (r lineToolsRenderer) Layout(size fyne.Size) {
	r.l.again.Resize(fyne.NewSquareSize(size.Height))
	r.l.larger.Resize(fyne.NewSquareSize(size.Height))
	r.l.larger.Move(fyne.NewPos(size.Width-size.Height, 0))
}
func (r lineToolsRenderer) MinSize() fyne.Size { return r.l.size() }
func (r lineToolsRenderer) Refresh()           { r.l.again.Refresh(); r.l.larger.Refresh() }
func (r lineToolsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.l.again, r.l.larger}
}
func (r lineToolsRenderer) Destroy() {}

// lineTool is one of them.
type lineTool struct {
	fynewidget.BaseWidget
	tools   *lineTools
	icon    fyne.Resource
	name    func() string
	act     func(line int)
	hovered bool
}

func newLineTool(l *lineTools, icon fyne.Resource, name func() string, act func(int)) *lineTool {
	t := &lineTool{tools: l, icon: icon, name: name, act: act}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped does it to the line.
func (t *lineTool) Tapped(*fyne.PointEvent) {
	if t.tools.line >= 0 {
		t.act(t.tools.line)
	}
}

// MouseIn keeps the controls where they are and says what this one does.
func (t *lineTool) MouseIn(*desktop.MouseEvent) {
	t.hovered, t.tools.hovered = true, t.tools.line
	t.Refresh()
	at := t.tools.Position().Add(t.Position())
	t.tools.transcript.tip.Hide()
	t.tools.transcript.showTip(t.name(), at, at.Y+t.Size().Height)
}

// MouseMoved implements desktop.Hoverable.
func (t *lineTool) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets them go.
func (t *lineTool) MouseOut() {
	t.hovered = false
	t.tools.transcript.tip.Hide()
	t.Refresh()
	t.tools.hover(-1)
}

// Cursor is the hand.
func (t *lineTool) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (t *lineTool) AccessibilityLabel() string { return t.name() }

// AccessibilityRole implements fyne.Accessible.
func (t *lineTool) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (t *lineTool) CreateRenderer() fyne.WidgetRenderer {
	r := &lineToolRenderer{t, canvas.NewRectangle(color.Transparent), &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.apply()
	r.Layout(t.Size())
	return r
}

type lineToolRenderer struct {
	tool *lineTool
	veil *canvas.Rectangle
	icon *canvas.Image
}

func (r *lineToolRenderer) apply() {
	r.veil.FillColor, r.veil.CornerRadius = color.Transparent, theme.Size(theme.RadiusS)
	if r.tool.hovered {
		r.veil.FillColor = theme.Color(colorHover)
	}
	r.icon.Resource = inColour(r.tool.icon, theme.CalmText)
}

func (r *lineToolRenderer) Layout(size fyne.Size) {
	r.veil.Resize(size)
	edge := size.Height * 0.66
	r.icon.Resize(fyne.NewSquareSize(edge))
	r.icon.Move(fyne.NewPos((size.Width-edge)/2, (size.Height-edge)/2))
}

func (r *lineToolRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.tool.tools.edge()) }

func (r *lineToolRenderer) Refresh() {
	r.apply()
	r.Layout(r.tool.Size())
	r.veil.Refresh()
	r.icon.Refresh()
}

func (r *lineToolRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.veil, r.icon}
}
func (r *lineToolRenderer) Destroy() {}
