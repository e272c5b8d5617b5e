package debrief

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
)

// A reading is a call as it is told, with the moments that are told first.
type reading struct{ *telling.Reading }

// A moment is a move that is told of before all others.
type moment struct {
	move int
	item score.Item // what names it; Behaviour is -1 where nothing does
	rank float64
}

// worked are the one or two moments that worked best: by what they earned, how
// far the heat fell, and whether the caller opened up.
func (r *reading) worked() []moment {
	var all []moment
	for _, t := range r.Turns {
		m := moment{move: t.Move, item: score.Item{Behaviour: -1}}
		bad := false
		for _, it := range t.Items {
			bad = bad || it.Points < 0 || it.Critical || r.given(t.Move)
			if it.Reason != score.ForBehaviour || it.Points <= 0 {
				continue
			}
			m.rank += float64(it.Points)
			if it.Points > m.item.Points {
				m.item = it
			}
		}
		if m.item.Behaviour < 0 || bad {
			continue
		}
		m.rank += r.opened(t.Move)
		all = append(all, m)
	}
	slices.SortStableFunc(all, func(a, b moment) int { return cmp.Compare(b.rank, a.rank) })
	all = slices.CompactFunc(all, func(a, b moment) bool { return a.item.Behaviour == b.item.Behaviour })
	return inOrder(all[:min(2, len(all))])
}

// opened is how much a move eased the caller: degrees of heat, and twice as
// much for a concern they then told of.
func (r *reading) opened(i int) float64 {
	before, after := r.States[i], r.After(i)
	if r.Moves[i].Kind != call.Reply {
		return 0
	}
	eased := 3 * float64(int(before.Heat)-int(after.Heat))
	for k, c := range r.Case.Scenario.Concerns {
		if c.Hidden && !before.Has(call.Found(k)) && after.Has(call.Found(k)) {
			eased += 6
		}
	}
	return eased
}

// toWorkOn are at most three moves: those with a critical fault, then by what
// they cost. While the engine is at work, the points they lost stand for it.
func (r *reading) toWorkOn() []moment {
	var all []moment
	for _, t := range r.Turns[min(1+r.Given(), len(r.Turns)):] {
		m := r.lost(t)
		j, judged := r.Judgement(t.Move)
		if judged {
			m.rank = 0
			if j.HasBetter || m.item.Critical {
				m.rank = j.Cost
			}
		}
		if m.item.Critical {
			m.rank += criticalRank
		}
		if m.rank > 0 {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b moment) int { return cmp.Compare(b.rank, a.rank) })
	return inOrder(all[:min(3, len(all))])
}

// criticalRank is more than any call can cost.
const criticalRank = 1000

// lost is a turn by the points it lost; its item is the worst of them.
func (r *reading) lost(t telling.Turn) moment {
	m := moment{move: t.Move, item: score.Item{Behaviour: -1}}
	for _, it := range t.Items {
		if it.Points >= 0 && !it.Critical {
			continue
		}
		m.rank -= float64(it.Points)
		if m.item.Behaviour < 0 || it.Critical && !m.item.Critical || it.Points < m.item.Points && it.Critical == m.item.Critical {
			m.item = it
		}
	}
	return m
}

// inOrder puts moments in the order of the call.
func inOrder(m []moment) []moment {
	slices.SortFunc(m, func(a, b moment) int { return cmp.Compare(a.move, b.move) })
	return m
}

// fork is the first move at which the best call goes another way; the number
// of its moves when it never does.
func (r *reading) fork() int {
	for i, m := range r.Analysis.BestLine {
		if i >= len(r.Moves) || r.Moves[i] != m {
			return i
		}
	}
	return len(r.Analysis.BestLine)
}

// pendingWords say until when the follow-up is open.
func (r *reading) pendingWords() string {
	p := r.Promise
	switch {
	case p == nil:
		return locale.Text("debrief.pending")
	case p.Begun || r.End.Stage == call.Talking && r.inSecond():
		return locale.Text("debrief.pending.call")
	case p.Due(r.Now):
		return locale.Text("debrief.pending.due", map[string]any{"When": r.when(p.Hour)})
	}
	return locale.Text("debrief.pending.until", map[string]any{"When": r.when(p.Hour)})
}

// when is an hour within a sentence: today 11:00, Tuesday 24 November 11:00.
func (r *reading) when(t time.Time) string {
	words := locale.When(t, r.Now)
	for _, day := range []string{locale.Text("day.today"), locale.Text("day.tomorrow"), locale.Text("day.yesterday")} {
		if strings.HasPrefix(words, day) {
			return telling.Lower(words)
		}
	}
	return words
}

func (r *reading) inSecond() bool { return !r.Case.InFirstCall(r.End) && !r.Case.InHouse(r.End) }

// shown is a key's score and whether it stands.
func (r *reading) shown(k rubric.Key) (int, bool) {
	return score.Shown(r.Card.Keys[k].Score), r.Card.Keys[k].Final
}
