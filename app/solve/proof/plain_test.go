package proof_test

import (
	"slices"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
	"keepcool/app/solve/proof"
)

// plain walks every path of replies and read-backs to its end and remembers
// nothing but the least, the most and what was met.
type plain struct {
	c     *call.Case
	table *score.Table
	paths int

	most, least score.Points
	played      bool
	joint       bool // some play reaches 90 in all keys
	need        score.Points
	fewest      int // replies to a hang-up in the first call
	missed      map[int]bool
	found       map[int]bool
}

func (p *plain) walk(s call.State, sum score.Points, critical, played bool, replies int) {
	for i := range p.c.Scenario.Concerns {
		if s.Has(call.Found(i)) && p.c.InFirstCall(s) {
			p.found[i] = true
		}
	}
	if s.Stage.Over() {
		p.end(s, sum, critical, played, replies)
		return
	}
	for k := range sum {
		p.most[k] = max(p.most[k], sum[k]) // by giving up here
	}
	for _, m := range p.c.Leading(s, nil) {
		next, err := p.c.Step(s, m)
		if err != nil {
			panic(err)
		}
		n := replies
		if m.Kind == call.Reply {
			n++
		}
		over := played || next.Stage == call.Promised || next.Stage == call.Done
		p.walk(next, sum.Plus(p.table.Gain(s, m, next)), critical || p.table.Critical(s, m), over, n)
	}
}

func (p *plain) end(s call.State, sum score.Points, critical, played bool, replies int) {
	p.paths++
	for k := range sum {
		p.most[k] = max(p.most[k], sum[k])
		if played && (!p.played || sum[k] < p.least[k]) {
			p.least[k] = sum[k]
		}
	}
	if !played {
		if s.Stage == call.CallerHungUp && (p.fewest == 0 || replies < p.fewest) {
			p.fewest = replies
		}
		return
	}
	p.played = true
	for i := range p.c.Scenario.Concerns {
		if p.c.InFirstCall(s) && !s.Has(call.Found(i)) {
			p.missed[i] = true
		}
	}
	enough := !critical && s.Stage == call.Done
	for k := range sum {
		enough = enough && sum[k] >= p.need[k]
	}
	p.joint = p.joint || enough
}

// The figures equal those of plain enumeration, on the sound scenario and its
// broken sisters.
func TestFiguresEqualPlainEnumeration(t *testing.T) {
	_, w := calltest.Scoring(t)
	for _, file := range []string{"sound", "sound-inside", "patient", "broken/no-ninety", "broken/no-patience-to-spare", "broken/no-follow-up", "broken/cannot-fail-key", "broken/dead-end", "broken/random-passes"} {
		c := calltest.Compile(t, file, read(t, "testdata/"+file+".call"))
		for _, set := range call.Settings {
			scale, err := solve.Denominators(c, set, solve.DefaultBudget)
			if err != nil {
				t.Fatal(err)
			}
			p := plain{c: c, table: score.NewTable(c, set), found: map[int]bool{}, missed: map[int]bool{}}
			p.table.Keep = scale.Keep
			for k, b := range scale.Best {
				p.need[k] = (90*b + 99) / 100
			}
			p.walk(c.Start(set), score.Points{}, false, false, 0)
			r := proof.Prove(c, set, w, solve.DefaultBudget)
			for k, got := range r.Keys {
				if got.Most != p.most[k] || got.Least != p.least[k] {
					t.Errorf("%s, %v, %v: from %d to %d, by enumeration from %d to %d", file, set, rubric.Key(k), got.Least, got.Most, p.least[k], p.most[k])
				}
			}
			spent := slices.ContainsFunc(r.Findings, func(f proof.Finding) bool { return f.Code == "no-patience-to-spare" })
			if (r.Joint != nil || spent) != p.joint {
				t.Errorf("%s, %v: 90 in all keys %v, by enumeration %v", file, set, r.Joint != nil, p.joint)
			}
			if len(r.HangUp) != p.fewest {
				t.Errorf("%s, %v: hangs up after %v, by enumeration after %d replies", file, set, r.HangUp, p.fewest)
			}
			for i, fate := range r.Fates {
				if (fate.Found != nil) != p.found[i] || fate.Hidden && (fate.Missed != nil) != p.missed[i] {
					t.Errorf("%s, %v: concern %s found %v, missed %v", file, set, fate.Concern, fate.Found, fate.Missed)
				}
			}
		}
	}
}
