package callroom

import (
	"time"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/widget"
)

// An encore is a line that is said again because the trainee asked for it. It
// is no part of the call: it costs nothing, the replies stay open, and the time
// for the first words stands still meanwhile.
type encore struct {
	line          int // -1 for none
	length, heard time.Duration
	tinted        int // bytes of it that have been heard
}

// sayLineAgain runs the speech of a line once more. The line that is being
// spoken begins anew; another one waits until the caller has finished.
func (r *Room) sayLineAgain(i int) {
	if r.paused || r.busy || widget.SheetOpen(r.host.Canvas()) || i < 0 || i >= len(r.lines) {
		return
	}
	s := r.lines[i]
	switch {
	case s.Voice != trainer.TheCaller && s.Voice != trainer.TheTrainee:
		return
	case r.phase == speaking && i == r.line:
		r.speak(i)
		return
	case r.phase == speaking:
		r.host.Say(locale.Text("callroom.again.wait", r.named()))
		return
	}
	r.endEncore()
	v := r.soundOf(i)
	r.encore = encore{line: i, length: spokenTime(s.Text, v.Pace, r.spokenPercent())}
	r.showVoice(v)
	r.tint()
	r.run()
}

// soundOf is how a line of the transcript sounds; one's own is calm.
func (r *Room) soundOf(i int) widget.Voice {
	if s := r.lines[i]; s.Voice == trainer.TheCaller {
		return voiceOf(r.heatColour(), s.Heat, s.Tone)
	}
	return voiceOf("", 0, "")
}

// spokenPercent is how fast a line is said again: as the trainee likes it, or as
// usual for who has lines shown at once.
func (r *Room) spokenPercent() int {
	if p := r.host.Preferences().Pace; p > 0 {
		return p
	}
	return 100
}

// encoreOn moves the line that is said again on.
func (r *Room) encoreOn(passed time.Duration) {
	r.encore.heard += passed
	if r.encore.heard >= r.encore.length {
		r.endEncore()
		return
	}
	r.view.trace.Advance(passed)
	r.tint()
}

// tint shows how far the line has been said: the transcript stays as it is.
func (r *Room) tint() {
	e := &r.encore
	text := r.view.transcript.Line(e.line).Text
	n := len(heardBy(text, e.heard.Seconds()/e.length.Seconds()))
	if r.host.Preferences().Still {
		n = len(text)
	}
	if n != e.tinted {
		e.tinted = n
		r.view.transcript.SetSpans(e.line, []widget.Span{{Start: 0, End: n, Kind: widget.FactSpan}})
	}
}

// endEncore ends it, said to its end or not.
func (r *Room) endEncore() {
	if r.encore.line < 0 {
		return
	}
	if r.encore.line < r.view.transcript.Len() {
		r.view.transcript.SetSpans(r.encore.line, nil)
	}
	r.encore = encore{line: -1}
	r.hushVoice()
}

// focusLine is the line that a key is about: the one with picked words, else the
// caller's newest.
func (r *Room) focusLine() int {
	if line, _, _ := r.view.transcript.Selection(); line >= 0 {
		return line
	}
	for i := len(r.lines) - 1; i >= 0; i-- {
		if r.lines[i].Voice == trainer.TheCaller {
			return i
		}
	}
	return -1
}

// showLarger shows a line in large letters.
func (r *Room) showLarger(i int) {
	if i >= 0 && !r.paused && !widget.SheetOpen(r.host.Canvas()) {
		r.view.transcript.ShowLarger(r.host.Canvas(), i)
	}
}

// explain shows the plain meaning of the idioms of the line that the key is
// about, one after the other; where it has none, of the newest that has.
func (r *Room) explain() {
	t := r.view.transcript
	for i := r.focusLine(); i >= 0; i-- {
		if t.Glosses(i) > 0 {
			t.NextGloss(i)
			return
		}
	}
	r.host.Say(locale.Text("callroom.idiom.none"))
}

// glosses are the idioms of a line of the case.
func (r *Room) glosses(s trainer.Said) []widget.Gloss {
	if s.Voice != trainer.TheCaller || s.Line < 0 {
		return nil
	}
	var all []widget.Gloss
	for _, g := range r.play.Case().Lines[s.Line].Script.Means {
		all = append(all, widget.Gloss{Start: g.Start, End: g.End, Meaning: capital(g.Meaning)})
	}
	return all
}

// showVoice draws a voice and says in words how it sounds.
func (r *Room) showVoice(v widget.Voice) {
	words := soundsLike(v)
	v.Pace = v.Pace * r.spokenPercent() / 100
	t := r.view.trace
	t.ReduceMotion(r.host.Preferences().Still)
	t.Speak(v, locale.Text("callroom.voice", map[string]any{"Name": r.callerName(), "Sounds": words}))
	r.showSounds(words)
}

// hushVoice draws the line of a phone on which nobody speaks.
func (r *Room) hushVoice() {
	r.view.trace.Silence(locale.Text("callroom.voice.nobody"))
	r.showSounds("")
}

// showSounds says under the trace how the voice sounds. In a large text there is
// more room under the name.
func (r *Room) showSounds(words string) {
	if !largeText() {
		r.view.sounds.SetText(words)
		return
	}
	if words == "" {
		words = capital(r.from())
	}
	r.view.from.SetText(words)
}
