package telling

import (
	"testing"

	"keepcool/app/call"
)

// The narrator's own words are in the catalogue as the rules say them.
func TestTheNarratorIsTranslated(t *testing.T) {
	for _, text := range []string{call.ToldHold, call.ToldBreath, call.ToldReadBack} {
		if got := ToldWords(text); got != text {
			t.Errorf("the catalogue says %q, the rules %q", got, text)
		}
	}
}
