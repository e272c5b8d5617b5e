package screen

import (
	"time"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
)

// Sentence is what a failure says, in the language of the window; one that the
// catalogue does not know speaks for itself.
func Sentence(e *trainer.Error) string {
	if e.Key == "" || !locale.Has(locale.Key("error.", e.Key)) {
		return e.Message
	}
	words := map[string]any{}
	for name, word := range e.Words {
		switch w := word.(type) {
		case time.Time:
			word = locale.Clock(w)
		case time.Weekday:
			word = locale.Weekday(w)
		}
		words[name] = word
	}
	return locale.Text(locale.Key("error.", e.Key), words)
}
