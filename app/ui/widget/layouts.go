package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/ui/theme"
)

// The layouts here ask for a height only after they have told the width, because the height of
// wrapped text depends on it. Fyne's own boxes ask first and need several passes to settle.

// heightFor tells o its width and returns the height it then needs.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if size := o.Size(); size.Width != width {
		o.Resize(fyne.NewSize(width, size.Height))
	}
	return o.MinSize().Height
}

// widthOf is the width o would like to have.
func widthOf(o fyne.CanvasObject) float32 {
	switch t := o.(type) {
	case interface{ natural() float32 }:
		return t.natural()
	case *fyne.Container:
		if l, ok := t.Layout.(interface {
			natural([]fyne.CanvasObject) float32
		}); ok {
			return l.natural(t.Objects)
		}
	}
	return o.MinSize().Width
}

func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var seen []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			seen = append(seen, o)
		}
	}
	return seen
}

type growLayout struct{}

func (growLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.Position{})
		o.Resize(size)
	}
}

func (growLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	for _, o := range visible(objects) {
		least = least.Max(o.MinSize())
	}
	return least
}

// Grow makes o take the room that is left in a stack, along the stack: in a VStack it grows high, in
// an HStack wide.
func Grow(o fyne.CanvasObject) *fyne.Container { return container.New(growLayout{}, o) }

// Spacer is empty room that takes what is left in a stack.
func Spacer() *fyne.Container { return container.New(growLayout{}) }

func grows(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(growLayout)
	return ok
}

type vstack struct{ gap fyne.ThemeSizeName }

// VStack puts things under one another, each as wide as the stack.
func VStack(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(vstack{gap}, objects...)
}

func (l vstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	seen := visible(objects)
	gap := theme.Size(l.gap)
	heights := make([]float32, len(seen))
	left, growing := size.Height-gap*float32(max(len(seen)-1, 0)), 0
	for i, o := range seen {
		heights[i] = heightFor(o, size.Width)
		left -= heights[i]
		if grows(o) {
			growing++
		}
	}
	y := float32(0)
	for i, o := range seen {
		if grows(o) && left > 0 {
			heights[i] += left / float32(growing)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, heights[i]))
		y += heights[i] + gap
	}
}

func (l vstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var least fyne.Size
	seen := visible(objects)
	for _, o := range seen {
		m := o.MinSize()
		least.Width = max(least.Width, m.Width)
		least.Height += m.Height
	}
	least.Height += theme.Size(l.gap) * float32(max(len(seen)-1, 0))
	return least
}

// natural is the width of the widest thing, yet no more than a comfortable column: a stack of
// paragraphs would else push everything beside it away.
func (l vstack) natural(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range visible(objects) {
		w = max(w, widthOf(o))
	}
	return max(min(w, 24*theme.Size(theme.TextBody)), l.MinSize(objects).Width)
}

type hstack struct {
	gap   fyne.ThemeSizeName
	width float32
}

// HStack puts things beside one another, each as wide as it likes and centred on the row; what is
// wrapped in Grow takes the rest. Where the row is too short, texts wrap, and where that is not
// enough, what does not fit goes into a row below.
func HStack(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&hstack{gap: gap}, objects...)
}

// rows shares the objects out: one row where they fit, as they always do while no width is known.
func (l *hstack) rows(seen []fyne.CanvasObject, width float32) [][]fyne.CanvasObject {
	gap := theme.Size(l.gap)
	if width <= 0 || l.least(seen) <= width+0.5 {
		return [][]fyne.CanvasObject{seen}
	}
	var all [][]fyne.CanvasObject
	x := float32(0)
	for _, o := range seen {
		w := o.MinSize().Width
		if len(all) == 0 || x > 0 && w > 0 && x+gap+w > width {
			all, x = append(all, nil), 0
		}
		last := len(all) - 1
		if x > 0 {
			x += gap
		}
		all[last], x = append(all[last], o), x+w
	}
	return all
}

// least is the width below which one row is too short.
func (l *hstack) least(seen []fyne.CanvasObject) float32 {
	w := theme.Size(l.gap) * float32(max(len(seen)-1, 0))
	for _, o := range seen {
		w += o.MinSize().Width
	}
	return w
}

