package progress

import (
	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// An entry is one thing of the list: an attempt, under the name of its day
// where that is another than the one before it.
type entry struct {
	day     string
	attempt int // of progress.Attempts
	tile    *widget.Tile
}

// fill lists the page at offset of what passes the filter.
func (s *Screen) fill() {
	s.sift()
	s.offset = min(s.offset, max(len(s.passing)-1, 0)/leaf*leaf)
	shown := s.passing[s.offset:min(len(s.passing), s.offset+leaf)]
	s.entries, s.first = s.entries[:0], nil
	day := ""
	for _, i := range shown {
		e := entry{attempt: i}
		if d := locale.Day(s.progress.Attempts[i].Attempt.Started.In(s.host.Now().Location()), s.host.Now()); d != day {
			day, e.day = d, d
		}
		s.entries = append(s.entries, e)
	}
	if len(shown) == 0 {
		s.roll.Show(1, func(int) fyne.CanvasObject { return s.nothing() })
	} else {
		s.roll.Show(len(s.entries), s.entry)
		s.first = s.entries[0].tile
	}
	s.turns.Objects = nil
	if older := len(s.passing) > s.offset+leaf; older || s.offset > 0 {
		s.turns.Objects = []fyne.CanvasObject{s.turn(older)}
	}
	s.turns.Refresh()
}

// nothing says that the filter leaves nothing.
func (s *Screen) nothing() fyne.CanvasObject {
	empty := widget.NewEmptyState(widget.IconSearch, locale.Text("progress.nothing"), locale.Text("progress.show-all"), func() {
		s.filter.SetSelected(everything)
		if s.find.Text() == "" {
			s.filtered()
		} else {
			s.find.SetText("")
		}
		s.focus()
	})
	s.first = empty.Action
	return empty
}

// entry draws one thing of the list.
func (s *Screen) entry(n int) fyne.CanvasObject {
	e := &s.entries[n]
	e.tile = s.tile(&s.progress.Attempts[e.attempt])
	if e.day == "" {
		return e.tile
	}
	return widget.VStack(theme.GapS, widget.InsetXY(theme.GapNil, theme.GapXS, widget.Caption(e.day).Bold()), e.tile)
}

func (s *Screen) tile(sum *trainer.Summary) *widget.Tile {
	a := sum.Attempt
	line := locale.Text("progress.line", map[string]any{
		"Mode":    locale.Text(locale.Key("progress.mode.", string(a.Mode))),
		"Setting": locale.Text(locale.Key("progress.setting.", a.Setting)),
		"Clock":   locale.Clock(a.Started.In(s.host.Now().Location())),
	})
	var more []fyne.CanvasObject
	if sum.Comparable() {
		more = append(more, newSpot(locale.Text("progress.compare"), func() { s.pick(a.ID) }))
	}
	t := widget.NewTile(a.Title, telling.AttemptRow(sum, line, s.tags(sum), more...), func() { s.press(sum) }).Raised()
	t.SetChosen(a.ID == s.marked)
	return t
}

// tags say how an attempt ended, and what is remarkable about it.
func (s *Screen) tags(sum *trainer.Summary) []fyne.CanvasObject {
	all := []fyne.CanvasObject{telling.VerdictTag(sum)}
	if s.progress.Bests[sum.Attempt.ID] {
		all = append(all, widget.NewTag(locale.Text("progress.best"), widget.CalmTone))
	}
	if s.progress.First[sum.Attempt.ID] {
		all = append(all, widget.NewTag(locale.Text("progress.first"), widget.Plain))
	}
	if sum.TriedOut {
		all = append(all, widget.NewTag(locale.Text("progress.tried-out"), widget.Plain))
	}
	return all
}

// press opens an attempt, or compares with it what is marked.
func (s *Screen) press(sum *trainer.Summary) {
	if s.marked != 0 && sum.Comparable() {
		s.pick(sum.Attempt.ID)
		return
	}
	screen.Resume(s.host, *sum)
}

// turn are the ways to newer and older pages.
func (s *Screen) turn(older bool) fyne.CanvasObject {
	row := widget.HStack(theme.GapM)
	if s.offset > 0 {
		row.Add(widget.NewButton(locale.Text("progress.newer"), func() { s.to(max(s.offset-leaf, 0)) }))
	}
	row.Add(widget.Spacer())
	if older {
		row.Add(widget.NewButton(locale.Text("progress.older"), func() { s.to(s.offset + leaf) }))
	}
	return row
}

// to turns to the page at offset.
func (s *Screen) to(offset int) {
	s.offset = offset
	s.fill()
	s.page.Fit()
	s.page.ToTop()
	s.focus()
}
