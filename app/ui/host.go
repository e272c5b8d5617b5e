package ui

import (
	"encoding/json"
	"errors"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// The names under which the store keeps what belongs to the window.
const (
	lookName = "look"
	lastName = "last-person"
)

// Desk implements screen.Host.
func (s *Shell) Desk() *trainer.Desk { return s.deps.Desk }

// Who implements screen.Host.
func (s *Shell) Who() trainer.Profile { return s.who }

// SetWho implements screen.Host.
func (s *Shell) SetWho(p trainer.Profile) {
	s.who = p
	s.rail.fill()
}

// Enter makes a person the one at the desk and opens their first screen.
func (s *Shell) Enter(p trainer.Profile) {
	s.who = p
	s.look = s.kept(p)
	s.apply()
	s.rail.fill()
	s.runner.run(func() error {
		return s.deps.Desk.Store.SavePreference(0, lastName, strconv.FormatInt(p.ID, 10))
	}, s.log)
	s.stack = nil
	s.Open(s.home())
	s.bell = newBell(s)
}

// Leave goes back to Welcome.
func (s *Shell) Leave() {
	s.bell.stop()
	s.bell = nil
	s.notices.clear(nil)
	s.who = trainer.Profile{}
	s.Open(screen.Route{Place: screen.Welcome})
}

// home is where a person begins.
func (s *Shell) home() screen.Route {
	if s.who.Role == trainer.Manager {
		return screen.Route{Place: screen.Team}
	}
	return screen.Route{Place: screen.Today}
}

// kept is the look a person chose. What cannot be read is as usual.
func (s *Shell) kept(p trainer.Profile) screen.Preferences {
	look := screen.UsualPreferences()
	text, err := s.deps.Desk.Store.Preference(p.ID, lookName)
	if err != nil {
		s.Fail(err)
	}
	if text != "" && json.Unmarshal([]byte(text), &look) != nil {
		return screen.UsualPreferences()
	}
	look.Scale = min(max(look.Scale, 0.8), 2)
	if look.Pace != 0 {
		look.Pace = min(max(look.Pace, 60), 150)
	}
	return look
}

func (s *Shell) lastPerson() int64 {
	text, err := s.deps.Desk.Store.Preference(0, lastName)
	s.log(err)
	id, _ := strconv.ParseInt(text, 10, 64) // nobody, when nothing was kept
	return id
}

// changed lets the preferences take effect and keeps them. The newest always
// wins, in whatever order the work is done.
func (s *Shell) changed() {
	s.apply()
	who := s.who.ID
	body, err := json.Marshal(s.look)
	if err != nil {
		s.Fail(err)
		return
	}
	s.runner.inOrder(func() error {
		return s.deps.Desk.Store.SavePreference(who, lookName, string(body))
	}, func(err error) {
		if err != nil {
			s.Fail(err)
		}
	})
}

// Go implements screen.Host.
func (s *Shell) Go(work func() error, done func(error)) {
	asked := s.top()
	s.runner.run(work, func(err error) {
		if s.top() == asked {
			done(err)
			return
		}
		s.log(err)
	})
}

// After implements screen.Host.
func (s *Shell) After(d time.Duration, f func()) (stop func()) {
	if s.deps.After != nil {
		return s.deps.After(d, f)
	}
	stopped := false
	t := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped {
				stopped = true
				f()
			}
		})
	})
	return func() {
		stopped = true
		t.Stop()
	}
}

// Now implements screen.Host.
func (s *Shell) Now() time.Time { return s.deps.Desk.Clock.Now() }

// Fail tells of an error in its own sentence and logs its cause.
func (s *Shell) Fail(err error) {
	s.log(err)
	sentence := locale.Text("shell.failed")
	var told *trainer.Error
	if errors.As(err, &told) {
		sentence = screen.Sentence(told)
	}
	s.notices.add(&note{text: sentence, tone: widget.BadTone})
}

func (s *Shell) log(err error) {
	if err == nil {
		return
	}
	var told *trainer.Error
	if errors.As(err, &told) {
		s.deps.Log.Error(told.Message, "code", told.Code, "cause", told.Cause)
		return
	}
	s.deps.Log.Error(err.Error())
}

// Say implements screen.Host.
func (s *Shell) Say(text string) { s.toast.say(text) }

// Canvas implements screen.Host.
func (s *Shell) Canvas() fyne.Canvas { return s.window.Canvas() }

// Window implements screen.Host.
func (s *Shell) Window() fyne.Window { return s.window }

// Preferences implements screen.Host.
func (s *Shell) Preferences() *screen.Preferences { return &s.look }
