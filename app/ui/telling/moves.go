package telling

import (
	"strings"

	"keepcool/app/call"
	"keepcool/app/ui/locale"
)

// MoveWords is what a move says or does, without quotes.
func MoveWords(c *call.Case, m call.Move) string {
	switch m.Kind {
	case call.Reply:
		s := c.Replies[m.Reply].Script
		if !s.Spoken() {
			return Upper(strings.TrimSpace(s.Text[1 : len(s.Text)-1]))
		}
		return s.Text
	case call.Hold:
		return locale.Text("debrief.best.hold")
	case call.Breathe:
		return locale.Text("debrief.best.breathe")
	case call.ReadBackMove:
		return locale.Text("debrief.best.read-back")
	case call.FollowUp:
		return locale.Text("debrief.best.follow-up")
	case call.RingInside:
		return locale.Text("debrief.best.inside", map[string]any{"Colleague": c.Who(c.InsideCall())})
	}
	return locale.Text("debrief.best.hang-up")
}

// ToldWords is what the narrator tells, in the language of the window where the
// words are not the script's.
func ToldWords(text string) string {
	switch text {
	case call.ToldHold:
		return locale.Text("debrief.told.hold")
	case call.ToldBreath:
		return locale.Text("debrief.told.breath")
	case call.ToldReadBack:
		return locale.Text("debrief.told.read-back")
	}
	return text
}

// MadeWords is a move as it was made, with the word it was judged by where that
// was not the best.
func (r *Reading) MadeWords(m call.Move) string {
	if m.Kind == call.FollowUp {
		return locale.Text(locale.Key("debrief.item.follow.", r.Case.WordName(m)))
	}
	words, how := Quoted(r.Case, m), r.HowMade(m)
	if how == "" {
		return words
	}
	return words + " (" + how + ")"
}

// HowMade is the word a move was judged by, "" where that was the best.
func (r *Reading) HowMade(m call.Move) string {
	switch {
	case m.Kind == call.FollowUp:
	case m.Kind == call.Reply && m.Timing != call.InTime:
		return locale.Text(locale.Key("debrief.made.", m.Timing.String()))
	case m.Word != 0 && r.Case.WordName(m) != "":
		return locale.Text(locale.Key("debrief.made.", r.Case.WordName(m)))
	}
	return ""
}

// ShortWords are a move in one line: its words, or what was done in a word or
// two.
func (r *Reading) ShortWords(m call.Move) string {
	switch m.Kind {
	case call.Hold:
		return locale.Text("replay.did.hold")
	case call.Breathe:
		return locale.Text("replay.did.breathe")
	case call.ReadBackMove:
		return locale.Text("replay.did.read-back")
	case call.FollowUp:
		return locale.Text("replay.did.follow-up")
	case call.RingInside:
		return locale.Text("replay.did.inside")
	case call.HangUp:
		return locale.Text("replay.did.hang-up")
	}
	return MoveWords(r.Case, m)
}

// Spoken reports whether a move is words said.
func Spoken(c *call.Case, m call.Move) bool {
	return m.Kind == call.Reply && c.Replies[m.Reply].Script.Spoken()
}

// Quoted is a move as it stands in a sentence: words said in quotation marks.
func Quoted(c *call.Case, m call.Move) string {
	if Spoken(c, m) {
		return "“" + MoveWords(c, m) + "”"
	}
	return MoveWords(c, m)
}

// BetterWords is the better way, told against the move that was made.
func (r *Reading) BetterWords(mine, better call.Move) string {
	caller := map[string]any{"Caller": r.Caller()}
	if mine.Kind == call.Reply && better.Kind == call.Reply && mine.Reply == better.Reply {
		switch {
		case mine.Timing == call.CuttingIn:
			return locale.Text("debrief.better.in-time", caller)
		case mine.Timing == call.Slow:
			return locale.Text("debrief.better.sooner")
		}
		return locale.Text("debrief.better.hour", caller)
	}
	switch better.Kind {
	case call.Hold:
		return locale.Text("debrief.better.hold")
	case call.Breathe:
		return locale.Text("debrief.better.breathe")
	case call.ReadBackMove:
		return locale.Text("debrief.better.read-back")
	case call.HangUp:
		return locale.Text("debrief.better.hang-up")
	case call.FollowUp:
		return locale.Text("debrief.better.follow-up")
	case call.RingInside:
		return locale.Text("debrief.better.inside", map[string]any{"Colleague": r.Colleague()})
	}
	return Quoted(r.Case, better)
}

// TemptedBy is why a decent person would make this move.
func (r *Reading) TemptedBy(m call.Move) string {
	if m.Kind == call.Reply {
		if t := r.Case.Replies[m.Reply].Script.Tempts; t != "" {
			return t
		}
	}
	switch {
	case m.Kind == call.Reply && m.Timing == call.CuttingIn:
		return locale.Text("debrief.tempt.cutting-in")
	case m.Kind == call.Reply && m.Timing == call.Slow:
		return locale.Text("debrief.tempt.slow")
	case m.Kind == call.Reply && r.Case.Replies[m.Reply].Promises && m.Word != call.Good:
		return locale.Text(locale.Key("debrief.tempt.", r.Case.WordName(m)))
	case m.Kind == call.HangUp:
		return locale.Text("debrief.tempt.hang-up")
	case m.Kind == call.Hold:
		return locale.Text("debrief.tempt.hold")
	case m.Kind == call.Breathe:
		return locale.Text("debrief.tempt.breathe")
	case m.Kind == call.ReadBackMove:
		return locale.Text("debrief.tempt.read-back")
	case m.Kind == call.FollowUp:
		return locale.Text("debrief.tempt.follow-up")
	}
	return locale.Text("debrief.tempt.none")
}
