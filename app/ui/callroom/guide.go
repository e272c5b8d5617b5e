package callroom

import (
	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// Controls are a set of what there is in the room to be used.
type Controls uint16

// The controls of the room.
const (
	Replies Controls = 1 << iota
	Notes
	ReadBack
	HangUp
	CutIn
	Hold
	Breathe
	Moods // with the caller's patience
	Hint
	Back
	FirstWords // the time for the greeting

	All Controls = 1<<iota - 1
)

// A Guide leads a beginner through a call. What it does not show cannot be used,
// by key either.
type Guide interface {
	// Now says what is there at a moment of the call. It is asked whenever
	// something has changed.
	Now(Moment) Lesson
	// Skip is called when the trainee has seen enough, Over when they have hung
	// up after the good-bye.
	Skip()
	Over()
}

// A Moment is how far a guided call has come.
type Moment struct {
	Beat     string // its name in the script
	Speaking bool   // the caller's line runs
	Over     bool   // both have said good-bye
	Notes    int    // notes that are kept
	ReadBack bool   // notes were read back
}

// A Lesson is what is there, and the line that stands beside its newest control.
type Lesson struct {
	There Controls
	New   Controls // what the line is about; nothing: the caller's voice
	Line  string   // "" for none
	Sheet string   // stands above the hours of a promise
	Step  string   // how far the lesson is, in words
}

// Guided is the room of a call through which a guide leads.
func Guided(h screen.Host, play *trainer.Play, g Guide) *Room { return newRoom(h, play, g) }

// few is with how many cases met a trainee still sees only the controls that the
// case has a use for.
const few = 2

// Used are the controls that call n of a case has a use for. Hold, breathe and
// cut in change nothing for the better by themselves: a case has a use for them
// where holding, a silence or stepping in is among its replies. Reading back is
// of use where a beat wants it, notes where there is something to note, a hint
// where something earns.
func Used(c *call.Case, n int) Controls {
	used := Replies | HangUp | Moods | Back | FirstWords
	for i := range c.Beats {
		b := &c.Beats[i]
		if b.Call != n {
			continue
		}
		if b.WantsReadBack {
			used |= Notes | ReadBack
		}
		for _, l := range c.Lines[b.LineFrom:b.LineTo] {
			if len(l.Script.Says) > 0 {
				used |= Notes
			}
		}
		for _, a := range c.Replies[b.From:b.To] {
			used |= usedBy(c, a)
		}
	}
	return used
}

func usedBy(c *call.Case, a call.Answer) Controls {
	var used Controls
	for _, s := range a.Shows {
		if s.Wanted {
			used |= Hint
		}
		switch c.Rubric.Behaviours[s.Behaviour].ID {
		case "hold-with-manners", "hold-cold":
			used |= Hold
		case "pause":
			used |= Breathe
		case "step-in-kindly":
			used |= CutIn
		}
	}
	return used
}

// usual is what is there when nobody guides.
func (r *Room) usual() Controls {
	if met := r.play.CasesMet(); met > 0 && met <= few {
		return Used(r.play.Case(), r.call)
	}
	return All
}

// may reports whether a control can be used. Without a guide the keys of one that
// is not shown work all the same: the list of keys names them.
func (r *Room) may(c Controls) bool { return r.guide == nil || r.lesson.There&c != 0 }

func (r *Room) shows(c Controls) bool { return r.lesson.There&c != 0 }

// moment is how far the call has come.
func (r *Room) moment() Moment {
	return Moment{
		Beat: r.play.Case().Beat(r.play.State()).Script.ID, Speaking: r.phase == speaking,
		Over: r.phase == over, Notes: len(r.play.Notes()), ReadBack: len(r.readAs) > 0,
	}
}

// follow shows what is there now.
func (r *Room) follow() {
	was := r.lesson
	if r.guide != nil {
		r.lesson = r.guide.Now(r.moment())
	}
	v := &r.view
	if r.guide == nil && v.furnished {
		return
	}
	v.furnished = true
	for i, c := range []Controls{Hold, Breathe, ReadBack} {
		seen(v.tools[i], r.shows(c))
	}
	seen(v.toolRow, r.guide == nil || r.shows(Hold|Breathe|ReadBack))
	seen(v.hangUp, r.shows(HangUp))
	seen(v.moods.card, r.practice() && r.shows(Moods))
	seen(v.moods.hint, r.shows(Hint))
	seen(v.notes.card, r.shows(Notes))
	seen(v.side, v.moods.card.Visible() || v.notes.card.Visible() || r.guide == nil)
	if r.guide == nil {
		return
	}
	v.transcript.Markable = r.shows(Notes)
	seen(v.page, r.shows(Replies) && len(r.choices) > 0)
	if r.lesson != was {
		r.showLesson()
	}
}

// showLesson writes the guide's line where its control is.
func (r *Room) showLesson() {
	v, l := &r.view, r.lesson
	v.step.SetText(l.Step)
	here := v.tips.at(l.New)
	for _, tip := range v.tips.all() {
		if tip == here {
			tip.SetText(l.Line)
		}
		seen(tip, tip == here && l.Line != "")
	}
	r.leads = true
	r.showChoices()
	v.room.Refresh()
}

// lead gives the keyboard to what is new, once, and takes it from what was new
// before.
func (r *Room) lead() {
	if !r.leads || r.paused {
		return
	}
	r.leads = false
	v, c := &r.view, r.host.Canvas()
	switch {
	case r.lesson.Line != "" && r.lesson.New == Notes:
		widget.Focus(v.transcript)
	case r.lesson.Line != "" && r.lesson.New == ReadBack:
		widget.Focus(v.tools[2])
	case r.lesson.Line != "" && r.lesson.New == HangUp:
		widget.Focus(v.hangUp)
	case c.Focused() == fyne.Focusable(v.transcript), c.Focused() == fyne.Focusable(v.tools[2]):
		c.Unfocus()
	}
}

// tips are the places where a guide's line can stand.
type tips struct{ voice, floor, notes, readBack *widget.Notice }

func newTips() tips {
	t := tips{newTip(), newTip(), newTip(), newTip()}
	if largeText() {
		t.notes = t.floor // the notepad is too narrow for it
	}
	return t
}

func newTip() *widget.Notice {
	tip := widget.NewNotice("", "", nil, nil)
	tip.Hide()
	return tip
}

func (t tips) all() []*widget.Notice {
	all := []*widget.Notice{t.voice, t.floor, t.readBack}
	if t.notes != t.floor {
		all = append(all, t.notes)
	}
	return all
}

// at is the place beside a control.
func (t tips) at(c Controls) *widget.Notice {
	switch c {
	case 0:
		return t.voice
	case Notes:
		return t.notes
	case ReadBack:
		return t.readBack
	}
	return t.floor
}

// part ends a guided call, in which hanging up after the good-bye is a gesture
// of its own.
func (r *Room) part() {
	if r.phase == over && !r.paused {
		r.guide.Over()
	}
}

// guidedKeys are the keys of what is there.
func (r *Room) guidedKeys() []widget.KeyLine {
	var keys []widget.KeyLine
	add := func(c Controls, does string, names ...string) {
		if c == 0 || r.shows(c) {
			keys = append(keys, widget.KeyLine{Keys: names, Does: does})
		}
	}
	add(Replies, locale.Text("callroom.keys.reply"), "1", "…", "9")
	add(Replies, locale.Text("callroom.keys.walk"), "↑", "↓", "Enter")
	add(Notes, locale.Text("callroom.keys.pick"), "Tab", "←", "→", "Shift")
	add(Notes, locale.Text("callroom.keys.label"), "W", "N", "F", "D")
	add(ReadBack, locale.Text("callroom.read-back"), "R")
	add(HangUp, locale.Text("callroom.hang-up"), "X")
	add(0, locale.Text("callroom.keys.pause.guided"), "P", "Esc")
	return keys
}

// seen shows or hides a part of the room, where it is not so already.
func seen(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
}
