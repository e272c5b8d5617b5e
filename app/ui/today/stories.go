package today

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
	"keepcool/app/ui/theme"
)

// Stories are the states of this screen.
func Stories(open func() *stage.Stage) []story.Story {
	shown := func(prepare, then func(*stage.Stage)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			s := open()
			s.Trainee("Ada Okafor")
			prepare(s)
			s.Show(New(s))
			then(s)
			return s.Root()
		}
	}
	nothing := func(*stage.Stage) {}
	return []story.Story{
		{Name: "today-first-day", Build: shown(nothing, nothing)},
		{Name: "today-first-call-done", Build: shown(func(s *stage.Stage) {
			must(s.Desk().KeepFirstCall(s.Who(), trainer.FirstCallDone))
		}, nothing)},
		{Name: "today-unfinished", Build: shown(func(s *stage.Stage) {
			must(s.Play("cold-rooms", call.Normal, trainer.Practice).Answer())
			s.SetNow(s.Now().Add(2 * time.Hour))
		}, nothing)},
		{Name: "today-promise-ahead", Build: shown(func(s *stage.Stage) { promised(s, -90*time.Minute) }, nothing)},
		{Name: "today-promise-due", Build: shown(func(s *stage.Stage) { promised(s, 5*time.Minute) }, nothing)},
		{Name: "today-promise-late", Build: shown(func(s *stage.Stage) { promised(s, 2*time.Hour) }, nothing)},
		{Name: "today-promise-missed", Build: shown(func(s *stage.Stage) { promised(s, 26*time.Hour) }, nothing)},
		{Name: "today-move-promise", Build: shown(func(s *stage.Stage) { promised(s, -90*time.Minute) },
			func(s *stage.Stage) { s.TapText(locale.Text("today.promise.move")) })},
		{Name: "today-call-inside", Build: shown(func(s *stage.Stage) { s.PlayToInside() }, nothing)},
		{Name: "today-moments", Build: shown(func(s *stage.Stage) { moments(s, 3) }, nothing)},
		{Name: "today-moments-later", Build: shown(func(s *stage.Stage) { moments(s, 1) }, nothing)},
		{Name: "today-busy", Build: shown(busy, nothing)},
		{Name: "today-large-text", Build: func() fyne.CanvasObject {
			s := open()
			s.Look(theme.Light, 1.6)
			s.Trainee("Bartholomew Featherstonehaugh-Cholmondeley the Younger")
			promised(s, 5*time.Minute)
			s.Show(New(s))
			return s.Root()
		}},
	}
}

// promised plays a first call to its promise and turns the clock to so long
// after the promised hour.
func promised(s *stage.Stage, after time.Duration) {
	p := s.Play("soup-without-lids", call.Normal, trainer.Assessed)
	s.PlayOut(p)
	promise, ok := p.Promise()
	if !ok {
		panic("today: the best call made no promise")
	}
	s.SetNow(promise.Hour.Add(after))
}

// moments plays a call badly, with the engine beside it, and turns the clock some
// days on.
func moments(s *stage.Stage, days int) {
	p := s.Play("onions-brown", call.Normal, trainer.Practice)
	p.Accompany()
	s.PlayBadly(p)
	p.Release()
	s.SetNow(s.Now().AddDate(0, 0, days))
}

// busy is the day of somebody who has played a while.
func busy(s *stage.Stage) {
	for _, id := range []string{"cold-rooms", "one-message-only"} {
		p := s.Play(id, call.Normal, trainer.Practice)
		s.PlayOut(p)
		if _, ok := p.Promise(); ok {
			s.FollowUp(p)
			s.PlayOut(p)
		}
		s.PlayBadly(s.Play(id, call.Hard, trainer.Assessed))
	}
	must(s.Play("cold-rooms", call.Normal, trainer.Practice).Answer())
	promised(s, 5*time.Minute)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
