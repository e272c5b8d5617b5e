package debrief

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/script"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
)

// Stories are the states of this screen. Each plays a whole call on a stage.
func Stories(open func() *stage.Stage) []story.Story {
	played := func(name string, mode trainer.Mode, way func(*rehearsal), then func(*stage.Stage)) story.Story {
		return story.Story{Name: "debrief-" + name, Build: func() fyne.CanvasObject {
			s := open()
			who := s.Trainee("Ada Okafor")
			r := rehearse(s, s.Play(someCase(s), call.Normal, mode))
			way(r)
			s.Show(New(s, r.play.Attempt().ID, who))
			then(s)
			s.Advance(10 * time.Second)
			return s.Root()
		}}
	}
	top := func(*stage.Stage) {}
	down := func(pages int) func(*stage.Stage) {
		return func(s *stage.Stage) {
			s.Advance(10 * time.Second)
			for range pages {
				s.Press(fyne.KeyPageDown)
			}
		}
	}
	rescued := func(name string, then func(*stage.Stage)) story.Story {
		return story.Story{Name: "debrief-" + name, Build: func() fyne.CanvasObject {
			s := open()
			who := s.Trainee("Ada Okafor")
			r := rehearse(s, s.Rescue(someCase(s), call.Normal))
			r.times(2, best).times(1, costliest).whole(best).second(0).whole(best)
			s.Show(New(s, r.play.Attempt().ID, who))
			then(s)
			s.Advance(10 * time.Second)
			return s.Root()
		}}
	}
	stories := []story.Story{
		rescued("rescue", top),
		rescued("rescue-moves", down(3)),
		rescued("rescue-best", func(s *stage.Stage) { s.Type("b") }),
		played("first", trainer.Practice, firstEver, top),
		played("moments", trainer.Practice, firstEver, down(1)),
		played("moves", trainer.Practice, firstEver, down(3)),
		played("own-words", trainer.Practice, saidFirst, down(2)),
		played("heard", trainer.Practice, saidFirst, down(3)),
		played("best", trainer.Practice, func(r *rehearsal) { r.whole(best).second(0).whole(best) }, top),
		played("best-shown", trainer.Practice, firstEver, func(s *stage.Stage) { s.Type("b") }),
		played("pending", trainer.Assessed, func(r *rehearsal) { r.whole(best) }, top),
		played("missed", trainer.Assessed, func(r *rehearsal) { r.whole(best).second(50 * time.Hour).whole(best) }, top),
		played("missed-second-call", trainer.Assessed, func(r *rehearsal) { r.whole(best).second(50 * time.Hour).whole(best) }, func(s *stage.Stage) {
			s.Advance(10 * time.Second)
			s.Press(fyne.KeyEnd)
		}),
		played("hung-up-early", trainer.Practice, func(r *rehearsal) {
			r.times(3, costliest)
			if r.play.Stage() == trainer.StageCall {
				r.do(call.Move{Kind: call.HangUp})
			}
			r.write(2)
		}, top),
		played("critical", trainer.Assessed, func(r *rehearsal) {
			r.until(critical).times(endless, costliest).write(3)
		}, top),
		played("hints", trainer.Practice, func(r *rehearsal) {
			for range 2 {
				_, err := r.play.Hint()
				must(err)
				r.times(1, best)
			}
			r.whole(costliest)
		}, top),
	}
	stories = append(stories, figureStories(open)...)
	return append(stories, shut(open), tried(open), inside(open), waiting(open), older(open), long(open), manager(open), gone(open))
}

// shut is the debrief of a case of which another version was not played yet.
func shut(open func() *stage.Stage) story.Story {
	return story.Story{Name: "debrief-better-asked", Build: func() fyne.CanvasObject {
		s := open()
		s.Trainee("Ada Okafor")
		r := unseen(s, s.Play(someCase(s), call.Normal, trainer.Practice))
		firstEver(r)
		sc := New(s, r.play.Attempt().ID, trainer.Profile{})
		s.Show(sc)
		s.Advance(10 * time.Second)
		sc.askBetter(func() {})
		return s.Root()
	}}
}

// firstEver is how a decent beginner plays: well at first, then in a hurry.
func firstEver(r *rehearsal) {
	r.times(2, best)
	must(r.play.Open("client"))
	must(r.play.Open("past"))
	for i := 0; r.play.Stage() == trainer.StageCall; i++ {
		if i%3 == 1 {
			r.do(costliest(r))
		} else {
			r.do(best(r))
		}
	}
	r.write(4)
}

