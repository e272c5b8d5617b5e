package firstcall

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
	"keepcool/app/ui/theme"
)

// Stories are the states of this screen.
func Stories(open func() *stage.Stage) []story.Story {
	shown := func(scale float32, then func(*stage.Stage)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			s := open()
			if scale != 1 {
				s.Look(theme.Light, scale)
			}
			s.Trainee("Ada Okafor")
			s.Show(New(s))
			then(s)
			return s.Root()
		}
	}
	to := func(step int) func(*stage.Stage) { return func(s *stage.Stage) { play(s, step) } }
	return []story.Story{
		{Name: "first-answer", Build: shown(1, func(*stage.Stage) {})},
		{Name: "first-listen", Build: shown(1, func(s *stage.Stage) {
			s.Press(fyne.KeyReturn)
			s.Advance(4 * time.Second)
		})},
		{Name: "first-reply", Build: shown(1, to(reply))},
		{Name: "first-note", Build: shown(1, to(note))},
		{Name: "first-noted", Build: shown(1, func(s *stage.Stage) {
			play(s, note)
			keep(s)
		})},
		{Name: "first-read-back", Build: shown(1, to(readBack))},
		{Name: "first-permission", Build: shown(1, to(permission))},
		{Name: "first-promise", Build: shown(1, to(promise))},
		{Name: "first-hour", Build: shown(1, func(s *stage.Stage) {
			play(s, promise)
			s.Type("1")
		})},
		{Name: "first-hang-up", Build: shown(1, to(hangUp))},
		{Name: "first-end", Build: shown(1, to(steps+1))},
		{Name: "first-paused", Build: shown(1, func(s *stage.Stage) {
			play(s, note)
			s.Type("p")
		})},
		{Name: "first-note-largest", Build: shown(2, to(note))},
		{Name: "first-promise-largest", Build: shown(2, to(promise))},
		{Name: "first-answer-largest", Build: shown(2, func(*stage.Stage) {})},
	}
}

// play plays on by keys until a step is there to be done.
func play(s *stage.Stage, step int) {
	does := []func(){
		reply:      func() { s.Type("1") },
		note:       func() { keep(s); s.Type("1") },
		readBack:   func() { s.Type("r"); s.Press(fyne.KeyReturn); s.Type("1") },
		permission: func() { s.Type("1") },
		promise:    func() { s.Type("1"); s.Press(fyne.KeyReturn) },
		hangUp:     func() { s.Type("x") },
	}
	s.Press(fyne.KeyReturn)
	for at := reply; ; at++ {
		hear(s)
		if at == step || at > steps {
			return
		}
		does[at]()
	}
}

// hear lets her finish.
func hear(s *stage.Stage) {
	for range 60 {
		if !s.Shows("is speaking") {
			return
		}
		s.Advance(time.Second)
	}
}

// keep keeps one word of hers, the one that matters, as a want.
func keep(s *stage.Stage) {
	words := strings.Fields("water the fern")
	s.Press(fyne.KeyEnd)
	for range words[1:] {
		s.Press(fyne.KeyLeft)
	}
	s.Type("w")
}
