package trainer

import (
	"slices"

	"keepcool/app/rubric"
)

// A Progress is how a trainee has come along.
type Progress struct {
	Attempts  []Summary // all, newest first
	First     map[int64]bool
	Bests     map[int64]bool // the attempts that hold the best overall of their case
	Keys      [4][]Mark      // by rubric.Key, oldest first
	Latest    *Compared      // nil where no case was scored twice
	Cases     []CaseMarks    // the last played first
	Readiness Readiness
}

// A Mark is what a key came to in one attempt.
type Mark struct {
	Attempt Summary
	Score   float64 // 0 to 100
}

// A Compared is the last scored attempt beside the one of its case before it.
type Compared struct{ Before, Now Summary }

// CaseMarks are the latest scores that stand of each key of a case. While a
// promise is open, the follow-up key is that of an earlier attempt.
type CaseMarks struct {
	Scenario, Title string
	Keys            [4]Mark
	Known           [4]bool
}

// Progress gathers how a trainee has come along. Attempts that were left, or
// whose follow-up is open, count where their figures are final. Rescues are
// listed and count nowhere.
func (d *Desk) Progress(who Profile) (Progress, error) {
	var p Progress
	all, err := d.Store.Summaries(Query{Profile: who.ID})
	if err != nil {
		return p, err
	}
	p.Attempts = all
	if p.First, err = d.FirstSights(who, all); err != nil {
		return p, err
	}
	counted := slices.DeleteFunc(slices.Clone(all), func(s Summary) bool { return s.Attempt.Mode == Rescue })
	p.Bests = bests(counted)
	for _, s := range slices.Backward(counted) {
		if !s.Scored || s.Stage == StageLeft {
			continue
		}
		for k := range p.Keys {
			if rubric.Key(k) != rubric.Follow || s.Final {
				p.Keys[k] = append(p.Keys[k], Mark{s, s.Keys[k]})
			}
		}
	}
	p.Latest, p.Cases = latest(counted), cases(counted)
	p.Readiness, err = d.readiness(all, p.First)
	return p, err
}

// bests are the attempts with the best final overall of each case that was
// scored more than once; of equals the first.
func bests(all []Summary) map[int64]bool {
	best, times := map[string]Summary{}, map[string]int{}
	for _, s := range slices.Backward(all) {
		if !s.Scored || !s.Final || s.Stage == StageLeft {
			continue
		}
		times[s.Attempt.Scenario]++
		if b, ok := best[s.Attempt.Scenario]; !ok || s.Overall > b.Overall {
			best[s.Attempt.Scenario] = s
		}
	}
	out := map[int64]bool{}
	for id, s := range best {
		if times[id] > 1 {
			out[s.Attempt.ID] = true
		}
	}
	return out
}

// cases are the latest scores that stand of each case, from attempts that are
// the newest first.
func cases(all []Summary) []CaseMarks {
	at := map[string]int{}
	var out []CaseMarks
	for _, s := range all {
		if !s.Scored || s.Stage == StageLeft {
			continue
		}
		i, known := at[s.Attempt.Scenario]
		if !known {
			i = len(out)
			at[s.Attempt.Scenario] = i
			out = append(out, CaseMarks{Scenario: s.Attempt.Scenario, Title: s.Attempt.Title})
		}
		c := &out[i]
		for k := range c.Keys {
			if !c.Known[k] && (rubric.Key(k) != rubric.Follow || s.Final) {
				c.Keys[k], c.Known[k] = Mark{s, s.Keys[k]}, true
			}
		}
	}
	return out
}

// latest is the last scored attempt beside the one of its case before it, nil
// where there is none.
func latest(all []Summary) *Compared {
	scored := func(s Summary) bool { return s.Scored && s.Final && s.Stage != StageLeft }
	i := slices.IndexFunc(all, scored)
	if i < 0 {
		return nil
	}
	for _, before := range all[i+1:] {
		if scored(before) && before.Attempt.Scenario == all[i].Attempt.Scenario {
			return &Compared{before, all[i]}
		}
	}
	return nil
}
