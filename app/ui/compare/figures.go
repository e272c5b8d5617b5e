package compare

import (
	"fyne.io/fyne/v2"

	"keepcool/app/rubric"
	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// figures are both calls in a few words, and their scores beside one another.
func (s *Screen) figures() fyne.CanvasObject {
	heads := widget.Columns(theme.GapXL, 300,
		s.head(locale.Text("compare.before"), s.before), s.head(locale.Text("compare.now"), s.now))
	column := widget.VStack(theme.GapL, heads, widget.Divider(), chart.NewBars(s.bars()...), widget.Caption(locale.Text("compare.figures.about")))
	if !s.c.Overall.Known() {
		column.Add(widget.Caption(locale.Text("compare.figures.open")))
	}
	return widget.NewCard("", column)
}

// head is one of the two: when it was, how it was played and how it ended.
func (s *Screen) head(name string, r *telling.Reading) fyne.CanvasObject {
	a := r.Attempt
	column := widget.VStack(theme.GapXS, widget.Caption(name).Tint(theme.CalmText))
	if s.c.Before.Attempt.Scenario != s.c.Now.Attempt.Scenario {
		column.Add(widget.Strong(a.Title))
	}
	column.Add(widget.Strong(locale.When(a.Started.In(r.Now.Location()), r.Now)))
	tags := widget.Flow(theme.GapS, telling.VerdictTag(&r.Summary),
		widget.NewTag(locale.Text(locale.Key("debrief.mode.", string(a.Mode))), widget.Plain),
		widget.NewTag(locale.Text(locale.Key("debrief.setting.", a.Setting)), widget.Plain))
	switch {
	case r.Case == nil:
		tags.Add(widget.NewTag(locale.Text("debrief.older"), widget.DetailTone))
	case r == s.now && s.c.Apart == trainer.ApartVersion:
		tags.Add(widget.NewTag(locale.Text("compare.version"), widget.DetailTone))
	}
	column.Add(tags)
	column.Add(telling.Flush(widget.NewQuiet(locale.Text("compare.debrief"), func() {
		s.host.Open(screen.Route{Place: screen.Debrief, Attempt: a.ID, Whose: s.whose})
	})))
	return column
}

// bars are the overall and the four keys of both. A pass begins where it did
// when the later call was played.
func (s *Screen) bars() []chart.Bar {
	passOverall, passKey := 0, 0
	if w := s.host.Desk().Shelf.Weights; w.Hash() == s.now.Attempt.WeightsHash {
		passOverall, passKey = w.PassOverall, w.PassKey
	}
	bar := func(name string, d trainer.Difference, pass int) chart.Bar {
		return chart.Bar{
			Score:  chart.Score{Name: name, N: d.Now, Known: d.Final[1]},
			Before: chart.Score{N: d.Before, Known: d.Final[0]}, Compared: true, Pass: pass,
		}
	}
	bars := []chart.Bar{bar(locale.Text("debrief.overall"), s.c.Overall, passOverall)}
	for _, k := range rubric.Keys {
		bars = append(bars, bar(telling.KeyName(k), s.c.Keys[k], passKey))
	}
	return bars
}
