package telling

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// HeightFor tells o its width and returns the height it then needs.
func HeightFor(o fyne.CanvasObject, width float32) float32 {
	if size := o.Size(); size.Width != width {
		o.Resize(fyne.NewSize(width, size.Height))
	}
	return o.MinSize().Height
}

type hang struct{ indent float32 }

// Hanging sets a small thing at the left of the first row of a larger one, which
// begins that far in.
func Hanging(indent float32, small, large fyne.CanvasObject) *fyne.Container {
	return container.New(hang{indent}, small, large)
}

func (l hang) left() float32 { return l.indent * theme.Size(theme.TextBody) / 15 }

func (l hang) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width <= 0 {
		return
	}
	left := l.left()
	least := objects[0].MinSize()
	objects[0].Resize(fyne.NewSize(left-theme.Size(theme.GapM), least.Height))
	objects[1].Move(fyne.NewPos(left, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left, HeightFor(objects[1], size.Width-left)))
}

func (l hang) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(l.left()+b.Width, max(a.Height, b.Height))
}

// Flush sets a quiet button so that its words begin where the text above does.
func Flush(b *widget.Button) *fyne.Container { return container.New(outdent{}, b) }

type outdent struct{}

func (outdent) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	objects[0].Move(fyne.NewPos(-theme.Size(theme.GapM), 0))
	objects[0].Resize(objects[0].MinSize())
}

func (outdent) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
