package compare

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/solve"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
)

// Stories are the states of this screen, each over calls played on a stage.
func Stories(open func() *stage.Stage) []story.Story {
	two := func(name string, played func(*stage.Stage) (a, b int64), then ...func(*stage.Stage)) story.Story {
		return story.Story{Name: "compare-" + name, Build: func() fyne.CanvasObject {
			s := open()
			who := s.Trainee("Ada Okafor")
			a, b := played(s)
			s.Show(New(s, screen.Route{Attempt: a, Other: b, Whose: who}))
			s.Advance(10 * time.Second)
			for _, f := range then {
				f(s)
			}
			return s.Root()
		}}
	}
	down := func(s *stage.Stage) { s.Press(fyne.KeyPageDown) }
	return []story.Story{
		two("better", better),
		two("better-middle", better, down),
		two("better-moves", better, down, down),
		two("worse", func(s *stage.Stage) (int64, int64) { return pair(s, endless, 2) }),
		two("other-case", otherCase),
		two("other-version", otherVersion),
		two("other-setting", otherSetting),
		two("pending", func(s *stage.Stage) (int64, int64) {
			p := begin(s, nil, call.Normal)
			playFrom(s, p, 2)
			q := begin(s, p, call.Normal)
			s.PlayOut(q)
			return p.Attempt().ID, q.Attempt().ID
		}),
		two("older", func(s *stage.Stage) (int64, int64) {
			p := begin(s, nil, call.Normal)
			playFrom(s, p, 2)
			return s.KeepOlder(), p.Attempt().ID
		}),
		two("same", func(s *stage.Stage) (int64, int64) { return pair(s, endless, endless) }, down),
		two("long", twoLong, func(s *stage.Stage) { s.Press(fyne.KeyEnd) }),
		two("gone", func(*stage.Stage) (int64, int64) { return 404, 405 }),
		choosing(open, "choose", func(s *stage.Stage) int64 {
			otherCase(s)
			_, b := better(s)
			return b
		}),
		choosing(open, "choose-none", func(s *stage.Stage) int64 {
			p := begin(s, nil, call.Normal)
			s.PlayBadly(p)
			return p.Attempt().ID
		}),
		manager(open),
	}
}

// choosing is the list to choose another call from.
func choosing(open func() *stage.Stage, name string, played func(*stage.Stage) int64) story.Story {
	return story.Story{Name: "compare-" + name, Build: func() fyne.CanvasObject {
		s := open()
		s.Trainee("Ada Okafor")
		s.Show(New(s, screen.Route{Attempt: played(s)}))
		s.Advance(time.Second)
		return s.Root()
	}}
}

// manager is a trainee's comparison on a manager's screen.
func manager(open func() *stage.Stage) story.Story {
	return story.Story{Name: "compare-manager", Build: func() fyne.CanvasObject {
		s := open()
		who := s.Trainee("Ada Okafor")
		a, b := better(s)
		boss, err := s.Desk().Appoint("Ruth Lindqvist", "four plain words here")
		must(err)
		s.Enter(boss)
		s.Show(New(s, screen.Route{Attempt: a, Other: b, Whose: who}))
		s.Advance(10 * time.Second)
		return s.Root()
	}}
}

// theCase is the case that most stories play.
const theCase = "cold-rooms"

// endless is more moves than any call of it has.
const endless = 1000

// begin begins the case; of the same version as an earlier play, if one is
// given.
func begin(s *stage.Stage, like *trainer.Play, set call.Setting) *trainer.Play {
	p := s.Play(theCase, set, trainer.Practice)
	for like != nil && p.Attempt().Variant != like.Attempt().Variant {
		must(p.Leave())
		p = s.Play(theCase, set, trainer.Practice)
	}
	return p
}

