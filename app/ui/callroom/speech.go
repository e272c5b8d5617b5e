package callroom

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The pace of speech, in words a minute. A telephone voice is heard well at the
// usual pace; nobody is asked to follow one outside the bounds.
const (
	usualPace   = 150
	slowestPace = 110
	fastestPace = 195
)

// leastTime is what even a single word takes.
const leastTime = 900 * time.Millisecond

// paceByHeat is how much each degree of heat changes the pace, by its colour:
// anger hurries, disappointment drags.
var paceByHeat = map[string]float64{
	"angry": 3.5, "frustrated": 3, "frightened": 2.5, "disappointed": -1.5,
}

// pace is how fast a line is spoken: by the caller's heat and its colour, and by
// how the script says it is said.
func pace(colour string, heat int, tone string) int {
	p := usualPace + paceByHeat[colour]*float64(heat)
	for _, word := range strings.FieldsFunc(tone, func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch strings.ToLower(word) {
		case "fast", "faster", "quick", "quicker", "hurried", "loud":
			p += 12
		case "slow", "slower", "tired", "low", "quiet", "quieter", "thinking", "flat":
			p -= 18
		}
	}
	return min(max(int(p), slowestPace), fastestPace)
}

// spokenTime is how long a line takes at a pace, of which the trainee wants
// percent.
func spokenTime(text string, wordsAMinute, percent int) time.Duration {
	if percent <= 0 {
		return 0
	}
	words := len(strings.Fields(text))
	d := time.Duration(words) * time.Minute * 100 / time.Duration(wordsAMinute*percent)
	return max(d, leastTime)
}

// heardBy is the beginning of a line that was heard when that share of its time
// has passed: whole words, and never nothing.
func heardBy(text string, share float64) string {
	if share >= 1 {
		return text
	}
	total := len(strings.Fields(text))
	want := min(int(share*float64(total))+1, total)
	seen, inWord := 0, false
	for i, r := range text {
		space := unicode.IsSpace(r)
		if space && inWord {
			if seen == want {
				return text[:i]
			}
			inWord = false
		}
		if !space && !inWord {
			inWord = true
			seen++
		}
	}
	return text
}

// capital begins a sentence.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
