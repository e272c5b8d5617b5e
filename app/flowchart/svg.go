package flowchart

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"

	"keepcool/app/layered"
)

// svg is the text of the picture as it grows.
type svg struct{ bytes.Buffer }

// The colours keep 4.5:1 for text and 3:1 for lines against what lies under
// them, on screen and in grey.
const style = `
text { font: 11px Helvetica, Arial, "Liberation Sans", "DejaVu Sans", sans-serif; fill: #1c2429; white-space: pre }
.title { font-size: 22px; font-weight: bold }
.name { font-size: 13px; font-weight: bold }
.bold { font-weight: bold }
.gate { font-style: italic; fill: #6b4300 }
.region { fill: #f4f6f7; stroke: #7d8a92 }
.beat { fill: #ffffff; stroke: #33424c; stroke-width: 1.3 }
.inner { fill: none; stroke: #33424c; stroke-width: 1 }
.label { fill: #fdfbf3; stroke: #857a55; stroke-width: 1 }
.beat.best, .label.best { stroke: #00574f; stroke-width: 3 }
.edge { fill: none; stroke: #5c6b75; stroke-width: 1.3 }
.edge.best { stroke: #00574f; stroke-width: 3.4 }
.back { stroke-dasharray: 7 4 }
.dot { fill: #1c2429 }
.star { fill: #00574f }
.stop { fill: #ffffff; stroke: #a11212; stroke-width: 1.6 }
.cross { fill: none; stroke: #a11212; stroke-width: 1.6 }
.arrow { fill: #5c6b75 }
.arrow-best { fill: #00574f }
`

func (s *svg) open(size layered.Size, title string) {
	fmt.Fprintf(s, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	fmt.Fprintf(s, "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n",
		f(size.Width), f(size.Height), f(size.Width), f(size.Height))
	fmt.Fprintf(s, "<title>%s</title>\n<style type=\"text/css\"><![CDATA[%s]]></style>\n<defs>\n", escaped(title), style)
	for _, m := range []struct {
		name string
		size int
	}{{"arrow", 9}, {"arrow-best", 13}} {
		fmt.Fprintf(s, "<marker id=\"%s\" viewBox=\"0 0 10 10\" refX=\"9.5\" refY=\"5\" markerWidth=\"%d\" markerHeight=\"%d\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path class=\"%s\" d=\"M0 0.8L10 5L0 9.2z\"/></marker>\n",
			m.name, m.size, m.size, m.name)
	}
	fmt.Fprintf(s, "</defs>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n")
}

func (s *svg) group(tip string) {
	fmt.Fprintf(s, "<g><title>%s</title>\n", escaped(tip))
}

func (s *svg) rect(class string, x, y, w, h, round float64) {
	fmt.Fprintf(s, "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\"/>\n", class, f(x), f(y), f(w), f(h), f(round))
}

func (s *svg) text(x, y float64, class, text string) {
	if class != "" {
		class = fmt.Sprintf(" class=\"%s\"", class)
	}
	fmt.Fprintf(s, "<text%s x=\"%s\" y=\"%s\">%s</text>\n", class, f(x), f(y), escaped(text))
}

// named is a text that begins with a name.
func (s *svg) named(x, y float64, name, rest string) {
	fmt.Fprintf(s, "<text x=\"%s\" y=\"%s\"><tspan class=\"bold\">%s</tspan>%s</text>\n", f(x), f(y), escaped(name), escaped(rest))
}

// mark draws a star or a stop sign around a point.
func (s *svg) mark(what string, x, y float64) {
	if what == star {
		fmt.Fprintf(s, "<path class=\"star\" d=\"M%s %sl1.6 3.9 4.2 0.3-3.2 2.7 1 4.1-3.6-2.2-3.6 2.2 1-4.1-3.2-2.7 4.2-0.3z\"/>\n", f(x), f(y-5.6))
		return
	}
	fmt.Fprintf(s, "<path class=\"stop\" d=\"M%s %sl3.6 0 2.6 2.6 0 3.6-2.6 2.6-3.6 0-2.6-2.6 0-3.6z\"/>\n", f(x-1.8), f(y-4.4))
	fmt.Fprintf(s, "<path class=\"cross\" d=\"M%s %sl4 4m0-4l-4 4\"/>\n", f(x-2), f(y-2))
}

func escaped(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}

// f writes a length with one decimal at most.
func f(v float64) string {
	return strconv.FormatFloat(float64(int64(v*10+0.5))/10, 'f', -1, 64)
}
