package settle

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
)

// storyCase is the scenario the stories are set in.
const storyCase = "cold-rooms"

// Stories are the states of this screen.
func Stories(open func() *stage.Stage) []story.Story {
	shown := func(prepare func(*stage.Stage), after bool, then func(*stage.Stage)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			s := open()
			s.Trainee("Ada Okafor")
			prepare(s)
			var play *trainer.Play
			if !after {
				play = s.Play(storyCase, call.Normal, trainer.Practice)
			}
			s.Show(New(s, play))
			then(s)
			return s.Root()
		}
	}
	new := func(*stage.Stage) {}
	still := func(s *stage.Stage) { s.Preferences().Still = true }
	said := func(s *stage.Stage) {
		s.Press(fyne.KeyRight)
		s.Type("4")
		s.Advance(21 * time.Second)
	}
	full := func(s *stage.Stage) {
		s.Press(fyne.KeyRight)
		s.Type("4f")
		s.TapText(locale.Text("settle.says.english"))
	}
	pages := func(n int) func(*stage.Stage) {
		return func(s *stage.Stage) {
			full(s)
			s.TapText(locale.Text("settle.place.jaw"))
			s.TapText(locale.Text("settle.place.hands"))
			s.TapText(locale.Text("settle.way.walk"))
			s.Canvas().Unfocus()
			for range n {
				s.Press(fyne.KeyPageDown)
			}
		}
	}
	return []story.Story{
		{Name: "settle-in", Build: shown(new, false, func(s *stage.Stage) { s.Advance(3 * time.Second) })},
		{Name: "settle-out", Build: shown(new, false, func(s *stage.Stage) { s.Press(fyne.KeyRight); s.Type("3"); s.Advance(18 * time.Second) })},
		{Name: "settle-said", Build: shown(new, false, said)},
		{Name: "settle-still", Build: shown(still, false, func(s *stage.Stage) { s.Advance(7 * time.Second) })},
		{Name: "settle-own-words", Build: shown(noted, false, said)},
		{Name: "settle-after", Build: shown(new, true, func(s *stage.Stage) { s.Press(fyne.KeyRight); s.Advance(time.Second) })},
		{Name: "settle-full", Build: shown(new, false, full)},
		{Name: "settle-full-body", Build: shown(new, false, pages(1))},
		{Name: "settle-full-end", Build: shown(practised, false, pages(4))},
		{Name: "settle-full-after", Build: shown(noted, true, func(s *stage.Stage) { s.Type("f") })},
	}
}

// noted has settled before, with words of one's own.
func noted(s *stage.Stage) {
	for _, n := range []trainer.Settling{
		{
			Feeling: "nervous", Strength: 4, Now: 2, Own: "They will hear that I am new.",
			Turned: "I may say that I am new. People are kind to that.", Ways: []trainer.Way{trainer.Breathing, trainer.Turning},
		},
		{Feeling: "worried", Strength: 3, Now: 3, Ways: []trainer.Way{trainer.Breathing, trainer.Music}},
		{Feeling: "angry", Strength: 5, Now: 2, Ways: []trainer.Way{trainer.Walk, trainer.Breathing}},
	} {
		must(s.Desk().Settle(s.Who(), n))
	}
}

// practised has had ten calls besides, and wants to know what helped.
func practised(s *stage.Stage) {
	noted(s)
	s.Preferences().Helped = true
	for range trainer.EnoughCalls {
		p := s.Play(storyCase, call.Normal, trainer.Practice)
		must(p.Answer())
		must(p.HangUp())
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
