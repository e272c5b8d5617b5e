package theme

import (
	"math"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The type scale: five sizes, from the words under a figure to the name of the screen.
const (
	TextCaption fyne.ThemeSizeName = fynetheme.SizeNameCaptionText
	TextBody    fyne.ThemeSizeName = fynetheme.SizeNameText
	TextHeading fyne.ThemeSizeName = fynetheme.SizeNameSubHeadingText
	TextTitle   fyne.ThemeSizeName = fynetheme.SizeNameHeadingText
	TextDisplay fyne.ThemeSizeName = "keepcoolDisplayText"
)

// The gaps between things. S lies within a control, M between controls that belong together,
// L inside a card, XL between groups, XXL around a page.
const (
	GapXS  fyne.ThemeSizeName = "keepcoolGapXS"
	GapS   fyne.ThemeSizeName = "keepcoolGapS"
	GapM   fyne.ThemeSizeName = "keepcoolGapM"
	GapL   fyne.ThemeSizeName = "keepcoolGapL"
	GapXL  fyne.ThemeSizeName = "keepcoolGapXL"
	GapXXL fyne.ThemeSizeName = "keepcoolGapXXL"
	GapNil fyne.ThemeSizeName = "keepcoolGapNil"
)

// Corners and strokes.
const (
	RadiusS fyne.ThemeSizeName = "keepcoolRadiusS"
	RadiusM fyne.ThemeSizeName = "keepcoolRadiusM"
	RadiusL fyne.ThemeSizeName = "keepcoolRadiusL"
	// RingWidth is how thick the ring around the focused control is, RingGap how far it stands off.
	RingWidth fyne.ThemeSizeName = "keepcoolRingWidth"
	RingGap   fyne.ThemeSizeName = "keepcoolRingGap"
)

// textual sizes grow with the text.
var textual = map[fyne.ThemeSizeName]float32{
	TextCaption: 13,
	TextBody:    15,
	TextHeading: 18,
	TextTitle:   24,
	TextDisplay: 34,

	fynetheme.SizeNameInlineIcon:           18,
	fynetheme.SizeNameWindowButtonHeight:   18,
	fynetheme.SizeNameWindowButtonIcon:     16,
	fynetheme.SizeNameWindowTitleBarHeight: 30,
}

// spatial sizes grow half as fast as the text, so that large text does not drown in air.
var spatial = map[fyne.ThemeSizeName]float32{
	GapNil: 0,
	GapXS:  4,
	GapS:   8,
	GapM:   12,
	GapL:   16,
	GapXL:  24,
	GapXXL: 32,

	fynetheme.SizeNamePadding:      6,
	fynetheme.SizeNameInnerPadding: 10,
	fynetheme.SizeNameLineSpacing:  5,
}

// fixed sizes never grow.
var fixed = map[fyne.ThemeSizeName]float32{
	RadiusS:   6,
	RadiusM:   10,
	RadiusL:   14,
	RingWidth: 2,
	RingGap:   2,

	fynetheme.SizeNameSeparatorThickness: 1,
	fynetheme.SizeNameSplitThickness:     8,
	fynetheme.SizeNameInputBorder:        1,
	fynetheme.SizeNameInputRadius:        8,
	fynetheme.SizeNameButtonRadius:       10,
	fynetheme.SizeNameSelectionRadius:    6,
	fynetheme.SizeNameScrollBar:          12,
	fynetheme.SizeNameScrollBarSmall:     5,
	fynetheme.SizeNameScrollBarRadius:    3,
	fynetheme.SizeNameModalBlurRadius:    0,
	fynetheme.SizeNameInnerWindowRadius:  10,
	fynetheme.SizeNameWindowButtonRadius: math.MaxFloat32,
	fynetheme.SizeNameCardRadius:         14,
	fynetheme.SizeNameDialogRadius:       16,
	fynetheme.SizeNamePopupRadius:        10,
	fynetheme.SizeNameMenuRadius:         8,
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, known := textual[name]; known {
		return size * t.scale
	}
	if size, known := spatial[name]; known {
		return size * (1 + (t.scale-1)/2)
	}
	if size, known := fixed[name]; known {
		return size
	}
	return fynetheme.DefaultTheme().Size(name)
}
