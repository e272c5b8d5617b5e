package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/callroom"
	"keepcool/app/ui/clientfile"
	"keepcool/app/ui/compare"
	"keepcool/app/ui/debrief"
	"keepcool/app/ui/firstcall"
	"keepcool/app/ui/library"
	"keepcool/app/ui/moment"
	"keepcool/app/ui/progress"
	"keepcool/app/ui/replay"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/settings"
	"keepcool/app/ui/settle"
	"keepcool/app/ui/team"
	"keepcool/app/ui/today"
	"keepcool/app/ui/welcome"
	"keepcool/app/ui/widget"
	"keepcool/app/ui/wrapup"
)

// A visit is a screen with the way that led there.
type visit struct {
	route   screen.Route
	screen  screen.Screen
	content fyne.CanvasObject
}

// top is the visit in the window, nil before the first.
func (s *Shell) top() *visit {
	if len(s.stack) == 0 {
		return nil
	}
	return s.stack[len(s.stack)-1]
}

// at reports whether the window is at one of the places.
func (s *Shell) at(places ...screen.Place) bool {
	return s.top() != nil && slices.Contains(places, s.top().route.Place)
}

// inCall reports whether somebody is on the line, or was a moment ago: nothing
// leads out of there by accident.
func (s *Shell) inCall() bool { return s.at(screen.Call, screen.WrapUp, screen.FirstCall) }

// roots are the places of the rail, and the first call, which leads to Today.
// Going to one forgets the way that led there.
var roots = []screen.Place{screen.Welcome, screen.Today, screen.Library, screen.Progress, screen.Team, screen.Settings, screen.FirstCall}

// played are the places of an attempt under way.
var played = []screen.Place{screen.ClientFile, screen.Call, screen.WrapUp}

// passing are the places one does not come back to: an attempt has gone on, or
// one has settled, or given the replies of today anew.
var passing = append([]screen.Place{screen.Settle, screen.Moment}, played...)

// Open implements screen.Host.
func (s *Shell) Open(r screen.Route) {
	if r.Play == nil && slices.Contains(played, r.Place) {
		s.resume(r)
		return
	}
	s.hide()
	if slices.Contains(roots, r.Place) {
		s.stack = nil
	}
	for s.at(passing...) {
		s.stack = s.stack[:len(s.stack)-1]
	}
	v := &visit{route: r}
	s.stack = append(s.stack, v)
	v.screen = s.build(r)
	v.content = v.screen.Content()
	s.show(v)
}

// Back implements screen.Host.
func (s *Shell) Back() {
	if len(s.stack) < 2 {
		if s.who.ID != 0 && !s.at(s.home().Place) {
			s.Open(s.home())
		}
		return
	}
	s.hide()
	s.stack = s.stack[:len(s.stack)-1]
	s.show(s.top())
}

// resume takes an attempt up that a route names by its number alone.
func (s *Shell) resume(r screen.Route) {
	who := s.who
	var p *trainer.Play
	s.Go(func() (err error) {
		p, err = s.deps.Desk.Resume(who, r.Attempt)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.Open(screen.Where(p, who))
	})
}

func (s *Shell) hide() {
	if v := s.top(); v != nil && v.screen != nil {
		v.screen.Hidden()
	}
	s.notices.clear(func(n *note) bool { return !n.stays })
}

// show puts a visit's screen into the window.
func (s *Shell) show(v *visit) {
	s.page.Objects = []fyne.CanvasObject{v.content}
	s.rail.follow()
	s.notices.draw()
	s.window.Canvas().Unfocus()
	s.window.Content().Refresh()
	v.screen.Shown()
	if s.top() != v {
		return // it has led on at once
	}
	if f := v.screen.Focus(); f != nil {
		widget.Focus(f)
	}
}

// build makes the screen of a route.
func (s *Shell) build(r screen.Route) screen.Screen {
	switch r.Place {
	case screen.Today:
		return today.New(s)
	case screen.Library:
		return library.New(s, r.Scenario, r.Language, s.reloader())
	case screen.FirstCall:
		return firstcall.New(s)
	case screen.ClientFile:
		return clientfile.New(s, r.Play)
	case screen.Settle:
		return settle.New(s, r.Play)
	case screen.Call:
		return callroom.New(s, r.Play)
	case screen.WrapUp:
		return wrapup.New(s, r.Play)
	case screen.Debrief:
		return debrief.New(s, r.Attempt, r.Whose)
	case screen.Moment:
		return moment.New(s)
	case screen.Compare:
		return compare.New(s, r)
	case screen.Replay:
		return replay.New(s, r.Attempt, r.Whose, r.Move, r.Try)
	case screen.Progress:
		return progress.New(s)
	case screen.Team:
		return team.New(s)
	case screen.Settings:
		return settings.New(s, settings.Outside{
			Changed: s.changed, Backup: s.deps.Backup, Folder: s.deps.Folder, Version: s.deps.Version,
			Language: chosenLanguage(s.app), Speak: s.speak,
		})
	}
	return welcome.New(s, s.lastPerson())
}

// reloader reads the user's own files again, nil where there are none.
func (s *Shell) reloader() func() {
	if s.deps.Reload == nil {
		return nil
	}
	return func() { s.reload(true) }
}
