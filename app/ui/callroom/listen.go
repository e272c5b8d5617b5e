package callroom

import (
	"time"

	"keepcool/app/call"
	"keepcool/app/script"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/widget"
)

// tick is the time between two pictures while something runs. Words come one by
// one, a few in a second; a finer tick would show nothing more.
const tick = 100 * time.Millisecond

// beatOfVoice is the time between two pictures while a voice is drawn.
const beatOfVoice = tick / 2

// firstWords is how soon the greeting should be begun. It counts while the
// trainee could speak: the caller's own first line is not held against them.
const firstWords = 10 * time.Second

// rebuild writes the transcript anew from what was said, and has the caller say
// the last line again.
func (r *Room) rebuild() {
	r.halt()
	r.encore = encore{line: -1}
	r.view.transcript.Clear()
	r.lines, r.shown, r.line = nil, 0, -1
	said := r.play.Said()
	at := r.handOver(said)
	r.view.transcript.Fill(func() {
		for r.shown = 0; r.shown < len(said); r.shown++ {
			if r.shown == at {
				r.takeOver()
			}
			r.write(said[r.shown])
		}
	})
	r.showNotes()
	r.showMoods()
	r.sayAgain()
}

// sayAgain runs the caller's last line once more; nobody has to answer what they
// did not hear.
func (r *Room) sayAgain() {
	r.loadChoices()
	if r.play.Stage() != trainer.StageCall {
		r.settle()
		return
	}
	for i := len(r.lines) - 1; i >= 0; i-- {
		if r.lines[i].Line < 0 {
			continue
		}
		if r.lines[i].Voice == trainer.TheCaller {
			r.speak(i)
			return
		}
		break
	}
	r.settle()
}

// take brings in what was said since, up to the caller's next line, which then
// runs.
func (r *Room) take() {
	said := r.play.Said()
	for r.shown < len(said) {
		s := said[r.shown]
		r.shown++
		if i := r.write(s); i >= 0 && s.Voice == trainer.TheCaller {
			r.loadChoices()
			r.speak(i)
			return
		}
	}
	r.loadChoices()
	r.settle()
}

// write puts one entry of the record into the transcript and returns its number
// there, or -1 when it is no line of this call. How the call ended is kept for
// the end.
func (r *Room) write(s trainer.Said) int {
	if s.Call != r.call {
		return -1
	}
	line := widget.Line{Text: s.Text}
	switch s.Voice {
	case trainer.TheCaller:
		line.Who, line.Name, line.Aside = widget.CallerLine, r.callerName(), s.Tone
	case trainer.TheTrainee:
		line.Who, line.Name = widget.TraineeLine, locale.Text("callroom.you")
		if r.before(s) {
			line.Name = locale.Text("rescue.before")
		}
	default:
		switch s.Event {
		case call.CallEnded, call.CallCut, call.CallDropped, call.PromiseLapsed:
			r.end = s.Event
			return -1
		}
		line.Who, line.Text = widget.StageLine, r.told(s)
	}
	r.lines = append(r.lines, s)
	i := r.view.transcript.Append(line)
	if g := r.glosses(s); g != nil {
		r.view.transcript.SetGlosses(i, g)
	}
	return i
}

// told is how a thing done is told. How a read-back was heard is told in
// practice only, and only to who has just made it.
func (r *Room) told(s trainer.Said) string {
	switch r.moveOf(s) {
	case call.Hold:
		return locale.Text("callroom.told.hold", r.named())
	case call.Breathe:
		return locale.Text("callroom.told.breathe")
	case call.ReadBackMove:
		word, known := r.readAs[s.Move]
		switch {
		case !known || !r.practice():
			return locale.Text("callroom.told.read-back")
		case word == call.Partial:
			return locale.Text("callroom.told.partial")
		case word == call.Wrong:
			return locale.Text("callroom.told.wrong")
		}
		return locale.Text("callroom.told.complete")
	}
	return capital(s.Text)
}

// moveOf is the kind of the move that a narrator's entry tells of. The record
// tells hold, breathe and read back in the words of the rules.
func (r *Room) moveOf(s trainer.Said) call.Kind {
	if s.Line >= 0 || s.Move < 0 {
		return call.Reply
	}
	state := r.play.State()
	for _, k := range []call.Kind{call.Hold, call.Breathe, call.ReadBackMove} {
		if told := r.play.Case().Tell(nil, state, call.Move{Kind: k}, 0, state, nil); len(told) > 0 && told[0].Text == s.Text {
			return k
		}
	}
	return call.Reply
}

