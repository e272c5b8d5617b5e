package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/ui/theme"
)

type buttonKind int

const (
	plainButton buttonKind = iota
	primaryButton
	dangerButton
	quietButton
)

// Button does something when pressed by mouse, Enter, Return or Space.
type Button struct {
	control
	// OnTapped is what a press does.
	OnTapped func()

	kind buttonKind
	text string
	icon fyne.Resource
	cap  string
	wide bool
	name string // what a button without words is called
}

// NewButton is a button among others.
func NewButton(label string, tapped func()) *Button { return newButton(plainButton, label, tapped) }

// NewPrimary is the one button of a page that leads on.
func NewPrimary(label string, tapped func()) *Button { return newButton(primaryButton, label, tapped) }

// NewDanger is for what cannot be taken back.
func NewDanger(label string, tapped func()) *Button { return newButton(dangerButton, label, tapped) }

// NewQuiet is for what is rarely needed.
func NewQuiet(label string, tapped func()) *Button { return newButton(quietButton, label, tapped) }

func newButton(kind buttonKind, label string, tapped func()) *Button {
	b := &Button{kind: kind, text: label, OnTapped: tapped}
	b.extend(b, func() {
		if b.OnTapped != nil {
			b.OnTapped()
		}
	})
	return b
}

// WithIcon puts a drawing before the words.
func (b *Button) WithIcon(icon fyne.Resource) *Button { b.icon = icon; return b }

// WithKey shows the key that does the same.
func (b *Button) WithKey(cap string) *Button { b.cap = cap; return b }

// Wide sets the words at the left, for buttons under one another.
func (b *Button) Wide() *Button { b.wide = true; return b }

// SetText changes the words.
func (b *Button) SetText(s string) { b.text = s; b.Refresh() }

// Text returns the words.
func (b *Button) Text() string { return b.text }

// SetIcon changes the drawing.
func (b *Button) SetIcon(icon fyne.Resource) { b.icon = icon; b.Refresh() }

// SetPrimary makes the button the one that leads on, or one among others.
func (b *Button) SetPrimary(on bool) {
	b.kind = plainButton
	if on {
		b.kind = primaryButton
	}
	b.Refresh()
}

// AccessibilityLabel implements fyne.Accessible.
func (b *Button) AccessibilityLabel() string {
	if b.name != "" {
		return b.name
	}
	return b.text
}

// Named says what a button that shows only a drawing does.
func (b *Button) Named(s string) *Button { b.name = s; return b }

