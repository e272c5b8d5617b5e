package locale

import (
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// The languages of the window, by their tags.
const (
	English = "en"
	Malay   = "ms"
)

// Languages are the tags of the languages the window can speak.
func Languages() []string { return []string{English, Malay} }

// A tongue is a language with its phrases.
type tongue struct {
	tag     string
	phrases map[string]phrase
	alter   func(string) string // changes each sentence, see Disguise
}

var (
	now     atomic.Pointer[tongue]
	reading = map[string]func() map[string]phrase{
		English: sync.OnceValue(func() map[string]phrase { return phrasesOf(English) }),
		Malay:   sync.OnceValue(func() map[string]phrase { return phrasesOf(Malay) }),
	}
)

func init() { Use(English) }

func phrasesOf(tag string) map[string]phrase {
	all, err := load(files, tag)
	if err != nil {
		panic("locale: " + err.Error())
	}
	return all
}

// Use makes the window speak a language from now on; what was said before
// stays as it is. English stands in for one the window does not have.
func Use(tag string) {
	if !slices.Contains(Languages(), tag) {
		tag = English
	}
	now.Store(&tongue{tag: tag, phrases: reading[tag](), alter: func(s string) string { return s }})
}

// Disguise has every sentence go through a change until Use is called. Tests
// see by it which words of a window do not come from here.
func Disguise(change func(sentence string) string) {
	was := now.Load()
	now.Store(&tongue{tag: was.tag, phrases: was.phrases, alter: change})
}

// Spoken is the tag of the language that the window speaks. Texts which are not
// the window's own, as those of a scenario, are asked for in it.
func Spoken() string { return now.Load().tag }

// OfSystem is the language for a person whose system speaks that of a locale
// such as ms_MY.UTF-8.
func OfSystem(locale string) string {
	tag, _, _ := strings.Cut(locale, ".")
	tag, _, _ = strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	if tag = strings.ToLower(tag); slices.Contains(Languages(), tag) {
		return tag
	}
	return English
}

// Language is the name of a language in itself, for the tag a script has: ms is
// Bahasa Melayu. A tag that nobody knows is its own name.
func Language(tag string) string {
	if tag == Malay {
		return "Bahasa Melayu" // as its speakers say; the Unicode names have Melayu alone
	}
	known, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if name := display.Self.Name(known); name != "" {
		return name
	}
	return tag
}
