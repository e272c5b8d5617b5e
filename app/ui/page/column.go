package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/ui/theme"
)

type column struct {
	gap   fyne.ThemeSizeName
	width float32
	em    float32
	known map[fyne.CanvasObject]float32
}

// Column sets many things under one another and remembers how high each is, so
// that one more, or another in its place, costs only itself.
func Column(gap fyne.ThemeSizeName) *fyne.Container {
	return container.New(&column{gap: gap, known: map[fyne.CanvasObject]float32{}})
}

func (l *column) of(o fyne.CanvasObject) float32 {
	h, ok := l.known[o]
	if !ok {
		h = height(o, l.width)
		l.known[o] = h
	}
	return h
}

// Layout implements fyne.Layout.
func (l *column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if em := theme.Size(theme.TextBody); size.Width != l.width || em != l.em {
		l.width, l.em = size.Width, em
		clear(l.known)
	}
	y := float32(0)
	for _, o := range objects {
		h := l.of(o)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + theme.Size(l.gap)
	}
}

// MinSize implements fyne.Layout.
func (l *column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := fyne.NewSize(20*theme.Size(theme.TextBody), 0)
	if l.width == 0 {
		return least
	}
	for i, o := range objects {
		least.Height += l.of(o)
		if i > 0 {
			least.Height += theme.Size(l.gap)
		}
	}
	return least
}
