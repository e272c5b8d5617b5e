package debrief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
)

// keyName is a key as a heading.
func keyName(k rubric.Key) string { return locale.Text(locale.Key("debrief.key.", k.String())) }

// keyWord is a key within a sentence.
func keyWord(k rubric.Key) string { return locale.Text(locale.Key("debrief.keyword.", k.String())) }

// behaviourName is the short name of a behaviour; one that the catalogue does
// not know goes by what the rubric says of it.
func behaviourName(id, text string) string {
	if key := locale.Key("behaviour.", id); locale.Has(key) {
		return locale.Text(locale.Key("behaviour.", id))
	}
	if text == "" {
		return id
	}
	return text
}

// ruleWords is the rule that decided, as a sentence.
func ruleWords(r score.Rule) string {
	values := map[string]any{"Value": score.Shown(r.Value), "Need": r.Need}
	switch r.Code {
	case score.RuleCritical:
		values["Fault"] = lower(behaviourName(r.Fault, ""))
		return locale.Text("debrief.rule.critical-fault", values)
	case score.RuleKey:
		values["Key"] = keyWord(r.Key)
		return locale.Text("debrief.rule.key-below", values)
	case score.RuleOverall:
		if r.Open {
			return locale.Text("debrief.rule.overall-below.open", values)
		}
		return locale.Text("debrief.rule.overall-below", values)
	}
	if key := locale.Key("debrief.rule.", string(r.Code)); locale.Has(key) {
		return locale.Text(locale.Key("debrief.rule.", string(r.Code)), values)
	}
	return locale.Text("debrief.rule.call-open")
}

// lower begins a phrase with a small letter, for use within a sentence.
func lower(s string) string {
	if strings.HasPrefix(s, "I ") {
		return s
	}
	return cased(s, unicode.ToLower)
}

// upper begins a phrase with a capital.
func upper(s string) string {
	return cased(s, unicode.ToUpper)
}

func cased(s string, to func(rune) rune) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(to(r)) + s[n:]
}

// verdictWords is the verdict in a word or two. Practice never says failed.
func (r *reading) verdictWords() string {
	v := r.Review
	switch {
	case v.Case == nil && !v.Summary.Scored:
		return locale.Text("debrief.verdict.none")
	case v.Summary.Stage == trainer.StageLeft:
		return r.pick(locale.Text("debrief.verdict.left"), locale.Text("debrief.verdict.left.other"))
	case v.Card.Verdict == score.Failed && v.Attempt.Mode == trainer.Assessed:
		return locale.Text("debrief.verdict.failed.assessed")
	case v.Card.Verdict == score.Failed:
		return locale.Text("debrief.verdict.failed.practice")
	case v.Card.Verdict == score.Passed, v.Card.Verdict == score.Pending:
		return locale.Text(locale.Key("debrief.verdict.", string(v.Card.Verdict)))
	}
	return locale.Text("debrief.verdict.open")
}

// itemWords names what a line of the scorecard is for.
func (r *reading) itemWords(it score.Item) string {
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
	return behaviourName(b.ID, b.Text)
}

// sourceWords is the teaching a line of the scorecard stands on; nothing where
// the articles are silent.
func (r *reading) sourceWords(it score.Item) string {
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

// moveWords is what a move says or does, without quotes.
func moveWords(c *call.Case, m call.Move) string {
	switch m.Kind {
	case call.Reply:
		s := c.Replies[m.Reply].Script
		if !s.Spoken() {
			return upper(strings.TrimSpace(s.Text[1 : len(s.Text)-1]))
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

// toldWords is what the narrator tells, in the language of the window where the
// words are not the script's.
func toldWords(text string) string {
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

// madeWords is a move as it was made, with the word it was judged by where that
// was not the best.
func (r *reading) madeWords(m call.Move) string {
	if m.Kind == call.FollowUp {
		return locale.Text(locale.Key("debrief.item.follow.", r.Case.WordName(m)))
	}
	words, more := quoted(r.Case, m), ""
	switch {
	case m.Kind == call.Reply && m.Timing != call.InTime:
		more = locale.Text(locale.Key("debrief.made.", m.Timing.String()))
	case m.Word != 0 && r.Case.WordName(m) != "":
		more = locale.Text(locale.Key("debrief.made.", r.Case.WordName(m)))
	}
	if more == "" {
		return words
	}
	return words + " (" + more + ")"
}

// spoken reports whether a move is words said.
func spoken(c *call.Case, m call.Move) bool {
	return m.Kind == call.Reply && c.Replies[m.Reply].Script.Spoken()
}

// quoted is a move as it stands in a sentence: words said in quotation marks.
func quoted(c *call.Case, m call.Move) string {
	if spoken(c, m) {
		return "“" + moveWords(c, m) + "”"
	}
	return moveWords(c, m)
}

// betterWords is the better way, told against the move that was made.
func (r *reading) betterWords(mine, better call.Move) string {
	caller := map[string]any{"Caller": r.caller()}
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
		return locale.Text("debrief.better.inside", map[string]any{"Colleague": r.colleague()})
	}
	return quoted(r.Case, better)
}

// temptedBy is why a decent person would make this move.
func (r *reading) temptedBy(m call.Move) string {
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
