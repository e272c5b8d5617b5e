package flowchart

import (
	"bytes"
	"fmt"

	"keepcool/app/call"
	"keepcool/app/layered"
)

// picture is a chart as it is drawn.
type picture struct {
	case_ *call.Case
	marks Marks
	svg
}

// Draw is the picture of a case as SVG 1.1.
func Draw(c *call.Case, m Marks) []byte {
	p := &picture{case_: c, marks: m}
	var regions []*region
	for n := range c.Calls {
		regions = append(regions, p.region(n))
	}
	legend := p.newLegend()
	size := arrange(regions, legend.bottom)
	size.Width = max(size.Width, legend.width)
	p.open(size, c.Scenario.Title)
	p.heading()
	legend.draw(p)
	for _, r := range regions {
		p.drawRegion(r)
	}
	p.WriteString("</svg>\n")
	return p.Bytes()
}

func (p *picture) heading() {
	sc := p.case_.Scenario
	p.text(margin, 40, "title", sc.Title)
	name := sc.ID
	if _, variant := sc.Variant(); variant != "" {
		name += ", variant " + variant
	}
	p.text(margin, 60, "", fmt.Sprintf("%s, in the %s setting: %s, %s, %s", name, p.marks.Setting,
		plural(len(p.case_.Calls), "call"), plural(len(p.case_.Beats), "beat"), plural(len(p.case_.Replies), "reply")))
}

func plural(n int, what string) string {
	switch {
	case n == 1:
		return "1 " + what
	case what == "reply":
		return fmt.Sprintf("%d replies", n)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func (p *picture) drawRegion(r *region) {
	fmt.Fprintf(p, "<g>\n")
	p.rect("region", r.at.X, r.at.Y, r.size.Width, r.size.Height, 10)
	p.text(r.at.X+margin, r.at.Y+24, "name", r.title)
	p.text(r.at.X+margin, r.at.Y+40, "", r.moods)
	corner := layered.Point{X: r.at.X + (r.size.Width-r.drawing.Size.Width)/2, Y: r.at.Y + titleSpace}
	if len(r.beats) > 0 {
		first := r.drawing.Nodes[0]
		top := corner.Y + first.Y - r.graph.Nodes[0].Height/2
		p.start(corner.X+first.X, top)
	}
	for _, best := range []bool{false, true} {
		for e := range r.labels {
			if r.labels[e].best == best {
				p.edge(corner, r, e)
			}
		}
	}
	for i, x := range r.beats {
		p.beat(corner, r.drawing.Nodes[i], x)
	}
	for e, x := range r.labels {
		p.label(corner, r.drawing.Labels[e], x)
	}
	p.WriteString("</g>\n")
}

func (p *picture) start(x, top float64) {
	fmt.Fprintf(p, "<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"5\"/>\n", f(x), f(top-20))
	fmt.Fprintf(p, "<path class=\"edge\" marker-end=\"url(#arrow)\" d=\"M%s %sL%s %s\"/>\n", f(x), f(top-15), f(x), f(top))
}

func (p *picture) edge(corner layered.Point, r *region, e int) {
	class, arrow := "edge", "arrow"
	if r.drawing.Back[e] {
		class = "edge back"
	}
	if r.labels[e].best {
		class, arrow = class+" best", "arrow-best"
	}
	fmt.Fprintf(p, "<path class=\"%s\" d=\"%s\"/>\n", class, path(corner, r.drawing.To[e]))
	fmt.Fprintf(p, "<path class=\"%s\" marker-end=\"url(#%s)\" d=\"%s\"/>\n", class, arrow, path(corner, r.drawing.From[e]))
}

// path is a route as the data of an SVG path.
func path(corner layered.Point, r layered.Route) string {
	var b bytes.Buffer
	for i, to := range r {
		x, y := corner.X+to.X, corner.Y+to.Y
		switch {
		case i == 0:
			fmt.Fprintf(&b, "M%s %s", f(x), f(y))
		case r[i-1].X == to.X:
			fmt.Fprintf(&b, "L%s %s", f(x), f(y))
		default:
			from := r[i-1]
			mid := corner.Y + (from.Y+to.Y)/2
			fmt.Fprintf(&b, "C%s %s %s %s %s %s", f(corner.X+from.X), f(mid), f(x), f(mid), f(x), f(y))
		}
	}
	return b.String()
}

func (p *picture) beat(corner, centre layered.Point, x box) {
	left, top := corner.X+centre.X-x.size.Width/2, corner.Y+centre.Y-x.size.Height/2
	class := "beat"
	if x.best {
		class = "beat best"
	}
	p.group(x.full)
	if x.ending {
		p.rect(class, left, top, x.size.Width, x.size.Height, 14)
		p.rect("inner", left+3, top+3, x.size.Width-6, x.size.Height-6, 11)
	} else {
		p.rect(class, left, top, x.size.Width, x.size.Height, 4)
	}
	if x.ending {
		top++ // below the inner line
	}
	p.text(left+inset, top+17, "name", fit(x.head, idSize, true, x.size.Width-2*inset))
	p.rows(left, top+idHeight+11, x)
	p.WriteString("</g>\n")
}

func (p *picture) label(corner, centre layered.Point, x box) {
	left, top := corner.X+centre.X-x.size.Width/2, corner.Y+centre.Y-x.size.Height/2
	class := "label"
	if x.best {
		class = "label best"
	}
	p.group(x.full)
	p.rect(class, left, top, x.size.Width, x.size.Height, 8)
	p.rows(left, top+14, x)
	p.WriteString("</g>\n")
}

// rows writes the rows of a box, each cut to its width.
func (p *picture) rows(left, y float64, x box) {
	for _, r := range x.rows {
		at, room := left+inset, x.size.Width-2*inset+0.5
		if r.gate && r.mark == "" {
			at, room = at+gateIndent, room-gateIndent
		}
		if r.mark != "" {
			p.mark(r.mark, at+5, y-4)
			at, room = at+markWidth, room-markWidth
		}
		p.row(at, y, room, r)
		y += rowHeight
	}
}

func (p *picture) row(x, y, room float64, r row) {
	if r.bold == "" {
		class := ""
		if r.gate {
			class = "gate"
		}
		p.text(x, y, class, fit(r.text, textSize, false, room))
		return
	}
	name := fit(r.bold, textSize, true, room)
	room -= width(name+" ", textSize, true)
	rest := ""
	if r.text != "" && (width(r.text, textSize, false) <= room || room > 3*textSize) {
		rest = " " + fit(r.text, textSize, false, room)
	}
	p.named(x, y, name, rest)
}
