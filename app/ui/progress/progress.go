// Package progress is the screen of how a person has come along: each key over
// time, how each case stands, what changed since last time, how far they are
// from being ready, and everything they have played, newest first.
//
// It may import trainer, the screen contract, the controls and the words. It
// must never know another screen.
package progress

import (
	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// leaf is how many attempts are on a page.
const leaf = 25

// inView is how many of them are in view in a usual window.
const inView = 6

// Screen is the progress of the person at the desk.
type Screen struct {
	screen.Base
	host   screen.Host
	page   *page.Page
	find   *widget.Field
	filter *widget.Choice
	notice *fyne.Container // says what is marked to be compared
	roll   *page.Roll
	turns  *fyne.Container // the ways to newer and older pages
	cases  *chart.HeatMap  // nil where there is nothing to see on it

	progress trainer.Progress
	names    []string // of progress.Attempts, as they are searched
	passing  []int    // of progress.Attempts: those that pass the filter
	offset   int
	entries  []entry // what is on the page
	marked   int64   // the attempt that is to be compared, 0 for none
	first    fyne.Focusable
}

// New is the progress of the person at the desk.
func New(h screen.Host) *Screen {
	s := &Screen{host: h, turns: widget.VStack(theme.GapM), notice: widget.VStack(theme.GapM)}
	s.find = widget.NewField("", locale.Text("progress.find")).Limit(60)
	s.find.OnChanged = func(string) { s.filtered() }
	s.page = page.New(locale.Text("progress.title"), locale.Text("progress.under"))
	s.roll = page.NewRoll(theme.GapS, inView, h.After, s.page.Fit)
	s.filter = widget.NewChoice([]string{
		locale.Text("progress.filter.all"), locale.Text("progress.filter.practice"), locale.Text("progress.filter.assessed"),
		locale.Text("progress.filter.first"), locale.Text("progress.filter.passed"),
	}, everything, func(int) { s.filtered() }).Chips()
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
		s.show(p)
	})
}

// Hidden stops what is still being drawn.
func (s *Screen) Hidden() { s.roll.Stop() }

// Focus is the newest attempt on the page.
func (s *Screen) Focus() fyne.Focusable { return s.first }

// Key gives up a comparison, turns the pages and scrolls.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape && s.marked != 0 {
		s.mark(0)
		return true
	}
	return s.page.TakeKey(ev)
}

// Rune marks the attempt that has the keyboard.
func (s *Screen) Rune(r rune) bool {
	switch r {
	case 'c':
		return s.markFocused()
	case 'f':
		s.find.Focus()
		return true
	}
	return false
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	lines := []widget.KeyLine{
		{Keys: []string{"Enter"}, Does: locale.Text("progress.keys.open")},
		{Keys: []string{"C"}, Does: locale.Text("progress.keys.compare")},
		{Keys: []string{"F"}, Does: locale.Text("progress.keys.find")},
	}
	if s.marked != 0 {
		lines = append(lines, widget.KeyLine{Keys: []string{"Esc"}, Does: locale.Text("progress.keys.unmark")})
	}
	return lines
}

// show puts everything on the page.
func (s *Screen) show(p trainer.Progress) {
	s.progress = p
	s.names = telling.SearchNames(p.Attempts)
	s.marked = 0
	s.draw()
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
	s.showMark()
	s.fill()
	aside := widget.VStack(theme.GapL, s.keys())
	for _, card := range []fyne.CanvasObject{s.caseMap(), s.changed(), s.ready()} {
		if card != nil {
			aside.Add(card)
		}
	}
	main := widget.VStack(theme.GapL,
		widget.VStack(theme.GapM, s.find, s.filter), s.notice, s.roll.Content(), s.turns)
	s.page.Set(page.Sides(420, 360, main, aside))
	s.page.ToTop()
	s.focus()
}

func (s *Screen) focus() {
	if c := s.host.Canvas(); c != nil && !widget.SheetOpen(c) {
		widget.Focus(s.first)
	}
}