// saidFirst is somebody who says their own words first, and notes in a hurry.
func saidFirst(r *rehearsal) {
	must(r.play.SayFirst("Hello! You sound worried. Tell me what has happened."))
	r.times(1, best)
	must(r.play.SayFirst(""))
	r.times(3, best)
	n := 0
	for _, s := range r.play.Said() {
		if s.Line < 0 {
			continue
		}
		for _, f := range r.play.Case().Lines[s.Line].Script.Says {
			as := f.Kind
			if n++; n%3 == 1 && as != script.Detail {
				as = script.Detail
			} else if n%3 == 1 {
				as = script.Feeling
			}
			if n%3 != 0 {
				must(r.play.Keep(call.Note{Line: s.Line, Start: f.Start, End: f.End, Label: as}))
			}
		}
	}
	firstEver(r)
}

// someCase is the id of the first case that can be played.
func someCase(s *stage.Stage) string {
	for _, e := range s.Desk().Shelf.Entries {
		if e.Sound() && e.Scenario.Promise != nil {
			return e.Scenario.ID
		}
	}
	panic("no case has a promise")
}

// tried is a call played with the clock set by hand.
func tried(open func() *stage.Stage) story.Story {
	return story.Story{Name: "debrief-tried-out", Build: func() fyne.CanvasObject {
		s := open()
		who := s.Trainee("Ada Okafor")
		s.Desk().ClockSet = true
		r := rehearse(s, s.Play(someCase(s), call.Normal, trainer.Assessed)).whole(best)
		s.Show(New(s, r.play.Attempt().ID, who))
		return s.Root()
	}}
}

// inside is a call with a colleague in the house between the two calls.
func inside(open func() *stage.Stage) story.Story {
	return story.Story{Name: "debrief-call-inside", Build: func() fyne.CanvasObject {
		s := open()
		who := s.Trainee("Ada Okafor")
		p := s.PlayToInside()
		must(p.RingInside())
		s.PlayOut(p)
		s.FollowUp(p)
		s.PlayOut(p)
		s.Show(New(s, p.Attempt().ID, who))
		s.Advance(10 * time.Second)
		for range 2 {
			s.Press(fyne.KeyPageDown)
		}
		return s.Root()
	}}
}

// waiting is a debrief that the engine is still at work on.
func waiting(open func() *stage.Stage) story.Story {
	return story.Story{Name: "debrief-analysis-pending", Build: func() fyne.CanvasObject {
		s := open()
		who := s.Trainee("Ada Okafor")
		r := rehearse(s, s.Play(someCase(s), call.Normal, trainer.Practice))
		firstEver(r)
		s.Show(New(&stage.Thinker{Stage: s, Works: 1}, r.play.Attempt().ID, who))
		s.Advance(10 * time.Second)
		s.Press(fyne.KeyPageDown)
		return s.Root()
	}}
}

// older is an attempt of rules that are no longer played by.
func older(open func() *stage.Stage) story.Story {
	return story.Story{Name: "debrief-older-rules", Build: func() fyne.CanvasObject {
		s := open()
		who := s.Trainee("Ada Okafor")
		s.Show(New(s, s.KeepOlder(), who))
		return s.Root()
	}}
}

// long is a call of two hundred moves.
func long(open func() *stage.Stage) story.Story {
	return story.Story{Name: "debrief-long", Build: func() fyne.CanvasObject {
		s := open()
		who := s.Trainee("Ada Okafor")
		r := rehearse(s, longCall(s, 200))
		for i := 0; r.play.Stage() == trainer.StageCall; i++ {
			c := r.play.Choices()[i%2]
			must(r.play.Reply(c.Reply, call.InTime))
		}
		r.write(3)
		s.Show(New(s, r.play.Attempt().ID, who))
		s.Advance(10 * time.Second)
		s.Press(fyne.KeyEnd)
		return s.Root()
	}}
}

// manager is a trainee's debrief on a manager's screen.
func manager(open func() *stage.Stage) story.Story {
	return story.Story{Name: "debrief-manager", Build: func() fyne.CanvasObject {
		s := open()
		who := s.Trainee("Ada Okafor")
		r := rehearse(s, s.Play(someCase(s), call.Normal, trainer.Assessed))
		firstEver(r)
		boss, err := s.Desk().Appoint("Ruth Lindqvist", "four plain words here")
		must(err)
		s.Enter(boss)
		s.Show(New(s, r.play.Attempt().ID, who))
		return s.Root()
	}}
}

// gone is an attempt that cannot be opened.
func gone(open func() *stage.Stage) story.Story {
	return story.Story{Name: "debrief-gone", Build: func() fyne.CanvasObject {
		s := open()
		s.Show(New(s, 404, s.Trainee("Ada Okafor")))
		return s.Root()
	}}
}
