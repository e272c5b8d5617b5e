package stage

import (
	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
)

// Desk implements screen.Host.
func (s *Stage) Desk() *trainer.Desk { return s.desk }

// Who implements screen.Host.
func (s *Stage) Who() trainer.Profile { return s.who }

// Enter puts a person at the desk.
func (s *Stage) Enter(p trainer.Profile) {
	s.who = p
	s.Entered = append(s.Entered, p)
}

// Leave empties the desk.
func (s *Stage) Leave() {
	s.who = trainer.Profile{}
	s.Left++
}

// SetWho implements screen.Host.
func (s *Stage) SetWho(p trainer.Profile) { s.who = p }

// Open keeps the route that was asked for; nothing else is shown.
func (s *Stage) Open(r screen.Route) { s.Opened = append(s.Opened, r) }

// LastOpened is the route that was asked for last, the zero one when none was.
func (s *Stage) LastOpened() screen.Route {
	if len(s.Opened) == 0 {
		return screen.Route{}
	}
	return s.Opened[len(s.Opened)-1]
}

// Back counts.
func (s *Stage) Back() { s.Backs++ }

// Go runs work and then done at once.
func (s *Stage) Go(work func() error, done func(error)) { done(work()) }

// Fail keeps the error.
func (s *Stage) Fail(err error) { s.Failures = append(s.Failures, err) }

// Say keeps the sentence.
func (s *Stage) Say(text string) { s.Said = append(s.Said, text) }

// Canvas implements screen.Host.
func (s *Stage) Canvas() fyne.Canvas { return s.window.Canvas() }

// Window implements screen.Host.
func (s *Stage) Window() fyne.Window { return s.window }

// Preferences implements screen.Host.
func (s *Stage) Preferences() *screen.Preferences { return &s.look }

// listen gives the screen what no focused control took, as the shell does.
func (s *Stage) listen() {
	c := s.window.Canvas()
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if s.on != nil && c.Overlays().Top() == nil {
			s.on.Key(ev)
		}
	})
	c.SetOnTypedRune(func(r rune) {
		if s.on != nil && c.Overlays().Top() == nil {
			s.on.Rune(r)
		}
	})
}

// A Thinker is a stage on which work comes to an end so many times: what is
// asked for afterwards, such as the engine's, is never done.
type Thinker struct {
	*Stage
	Works int // that are still done
}

var _ screen.Host = (*Thinker)(nil)

// Go runs the first works, and leaves those that come after.
func (t *Thinker) Go(work func() error, done func(error)) {
	if t.Works--; t.Works >= 0 {
		t.Stage.Go(work, done)
	}
}
