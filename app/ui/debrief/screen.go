package debrief

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// A Screen is the debrief of one attempt.
type Screen struct {
	screen.Base
	host    screen.Host
	attempt int64
	whose   trainer.Profile
	other   bool // the call is another person's than the one at the desk

	page  *widget.Scroller
	title *widget.Text
	under *widget.Text
	body  *fyne.Container
	away  *widget.Button
	again *widget.Button
	steps *widget.Button // through the call, on a screen of its own

	r    *reading
	own  map[int]string  // what was said first in own words, by move; the trainee's alone
	work *fyne.Container // holds the moments to work on
	best *fyne.Container // holds the best call
	rows *rows
	open bool // the best call is shown
	left int  // versions still to be seen for the first time: until asked for, better replies stay shut
	told bool // the offer to settle was answered

	offer fyne.CanvasObject // to settle after a hard call, or nil

	toggle *widget.Button // shows the best call

	brought  *fyne.Container // tells how far a rescue was brought, or nil
	haltBest func()          // stops the drawing of a long best call

	outcome  outcome
	standing standing
}

var _ screen.Screen = (*Screen)(nil)

// New is the debrief of an attempt of whose; the zero profile is the person at
// the desk. A manager may open another person's.
func New(h screen.Host, attempt int64, whose trainer.Profile) *Screen {
	if whose.ID == 0 {
		whose = h.Who()
	}
	s := &Screen{host: h, attempt: attempt, whose: whose, other: telling.Others(h)}
	s.away = widget.NewButton(s.awayWords(), s.leave).WithIcon(widget.IconBack).WithKey("Esc")
	s.again = widget.NewPrimary(locale.Text("debrief.again"), s.playAgain).WithIcon(widget.IconPlay)
	s.again.Hide()
	s.steps = widget.NewButton(locale.Text("debrief.step"), s.replayAll).WithKey("R")
	s.steps.Hide()
	s.title, s.under = widget.Title(locale.Text("debrief.title")), widget.Body(locale.Text("debrief.reading")).Tint(theme.Muted)
	s.body = widget.VStack(theme.GapXL)
	head := widget.HStack(theme.GapL, widget.Grow(widget.VStack(theme.GapXS, s.title, s.under)), s.again, s.steps, s.away)
	s.page = widget.Scroll(widget.InsetXY(theme.GapXXL, theme.GapXL,
		widget.MaxWidth(page.Width, widget.VStack(theme.GapXL, head, s.body))))
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Shown reads the attempt. Coming back from where it led to, it is read already.
func (s *Screen) Shown() {
	if s.r != nil && s.r.Case != nil {
		s.returned()
		return
	}
	var v *trainer.Review
	whose := s.whose
	var own map[int]string
	left := 0
	s.host.Go(func() (err error) {
		if v, whose, err = telling.Open(s.host, s.attempt, whose); err != nil {
			return err
		}
		if own, err = s.host.Desk().OwnWords(s.host.Who(), v); err == nil && !s.other {
			left, err = s.host.Desk().SightsLeft(whose, v.Attempt.Scenario)
		}
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			s.under.Hide()
			s.set(widget.NewEmptyState(widget.IconInfo, locale.Text("debrief.gone"), s.awayWords(), s.leave))
			return
		}
		s.whose = whose
		s.own, s.left = own, left
		s.show(v)
		s.r.Analyse(s.host, s.fillIn)
		s.findMost()
	})
}

// show puts the attempt on the page.
func (s *Screen) show(v *trainer.Review) {
	name := ""
	if s.other {
		name = s.whose.Name
	}
	s.r = &reading{telling.Read(v, name, s.host.Now())}
	s.title.SetText(v.Attempt.Title)
	s.under.SetText(s.underTitle())
	_, onShelf := s.host.Desk().Shelf.Find(v.Attempt.Scenario)
	s.again.Hidden = s.other || !onShelf
	s.steps.Hidden = !s.canReplay()
	parts := []fyne.CanvasObject{s.verdict()}
	s.offer = s.settleOffer()
	if s.offer != nil {
		parts = append(parts, s.offer)
	}
	if v.Summary.Scored {
		parts = append(parts, s.figures())
	}
	if s.r.Case == nil {
		s.set(append(parts, widget.Body(locale.Text("debrief.older.words")).Tint(theme.Muted))...)
		return
	}
	parts = append(parts, s.middle())
	if o := s.whereItStands(); o != nil {
		parts = append(parts, o)
	}
	s.set(append(parts, s.bestCall(), s.transcript(), s.end())...)
}

// underTitle says whose call it was, when, and with whom.
func (s *Screen) underTitle() string {
	v := s.r
	words := map[string]any{"When": locale.When(v.Attempt.Started.In(s.host.Now().Location()), s.host.Now()), "Caller": v.Caller(), "Trainee": v.Trainee}
	switch {
	case v.Case == nil && s.other:
		return locale.Text("debrief.under.older.other", words)
	case v.Case == nil:
		return locale.Text("debrief.under.older", words)
	case s.other:
		return locale.Text("debrief.under.other", words)
	}
	return locale.Text("debrief.under", words)
}

