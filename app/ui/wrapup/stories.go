package wrapup

import (
	"time"

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
	shown := func(prepare func(*stage.Stage, *trainer.Play), then func(*stage.Stage, *Screen)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			s := open()
			s.Trainee("Ada Okafor")
			play := s.Play(storyCase, call.Normal, trainer.Practice)
			must(play.Answer())
			prepare(s, play)
			sc := New(s, play).(*Screen)
			s.Show(sc)
			then(s, sc)
			return s.Root()
		}
	}
	nothing := func(*stage.Stage, *Screen) {}
	return []story.Story{
		{Name: "wrap-up-promise", Build: shown(toEnd, nothing)},
		{Name: "wrap-up-filled", Build: shown(toEnd, fill)},
		{Name: "wrap-up-no-promise", Build: shown(func(_ *stage.Stage, p *trainer.Play) { must(p.HangUp()) }, nothing)},
		{Name: "wrap-up-second", Build: shown(twice, nothing)},
		{Name: "wrap-up-leave", Build: shown(toEnd, func(s *stage.Stage, sc *Screen) { fill(s, sc); s.Press(fyne.KeyEscape) })},
	}
}

func fill(_ *stage.Stage, sc *Screen) {
	sc.insertNotes()
	sc.view.mattered.SetSelected(3)
	sc.view.also.SetText("Her husband is in hospital. She did not want to talk about it.")
	sc.view.happy.SetSelected(3)
}

// toEnd plays a call to its good-bye, with a promise and a few notes.
func toEnd(s *stage.Stage, p *trainer.Play) {
	for noted := 0; p.Stage() == trainer.StageCall; {
		said := p.Said()
		if l := said[len(said)-1]; l.Line >= 0 && noted < 4 {
			for _, f := range p.Case().Lines[l.Line].Script.Says {
				must(p.Keep(call.Note{Line: l.Line, Start: f.Start, End: f.End, Label: f.Kind}))
				noted++
			}
		}
		c := best(p)
		if c.Promises {
			must(p.PromiseReply(c.Reply, call.InTime, s.Now().AddDate(0, 0, 2)))
			continue
		}
		must(p.Reply(c.Reply, call.InTime))
	}
}

// twice plays both calls.
func twice(s *stage.Stage, p *trainer.Play) {
	toEnd(s, p)
	must(p.Log(trainer.Log{Who: p.Scenario().Caller.Name}))
	s.SetNow(s.Now().AddDate(0, 0, 2).Add(10 * time.Minute))
	must(p.FollowUp())
	must(p.Answer())
	toEnd(s, p)
}

// best is the reply that shows the most strengths, and a promise before all.
func best(p *trainer.Play) trainer.Choice {
	most, at := -1000, trainer.Choice{}
	for _, c := range p.Choices() {
		points := 0
		if c.Promises {
			points = 100
		}
		for _, sh := range p.Case().Replies[c.Reply].Shows {
			points += p.Case().Rubric.Behaviours[sh.Behaviour].Points
		}
		if points > most {
			most, at = points, c
		}
	}
	return at
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