// speak runs a line of the transcript.
func (r *Room) speak(i int) {
	r.halt()
	r.endEncore()
	s, v := r.lines[i], r.soundOf(i)
	r.line, r.heard, r.cutting = i, 0, false
	r.length = spokenTime(s.Text, v.Pace, r.host.Preferences().Pace)
	if !r.timed() {
		r.length = 0
	}
	r.phase = speaking
	if r.length == 0 {
		r.finishLine()
		return
	}
	r.showVoice(v)
	r.view.transcript.SetMarks(i, nil)
	r.reveal()
	r.showTurn()
	r.run()
}

// heatColour is the colour of this caller's heat.
func (r *Room) heatColour() string { return r.play.Scenario().Caller.Heat }

// reveal shows as much of the line as was heard. Without motion it stands there
// whole and only its time runs.
func (r *Room) reveal() {
	if r.line < 0 {
		return
	}
	text := r.lines[r.line].Text
	if r.phase == speaking && !r.host.Preferences().Still {
		text = heardBy(text, r.heard.Seconds()/r.length.Seconds())
	}
	if r.view.transcript.Line(r.line).Text == text {
		return
	}
	r.view.transcript.SetText(r.line, text)
	if r.line == len(r.lines)-1 {
		r.view.transcript.ScrollToEnd()
	}
}

// finishLine ends the caller's line and goes on with what came after it.
func (r *Room) finishLine() {
	r.phase, r.cutting = open, false
	r.reveal()
	r.showMarks(r.lines[r.line].Line)
	r.take()
}

// settle gives the turn to the trainee, or ends the call.
func (r *Room) settle() {
	r.phase = open
	if r.play.Stage() != trainer.StageCall {
		r.halt()
		r.phase = over
		r.watch.stop()
	}
	r.endEncore()
	r.hushVoice()
	r.showTurn()
	if r.counting() {
		r.run()
	}
}

// counting reports whether the time for the first words runs.
func (r *Room) counting() bool {
	return r.phase == open && !r.paused && r.encore.line < 0 && !r.first.asking && r.timed() && r.shows(FirstWords) && r.waited < firstWords && r.play.Opening()
}

// run starts the ticking.
func (r *Room) run() {
	r.stop()
	r.ticked = r.host.Now()
	r.next()
}

// next waits for the next picture.
func (r *Room) next() {
	d := tick
	if r.view.trace.Speaking() && !r.host.Preferences().Still {
		d = beatOfVoice
	}
	r.stop = r.host.After(d, r.tickOn)
}

// halt stops the ticking.
func (r *Room) halt() {
	r.stop()
	r.stop = func() {}
}

// tickOn moves on by the time that has passed. A machine that slept, or a clock
// that was set, moves the call by one second at most.
func (r *Room) tickOn() {
	now := r.host.Now()
	passed := min(max(now.Sub(r.ticked), 0), time.Second)
	r.ticked = now
	switch {
	case r.phase == speaking:
		r.heard += passed
		if r.heard >= r.length {
			r.finishLine()
			return
		}
		r.view.trace.Advance(passed)
		r.reveal()
	case r.encore.line >= 0:
		r.encoreOn(passed)
		if r.encore.line < 0 && !r.counting() {
			r.halt()
			return
		}
	case r.counting():
		r.waited += passed
	default:
		r.halt()
		return
	}
	r.showClock()
	r.next()
}

// cutIn opens the replies while the caller speaks; a second press lets the
// caller finish after all.
func (r *Room) cutIn() {
	if !r.may(CutIn) || r.phase != speaking || r.paused || r.busy || r.play.Stage() != trainer.StageCall {
		return
	}
	r.cutting = !r.cutting
	if r.first.asking || r.first.every {
		r.showChoices() // nobody cuts in to say what nobody hears
	}
	r.showTurn()
}

// timing is how a reply given now stands to the clock.
func (r *Room) timing() call.Timing {
	switch {
	case r.phase == speaking:
		return call.CuttingIn
	case r.timed() && r.waited >= firstWords && r.play.Opening():
		return call.Slow
	}
	return call.InTime
}

// hush ends a line that was cut into: the rest stands in the transcript, since
// the caller said it all the same.
func (r *Room) hush() {
	if r.phase != speaking {
		return
	}
	r.halt()
	r.phase = open
	r.reveal()
	r.showMarks(r.lines[r.line].Line)
}

// patienceAtStart is what the caller's patience was when this call began.
func (r *Room) patienceAtStart() int {
	if r.call > 0 {
		return r.play.Call().Script.Moods.Patience
	}
	c := r.play.Scenario().Caller
	m := map[string]script.Moods{
		call.Gentle.String(): c.Gentle, call.Normal.String(): c.Normal, call.Hard.String(): c.Hard,
	}[r.play.Attempt().Setting]
	return m.Patience
}
