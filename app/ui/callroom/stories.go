package callroom

import (
	"fmt"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
	"keepcool/app/ui/widget"
)

// storyCase is the scenario the stories are set in.
const storyCase = "cold-rooms"

// set is a call on a stage.
type set struct {
	*stage.Stage
	room *Room
	play *trainer.Play
}

// scene is a call in practice or assessed, brought to a state.
type scene struct {
	mode    trainer.Mode
	setting call.Setting
	untimed bool
	first   bool // it is the trainee's first case
	act     func(set)
}

// Stories are the states of this screen.
func Stories(open func() *stage.Stage) []story.Story {
	told := func(sc scene) func() fyne.CanvasObject {
		return func() fyne.CanvasObject { return sc.build(open()) }
	}
	practice, assessed := trainer.Practice, trainer.Assessed
	return []story.Story{
		{Name: "call-answered", Build: told(scene{mode: practice, act: func(s set) { s.Advance(1500 * time.Millisecond) }})},
		{Name: "call-first-words", Build: told(scene{mode: practice, act: func(s set) { s.hear(); s.Advance(3 * time.Second) }})},
		{Name: "call-listening", Build: told(scene{mode: practice, act: func(s set) { s.replies(3); s.Advance(4 * time.Second) }})},
		{Name: "call-cutting-in", Build: told(scene{mode: practice, act: func(s set) { s.replies(2); s.Advance(4 * time.Second); s.Type("c") }})},
		{Name: "call-open", Build: told(scene{mode: practice, act: func(s set) { s.replies(3); s.hear() }})},
		{Name: "call-first-case", Build: told(scene{mode: practice, first: true, act: func(s set) { s.replies(3); s.hear() }})},
		{Name: "call-assessed", Build: told(scene{mode: assessed, act: func(s set) { s.replies(3); s.hear() }})},
		{Name: "call-notes", Build: told(scene{mode: practice, act: func(s set) { s.replies(4); s.note(); s.hear() }})},
		{Name: "call-picking", Build: told(scene{mode: practice, act: func(s set) {
			s.replies(2)
			s.hear()
			widget.Focus(s.room.view.transcript)
			s.Press(fyne.KeyRight, fyne.KeyReturn)
		}})},
		{Name: "call-hint", Build: told(scene{mode: practice, act: func(s set) { s.replies(2); s.hear(); s.Press(fyne.KeyF2) }})},
		{Name: "call-hot", Build: told(scene{mode: practice, setting: call.Hard, act: func(s set) { s.worst(2); s.Advance(4 * time.Second) }})},
		{Name: "call-taken-over", Build: told(scene{mode: trainer.Rescue, act: func(s set) { s.hear() }})},
		{Name: "call-told", Build: told(scene{mode: practice, untimed: true, act: func(s set) { s.replies(1); s.note(); s.Type("hb"); s.Type("r"); s.Press(fyne.KeyReturn) }})},
		{Name: "call-read-back", Build: told(scene{mode: practice, untimed: true, act: func(s set) { s.replies(4); s.note(); s.Type("r") }})},
		{Name: "call-said-again", Build: told(scene{mode: practice, act: func(s set) { s.replies(3); s.hear(); s.Type("a"); s.Advance(3 * time.Second) }})},
		{Name: "call-larger", Build: told(scene{mode: practice, act: func(s set) { s.replies(3); s.hear(); s.idiom(); s.Type("l") }})},
		{Name: "call-idiom", Build: told(scene{mode: practice, act: func(s set) { s.replies(3); s.hear(); s.idiom(); s.Type("i") }})},
		{Name: "call-muted", Build: told(scene{mode: practice, act: func(s set) {
			s.replies(2)
			s.note()
			s.Advance(3 * time.Second)
			s.Type("mt")
			s.Advance(250 * time.Millisecond)
		}})},
		{Name: "call-say-first", Build: told(scene{mode: practice, act: func(s set) { s.replies(2); s.hear(); s.Type("s"); s.Type("That sounds hard. Tell me more.") }})},
		{Name: "call-said-first", Build: told(scene{mode: practice, act: func(s set) {
			s.replies(2)
			s.hear()
			s.Type("s")
			s.Type("That sounds hard. Tell me more.")
			s.Press(fyne.KeyReturn)
		}})},
		{Name: "call-promise", Build: told(scene{mode: assessed, untimed: true, act: func(s set) { s.toPromise() }})},
		{Name: "call-hang-up", Build: told(scene{mode: assessed, untimed: true, act: func(s set) { s.replies(1); s.Type("x") }})},
		{Name: "call-paused", Build: told(scene{mode: practice, act: func(s set) { s.replies(1); s.Type("p") }})},
		{Name: "call-over", Build: told(scene{mode: practice, untimed: true, act: func(s set) { s.toEnd() }})},
		{Name: "call-caller-hung-up", Build: told(scene{mode: assessed, setting: call.Hard, untimed: true, act: func(s set) { s.worst(40) }})},
		{Name: "call-long", Build: told(scene{mode: practice, untimed: true, act: func(s set) { s.long(200) }})},
	}
}

