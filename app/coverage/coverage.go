// Package coverage tells which teachings a library of scenarios trains. It
// reads compiled cases and the rows of METHODS, and knows nothing of how a call
// was played, by whom, or where anything is kept. It imports the packages
// below it alone: script, rubric and call.
package coverage

import (
	"slices"

	"keepcool/app/call"
	"keepcool/app/rubric"
)

// HiddenConcerns is the row that no behaviour shows: that callers disclose
// other difficulties while they tell the stated ones. A case trains it by
// having a hidden concern to find.
const HiddenConcerns = "E6"

// A Chance is how often a case trains a row: the beats that want a strength of
// the row and have a reply that shows it, and the beats where a fault against
// it tempts.
type Chance struct {
	Wanted   int `json:"wanted"`
	Tempting int `json:"tempting"`
}

// Any reports whether there is a chance at all.
func (c Chance) Any() bool { return c.Wanted+c.Tempting > 0 }

// Of is what a case trains, by the id of the row. All its calls count. Where a
// scenario has variants each is a case; Merge adds them up.
func Of(c *call.Case) map[string]Chance {
	chances := map[string]Chance{}
	for i := range c.Beats {
		for row, chance := range atBeat(c, &c.Beats[i]) {
			sum := chances[row]
			sum.Wanted += chance.Wanted
			sum.Tempting += chance.Tempting
			chances[row] = sum
		}
	}
	for _, k := range c.Scenario.Concerns {
		if k.Hidden {
			sum := chances[HiddenConcerns]
			sum.Wanted++
			chances[HiddenConcerns] = sum
		}
	}
	return chances
}

// atBeat counts each row once a beat, however many replies show it there.
func atBeat(c *call.Case, b *call.Beat) map[string]Chance {
	found := map[string]Chance{}
	for j, behaviour := range c.Rubric.Behaviours {
		if behaviour.Source == rubric.Common || !shown(c, b, j, behaviour.ID) {
			continue
		}
		chance := found[behaviour.Source]
		switch {
		case behaviour.Fault():
			chance.Tempting = 1
		case b.Wants(j):
			chance.Wanted = 1
		}
		found[behaviour.Source] = chance
	}
	return found
}

func shown(c *call.Case, b *call.Beat, behaviour int, id string) bool {
	if id == rubric.CallReadBack {
		return b.WantsReadBack
	}
	return slices.ContainsFunc(c.Replies[b.From:b.To], func(a call.Answer) bool {
		return a.ShowsBehaviour(behaviour)
	})
}

// Merge is what a scenario trains: of each row the most that any of its
// variants has, since an attempt plays one of them.
func Merge(variants []map[string]Chance) map[string]Chance {
	most := map[string]Chance{}
	for _, v := range variants {
		for row, chance := range v {
			m := most[row]
			most[row] = Chance{max(m.Wanted, chance.Wanted), max(m.Tempting, chance.Tempting)}
		}
	}
	return most
}

// Asked reports whether scenarios must train a row: those about the call, the
// solving and what comes after, with knowing the file and the house before it
// (T5, E1). A row that a screen carries is trained by that screen.
func Asked(row rubric.Row) bool {
	switch row.Part {
	case rubric.PartDuring, rubric.PartSolving, rubric.PartAfter:
		return row.Screen == ""
	}
	return row.ID == "T5" || row.ID == "E1"
}

// Least is how many scenarios must train a row that is asked.
const Least = 2
