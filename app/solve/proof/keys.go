package proof

import (
	"cmp"
	"fmt"
	"slices"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// A KeyRange is what is known of one key.
type KeyRange struct {
	Key   string `json:"key"`
	Least int    `json:"least"` // points, where the first call comes to a written ending
	Most  int    `json:"most"`  // points, of all calls
	Low   int    `json:"low"`   // Least as a score, below zero where faults outweigh
	Beats int    `json:"beats"` // where points are at stake
}

// A Play is one play as it is told.
type Play struct {
	Moves    []string `json:"moves"`
	Scores   [4]int   `json:"scores"` // by key
	Overall  int      `json:"overall"`
	Patience int      `json:"patience"` // left at the end of the first call, or of the second if less
}

const (
	ninety    = 90
	failBelow = 60
	minStakes = 3
)

func (p *prover) keys() {
	for _, k := range rubric.Keys {
		r := KeyRange{Key: k.String(), Least: int(p.least[0][k]), Most: p.scale.Best[k]}
		r.Low = 100 * r.Least / max(1, r.Most)
		for _, at := range p.stakes[k] {
			if at {
				r.Beats++
			}
		}
		p.Keys = append(p.Keys, r)
		if r.Beats < minStakes {
			p.find("few-stakes", 0, nil, fmt.Sprintf("In the key %s, points are at stake in %s only. Let it be won or lost in three beats or more.", score.KeyWords(k), count(r.Beats, "beat")))
		}
		if r.Most > 0 && 100*r.Least >= failBelow*r.Most {
			p.find("cannot-fail-key", 0, p.leastPlay(k), fmt.Sprintf("In the key %s, a call that is played to its end has %d at least. Let there be replies that miss more of it.", score.KeyWords(k), r.Low))
		}
	}
	p.ninety()
}

// leastPlay is a play of the least of a key.
func (p *prover) leastPlay(k rubric.Key) []string {
	var out []string
	for n := uint32(0); n < most; {
		e := p.graph.from(int(n))[p.by[n][k]]
		out = append(out, p.c.Format(e.move))
		n = e.to
	}
	return out
}

// ninety looks for the one call that reaches 90 in all keys together.
func (p *prover) ninety() {
	spare := p.c.Rubric.HoldPatience + 1 // a hold could still have been sat through
	moves, whole := p.joint(ninety, spare)
	if moves == nil && whole {
		if moves, whole = p.joint(ninety, 0); moves != nil {
			p.find("no-patience-to-spare", 0, p.format(moves), fmt.Sprintf("A call that reaches 90 in all four keys ends with less than %d patience: not one hold more could have been borne. Let it cost less, or give the caller more patience.", spare))
		}
	}
	if !whole {
		p.undecided("no-ninety", "no-patience-to-spare")
		return
	}
	if moves != nil {
		p.Joint = p.play(moves)
		return
	}
	low, best, whole := p.highestJoint()
	why := fmt.Sprintf("; the most that all four can reach is %d", low)
	if !whole {
		why = ""
	}
	p.find("no-ninety", 0, p.format(best), fmt.Sprintf("No call reaches 90 in all four keys together%s. Somewhere two keys cannot be served at once.", why))
}

// highestJoint is the highest score that all four keys can reach together.
func (p *prover) highestJoint() (low int, best []call.Move, whole bool) {
	low, high := -1, ninety
	for low+1 < high {
		mid := (low + high) / 2
		moves, whole := p.joint(mid, 0)
		switch {
		case !whole:
			return 0, best, false
		case moves != nil:
			low, best = mid, moves
		default:
			high = mid
		}
	}
	return max(0, low), best, true
}

// joint finds a call that reaches a score in all four keys together, ends with
// that patience to spare and shows no critical fault; whole is false when the
// budget ended the search.
func (p *prover) joint(reach, spare int) (moves []call.Move, whole bool) {
	j := jointSearch{prover: p, spare: uint8(spare), seen: map[jointKey]bool{}}
	for k, b := range p.scale.Best {
		j.need[k] = int16((reach*b + 99) / 100)
	}
	found := j.from(0, points{})
	p.States += len(j.seen)
	if found {
		slices.Reverse(j.moves)
		return j.moves, true
	}
	return nil, !j.spent
}

// jointSearch goes depth first, best overall first, and turns back where the
// most that a key can still reach is not enough.
type jointSearch struct {
	*prover
	need  points
	spare uint8
	seen  map[jointKey]bool // where it was tried in vain
	moves []call.Move       // once found, from the last
	spent bool
}

type jointKey struct {
	node uint32
	got  points
}

func (j *jointSearch) from(n uint32, got points) bool {
	for k := range got {
		if got[k]+j.most[n][k] < j.need[k] {
			return false
		}
	}
	key := jointKey{n, got}
	if j.spent || j.seen[key] {
		return false
	}
	if len(j.seen) >= j.budget {
		j.spent = true
		return false
	}
	j.seen[key] = true
	for _, c := range j.candidates(n) {
		sum := got
		for k := range sum {
			sum[k] += int16(c.gain[k])
		}
		if c.to == ended && !slices.ContainsFunc(rubric.Keys[:], func(k rubric.Key) bool { return sum[k] < j.need[k] }) || c.to < most && j.from(c.to, sum) {
			j.moves = append(j.moves, c.move)
			return true
		}
	}
	return false
}

type candidate struct {
	edge
	gain  score.Points
	worth int64
}

// candidates are the edges worth trying, the best overall first.
func (j *jointSearch) candidates(n uint32) []candidate {
	var out []candidate
	s := j.graph.nodes[n].state
	for _, e := range j.graph.from(int(n)) {
		if e.to == cut || e.move.Kind == call.FollowUp && e.move.Word != call.Kept || j.table.Critical(s, e.move) {
			continue
		}
		next, gain := j.gain(s, e)
		if s.Stage == call.Talking && next.Patience < j.spare {
			continue
		}
		out = append(out, candidate{e, gain, j.units.of(gain) + j.worthOf(e.to)})
	}
	slices.SortStableFunc(out, func(a, b candidate) int { return cmp.Compare(b.worth, a.worth) })
	return out
}

// play scores a list of moves.
func (p *prover) play(moves []call.Move) *Play {
	out := &Play{Moves: p.format(moves), Patience: -1}
	s := p.c.Start(p.set)
	for _, m := range moves {
		next, err := p.c.Step(s, m)
		if err != nil {
			return out
		}
		if over := next.Stage != call.Talking && m.Kind != call.FollowUp; over && (out.Patience < 0 || int(next.Patience) < out.Patience) {
			out.Patience = int(next.Patience)
		}
		s = next
	}
	card := p.card(moves)
	for k, key := range card.Keys {
		out.Scores[k] = score.Shown(key.Score)
	}
	out.Overall = score.Shown(card.Overall)
	return out
}

func (p *prover) format(moves []call.Move) []string {
	out := []string{}
	for _, m := range moves {
		out = append(out, p.c.Format(m))
	}
	return out
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
