package progress

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
	"keepcool/app/ui/widget"
)

// Stories are the states of this screen.
func Stories(open func() *stage.Stage) []story.Story {
	then := func(prepare, after func(*stage.Stage)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			s := open()
			s.Trainee("Ada Okafor")
			prepare(s)
			s.Show(New(s))
			after(s)
			s.Advance(time.Second)
			return s.Root()
		}
	}
	shown := func(prepare func(*stage.Stage)) func() fyne.CanvasObject { return then(prepare, func(*stage.Stage) {}) }
	return []story.Story{
		{Name: "progress-empty", Build: shown(func(*stage.Stage) {})},
		{Name: "progress-list", Build: shown(list)},
		{Name: "progress-since", Build: shown(twice)},
		{Name: "progress-ready", Build: shown(MakeReady)},
		{Name: "progress-map", Build: then(shelf, func(s *stage.Stage) {
			m := s.Screen().(*Screen).cases
			widget.Focus(m)
			s.Press(fyne.KeyDown, fyne.KeyRight)
		})},
		{Name: "progress-marked", Build: then(list, func(s *stage.Stage) {
			s.Press(fyne.KeyTab, fyne.KeyTab)
			s.Type("c")
		})},
		{Name: "progress-one-case", Build: then(shelf, func(s *stage.Stage) { s.Screen().(*Screen).only("Just the list") })},
	}
}

// list is one attempt of each kind.
func list(s *stage.Stage) {
	p := s.Play("cold-rooms", call.Normal, trainer.Practice)
	s.PlayOut(p)
	if _, ok := p.Promise(); ok {
		s.FollowUp(p)
		s.PlayOut(p)
	}
	s.PlayBadly(s.Play("cold-rooms", call.Hard, trainer.Practice))
	s.PlayBadly(s.Play("one-message-only", call.Normal, trainer.Assessed))
	s.SetNow(s.Now().Add(24 * time.Hour))
	s.PlayOut(s.Play("soup-without-lids", call.Normal, trainer.Assessed))
	left := s.Play("soup-without-lids", call.Gentle, trainer.Practice)
	if err := left.Leave(); err != nil {
		panic(err)
	}
	s.Play("one-message-only", call.Gentle, trainer.Practice)
}

// twice is a case played badly, and then well.
func twice(s *stage.Stage) {
	s.PlayBadly(s.Play("cold-rooms", call.Normal, trainer.Practice))
	s.SetNow(s.Now().Add(24 * time.Hour))
	p := s.Play("cold-rooms", call.Normal, trainer.Assessed)
	s.PlayOut(p)
	s.FollowUp(p)
	s.PlayOut(p)
}

// MakeReady plays what it takes to be ready: three assessed calls on three days.
func MakeReady(s *stage.Stage) {
	for _, id := range []string{"just-the-list", "cold-rooms", "to-begin-with"} {
		p := s.Play(id, call.Normal, trainer.Assessed)
		s.PlayOut(p)
		s.FollowUp(p)
		s.PlayOut(p)
		s.SetNow(s.Now().Add(24 * time.Hour))
	}
}

// shelf is most cases of the shelf, each played once, on as many days.
func shelf(s *stage.Stage) {
	for i, e := range s.Desk().Shelf.Entries {
		if i > 8 {
			break
		}
		p := s.Play(e.Scenario.ID, call.Normal, trainer.Practice)
		if i%3 > 0 {
			s.PlayBadly(p)
		} else {
			s.PlayOut(p)
		}
		if _, ok := p.Promise(); ok && i%2 == 0 {
			s.FollowUp(p)
			s.PlayOut(p)
		}
		s.SetNow(s.Now().Add(24 * time.Hour))
	}
}
