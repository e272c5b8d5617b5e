package compare

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// middle is how the callers felt and what they would say, with what was noted
// in one of the two.
func (s *Screen) middle() fyne.CanvasObject {
	right := widget.VStack(theme.GapXL, s.opinions())
	if len(s.c.Caught) > 0 {
		right.Add(s.caught())
	}
	if s.c.Apart == trainer.ApartCase {
		return right
	}
	return widget.Columns(theme.GapXL, 320, widget.VStack(theme.GapXL, s.moods()), right)
}

// moods are both curves of the caller's heat over one another, and in words.
func (s *Screen) moods() fyne.CanvasObject {
	before, now := heat(s.before), heat(s.now)
	curves := chart.NewCurves(before, now, 10, chart.CurveWords{
		High: s.now.HeatWord(), Low: locale.Text("debrief.mood.calm"), Before: locale.Text("compare.before"), Now: locale.Text("compare.now"),
	})
	return widget.NewCard(locale.Text("debrief.mood", map[string]any{"Caller": s.now.Caller()}), widget.VStack(theme.GapM, curves,
		widget.Body(heatWords(locale.Text("compare.before"), before)).Tint(theme.Muted),
		widget.Body(heatWords(locale.Text("compare.now"), now)).Tint(theme.Muted)))
}

// heat is the caller's heat; a colleague inside the house is another person.
func heat(r *telling.Reading) []chart.Point {
	return slices.DeleteFunc(r.Heat(), func(p chart.Point) bool { return p.Aside })
}

// heatWords tell a curve in words.
func heatWords(name string, points []chart.Point) string {
	most := 0
	for _, p := range points {
		most = max(most, p.Value)
	}
	return locale.Text("compare.mood", map[string]any{
		"Call": name, "Start": points[0].Value, "Most": most, "End": points[len(points)-1].Value,
	})
}

// opinions are the callers' own verdicts.
func (s *Screen) opinions() fyne.CanvasObject {
	column := widget.VStack(theme.GapM)
	for _, side := range []struct {
		name string
		r    *telling.Reading
	}{{locale.Text("compare.before"), s.before}, {locale.Text("compare.now"), s.now}} {
		n := side.r.Card.Caller
		words := fyne.CanvasObject(widget.Body(locale.Text("debrief.caller.no-answer")).Tint(theme.Muted))
		if n >= 1 && n <= 5 {
			words = widget.HStack(theme.GapM, chart.NewPips(n, 5),
				widget.Strong(telling.Upper(locale.Text(locale.Key("debrief.caller.word.", strconv.Itoa(n))))),
				widget.Caption(locale.Text("debrief.caller.of", map[string]any{"N": n})), widget.Spacer())
		}
		column.Add(widget.VStack(theme.GapXS, widget.Caption(locale.Text("compare.caller", map[string]any{"Call": side.name, "Caller": side.r.Caller()})), words))
	}
	return widget.NewCard(locale.Text("debrief.caller"), column)
}

// behaviours are what was shown in one of the two and not in the other.
func (s *Screen) behaviours() fyne.CanvasObject {
	column := widget.VStack(theme.GapL)
	for _, g := range []struct {
		title string
		icon  fyne.Resource
		tint  fyne.ThemeColorName
		tone  widget.Tone
		all   []trainer.Shown
	}{
		{locale.Text("compare.behaviours.mended"), widget.IconCheck, theme.GoodText, widget.Plain, s.c.Mended()},
		{locale.Text("compare.behaviours.gained"), widget.IconStar, theme.GoodText, widget.GoodTone, s.c.Gained()},
		{locale.Text("compare.behaviours.lost"), widget.IconDown, theme.Muted, widget.Plain, s.c.Lost()},
		{locale.Text("compare.behaviours.slipped"), widget.IconWarning, theme.BadText, widget.BadTone, s.c.Slipped()},
	} {
		if len(g.all) == 0 {
			continue
		}
		tags := widget.Flow(theme.GapS)
		for _, b := range g.all {
			tags.Add(widget.NewTag(telling.BehaviourName(b.ID, b.Text), g.tone))
		}
		column.Add(widget.VStack(theme.GapS,
			widget.HStack(theme.GapS, widget.NewIcon(g.icon, g.tint, theme.TextBody), widget.Grow(widget.Strong(g.title))), tags))
	}
	if len(column.Objects) == 0 {
		column.Add(widget.Body(locale.Text("compare.behaviours.none")))
	}
	if s.c.Apart != "" {
		column.Add(widget.Caption(locale.Text("compare.behaviours.cases")))
	}
	return widget.NewCard(locale.Text("compare.behaviours"), column)
}

// caught are the facts that were noted rightly in one of the two only.
func (s *Screen) caught() fyne.CanvasObject {
	column := widget.VStack(theme.GapL)
	for _, g := range []struct {
		title string
		now   bool
	}{{locale.Text("compare.caught.now"), true}, {locale.Text("compare.caught.before"), false}} {
		lines := widget.VStack(theme.GapXS, widget.Strong(g.title))
		for _, c := range s.c.Caught {
			if c.Now == g.now {
				kind := locale.Text(locale.Key("mark.", string(c.Fact.Fact.Kind)))
				lines.Add(telling.Hanging(84, widget.NewTag(kind, factTones[c.Fact.Fact.Kind]), widget.Body(c.Fact.Fact.Words)))
			}
		}
		if len(lines.Objects) > 1 {
			column.Add(lines)
		}
	}
	return widget.NewCard(locale.Text("compare.caught"), column)
}
