package call

import (
	"fmt"

	"keepcool/app/rubric"
	"keepcool/app/script"
)

// Compile turns a scenario into a case. The diagnostics add what only the
// rubric or the whole of the call can tell; the case is nil when one of them
// is an error. The scenario must have been parsed without errors.
func Compile(s *script.Scenario, r *rubric.Rubric) (*Case, []script.Diagnostic) {
	k := &compiler{
		Case: &Case{
			Scenario: s, Rubric: r,
			byRole: map[script.Role]int{}, replies: map[string]uint16{},
			hold: uint8(r.HoldPatience), breathe: uint8(r.BreathePatience), readBack: uint8(r.ReadBackPatience),
		},
		beats: map[string]uint16{},
	}
	k.checkCaller()
	k.programEffects()
	k.layOut()
	if !script.Errors(k.problems) {
		k.link()
		k.findCycles()
		k.placeEarned()
		k.checkBeats()
	}
	if script.Errors(k.problems) {
		return nil, k.problems
	}
	k.findLive()
	k.planPacking()
	k.startStates()
	return k.Case, k.problems
}

type compiler struct {
	*Case
	beats    map[string]uint16
	problems []script.Diagnostic
}

func (k *compiler) problem(at script.Pos, code, format string, args ...any) *script.Diagnostic {
	k.problems = append(k.problems, script.Diagnostic{
		Code: code, Line: at.Line, Col: at.Col, Message: fmt.Sprintf(format, args...),
	})
	return &k.problems[len(k.problems)-1]
}

func (k *compiler) checkCaller() {
	t := k.Scenario.Caller.Temper
	names := make([]string, len(k.Rubric.Tempers))
	for i, n := range k.Rubric.Tempers {
		names[i] = n.ID
	}
	if _, ok := index(names, t.Text); !ok {
		k.problem(t.At, UnknownTemper, "The rubric has no temper %q.", t.Text).Hint = script.Nearest(t.Text, names)
	}
	if n := len(k.Scenario.Concerns); n > MaxConcerns {
		k.problem(k.Scenario.Concerns[MaxConcerns].At, TooManyConcerns, "A case can have at most %d concerns; this is one too many.", MaxConcerns)
	}
}

// programEffects takes from the rubric what the program itself shows.
func (k *compiler) programEffects() {
	for id, to := range map[string]*effect{
		rubric.CutIn: &k.cutIn, rubric.SlowToAnswer: &k.slow, rubric.OverPromise: &k.overPromise,
		rubric.VaguePromise: &k.vague, rubric.CallReadBack: &k.readBackEffect,
	} {
		if b, ok := k.Rubric.Find(id); ok {
			*to = k.behaviourEffect(b)
		}
	}
}

func (k *compiler) behaviourEffect(b rubric.Behaviour) effect {
	e := b.Effect(k.Scenario.Caller.Temper.Text)
	return effect{int8(e.Heat), int8(e.Trust), int8(e.Confusion), int8(b.Patience)}
}

// layOut gives every beat, line and reply its index.
func (k *compiler) layOut() {
	for i := range k.Scenario.Calls {
		sc := &k.Scenario.Calls[i]
		k.byRole[sc.Role] = i
		k.Calls = append(k.Calls, Call{Script: sc, First: uint16(len(k.Beats))})
		for j := range sc.Beats {
			k.layOutBeat(&sc.Beats[j], i)
		}
	}
	if len(k.Beats) > 1<<16-1 || len(k.Replies) > 1<<16-1 {
		k.problem(script.Pos{Line: 1, Col: 1}, TooLarge, "A case can have at most 65,535 beats and as many replies.")
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
		if j, ok := k.behaviour(w.Text, w.At); ok {
			b.wants[j] = true
			b.WantsReadBack = b.WantsReadBack || w.Text == rubric.CallReadBack
		}
	}
	k.Beats = append(k.Beats, b)
}

func (k *compiler) behaviour(id string, at script.Pos) (int, bool) {
	i, ok := k.Rubric.Index(id)
	if !ok {
		names := make([]string, len(k.Rubric.Behaviours))
		for j, b := range k.Rubric.Behaviours {
			names[j] = b.ID
		}
		k.problem(at, UnknownBehaviour, "The rubric has no behaviour %q.", id).Hint = script.Nearest(id, names)
	}
	return i, ok
}

func (k *compiler) link() {
	for i := range k.Lines {
		l := &k.Lines[i]
		l.when = k.condition(l.Script.When)
		for _, f := range l.Script.Says {
			j, ok := k.concern(f.Concern)
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
		j, ok := k.behaviour(sh.Behaviour, sh.At)
		if !ok {
			continue
		}
		a.shows[j] = true
		b := k.Rubric.Behaviours[j]
		a.effect = a.effect.plus(k.behaviourEffect(b))
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

// condition compiles a script condition; nil always holds.
func (k *compiler) condition(sc script.Condition) condition {
	var out condition
	for _, terms := range sc.Any {
		g := group{high: [3]uint8{11, 11, 11}}
		for _, t := range terms {
			k.term(&g, t)
		}
		out = append(out, g)
	}
	return out
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
		if j, ok := k.behaviour(t.Name, t.At); ok && t.Not {
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
	case !ok:
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
