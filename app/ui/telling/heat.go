package telling

import (
	"strconv"

	"keepcool/app/call"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
)

// Heat is the caller's heat at the start and after each move: point i+1 is that
// of move i. A second call begins afresh, and a colleague inside the house is
// another person, so that theirs stands aside. A promise that lapsed ends it.
func (r *Reading) Heat() []chart.Point {
	points := []chart.Point{{Value: int(r.At(0).Heat), Fresh: true}}
	for i, m := range r.Moves {
		after := r.After(i)
		if after.Stage == call.Lapsed {
			break
		}
		points = append(points, chart.Point{
			Value: int(after.Heat),
			Fresh: m.Kind == call.FollowUp || m.Kind == call.RingInside,
			Aside: m.Kind == call.RingInside || r.Case.InHouse(r.At(i)),
		})
	}
	return points
}

// HeatCurve is the curve of the caller's heat with every move on it. open is
// called with the move that is picked, 0 for the start.
func (r *Reading) HeatCurve(open func(move int)) *chart.Curve {
	points := r.Heat()
	c := chart.NewCurve(locale.Text("debrief.mood", map[string]any{"Caller": r.Caller()}), points, 10, r.HeatWord(), locale.Text("debrief.mood.calm"))
	c.Name = func(i int) (head, under string) {
		if i == 0 {
			return locale.Text("replay.curve.start"), Upper(r.HeatWord()) + " " + strconv.Itoa(points[0].Value)
		}
		return r.MoveName(i - 1), r.change(points, i)
	}
	c.OnOpen = func(i int) { open(max(i-1, 0)) }
	return c
}

// change is how the heat went with point i.
func (r *Reading) change(points []chart.Point, i int) string {
	word := Upper(r.HeatWord())
	if points[i].Aside {
		word = r.Colleague()
	}
	if points[i].Fresh {
		return word + " " + strconv.Itoa(points[i].Value)
	}
	return word + " " + strconv.Itoa(points[i-1].Value) + " → " + strconv.Itoa(points[i].Value)
}

// MoveName is a move with its number, in one line.
func (r *Reading) MoveName(i int) string {
	return locale.Text("debrief.move", map[string]any{"N": i + 1}) + " · " + r.ShortWords(r.Moves[i])
}

// HeatWord is the caller's word for their heat: angry, or frustrated.
func (r *Reading) HeatWord() string {
	key := locale.Key("debrief.mood.", r.Case.Scenario.Caller.Heat)
	if !locale.Has(key) {
		return r.Case.Scenario.Caller.Heat
	}
	return locale.Text(locale.Key("debrief.mood.", r.Case.Scenario.Caller.Heat))
}
