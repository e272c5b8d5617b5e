package progress

import (
	"fyne.io/fyne/v2"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// marks is how many of the last calls a trend shows.
const marks = 24

// keys is each key over the last calls.
func (s *Screen) keys() fyne.CanvasObject {
	column := widget.VStack(theme.GapL)
	for _, k := range rubric.Keys {
		all := s.progress.Keys[k]
		all = all[max(0, len(all)-marks):]
		name := locale.Text(locale.Key("today.key.", k.String()))
		if len(all) == 0 {
			column.Add(widget.HStack(theme.GapM, widget.Grow(widget.Body(name)), widget.Title("–")))
			continue
		}
		scores := make([]int, len(all))
		for i, m := range all {
			scores[i] = score.Shown(m.Score)
		}
		column.Add(widget.VStack(theme.GapXS,
			widget.HStack(theme.GapM, widget.Grow(widget.Body(name)), widget.Width(120, chart.NewTrend(scores, int(s.host.Desk().Shelf.Weights.PassKey), name)), widget.Title(locale.Text("progress.score", map[string]any{"N": scores[len(scores)-1]}))),
			widget.Caption(trendWords(scores)),
		))
	}
	column.Add(widget.Caption(locale.Text("progress.keys.about")))
	return widget.NewCard(locale.Text("progress.keys"), column)
}

// trendWords say what a trend shows.
func trendWords(scores []int) string {
	if len(scores) == 1 {
		return locale.Text("progress.trend.one")
	}
	low, high := scores[0], scores[0]
	for _, n := range scores {
		low, high = min(low, n), max(high, n)
	}
	return locale.Count("progress.trend", len(scores), map[string]any{"From": scores[0], "To": scores[len(scores)-1], "Low": low, "High": high})
}

// changed is the last call beside the one of its case before it, nil where
// there is none.
func (s *Screen) changed() fyne.CanvasObject {
	c := s.progress.Latest
	if c == nil {
		return nil
	}
	column := widget.VStack(theme.GapS, widget.Body(c.Now.Attempt.Title),
		widget.Caption(locale.Text("progress.changed.when", map[string]any{"When": locale.Day(c.Before.Attempt.Started.In(s.host.Now().Location()), s.host.Now())})))
	line := func(name string, was, is int) {
		column.Add(widget.HStack(theme.GapM, widget.Grow(widget.Body(name)),
			widget.Body(locale.Text("progress.changed", map[string]any{"Was": was, "Is": is})), chart.NewChange(is-was)))
	}
	line(locale.Text("progress.overall"), score.Shown(c.Before.Overall), score.Shown(c.Now.Overall))
	for _, k := range rubric.Keys {
		line(locale.Text(locale.Key("today.key.", k.String())), score.Shown(c.Before.Keys[k]), score.Shown(c.Now.Keys[k]))
	}
	beside := widget.NewButton(locale.Text("progress.compare"), func() { s.compare(c.Before.Attempt.ID, c.Now.Attempt.ID) }).WithIcon(widget.IconCompare)
	column.Add(widget.HStack(theme.GapM, widget.Spacer(), beside))
	return widget.NewCard(locale.Text("progress.since"), column)
}

// ready is how far the person is from being ready for calls of their own.
func (s *Screen) ready() fyne.CanvasObject {
	r := s.progress.Readiness
	column := widget.VStack(theme.GapS)
	says := locale.Text("progress.ready.not")
	if r.Ready() {
		says = locale.Text("progress.ready.yes")
	}
	column.Add(widget.Body(says))
	for _, m := range r.Measures {
		column.Add(measure(m))
	}
	column.Add(widget.Caption(locale.Text("progress.ready.about")))
	if r.Ready() {
		column.Add(widget.HStack(theme.GapM, widget.Spacer(), widget.NewButton(locale.Text("progress.certificate"), s.certificate).WithIcon(widget.IconExport)))
	}
	return widget.NewCard(locale.Text("progress.ready"), column)
}

func measure(m trainer.Measure) fyne.CanvasObject {
	icon, tint := widget.IconClock, theme.Muted
	if m.Met() {
		icon, tint = widget.IconCheck, theme.CalmText
	}
	words := map[string]any{"Have": min(m.Have, m.Need), "Need": m.Need}
	return widget.HStack(theme.GapS, widget.NewIcon(icon, tint, theme.TextBody),
		widget.Grow(widget.Body(locale.Text(locale.Key("progress.ready.", string(m.Condition)), words))))
}
