package compare

import (
	"strings"

	"fyne.io/fyne/v2"

	"keepcool/app/rubric"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// mostTold is how many behaviours of a kind are told of before all else.
const mostTold = 3

// story is what became of it in a few sentences: what got better first.
func (s *Screen) story() fyne.CanvasObject {
	column := widget.VStack(theme.GapM, widget.Title(s.headline()))
	for _, words := range s.better() {
		column.Add(widget.HStack(theme.GapS, widget.NewIcon(widget.IconCheck, theme.GoodText, theme.TextBody), widget.Grow(widget.Body(words))))
	}
	if turn := s.turn(); turn != nil {
		column.Add(turn)
	}
	for _, words := range s.lower() {
		column.Add(widget.HStack(theme.GapS, widget.NewIcon(widget.IconDown, theme.Muted, theme.TextBody), widget.Grow(widget.Body(words))))
	}
	for _, words := range s.remarks() {
		column.Add(widget.HStack(theme.GapS, widget.NewIcon(widget.IconInfo, theme.Muted, theme.TextBody), widget.Grow(widget.Body(words).Tint(theme.Muted))))
	}
	return widget.NewCard("", widget.Inset(theme.GapS, column))
}

// headline is what became of the overall.
func (s *Screen) headline() string {
	d := s.c.Overall
	words := map[string]any{"Before": d.Before, "Now": d.Now, "Trainee": s.now.Trainee}
	switch {
	case !d.Known():
		if k, ok := s.extreme(func(by, most int) bool { return by > most }); ok {
			return s.now.Pick(locale.Text("compare.up.key", s.keyValues(k)), locale.Text("compare.up.key.other", s.keyValues(k)))
		}
		return locale.Text("compare.open-yet")
	case d.By() > 0:
		return s.now.Pick(locale.Text("compare.up", words), locale.Text("compare.up.other", words))
	case d.By() < 0:
		return locale.Text("compare.down", words)
	}
	return locale.Text("compare.level", words)
}

// better is what got better: the key that gained most, faults that are gone,
// strengths that are new.
func (s *Screen) better() []string {
	var all []string
	if k, ok := s.extreme(func(by, most int) bool { return by > most }); ok && s.c.Overall.Known() {
		all = append(all, locale.Text("compare.most", s.keyValues(k)))
	}
	mended := s.c.Mended()
	for _, f := range mended[:min(mostTold, len(mended))] {
		all = append(all, s.goneWords(f))
	}
	if gained := s.c.Gained(); len(gained) > 0 {
		all = append(all, locale.Text("compare.gained", map[string]any{"Strengths": names(gained)}))
	}
	if both := s.c.Both(); len(both) > 0 && (len(all) == 0 || s.c.Overall.Known() && s.c.Overall.By() < 0) {
		all = append(all, locale.Text("compare.both", map[string]any{"Strengths": names(both)}))
	}
	return all
}

// lower is the key that lost most, nothing where none did.
func (s *Screen) lower() []string {
	if k, ok := s.extreme(func(by, most int) bool { return by < most }); ok {
		return []string{locale.Text("compare.least", s.keyValues(k))}
	}
	return nil
}

// extreme is the key whose known difference goes furthest beyond none.
func (s *Screen) extreme(beyond func(by, most int) bool) (key rubric.Key, ok bool) {
	most := 0
	for _, k := range rubric.Keys {
		if d := s.c.Keys[k]; d.Known() && beyond(d.By(), most) {
			most, key, ok = d.By(), k, true
		}
	}
	return key, ok
}

func (s *Screen) keyValues(k rubric.Key) map[string]any {
	d := s.c.Keys[k]
	return map[string]any{"Key": telling.KeyWord(k), "Before": d.Before, "Now": d.Now, "Trainee": s.now.Trainee}
}

// goneWords tell of a fault that is no longer made.
func (s *Screen) goneWords(f trainer.Shown) string {
	if s.now.Trainee == "" && locale.Has(locale.Key("compare.gone.", f.ID)) {
		return locale.Text(locale.Key("compare.gone.", f.ID))
	}
	return locale.Text("compare.no-longer", map[string]any{"Fault": telling.Lower(telling.BehaviourName(f.ID, f.Text))})
}

// names are the first of some behaviours within a sentence.
func names(all []trainer.Shown) string {
	var words []string
	for _, b := range all[:min(mostTold, len(all))] {
		words = append(words, telling.Lower(telling.BehaviourName(b.ID, b.Text)))
	}
	return strings.Join(words, "; ")
}

// turn are the two moves at one place of the call that did most for the later
// one, nil where there are none.
func (s *Screen) turn() fyne.CanvasObject {
	p, ok := s.c.Turn()
	if !ok {
		return nil
	}
	side := func(name string, r *telling.Reading, move int) fyne.CanvasObject {
		return widget.VStack(theme.GapXS, widget.Caption(name), widget.Body(r.MadeWords(r.Moves[move])))
	}
	return widget.NewCard("", widget.VStack(theme.GapS,
		widget.Strong(locale.Text("compare.turn")),
		widget.Columns(theme.GapXL, 280,
			side(locale.Text("compare.before"), s.before, p.Before), side(locale.Text("compare.now"), s.now, p.Now)),
	)).Tinted(theme.CalmTint)
}

// remarks say what is still open, and why the moves are not beside one another.
func (s *Screen) remarks() []string {
	var all []string
	if open := locale.Text("compare.open-yet"); !s.c.Overall.Known() && s.headline() != open {
		all = append(all, open)
	}
	if s.c.Apart != "" {
		all = append(all, locale.Text(locale.Key("compare.apart.", string(s.c.Apart))))
	}
	return all
}
