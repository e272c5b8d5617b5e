// Package progress is the screen of how a person has come along: each key over
// time, what changed since last time, how far they are from being ready, and
// everything they have played, newest first.
//
// It may import trainer, the screen contract, the controls and the words. It
// must never know another screen.
package progress

import (
	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// leaf is how many attempts are on a page.
const leaf = 25

// The filters of the list.
const (
	everything = iota
	practised
	assessed
	atFirstSight
	passed
)

// Screen is the progress of the person at the desk.
type Screen struct {
	screen.Base
	host   screen.Host
	page   *page.Page
	filter *widget.Choice
	list   *fyne.Container
	offset int
	first  fyne.Focusable

	progress trainer.Progress
}

// New is the progress of the person at the desk.
func New(h screen.Host) *Screen {
	s := &Screen{host: h, page: page.New(locale.Text("progress.title"), locale.Text("progress.under")), list: widget.VStack(theme.GapL)}
	s.filter = widget.NewChoice([]string{
		locale.Text("progress.filter.all"), locale.Text("progress.filter.practice"), locale.Text("progress.filter.assessed"),
		locale.Text("progress.filter.first"), locale.Text("progress.filter.passed"),
	}, everything, func(int) {
		s.offset = 0
		s.fill()
	}).Chips()
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page.Content() }

// Shown reads everything anew.
func (s *Screen) Shown() {
	who := s.host.Who()
	var p trainer.Progress
	s.host.Go(func() (err error) {
		p, err = s.host.Desk().Progress(who)
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.progress = p
		s.draw()
	})
}

// Focus is the newest attempt on the page.
func (s *Screen) Focus() fyne.Focusable { return s.first }

// Key turns the pages and scrolls.
func (s *Screen) Key(ev *fyne.KeyEvent) bool { return s.page.TakeKey(ev) }

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	return []widget.KeyLine{{Keys: []string{"Enter"}, Does: locale.Text("progress.keys.open")}}
}

func (s *Screen) draw() {
	if len(s.progress.Attempts) == 0 {
		empty := widget.NewEmptyState(widget.IconPhone, locale.Text("progress.empty"), locale.Text("progress.library"), func() {
			s.host.Open(screen.Route{Place: screen.Library})
		})
		s.first = empty.Action
		s.page.Set(empty)
		s.focus()
		return
	}
	s.fill()
	aside := widget.VStack(theme.GapL, s.keys())
	if changed := s.changed(); changed != nil {
		aside.Add(changed)
	}
	aside.Add(s.ready())
	s.page.Set(page.Sides(420, 360, widget.VStack(theme.GapL, s.filter, s.list), aside))
	s.page.ToTop()
	s.focus()
}

func (s *Screen) focus() {
	if c := s.host.Canvas(); c != nil && !widget.SheetOpen(c) {
		widget.Focus(s.first)
	}
}

// passes says whether an attempt passes the filter.
func (s *Screen) passes(sum trainer.Summary) bool {
	switch s.filter.Selected() {
	case practised:
		return sum.Attempt.Mode.LikePractice()
	case assessed:
		return sum.Attempt.Mode == trainer.Assessed
	case atFirstSight:
		return s.progress.First[sum.Attempt.ID]
	case passed:
		return sum.Final && sum.Passed
	}
	return true
}

// fill lists the page at offset of what passes the filter.
func (s *Screen) fill() {
	var all []trainer.Summary
	for _, sum := range s.progress.Attempts {
		if s.passes(sum) {
			all = append(all, sum)
		}
	}
	s.offset = min(s.offset, max(len(all)-1, 0)/leaf*leaf)
	s.first = nil
	shown := all[s.offset:min(len(all), s.offset+leaf)]
	s.list.Objects = []fyne.CanvasObject{s.leaf(shown), s.turn(len(all) > s.offset+leaf)}
	if len(all) == 0 {
		s.list.Objects = []fyne.CanvasObject{widget.NewEmptyState(widget.IconSearch, locale.Text("progress.nothing"), locale.Text("progress.show-all"), func() {
			s.filter.SetSelected(everything)
			s.fill()
			s.focus()
		})}
	}
	s.list.Refresh()
}
