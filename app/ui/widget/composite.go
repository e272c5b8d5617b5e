package widget

import "fyne.io/fyne/v2"

// composite draws a control that is made of other controls.
type composite struct{ root fyne.CanvasObject }

func (c composite) Layout(size fyne.Size)        { c.root.Resize(size) }
func (c composite) MinSize() fyne.Size           { return c.root.MinSize() }
func (c composite) Refresh()                     { c.root.Refresh() }
func (c composite) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{c.root} }
func (c composite) Destroy()                     {}
