package callroom

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// leastTime is what even a single word takes.
const leastTime = 900 * time.Millisecond

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
