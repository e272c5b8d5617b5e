package telling

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/ui/locale"
)

// KeyName is a key as a heading.
func KeyName(k rubric.Key) string { return locale.Text(locale.Key("debrief.key.", k.String())) }

// KeyWord is a key within a sentence.
func KeyWord(k rubric.Key) string { return locale.Text(locale.Key("debrief.keyword.", k.String())) }

// BehaviourName is the short name of a behaviour; one that the catalogue does
// not know goes by what the rubric says of it.
func BehaviourName(id, text string) string {
	if key := locale.Key("behaviour.", id); locale.Has(key) {
		return locale.Text(locale.Key("behaviour.", id))
	}
	if text == "" {
		return id
	}
	return text
}

// Lower begins a phrase with a small letter, for use within a sentence.
func Lower(s string) string {
	if strings.HasPrefix(s, "I ") {
		return s
	}
	return cased(s, unicode.ToLower)
}

// Upper begins a phrase with a capital.
func Upper(s string) string {
	return cased(s, unicode.ToUpper)
}

func cased(s string, to func(rune) rune) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(to(r)) + s[n:]
}

// ItemWords names what a line of the scorecard is for.
func (r *Reading) ItemWords(it score.Item) string {
	switch it.Reason {
	case score.ForConcern:
		return locale.Text("debrief.item.concern", map[string]any{"Concern": r.Case.Scenario.Concerns[it.Concern].Text})
	case score.ForCalm:
		return locale.Text("debrief.item.calm")
	case score.ForValue:
		return locale.Text("debrief.item.value")
	case score.ForPromise:
		return locale.Text("debrief.item.promise")
	case score.ForFollowUp:
		return locale.Text(locale.Key("debrief.item.follow.", r.Case.WordName(r.Moves[it.Move])))
	}
	b := r.Case.Rubric.Behaviours[it.Behaviour]
	return BehaviourName(b.ID, b.Text)
}

// SourceWords is the teaching a line of the scorecard stands on; nothing where
// the articles are silent.
func (r *Reading) SourceWords(it score.Item) string {
	if it.Behaviour < 0 {
		return ""
	}
	id := r.Case.Rubric.Behaviours[it.Behaviour].Source
	row, ok := r.Rows[id]
	if id == rubric.Common || !ok {
		return ""
	}
	text, from := row.Text, row.From
	if locale.Has(locale.Key("teaching.", id)) {
		text = locale.Text(locale.Key("teaching.", id))
	}
	if from == rubric.House {
		from = locale.Text("teaching.from.house")
	}
	return locale.Text("debrief.item.source", map[string]any{"ID": row.ID, "From": from, "Text": text})
}

// Signed is a number with its sign.
func Signed(n int) string {
	if n < 0 {
		return Number(n)
	}
	return "+" + Number(n)
}

// Number is a number with a true minus where it is below zero.
func Number(n int) string {
	if n < 0 {
		return "−" + strconv.Itoa(-n)
	}
	return strconv.Itoa(n)
}
