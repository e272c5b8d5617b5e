package layered

// A Size is how large a box is.
type Size struct{ Width, Height float64 }

// An Edge leads from one node to another, or back to its own. Its label lies
// in the rank next to From. Edges of greater weight are drawn shorter and
// straighter; 0 counts as 1.
type Edge struct {
	From, To int
	Label    Size
	Weight   int
}

// A Graph is what is drawn. The first node is drawn at the top; nodes and
// edges given earlier tend to be drawn further left.
type Graph struct {
	Nodes []Size
	Edges []Edge
}

// A Point is a place in a drawing; Y runs down.
type Point struct{ X, Y float64 }

// A Route is the course of half an edge. Between two points with the same X it
// is a straight line, else a curve that leaves and arrives upright.
type Route []Point

// A Drawing is where everything goes. Centres are of boxes.
type Drawing struct {
	Size   Size
	Nodes  []Point // centres
	Labels []Point // centres, by edge
	To     []Route // by edge, from its node to its label
	From   []Route // by edge, from its label to the node it leads to
	Back   []bool  // by edge: it leads up, or to its own node
}

// The distances of a drawing.
const (
	boxGap   = 26.0 // between boxes of a rank
	laneGap  = 14.0 // between an edge and what lies beside it
	leastGap = 34.0 // between ranks
	mostGap  = 84.0
	portGap  = 14.0 // between the ends of edges at a box
	portEdge = 12.0 // from the corner of a box
)

// Draw lays a graph out.
func Draw(g Graph) Drawing {
	if len(g.Nodes) == 0 {
		return Drawing{}
	}
	l := &layout{graph: g}
	l.breakCycles()
	l.rank()
	l.split()
	l.order()
	l.place()
	l.stack()
	return l.draw()
}

// layout is a drawing as it grows. Its cells are the nodes of the graph, in
// their order, then the labels by edge, then the lanes, which are where a long
// edge passes a rank.
type layout struct {
	graph Graph
	back  []bool // by edge
	ranks []int  // by node
	cells []cell
	rows  [][]int // cells by rank, left to right
	tops  []float64
	highs []float64 // of the bands
}

// A cell is something that takes room in a rank.
type cell struct {
	size     Size
	rank     int
	lane     bool
	x        float64 // the centre
	up, down []link
	at       int // its place in the row
}

// A link joins cells of neighbouring ranks.
type link struct {
	cell, edge int
	weight     float64
}

func (l *layout) upper(e int) (upper, lower int) {
	if l.back[e] {
		return l.graph.Edges[e].To, l.graph.Edges[e].From
	}
	return l.graph.Edges[e].From, l.graph.Edges[e].To
}

func (l *layout) weight(e int) int { return max(1, l.graph.Edges[e].Weight) }

// loop reports whether edge e leads to its own node.
func (l *layout) loop(e int) bool { return l.graph.Edges[e].From == l.graph.Edges[e].To }
