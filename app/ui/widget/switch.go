package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/ui/theme"
)

// Switch is on or off, told by the place of its knob as well as by its colour.
type Switch struct {
	control
	label   string
	on      bool
	changed func(bool)
}

// NewSwitch is a switch with its words at the right.
func NewSwitch(label string, on bool, changed func(bool)) *Switch {
	s := &Switch{label: label, on: on, changed: changed}
	s.extend(s, func() {
		s.on = !s.on
		s.Refresh()
		if s.changed != nil {
			s.changed(s.on)
		}
	})
	return s
}

// On says whether the switch is on.
func (s *Switch) On() bool { return s.on }

// Set turns the switch without telling anybody.
func (s *Switch) Set(on bool) { s.on = on; s.Refresh() }

// AccessibilityLabel implements fyne.Accessible.
func (s *Switch) AccessibilityLabel() string { return s.label }

// CreateRenderer implements fyne.Widget.
func (s *Switch) CreateRenderer() fyne.WidgetRenderer {
	r := &switchRenderer{
		s: s, ring: newRing(), track: canvas.NewRectangle(color.Transparent), knob: canvas.NewRectangle(color.Transparent),
	}
	r.Layout(s.Size())
	return r
}

type switchRenderer struct {
	s           *Switch
	ring        ring
	track, knob *canvas.Rectangle
	words       prose
	lines       lines
	objects     []fyne.CanvasObject
}

func (r *switchRenderer) trackSize() fyne.Size {
	h := theme.Size(theme.TextBody) * 1.45
	return fyne.NewSize(h*1.8, h)
}

func (r *switchRenderer) arrange(width float32) float32 {
	indent := r.trackSize().Width + theme.Size(theme.GapM)
	r.words.set(r.s.label, theme.Size(theme.TextBody), fyne.TextStyle{})
	r.words.fit(max(width-indent, 60))
	return indent
}

func (r *switchRenderer) Layout(size fyne.Size) {
	indent := r.arrange(size.Width)
	track := r.trackSize()
	y := (size.Height - r.words.height()) / 2
	top := y + (r.words.high-track.Height)/2
	r.track.CornerRadius, r.knob.CornerRadius = track.Height/2, track.Height/2
	r.track.Move(fyne.NewPos(0, top))
	r.track.Resize(track)
	edge := track.Height - 8
	x := float32(4)
	r.track.FillColor, r.track.StrokeColor, r.track.StrokeWidth = theme.Color(theme.Sunken), theme.Color(theme.Border), 1.5
	r.knob.FillColor = theme.Color(theme.Border)
	if r.s.on {
		x = track.Width - edge - 4
		r.track.FillColor, r.track.StrokeColor = theme.Color(theme.Calm), theme.Color(theme.Calm)
		r.knob.FillColor = theme.Color(theme.OnCalm)
	}
	r.knob.Move(fyne.NewPos(x, top+4))
	r.knob.Resize(fyne.NewSquareSize(edge))
	r.ring.layout(track)
	r.ring.frame.Move(r.ring.frame.Position().AddXY(0, top))
	r.ring.show(r.s.focused, track.Height/2)
	text := theme.Color(colorForeground)
	if r.s.Disabled() {
		text = theme.Color(colorDisabled)
	}
	r.objects = append(r.objects[:0], r.ring.frame, r.track, r.knob)
	for _, t := range r.lines.show(&r.words, fyne.NewPos(indent, y), text, fyne.TextAlignLeading) {
		r.objects = append(r.objects, t)
	}
}

func (r *switchRenderer) MinSize() fyne.Size {
	width := r.s.Size().Width
	if width == 0 {
		width = 320
	}
	indent := r.arrange(width)
	return fyne.NewSize(indent+min(r.words.longest(), 160), max(r.words.height(), r.trackSize().Height)+2*theme.Size(theme.GapXS))
}

func (r *switchRenderer) Refresh() {
	r.Layout(r.s.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *switchRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *switchRenderer) Destroy()                     {}
