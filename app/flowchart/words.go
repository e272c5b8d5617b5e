package flowchart

import (
	"fmt"
	"strings"

	"keepcool/app/call"
	"keepcool/app/script"
)

// beatName is a beat's id as it is shown.
func beatName(b *call.Beat) string { return b.Script.ID }

// replyName is a reply's id within its beat.
func replyName(a *call.Answer) string { return a.Script.ID }

// callNames are the titles of the calls.
var callNames = map[script.Role]string{
	script.First: "First call", script.Inside: "Call inside the house", script.Kept: "Second call, the promise kept",
	script.Late: "Second call, the promise late", script.Missed: "Second call, the promise missed",
}

func callName(k *script.Call) string {
	if k.Role == script.Inside {
		return callNames[k.Role] + ": " + k.Name
	}
	return callNames[k.Role]
}

// condition is a condition in the words of the script.
func condition(c script.Condition) string {
	var any []string
	for _, terms := range c.Any {
		var all []string
		for _, t := range terms {
			all = append(all, term(t))
		}
		any = append(any, strings.Join(all, " and "))
	}
	return strings.Join(any, " or ")
}

func term(t script.Term) string {
	var text string
	switch t.Kind {
	case script.AtLeast:
		text = fmt.Sprintf("%s %d", t.Name, t.Level)
	case script.Under:
		text = fmt.Sprintf("%s under %d", t.Name, t.Level)
	case script.Behaviour:
		text = t.Name
	case script.Found, script.Settled:
		text = string(t.Kind) + " " + t.Name
	default:
		text = string(t.Kind)
	}
	if t.Not {
		return "not " + text
	}
	return text
}

// gates are the conditions on a line: its own, and those that open a concern
// it tells of.
func gates(c *call.Case, l *script.Line) []string {
	var all []string
	if !l.When.Always() {
		all = append(all, "when "+condition(l.When))
	}
	for _, k := range c.Scenario.Concerns {
		if k.Opens.Always() {
			continue
		}
		for _, f := range l.Says {
			if f.Concern == k.ID {
				all = append(all, fmt.Sprintf("opens %s: %s", k.ID, condition(k.Opens)))
				break
			}
		}
	}
	return all
}
