package moment

import (
	"slices"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
)

// storyCase is the scenario the stories are set in.
const storyCase = "cold-rooms"

// Stories are the states of this screen.
func Stories(open func() *stage.Stage) []story.Story {
	shown := func(name string, known bool, then func(*stage.Stage, *Screen)) story.Story {
		return story.Story{Name: "moment-" + name, Build: func() fyne.CanvasObject {
			s := open()
			s.Trainee("Ada Okafor")
			called(s, known)
			s.SetNow(s.Now().AddDate(0, 0, 3))
			sc := New(s)
			s.Show(sc)
			then(s, sc)
			return s.Root()
		}}
	}
	return []story.Story{
		shown("first-time", true, func(*stage.Stage, *Screen) {}),
		shown("right", true, func(_ *stage.Stage, sc *Screen) { sc.choose(sc.pick(true)) }),
		shown("wrong", true, func(_ *stage.Stage, sc *Screen) { sc.choose(sc.pick(false)) }),
		shown("sibling", true, func(s *stage.Stage, sc *Screen) { sitting(s, sc, true, 2) }),
		shown("retired", true, func(s *stage.Stage, sc *Screen) {
			sitting(s, sc, true, 2)
			sitting(s, sc, true, 4)
			sc.choose(sc.pick(true))
		}),
		shown("taken-out", true, func(_ *stage.Stage, sc *Screen) { sc.takeOut() }),
		shown("first-sight", false, func(*stage.Stage, *Screen) {}),
		shown("end", true, func(s *stage.Stage, sc *Screen) { sitting(s, sc, true, 0) }),
		shown("put-off", true, func(_ *stage.Stage, sc *Screen) {
			for sc.phase != over {
				sc.putOff()
			}
		}),
		shown("none-due", true, func(s *stage.Stage, sc *Screen) {
			sitting(s, sc, true, 0)
			s.Show(New(s))
		}),
	}
}

// sitting answers all that is due, right or not, and opens the screen again some
// days later.
func sitting(s *stage.Stage, sc *Screen, right bool, days int) {
	for sc.phase != over {
		sc.choose(sc.pick(right))
		sc.skip()
	}
	if days > 0 {
		s.SetNow(s.Now().AddDate(0, 0, days))
		sc.Shown()
	}
}

// pick is a reply that is right, or one that is not.
func (s *Screen) pick(right bool) int {
	for n := range s.q.Replies {
		if s.q.Right(n) == right {
			return n
		}
	}
	return -1
}

// called plays a call with two costly replies, for a trainee who knows the better
// replies of the case or does not.
func called(s *stage.Stage, known bool) *trainer.Play {
	p := s.Play(storyCase, call.Normal, trainer.Practice)
	if known {
		must(s.Desk().SeeBetter(s.Who(), storyCase))
	}
	p.Accompany()
	must(p.Answer())
	for n := 0; p.Stage() == trainer.StageCall && n < 4; n++ {
		must(p.Reply(costly(p, n), call.InTime))
	}
	if p.Stage() == trainer.StageCall {
		must(p.HangUp())
	}
	s.Log(p)
	p.Release()
	return p
}

// costly is the n-th reply of a call that begins well and then goes wrong: of
// those that are open, the last by their names.
func costly(p *trainer.Play, n int) int {
	open := p.Choices()
	slices.SortFunc(open, func(a, b trainer.Choice) int { return a.Reply - b.Reply })
	if n == 0 {
		return open[0].Reply
	}
	return open[len(open)-1].Reply
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
