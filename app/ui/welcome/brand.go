package welcome

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
	"keepcool/assets"
)

var icon = fyne.NewStaticResource("keepcool.png", assets.IconPNG)

// brand is the icon, the name and what this is.
func brand() fyne.CanvasObject {
	image := canvas.NewImageFromResource(icon)
	image.FillMode = canvas.ImageFillContain
	image.SetMinSize(fyne.NewSquareSize(72))
	return widget.VStack(theme.GapM,
		container.NewCenter(image),
		widget.Display(locale.Text("welcome.name")).Align(fyne.TextAlignCenter),
		widget.Heading(locale.Text("welcome.promise")).Align(fyne.TextAlignCenter),
		widget.Body(locale.Text("welcome.how")).Tint(theme.Muted).Align(fyne.TextAlignCenter),
	)
}
