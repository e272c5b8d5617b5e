package replay

import (
	"math"
	"strconv"

	"keepcool/app/call"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
)

// An entry is one row of the list: a move, one that was tried out, or the head
// of another call.
type entry struct {
	head string // of a call; everything else is empty then

	number, words string
	cost          string // what the move cost, "" for nothing
	critical      bool
	tried         bool // it was only tried out
	place         place
}

// said is an entry for those who hear it.
func (e entry) said() string {
	if e.head != "" {
		return e.head
	}
	words := e.number + " " + e.words
	if e.critical {
		words += ", " + locale.Text("debrief.item.critical")
	}
	if e.cost != "" {
		words += ", " + e.cost
	}
	return words
}

// entries are all moves in their order, each with what was tried out from it
// below it.
func (s *Screen) entries() []entry {
	r := s.r
	all := make([]entry, 0, len(r.Moves))
	for i, m := range r.Moves {
		switch m.Kind {
		case call.FollowUp:
			all = append(all, entry{head: locale.Text("replay.head.second")})
		case call.RingInside:
			all = append(all, entry{head: locale.Text("replay.head.inside")})
		}
		e := entry{number: strconv.Itoa(i + 1), words: r.ShortWords(m), place: place{move: i}}
		e.cost, e.critical = s.costWords(i)
		all = append(all, e)
		for _, v := range s.tried[i] {
			for deep := 1; deep < len(v.trials); deep++ {
				all = append(all, entry{
					number: strconv.Itoa(i+1) + "." + strconv.Itoa(deep), words: r.ShortWords(v.last(deep)),
					tried: true, place: place{i, v, deep},
				})
			}
		}
	}
	return all
}

// costWords are what move i cost of the overall, in a few letters.
func (s *Screen) costWords(i int) (cost string, critical bool) {
	for _, it := range s.r.Turns[i+1].Items {
		critical = critical || it.Critical
	}
	j, known := s.r.Judgement(i)
	switch n := int(math.Round(j.Cost)); {
	case !known || j.Cost == 0:
	case n == 0:
		cost = "<1"
	default:
		cost = telling.Number(-n)
	}
	return cost, critical
}
