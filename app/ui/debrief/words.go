package debrief

import (
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
)

// ruleWords is the rule that decided, as a sentence.
func ruleWords(r score.Rule) string {
	values := map[string]any{"Value": score.Shown(r.Value), "Need": r.Need}
	switch r.Code {
	case score.RuleCritical:
		values["Fault"] = telling.Lower(telling.BehaviourName(r.Fault, ""))
		return locale.Text("debrief.rule.critical-fault", values)
	case score.RuleKey:
		values["Key"] = telling.KeyWord(r.Key)
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

// verdictWords is the verdict in a word or two. Practice never says failed.
func (r *reading) verdictWords() string {
	v := r.Review
	switch {
	case v.Case == nil && !v.Summary.Scored:
		return locale.Text("debrief.verdict.none")
	case v.Summary.Stage == trainer.StageLeft:
		return r.Pick(locale.Text("debrief.verdict.left"), locale.Text("debrief.verdict.left.other"))
	case v.Card.Verdict == score.Failed && v.Attempt.Mode == trainer.Assessed:
		return locale.Text("debrief.verdict.failed.assessed")
	case v.Card.Verdict == score.Failed:
		return locale.Text("debrief.verdict.failed.practice")
	case v.Card.Verdict == score.Passed, v.Card.Verdict == score.Pending:
		return locale.Text(locale.Key("debrief.verdict.", string(v.Card.Verdict)))
	}
	return locale.Text("debrief.verdict.open")
}
