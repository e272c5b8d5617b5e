package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
)

// Notice is a banner across the page: something happened that can be acted on or put away.
type Notice struct {
	fynewidget.BaseWidget
	text    *Text
	icon    *Icon
	surface *paint
	actions *fyne.Container
	root    fyne.CanvasObject
}

// NewNotice is a calm notice. Without a label there is no button, without close no way to put it away.
func NewNotice(text, actionLabel string, action, close func()) *Notice {
	n := &Notice{
		text:    Body(text),
		icon:    NewIcon(IconInfo, theme.CalmText, theme.TextHeading),
		surface: newPaint(theme.CalmTint).round(theme.RadiusM),
		actions: HStack(theme.GapS),
	}
	if actionLabel != "" {
		n.actions.Add(NewButton(actionLabel, action))
	}
	if close != nil {
		n.actions.Add(NewQuiet("", close).WithIcon(IconCross).Named(locale.Text("widget.close")))
	}
	row := HStack(theme.GapM, n.icon, Grow(n.text), n.actions)
	n.root = container.NewStack(n.surface, InsetXY(theme.GapL, theme.GapS, row))
	n.ExtendBaseWidget(n)
	return n
}

// Toned makes the notice one of another tone: HeatTone and BadTone warn.
func (n *Notice) Toned(tone Tone) *Notice {
	fill, text, _ := tone.colours()
	n.surface.fill = fill
	res := IconInfo
	if tone == HeatTone || tone == BadTone {
		res = IconWarning
	}
	if tone == GoodTone {
		res = IconCheck
	}
	n.icon.SetIcon(res, text)
	n.surface.Refresh()
	return n
}

// SetText changes the words.
func (n *Notice) SetText(s string) { n.text.SetText(s) }

func (n *Notice) parts() []fyne.CanvasObject { return []fyne.CanvasObject{n.root} }

// CreateRenderer implements fyne.Widget.
func (n *Notice) CreateRenderer() fyne.WidgetRenderer {
	n.ExtendBaseWidget(n)
	return composite{n.root}
}