// fillIn puts in what the engine says. What was read already keeps its place
// as far as it can: only what has something new is drawn again.
func (s *Screen) fillIn() {
	s.letGo()
	s.stopBest()
	replace(s.work, s.workCard())
	replace(s.best, s.bestCard())
	s.showBrought()
	s.rows.judged()
	s.fit()
}

// replace puts another thing into a slot.
func replace(slot *fyne.Container, o fyne.CanvasObject) {
	slot.Objects = []fyne.CanvasObject{o}
	slot.Refresh()
}

// letGo takes the focus from what is about to be drawn anew: keys would go to
// a control that is no longer there.
func (s *Screen) letGo() {
	c := s.host.Canvas()
	if f := c.Focused(); f != nil && !widget.SheetOpen(c) && f != fyne.Focusable(s.away) && f != fyne.Focusable(s.again) && f != fyne.Focusable(s.steps) {
		c.Unfocus()
	}
}

// end leads on once the call has been read.
func (s *Screen) end() fyne.CanvasObject {
	row := widget.HStack(theme.GapM, widget.Spacer())
	if !s.again.Hidden {
		row.Add(widget.NewPrimary(locale.Text("debrief.again"), s.playAgain).WithIcon(widget.IconPlay))
	}
	row.Add(widget.NewButton(s.awayWords(), s.leave).WithIcon(widget.IconBack))
	return row
}

// set puts things under one another on the page.
func (s *Screen) set(objects ...fyne.CanvasObject) {
	s.body.Objects = objects
	s.body.Refresh()
	s.fit()
}

// fit gives the page the height it needs after some of it has changed. To
// refresh the page would draw all of a long call anew; a nudge of its size lays
// out only what has another height now.
func (s *Screen) fit() {
	size := s.page.Size()
	s.page.Resize(size.AddWidthHeight(0, 1))
	s.page.Resize(size)
}

// Hidden stops what is still being drawn and lets go of the solved case.
func (s *Screen) Hidden() {
	s.stopBest()
	if s.rows != nil {
		s.rows.stop()
	}
	if s.r != nil {
		s.r.Release()
	}
}

func (s *Screen) awayWords() string {
	if s.other {
		return locale.Text("debrief.team")
	}
	return locale.Text("debrief.today")
}

func (s *Screen) leave() {
	if s.other {
		s.host.Back() // to the row of the team's table it was opened from
		return
	}
	s.host.Open(screen.Route{Place: screen.Today})
}

func (s *Screen) playAgain() {
	to := screen.Route{Place: screen.Library, Scenario: s.r.Attempt.Scenario}
	if s.r.Case != nil {
		to.Language = s.r.Case.Scenario.Language
	}
	s.host.Open(to)
}

// Key implements screen.Screen.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	step := 4 * theme.Size(theme.TextBody)
	switch ev.Name {
	case fyne.KeyEscape:
		s.leave()
	case fyne.KeyUp:
		s.page.ScrollTo(s.page.Offset() - step)
	case fyne.KeyDown:
		s.page.ScrollTo(s.page.Offset() + step)
	default:
		return s.page.TakeKey(ev)
	}
	return true
}

// Rune implements screen.Screen.
func (s *Screen) Rune(r rune) bool {
	switch {
	case r == 'c' && s.canCompare():
		s.compare()
	case s.r == nil || s.r.Case == nil:
		return false
	case r == 'b':
		s.toggleBest()
	case r == 'm':
		s.toggleStanding()
	case r == 'n':
		s.step(1)
	case r == 'p':
		s.step(-1)
	case r == 'r':
		s.replayAll()
	case r == 's' && s.offered():
		s.settle()
	case r == 'a' && !s.again.Hidden:
		s.playAgain()
	default:
		return false
	}
	return true
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	away := locale.Text("debrief.keys.today")
	if s.other {
		away = locale.Text("debrief.keys.team")
	}
	lines := []widget.KeyLine{
		{Keys: []string{"↑", "↓"}, Does: locale.Text("debrief.keys.scroll")},
		{Keys: []string{"Page Up", "Page Down"}, Does: locale.Text("debrief.keys.page")},
		{Keys: []string{"N", "P"}, Does: locale.Text("debrief.keys.moves")},
		{Keys: []string{"B"}, Does: locale.Text("debrief.keys.best")},
	}
	if s.standing.slot != nil {
		lines = append(lines, widget.KeyLine{Keys: []string{"M"}, Does: locale.Text("debrief.keys.standing")})
	}
	if s.canReplay() {
		lines = append(lines, widget.KeyLine{Keys: []string{"R"}, Does: locale.Text("debrief.step")})
	}
	if s.offered() {
		lines = append(lines, widget.KeyLine{Keys: []string{"S"}, Does: locale.Text("debrief.settle.go")})
	}
	if s.canCompare() {
		lines = append(lines, widget.KeyLine{Keys: []string{"C"}, Does: locale.Text("compare.keys.with")})
	}
	if !s.again.Hidden {
		lines = append(lines, widget.KeyLine{Keys: []string{"A"}, Does: locale.Text("debrief.keys.again")})
	}
	return append(lines, widget.KeyLine{Keys: []string{"Esc"}, Does: away})
}

// frame is the time between two pictures.
const frame = time.Second / 60
