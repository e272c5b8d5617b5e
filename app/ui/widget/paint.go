package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// paint is a rectangle in the colours of the theme; unlike a bare one it follows a change of look.
type paint struct {
	fynewidget.BaseWidget
	fill   fyne.ThemeColorName
	stroke fyne.ThemeColorName
	width  float32
	radius fyne.ThemeSizeName
	shadow bool
	least  fyne.Size
}

func newPaint(fill fyne.ThemeColorName) *paint {
	p := &paint{fill: fill}
	p.ExtendBaseWidget(p)
	return p
}

func (p *paint) round(radius fyne.ThemeSizeName) *paint { p.radius = radius; return p }

func (p *paint) outline(stroke fyne.ThemeColorName, width float32) *paint {
	p.stroke, p.width = stroke, width
	return p
}

func (p *paint) atLeast(size fyne.Size) *paint { p.least = size; return p }

func (p *paint) lifted() *paint { p.shadow = true; return p }

// CreateRenderer implements fyne.Widget.
func (p *paint) CreateRenderer() fyne.WidgetRenderer {
	r := &paintRenderer{paint: p, box: canvas.NewRectangle(color.Transparent)}
	r.apply()
	r.Layout(p.Size())
	return r
}

type paintRenderer struct {
	paint *paint
	box   *canvas.Rectangle
}

func (r *paintRenderer) apply() {
	p := r.paint
	r.box.FillColor = color.Transparent
	if p.fill != "" {
		r.box.FillColor = theme.Color(p.fill)
	}
	r.box.StrokeWidth = 0
	if p.stroke != "" {
		r.box.StrokeColor, r.box.StrokeWidth = theme.Color(p.stroke), p.width
	}
	if p.radius != "" {
		r.box.CornerRadius = theme.Size(p.radius)
	}
	if p.shadow {
		r.box.Shadow = canvas.Shadow{Color: theme.Color(colorShadow), BlurRadius: 24, Offset: fyne.NewPos(0, 8)}
	}
}

func (r *paintRenderer) Layout(size fyne.Size)        { r.box.Resize(size) }
func (r *paintRenderer) MinSize() fyne.Size           { return r.paint.least }
func (r *paintRenderer) Refresh()                     { r.apply(); r.box.Refresh() }
func (r *paintRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box} }
func (r *paintRenderer) Destroy()                     {}
