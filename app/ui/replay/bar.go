package replay

import (
	"fyne.io/fyne/v2"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// bar is the row of buttons that step through the call.
type bar struct {
	row                       *fyne.Container
	first, back, onward, last *widget.Button
	costlyBack, costlyOnward  *widget.Button
}

func newBar(s *Screen) *bar {
	step := func(words, key string, do func()) *widget.Button {
		b := widget.NewButton(words, do)
		if largeText() || key == "" {
			return b
		}
		return b.WithKey(key)
	}
	b := &bar{
		first:        step(locale.Text("replay.first"), "Home", s.first),
		back:         step(locale.Text("replay.step.back"), "←", func() { s.step(-1) }),
		onward:       step(locale.Text("replay.step.onward"), "→", func() { s.step(1) }),
		last:         step(locale.Text("replay.last"), "End", s.last),
		costlyBack:   step(locale.Text("replay.costly.before"), "", func() { s.costly(-1) }),
		costlyOnward: step(locale.Text("replay.costly.next"), "C", func() { s.costly(1) }),
	}
	b.row = widget.Flow(theme.GapS, b.first, b.back, b.onward, b.last, b.costlyBack, b.costlyOnward)
	return b
}

// follow shuts the buttons that lead nowhere from here.
func (b *bar) follow(s *Screen) {
	p := s.at
	start, end := p.move == 0, p.move == len(s.r.Moves)-1
	if p.way != nil {
		start, end = false, p.deep == len(p.way.trials)-1
		able(b.first, p.deep > 0)
	} else {
		able(b.first, !start)
	}
	able(b.back, !start)
	able(b.onward, !end)
	able(b.last, !end)
	_, before := s.nextCostly(-1)
	_, next := s.nextCostly(1)
	able(b.costlyBack, before)
	able(b.costlyOnward, next)
}

func able(b *widget.Button, on bool) {
	switch {
	case b.Disabled() && on:
		b.Enable()
	case !b.Disabled() && !on:
		b.Disable()
	}
}
