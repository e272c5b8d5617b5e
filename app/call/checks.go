package call

import (
	"slices"

	"keepcool/app/rubric"
)

// findCycles marks the beats that can be come back to, and reports the cycles
// that cost the caller no patience: a call could then go on for ever.
func (k *compiler) findCycles() {
	for _, group := range k.components(func(*Answer) bool { return true }) {
		for _, b := range group {
			k.Beats[b].OnCycle = true
		}
	}
	for _, group := range k.components(func(a *Answer) bool { return a.effect.patience == 0 }) {
		slices.Sort(group)
		b := k.Beats[group[0]].Script
		k.problem(b.At, FreeCycle, "From the beat %q the call can come back to it without costing the caller any patience, and so might never end. Give a reply on the way round a patience: of -1 or less.", b.ID)
	}
}

// components are the sets of beats that can reach one another over the
// replies of follow: Tarjan's strongly connected components that hold an edge,
// with a stack of its own so that a long case cannot exhaust the machine's.
func (k *compiler) components(follow func(*Answer) bool) [][]int {
	t := tarjan{k: k, follow: follow, index: make([]int, len(k.Beats)), low: make([]int, len(k.Beats)), on: make([]bool, len(k.Beats))}
	for b := range k.Beats {
		if t.index[b] == 0 {
			t.visit(b)
		}
	}
	return t.found
}

type tarjan struct {
	k          *compiler
	follow     func(*Answer) bool
	index, low []int
	on         []bool
	stack      []int
	next       int
	found      [][]int
}

func (t *tarjan) visit(root int) {
	type frame struct{ beat, reply int }
	work := []frame{{root, t.open(root)}}
	for len(work) > 0 {
		f := &work[len(work)-1]
		if f.reply < t.k.Beats[f.beat].To {
			a := &t.k.Replies[f.reply]
			f.reply++
			to := int(a.Go)
			switch {
			case !t.follow(a):
			case t.index[to] == 0:
				work = append(work, frame{to, t.open(to)})
			case t.on[to]:
				t.low[f.beat] = min(t.low[f.beat], t.index[to])
			}
			continue
		}
		t.close(f.beat)
		done := f.beat
		work = work[:len(work)-1]
		if len(work) > 0 {
			parent := work[len(work)-1].beat
			t.low[parent] = min(t.low[parent], t.low[done])
		}
	}
}

func (t *tarjan) open(b int) int {
	t.next++
	t.index[b], t.low[b] = t.next, t.next
	t.stack, t.on[b] = append(t.stack, b), true
	return t.k.Beats[b].From
}

func (t *tarjan) close(b int) {
	if t.low[b] != t.index[b] {
		return
	}
	at := slices.Index(t.stack, b)
	group := slices.Clone(t.stack[at:])
	t.stack = t.stack[:at]
	for _, m := range group {
		t.on[m] = false
	}
	if len(group) > 1 || t.loops(b) {
		t.found = append(t.found, group)
	}
}

func (t *tarjan) loops(b int) bool {
	for i := t.k.Beats[b].From; i < t.k.Beats[b].To; i++ {
		if a := &t.k.Replies[i]; int(a.Go) == b && t.follow(a) {
			return true
		}
	}
	return false
}

// placeEarned gives a flag to every strength wanted at a beat that can be come
// back to, so that it earns once.
func (k *compiler) placeEarned() {
	used := 0
	for i := range k.Beats {
		b := &k.Beats[i]
		if !b.OnCycle {
			continue
		}
		bits := map[int]Flags{}
		for j := b.From; j < b.To; j++ {
			a := &k.Replies[j]
			for n := range a.Shows {
				sh := &a.Shows[n]
				if !sh.Wanted {
					continue
				}
				if bits[sh.Behaviour] == 0 {
					if used == maxEarned {
						k.problem(b.Script.At, TooManyOnCycles, "Together, the beats that can be come back to want more than %d behaviours. Let the call come back to fewer beats, or want fewer behaviours there.", maxEarned)
						return
					}
					bits[sh.Behaviour] = earnedLow << used
					used++
				}
				sh.Earned = bits[sh.Behaviour]
				a.sets |= sh.Earned
			}
		}
	}
}

func (k *compiler) checkBeats() {
	for i := range k.Beats {
		b := &k.Beats[i]
		if last := b.LineTo - 1; last < b.LineFrom || k.Lines[last].when != nil {
			k.problem(b.Script.At, LineMayFail, "At the beat %q the caller may have nothing to say. Let its last line have no when: and no fact of a concern that opens: only under a condition.", b.Script.ID)
		}
		open := b.Ending
		for j := b.From; j < b.To; j++ {
			open = open || k.Replies[j].when == nil
			k.checkReply(&k.Replies[j], b)
		}
		if !open {
			k.problem(b.Script.At, AllClosed, "At the beat %q every reply has an if:, so that all may be closed. Leave one without.", b.Script.ID)
		}
		k.checkWants(b)
	}
}

func (k *compiler) checkReply(a *Answer, b *Beat) {
	fault := false
	for _, sh := range a.Shows {
		behaviour := k.Rubric.Behaviours[sh.Behaviour]
		fault = fault || behaviour.Fault()
		if behaviour.ID == rubric.Closed && !b.Script.Gathering {
			k.problem(a.Script.At, NotGathering, "Closed questions are a fault only while gathering: add gathering: yes to the beat %q or take closed-while-gathering away.", b.Script.ID)
		}
	}
	if fault && a.Script.Tempts == "" {
		k.problem(a.Script.At, NoTempts, "The reply %s shows a fault but has no tempts: line. Say in one sentence why a decent person would give it.", a.ID).Warning = true
	}
}

func (k *compiler) checkWants(b *Beat) {
	for _, w := range b.Script.Wants {
		j, ok := k.Rubric.Index(w.Text)
		if !ok || b.WantsReadBack && k.Rubric.Behaviours[j].ID == rubric.CallReadBack {
			continue
		}
		shown := slices.ContainsFunc(k.Replies[b.From:b.To], func(a Answer) bool { return a.shows[j] })
		if !shown {
			k.problem(w.At, WantedNotShown, "The beat %q wants %s, but none of its replies shows it.", b.Script.ID, w.Text).Warning = true
		}
	}
}
