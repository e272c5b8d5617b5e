package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/ui/theme"
)

type columns struct {
	gap   fyne.ThemeSizeName
	least float32
	width float32
}

// Columns sets things in columns of equal width, as many as fit with at least minWidth each, and
// folds to fewer in a narrow window. Things in a row get the same height.
func Columns(gap fyne.ThemeSizeName, minWidth float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columns{gap: gap, least: minWidth}, objects...)
}

func (l *columns) count(n int) int {
	gap := theme.Size(l.gap)
	least := l.least * theme.Size(theme.TextBody) / 15
	return min(max(int((l.width+gap)/(least+gap)), 1), max(n, 1))
}

func (l *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if size.Width <= 0 {
		return
	}
	seen := visible(objects)
	n, gap := l.count(len(seen)), theme.Size(l.gap)
	w := (size.Width - gap*float32(n-1)) / float32(n)
	y := float32(0)
	for from := 0; from < len(seen); from += n {
		line := seen[from:min(from+n, len(seen))]
		var h float32
		for _, o := range line {
			h = max(h, heightFor(o, w))
		}
		for i, o := range line {
			o.Move(fyne.NewPos(float32(i)*(w+gap), y))
			o.Resize(fyne.NewSize(w, h))
		}
		y += h + gap
	}
}

func (l *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	seen := visible(objects)
	n, gap := l.count(len(seen)), theme.Size(l.gap)
	var least fyne.Size
	for from := 0; from < len(seen); from += n {
		var h float32
		for _, o := range seen[from:min(from+n, len(seen))] {
			m := o.MinSize()
			least.Width, h = max(least.Width, m.Width), max(h, m.Height)
		}
		least.Height += h
		if from > 0 {
			least.Height += gap
		}
	}
	return least
}

type flow struct {
	gap   fyne.ThemeSizeName
	width float32
}

// Flow sets things beside one another, each as wide as it likes, and begins a new row where the
// next one does not fit.
func Flow(gap fyne.ThemeSizeName, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flow{gap: gap}, objects...)
}

// place walks the rows and tells each thing its place, or only measures when put is nil.
func (l *flow) place(objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	gap := theme.Size(l.gap)
	var x, y, h float32
	for _, o := range visible(objects) {
		w := widthOf(o)
		if l.width > 0 {
			w = min(w, l.width)
		}
		if x > 0 && x+w > l.width+0.5 {
			x, y, h = 0, y+h+gap, 0
		}
		size := fyne.NewSize(w, o.MinSize().Height)
		if put != nil {
			size.Height = heightFor(o, w)
			put(o, fyne.NewPos(x, y), size)
		}
		x, h = x+w+gap, max(h, size.Height)
	}
	return y + h
}

func (l *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if size.Width <= 0 {
		return
	}
	l.place(objects, func(o fyne.CanvasObject, pos fyne.Position, size fyne.Size) {
		o.Move(pos)
		o.Resize(size)
	})
}

func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var w float32
	for _, o := range visible(objects) {
		w = max(w, o.MinSize().Width)
	}
	if l.width == 0 {
		l.width = 100000
		defer func() { l.width = 0 }()
	}
	return fyne.NewSize(w, l.place(objects, nil))
}

type frame struct{ top, bottom, left, right, centre fyne.CanvasObject }

// Frame sets things around a centre that takes the rest. Any of them may be nil.
func Frame(top, bottom, left, right, centre fyne.CanvasObject) *fyne.Container {
	l := &frame{top, bottom, left, right, centre}
	c := container.New(l)
	for _, o := range []fyne.CanvasObject{top, left, centre, right, bottom} {
		if o != nil {
			c.Add(o)
		}
	}
	return c
}

func shown(o fyne.CanvasObject) bool { return o != nil && o.Visible() }

func (l *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	var top, bottom, left, right float32
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(max(w, 0), max(h, 0)))
	}
	if shown(l.top) {
		top = heightFor(l.top, size.Width)
		put(l.top, 0, 0, size.Width, top)
	}
	if shown(l.bottom) {
		bottom = heightFor(l.bottom, size.Width)
		put(l.bottom, 0, size.Height-bottom, size.Width, bottom)
	}
	middle := size.Height - top - bottom
	if shown(l.left) {
		left = widthOf(l.left)
		put(l.left, 0, top, left, middle)
	}
	if shown(l.right) {
		right = widthOf(l.right)
		put(l.right, size.Width-right, top, right, middle)
	}
	if shown(l.centre) {
		put(l.centre, left, top, size.Width-left-right, middle)
	}
}

func (l *frame) MinSize([]fyne.CanvasObject) fyne.Size {
	least := func(o fyne.CanvasObject) fyne.Size {
		if !shown(o) {
			return fyne.Size{}
		}
		return o.MinSize()
	}
	top, bottom, left, right, centre := least(l.top), least(l.bottom), least(l.left), least(l.right), least(l.centre)
	return fyne.NewSize(
		max(top.Width, bottom.Width, left.Width+centre.Width+right.Width),
		top.Height+bottom.Height+max(left.Height, centre.Height, right.Height),
	)
}
