package replay

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
	"keepcool/app/ui/widget"
)

// Stories are the states of this screen. Each plays a whole call on a stage.
func Stories(open func() *stage.Stage) []story.Story {
	from := func(name string, play func(*stage.Stage) *trainer.Play, host func(*stage.Stage) screen.Host, move int, then func(*stage.Stage, *Screen)) story.Story {
		return story.Story{Name: "replay-" + name, Build: func() fyne.CanvasObject {
			set := open()
			set.Trainee("Ada Okafor")
			p := play(set)
			s := New(host(set), p.Attempt().ID, trainer.Profile{}, move, false)
			set.Show(s)
			then(set, s)
			return set.Root()
		}}
	}
	plain := func(set *stage.Stage) screen.Host { return set }
	works := func(n int) func(*stage.Stage) screen.Host {
		return func(set *stage.Stage) screen.Host { return &stage.Thinker{Stage: set, Works: n} }
	}
	keys := func(text string) func(*stage.Stage, *Screen) {
		return func(set *stage.Stage, _ *Screen) { set.Type(text) }
	}
	last := func(set *stage.Stage, _ *Screen) { set.Press(fyne.KeyEnd) }
	return []story.Story{
		from("beginning", seen(inAHurry), plain, 0, keys("")),
		from("costly", seen(inAHurry), plain, 0, keys("c")),
		from("better-shut", inAHurry, plain, 0, keys("c")),
		from("better-asked", inAHurry, plain, 0, keys("cb")),
		from("named", seen(inAHurry), plain, 3, func(set *stage.Stage, s *Screen) { widget.Focus(s.view.side.heat) }),
		from("branch", seen(inAHurry), plain, 3, keys("t")),
		from("branch-replied", seen(inAHurry), plain, 3, keys("t12")),
		from("branches", seen(inAHurry), plain, 3, func(set *stage.Stage, _ *Screen) {
			set.Type("t12")
			set.Press(fyne.KeyEscape)
			set.Type("t2")
			set.Press(fyne.KeyEscape)
		}),
		from("branch-waiting", seen(inAHurry), works(2), 3, keys("t1")),
		from("waiting", seen(inAHurry), works(1), 2, keys("")),
		from("hang-up", seen(hungUp), plain, 0, last),
		from("held", seen(held), plain, 2, keys("")),
		from("long", seen(long), plain, 120, keys("")),
		from("second-call", seen(twoCalls), plain, 0, last),
		from("inside", seen(inside), plain, 0, func(set *stage.Stage, s *Screen) {
			for i, m := range s.r.Moves {
				if m.Kind == call.RingInside {
					s.atMove(i + 1)
				}
			}
		}),
		manager(open), nothing(open),
	}
}

// seen is a play for a trainee who has asked for the better replies of the case.
func seen(play func(*stage.Stage) *trainer.Play) func(*stage.Stage) *trainer.Play {
	return func(set *stage.Stage) *trainer.Play {
		p := play(set)
		must(set.Desk().SeeBetter(set.Who(), p.Attempt().Scenario))
		return p
	}
}

// storyCase is the scenario the stories are set in: it has another version.
const storyCase = "cold-rooms"

// inAHurry is a call played without much thought: by the second of the replies
// as they are written.
func inAHurry(set *stage.Stage) *trainer.Play {
	p := set.Play(storyCase, call.Normal, trainer.Practice)
	must(p.Answer())
	for p.Stage() == trainer.StageCall {
		byScript := slices.SortedFunc(slices.Values(p.Choices()), func(a, b trainer.Choice) int { return a.Reply - b.Reply })
		one := byScript[min(1, len(byScript)-1)]
		if one.Promises {
			must(p.PromiseReply(one.Reply, call.InTime, time.Time{}))
		} else {
			must(p.Reply(one.Reply, call.InTime))
		}
	}
	set.Log(p)
	return p
}

// hungUp is a call in which the trainee hung up.
func hungUp(set *stage.Stage) *trainer.Play {
	p := set.Play(storyCase, call.Normal, trainer.Practice)
	must(p.Answer())
	for range 3 {
		must(p.Reply(p.Choices()[0].Reply, call.InTime))
	}
	must(p.HangUp())
	set.Log(p)
	return p
}

// held is a call with moves that say nothing.
func held(set *stage.Stage) *trainer.Play {
	p := set.Play(storyCase, call.Normal, trainer.Practice)
	must(p.Answer())
	must(p.Reply(p.Choices()[1].Reply, call.InTime))
	must(p.Breathe())
	must(p.Hold())
	set.PlayBadly(p)
	return p
}

// long is a call of two hundred moves.
func long(set *stage.Stage) *trainer.Play {
	p := set.PlayLong(200)
	must(p.Answer())
	for i := 0; p.Stage() == trainer.StageCall; i++ {
		must(p.Reply(p.Choices()[i%2].Reply, call.InTime))
	}
	set.Log(p)
	return p
}

// twoCalls is a call and the follow-up that was promised in it.
func twoCalls(set *stage.Stage) *trainer.Play {
	p := set.Play("soup-without-lids", call.Normal, trainer.Practice)
	set.PlayOut(p)
	set.FollowUp(p)
	set.PlayBadly(p)
	return p
}

// inside is a call with a colleague in the house between the two calls.
func inside(set *stage.Stage) *trainer.Play {
	p := set.PlayToInside()
	must(p.RingInside())
	set.PlayOut(p)
	set.FollowUp(p)
	set.PlayOut(p)
	return p
}

// manager is a trainee's call on a manager's screen.
func manager(open func() *stage.Stage) story.Story {
	return story.Story{Name: "replay-manager", Build: func() fyne.CanvasObject {
		set := open()
		who := set.Trainee("Ada Okafor")
		p := inAHurry(set)
		boss, err := set.Desk().Appoint("Ruth Lindqvist", "four plain words here")
		must(err)
		set.Enter(boss)
		set.Show(New(set, p.Attempt().ID, who, 2, false))
		return set.Root()
	}}
}

// nothing is a call without a move.
func nothing(open func() *stage.Stage) story.Story {
	return story.Story{Name: "replay-nothing", Build: func() fyne.CanvasObject {
		set := open()
		set.Trainee("Ada Okafor")
		p := set.Play(storyCase, call.Normal, trainer.Practice)
		must(p.Leave())
		set.Show(New(set, p.Attempt().ID, trainer.Profile{}, 0, false))
		return set.Root()
	}}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
