package replay

import (
	"strings"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// accounts are what move i earned and cost, and what came of it where the call
// does not go on from there.
func (s *Screen) accounts(i int) fyne.CanvasObject {
	r := s.r
	column := widget.VStack(theme.GapS, widget.Caption(locale.Text("replay.account")).Bold())
	for _, it := range r.Turns[i+1].Items {
		column.Add(r.Account(it))
	}
	s.addCost(column, i)
	if closes(r, i) {
		for n, said := range r.Turns[i+1].Said {
			switch {
			case said.Voice == trainer.TheCaller:
				column.Add(r.CallerTurn(said))
			case said.Voice == trainer.Narrator && !does(r, i, n):
				column.Add(r.StageLine(said))
			}
		}
	}
	return column
}

// addCost adds what the engine says of move i.
func (s *Screen) addCost(column *fyne.Container, i int) {
	r := s.r
	j, known := r.Judgement(i)
	switch {
	case r.Failed:
		column.Add(widget.Caption(locale.Text("debrief.call.failed")))
		return
	case !known:
		column.Add(widget.Caption(locale.Text("replay.wait")))
		return
	case j.Cost > 0 || j.HasBetter:
		column.Add(widget.Body(telling.CostWords(j)))
	case len(column.Objects) == 1:
		column.Add(widget.Body(locale.Text("replay.nothing")))
	}
	switch {
	case !j.HasBetter:
	case s.left > 0:
		column.Add(telling.Flush(widget.NewQuiet(locale.Text("debrief.better.show"), s.askBetter).WithKey("B")))
	case same(j.Better, r.Moves[i]):
		column.Add(telling.Well(
			widget.Caption(locale.Text("debrief.work.better")).Tint(theme.CalmText),
			widget.Body(r.BetterWords(r.Moves[i], j.Better))))
	}
}

// moods are how the caller is after a move, and what of that has changed.
type moods struct {
	column                 *fyne.Container
	title, words           *widget.Text
	heat, trust, confusion *widget.MoodBar
	patience               *widget.CountdownBar
	most                   int // the patience at the start
}

func newMoods(r *telling.Reading) *moods {
	m := &moods{
		title: widget.Caption("").Bold(), words: widget.Body(""),
		heat:  widget.NewMoodBar(widget.HeatMood, telling.Upper(r.HeatWord())),
		trust: widget.NewMoodBar(widget.TrustMood, locale.Text("replay.trust")), confusion: widget.NewMoodBar(widget.ConfusionMood, locale.Text("replay.confusion")),
		patience: widget.NewCountdownBar(), most: max(int(r.At(0).Patience), 1),
	}
	m.column = widget.VStack(theme.GapS, m.title, m.words, m.heat, m.trust, m.confusion, m.patience)
	return m
}

// show shows the moods of whoever is at the phone after a move.
func (m *moods) show(r *telling.Reading, before, after call.State) {
	who := r.Case.Who(r.Case.Beat(after).Call)
	m.title.SetText(locale.Text("replay.moods", map[string]any{"Caller": who}))
	m.words.SetText(changes(r, before, after))
	if r.Case.InHouse(after) || r.Case.InHouse(before) {
		m.heat.SetLabel(locale.Text("replay.heat"))
	} else {
		m.heat.SetLabel(telling.Upper(r.HeatWord()))
	}
	m.heat.Set(int(after.Heat))
	m.trust.Set(int(after.Trust))
	m.confusion.Set(int(after.Conf))
	m.patience.SetLabel(locale.Text("replay.patience", map[string]any{"N": after.Patience}))
	m.patience.SetFraction(float64(after.Patience) / float64(max(m.most, int(after.Patience))))
}

// changes are what a move changed in the caller, in words.
func changes(r *telling.Reading, before, after call.State) string {
	if r.Case.Beat(before).Call != r.Case.Beat(after).Call {
		return locale.Text("replay.change.new")
	}
	var all []string
	add := func(d int, more, less string) {
		switch {
		case d > 0:
			all = append(all, locale.Text(locale.Key("replay.change.", more), map[string]any{"N": d}))
		case d < 0:
			all = append(all, locale.Text(locale.Key("replay.change.", less), map[string]any{"N": -d}))
		}
	}
	add(int(after.Heat)-int(before.Heat), "heat-more", "heat-less")
	add(int(after.Trust)-int(before.Trust), "trust-more", "trust-less")
	add(int(after.Conf)-int(before.Conf), "confusion-more", "confusion-less")
	add(int(after.Patience)-int(before.Patience), "patience-more", "patience-less")
	if len(all) == 0 {
		return locale.Text("replay.change.none")
	}
	return telling.Upper(strings.Join(all, ", ")) + "."
}
