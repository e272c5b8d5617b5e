package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/ui/theme"
)

// Tile is a row or a card that can be pressed: whatever it holds is one control. Tiles choose among
// things of a list, so one of them can be the chosen one.
type Tile struct {
	control
	// OnTapped is what a press does.
	OnTapped func()

	name    string
	content fyne.CanvasObject
	chosen  bool
	raised  bool
	small   bool
}

// NewTile makes one control of content; name is what it is called.
func NewTile(name string, content fyne.CanvasObject, tapped func()) *Tile {
	t := &Tile{name: name, content: content, OnTapped: tapped}
	t.extend(t, func() {
		if t.OnTapped != nil {
			t.OnTapped()
		}
	})
	return t
}

// Raised draws the tile as a card of its own.
func (t *Tile) Raised() *Tile { t.raised = true; return t }

// Small leaves out the bar of the chosen one, for a tile of a word or two: its content has to say
// that it is chosen, since a colour alone does not.
func (t *Tile) Small() *Tile { t.small = true; return t }

// SetChosen marks the tile as the chosen one.
func (t *Tile) SetChosen(on bool) {
	if t.chosen != on {
		t.chosen = on
		t.Refresh()
	}
}

// Chosen says whether the tile is the chosen one.
func (t *Tile) Chosen() bool { return t.chosen }

// AccessibilityLabel implements fyne.Accessible.
func (t *Tile) AccessibilityLabel() string { return t.name }

// CreateRenderer implements fyne.Widget.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	r := &tileRenderer{
		tile: t, ring: newRing(), fill: canvas.NewRectangle(color.Transparent),
		veil: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent),
	}
	r.apply()
	r.Layout(t.Size())
	return r
}

type tileRenderer struct {
	tile            *Tile
	ring            ring
	fill, veil, bar *canvas.Rectangle
}

func (r *tileRenderer) apply() {
	t := r.tile
	radius := theme.Size(theme.RadiusM)
	r.fill.FillColor, r.fill.StrokeWidth, r.fill.CornerRadius = color.Transparent, 0, radius
	if t.raised {
		r.fill.FillColor = theme.Color(theme.Surface)
		r.fill.StrokeColor, r.fill.StrokeWidth = theme.Color(theme.Hairline), 1
	}
	if t.small {
		r.fill.StrokeColor = theme.Color(theme.Border)
	}
	if t.chosen {
		r.fill.FillColor = theme.Color(theme.CalmTint)
	}
	r.veil.FillColor, r.veil.CornerRadius = t.stateLayer(), radius
	r.bar.FillColor, r.bar.Hidden, r.bar.CornerRadius = theme.Color(theme.Calm), !t.chosen || t.small, 2
	r.ring.show(t.focused, radius)
}

func (r *tileRenderer) Layout(size fyne.Size) {
	r.ring.layout(size)
	r.fill.Resize(size)
	r.veil.Resize(size)
	inset := theme.Size(theme.GapS)
	r.bar.Move(fyne.NewPos(0, inset))
	r.bar.Resize(fyne.NewSize(4, max(size.Height-2*inset, 0)))
	r.tile.content.Resize(size)
}

func (r *tileRenderer) MinSize() fyne.Size {
	heightFor(r.tile.content, r.tile.Size().Width)
	return r.tile.content.MinSize()
}

func (r *tileRenderer) Refresh() {
	r.apply()
	r.Layout(r.tile.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *tileRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ring.frame, r.fill, r.veil, r.bar, r.tile.content}
}

func (r *tileRenderer) Destroy() {}

// natural is the width the content would like.
func (t *Tile) natural() float32 { return widthOf(t.content) }
