package replay

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// side is what stands beside the board: all moves, how the caller felt over
// them, and how far the call could still come.
type side struct {
	column *fyne.Container
	heat   *chart.Curve
	reach  *chart.Curve    // nil while it is worked out
	slot   *fyne.Container // holds it
}

func newSide(s *Screen, l *list) *side {
	d := &side{heat: s.r.HeatCurve(s.atMove).Flat(), slot: container.NewStack()}
	curves := widget.NewCard("", widget.VStack(theme.GapS,
		widget.Strong(locale.Text("debrief.mood", map[string]any{"Caller": s.r.Caller()})), d.heat,
		widget.Strong(locale.Text("replay.reach")), d.slot))
	d.drawReach(s)
	d.column = widget.VStack(theme.GapM, widget.Grow(widget.NewCard("", widget.VStack(theme.GapS,
		widget.Strong(locale.Text("replay.list")), widget.Grow(l)))), curves)
	return d
}

// mark marks a move on the curves.
func (d *side) mark(move int) {
	d.heat.SetMark(move + 1)
	if d.reach != nil {
		d.reach.SetMark(move + 1)
	}
}

// drawReach draws how far the call could still come, once that is known.
func (d *side) drawReach(s *Screen) {
	r := s.r
	switch {
	case r.Reach != nil:
		d.reach = reachCurve(r, s.atMove).Under(d.heat)
		d.heat.Refresh()
		d.slot.Objects = []fyne.CanvasObject{widget.VStack(theme.GapXS, d.reach, widget.Caption(reachWords(r)))}
	case r.Failed:
		d.slot.Objects = []fyne.CanvasObject{widget.Caption(locale.Text("debrief.call.failed"))}
	default:
		d.slot.Objects = []fyne.CanvasObject{widget.Caption(locale.Text("debrief.call.wait"))}
	}
	if d.column != nil {
		d.column.Refresh()
	}
}

// reachCurve is the best overall still within reach, at the start and after each
// move.
func reachCurve(r *telling.Reading, open func(move int)) *chart.Curve {
	points := make([]chart.Point, len(r.Reach))
	for i, left := range r.Reach {
		points[i] = chart.Point{Value: score.Shown(max(left, 0)), Fresh: i == 0}
	}
	c := chart.NewCurve(locale.Text("replay.reach"), points, 100, "100", "0").Prized().Flat()
	c.Name = func(i int) (head, under string) {
		if i == 0 {
			return locale.Text("replay.curve.start"), locale.Text("replay.reach.start", map[string]any{"N": points[0].Value})
		}
		return r.MoveName(i - 1), locale.Text("replay.reach.move", map[string]any{"Was": points[i-1].Value, "N": points[i].Value})
	}
	c.OnOpen = func(i int) { open(max(i-1, 0)) }
	return c
}

// reachWords say what the curve tells, and why it may end elsewhere than the
// scorecard does.
func reachWords(r *telling.Reading) string {
	words := locale.Text("replay.reach.why")
	end := max(r.Reach[len(r.Reach)-1], 0)
	if r.Card.Keys[rubric.Follow].Final && score.Shown(end) != score.Shown(r.Card.Overall) {
		values := map[string]any{"N": score.Shown(r.Card.Overall)}
		if r.Card.Hints > 0 {
			words += " " + locale.Text("replay.reach.hints", values)
		} else {
			words += " " + locale.Text("replay.reach.other", values)
		}
	}
	return words
}
