// Package welcome is the first screen: who is at the desk. People choose or
// make their profile here, and managers unlock theirs.
//
// It may import trainer, the screen contract, the controls and the words. It
// must never know another screen or where profiles are kept.
package welcome

import (
	"slices"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// Screen is the welcome screen.
type Screen struct {
	screen.Base
	host  screen.Host
	last  int64 // who was here last, first in the list
	all   []trainer.Profile
	busy  bool
	panel *panel
	stand *fyne.Container // holds the panel
	page  *widget.Scroller
}

// A panel is one of the things the screen can ask.
type panel struct {
	content fyne.CanvasObject
	first   fyne.Focusable
	back    func() // Escape; nil when there is no way back
}

// New is the welcome screen; last is the profile that was here last, 0 for
// nobody.
func New(h screen.Host, last int64) *Screen {
	s := &Screen{host: h, last: last, stand: widget.VStack(theme.GapNil)}
	s.page = widget.Scroll(widget.InsetXY(theme.GapXXL, theme.GapXL,
		widget.MaxWidth(560, widget.VStack(theme.GapXL, brand(), s.stand))))
	s.put(&panel{content: widget.Spacer()})
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Shown reads who is here.
func (s *Screen) Shown() {
	var all []trainer.Profile
	s.host.Go(func() (err error) {
		all, err = s.host.Desk().People()
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.all = all
		s.begin()
	})
}

// begin asks who is there, or for the first profile.
func (s *Screen) begin() {
	if len(s.all) == 0 {
		s.put(s.enrol())
		return
	}
	slices.SortStableFunc(s.all, func(a, b trainer.Profile) int {
		switch s.last {
		case a.ID:
			return -1
		case b.ID:
			return 1
		}
		return 0
	})
	s.put(s.choose())
}

// put shows a panel and gives it the keyboard.
func (s *Screen) put(p *panel) {
	s.panel = p
	s.stand.Objects = []fyne.CanvasObject{p.content}
	s.stand.Refresh()
	s.page.Refresh()
	s.page.ScrollToTop()
	if p.first != nil && s.host.Canvas() != nil {
		widget.Focus(p.first)
	}
}

// Focus implements screen.Screen.
func (s *Screen) Focus() fyne.Focusable { return s.panel.first }

// Key goes back on Escape and scrolls.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape && s.panel.back != nil {
		s.panel.back()
		return true
	}
	return s.page.TakeKey(ev)
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	return []widget.KeyLine{
		{Keys: []string{"Tab"}, Does: locale.Text("welcome.keys.choose")},
		{Keys: []string{"Enter"}, Does: locale.Text("welcome.keys.enter")},
		{Keys: []string{"Esc"}, Does: locale.Text("welcome.keys.back")},
	}
}

func (s *Screen) anyManager() bool {
	return slices.ContainsFunc(s.all, func(p trainer.Profile) bool { return p.Role == trainer.Manager })
}
