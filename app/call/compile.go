package call

import (
	"fmt"
	"slices"

	"keepcool/app/rubric"
	"keepcool/app/script"
)

// Compile turns a scenario into a case: in the variant that it stands for
// (script.Scenario.Plain), or in its first. The diagnostics add what only the
// rubric or the whole of the call can tell; the case is nil when one of them
// is an error. The scenario must have been parsed without errors.
func Compile(s *script.Scenario, r *rubric.Rubric) (*Case, []script.Diagnostic) {
	s = s.Plain(0)
	k := &compiler{
		Case: &Case{
			Scenario: s, Rubric: r,
			byRole: map[script.Role]int{}, replies: map[string]uint16{},
			hold: uint8(r.HoldPatience), breathe: uint8(r.BreathePatience), readBack: uint8(r.ReadBackPatience),
		},
		beats: map[string]uint16{},
	}
	k.checkWords()
	k.layOut()
	if k.checkSizes() {
		k.link()
		k.findCycles()
		k.placeEarned()
		k.checkBeats()
	}
	if script.Errors(k.problems) {
		return nil, k.problems
	}
	k.findLive()
	k.orderBeats()
	k.planPacking()
	k.startStates()
	return k.Case, k.problems
}

type compiler struct {
	*Case
	beats    map[string]uint16
	problems []script.Diagnostic
}

// CompileAll turns a scenario into one case for each of its variants. What is
// wrong in several variants is told once. There are no cases when one of the
// diagnostics is an error.
func CompileAll(s *script.Scenario, r *rubric.Rubric) ([]*Case, []script.Diagnostic) {
	var cases []*Case
	var problems []script.Diagnostic
	for v := range s.VariantCount() {
		c, found := Compile(s.Plain(v), r)
		cases = append(cases, c)
		for _, d := range found {
			if !slices.ContainsFunc(problems, func(o script.Diagnostic) bool { return samePlace(o, d) }) {
				problems = append(problems, d)
			}
		}
	}
	if script.Errors(problems) {
		return nil, problems
	}
	return cases, problems
}

func samePlace(a, b script.Diagnostic) bool {
	return a.Code == b.Code && a.Line == b.Line && a.Col == b.Col
}

// problem reports what is wrong at a place, once: a fragment may be written
// out many times.
func (k *compiler) problem(at script.Pos, code, format string, args ...any) *script.Diagnostic {
	for i := range k.problems {
		if d := &k.problems[i]; d.Code == code && d.Line == at.Line && d.Col == at.Col {
			return d
		}
	}
	k.problems = append(k.problems, script.Diagnostic{
		Code: code, Line: at.Line, Col: at.Col, Message: fmt.Sprintf(format, args...),
	})
	return &k.problems[len(k.problems)-1]
}

// checkSizes reports a case that is larger than a state can hold, which then
// cannot be looked at any further.
func (k *compiler) checkSizes() (sound bool) {
	concerns := k.Scenario.Concerns
	if len(concerns) > MaxConcerns {
		k.problem(concerns[MaxConcerns].At, TooManyConcerns, "A case can have at most %d concerns; this is one too many.", MaxConcerns)
		return false
	}
	if len(k.Beats) > 1<<16-1 || len(k.Replies) > 1<<16-1 {
		k.problem(script.Pos{Line: 1, Col: 1}, TooLarge, "A case can have at most 65,535 beats and as many replies.")
		return false
	}
	return true
}

// programEffects takes from the rubric what the program itself shows.
func (k *compiler) programEffects(c *Call) {
	for id, to := range map[string]*effect{
		rubric.CutIn: &c.cutIn, rubric.SlowToAnswer: &c.slow, rubric.OverPromise: &c.overPromise,
		rubric.VaguePromise: &c.vague, rubric.CallReadBack: &c.readBack,
	} {
		if b, ok := k.Rubric.Find(id); ok {
			*to = k.behaviourEffect(b, c)
		}
	}
}

