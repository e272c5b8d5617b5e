package compare

import (
	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// A Screen is two attempts beside one another.
type Screen struct {
	screen.Base
	host         screen.Host
	attempt, and int64
	whose        trainer.Profile

	page *page.Page
	away *widget.Button
	roll *page.Roll

	c           *trainer.Comparison
	before, now *telling.Reading
	rows        []row
	note        *widget.Text // what is still being worked out
}

var _ screen.Screen = (*Screen)(nil)

// New is the comparison that a route leads to; without another attempt it is
// the list to choose one from.
func New(h screen.Host, r screen.Route) screen.Screen {
	whose := r.Whose
	if whose.ID == 0 {
		whose = h.Who()
	}
	if r.Other == 0 {
		return newChooser(h, r.Attempt, whose)
	}
	s := &Screen{host: h, attempt: r.Attempt, and: r.Other, whose: whose}
	s.away = widget.NewButton(locale.Text("compare.back"), h.Back).WithIcon(widget.IconBack).WithKey("Esc")
	s.page = page.New(locale.Text("compare.title"), locale.Text("compare.reading"), s.away)
	s.roll = page.NewRoll(theme.GapL, 1, h.After, s.page.Fit)
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page.Content() }

// Shown reads both attempts.
func (s *Screen) Shown() {
	whose := s.whose
	var c *trainer.Comparison
	s.host.Go(func() error {
		a, owner, err := telling.Open(s.host, s.attempt, whose)
		if err != nil {
			return err
		}
		b, _, err := telling.Open(s.host, s.and, owner)
		if err != nil {
			return err
		}
		if b.Attempt.Profile != a.Attempt.Profile {
			return &trainer.Error{Code: trainer.NotFound, Message: locale.Text("compare.gone")}
		}
		whose, c = owner, trainer.Compare(a, b)
		return nil
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			s.page.SetUnder("")
			s.page.Set(widget.NewEmptyState(widget.IconInfo, locale.Text("compare.gone"), locale.Text("compare.back"), s.host.Back))
			return
		}
		s.whose = whose
		s.show(c)
		s.analyse()
	})
}

// analyse fills in what the moves cost, where that was not kept with the
// scorecards.
func (s *Screen) analyse() {
	if s.c.Apart != "" {
		return
	}
	for _, r := range []*telling.Reading{s.before, s.now} {
		r.Analyse(s.host, func() {
			s.showNote()
			s.roll.Renew()
		})
	}
	s.showNote()
}

// showNote says that something is still being worked out, or could not be.
func (s *Screen) showNote() {
	words := ""
	switch {
	case s.before.Failed || s.now.Failed:
		words = locale.Text("debrief.call.failed")
	case s.before.Analysis == nil || s.now.Analysis == nil:
		words = locale.Text("debrief.call.wait")
	}
	s.note.SetText(words)
	s.note.Hidden = words == ""
	s.page.Fit()
}

// show puts the comparison on the page.
func (s *Screen) show(c *trainer.Comparison) {
	name := ""
	if telling.Others(s.host) {
		name = s.whose.Name
	}
	s.c = c
	s.before, s.now = telling.Read(c.Before, name, s.host.Now()), telling.Read(c.Now, name, s.host.Now())
	s.page.SetTitle(s.title())
	s.page.SetUnder(s.under())
	parts := []fyne.CanvasObject{s.story(), s.figures()}
	if c.Apart != trainer.ApartOlder {
		parts = append(parts, s.behaviours(), s.middle())
	}
	if c.Apart == "" {
		parts = append(parts, s.moves())
	}
	s.page.Set(append(parts, s.end())...)
}

func (s *Screen) title() string {
	if s.c.Before.Attempt.Scenario != s.c.Now.Attempt.Scenario {
		return locale.Text("compare.title.two")
	}
	return s.c.Now.Attempt.Title
}

func (s *Screen) under() string {
	words := map[string]any{"Trainee": s.now.Trainee}
	return s.now.Pick(locale.Text("compare.under"), locale.Text("compare.under.other", words))
}

// end leads on once both calls have been read.
func (s *Screen) end() fyne.CanvasObject {
	return widget.HStack(theme.GapM, widget.Spacer(),
		widget.NewButton(locale.Text("compare.again"), s.again).WithIcon(widget.IconCompare),
		widget.NewButton(locale.Text("compare.back"), s.host.Back).WithIcon(widget.IconBack))
}

// again chooses another call to set beside the later one.
func (s *Screen) again() {
	s.host.Open(screen.Route{Place: screen.Compare, Attempt: s.c.Now.Attempt.ID, Whose: s.whose})
}

// Hidden stops what is still being drawn and lets go of the solved cases.
func (s *Screen) Hidden() {
	s.roll.Stop()
	for _, r := range []*telling.Reading{s.before, s.now} {
		if r != nil {
			r.Release()
		}
	}
}

// Key implements screen.Screen.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyEscape {
		s.host.Back()
		return true
	}
	return s.page.TakeKey(ev)
}

// Rune implements screen.Screen.
func (s *Screen) Rune(r rune) bool {
	if s.c == nil || r != 'c' {
		return false
	}
	s.again()
	return true
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	return []widget.KeyLine{
		{Keys: []string{"Page Up", "Page Down"}, Does: locale.Text("debrief.keys.page")},
		{Keys: []string{"C"}, Does: locale.Text("compare.again")},
		{Keys: []string{"Esc"}, Does: locale.Text("compare.back")},
	}
}
