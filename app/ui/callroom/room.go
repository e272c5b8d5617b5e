package callroom

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
)

// A phase says whose turn it is.
type phase int

const (
	speaking phase = iota // the caller's line runs
	open                  // the trainee's turn
	over                  // the call has ended
)

// A Room is the screen of one call.
type Room struct {
	screen.Base
	host screen.Host
	play *trainer.Play

	guide  Guide  // nil: nobody leads through the call
	lesson Lesson // what is there now
	leads  bool   // the keyboard has still to go to what is new

	phase   phase
	paused  bool
	busy    bool // a move is being written down
	cutting bool // the replies are open although the caller speaks
	end     call.EventKind

	call    int // index into Case.Calls
	shown   int // how much of Play.Said stands in the transcript
	lines   []trainer.Said
	choices []trainer.Choice
	readAs  map[int]call.Word // by move: how the read-backs made here were judged

	line   int           // the transcript's line that is spoken
	length time.Duration // how long it takes
	heard  time.Duration // how much of it was heard
	waited time.Duration // what passed of the time for the first words
	ticked time.Time
	stop   func()
	watch  *watch

	encore  encore // a line that is said again
	mute    mute
	first   sayFirst
	resting bool // a pause was asked for while a move is written down

	view view
}

var _ screen.Screen = (*Room)(nil)

// New is the room of the call that is under way in a play.
func New(h screen.Host, play *trainer.Play) screen.Screen { return newRoom(h, play, nil) }

func newRoom(h screen.Host, play *trainer.Play, g Guide) *Room {
	r := &Room{
		host: h, play: play, guide: g, line: -1, stop: func() {}, readAs: map[int]call.Word{},
		encore: encore{line: -1},
	}
	r.call = play.Case().Beat(play.State()).Call
	if g == nil {
		r.lesson.There = r.usual()
	}
	r.watch = newWatch(h.Now, r.activeBefore())
	play.Time(r.watch.active)
	r.build()
	return r
}

// activeBefore is the active time this call had already. A second call counts
// from its own beginning.
func (r *Room) activeBefore() time.Duration {
	if r.call > 0 && r.play.Opening() {
		return 0
	}
	return r.play.Active()
}

// Content implements screen.Screen.
func (r *Room) Content() fyne.CanvasObject { return r.view.root }

// Shown takes the call up where it is: the caller's last line is said again.
func (r *Room) Shown() {
	if r.play.Stage() == trainer.StageFile {
		r.host.Open(screen.Route{Place: screen.ClientFile, Play: r.play})
		return
	}
	r.play.Accompany()
	r.showPaused(false)
	r.watch.start()
	r.rebuild()
}

// Hidden stops everything that runs, and lets go of the solved case.
func (r *Room) Hidden() {
	r.play.Release()
	r.halt()
	r.dropBall()
	r.endEncore()
	r.watch.stop()
	r.hushVoice()
}

// timed reports whether speech and the first words take their time.
func (r *Room) timed() bool {
	return r.host.Preferences().Pace > 0 && !r.play.Attempt().Untimed
}

// practice reports whether moods are shown, hints given and steps taken back.
func (r *Room) practice() bool { return r.play.Attempt().Mode.LikePractice() }

func (r *Room) callerName() string { return r.play.Case().Who(r.call) }

// from is where the caller stands, or what a colleague is rung for.
func (r *Room) from() string {
	if r.inHouse() {
		return r.play.Case().Calls[r.call].Script.What
	}
	return r.play.Scenario().Caller.From
}

// inHouse reports whether a colleague is on the line.
func (r *Room) inHouse() bool { return r.call == r.play.Case().InsideCall() }

func (r *Room) named() map[string]any { return map[string]any{"Name": r.callerName()} }

// pause covers the call and stops its time, as soon as what is being written
// down is on the disk.
func (r *Room) pause() {
	if r.paused || r.phase == over {
		return
	}
	if r.busy {
		r.resting = true
		return
	}
	r.halt()
	r.dropBall()
	r.endEncore()
	r.view.transcript.HideGloss()
	r.watch.stop()
	r.hushVoice()
	r.showPaused(true)
}

// goOn takes the cover away; the caller says the last line again.
func (r *Room) goOn() {
	if !r.paused {
		return
	}
	r.showPaused(false)
	r.watch.start()
	r.sayAgain()
}

// leave goes to Today; the call waits there.
func (r *Room) leave() {
	if r.guide != nil {
		r.guide.Skip()
		return
	}
	r.host.Open(screen.Route{Place: screen.Today})
}

// onward goes to the log once the call is over; a call inside the house asks
// for none.
func (r *Room) onward() {
	if r.inHouse() {
		r.leave()
		return
	}
	if r.play.Stage() == trainer.StageWrapUp {
		r.host.Open(screen.Route{Place: screen.WrapUp, Play: r.play})
		return
	}
	r.host.Open(screen.Route{Place: screen.Debrief, Attempt: r.play.Attempt().ID, Whose: r.host.Who()})
}