// colours are the fill, what is written on it and the line around it.
func (b *Button) colours() (fill, text, line fyne.ThemeColorName) {
	switch {
	case b.Disabled() && b.kind == quietButton:
		return "", colorDisabled, ""
	case b.Disabled():
		return colorDisabledBox, colorDisabled, ""
	case b.kind == primaryButton:
		return theme.Calm, theme.OnCalm, ""
	case b.kind == dangerButton:
		return theme.Heat, theme.OnHeat, ""
	case b.kind == quietButton:
		return "", theme.CalmText, ""
	}
	return theme.Surface, colorForeground, theme.Border
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{
		button: b, ring: newRing(),
		fill: canvas.NewRectangle(color.Transparent), veil: canvas.NewRectangle(color.Transparent),
		label: canvas.NewText("", color.Black), cap: newKeyCap(),
		icon: &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	r.apply()
	r.Layout(b.Size())
	return r
}

type buttonRenderer struct {
	button     *Button
	ring       ring
	fill, veil *canvas.Rectangle
	label      *canvas.Text
	icon       *canvas.Image
	cap        *keyCap
	tight      int // what is left out in a narrow room: the key, then the drawing too
}

func (r *buttonRenderer) apply() {
	b := r.button
	fill, text, line := b.colours()
	radius := theme.Size(theme.RadiusM)
	r.fill.FillColor, r.fill.StrokeWidth, r.fill.CornerRadius = color.Transparent, 0, radius
	if fill != "" {
		r.fill.FillColor = theme.Color(fill)
	}
	if line != "" {
		r.fill.StrokeColor, r.fill.StrokeWidth = theme.Color(line), 1
	}
	r.veil.FillColor, r.veil.CornerRadius = b.stateLayer(), radius
	r.label.Text, r.label.Color, r.label.TextSize = b.text, theme.Color(text), theme.Size(theme.TextBody)
	r.label.TextStyle = fyne.TextStyle{Bold: true}
	r.icon.Hidden = b.icon == nil
	if b.icon != nil {
		r.icon.Resource = inColour(b.icon, text)
	}
	r.cap.set(b.cap, theme.Color(text))
	r.ring.show(b.focused, radius)
}

func (r *buttonRenderer) gaps() (side, between, edge float32) {
	side = theme.Size(theme.GapL)
	if r.button.text == "" || r.button.kind == quietButton {
		side = theme.Size(theme.GapM)
	}
	return side, theme.Size(theme.GapS), theme.Size(theme.TextBody) * 1.3
}

// inner is the width of drawing, words and key with the gaps between them, of
// what is not left out.
func (r *buttonRenderer) inner(tight int) float32 {
	_, between, edge := r.gaps()
	var w float32
	add := func(part float32) {
		if w > 0 {
			w += between
		}
		w += part
	}
	if r.hasIcon(tight) {
		add(edge)
	}
	if r.button.text != "" {
		add(fyne.MeasureText(r.button.text, theme.Size(theme.TextBody), r.label.TextStyle).Width)
	}
	if r.hasCap(tight) {
		add(r.cap.size().Width)
	}
	return w
}

func (r *buttonRenderer) hasIcon(tight int) bool {
	return r.button.icon != nil && (tight < 2 || r.button.text == "")
}

func (r *buttonRenderer) hasCap(tight int) bool { return r.button.cap != "" && tight < 1 }

// squeeze leaves out what a narrow room has no place for. Where the words alone
// are too wide they are written smaller, since cut ones say nothing.
func (r *buttonRenderer) squeeze(width float32) {
	r.label.TextSize = theme.Size(theme.TextBody)
	room := width - 2*theme.Size(theme.GapXS)
	if r.button.wide {
		room -= theme.Size(theme.GapL)
	}
	for r.tight = 0; r.tight < 2 && r.inner(r.tight) > room; {
		r.tight++
	}
	if w := r.inner(r.tight); w > room && room > 0 {
		r.label.TextSize *= 0.96 * room / w // letters do not shrink evenly
	}
	r.icon.Hidden = !r.hasIcon(r.tight)
	r.cap.box.Hidden, r.cap.text.Hidden = !r.hasCap(r.tight), !r.hasCap(r.tight)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ring.layout(size)
	r.fill.Resize(size)
	r.veil.Resize(size)
	if size.Width > 0 {
		r.squeeze(size.Width)
	}
	side, between, edge := r.gaps()
	x := max((size.Width-r.inner(r.tight))/2, theme.Size(theme.GapXS))
	if r.button.wide {
		x = min(side, max(size.Width-r.inner(r.tight)-side, theme.Size(theme.GapXS)))
	}
	if r.hasIcon(r.tight) {
		r.icon.Resize(fyne.NewSquareSize(edge))
		r.icon.Move(fyne.NewPos(x, (size.Height-edge)/2))
		x += edge + between
	}
	if r.button.text != "" {
		words := r.label.MinSize()
		r.label.Resize(words)
		r.label.Move(fyne.NewPos(x, (size.Height-words.Height)/2))
		x += words.Width + between
	}
	cap := r.cap.size()
	if r.button.wide {
		x = size.Width - side - cap.Width
	}
	r.cap.place(fyne.NewPos(x, (size.Height-cap.Height)/2))
}

func (r *buttonRenderer) MinSize() fyne.Size {
	side, _, edge := r.gaps()
	high := max(fyne.MeasureText("Ag", theme.Size(theme.TextBody), r.label.TextStyle).Height, edge)
	return fyne.NewSize(r.inner(0)+2*side, high+2*theme.Size(theme.GapS)+2)
}

func (r *buttonRenderer) Refresh() {
	r.apply()
	r.Layout(r.button.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.frame, r.fill, r.veil, r.icon, r.label, r.cap.box, r.cap.text}
}

func (r *buttonRenderer) Destroy() {}
