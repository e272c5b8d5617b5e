package theme

import (
	"image/color"
	"math"
)

// cividis runs from dark blue to yellow in even steps of lightness; it reads the same to people who
// confuse red and green. (Nuñez, Anderton and Renslow, 2018.)
var cividis = []uint32{
	0x00204d, 0x00336f, 0x39486b, 0x575c6d, 0x707173, 0x8a8779, 0xa69d75, 0xc4b56c, 0xe4cf5b, 0xffea46,
}

// puOr runs from orange over near-white to purple. (This scale is a colour specification developed
// by Cynthia Brewer, colorbrewer.org.)
var puOr = []uint32{
	0x7f3b08, 0xb35806, 0xe08214, 0xfdb863, 0xfee0b6, 0xf7f7f7, 0xd8daeb, 0xb2abd2, 0x8073ac, 0x542788, 0x2d004b,
}

// Score is the colour of a score from 0 to 100. The number is always printed beside it.
func Score(n int) color.Color {
	return along(cividis, float64(n)/100)
}

// OnScore is black or white, whichever reads better on the colour of a score.
func OnScore(n int) color.Color {
	return onto(Score(n))
}

// Change is the colour of a change from -1 (the worst fall, orange) over 0 to 1 (purple).
func Change(d float64) color.Color {
	return along(puOr, (d+1)/2)
}

// OnChange is black or white, whichever reads better on the colour of a change.
func OnChange(d float64) color.Color {
	return onto(Change(d))
}

func onto(c color.Color) color.Color {
	if Contrast(color.Black, c) > Contrast(color.White, c) {
		return color.Black
	}
	return color.White
}

// along finds the colour at share t of the way along the stops.
func along(stops []uint32, t float64) color.Color {
	at := min(max(t, 0), 1) * float64(len(stops)-1)
	low := min(int(at), len(stops)-2)
	part := at - float64(low)
	mix := func(shift int) uint8 {
		a, b := float64(stops[low]>>shift&0xff), float64(stops[low+1]>>shift&0xff)
		return uint8(math.Round(a + (b-a)*part))
	}
	return color.NRGBA{R: mix(16), G: mix(8), B: mix(0), A: 0xff}
}

// Contrast is the contrast ratio of two opaque colours as WCAG 2 defines it, from 1 to 21.
func Contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

// Blend lays over, which may be see-through, on an opaque colour.
func Blend(under, over color.Color) color.Color {
	u := color.NRGBAModel.Convert(under).(color.NRGBA)
	o := color.NRGBAModel.Convert(over).(color.NRGBA)
	mix := func(a, b uint8) uint8 {
		share := float64(o.A) / 0xff
		return uint8(math.Round(float64(a)*(1-share) + float64(b)*share))
	}
	return color.NRGBA{R: mix(u.R, o.R), G: mix(u.G, o.G), B: mix(u.B, o.B), A: 0xff}
}
