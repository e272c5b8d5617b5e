package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/ui/theme"
)

// places is where each option lies in a width.
func (c *Choice) places(width float32) []area {
	switch c.shape {
	case column:
		return c.columnPlaces(width)
	case chips:
		return c.chipPlaces(width)
	}
	if c.folded(width) {
		return c.chipPlaces(width)
	}
	return c.segmentPlaces(width)
}

// folded says whether segments have to go on as chips, because they do not fit into one track.
func (c *Choice) folded(width float32) bool {
	return c.shape == segments && width > 0 && c.sum() > width
}

func (c *Choice) sum() float32 {
	var sum float32
	for i := range c.options {
		sum += c.optionWidth(i)
	}
	return sum
}

// segmentPlaces shares the width evenly where every option fits its share, else by their lengths.
func (c *Choice) segmentPlaces(width float32) []area {
	all := make([]area, len(c.options))
	even := width / float32(max(len(c.options), 1))
	fits := true
	for i := range c.options {
		fits = fits && c.optionWidth(i) <= even
	}
	spare := (width - c.sum()) / float32(max(len(c.options), 1))
	x := float32(0)
	for i := range all {
		w := even
		if !fits {
			w = c.optionWidth(i) + spare
		}
		all[i] = area{pos: fyne.NewPos(x, 0), size: fyne.NewSize(w, c.rowHeight())}
		x += w
	}
	return all
}

func (c *Choice) rowHeight() float32 {
	return fyne.MeasureText("Ag", theme.Size(theme.TextBody), fyne.TextStyle{Bold: true}).Height + 2*theme.Size(theme.GapS) + 2
}

func (c *Choice) optionWidth(i int) float32 {
	return fyne.MeasureText(c.options[i], theme.Size(theme.TextBody), fyne.TextStyle{Bold: true}).Width + 2*theme.Size(theme.GapM)
}

func (c *Choice) columnPlaces(width float32) []area {
	all := make([]area, len(c.options))
	var y float32
	for i := range all {
		p := c.optionProse(i, width)
		h := p.height() + 2*theme.Size(theme.GapXS) + 2
		all[i] = area{pos: fyne.NewPos(0, y), size: fyne.NewSize(width, h)}
		y += h
	}
	return all
}

func (c *Choice) chipPlaces(width float32) []area {
	all := make([]area, len(c.options))
	gap := theme.Size(theme.GapS)
	var x, y float32
	for i := range all {
		w := c.optionWidth(i)
		if x > 0 && x+w > width {
			x, y = 0, y+c.rowHeight()+gap
		}
		all[i] = area{pos: fyne.NewPos(x, y), size: fyne.NewSize(w, c.rowHeight())}
		x += w + gap
	}
	return all
}

func (c *Choice) radio() float32 { return theme.Size(theme.TextBody) * 1.2 }

func (c *Choice) optionProse(i int, width float32) *prose {
	p := &prose{}
	p.set(c.options[i], theme.Size(theme.TextBody), fyne.TextStyle{})
	p.fit(max(width-c.radio()-theme.Size(theme.GapS), 40))
	return p
}

func (c *Choice) natural() float32 {
	var widest, sum float32
	for i := range c.options {
		w := c.optionWidth(i)
		widest, sum = max(widest, w), sum+w+theme.Size(theme.GapS)
	}
	switch c.shape {
	case segments:
		return widest * float32(len(c.options))
	case chips:
		return sum
	}
	return widest + c.radio()
}

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &choiceRenderer{choice: c, ring: newRing(), track: canvas.NewRectangle(color.Transparent), core: canvas.NewRectangle(color.Transparent)}
	r.Layout(c.Size())
	return r
}

type choiceRenderer struct {
	choice  *Choice
	ring    ring
	track   *canvas.Rectangle
	core    *canvas.Rectangle // the dot in the chosen radio
	boxes   []*canvas.Rectangle
	lines   []*lines
	objects []fyne.CanvasObject
}

func (r *choiceRenderer) Layout(size fyne.Size) {
	c := r.choice
	for len(r.boxes) < len(c.options) {
		r.boxes = append(r.boxes, canvas.NewRectangle(color.Transparent))
		r.lines = append(r.lines, &lines{})
	}
	places := c.places(size.Width)
	inTrack := c.shape == segments && !c.folded(size.Width)
	r.track.Hidden = !inTrack
	r.track.FillColor, r.track.CornerRadius = theme.Color(theme.Sunken), theme.Size(theme.RadiusM)
	r.track.StrokeColor, r.track.StrokeWidth = theme.Color(theme.Border), 1
	r.track.Resize(fyne.NewSize(size.Width, c.rowHeight()))
	r.objects = append(r.objects[:0], r.track, r.ring.frame)
	for i, place := range places {
		if c.shape == column {
			r.drawRadio(i, place)
		} else {
			r.drawBox(i, place, inTrack)
		}
	}
	r.drawRing(places, size, inTrack)
}

