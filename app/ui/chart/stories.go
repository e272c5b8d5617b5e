package chart

import (
	"fyne.io/fyne/v2"

	"keepcool/app/ui/story"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// Stories are the sheets of the charts.
func Stories() []story.Story {
	var focus func(fyne.Canvas)
	return []story.Story{
		{Name: "chart-figures", Build: storyFigures},
		{Name: "chart-heat-map", Build: func() fyne.CanvasObject {
			o, m := storyMap(14)
			focus = func(c fyne.Canvas) {
				widget.Focus(m)
				m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
				m.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
			}
			return o
		}, Then: func(c fyne.Canvas) { focus(c) }},
		{Name: "chart-heat-map-long", Build: func() fyne.CanvasObject { o, _ := storyMap(40); return o }},
	}
}

var (
	someKeys  = []string{"Keep cool", "Cover all bases", "Go the extra mile", "Follow up"}
	someCases = []string{
		"Just the list", "Twenty-one degrees", "Soup without lids", "The light that stayed orange", "One message only",
		"To begin with", "The wedding on Saturday",
	}
)

func storyScores(n ...int) []Score {
	all := make([]Score, len(n))
	for i, score := range n {
		all[i] = Score{Name: someKeys[i], N: score, Known: score >= 0}
	}
	return all
}

func storyFigures() fyne.CanvasObject {
	bars := func(before, now []Score) *Bars {
		var all []Bar
		for i := range now {
			b := Bar{Score: now[i], Pass: 60}
			if before != nil {
				b.Before, b.Compared = before[i], true
			}
			all = append(all, b)
		}
		return NewBars(all...)
	}
	before, now := storyScores(41, 55, 30, 62), storyScores(72, 54, 88, -1)
	changes := widget.HStack(theme.GapS)
	for _, by := range []int{-40, -12, -3, 0, 3, 12, 40} {
		changes.Add(NewChange(by))
	}
	rows := widget.VStack(theme.GapM)
	for _, scores := range [][]Score{before, now, storyScores(0, 100, 7, -1)} {
		rows.Add(widget.HStack(theme.GapM, NewFourKeys(scores), widget.Spacer()))
	}
	rising := []Point{{Value: 6, Fresh: true}, {Value: 7}, {Value: 8}, {Value: 8}, {Value: 6}, {Value: 5}, {Value: 4, Fresh: true}, {Value: 3}}
	falling := []Point{{Value: 6, Fresh: true}, {Value: 5}, {Value: 5}, {Value: 3}, {Value: 2, Fresh: true}, {Value: 1}, {Value: 1}}
	return widget.Scroll(widget.Inset(theme.GapXL, widget.VStack(theme.GapL,
		widget.Columns(theme.GapL, 340,
			widget.NewCard("Bars", bars(nil, now)), widget.NewCard("Bars compared", bars(before, now))),
		widget.Columns(theme.GapL, 260,
			widget.NewCard("Four keys in rows", rows),
			widget.NewCard("Four keys large", NewFourKeys(now)),
			widget.NewCard("Changes", changes)),
		widget.NewCard("Two curves", NewCurves(rising, falling, 10, CurveWords{"angry", "calm", "Tuesday", "Today"})),
	)))
}

func storyMap(rows int) (fyne.CanvasObject, *HeatMap) {
	var all []Row
	for i := range rows {
		all = append(all, Row{Name: someCases[i%len(someCases)], Scores: storyScores((i*41)%101, (i*67+20)%101, (i*29+55)%101, (i*53)%101-i%3*40)})
	}
	words := widget.Caption("Arrows go from cell to cell, Enter opens the call.")
	m := NewHeatMap(someKeys, all, nil)
	m.OnPoint = func(row, column int) {
		if row >= 0 && column >= 0 {
			words.SetText(all[row].Name + ", " + someKeys[column])
		}
	}
	return widget.Scroll(widget.Inset(theme.GapXL, widget.VStack(theme.GapL,
		widget.MaxWidth(420, widget.NewCard("Your cases", widget.VStack(theme.GapM, m, words)))))), m
}
