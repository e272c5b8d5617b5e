package script

import (
	"strings"
	"testing"
)

// TestOneSlipGivesNoShower takes away or repeats each line of a sound script,
// and ends it after each byte: an author must not face a page of consequences.
func TestOneSlipGivesNoShower(t *testing.T) {
	few := func(what, src string, most int) {
		t.Helper()
		_, ds := Parse("x.call", []byte(src))
		if len(ds) > most {
			t.Errorf("%s gives %d problems: %v", what, len(ds), ds)
		}
	}
	lines := strings.SplitAfter(small, "\n")
	for i, line := range lines {
		before, after := strings.Join(lines[:i], ""), strings.Join(lines[i+1:], "")
		few("without "+line, before+after, 2)
		few("twice "+line, before+line+line+after, 2)
	}
	single := 0
	for i := 1; i < len(small); i++ {
		few("the end after "+small[max(0, i-30):i], small[:i], 2)
		if _, ds := Parse("x.call", []byte(small[:i])); len(ds) == 1 {
			single++
		}
	}
	if share := float64(single) / float64(len(small)); share < 0.9 {
		t.Errorf("only %.2f of the ends give a single problem", share)
	}
}

// TestAForgottenHeadingIsNamed takes a heading away; the hint is what to write.
func TestAForgottenHeadingIsNamed(t *testing.T) {
	for _, heading := range []string{"FILE", "CALLER osei", "CONCERNS", "PROMISE"} {
		_, ds := Parse("x.call", []byte(strings.Replace(small, heading+"\n", "", 1)))
		word, _, _ := strings.Cut(heading, " ")
		if len(ds) != 1 || ds[0].Code != MissingHeading || ds[0].Hint != word {
			t.Errorf("without %s: %v", heading, ds)
		}
	}
}
