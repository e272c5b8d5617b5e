package flowchart

import (
	"fmt"

	"keepcool/app/call"
	"keepcool/app/layered"
	"keepcool/app/script"
)

const (
	margin     = 24.0
	titleSpace = 72.0 // of a region, with the dot that its call starts at
)

// A region is one call of the case, laid out.
type region struct {
	title, moods string
	beats        []box
	labels       []box // by edge
	drawing      layered.Drawing
	graph        layered.Graph
	at           layered.Point // its corner
	size         layered.Size
}

func (p *picture) region(n int) *region {
	k := p.case_.Calls[n]
	r := &region{title: callName(k.Script), moods: p.startMoods(n)}
	place := map[uint16]int{}
	var beats []int
	for i := range p.case_.Beats {
		if p.case_.Beats[i].Call == n {
			place[uint16(i)] = len(beats)
			beats = append(beats, i)
		}
	}
	for _, i := range beats {
		x := p.beatBox(i)
		r.beats = append(r.beats, x)
		r.graph.Nodes = append(r.graph.Nodes, x.size)
	}
	for _, i := range beats {
		for _, replies := range bundles(p.case_, i) {
			x := p.labelBox(replies)
			e := layered.Edge{From: place[uint16(i)], To: place[p.case_.Replies[replies[0]].Go], Label: x.size, Weight: len(replies)}
			if x.best {
				e.Weight += 6
			}
			r.labels = append(r.labels, x)
			r.graph.Edges = append(r.graph.Edges, e)
		}
	}
	r.drawing = layered.Draw(r.graph)
	wide := max(r.drawing.Size.Width, width(r.title, idSize, true), width(r.moods, textSize, false))
	r.size = layered.Size{Width: wide + 2*margin, Height: r.drawing.Size.Height + titleSpace + margin}
	return r
}

// bundles are the replies of a beat, those together that lead to one place.
func bundles(c *call.Case, beat int) [][]int {
	var all [][]int
	to := map[uint16]int{}
	for i := c.Beats[beat].From; i < c.Beats[beat].To; i++ {
		at, ok := to[c.Replies[i].Go]
		if !ok {
			at = len(all)
			to[c.Replies[i].Go], all = at, append(all, nil)
		}
		all[at] = append(all[at], i)
	}
	return all
}

// startMoods are the moods in which a call starts, in words.
func (p *picture) startMoods(n int) string {
	m := p.case_.Calls[n].Script.Moods
	if p.case_.Calls[n].Script.Role == script.First {
		s := p.case_.Start(p.marks.Setting)
		m = script.Moods{Heat: int(s.Heat), Trust: int(s.Trust), Confusion: int(s.Conf), Patience: int(s.Patience)}
	}
	return fmt.Sprintf("starts with heat %d, trust %d, confusion %d, patience %d", m.Heat, m.Trust, m.Confusion, m.Patience)
}

// arrange puts the first region to the left and the others into columns beside
// it, each column about as high as the first.
func arrange(regions []*region, top float64) layered.Size {
	x, y := margin, top
	most := 0.0
	for _, r := range regions {
		most = max(most, r.size.Height)
	}
	var all layered.Size
	column := 0.0
	for i, r := range regions {
		if i > 0 && (i == 1 || y-top+r.size.Height > most) {
			x, y, column = x+column+margin, top, 0
		}
		r.at = layered.Point{X: x, Y: y}
		y += r.size.Height + margin
		column = max(column, r.size.Width)
		all.Width, all.Height = max(all.Width, x+r.size.Width+margin), max(all.Height, y)
	}
	return all
}
