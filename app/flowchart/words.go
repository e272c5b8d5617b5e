package flowchart

import (
	"fmt"

	"keepcool/app/call"
	"keepcool/app/script"
)

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

// gates are the conditions on a line: its own, and those that open a concern
// it tells of.
func gates(c *call.Case, l *script.Line) []string {
	var all []string
	if !l.When.Always() {
		all = append(all, "when "+l.When.String())
	}
	for _, k := range c.Scenario.Concerns {
		if k.Opens.Always() {
			continue
		}
		for _, f := range l.Says {
			if f.Concern == k.ID {
				all = append(all, fmt.Sprintf("opens %s: %s", k.ID, k.Opens))
				break
			}
		}
	}
	return all
}
