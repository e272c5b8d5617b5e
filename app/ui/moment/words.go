package moment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
)

// title names the case, or the end.
func (s *Screen) title() string {
	switch {
	case s.phase != over:
		return s.due[s.at].Attempt.Title
	case s.done > 0:
		return locale.Text("moment.end")
	}
	return locale.Text("moment.title")
}

// under says which of how many it is, and from which call.
func (s *Screen) under() string {
	if s.phase == over {
		return ""
	}
	now := s.host.Now()
	called := s.due[s.at].Attempt.Started.In(now.Location())
	return locale.Text("moment.under", map[string]any{"At": s.at + 1, "Of": len(s.due), "Day": locale.Date(called)})
}

// onwardWords are those of the button that leads on.
func (s *Screen) onwardWords() string {
	if s.at+1 < len(s.due) {
		return locale.Text("moment.next")
	}
	return locale.Text("moment.done")
}

// comesBack says when the moment comes back, if it does.
func (s *Screen) comesBack() string {
	next := s.j.Moment.Next()
	if next == "" {
		return locale.Text("moment.learned")
	}
	day, tomorrow := s.day(next)
	if tomorrow {
		return locale.Text("moment.back.tomorrow")
	}
	return locale.Text("moment.back", map[string]any{"Day": day})
}

// day is a day as it stands in a sentence, and whether it is tomorrow.
func (s *Screen) day(d trainer.Day) (words string, tomorrow bool) {
	now := s.host.Now()
	return locale.Day(d.In(now.Location()), now), d == trainer.DayOf(now).Add(1)
}

// endWords are those of the last page.
func (s *Screen) endWords() string {
	var words []string
	waits := s.off > 0 && len(s.due) > 0
	switch {
	case s.done > 0:
		words = append(words, locale.Count("moment.end.done", s.done))
	case !waits:
		words = append(words, locale.Text("moment.end.none"))
	}
	switch {
	case waits:
		words = append(words, locale.Text("moment.end.off"))
	case s.next != "":
		if day, tomorrow := s.day(s.next); tomorrow {
			words = append(words, locale.Text("moment.end.tomorrow"))
		} else {
			words = append(words, locale.Text("moment.end.next", map[string]any{"Day": day}))
		}
	}
	return strings.Join(words, " ")
}

// doneBy is what the trainee did rather than said, in the language of the window
// where the words are not the script's.
func doneBy(said trainer.Said) (words string, done bool) {
	switch said.Text {
	case call.ToldHold:
		return locale.Text("moment.told.hold"), true
	case call.ToldBreath:
		return locale.Text("moment.told.breath"), true
	case call.ToldReadBack:
		return locale.Text("moment.told.read-back"), true
	}
	return upper(said.Text), said.Text != "" && said.Line < 0
}

// told is what happened, as the caller's line or the end of the call tells it.
func (s *Screen) told(said trainer.Said) string {
	switch {
	case said.Text != "":
		return upper(said.Text)
	case said.Event == call.CallCut:
		return locale.Text("moment.told.cut", map[string]any{"Caller": s.q.Case.Who(said.Call)})
	}
	return locale.Text("moment.told.ended")
}

// doneWords is what a reply says, or does.
func doneWords(c *call.Case, m call.Move) string {
	text := c.Replies[m.Reply].Script.Text
	if spoken(c, m) {
		return text
	}
	return upper(strings.TrimSpace(text[1 : len(text)-1]))
}

// quoted is a reply as it stands in a sentence: words said in quotation marks.
func quoted(c *call.Case, m call.Move) string {
	if spoken(c, m) {
		return "“" + doneWords(c, m) + "”"
	}
	return doneWords(c, m)
}

// tempted is why a decent person would give this reply.
func tempted(c *call.Case, m call.Move) string {
	if t := c.Replies[m.Reply].Script.Tempts; t != "" {
		return t
	}
	return locale.Text("moment.tempt.none")
}

// behaviourName is the short name of a behaviour; one that the catalogue does
// not know goes by what the rubric says of it.
func behaviourName(b rubric.Behaviour) string {
	if locale.Has(locale.Key("behaviour.", b.ID)) {
		return locale.Text(locale.Key("behaviour.", b.ID))
	}
	return b.Text
}

// behaviourAbout is what a behaviour is, in a sentence.
func behaviourAbout(b rubric.Behaviour) string {
	if locale.Has(locale.Key("shows.", b.ID)) {
		return locale.Text(locale.Key("shows.", b.ID))
	}
	return b.Text
}

// upper begins a phrase with a capital.
func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
