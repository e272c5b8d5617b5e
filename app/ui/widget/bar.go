package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// bar is a track that is filled to a share, with a tick where a line has to be reached.
type bar struct {
	fynewidget.BaseWidget
	share  float32
	tick   float32 // 0 draws none
	colour func() color.Color
	high   float32
}

func newBar(high float32, colour func() color.Color) *bar {
	b := &bar{high: high, colour: colour}
	b.ExtendBaseWidget(b)
	return b
}

func (b *bar) set(share float32) {
	share = min(max(share, 0), 1)
	if b.share == share {
		return
	}
	b.share = share
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{
		bar: b, track: canvas.NewRectangle(color.Transparent),
		fill: canvas.NewRectangle(color.Transparent), tick: canvas.NewRectangle(color.Transparent),
	}
	r.apply()
	r.Layout(b.Size())
	return r
}

type barRenderer struct {
	bar               *bar
	track, fill, tick *canvas.Rectangle
}

func (r *barRenderer) apply() {
	r.track.FillColor = theme.Color(theme.Sunken)
	r.track.StrokeColor, r.track.StrokeWidth = theme.Color(theme.ScoreOutline), 1
	r.fill.FillColor = r.bar.colour()
	r.tick.FillColor = theme.Color(colorForeground)
	r.fill.Hidden = r.bar.share == 0
	r.tick.Hidden = r.bar.tick == 0
}

func (r *barRenderer) Layout(size fyne.Size) {
	radius := size.Height / 2
	r.track.CornerRadius = radius
	r.track.Resize(size)
	inner := size.SubtractWidthHeight(4, 4)
	r.fill.CornerRadius = inner.Height / 2
	r.fill.Move(fyne.NewPos(2, 2))
	r.fill.Resize(fyne.NewSize(max(inner.Width*r.bar.share, inner.Height), inner.Height))
	r.tick.Move(fyne.NewPos(2+inner.Width*r.bar.tick-1, -3))
	r.tick.Resize(fyne.NewSize(2, size.Height+6))
}

func (r *barRenderer) MinSize() fyne.Size { return fyne.NewSize(48, r.bar.high) }

func (r *barRenderer) Refresh() {
	r.apply()
	r.Layout(r.bar.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.fill, r.tick}
}
func (r *barRenderer) Destroy() {}
