// Package today is the screen a trainee comes back to: what is due, what was
// not finished, one call to play next and why, and how the four keys stand.
//
// It may import trainer, the screen contract, the controls and the words. It
// must never know another screen or how a promise is judged.
package today

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// tick is how often the hours on the screen are brought up to date.
const tick = 15 * time.Second

// Screen is today's screen.
type Screen struct {
	screen.Base
	host  screen.Host
	page  *page.Page
	today trainer.Today
	known bool
	day   trainer.Day // on which it was read
	first fyne.Focusable
	stop  func()
}

// New is today's screen of the person at the desk.
func New(h screen.Host) *Screen {
	return &Screen{host: h, page: page.New("", "")}
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page.Content() }

// Shown reads what waits and keeps the hours up to date.
func (s *Screen) Shown() {
	s.read()
	s.wait()
}

// Hidden stops the clock.
func (s *Screen) Hidden() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
	}
}

// Focus is the most urgent thing to do.
func (s *Screen) Focus() fyne.Focusable { return s.first }

// Key scrolls.
func (s *Screen) Key(ev *fyne.KeyEvent) bool { return s.page.TakeKey(ev) }

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	return []widget.KeyLine{{Keys: []string{"Enter"}, Does: locale.Text("today.keys.first")}}
}

func (s *Screen) wait() {
	s.Hidden()
	s.stop = s.host.After(tick, func() {
		// What is open, late or missed follows from the clock alone; a promise
		// that has lapsed has to be read anew, and so has another day.
		lapsed := slices.ContainsFunc(s.today.Promises, func(p trainer.Promise) bool { return s.host.Now().After(p.Lapses) })
		if lapsed || s.known && s.day != trainer.DayOf(s.host.Now()) {
			s.read()
		} else if s.changed() {
			s.draw()
		}
		s.wait()
	})
}

// changed reports whether a promise stands otherwise than when it was drawn,
// so that the page is not drawn anew under somebody's hands for nothing.
func (s *Screen) changed() bool {
	return s.known && slices.ContainsFunc(s.today.Promises, func(p trainer.Promise) bool {
		return standing(p, s.host.Now()) != standing(p, s.host.Now().Add(-tick)) ||
			locale.Relative(p.Hour, s.host.Now()) != locale.Relative(p.Hour, s.host.Now().Add(-tick))
	})
}

func (s *Screen) read() {
	who := s.host.Who()
	var t trainer.Today
	s.host.Go(func() (err error) {
		t, err = s.host.Desk().Today(who)
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.today, s.known, s.day = t, true, trainer.DayOf(s.host.Now())
		s.draw()
	})
}

func (s *Screen) draw() {
	c := s.host.Canvas()
	free := c.Focused() == nil && !widget.SheetOpen(c)
	s.first = nil
	now := s.host.Now()
	s.page.SetTitle(greeting(now, s.host.Who().Name))
	s.page.SetUnder(locale.Text("today.date", map[string]any{"Weekday": locale.Weekday(now.Weekday()), "Date": locale.Date(now)}))
	main := widget.VStack(theme.GapXL)
	for _, group := range []fyne.CanvasObject{s.firstCall(), s.unfinished(), s.promises(), s.moments(), s.next(), s.nextMoment()} {
		if group != nil {
			main.Add(group)
		}
	}
	side := widget.VStack(theme.GapXL, s.keys())
	if recent := s.recent(); recent != nil {
		side.Add(recent)
	}
	s.page.Renew(c, s.first, page.Sides(460, 340, main, side))
	if free && s.first != nil {
		widget.Focus(s.first)
	}
}

// offer makes a control the one that first has the keyboard, unless a more
// urgent one is that already.
func (s *Screen) offer(f fyne.Focusable) {
	if s.first == nil {
		s.first = f
	}
}

func greeting(now time.Time, name string) string {
	words := map[string]any{"Name": name}
	switch h := now.Hour(); {
	case h < 5:
		return locale.Text("today.hello", words)
	case h < 12:
		return locale.Text("today.morning", words)
	case h < 18:
		return locale.Text("today.afternoon", words)
	}
	return locale.Text("today.evening", words)
}
