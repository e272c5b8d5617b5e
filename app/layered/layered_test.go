package layered_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"keepcool/app/layered"
)

// generated is a graph like a call: mostly forward, some detours, some ways
// back and a few loops.
func generated(seed uint64, nodes int) layered.Graph {
	dice := rand.New(rand.NewPCG(seed, 3))
	var g layered.Graph
	for range nodes {
		g.Nodes = append(g.Nodes, layered.Size{Width: 120 + float64(dice.IntN(160)), Height: 30 + float64(dice.IntN(150))})
	}
	for n := range nodes {
		for range 1 + dice.IntN(3) {
			to := n + 1 + dice.IntN(4)
			switch dice.IntN(12) {
			case 0:
				to = dice.IntN(n + 1)
			case 1:
				to = n
			case 2:
				to = n + 1 + dice.IntN(nodes)
			}
			if to < nodes {
				g.Edges = append(g.Edges, layered.Edge{
					From: n, To: to, Weight: 1 + 5*dice.IntN(2),
					Label: layered.Size{Width: 60 + float64(dice.IntN(180)), Height: 16 + float64(dice.IntN(50))},
				})
			}
		}
	}
	return g
}

type box struct {
	name                     string
	left, top, right, bottom float64
}

func newBox(name string, c layered.Point, s layered.Size) box {
	return box{name, c.X - s.Width/2, c.Y - s.Height/2, c.X + s.Width/2, c.Y + s.Height/2}
}

func boxes(g layered.Graph, d layered.Drawing) []box {
	var all []box
	for i, s := range g.Nodes {
		all = append(all, newBox(fmt.Sprint("node ", i), d.Nodes[i], s))
	}
	for i, e := range g.Edges {
		all = append(all, newBox(fmt.Sprint("label ", i), d.Labels[i], e.Label))
	}
	return all
}

func (b box) meets(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

func (b box) holds(p layered.Point) bool {
	return p.X > b.left && p.X < b.right && p.Y > b.top && p.Y < b.bottom
}

func (b box) touches(p layered.Point) bool {
	return p.X >= b.left && p.X <= b.right && (p.Y == b.top || p.Y == b.bottom)
}

// points are places along a route, the curves drawn as they are meant to be:
// with upright ends whose handles reach half the way.
func points(r layered.Route) []layered.Point {
	var all []layered.Point
	for i := 0; i+1 < len(r); i++ {
		a, b := r[i], r[i+1]
		mid := (a.Y + b.Y) / 2
		for k := 0; k <= 20; k++ {
			t := float64(k) / 20
			u := 1 - t
			all = append(all, layered.Point{
				X: u*u*u*a.X + 3*u*u*t*a.X + 3*u*t*t*b.X + t*t*t*b.X,
				Y: u*u*u*a.Y + 3*u*u*t*mid + 3*u*t*t*mid + t*t*t*b.Y,
			})
		}
	}
	return all
}

func TestNothingOverlaps(t *testing.T) {
	for seed := range uint64(60) {
		g := generated(seed, 3+int(seed))
		d := layered.Draw(g)
		all := boxes(g, d)
		for i, b := range all {
			if b.left < -0.5 || b.top < 0 || b.right > d.Size.Width+0.5 || b.bottom > d.Size.Height {
				t.Errorf("seed %d: %s lies outside of the drawing", seed, b.name)
			}
			for _, c := range all[i+1:] {
				if b.meets(c) {
					t.Errorf("seed %d: %s overlaps %s", seed, b.name, c.name)
				}
			}
		}
		for e := range g.Edges {
			for _, r := range []layered.Route{d.To[e], d.From[e]} {
				for _, p := range points(r) {
					for _, b := range all {
						if b.holds(p) {
							t.Fatalf("seed %d: edge %d runs through %s", seed, e, b.name)
						}
					}
				}
			}
		}
	}
}

// Every edge begins at its node, passes its label and ends at its other node;
// it leads down, or, where it closes a cycle, up.
func TestEdgesJoinWhatTheyShould(t *testing.T) {
	for seed := range uint64(60) {
		g := generated(seed, 3+int(seed))
		d := layered.Draw(g)
		for i, e := range g.Edges {
			from, to := newBox("", d.Nodes[e.From], g.Nodes[e.From]), newBox("", d.Nodes[e.To], g.Nodes[e.To])
			label := newBox("", d.Labels[i], e.Label)
			first, second := d.To[i], d.From[i]
			if !from.touches(first[0]) || !label.touches(first[len(first)-1]) || !label.touches(second[0]) || !to.touches(second[len(second)-1]) {
				t.Fatalf("seed %d: edge %d, %v then %v, does not join %v, %v and %v", seed, i, first, second, from, label, to)
			}
			if down := second[len(second)-1].Y > first[0].Y; down == d.Back[i] {
				t.Errorf("seed %d: edge %d leads down: %v; back: %v", seed, i, down, d.Back[i])
			}
		}
	}
}

func TestTheSameGraphIsDrawnAlike(t *testing.T) {
	g := generated(5, 40)
	if first := layered.Draw(g); !reflect.DeepEqual(first, layered.Draw(g)) {
		t.Error("two drawings of one graph differ")
	}
}

// A graph that can be drawn without crossings, given in an order in which it
// is not, is drawn without them.
func TestCrossingsAreUndone(t *testing.T) {
	size := layered.Size{Width: 40, Height: 20}
	g := layered.Graph{Nodes: []layered.Size{size, size, size, size, size, size, size}}
	for _, e := range [][2]int{{0, 1}, {0, 2}, {0, 3}, {1, 6}, {2, 5}, {3, 4}} {
		g.Edges = append(g.Edges, layered.Edge{From: e[0], To: e[1], Label: size})
	}
	d := layered.Draw(g)
	for i, e := range g.Edges[3:] {
		for _, f := range g.Edges[4+i:] {
			if (d.Nodes[e.From].X < d.Nodes[f.From].X) != (d.Nodes[e.To].X < d.Nodes[f.To].X) {
				t.Errorf("%v crosses %v", e, f)
			}
		}
	}
}

// A way straight on is drawn as a straight line.
func TestAChainIsUpright(t *testing.T) {
	var g layered.Graph
	for n := range 6 {
		g.Nodes = append(g.Nodes, layered.Size{Width: 50 + 20*float64(n), Height: 20})
		if n > 0 {
			g.Edges = append(g.Edges, layered.Edge{From: n - 1, To: n, Label: layered.Size{Width: 90, Height: 12}})
		}
	}
	for i, p := range layered.Draw(g).Nodes {
		if p.X != 75 {
			t.Errorf("node %d stands at %v", i, p.X)
		}
	}
}

func TestSmallGraphs(t *testing.T) {
	if d := layered.Draw(layered.Graph{}); len(d.Nodes) != 0 {
		t.Error("nothing is drawn as something")
	}
	one := layered.Graph{Nodes: []layered.Size{{Width: 30, Height: 10}}}
	if d := layered.Draw(one); d.Size != one.Nodes[0] {
		t.Errorf("one node takes %v", d.Size)
	}
	one.Edges = []layered.Edge{{Label: layered.Size{Width: 60, Height: 10}}}
	if d := layered.Draw(one); !d.Back[0] || d.Labels[0].Y <= d.Nodes[0].Y {
		t.Errorf("a loop is drawn as %+v", d)
	}
}
