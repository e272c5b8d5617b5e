package theme

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

const (
	textRatio    = 4.5 // text of ordinary size
	graphicRatio = 3.0 // large text, focus, borders, graphics, and text that is switched off
)

// pair is one colour lying on another. Layers lie between the two, lowest first: a hover over a
// button's fill, for one.
type pair struct {
	front  fyne.ThemeColorName
	back   fyne.ThemeColorName
	ratio  float64
	layers []fyne.ThemeColorName
}

// grounds are what a page is made of.
var grounds = []fyne.ThemeColorName{
	fynetheme.ColorNameBackground, Surface, Sunken, fynetheme.ColorNameOverlayBackground,
	fynetheme.ColorNameMenuBackground, fynetheme.ColorNameInputBackground, fynetheme.ColorNameHeaderBackground,
}

func pairs() []pair {
	fore := fynetheme.ColorNameForeground
	var all []pair
	text := func(front fyne.ThemeColorName, backs ...fyne.ThemeColorName) {
		for _, back := range backs {
			all = append(all, pair{front, back, textRatio, nil})
		}
	}
	graphic := func(front fyne.ThemeColorName, backs ...fyne.ThemeColorName) {
		for _, back := range backs {
			all = append(all, pair{front, back, graphicRatio, nil})
		}
	}
	for _, front := range []fyne.ThemeColorName{fore, Muted, CalmText, HeatText, GoodText, BadText, fynetheme.ColorNameHyperlink} {
		text(front, grounds...)
	}
	tints := []fyne.ThemeColorName{CalmTint, HeatTint, CallerBubble, TraineeBubble, StrengthTint, FaultTint, FactTint, fynetheme.ColorNameSelection, fynetheme.ColorNameButton}
	text(fore, tints...)
	text(Muted, CallerBubble, TraineeBubble, CalmTint, HeatTint, fynetheme.ColorNameButton)
	text(CalmText, CalmTint, TraineeBubble)
	text(HeatText, HeatTint, CallerBubble)
	text(GoodText, StrengthTint)
	text(BadText, FaultTint)
	text(fynetheme.ColorNamePlaceHolder, fynetheme.ColorNameInputBackground, Surface)

	// Marks are written in the caller's bubble, in tags of a card, and as letters on their own colour.
	for _, mark := range []fyne.ThemeColorName{MarkWant, MarkNeed, MarkFeeling, MarkDetail} {
		text(mark, CallerBubble, Surface, fynetheme.ColorNameBackground, Sunken)
		text(OnMark, mark)
	}

	// Filled buttons, at rest, under the mouse and pressed.
	fills := map[fyne.ThemeColorName]fyne.ThemeColorName{
		Calm: OnCalm, Heat: OnHeat,
		fynetheme.ColorNamePrimary: fynetheme.ColorNameForegroundOnPrimary,
		fynetheme.ColorNameError:   fynetheme.ColorNameForegroundOnError,
		fynetheme.ColorNameSuccess: fynetheme.ColorNameForegroundOnSuccess,
		fynetheme.ColorNameWarning: fynetheme.ColorNameForegroundOnWarning,
	}
	for fill, on := range fills {
		text(on, fill)
		graphic(fill, grounds...)
		for _, state := range []fyne.ThemeColorName{fynetheme.ColorNameHover, fynetheme.ColorNamePressed} {
			all = append(all, pair{on, fill, textRatio, []fyne.ThemeColorName{state}})
		}
	}

	// Plain buttons, replies, rows and tinted cards under the mouse and pressed.
	for _, ground := range []fyne.ThemeColorName{fynetheme.ColorNameBackground, Surface, Sunken, fynetheme.ColorNameButton, CalmTint} {
		for _, state := range []fyne.ThemeColorName{fynetheme.ColorNameHover, fynetheme.ColorNamePressed} {
			for _, front := range []fyne.ThemeColorName{fore, CalmText} {
				all = append(all, pair{front, ground, textRatio, []fyne.ThemeColorName{state}})
			}
		}
	}

	// Fyne fills its own controls with the focus colour; ours have a ring.
	text(fore, fynetheme.ColorNameFocus)
	graphic(fynetheme.ColorNameFocus, fynetheme.ColorNameBackground, Surface)
	graphic(Ring, append([]fyne.ThemeColorName{CalmTint, HeatTint, CallerBubble, TraineeBubble}, grounds...)...)
	graphic(Border, append([]fyne.ThemeColorName{CalmTint, HeatTint}, grounds...)...)
	graphic(fynetheme.ColorNameInputBorder, fynetheme.ColorNameInputBackground, Surface, fynetheme.ColorNameBackground)
	graphic(fynetheme.ColorNameScrollBar, fynetheme.ColorNameBackground, Surface, fynetheme.ColorNameScrollBarBackground)
	graphic(ScoreOutline, fynetheme.ColorNameBackground, Surface, Sunken, CalmTint)
	graphic(Calm, CalmTint)
	graphic(Heat, HeatTint, CallerBubble)
	graphic(fynetheme.ColorNameDisabled, fynetheme.ColorNameBackground, Surface, Sunken, fynetheme.ColorNameDisabledButton, fynetheme.ColorNameInputBackground)
	return all
}

func TestEveryPairOfColoursCanBeRead(t *testing.T) {
	for _, look := range []Look{Light, Dark} {
		theme := New(look, 1)
		for _, p := range pairs() {
			ground := theme.Color(p.back, fynetheme.VariantLight)
			for _, layer := range p.layers {
				ground = Blend(ground, theme.Color(layer, fynetheme.VariantLight))
			}
			if got := Contrast(theme.Color(p.front, fynetheme.VariantLight), ground); got < p.ratio {
				t.Errorf("%s: %s on %s%s has %.2f to 1, needs %.1f", lookName(look), p.front, p.back, layerNames(p.layers), got, p.ratio)
			}
		}
	}
}

func TestNumbersOnTheScalesCanBeRead(t *testing.T) {
	for n := 0; n <= 100; n++ {
		if got := Contrast(OnScore(n), Score(n)); got < textRatio {
			t.Errorf("the number on score %d has %.2f to 1", n, got)
		}
		d := float64(n)/50 - 1
		if got := Contrast(OnChange(d), Change(d)); got < textRatio {
			t.Errorf("the number on change %.2f has %.2f to 1", d, got)
		}
	}
}

func TestScoresGrowLighterAllTheWay(t *testing.T) {
	for n := 1; n <= 100; n++ {
		if luminance(Score(n)) < luminance(Score(n-1)) {
			t.Errorf("score %d is darker than score %d", n, n-1)
		}
	}
}

func layerNames(layers []fyne.ThemeColorName) string {
	if len(layers) == 0 {
		return ""
	}
	return fmt.Sprint(" under ", layers)
}

func lookName(look Look) string {
	return [...]string{"system", "light", "dark"}[look]
}
