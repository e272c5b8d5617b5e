package locale

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Language is the name of a language in itself, for the tag a script has: ms is
// Bahasa Melayu. A tag that nobody knows is its own name.
func Language(tag string) string {
	known, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if name := display.Self.Name(known); name != "" {
		return name
	}
	return tag
}