func (sc scene) build(s *stage.Stage) fyne.CanvasObject {
	s.Trainee("Ada Okafor")
	if !sc.first {
		s.Meet(3)
	}
	if sc.untimed {
		s.Preferences().Pace = 0
	}
	var play *trainer.Play
	if sc.mode == trainer.Rescue {
		play = s.Rescue(storyCase, max(sc.setting, call.Normal))
	} else {
		play = s.Play(storyCase, max(sc.setting, call.Normal), sc.mode)
	}
	must(play.Answer())
	room := New(s, play).(*Room)
	s.Show(room)
	sc.act(set{s, room, play})
	return s.Root()
}

// hear listens to the caller's line to its end.
func (s set) hear() {
	for s.room.phase == speaking {
		s.Advance(time.Second)
	}
}

// replies gives the best reply a few times.
func (s set) replies(n int) { s.give(n, 1) }

// worst gives the worst reply a few times.
func (s set) worst(n int) { s.give(n, -1) }

func (s set) give(n, sign int) {
	for range n {
		s.hear()
		if s.room.phase == over {
			return
		}
		i, promises := s.pick(sign)
		if promises {
			c := s.room.choices[i]
			s.room.give(i, func() error {
				return s.play.PromiseReply(c.Reply, call.InTime, s.Now().AddDate(0, 0, 2))
			})
			continue
		}
		s.room.choose(i)
	}
}

// pick is the reply with the most points, or with the least.
func (s set) pick(sign int) (at int, promises bool) {
	most := -1000
	for i, c := range s.room.choices {
		points := 0
		for _, sh := range s.play.Case().Replies[c.Reply].Shows {
			points += sign * s.play.Case().Rubric.Behaviours[sh.Behaviour].Points
		}
		if c.Promises && sign > 0 {
			points += 100
		}
		if points > most {
			most, at, promises = points, i, c.Promises
		}
	}
	return at, promises
}

// toPromise goes on until a reply that promises is open, and presses it.
func (s set) toPromise() {
	for range 40 {
		i, promises := s.pick(1)
		if promises {
			s.room.choose(i)
			return
		}
		s.give(1, 1)
	}
}

func (s set) toEnd() { s.give(40, 1) }

// note keeps the facts of what was said so far.
func (s set) note() {
	for i, l := range s.room.lines {
		if l.Line < 0 {
			continue
		}
		for _, f := range s.play.Case().Lines[l.Line].Script.Says {
			s.room.keep(i, f.Start, f.End, f.Kind)
		}
	}
}

// idiom marks some words of the newest line as an idiom.
func (s set) idiom() {
	i := s.room.focusLine()
	text := s.room.lines[i].Text
	words := strings.Fields(text)[:3]
	end := strings.Index(text, words[2]) + len(words[2])
	s.room.view.transcript.SetGlosses(i, []widget.Gloss{{Start: 0, End: end, Meaning: "What these words mean, in plain English"}})
}

// long fills the transcript with that many lines.
func (s set) long(n int) {
	lines := s.play.Case().Lines
	for i := len(s.room.lines); i < n; i++ {
		said := lines[i%len(lines)].Script
		l := trainer.Said{Voice: trainer.TheCaller, Text: said.Text, Tone: said.Tone, Line: i % len(lines)}
		if i%2 == 1 {
			l = trainer.Said{Voice: trainer.TheTrainee, Line: -1, Text: fmt.Sprintf("This is line %d of a long call, and it is still kind.", i)}
		}
		s.room.write(l)
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
