// Package assets holds what the program carries inside itself: its icon, its typeface and its
// drawn icons. Where each comes from and under which licence is told in LICENSES.md.
//
// It may import the standard library only. It must never know Fyne: bytes go out, and the theme
// and the controls turn them into resources.
package assets

import "embed"

// The program's own icon, as drawn and as a picture of 192 by 192 pixels, which
// is read at every start. A larger one lies beside it for packages.
var (
	//go:embed icon/keepcool.svg
	IconSVG []byte
	//go:embed icon/keepcool-192.png
	IconPNG []byte
)

// The typeface of the window in the four styles the screens use.
var (
	//go:embed fonts/Lato-Regular.ttf
	FontRegular []byte
	//go:embed fonts/Lato-Bold.ttf
	FontBold []byte
	//go:embed fonts/Lato-Italic.ttf
	FontItalic []byte
	//go:embed fonts/Lato-BoldItalic.ttf
	FontBoldItalic []byte
)

//go:embed icons/*.svg
var icons embed.FS

// Icon returns the drawing called name, or nil when there is none. Its strokes are painted with
// currentColor, which the caller replaces by the colour of the text beside it.
func Icon(name string) []byte {
	drawing, err := icons.ReadFile("icons/" + name + ".svg")
	if err != nil {
		return nil
	}
	return drawing
}
