package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// EmptyState stands where there is nothing yet: a drawing, one sentence, and the one thing to do.
type EmptyState struct {
	fynewidget.BaseWidget
	// Action is the button, or nil.
	Action *Button
	root   fyne.CanvasObject
}

// NewEmptyState is an empty state; without a label there is no button.
func NewEmptyState(icon fyne.Resource, sentence, actionLabel string, action func()) *EmptyState {
	e := &EmptyState{}
	badge := container.NewStack(
		newPaint(theme.CalmTint).round(theme.GapXXL),
		Inset(theme.GapL, NewIcon(icon, theme.CalmText, theme.TextTitle)),
	)
	column := VStack(theme.GapL, container.NewCenter(badge), Body(sentence).Tint(theme.Muted).Align(fyne.TextAlignCenter))
	if actionLabel != "" {
		e.Action = NewPrimary(actionLabel, action)
		column.Add(container.NewCenter(e.Action))
	}
	e.root = InsetXY(theme.GapL, theme.GapXL, MaxWidth(380, column))
	e.ExtendBaseWidget(e)
	return e
}

func (e *EmptyState) parts() []fyne.CanvasObject { return []fyne.CanvasObject{e.root} }

// CreateRenderer implements fyne.Widget.
func (e *EmptyState) CreateRenderer() fyne.WidgetRenderer {
	e.ExtendBaseWidget(e)
	return composite{e.root}
}
