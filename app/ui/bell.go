package ui

import (
	"time"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// bellEvery is how often the bell looks for promises that fall due.
const bellEvery = 20 * time.Second

// bell tells the person at the desk of promises as they fall due.
type bell struct {
	shell *Shell
	bell  trainer.Bell
	busy  bool
	halt  func()
}

func newBell(s *Shell) *bell {
	b := &bell{shell: s, bell: trainer.Bell{Desk: s.deps.Desk}, halt: func() {}}
	b.look()
	return b
}

func (b *bell) stop() {
	if b != nil {
		b.halt()
	}
}

// look checks and comes again.
func (b *bell) look() {
	b.halt = b.shell.After(bellEvery, b.look)
	if b.busy {
		return
	}
	b.busy = true
	s, who := b.shell, b.shell.who
	b.bell.Notifier = nil
	if s.look.Notify {
		b.bell.Notifier = s.deps.Notifier
	}
	now := s.Now()
	var rings []trainer.Ring
	s.runner.run(func() (err error) {
		rings, err = b.bell.Check(who, func(p trainer.Promise) (string, string) { return words(p, now), p.What })
		return err
	}, func(err error) {
		b.busy = false
		s.log(err)
		if s.bell != b && s.bell != nil || s.who.ID != who.ID {
			return
		}
		for _, r := range rings {
			b.tell(r)
		}
	})
}

func words(p trainer.Promise, now time.Time) string {
	return locale.Text("shell.bell", map[string]any{"Caller": p.Caller, "When": locale.When(p.Hour, now)})
}

// tell says in the window what the desktop did not say, or what a person who
// is working in it would not look elsewhere for. Today shows it by itself.
func (b *bell) tell(r trainer.Ring) {
	s := b.shell
	if r.Told && !s.front || s.at(screen.Today) {
		return
	}
	s.notices.add(&note{
		text: words(r.Promise, s.Now()), tone: widget.CalmTone, stays: true,
		label: locale.Text("shell.bell.open"),
		act:   func() { s.Open(screen.Route{Place: screen.Today}) },
	})
}