// playFrom plays n moves as the engine would, and badly from there on.
func playFrom(s *stage.Stage, p *trainer.Play, n int) {
	set, _ := call.ParseSetting(p.Attempt().Setting)
	scale, err := s.Desk().Scale(p.Attempt(), p.Case(), set)
	must(err)
	x := solve.With(p.Case(), set, s.Desk().Shelf.Weights, scale, solve.DefaultBudget)
	must(p.Answer())
	for ; n > 0 && p.Stage() == trainer.StageCall; n-- {
		line, err := x.BestLine(p.State())
		must(err)
		if line[0].Kind != call.Reply || p.Case().Replies[line[0].Reply].Promises {
			break
		}
		must(p.Reply(int(line[0].Reply), line[0].Timing))
	}
	carelessly(s, p)
	if _, ok := p.Promise(); ok {
		s.FollowUp(p)
		must(p.Answer())
		carelessly(s, p)
	}
	s.SetNow(s.Now().Add(26 * time.Hour))
}

// carelessly gives the last of the replies that are open, to the end of the
// call.
func carelessly(s *stage.Stage, p *trainer.Play) {
	for p.Stage() == trainer.StageCall {
		last := 0
		for _, c := range p.Choices() {
			last = max(last, c.Reply)
		}
		must(p.Reply(last, call.InTime))
	}
	s.Log(p)
}

// whole plays both calls as well as they can be played.
func whole(s *stage.Stage, p *trainer.Play) {
	s.PlayOut(p)
	if _, ok := p.Promise(); ok {
		s.FollowUp(p)
		s.PlayOut(p)
	}
	s.SetNow(s.Now().Add(26 * time.Hour))
}

// pair plays one version twice: so many moves well, each time.
func pair(s *stage.Stage, first, second int) (a, b int64) {
	var plays []*trainer.Play
	for _, n := range []int{first, second} {
		var like *trainer.Play
		if len(plays) > 0 {
			like = plays[0]
		}
		p := begin(s, like, call.Normal)
		if n == endless {
			whole(s, p)
		} else {
			playFrom(s, p, n)
		}
		plays = append(plays, p)
	}
	return plays[0].Attempt().ID, plays[1].Attempt().ID
}

// better is a call that began well, and then one played well.
func better(s *stage.Stage) (a, b int64) { return pair(s, 2, endless) }

func otherCase(s *stage.Stage) (a, b int64) {
	p := s.Play("soup-without-lids", call.Normal, trainer.Practice)
	s.PlayBadly(p)
	s.SetNow(s.Now().Add(26 * time.Hour))
	q := begin(s, nil, call.Normal)
	whole(s, q)
	return p.Attempt().ID, q.Attempt().ID
}

func otherVersion(s *stage.Stage) (a, b int64) {
	p := begin(s, nil, call.Normal)
	playFrom(s, p, 3)
	q := begin(s, nil, call.Normal)
	for q.Attempt().Variant == p.Attempt().Variant {
		must(q.Leave())
		q = begin(s, nil, call.Normal)
	}
	whole(s, q)
	return p.Attempt().ID, q.Attempt().ID
}

func otherSetting(s *stage.Stage) (a, b int64) {
	p := begin(s, nil, call.Gentle)
	playFrom(s, p, 3)
	q := begin(s, p, call.Hard)
	playFrom(s, q, 1)
	return p.Attempt().ID, q.Attempt().ID
}

// twoLong are two calls of two hundred moves that differ at every other one.
func twoLong(s *stage.Stage) (a, b int64) {
	var ids []int64
	for n := range 2 {
		p := s.PlayLong(200)
		must(p.Answer())
		for i := 0; p.Stage() == trainer.StageCall; i++ {
			for _, c := range p.Choices() {
				if listens := !p.Case().Replies[c.Reply].Script.Spoken(); listens == (n == 1 && i%2 == 1) {
					must(p.Reply(c.Reply, call.InTime))
					break
				}
			}
		}
		s.Log(p)
		ids = append(ids, p.Attempt().ID)
	}
	return ids[0], ids[1]
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
