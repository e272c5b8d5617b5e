package settle

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// places are where a body gets tight, in their order.
var places = []string{"forehead", "jaw", "shoulders", "hands", "stomach", "breath"}

// resets are the quick ones (METHODS T1 to T4): habits from an article, and no
// claim about anybody's health.
var resets = []trainer.Way{trainer.Music, trainer.Bite, trainer.Nap, trainer.Walk}

// sources are the teachings of this screen.
var sources = []string{"S1", "S2", "S3", "S4", "T0", "T1", "T2", "T3", "T4", "T12"}

// full is the page with everything on it, in two columns.
func (s *Screen) full() fyne.CanvasObject {
	s.view.helped = widget.VStack(theme.GapNil)
	left := widget.VStack(theme.GapL, s.named(), s.hear(), s.gift(), s.view.nowRow, s.view.helped)
	right := widget.VStack(theme.GapL, s.paced(), s.tension(), s.quick(), s.smile())
	return widget.VStack(theme.GapL, widget.Columns(theme.GapXL, 380, left, right), widget.Caption(s.credit()))
}

// hear is one's self-talk, and what it is turned into.
func (s *Screen) hear() fyne.CanvasObject {
	v := &s.view
	v.list = widget.NewChoice(nil, -1, s.chooseTalk).Column()
	v.turn = widget.Strong("").Tint(theme.CalmText)
	v.own = widget.NewField(locale.Text("settle.own"), locale.Text("settle.own.hint")).Limit(mostWords)
	v.turned = widget.NewField(locale.Text("settle.own.turned"), locale.Text("settle.own.turned.hint")).Limit(mostWords)
	v.own.SetText(s.note.Own)
	v.turned.SetText(s.note.Turned)
	why := s.pick(locale.Text("settle.hear.why"), locale.Text("settle.hear.why.after"))
	turned := widget.NewCard("", widget.VStack(theme.GapXS, widget.Caption(locale.Text("settle.hear.turned")), v.turn)).Tinted(theme.CalmTint)
	return widget.NewCard(locale.Text("settle.hear"), widget.VStack(theme.GapL,
		widget.Body(why).Tint(theme.Muted), v.list, turned, v.own, v.turned))
}

// paced is the pacer with the choice of its pace.
func (s *Screen) paced() fyne.CanvasObject {
	words, at := make([]string, len(paces)), 0
	for i, p := range paces {
		words[i] = locale.Text(locale.Key("settle.pace.", p.name))
		if p == s.pace {
			at = i
		}
	}
	led := s.led()
	led.Add(widget.NewChoice(words, at, s.setPace))
	return widget.NewCard(locale.Text("settle.breathe.full"), led)
}

// tension is where the body is tight, and how it gets loose.
func (s *Screen) tension() fyne.CanvasObject {
	s.view.advice = map[string]fyne.CanvasObject{}
	flow, column := widget.Flow(theme.GapXS), widget.VStack(theme.GapS)
	for _, name := range places {
		words := locale.Text(locale.Key("settle.place.", name))
		flow.Add(tick(words, widget.Body(words), slices.Contains(s.note.Body, name), func(on bool) { s.place(name, on) }))
		s.view.advice[name] = widget.VStack(theme.GapNil,
			widget.Caption(words), widget.Body(locale.Text(locale.Key("settle.loose.", name))))
		column.Add(s.view.advice[name])
	}
	return widget.NewCard(locale.Text("settle.tension"), widget.VStack(theme.GapM,
		widget.Body(locale.Text("settle.tension.why")).Tint(theme.Muted), flow, column))
}

// quick are the quick resets.
func (s *Screen) quick() fyne.CanvasObject {
	column := widget.VStack(theme.GapS)
	for _, w := range resets {
		name := locale.Text(locale.Key("settle.way.", string(w)))
		words := widget.VStack(theme.GapNil, widget.Strong(name), widget.Body(locale.Text(locale.Key("settle.reset.", string(w)))))
		column.Add(tick(name, widget.Grow(words), slices.Contains(s.note.Ways, w), func(on bool) { s.do(w, on) }))
	}
	return widget.NewCard(locale.Text("settle.quick"), widget.VStack(theme.GapM,
		widget.Body(locale.Text("settle.quick.why")).Tint(theme.Muted), column))
}

// tick is a control that is ticked or not; the tick tells, not the colour
// alone.
func tick(name string, words fyne.CanvasObject, on bool, changed func(bool)) fyne.CanvasObject {
	mark := widget.NewIcon(widget.IconCheck, theme.CalmText, theme.TextCaption)
	mark.Hidden = !on
	row := widget.InsetXY(theme.GapM, theme.GapS, widget.HStack(theme.GapS, mark, words))
	var t *widget.Tile
	t = widget.NewTile(name, row, func() {
		on = !on
		mark.Hidden = !on
		t.SetChosen(on)
		row.Refresh()
		t.Refresh()
		changed(on)
	}).Raised().Small()
	t.SetChosen(on)
	return t
}

// gift is a caller seen as one (METHODS T12), and the empty head (S4).
func (s *Screen) gift() fyne.CanvasObject {
	if s.note.After {
		return widget.NewCard(locale.Text("settle.gift.after"), widget.Body(locale.Text("settle.gift.after.why")))
	}
	return widget.NewCard(locale.Text("settle.gift"), widget.Body(locale.Text("settle.gift.why")))
}

// helpedCard is what helped over time.
func helpedCard(helps []trainer.Help) fyne.CanvasObject {
	column := widget.VStack(theme.GapM)
	for _, h := range helps {
		column.Add(widget.HStack(theme.GapM,
			widget.Grow(widget.Strong(locale.Text(locale.Key("settle.way.", string(h.Way))))),
			widget.Body(locale.Count("settle.helped.times", h.Of, map[string]any{"Weaker": h.Weaker}))))
	}
	if len(helps) == 0 {
		column.Add(widget.Body(locale.Text("settle.helped.none")))
	}
	column.Add(widget.Caption(locale.Text("settle.helped.why")))
	return widget.NewCard(locale.Text("settle.helped"), column)
}

// credit names the articles this screen follows.
func (s *Screen) credit() string {
	var from []string
	for _, id := range sources {
		for _, name := range strings.Split(s.host.Desk().Shelf.Rows[id].From, ", ") {
			if name != "" && !slices.Contains(from, name) {
				from = append(from, name)
			}
		}
	}
	return locale.Text("settle.credit", map[string]any{"From": strings.Join(from, ", ")})
}
