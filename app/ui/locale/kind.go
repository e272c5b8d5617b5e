package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is the name of a kind of scenario, as its author wrote it: lost user. One
// that is not known here is shown as it is written, with a capital.
func Kind(kind string) string {
	word := strings.ReplaceAll(kind, " ", "-")
	if Has(Key("kind.", word)) {
		return Text(Key("kind.", word))
	}
	r, n := utf8.DecodeRuneInString(kind)
	return string(unicode.ToUpper(r)) + kind[n:]
}
