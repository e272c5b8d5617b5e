// Package theme is the look of the window: colours for light and dark, one type scale, one set of
// gaps and corners, and the colour scales for scores and changes.
//
// Cool teal stands for calm and is the colour of everything one acts on; warm coral stands for heat
// and is kept for the caller's heat and for danger. Every pair of colours that is used together is
// listed in a test that computes its contrast, so a colour is changed here and nowhere else.
//
// It may import Fyne (never fyne/v2/app) and the assets. It must never know a screen, a control or
// anything of the trainer.
package theme

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"keepcool/assets"
)

// Look is what the user chose in the settings.
type Look int

// The looks: as the system has it, or always the one.
const (
	System Look = iota
	Light
	Dark
)

// The text can be made this much smaller or larger than drawn.
const (
	MinScale float32 = 0.8
	MaxScale float32 = 2.0
)

// Theme is a fyne.Theme with the colours and sizes of the program.
type Theme struct {
	look  Look
	scale float32
}

var _ fyne.Theme = (*Theme)(nil)

// New gives the theme of a look with its text scaled; a scale outside the bounds is moved to the
// nearer bound, and 0 means as drawn.
func New(look Look, scale float32) *Theme {
	if scale == 0 {
		scale = 1
	}
	return &Theme{look: look, scale: min(max(scale, MinScale), MaxScale)}
}

// Look returns the look the theme was made for.
func (t *Theme) Look() Look { return t.look }

// Scale returns the scale of the text.
func (t *Theme) Scale() float32 { return t.scale }

// IsDark says whether the theme is dark when the system asks for variant.
func (t *Theme) IsDark(variant fyne.ThemeVariant) bool {
	switch t.look {
	case Light:
		return false
	case Dark:
		return true
	}
	return variant == fynetheme.VariantDark
}

// Color implements fyne.Theme. A name nobody knows gets the colour of text, so that a slip shows
// but stays readable.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := light
	if t.IsDark(variant) {
		p = dark
	}
	if c, known := p[name]; known {
		return c
	}
	if c, known := named[name]; known {
		return c
	}
	return p[fynetheme.ColorNameForeground]
}

var fonts = sync.OnceValue(func() map[fyne.TextStyle]fyne.Resource {
	return map[fyne.TextStyle]fyne.Resource{
		{}:                         fyne.NewStaticResource("Lato-Regular.ttf", assets.FontRegular),
		{Bold: true}:               fyne.NewStaticResource("Lato-Bold.ttf", assets.FontBold),
		{Italic: true}:             fyne.NewStaticResource("Lato-Italic.ttf", assets.FontItalic),
		{Bold: true, Italic: true}: fyne.NewStaticResource("Lato-BoldItalic.ttf", assets.FontBoldItalic),
	}
})

// Font implements fyne.Theme. Fixed-width text and symbols stay in Fyne's own faces.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Monospace || style.Symbol {
		return fynetheme.DefaultTheme().Font(style)
	}
	return fonts()[fyne.TextStyle{Bold: style.Bold, Italic: style.Italic}]
}

// Icon implements fyne.Theme; it serves only the pieces Fyne draws by itself.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return fynetheme.DefaultTheme().Icon(name)
}

// Color looks a colour up in the theme the program shows now. Under a theme of somebody else,
// as in a bare test, it answers from the light look.
func Color(name fyne.ThemeColorName) color.Color {
	settings := fyne.CurrentApp().Settings()
	if t, ours := settings.Theme().(*Theme); ours {
		return t.Color(name, settings.ThemeVariant())
	}
	return fallback.Color(name, fynetheme.VariantLight)
}

// Size looks a size up as Color does for colours.
func Size(name fyne.ThemeSizeName) float32 {
	if t, ours := fyne.CurrentApp().Settings().Theme().(*Theme); ours {
		return t.Size(name)
	}
	return fallback.Size(name)
}

var fallback = New(Light, 1)
