package chart

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Pips shows a small whole number as so many filled dots out of a few.
type Pips struct {
	fynewidget.BaseWidget
	n, of int
}

// NewPips shows n out of a number of dots.
func NewPips(n, of int) *Pips {
	p := &Pips{n: n, of: of}
	p.ExtendBaseWidget(p)
	return p
}

// AccessibilityLabel implements fyne.Accessible.
func (p *Pips) AccessibilityLabel() string { return strconv.Itoa(p.n) + "/" + strconv.Itoa(p.of) }

// AccessibilityRole implements fyne.Accessible.
func (p *Pips) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *Pips) CreateRenderer() fyne.WidgetRenderer {
	r := &pipsRenderer{pips: p}
	for range p.of {
		r.dots = append(r.dots, canvas.NewCircle(color.Transparent))
	}
	r.apply()
	r.Layout(p.Size())
	return r
}

type pipsRenderer struct {
	pips *Pips
	dots []*canvas.Circle
}

func (r *pipsRenderer) apply() {
	for i, d := range r.dots {
		d.FillColor, d.StrokeColor, d.StrokeWidth = theme.Color(theme.Sunken), theme.Color(theme.ScoreOutline), 1
		if i < r.pips.n {
			d.FillColor, d.StrokeWidth = theme.Color(theme.Calm), 0
		}
	}
}

func (r *pipsRenderer) edge() float32 { return theme.Size(theme.TextBody) * 1.1 }

func (r *pipsRenderer) MinSize() fyne.Size {
	edge, n := r.edge(), float32(r.pips.of)
	return fyne.NewSize(n*edge+(n-1)*theme.Size(theme.GapXS), edge)
}

func (r *pipsRenderer) Layout(size fyne.Size) {
	edge := r.edge()
	for i, d := range r.dots {
		d.Resize(fyne.NewSquareSize(edge))
		d.Move(fyne.NewPos(float32(i)*(edge+theme.Size(theme.GapXS)), (size.Height-edge)/2))
	}
}

func (r *pipsRenderer) Refresh() {
	r.apply()
	r.Layout(r.pips.Size())
	for _, d := range r.dots {
		d.Refresh()
	}
}

func (r *pipsRenderer) Objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(r.dots))
	for i, d := range r.dots {
		all[i] = d
	}
	return all
}

func (r *pipsRenderer) Destroy() {}