// behaviourEffect is what a behaviour does to who is on the line in a call.
func (k *compiler) behaviourEffect(b rubric.Behaviour, c *Call) effect {
	temper := k.Scenario.Caller.Temper.Text
	if c.Script.Role == script.Inside {
		temper = c.Script.Temper.Text
	}
	e := b.Effect(temper)
	return effect{int8(e.Heat), int8(e.Trust), int8(e.Confusion), int8(b.Patience)}
}

// layOut gives every beat, line and reply its index.
func (k *compiler) layOut() {
	for i := range k.Scenario.Calls {
		sc := &k.Scenario.Calls[i]
		k.byRole[sc.Role] = i
		c := Call{Script: sc, First: uint16(len(k.Beats))}
		k.programEffects(&c)
		k.Calls = append(k.Calls, c)
		for j := range sc.Beats {
			k.layOutBeat(&sc.Beats[j], i)
		}
	}
}

func (k *compiler) layOutBeat(sb *script.Beat, call int) {
	at := len(k.Beats)
	b := Beat{
		Script: sb, Call: call, Ending: sb.Ending != "", Fair: sb.FairHangUp,
		LineFrom: len(k.Lines), LineTo: len(k.Lines) + len(sb.Lines),
		From: len(k.Replies), To: len(k.Replies) + len(sb.Replies),
		wants: make([]bool, len(k.Rubric.Behaviours)),
	}
	k.beats[sb.ID] = uint16(at)
	for i := range sb.Lines {
		k.Lines = append(k.Lines, Line{Script: &sb.Lines[i], Beat: uint16(at)})
	}
	for i := range sb.Replies {
		sr := &sb.Replies[i]
		a := Answer{ID: sb.ID + "." + sr.ID, Script: sr, Beat: uint16(at), Promises: sr.Promises}
		k.replies[a.ID] = uint16(len(k.Replies))
		k.Replies = append(k.Replies, a)
	}
	for _, w := range sb.Wants {
		if j, ok := k.Rubric.Index(w.Text); ok {
			b.wants[j] = true
			b.WantsReadBack = b.WantsReadBack || w.Text == rubric.CallReadBack
		}
	}
	k.Beats = append(k.Beats, b)
}

func (k *compiler) link() {
	for i := range k.Lines {
		l := &k.Lines[i]
		l.when = k.condition(l.Script.When)
		for _, f := range l.Script.Says {
			j, ok := k.concernAt(script.Word{Text: f.Concern, At: f.At})
			if !ok {
				continue
			}
			if l.finds&Found(j) == 0 {
				l.when = and(l.when, k.condition(k.Scenario.Concerns[j].Opens))
			}
			l.finds |= Found(j)
		}
	}
	for i := range k.Replies {
		k.linkReply(&k.Replies[i])
	}
	for i := range k.Calls {
		c := &k.Calls[i]
		for _, t := range c.Script.Reads {
			c.keep |= k.flag(t)
		}
	}
}

func (k *compiler) linkReply(a *Answer) {
	sr := a.Script
	a.Go = k.beats[sr.Go.Text]
	a.when = k.condition(sr.If)
	a.shows = make([]bool, len(k.Rubric.Behaviours))
	beat := &k.Beats[a.Beat]
	for _, sh := range sr.Shows {
		j, ok := k.Rubric.Index(sh.Behaviour)
		if !ok {
			continue
		}
		a.shows[j] = true
		b := k.Rubric.Behaviours[j]
		a.effect = a.effect.plus(k.behaviourEffect(b, &k.Calls[beat.Call]))
		if b.Strength() && !beat.Script.WantsGiven {
			beat.wants[j] = true
		}
		a.Shows = append(a.Shows, Shown{Behaviour: j, Wanted: b.Strength() && beat.wants[j]})
	}
	for i, over := range []*int{sr.Moods.Heat, sr.Moods.Trust, sr.Moods.Confusion, sr.Patience} {
		if over != nil {
			*[]*int8{&a.effect.heat, &a.effect.trust, &a.effect.conf, &a.effect.patience}[i] = int8(*over)
		}
	}
	for _, w := range sr.Settles {
		if j, ok := k.concern(w.Text); ok {
			a.Settles = append(a.Settles, uint8(j))
		}
	}
	if sr.Gives {
		a.sets |= Given
	}
	if sr.Permission {
		a.sets |= Permission
	}
}

