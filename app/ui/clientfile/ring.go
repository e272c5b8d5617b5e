package clientfile

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// rings is a telephone with circles that run out from it while it rings. It has
// no clock of its own: the screen turns it.
type rings struct {
	fynewidget.BaseWidget
	phase   float64 // 0 to 1, one ring
	ringing bool
}

const ringCount = 3

func newRings() *rings {
	r := &rings{}
	r.ExtendBaseWidget(r)
	return r
}

// set shows the telephone silent, or at a phase of its ring.
func (r *rings) set(ringing bool, phase float64) {
	r.ringing, r.phase = ringing, phase-math.Floor(phase)
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *rings) CreateRenderer() fyne.WidgetRenderer {
	v := &ringsRenderer{rings: r, icon: widget.NewIcon(widget.IconPhone, theme.OnCalm, theme.TextDisplay)}
	v.disc = canvas.NewCircle(color.Transparent)
	for i := range v.circles {
		v.circles[i] = canvas.NewCircle(color.Transparent)
		v.circles[i].StrokeWidth = 2
	}
	v.Refresh()
	return v
}

type ringsRenderer struct {
	rings   *rings
	disc    *canvas.Circle
	circles [ringCount]*canvas.Circle
	icon    *widget.Icon
}

func (v *ringsRenderer) core() float32 { return theme.Size(theme.TextDisplay) * 2.6 }

func (v *ringsRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(v.core() * 1.9) }

func (v *ringsRenderer) Layout(size fyne.Size) {
	centre := func(o fyne.CanvasObject, edge float32) {
		o.Resize(fyne.NewSquareSize(edge))
		o.Move(fyne.NewPos((size.Width-edge)/2, (size.Height-edge)/2))
	}
	room := min(size.Width, size.Height, v.MinSize().Height)
	core := min(v.core(), room/1.4)
	centre(v.disc, core)
	centre(v.icon, min(v.icon.MinSize().Width, core))
	for i, c := range v.circles {
		centre(c, core+(room-core)*float32(v.share(i)))
	}
}

// share is how far circle i has run out.
func (v *ringsRenderer) share(i int) float64 {
	at := v.rings.phase + float64(i)/ringCount
	return at - math.Floor(at)
}

func (v *ringsRenderer) Refresh() {
	r, g, b, _ := theme.Color(theme.Calm).RGBA()
	v.disc.FillColor = theme.Color(theme.Calm)
	v.icon.SetIcon(widget.IconPhone, theme.OnCalm)
	if v.rings.ringing {
		v.icon.SetIcon(widget.IconRing, theme.OnCalm)
	}
	for i, c := range v.circles {
		c.Hidden = !v.rings.ringing
		fade := uint8(255 * (1 - v.share(i)))
		c.StrokeColor = color.NRGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), fade}
	}
	v.Layout(v.rings.Size())
	v.disc.Refresh()
	for _, c := range v.circles {
		c.Refresh()
	}
}

func (v *ringsRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{}
	for _, c := range v.circles {
		all = append(all, c)
	}
	return append(all, v.disc, v.icon)
}

func (v *ringsRenderer) Destroy() {}
