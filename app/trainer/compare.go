package trainer

import (
	"cmp"
	"slices"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// A Comparison is two attempts beside one another, the earlier one first.
type Comparison struct {
	Before, Now *Review

	Apart   Apart      // why their moves are not beside one another, "" where they are
	Overall Difference // of the overall
	Keys    [4]Difference

	Behaviours []Shown // that were shown in either, in the order of the rubric; none with older rules

	// The rest stands where the moves are beside one another.

	Pairs  []Pair
	Fork   int       // the first of Pairs that is not the same; len(Pairs) where all are
	Points [2][]int  // what each move earned and cost, all keys together; before and now
	Caught []Catches // the facts that were caught in one of the two only
}

// An Apart is why the moves of two attempts are not set beside one another.
type Apart string

// The reasons, the first that holds.
const (
	ApartOlder   Apart = "older"   // one was played under older rules: only its figures are left
	ApartCase    Apart = "case"    // they are of different cases
	ApartRewrite Apart = "rewrite" // the scenario was written anew in between
	ApartVersion Apart = "version" // they are of different variants
	ApartSetting Apart = "setting" // the caller began in another mood
	ApartRescue  Apart = "rescue"  // one was taken over under way
)

// A Difference is a figure of both attempts, from 0 to 100 as shown.
type Difference struct {
	Before, Now int
	Final       [2]bool // whether each stands: of the earlier, of the later
}

// Known reports whether both figures stand, so that By means something.
func (d Difference) Known() bool { return d.Final[0] && d.Final[1] }

// By is by how much the later one is higher: the difference of what is shown.
func (d Difference) By() int { return d.Now - d.Before }

// A Shown is how often a behaviour earned or cost points in each attempt; what
// was said before a rescue was taken over is nobody's.
type Shown struct {
	rubric.Behaviour
	Before, Now int
}

// A Pair is a move of each attempt at the same place of the call; -1 where the
// other has none there.
type Pair struct {
	Before, Now int
	Same        bool // they are the same move, and equally well made
}

// Catches is a fact that the caller told and that was noted rightly in one of
// two attempts only.
type Catches struct {
	Fact call.Heard
	Now  bool // in the later one
}

// Compare sets two attempts beside one another, in whatever order they come.
func Compare(a, b *Review) *Comparison {
	if order := a.Attempt.Started.Compare(b.Attempt.Started); order > 0 || order == 0 && a.Attempt.ID > b.Attempt.ID {
		a, b = b, a
	}
	c := &Comparison{Before: a, Now: b, Apart: apart(a, b)}
	c.Overall = Difference{score.Shown(a.Summary.Overall), score.Shown(b.Summary.Overall), [2]bool{a.Summary.Scored && a.Summary.Final, b.Summary.Scored && b.Summary.Final}}
	for _, k := range rubric.Keys {
		c.Keys[k] = Difference{
			score.Shown(a.Card.Keys[k].Score), score.Shown(b.Card.Keys[k].Score),
			[2]bool{a.Summary.Scored && a.Card.Keys[k].Final, b.Summary.Scored && b.Card.Keys[k].Final},
		}
	}
	if c.Apart == ApartOlder {
		return c
	}
	c.Behaviours = shown(a, b)
	if c.Apart == "" {
		c.lay()
	}
	return c
}

// apart is why the moves of the two are not beside one another.
func apart(a, b *Review) Apart {
	x, y := a.Attempt, b.Attempt
	switch {
	case a.Case == nil || b.Case == nil:
		return ApartOlder
	case x.Scenario != y.Scenario:
		return ApartCase
	case x.ScenarioHash != y.ScenarioHash:
		return ApartRewrite
	case x.Variant != y.Variant:
		return ApartVersion
	case x.Setting != y.Setting:
		return ApartSetting
	case (x.Mode == Rescue) != (y.Mode == Rescue):
		return ApartRescue
	}
	return ""
}

// shown counts the behaviours of both. They are told apart by their ids, since
// the two may have been scored by different rubrics; what they mean is told by
// the later one's.
func shown(before, now *Review) []Shown {
	at := map[string]int{}
	var all []Shown
	count := func(v *Review, n func(*Shown) *int) {
		for _, it := range v.Card.Items {
			if it.Behaviour < 0 || it.Reason != score.ForBehaviour || it.Move < v.Given() {
				continue
			}
			b := v.Case.Rubric.Behaviours[it.Behaviour]
			if _, known := at[b.ID]; !known {
				at[b.ID], all = len(all), append(all, Shown{Behaviour: b})
			}
			*n(&all[at[b.ID]])++
		}
	}
	count(now, func(s *Shown) *int { return &s.Now })
	count(before, func(s *Shown) *int { return &s.Before })
	order := func(id string) int {
		for _, v := range []*Review{now, before} {
			if i, ok := v.Case.Rubric.Index(id); ok {
				return i
			}
		}
		return len(all)
	}
	slices.SortStableFunc(all, func(a, b Shown) int { return cmp.Compare(order(a.ID), order(b.ID)) })
	return all
}

// Gained are the strengths that earned in the later attempt alone, Lost those
// that earned in the earlier alone.
func (c *Comparison) Gained() []Shown { return c.only(true, false) }

// Lost are the strengths that earned in the earlier attempt alone.
func (c *Comparison) Lost() []Shown { return c.only(true, true) }

// Mended are the faults of the earlier attempt alone.
func (c *Comparison) Mended() []Shown { return c.only(false, true) }

// Slipped are the faults of the later attempt alone.
func (c *Comparison) Slipped() []Shown { return c.only(false, false) }

// Both are the strengths that earned in both attempts.
func (c *Comparison) Both() []Shown {
	var all []Shown
	for _, s := range c.Behaviours {
		if s.Strength() && s.Before > 0 && s.Now > 0 {
			all = append(all, s)
		}
	}
	return all
}

func (c *Comparison) only(strength, before bool) []Shown {
	var all []Shown
	for _, s := range c.Behaviours {
		in, out := s.Now, s.Before
		if before {
			in, out = out, in
		}
		if s.Strength() == strength && in > 0 && out == 0 {
			all = append(all, s)
		}
	}
	return all
}

// lay sets the moves beside one another.
func (c *Comparison) lay() {
	c.Pairs = pairs(c.Before, c.Now)
	c.Fork = slices.IndexFunc(c.Pairs, func(p Pair) bool { return !p.Same })
	if c.Fork < 0 {
		c.Fork = len(c.Pairs)
	}
	for n, v := range []*Review{c.Before, c.Now} {
		c.Points[n] = make([]int, len(v.Moves))
		for _, it := range v.Card.Items {
			c.Points[n][it.Move] += it.Points
		}
	}
	c.Caught = catches(c.Before, c.Now)
}

// Turn is the pair of two moves that did most for the later attempt: what both
// did at the same place, and the later one earned most more. ok is false where
// none did.
func (c *Comparison) Turn() (turn Pair, ok bool) {
	most := 0
	for _, p := range c.Pairs {
		if p.Same || p.Before < 0 || p.Now < 0 {
			continue
		}
		if by := c.Points[1][p.Now] - c.Points[0][p.Before]; by > most {
			most, turn, ok = by, p, true
		}
	}
	return turn, ok
}

// Heard is what the caller told that was worth noting, and how well it was.
func (v *Review) Heard() []call.Heard {
	if v.Case == nil {
		return nil
	}
	var lines []int
	for _, s := range v.Said {
		if s.Voice == TheCaller {
			lines = append(lines, s.Line)
		}
	}
	notes := make([]call.Note, len(v.Notes))
	for i, k := range v.Notes {
		notes[i] = k.Note
	}
	return v.Case.Heard(lines, notes)
}

// catches are the facts that only one of the two caught, in the order of the
// case.
func catches(before, now *Review) []Catches {
	type fact struct{ line, start int }
	caught := func(v *Review) map[fact]call.Heard {
		all := map[fact]call.Heard{}
		for _, h := range v.Heard() {
			if h.Catch == call.Caught {
				all[fact{h.Line, h.Fact.Start}] = h
			}
		}
		return all
	}
	was, is := caught(before), caught(now)
	var all []Catches
	for f, h := range is {
		if _, both := was[f]; !both {
			all = append(all, Catches{h, true})
		}
	}
	for f, h := range was {
		if _, both := is[f]; !both {
			all = append(all, Catches{h, false})
		}
	}
	slices.SortFunc(all, func(a, b Catches) int {
		return cmp.Or(cmp.Compare(a.Fact.Line, b.Fact.Line), cmp.Compare(a.Fact.Fact.Start, b.Fact.Fact.Start))
	})
	return all
}

// Comparable reports whether an attempt has figures that can be set beside
// another's.
func (s Summary) Comparable() bool { return s.Scored && s.Stage != StageLeft }

// Comparable are the scored attempts of a person that one may be set beside:
// those of its case first, then the others, each newest first. The attempt
// itself is not among them. A mode other than "" leaves that one alone.
func (d *Desk) Comparable(whose Profile, with Attempt, mode Mode) ([]Summary, error) {
	all, err := d.Store.Summaries(Query{Profile: whose.ID, Mode: mode, Scored: true})
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(s Summary) bool { return s.Attempt.ID == with.ID || !s.Comparable() })
	slices.SortStableFunc(all, func(a, b Summary) int {
		return cmp.Compare(foreign(a, with), foreign(b, with))
	})
	return all, nil
}

func foreign(s Summary, with Attempt) int {
	if s.Attempt.Scenario == with.Scenario {
		return 0
	}
	return 1
}