// concernAt is the concern of a name where this variant must have it. Parse has
// seen that some variant does.
func (k *compiler) concernAt(w script.Word) (int, bool) {
	j, ok := k.concern(w.Text)
	if !ok && w.Text != "" {
		_, variant := k.Scenario.Variant()
		k.problem(w.At, script.UnknownConcern, "The variant %s has no concern %q. Give this part only: too, or the concern to all variants.", variant, w.Text)
	}
	return j, ok
}

// condition compiles a script condition; nil always holds. A concern of another
// variant is never found or settled in this one: what asks for it cannot hold
// and is left out, and where nothing else is left, that is a problem.
func (k *compiler) condition(sc script.Condition) condition {
	var out condition
	var foreign script.Term
	for _, terms := range sc.Any {
		if i := slices.IndexFunc(terms, k.foreign); i >= 0 {
			foreign = terms[i]
			continue
		}
		g := group{high: [3]uint8{11, 11, 11}}
		for _, t := range terms {
			k.term(&g, t)
		}
		out = append(out, g)
	}
	if len(out) == 0 && len(sc.Any) > 0 {
		k.concernAt(script.Word{Text: foreign.Name, At: foreign.At})
	}
	return out
}

// foreign reports whether a term asks for a concern that the variant lacks.
func (k *compiler) foreign(t script.Term) bool {
	_, ok := k.concern(t.Name)
	return (t.Kind == script.Found || t.Kind == script.Settled) && !t.Not && !ok
}

func (k *compiler) term(g *group, t script.Term) {
	switch t.Kind {
	case script.AtLeast, script.Under:
		i, _ := index([]string{"heat", "trust", "confusion"}, t.Name)
		if (t.Kind == script.AtLeast) != t.Not {
			g.low[i] = max(g.low[i], uint8(t.Level))
		} else {
			g.high[i] = min(g.high[i], uint8(t.Level))
		}
	case script.Behaviour:
		if j, ok := k.Rubric.Index(t.Name); ok && t.Not {
			g.lacks = append(g.lacks, j)
		} else if ok {
			g.shows = append(g.shows, j)
		}
	default:
		if t.Not {
			g.unset |= k.flag(t)
		} else {
			g.set |= k.flag(t)
		}
	}
}

func (k *compiler) flag(t script.Term) Flags {
	switch t.Kind {
	case script.Given:
		return Given
	case script.Permission:
		return Permission
	case script.ReadBack:
		return ReadBack
	case script.Promised:
		return HasPromise
	}
	j, ok := k.concern(t.Name)
	switch {
	case !ok: // of another variant: never set
		return 0
	case t.Kind == script.Settled:
		return Settled(j)
	}
	return Found(j)
}

// and joins two conditions so that both must hold.
func and(a, b condition) condition {
	if a == nil || b == nil {
		return append(a, b...)
	}
	var out condition
	for _, g := range a {
		for _, h := range b {
			both := group{set: g.set | h.set, unset: g.unset | h.unset}
			for i := range g.low {
				both.low[i], both.high[i] = max(g.low[i], h.low[i]), min(g.high[i], h.high[i])
			}
			both.shows = append(append(both.shows, g.shows...), h.shows...)
			both.lacks = append(append(both.lacks, g.lacks...), h.lacks...)
			out = append(out, both)
		}
	}
	return out
}

func (k *compiler) startStates() {
	c := k.Scenario.Caller
	for set, m := range map[Setting]script.Moods{Gentle: c.Gentle, Normal: c.Normal, Hard: c.Hard} {
		s := State{
			Beat: k.Calls[0].First, Heat: uint8(m.Heat), Trust: uint8(m.Trust),
			Conf: uint8(m.Confusion), Patience: uint8(m.Patience),
		}
		k.say(&s, nil)
		k.start[set] = s
	}
}
