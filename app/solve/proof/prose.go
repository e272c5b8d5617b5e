package proof

import (
	"strings"
	"unicode"
)

// prose is text as far as its reading grade goes: English only.
type prose struct {
	words, sentences, syllables int
}

// spoken reports whether a text is said; one wholly in square brackets is
// something that happens.
func spoken(text string) bool {
	return !strings.HasPrefix(text, "[") || !strings.HasSuffix(text, "]")
}

func (p *prose) add(text string) {
	open := false // a sentence has begun
	for _, field := range strings.Fields(text) {
		word := strings.TrimFunc(field, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		if word == "" {
			continue
		}
		p.words++
		p.syllables += syllables(word)
		open = true
		if end := strings.TrimRight(field, `"'’”)`); end != "" && strings.ContainsAny(end[len(end)-1:], ".!?") {
			p.sentences++
			open = false
		}
	}
	if open {
		p.sentences++
	}
}

// grade is the Flesch-Kincaid grade: the years of school that reading it asks.
func (p prose) grade() float64 {
	if p.words == 0 {
		return 0
	}
	return 0.39*float64(p.words)/float64(p.sentences) + 11.8*float64(p.syllables)/float64(p.words) - 15.59
}

// syllables counts the groups of vowels in an English word, without those that
// are not heard: the e of "cake", "named" and "homes".
func syllables(word string) int {
	word = strings.ToLower(word)
	word, _, _ = strings.Cut(strings.ReplaceAll(word, "’", "'"), "'")
	n, vowel := 0, false
	for _, r := range word {
		is := strings.ContainsRune("aeiouyäöüéèáóúíà", r)
		if is && !vowel {
			n++
		}
		vowel = is
	}
	if n > 1 && silent(word) {
		n--
	}
	return max(1, n)
}

// silent reports whether the e of the last syllable is not heard.
func silent(word string) bool {
	switch {
	case strings.HasSuffix(word, "le"):
		return len(word) > 2 && strings.ContainsRune("aeiouy", rune(word[len(word)-3]))
	case strings.HasSuffix(word, "e"):
		return !vowelBefore(word, 1)
	case strings.HasSuffix(word, "ed"):
		return !vowelBefore(word, 2) && !strings.HasSuffix(word, "ted") && !strings.HasSuffix(word, "ded")
	case strings.HasSuffix(word, "es"):
		for _, hiss := range []string{"ses", "zes", "xes", "ches", "shes", "ces", "ges"} {
			if strings.HasSuffix(word, hiss) {
				return false
			}
		}
		return !vowelBefore(word, 2)
	}
	return false
}

// vowelBefore reports whether a vowel stands before the last n letters, so
// that they began no group of their own.
func vowelBefore(word string, n int) bool {
	return len(word) > n && strings.ContainsRune("aeiouy", rune(word[len(word)-n-1]))
}
