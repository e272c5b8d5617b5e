package call

import (
	"keepcool/app/rubric"
	"keepcool/app/script"
)

// Check is the tempers and behaviours of a scenario that the rubric does not
// know. It may be asked of a scenario that was parsed with errors, so that an
// author is told of everything at once; Compile tells the same and more.
func Check(s *script.Scenario, r *rubric.Rubric) []script.Diagnostic {
	k := &compiler{Case: &Case{Scenario: s, Rubric: r}}
	k.checkWords()
	return k.problems
}

// checkWords looks up every temper and behaviour.
func (k *compiler) checkWords() {
	k.checkTempers()
	for _, c := range k.Scenario.Concerns {
		k.checkCondition(c.Opens)
	}
	for i := range k.Scenario.Calls {
		k.checkBeatWords(k.Scenario.Calls[i].Beats)
	}
	for i := range k.Scenario.Fragments {
		k.checkBeatWords(k.Scenario.Fragments[i].Beats)
	}
}

func (k *compiler) checkTempers() {
	names := make([]string, len(k.Rubric.Tempers))
	for i, n := range k.Rubric.Tempers {
		names[i] = n.ID
	}
	tempers := []script.Word{k.Scenario.Caller.Temper}
	for _, c := range k.Scenario.Calls {
		if c.Role == script.Inside {
			tempers = append(tempers, c.Temper)
		}
	}
	for _, t := range tempers {
		if _, ok := index(names, t.Text); !ok && t.Text != "" {
			k.problem(t.At, UnknownTemper, "The rubric has no temper %q.", t.Text).Hint = script.Nearest(t.Text, names)
		}
	}
}

func (k *compiler) checkBeatWords(beats []script.Beat) {
	for i := range beats {
		b := &beats[i]
		for _, w := range b.Wants {
			k.checkBehaviour(w.Text, w.At)
		}
		for _, l := range b.Lines {
			k.checkCondition(l.When)
		}
		for _, r := range b.Replies {
			for _, sh := range r.Shows {
				k.checkBehaviour(sh.Behaviour, sh.At)
			}
		}
	}
}

func (k *compiler) checkCondition(c script.Condition) {
	for _, group := range c.Any {
		for _, t := range group {
			if t.Kind == script.Behaviour {
				k.checkBehaviour(t.Name, t.At)
			}
		}
	}
}

func (k *compiler) checkBehaviour(id string, at script.Pos) {
	if _, ok := k.Rubric.Find(id); ok || id == "" {
		return
	}
	names := make([]string, len(k.Rubric.Behaviours))
	for j, b := range k.Rubric.Behaviours {
		names[j] = b.ID
	}
	k.problem(at, UnknownBehaviour, "The rubric has no behaviour %q.", id).Hint = script.Nearest(id, names)
}
