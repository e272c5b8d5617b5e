package settle

import (
	"slices"
	"strings"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
)

// A talk is a line of self-talk with what it is turned into (METHODS S2, S4,
// T12).
type talk struct {
	id           string // "" for one in the trainee's own words
	says, turned string
}

// A line of the house says for which feelings it comes first.
type line struct {
	id       string
	feelings string
}

// The lines of self-talk of a beginner, before a call and after one.
var (
	before = []line{
		{"know", "nervous worried"},
		{"shout", "nervous worried hurt"},
		{"english", "nervous sad"},
		{"silly", "nervous hurt"},
		{"bad", "worried sad"},
		{"alone", "worried sad hurt"},
		{"again", "tired angry"},
		{"blame", "angry hurt"},
		{"why", "tired angry"},
		{"hundred", "calm glad"},
	}
	after = []line{
		{"mine", "sad worried nervous"},
		{"hate", "hurt sad"},
		{"never", "nervous sad worried"},
		{"should", "worried nervous hurt"},
		{"next", "tired nervous worried"},
		{"rude", "angry hurt"},
	}
)

// feelings are what one can name (METHODS S1), in their order.
var feelings = []string{"nervous", "worried", "angry", "hurt", "sad", "tired", "calm", "glad"}

// ownTalks is how many of one's own lines are offered again.
const ownTalks = 2

// talks are the lines to offer: one's own newest first, then those that fit the
// feeling, then the rest.
func talks(past []trainer.Settling, afterwards bool, feeling string) []talk {
	var all []talk
	for _, s := range past {
		t := talk{says: s.Own, turned: s.Turned}
		if s.After == afterwards && t.says != "" && t.turned != "" && !slices.Contains(all, t) && len(all) < ownTalks {
			all = append(all, t)
		}
	}
	lines := before
	if afterwards {
		lines = after
	}
	for _, fits := range []bool{true, false} {
		for _, l := range lines {
			if slices.Contains(words(l.feelings), feeling) == fits {
				all = append(all, talk{
					id: l.id, says: locale.Text(locale.Key("settle.says.", l.id)), turned: locale.Text(locale.Key("settle.turned.", l.id)),
				})
			}
		}
	}
	return all
}

func words(s string) []string { return strings.Fields(s) }
