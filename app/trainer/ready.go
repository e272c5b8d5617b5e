package trainer

import (
	"cmp"
	"slices"
	"time"
)

// A ReadyRule says when a trainee is ready for calls of their own, and may have
// a certificate (DESIGN section 4).
type ReadyRule struct {
	Passes, Cases, Kinds, Days int
	Hard                       int           // passes of cases of HardFrom or more
	HardFrom                   int           // a difficulty, 1 to 5
	Within                     time.Duration // the latest pass is not older
}

// UsualReadyRule is the rule unless another is set: three passes on three cases
// of two kinds and on two days, one of them hard, the latest within 90 days.
func UsualReadyRule() ReadyRule {
	return ReadyRule{Passes: 3, Cases: 3, Kinds: 2, Days: 2, Hard: 1, HardFrom: 4, Within: 90 * 24 * time.Hour}
}

// A Pass is an attempt that counts: assessed, passed, at first sight, and not
// played with the clock set by hand.
type Pass struct {
	Summary    Summary
	Kind       string
	Difficulty int
}

// A Condition is one part of a rule, with how far it is met.
type Condition string

// The conditions, in the order in which they are told.
const (
	ReadyPasses Condition = "passes"
	ReadyCases  Condition = "cases"
	ReadyKinds  Condition = "kinds"
	ReadyDays   Condition = "days"
	ReadyHard   Condition = "hard"
	ReadyFresh  Condition = "fresh" // the latest pass is not too old
)

// A Measure is how far a condition is met.
type Measure struct {
	Condition  Condition
	Have, Need int
}

// Met reports whether it is.
func (m Measure) Met() bool { return m.Have >= m.Need }

// A Readiness is whether a trainee is ready, and why.
type Readiness struct {
	Passes   []Pass // that count, the latest first
	Measures []Measure
}

// Ready reports whether every condition is met.
func (r Readiness) Ready() bool {
	return !slices.ContainsFunc(r.Measures, func(m Measure) bool { return !m.Met() })
}

// Judge weighs passes by the rule. More passes never make anybody less ready,
// but for the time that goes by.
func (r ReadyRule) Judge(passes []Pass, now time.Time) Readiness {
	cases, kinds, days := map[string]bool{}, map[string]bool{}, map[string]bool{}
	hard, fresh := 0, 0
	out := Readiness{Passes: slices.Clone(passes)}
	slices.SortFunc(out.Passes, func(a, b Pass) int { return cmp.Compare(b.Summary.Attempt.ID, a.Summary.Attempt.ID) })
	for _, p := range passes {
		a := p.Summary.Attempt
		cases[a.Scenario], kinds[p.Kind], days[dayOf(a)] = true, true, true
		if p.Difficulty >= r.HardFrom {
			hard++
		}
		if now.Sub(p.Summary.Changed) <= r.Within {
			fresh = 1
		}
	}
	out.Measures = []Measure{
		{ReadyPasses, len(passes), r.Passes},
		{ReadyCases, len(cases), r.Cases},
		{ReadyKinds, len(kinds), r.Kinds},
		{ReadyDays, len(days), r.Days},
		{ReadyHard, hard, r.Hard},
		{ReadyFresh, fresh, 1},
	}
	return out
}

// Grounds are the passes that readiness rests on, as few as the rule allows and
// the latest first: the older ones are left out as long as it stands without
// them. It is empty for who is not ready.
func (r ReadyRule) Grounds(passes []Pass, now time.Time) []Pass {
	left := r.Judge(passes, now)
	if !left.Ready() {
		return nil
	}
	for i := len(left.Passes) - 1; i >= 0; i-- {
		fewer := r.Judge(slices.Delete(slices.Clone(left.Passes), i, i+1), now)
		if fewer.Ready() {
			left = fewer
		}
	}
	return left.Passes
}

// dayOf is the day an attempt began on, by the trainee's clock then.
func dayOf(a Attempt) string {
	zone, err := time.LoadLocation(a.Zone)
	if err != nil {
		zone = time.UTC
	}
	return a.Started.In(zone).Format(time.DateOnly)
}

// readiness weighs all attempts of a trainee by the usual rule; first are those
// played at first sight.
func (d *Desk) readiness(all []Summary, first map[int64]bool) (Readiness, error) {
	var passes []Pass
	for _, s := range all {
		if s.Attempt.Mode != Assessed || !s.Passed || !s.Final || s.TriedOut || !first[s.Attempt.ID] {
			continue
		}
		kind, difficulty, err := d.kindOf(s.Attempt)
		if err != nil {
			return Readiness{}, err
		}
		passes = append(passes, Pass{s, kind, difficulty})
	}
	return UsualReadyRule().Judge(passes, d.Clock.Now()), nil
}

// kindOf is the kind and the difficulty of the scenario as it was played.
func (d *Desk) kindOf(a Attempt) (kind string, difficulty int, err error) {
	if e, ok := d.Shelf.Find(a.Scenario); ok && e.Hash == a.ScenarioHash {
		return e.Scenario.Kind, e.Scenario.Difficulty, nil
	}
	c, err := d.caseOf(a)
	if err != nil {
		return "", 0, err
	}
	return c.Scenario.Kind, c.Scenario.Difficulty, nil
}
