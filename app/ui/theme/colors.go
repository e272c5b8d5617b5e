package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

// The program's own colours, beside all of Fyne's.
const (
	// Surface is a card on the background, Sunken a well in it: the track of a bar, a note's field.
	Surface fyne.ThemeColorName = "keepcoolSurface"
	Sunken  fyne.ThemeColorName = "keepcoolSunken"
	// Border outlines what can be acted on; Hairline only orders the page and carries no meaning.
	Border   fyne.ThemeColorName = "keepcoolBorder"
	Hairline fyne.ThemeColorName = "keepcoolHairline"
	// Muted is text of second rank.
	Muted fyne.ThemeColorName = "keepcoolMuted"
	// Ring surrounds the focused control.
	Ring fyne.ThemeColorName = "keepcoolRing"

	// Calm and Heat are fills and graphics, with what is written on them, a tint to lie under
	// ordinary text, and a text colour of their own.
	Calm     fyne.ThemeColorName = "keepcoolCalm"
	OnCalm   fyne.ThemeColorName = "keepcoolOnCalm"
	CalmTint fyne.ThemeColorName = "keepcoolCalmTint"
	CalmText fyne.ThemeColorName = "keepcoolCalmText"
	Heat     fyne.ThemeColorName = "keepcoolHeat"
	OnHeat   fyne.ThemeColorName = "keepcoolOnHeat"
	HeatTint fyne.ThemeColorName = "keepcoolHeatTint"
	HeatText fyne.ThemeColorName = "keepcoolHeatText"

	// CallerBubble and TraineeBubble lie under the words of the two people on the line.
	CallerBubble  fyne.ThemeColorName = "keepcoolCallerBubble"
	TraineeBubble fyne.ThemeColorName = "keepcoolTraineeBubble"

	// The four kinds of a mark in the caller's words.
	MarkWant    fyne.ThemeColorName = "keepcoolMarkWant"
	MarkNeed    fyne.ThemeColorName = "keepcoolMarkNeed"
	MarkFeeling fyne.ThemeColorName = "keepcoolMarkFeeling"
	MarkDetail  fyne.ThemeColorName = "keepcoolMarkDetail"
	// OnMark is written on a mark's own colour.
	OnMark fyne.ThemeColorName = "keepcoolOnMark"

	// StrengthTint and FaultTint lie under words that show one; GoodText and BadText name it.
	StrengthTint fyne.ThemeColorName = "keepcoolStrengthTint"
	FaultTint    fyne.ThemeColorName = "keepcoolFaultTint"
	FactTint     fyne.ThemeColorName = "keepcoolFactTint"
	GoodText     fyne.ThemeColorName = "keepcoolGoodText"
	BadText      fyne.ThemeColorName = "keepcoolBadText"

	// ScoreOutline surrounds a score's bar, whose own colours cannot all stand out.
	ScoreOutline fyne.ThemeColorName = "keepcoolScoreOutline"
)

type palette map[fyne.ThemeColorName]color.Color

func rgb(hex uint32) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

func rgba(hex uint32, alpha uint8) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}

var light = palette{
	Surface:  rgb(0xffffff),
	Sunken:   rgb(0xe8efef),
	Border:   rgb(0x6b8587),
	Hairline: rgb(0xd6e1e1),
	Muted:    rgb(0x4a6266),
	Ring:     rgb(0x00628f),

	Calm:     rgb(0x0b6e6e),
	OnCalm:   rgb(0xffffff),
	CalmTint: rgb(0xdcf0ed),
	CalmText: rgb(0x0a5b5d),
	Heat:     rgb(0xc2432b),
	OnHeat:   rgb(0xffffff),
	HeatTint: rgb(0xfce6df),
	HeatText: rgb(0x99301c),

	CallerBubble:  rgb(0xfcefe9),
	TraineeBubble: rgb(0xdcf0ed),

	MarkWant:    rgb(0x1d5a9e),
	MarkNeed:    rgb(0x77399a),
	MarkFeeling: rgb(0xa8321d),
	MarkDetail:  rgb(0x685600),
	OnMark:      rgb(0xffffff),

	StrengthTint: rgb(0xc6e7d6),
	FaultTint:    rgb(0xf9cdbf),
	FactTint:     rgb(0xf4e5ac),
	GoodText:     rgb(0x19603d),
	BadText:      rgb(0x99301c),
	ScoreOutline: rgb(0x5c7173),

	fynetheme.ColorNameBackground:                rgb(0xf3f7f7),
	fynetheme.ColorNameButton:                    rgb(0xe8efef),
	fynetheme.ColorNameDisabled:                  rgb(0x6c8083),
	fynetheme.ColorNameDisabledButton:            rgb(0xe8efef),
	fynetheme.ColorNameError:                     rgb(0xb23a24),
	fynetheme.ColorNameFocus:                     rgb(0x439895),
	fynetheme.ColorNameForeground:                rgb(0x10242a),
	fynetheme.ColorNameForegroundOnError:         rgb(0xffffff),
	fynetheme.ColorNameForegroundOnPrimary:       rgb(0xffffff),
	fynetheme.ColorNameForegroundOnSuccess:       rgb(0xffffff),
	fynetheme.ColorNameForegroundOnWarning:       rgb(0xffffff),
	fynetheme.ColorNameHeaderBackground:          rgb(0xe8efef),
	fynetheme.ColorNameHover:                     rgba(0x0b6e6e, 0x16),
	fynetheme.ColorNameHyperlink:                 rgb(0x0a5b5d),
	fynetheme.ColorNameInnerWindowBorder:         rgb(0xffffff),
	fynetheme.ColorNameInnerWindowBorderInactive: rgb(0xe8efef),
	fynetheme.ColorNameInputBackground:           rgb(0xffffff),
	fynetheme.ColorNameInputBorder:               rgb(0x6b8587),
	fynetheme.ColorNameMenuBackground:            rgb(0xffffff),
	fynetheme.ColorNameOverlayBackground:         rgb(0xffffff),
	fynetheme.ColorNamePlaceHolder:               rgb(0x566e71),
	fynetheme.ColorNamePressed:                   rgba(0x0b6e6e, 0x2e),
	fynetheme.ColorNamePrimary:                   rgb(0x0b6e6e),
	fynetheme.ColorNameScrollBar:                 rgb(0x6b8587),
	fynetheme.ColorNameScrollBarBackground:       rgb(0xe8efef),
	fynetheme.ColorNameSelection:                 rgb(0xb5dcec),
	fynetheme.ColorNameSeparator:                 rgb(0xd6e1e1),
	fynetheme.ColorNameShadow:                    rgba(0x10242a, 0x2e),
	fynetheme.ColorNameSuccess:                   rgb(0x19603d),
	fynetheme.ColorNameWarning:                   rgb(0x855300),
}

