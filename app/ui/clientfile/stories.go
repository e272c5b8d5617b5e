package clientfile

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
	shown := func(mode trainer.Mode, prepare func(*stage.Stage, *trainer.Play), then func(*stage.Stage)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			s := open()
			s.Trainee("Ada Okafor")
			play := s.Play(storyCase, call.Normal, mode)
			prepare(s, play)
			s.Show(New(s, play))
			then(s)
			return s.Root()
		}
	}
	nothing := func(*stage.Stage) {}
	new := func(*stage.Stage, *trainer.Play) {}
	types := func(text string) func(*stage.Stage) { return func(s *stage.Stage) { s.Type(text) } }
	return []story.Story{
		{Name: "file-client", Build: shown(trainer.Practice, new, nothing)},
		{Name: "file-earlier-calls", Build: shown(trainer.Practice, new, types("2"))},
		{Name: "file-product", Build: shown(trainer.Assessed, new, types("3"))},
		{Name: "file-purchases", Build: shown(trainer.Practice, new, types("4"))},
		{Name: "file-service", Build: shown(trainer.Practice, new, types("5"))},
		{Name: "file-notes", Build: shown(trainer.Practice, new, types("6"))},
		{Name: "file-primer", Build: shown(trainer.Assessed, new, types("7"))},
		{Name: "file-project", Build: shown(trainer.Assessed, new, types("8"))},
		{Name: "file-ringing", Build: shown(trainer.Practice, new, func(s *stage.Stage) {
			s.Press(fyne.KeyReturn)
			s.Advance(900 * time.Millisecond)
		})},
		{Name: "file-engine-at-work", Build: atWork(open, nothing)},
		{Name: "file-waits-for-the-engine", Build: atWork(open, func(s *stage.Stage) { s.Press(fyne.KeyReturn) })},
		{Name: "file-not-scored", Build: shown(trainer.Practice, func(s *stage.Stage, p *trainer.Play) { s.Desk().Budget = 10 }, nothing)},
		{Name: "file-rescue", Build: rescue(open)},
		{Name: "file-second-call", Build: shown(trainer.Practice, promised, nothing)},
		{Name: "file-second-call-notes", Build: shown(trainer.Practice, promised, types("2"))},
		{Name: "file-second-call-log", Build: shown(trainer.Practice, promised, types("3"))},
		{Name: "file-second-call-ringing", Build: shown(trainer.Practice, promised, func(s *stage.Stage) { s.Press(fyne.KeyReturn) })},
	}
}

// A thinker is a host whose engine does not come to an end.
type thinker struct {
	*stage.Stage
	works int
}

// Go runs the first work, which keeps that a paper was opened, and leaves the
// engine's.
func (t *thinker) Go(work func() error, done func(error)) {
	if t.works++; t.works == 1 {
		t.Stage.Go(work, done)
	}
}

// atWork is the file while the engine is still at work on the denominators.
func atWork(open func() *stage.Stage, then func(*stage.Stage)) func() fyne.CanvasObject {
	return func() fyne.CanvasObject {
		s := open()
		s.Trainee("Ada Okafor")
		s.Show(New(&thinker{Stage: s}, s.Play(storyCase, call.Normal, trainer.Practice)))
		s.Advance(2 * slow)
		then(s)
		return s.Root()
	}
}

// rescue is the file of a call that is to be taken over.
func rescue(open func() *stage.Stage) func() fyne.CanvasObject {
	return func() fyne.CanvasObject {
		s := open()
		s.Trainee("Ada Okafor")
		s.Show(New(s, s.Rescue(storyCase, call.Normal)))
		return s.Root()
	}
}

// promised plays the first call to its promise and waits for its hour.
func promised(s *stage.Stage, p *trainer.Play) {
	must(p.Answer())
	hour := s.Now().AddDate(0, 0, 2)
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
			must(p.PromiseReply(c.Reply, call.InTime, hour))
			continue
		}
		must(p.Reply(c.Reply, call.InTime))
	}
	must(p.Log(trainer.Log{
		Who: p.Scenario().Caller.Name, When: s.Now(), Mattered: p.Scenario().Caller.Values.Text, Happy: 4,
		Concerns: "Cold rooms every morning, and a paper that does not match the signs on the box.",
		Else:     "She bakes at five, so the mornings are best for a call.",
	}))
	s.SetNow(hour)
}

// best is the reply that shows the most strengths and no fault, and a promise
// before all.
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