func (r *choiceRenderer) drawRing(places []area, size fyne.Size, inTrack bool) {
	c := r.choice
	if inTrack || c.selected < 0 || c.selected >= len(places) {
		r.ring.layout(size)
	} else {
		r.ring.layout(places[c.selected].size)
		r.ring.frame.Move(r.ring.frame.Position().Add(places[c.selected].pos))
	}
	r.ring.show(c.focused, theme.Size(theme.RadiusM))
}

func (r *choiceRenderer) textColour(on bool) color.Color {
	switch {
	case r.choice.Disabled():
		return theme.Color(colorDisabled)
	case on:
		return theme.Color(theme.OnCalm)
	}
	return theme.Color(colorForeground)
}

func (r *choiceRenderer) drawBox(i int, place area, inTrack bool) {
	c, box := r.choice, r.boxes[i]
	on := i == c.selected
	pos, size := place.pos, place.size
	box.CornerRadius, box.StrokeWidth, box.FillColor = theme.Size(theme.RadiusM), 0, color.Transparent
	if inTrack {
		pos, size = pos.AddXY(3, 3), size.SubtractWidthHeight(6, 6)
		box.CornerRadius -= 3
	} else {
		box.FillColor, box.StrokeColor, box.StrokeWidth = theme.Color(theme.Surface), theme.Color(theme.Border), 1
	}
	switch {
	case on && c.Disabled():
		box.FillColor, box.StrokeColor, box.StrokeWidth = theme.Color(colorDisabledBox), theme.Color(colorDisabled), 1
	case on:
		box.FillColor, box.StrokeWidth = theme.Color(theme.Calm), 0
	case i == c.hovered && !c.Disabled():
		box.FillColor = theme.Color(theme.CalmTint)
	}
	box.Move(pos)
	box.Resize(size)
	r.objects = append(r.objects, box)
	p := &prose{}
	p.set(c.options[i], theme.Size(theme.TextBody), fyne.TextStyle{Bold: on})
	p.fit(100000)
	p.width = size.Width
	at := fyne.NewPos(pos.X, pos.Y+(size.Height-p.high)/2)
	r.addLines(i, p, at, r.textColour(on), fyne.TextAlignCenter)
}

func (r *choiceRenderer) drawRadio(i int, place area) {
	c, dot := r.choice, r.boxes[i]
	on := i == c.selected
	edge := c.radio()
	p := c.optionProse(i, place.size.Width)
	top := place.pos.Y + (place.size.Height-p.height())/2
	dot.CornerRadius = edge / 2
	dot.FillColor, dot.StrokeColor, dot.StrokeWidth = theme.Color(theme.Surface), theme.Color(theme.Border), 1.5
	if i == c.hovered && !c.Disabled() {
		dot.FillColor = theme.Color(theme.CalmTint)
	}
	r.core.FillColor = theme.Color(theme.Calm)
	if on {
		dot.StrokeColor = theme.Color(theme.Calm)
	}
	if c.Disabled() {
		dot.StrokeColor, r.core.FillColor = theme.Color(colorDisabled), theme.Color(colorDisabled)
	}
	at := fyne.NewPos(place.pos.X+2, top+(p.high-edge)/2)
	dot.Move(at)
	dot.Resize(fyne.NewSquareSize(edge))
	r.objects = append(r.objects, dot)
	if on {
		core := edge * 0.55
		r.core.CornerRadius = core / 2
		r.core.Move(at.AddXY((edge-core)/2, (edge-core)/2))
		r.core.Resize(fyne.NewSquareSize(core))
		r.objects = append(r.objects, r.core)
	}
	r.addLines(i, p, fyne.NewPos(edge+theme.Size(theme.GapS)+2, top), r.textColour(false), fyne.TextAlignLeading)
}

func (r *choiceRenderer) addLines(i int, p *prose, at fyne.Position, c color.Color, align fyne.TextAlign) {
	for _, t := range r.lines[i].show(p, at, c, align) {
		r.objects = append(r.objects, t)
	}
}

func (r *choiceRenderer) MinSize() fyne.Size {
	c := r.choice
	width := c.Size().Width
	if width == 0 {
		width = c.natural()
	}
	var high float32
	for _, place := range c.places(width) {
		high = max(high, place.pos.Y+place.size.Height)
	}
	least := float32(0)
	for i := range c.options {
		least = max(least, c.optionWidth(i))
	}
	if c.shape == column {
		least = min(least, 12*theme.Size(theme.TextBody)) + c.radio()
	}
	return fyne.NewSize(least, high)
}

func (r *choiceRenderer) Refresh() {
	r.Layout(r.choice.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *choiceRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *choiceRenderer) Destroy()                     {}
