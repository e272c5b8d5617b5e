package settle

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// A pacer is a disc that grows while one breathes in and shrinks while one
// breathes out, with the words on it. It has no clock: the screen turns it.
type pacer struct {
	fynewidget.BaseWidget
	full  float64
	words string
	under string
	all   []string // every word it will show: they fit on the disc
}

func newPacer(words ...string) *pacer {
	p := &pacer{all: words}
	p.ExtendBaseWidget(p)
	return p
}

// set shows how full the lungs are, and the words: the second ones are smaller.
func (p *pacer) set(full float64, words, under string) {
	if p.full == full && p.words == words && p.under == under {
		return
	}
	p.full, p.words, p.under = full, words, under
	p.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (p *pacer) AccessibilityLabel() string { return p.words }

// AccessibilityRole implements fyne.Accessible.
func (p *pacer) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *pacer) CreateRenderer() fyne.WidgetRenderer {
	r := &pacerRenderer{
		pacer: p, rim: canvas.NewCircle(color.Transparent), halo: canvas.NewCircle(color.Transparent),
		core: canvas.NewCircle(color.Transparent), words: canvas.NewText("", color.Black), under: canvas.NewText("", color.Black),
	}
	r.apply()
	r.Layout(p.Size())
	return r
}

type pacerRenderer struct {
	pacer           *pacer
	rim, halo, core *canvas.Circle
	words, under    *canvas.Text
}

// least is the core's edge: the widest words fit on it.
func (r *pacerRenderer) least() float32 {
	least := theme.Size(theme.TextDisplay) * 3.2
	for _, words := range r.pacer.all {
		wide := fyne.MeasureText(words, theme.Size(theme.TextHeading), fyne.TextStyle{Bold: true}).Width
		least = max(least, wide+2*theme.Size(theme.GapM))
	}
	return least
}

func (r *pacerRenderer) apply() {
	p := r.pacer
	c := color.NRGBAModel.Convert(theme.Color(theme.Calm)).(color.NRGBA)
	r.core.FillColor = c
	c.A = 0x48
	r.halo.FillColor = c
	r.rim.StrokeColor, r.rim.StrokeWidth = theme.Color(theme.Border), 1.5
	set := func(t *canvas.Text, words string, size fyne.ThemeSizeName, bold bool) {
		t.Text, t.Color, t.TextSize, t.Alignment = words, theme.Color(theme.OnCalm), theme.Size(size), fyne.TextAlignCenter
		t.TextStyle.Bold = bold
	}
	set(r.words, p.words, theme.TextHeading, true)
	set(r.under, p.under, theme.TextBody, false)
}

func (r *pacerRenderer) Layout(size fyne.Size) {
	room := min(size.Width, size.Height)
	centre := func(o fyne.CanvasObject, edge float32) {
		o.Resize(fyne.NewSquareSize(edge))
		o.Move(fyne.NewPos((size.Width-edge)/2, (size.Height-edge)/2))
	}
	least := min(r.least(), room)
	centre(r.rim, room)
	centre(r.halo, least+(room-least)*float32(r.pacer.full))
	centre(r.core, least)
	high := r.words.MinSize().Height
	y := (size.Height - high) / 2
	if r.pacer.under != "" {
		y -= high / 2
	}
	r.words.Move(fyne.NewPos(0, y))
	r.words.Resize(fyne.NewSize(size.Width, high))
	r.under.Move(fyne.NewPos(0, y+high))
	r.under.Resize(fyne.NewSize(size.Width, r.under.MinSize().Height))
}

func (r *pacerRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(r.least() * 1.7) }

func (r *pacerRenderer) Refresh() {
	r.apply()
	r.Layout(r.pacer.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *pacerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.halo, r.rim, r.core, r.words, r.under}
}

func (r *pacerRenderer) Destroy() {}
