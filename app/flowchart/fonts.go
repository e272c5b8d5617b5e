package flowchart

import "strings"

// widths are those of DejaVu Sans, plain and bold, from the space to the tilde,
// in hundredths of the font size. It is the widest typeface that a viewer is
// likely to use for ours.
var widths = [2][95]uint8{
	{
		32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
		64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
		60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
		63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
	},
	{
		35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70,
		70, 70, 40, 40, 84, 84, 84, 58, 100, 77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85,
		73, 85, 77, 72, 68, 81, 77, 110, 77, 72, 73, 46, 37, 46, 84, 50, 50, 67, 72, 59, 72, 68, 44, 72,
		71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 71, 37, 71, 84,
	},
}

// width is how wide a text can become, in the font size given.
func width(text string, size float64, bold bool) float64 {
	face := 0
	if bold {
		face = 1
	}
	w := 0
	for _, r := range text {
		switch {
		case r >= ' ' && r <= '~':
			w += int(widths[face][r-' '])
		case r == '‘' || r == '’':
			w += 38
		case r < 0x2000: // letters of Latin, Greek, Cyrillic and their neighbours
			w += 78
		default:
			w += 105
		}
	}
	return float64(w) * size / 100
}

// fit is the beginning of a text that is no wider than it may be, cut between
// words where that leaves enough.
func fit(text string, size float64, bold bool, most float64) string {
	if width(text, size, bold) <= most {
		return text
	}
	w, cut, space := width("…", size, bold), 0, 0
	for i, r := range text {
		if w += width(string(r), size, bold); w > most {
			break
		}
		if r == ' ' {
			space = i
		}
		cut = i + len(string(r))
	}
	if space > cut/2 {
		cut = space
	}
	return strings.TrimRight(text[:cut], " ,.;:-") + "…"
}

// wrap breaks a text between words into lines no wider than they may be.
func wrap(text string, size float64, most float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		longer := strings.TrimLeft(line+" "+word, " ")
		if line != "" && width(longer, size, false) > most {
			lines, longer = append(lines, line), word
		}
		line = longer
	}
	return append(lines, line)
}
