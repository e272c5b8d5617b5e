package widget

import (
	fynetheme "fyne.io/fyne/v2/theme"
)

// Fyne's colour names that the controls use beside the program's own.
const (
	colorForeground  = fynetheme.ColorNameForeground
	colorBackground  = fynetheme.ColorNameBackground
	colorHover       = fynetheme.ColorNameHover
	colorPressed     = fynetheme.ColorNamePressed
	colorDisabled    = fynetheme.ColorNameDisabled
	colorDisabledBox = fynetheme.ColorNameDisabledButton
	colorSelection   = fynetheme.ColorNameSelection
	colorShadow      = fynetheme.ColorNameShadow
)
