package score

import (
	"fmt"

	"keepcool/app/call"
	"keepcool/app/rubric"
)

// A Verdict is whether an attempt passed.
type Verdict string

// The verdicts. Open is a call still under way, Pending one whose follow-up
// key is still open and that can still pass.
const (
	Open    Verdict = "open"
	Pending Verdict = "pending"
	Passed  Verdict = "passed"
	Failed  Verdict = "failed"
)

// A RuleCode names the rule that decided.
type RuleCode string

// The rules, in the order in which they decide.
const (
	RuleCritical RuleCode = "critical-fault"
	RuleLapsed   RuleCode = "promise-lapsed"
	RuleKey      RuleCode = "key-below"
	RuleOverall  RuleCode = "overall-below"
	RulePassed   RuleCode = "all-reached"
	RuleWaiting  RuleCode = "follow-up-open"
	RuleOpen     RuleCode = "call-open"
)

// A Rule is the rule that decided, with what it looked at.
type Rule struct {
	Code  RuleCode   `json:"code"`
	Key   rubric.Key `json:"key,omitempty"`   // of key-below
	Fault string     `json:"fault,omitempty"` // the behaviour, of critical-fault
	Value float64    `json:"value,omitempty"` // what was reached, 0 to 100
	Need  int        `json:"need,omitempty"`  // what was needed
	Open  bool       `json:"open,omitempty"`  // the follow-up could still add to Value, and Value says how far
}

var keyWords = [...]string{"keep cool", "cover all bases", "go the extra mile", "follow up", "gate"}

// KeyWords is a key's name in words.
func KeyWords(k rubric.Key) string { return keyWords[k] }

// String is the rule as a sentence.
func (r Rule) String() string {
	switch r.Code {
	case RuleCritical:
		return fmt.Sprintf("A critical fault decides, whatever the figures: %s.", r.Fault)
	case RuleLapsed:
		return "The promise was never kept, and that decides."
	case RuleKey:
		return fmt.Sprintf("The key %s is at %s; every key needs %d.", keyWords[r.Key], figure(r.Value), r.Need)
	case RuleOverall:
		if !r.Open {
			return fmt.Sprintf("The overall is %s; a pass needs %d.", figure(r.Value), r.Need)
		}
		return fmt.Sprintf("The overall can reach %s at most, whatever the follow-up brings; a pass needs %d.", figure(r.Value), r.Need)
	case RulePassed:
		return fmt.Sprintf("The overall is %s and every key is high enough, without a critical fault.", figure(r.Value))
	case RuleWaiting:
		return "The follow-up is still open, and it decides."
	}
	return "The call is not over yet."
}

// figure shows a score so that rounding never seems to reach what it misses.
func figure(v float64) string { return fmt.Sprint(Shown(v)) }

// Shown is a score as a whole number. It is rounded down, so that 79.6 is
// never shown as a passing 80.
func Shown(v float64) int { return int(v) }

// decide sets the overall, the verdict and the rule, from unrounded figures.
func (c *Card) decide(t *Table, points Points, w rubric.Weights, scale Scale) {
	reached := overall(points, scale.Best, w)
	c.Overall = min(100, max(0, reached.value()-float64(HintCost*c.Hints)))
	most := points
	if !c.Keys[rubric.Follow].Final {
		most[rubric.Follow] = scale.Best[rubric.Follow]
	}
	best := overall(most, scale.Best, w)
	c.Verdict, c.Rule = Failed, Rule{Code: RuleOpen}
	low, below := lowest(most, scale.Best, w)
	switch {
	case len(c.Critical) > 0:
		c.Rule = Rule{Code: RuleCritical, Fault: t.Case.Rubric.Behaviours[c.Items[c.Critical[0]].Behaviour].ID}
	case !c.Keys[rubric.Cool].Final:
		c.Verdict = Open
	case c.Stage == call.Lapsed:
		c.Rule = Rule{Code: RuleLapsed}
	case below:
		c.Rule = Rule{Code: RuleKey, Key: low, Value: percent(most[low], scale.Best[low]), Need: w.PassKey}
	case !best.atLeast(w.PassOverall + HintCost*c.Hints):
		c.Rule = Rule{
			Code: RuleOverall, Value: max(0, best.value()-float64(HintCost*c.Hints)), Need: w.PassOverall,
			Open: !c.Keys[rubric.Follow].Final,
		}
	case !c.Keys[rubric.Follow].Final:
		c.Verdict, c.Rule = Pending, Rule{Code: RuleWaiting}
	default:
		c.Verdict, c.Rule = Passed, Rule{Code: RulePassed, Value: c.Overall, Need: w.PassOverall}
	}
}

// lowest is the key furthest below the pass rule.
func lowest(points, best Points, w rubric.Weights) (low rubric.Key, below bool) {
	for _, k := range rubric.Keys {
		if 100*points[k] < w.PassKey*best[k] && (!below || percent(points[k], best[k]) < percent(points[low], best[low])) {
			low, below = k, true
		}
	}
	return low, below
}

// ratio is an exact overall: num/den is its score from 0 to 100.
type ratio struct{ num, den int64 }

// overall is the weighted sum of the keys, each floored at zero. The weights
// add up to 100, so it runs from 0 to 100.
func overall(points, best Points, w rubric.Weights) ratio {
	r := ratio{0, 1}
	for k := range points {
		b := int64(max(1, best[k]))
		r.num = r.num*b + int64(w.Key[k])*int64(max(0, points[k]))*r.den
		r.den *= b
	}
	return r
}

func (r ratio) value() float64     { return float64(r.num) / float64(r.den) }
func (r ratio) atLeast(n int) bool { return r.num >= int64(n)*r.den }