// widths shares a width among the objects.
func (l *hstack) widths(seen []fyne.CanvasObject, width float32) []float32 {
	all := make([]float32, len(seen))
	left, growing, yielding := width-theme.Size(l.gap)*float32(max(len(seen)-1, 0)), 0, float32(0)
	for i, o := range seen {
		all[i] = widthOf(o)
		left -= all[i]
		if grows(o) {
			growing++
		}
		yielding += max(all[i]-o.MinSize().Width, 0)
	}
	for i, o := range seen {
		if left >= 0 && grows(o) {
			all[i] += left / float32(growing)
		} else if left < 0 && yielding > 0 {
			all[i] -= max(all[i]-o.MinSize().Width, 0) / yielding * min(-left, yielding)
		}
		all[i] = min(all[i], max(width, 0))
	}
	return all
}

func (l *hstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if size.Width <= 0 {
		return
	}
	rows := l.rows(visible(objects), size.Width)
	y := float32(0)
	for _, row := range rows {
		widths := l.widths(row, size.Width)
		high := size.Height
		if len(rows) > 1 {
			high = 0
			for i, o := range row {
				high = max(high, heightFor(o, widths[i]))
			}
		}
		x := float32(0)
		for i, o := range row {
			h := heightFor(o, widths[i])
			o.Resize(fyne.NewSize(widths[i], h))
			o.Move(fyne.NewPos(x, y+(high-h)/2))
			x += widths[i] + theme.Size(l.gap)
		}
		y += high + theme.Size(theme.GapXS)
	}
}

func (l *hstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	seen := visible(objects)
	least := fyne.NewSize(l.least(seen), 0)
	rows := l.rows(seen, l.width)
	for _, row := range rows {
		var high float32
		for _, o := range row {
			high = max(high, o.MinSize().Height)
		}
		least.Height += high
	}
	least.Height += theme.Size(theme.GapXS) * float32(len(rows)-1)
	return least
}

func (l *hstack) natural(objects []fyne.CanvasObject) float32 {
	var w float32
	seen := visible(objects)
	for _, o := range seen {
		w += widthOf(o)
	}
	return w + theme.Size(l.gap)*float32(max(len(seen)-1, 0))
}

type inset struct{ x, y fyne.ThemeSizeName }

// Inset leaves a gap on all sides of o.
func Inset(gap fyne.ThemeSizeName, o fyne.CanvasObject) *fyne.Container {
	return container.New(inset{gap, gap}, o)
}

// InsetXY leaves one gap left and right of o and another above and below.
func InsetXY(x, y fyne.ThemeSizeName, o fyne.CanvasObject) *fyne.Container {
	return container.New(inset{x, y}, o)
}

func (l inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	x, y := theme.Size(l.x), theme.Size(l.y)
	for _, o := range objects {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(size.Width-2*x, 0), max(size.Height-2*y, 0)))
	}
}

func (l inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return growLayout{}.MinSize(objects).AddWidthHeight(2*theme.Size(l.x), 2*theme.Size(l.y))
}

func (l inset) natural(objects []fyne.CanvasObject) float32 {
	var w float32
	for _, o := range visible(objects) {
		w = max(w, widthOf(o))
	}
	return w + 2*theme.Size(l.x)
}

type fixedWidth struct{ width float32 }

// Width gives o a width of its own, for a panel at the side. It grows with the size of the text.
func Width(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(fixedWidth{width}, o)
}

func (l fixedWidth) natural([]fyne.CanvasObject) float32 {
	return l.width * theme.Size(theme.TextBody) / 15
}

func (l fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	growLayout{}.Layout(objects, size)
}

func (l fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.natural(nil), growLayout{}.MinSize(objects).Height)
}

type maxWidth struct{ width float32 }

// MaxWidth keeps o from growing wider than is good to read and centres it. The width is that of
// text as drawn; it grows with the size of the text.
func MaxWidth(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(maxWidth{width}, o)
}

func (l maxWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := min(size.Width, l.width*theme.Size(theme.TextBody)/15)
	for _, o := range objects {
		o.Move(fyne.NewPos((size.Width-w)/2, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
}

func (l maxWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return growLayout{}.MinSize(objects)
}

// Divider is a thin line between things of a list.
func Divider() fyne.CanvasObject {
	return newPaint(theme.Hairline).atLeast(fyne.NewSize(1, 1))
}
