package debrief

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
)

// figureStories are the states of what the call settled and where it stands.
func figureStories(open func() *stage.Stage) []story.Story {
	told := func(name string, set call.Setting, way func(*rehearsal), works int, then func(*Screen)) story.Story {
		return story.Story{Name: "debrief-" + name, Build: func() fyne.CanvasObject {
			s := open()
			s.Trainee("Ada Okafor")
			r := rehearse(s, s.Play(someCase(s), set, trainer.Practice))
			way(r)
			sc := New(&stage.Thinker{Stage: s, Works: works}, r.play.Attempt().ID, trainer.Profile{})
			s.Show(sc)
			s.Advance(10 * time.Second)
			then(sc)
			return s.Root()
		}}
	}
	whole := func(r *rehearsal) {
		firstEver(r)
		r.second(0).whole(best)
	}
	stands := func(sc *Screen) { sc.page.Reveal(sc.standing.slot) }
	more := func(sc *Screen) { sc.toggleStanding() }
	top := func(*Screen) {}
	return []story.Story{
		told("outcome-waiting", call.Normal, firstEver, 1, top),
		told("outcome-not-finished", call.Normal, firstEver, endless, func(sc *Screen) {
			sc.outcome.most, sc.outcome.failed = nil, true
			replace(sc.outcome.slot, sc.outcomeCard())
			sc.fit()
		}),
		told("outcome-nothing", call.Normal, func(r *rehearsal) {
			r.times(1, costliest).do(call.Move{Kind: call.HangUp})
			r.write(1)
		}, endless, top),
		told("yardstick", call.Normal, whole, endless, stands),
		told("yardstick-pending", call.Normal, firstEver, endless, stands),
		told("yardstick-elsewhere", call.Gentle, whole, endless, stands),
		told("more", call.Normal, whole, endless, more),
		told("more-waiting", call.Normal, whole, 3, more),
		told("more-not-finished", call.Normal, whole, endless, func(sc *Screen) {
			sc.standing.asked, sc.standing.failed = true, true
			sc.toggleStanding()
		}),
		told("move-without-evidence", call.Normal, func(r *rehearsal) {
			r.times(2, best).do(call.Move{Kind: call.Hold})
			firstEver(r)
		}, endless, func(sc *Screen) { sc.reveal(1) }),
	}
}
