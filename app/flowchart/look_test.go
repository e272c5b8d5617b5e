package flowchart

import (
	"math"
	"strconv"
	"strings"
	"testing"
)

func TestTextsAreCutBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text string
		most float64
		want string
	}{
		{"Good morning.", 200, "Good morning."},
		{"Good morning, and welcome to us.", 130, "Good morning, and…"},
		{"Incomprehensibilities", 60, "Incompr…"},
		{"Ähm, jo", 30, "Äh…"},
		{"Good", 2, "…"},
	} {
		got := fit(c.text, textSize, false, c.most)
		if got != c.want || c.most > 10 && width(got, textSize, false) > c.most {
			t.Errorf("%q in %v: got %q, want %q", c.text, c.most, got, c.want)
		}
	}
	if got := wrap("when found alone and not settled walkers", textSize, 130); len(got) != 2 || strings.Join(got, " ") != "when found alone and not settled walkers" {
		t.Errorf("%q", got)
	}
}

// Text is at least 4.5:1 against what it stands on, lines 3:1 (WCAG AA).
func TestColoursCanBeTold(t *testing.T) {
	const white, region, label = "#ffffff", "#f4f6f7", "#fdfbf3"
	for _, c := range []struct {
		over, under string
		least       float64
	}{
		{"#1c2429", white, 4.5},
		{"#1c2429", region, 4.5},
		{"#1c2429", label, 4.5},
		{"#6b4300", white, 4.5},
		{"#6b4300", label, 4.5},
		{"#33424c", region, 3},
		{"#857a55", region, 3},
		{"#5c6b75", region, 3},
		{"#00574f", region, 3},
		{"#00574f", label, 3},
		{"#a11212", label, 3},
	} {
		if !strings.Contains(style, c.over) || !strings.Contains(style, c.under) {
			t.Errorf("%s or %s is not used", c.over, c.under)
		}
		a, b := light(t, c.over), light(t, c.under)
		if r := (math.Max(a, b) + 0.05) / (math.Min(a, b) + 0.05); r < c.least {
			t.Errorf("%s on %s is %.2f to 1", c.over, c.under, r)
		}
	}
}

func light(t *testing.T, colour string) float64 {
	t.Helper()
	sum := 0.0
	for i, share := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(colour[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		v := float64(n) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += share * v
	}
	return sum
}

func TestTheLegendKeepsToItsColumns(t *testing.T) {
	for _, e := range (&picture{}).newLegend().entries {
		if w := legendSign + width(e.words, textSize, false); w > legendColumn-20 {
			t.Errorf("%.0f wide: %s", w, e.words)
		}
	}
}
