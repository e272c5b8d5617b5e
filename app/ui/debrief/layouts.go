package debrief

import (
	"fyne.io/fyne/v2"
)

// lean leaves a part of the width free, at the left or the right.
type lean struct{ left, right float32 }

func (l lean) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(size.Width*l.left, 0))
	objects[0].Resize(fyne.NewSize(size.Width*(1-l.left-l.right), size.Height))
}

func (l lean) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
