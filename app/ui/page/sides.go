package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/ui/theme"
)

// Sides sets a narrow column of that width at the right of a wide one, both
// from the top. Where the wide one would get less than its own least width,
// the narrow one goes below it.
func Sides(least, narrow float32, main, side fyne.CanvasObject) *fyne.Container {
	return container.New(&sides{least: least, narrow: narrow}, main, side)
}

type sides struct{ least, narrow, width float32 }

// widths are those of the two columns; the second is 0 when they fold.
func (l *sides) widths() (main, side float32) {
	by := theme.Size(theme.TextBody) / 15
	main = l.width - l.narrow*by - theme.Size(theme.GapXL)
	if main < l.least*by {
		return l.width, 0
	}
	return main, l.narrow * by
}

func height(o fyne.CanvasObject, width float32) float32 {
	if size := o.Size(); size.Width != width {
		o.Resize(fyne.NewSize(width, size.Height))
	}
	return o.MinSize().Height
}

// Layout implements fyne.Layout.
func (l *sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if size.Width <= 0 {
		return
	}
	main, side := l.widths()
	a, b := objects[0], objects[1]
	a.Move(fyne.Position{})
	if side == 0 {
		h := height(a, main)
		a.Resize(fyne.NewSize(main, h))
		b.Move(fyne.NewPos(0, h+theme.Size(theme.GapXL)))
		b.Resize(fyne.NewSize(main, height(b, main)))
		return
	}
	a.Resize(fyne.NewSize(main, height(a, main)))
	b.Move(fyne.NewPos(main+theme.Size(theme.GapXL), 0))
	b.Resize(fyne.NewSize(side, height(b, side)))
}

// MinSize implements fyne.Layout.
func (l *sides) MinSize(objects []fyne.CanvasObject) fyne.Size {
	least := objects[0].MinSize().Max(objects[1].MinSize())
	if l.width == 0 {
		return least
	}
	main, side := l.widths()
	if side == 0 {
		least.Height = height(objects[0], main) + theme.Size(theme.GapXL) + height(objects[1], main)
		return least
	}
	least.Height = max(height(objects[0], main), height(objects[1], side))
	return least
}
