package proof

import (
	"math"
	"testing"
)

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"cake": 1, "named": 1, "wanted": 2, "table": 2, "whole": 1, "paper": 2, "Sorry": 2, "homes": 1,
		"boxes": 2, "I'm": 1, "didn't": 1, "morning": 2, "the": 1, "eye": 1, "free": 1, "loved": 1,
		"receive": 2, "family": 3, "customer": 3, "organisational": 6, "2": 1, "café": 2, "pages": 2, "be": 1,
	} {
		if got := syllables(word); got != want {
			t.Errorf("%s has %d, want %d", word, got, want)
		}
	}
}

func TestGrade(t *testing.T) {
	var p prose
	p.add("The cat sat on the mat. It was warm!")
	p.add("“Was it?” she said -")
	if p.words != 13 || p.sentences != 4 || p.syllables != 13 {
		t.Errorf("%+v", p)
	}
	if got, want := p.grade(), 0.39*13/4+11.8-15.59; math.Abs(got-want) > 1e-9 {
		t.Errorf("grade %.2f, want %.2f", got, want)
	}
}