var dark = palette{
	Surface:  rgb(0x152326),
	Sunken:   rgb(0x0a1315),
	Border:   rgb(0x6c888c),
	Hairline: rgb(0x293d41),
	Muted:    rgb(0xa8bcbe),
	Ring:     rgb(0x8ed4ff),

	Calm:     rgb(0x54c5b7),
	OnCalm:   rgb(0x05201e),
	CalmTint: rgb(0x12393a),
	CalmText: rgb(0x86ddd1),
	Heat:     rgb(0xff8c70),
	OnHeat:   rgb(0x2a0c05),
	HeatTint: rgb(0x44251e),
	HeatText: rgb(0xffb5a2),

	CallerBubble:  rgb(0x382722),
	TraineeBubble: rgb(0x133839),

	MarkWant:    rgb(0x93c4ff),
	MarkNeed:    rgb(0xdcb2f5),
	MarkFeeling: rgb(0xffab96),
	MarkDetail:  rgb(0xe0cc72),
	OnMark:      rgb(0x10191b),

	StrengthTint: rgb(0x1d4a37),
	FaultTint:    rgb(0x5e2c20),
	FactTint:     rgb(0x4a421c),
	GoodText:     rgb(0x86d9ac),
	BadText:      rgb(0xffb5a2),
	ScoreOutline: rgb(0x8da4a7),

	fynetheme.ColorNameBackground:                rgb(0x0f1a1c),
	fynetheme.ColorNameButton:                    rgb(0x223438),
	fynetheme.ColorNameDisabled:                  rgb(0x768d90),
	fynetheme.ColorNameDisabledButton:            rgb(0x1b2b2e),
	fynetheme.ColorNameError:                     rgb(0xff8c70),
	fynetheme.ColorNameFocus:                     rgb(0x367b77),
	fynetheme.ColorNameForeground:                rgb(0xf1f7f7),
	fynetheme.ColorNameForegroundOnError:         rgb(0x2a0c05),
	fynetheme.ColorNameForegroundOnPrimary:       rgb(0x05201e),
	fynetheme.ColorNameForegroundOnSuccess:       rgb(0x06210f),
	fynetheme.ColorNameForegroundOnWarning:       rgb(0x241800),
	fynetheme.ColorNameHeaderBackground:          rgb(0x0a1315),
	fynetheme.ColorNameHover:                     rgba(0xffffff, 0x12),
	fynetheme.ColorNameHyperlink:                 rgb(0x86ddd1),
	fynetheme.ColorNameInnerWindowBorder:         rgb(0x152326),
	fynetheme.ColorNameInnerWindowBorderInactive: rgb(0x0a1315),
	fynetheme.ColorNameInputBackground:           rgb(0x0a1315),
	fynetheme.ColorNameInputBorder:               rgb(0x6c888c),
	fynetheme.ColorNameMenuBackground:            rgb(0x1b2b2e),
	fynetheme.ColorNameOverlayBackground:         rgb(0x152326),
	fynetheme.ColorNamePlaceHolder:               rgb(0x97acaf),
	fynetheme.ColorNamePressed:                   rgba(0xffffff, 0x22),
	fynetheme.ColorNamePrimary:                   rgb(0x54c5b7),
	fynetheme.ColorNameScrollBar:                 rgb(0x6c888c),
	fynetheme.ColorNameScrollBarBackground:       rgb(0x0a1315),
	fynetheme.ColorNameSelection:                 rgb(0x1d4f66),
	fynetheme.ColorNameSeparator:                 rgb(0x293d41),
	fynetheme.ColorNameShadow:                    rgba(0x000000, 0x77),
	fynetheme.ColorNameSuccess:                   rgb(0x86d9ac),
	fynetheme.ColorNameWarning:                   rgb(0xf0bd5e),
}

// named holds the plain hues Fyne lets one ask for; they are the same in both looks.
var named = palette{
	fynetheme.ColorRed:    rgb(0xc2432b),
	fynetheme.ColorOrange: rgb(0xb35806),
	fynetheme.ColorYellow: rgb(0xb58a00),
	fynetheme.ColorGreen:  rgb(0x2c7f56),
	fynetheme.ColorBlue:   rgb(0x2b72b8),
	fynetheme.ColorPurple: rgb(0x8d55ae),
	fynetheme.ColorBrown:  rgb(0x8a6142),
	fynetheme.ColorGray:   rgb(0x6f7f82),
}
