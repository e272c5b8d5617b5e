package callroom

import (
	"strings"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// A sayFirst asks for the trainee's own words before the replies are seen. It
// is no part of the call: what is said is kept for the trainee alone, and
// nothing runs against them meanwhile.
type sayFirst struct {
	every  bool // asked for before each reply of this call
	asking bool // the replies wait for it
	passed bool // this moment goes without

	field *widget.Field
	keep  *widget.Button
	panel *widget.Card
	own   *widget.Text // what was said, above the replies
}

func (r *Room) buildSayFirst() (panel, own fyne.CanvasObject) {
	f := &r.first
	f.every = r.guide == nil && r.host.Preferences().SayFirst
	f.field = widget.NewField(locale.Text("callroom.first"), locale.Text("callroom.first.hint")).Limit(trainer.MostOwnWords)
	f.field.OnSubmitted = func(string) { r.keepFirst() }
	f.field.OnChanged = func(string) { r.nameKeep() }
	f.keep = widget.NewPrimary("", r.keepFirst).WithKey("↵")
	skip := widget.NewQuiet(locale.Text("callroom.first.skip"), r.skipFirst).WithKey("Esc")
	every := widget.NewSwitch(locale.Text("callroom.first.every"), f.every, func(on bool) { f.every = on })
	f.panel = widget.NewCard("", widget.VStack(
		theme.GapM, f.field, widget.Flow(theme.GapS, f.keep, skip),
		widget.Caption(locale.Text("callroom.first.why")), every,
	))
	f.panel.Hide()
	f.own = widget.Caption("").Tint(theme.CalmText)
	f.own.Hide()
	r.nameKeep()
	return f.panel, f.own
}

// nameKeep says what the button does: whoever types nothing has said it aloud.
func (r *Room) nameKeep() {
	words := locale.Text("callroom.first.aloud")
	if strings.TrimSpace(r.first.field.Text()) != "" {
		words = locale.Text("callroom.first.keep")
	}
	if r.first.keep.Text() != words {
		r.first.keep.SetText(words)
		r.first.panel.Refresh()
	}
}

// askFirst sees whether this moment begins with one's own words, and shows what
// was said where they were.
func (r *Room) askFirst() {
	f := &r.first
	text, said := r.play.SaidFirst()
	f.asking = f.every && !f.passed && !said && !r.cutting && len(r.choices) > 0
	f.own.Hidden = !said || len(r.choices) == 0
	switch {
	case said && text == "":
		f.own.SetText(locale.Text("callroom.first.said"))
	case said:
		f.own.SetText(locale.Text("callroom.first.own", map[string]any{"Words": text}))
	}
	f.panel.Hidden = !f.asking
}

// toggleFirst asks for one's own words at this moment, whatever the setting, or
// goes on without.
func (r *Room) toggleFirst() {
	switch {
	case r.first.asking:
		r.skipFirst()
		return
	case !r.able() || len(r.choices) == 0 || r.cutting:
		return
	}
	r.first.asking, r.first.passed = true, false
	r.first.panel.Show()
	r.first.own.Hide()
	r.showReplies()
	r.showTurn()
	r.first.field.Focus()
}

// focusFirst puts the keyboard into the field once it is the trainee's turn,
// unless it is in use.
func (r *Room) focusFirst() {
	if r.first.asking && !r.paused && r.host.Canvas().Focused() == nil && !widget.SheetOpen(r.host.Canvas()) {
		r.first.field.Focus()
	}
}

// keepFirst keeps what was typed, or that it was said aloud, and opens the
// replies.
func (r *Room) keepFirst() {
	if !r.first.asking || r.busy || r.paused {
		return
	}
	text := strings.TrimSpace(r.first.field.Text())
	r.commit(func() error { return r.play.SayFirst(text) }, func() {
		r.first.field.SetText("")
		r.openReplies()
	})
}

// skipFirst opens the replies without. What was typed is not kept.
func (r *Room) skipFirst() {
	if r.first.asking {
		r.first.passed = true
		r.openReplies()
	}
}

// openReplies shows the replies that waited.
func (r *Room) openReplies() {
	r.unfocusFirst()
	r.askFirst()
	r.first.asking = false
	r.first.panel.Hide()
	r.showReplies()
	r.showTurn()
	if r.counting() {
		r.run()
	}
}

// unfocusFirst takes the keyboard out of the panel before it goes.
func (r *Room) unfocusFirst() {
	if r.first.asking {
		r.host.Canvas().Unfocus()
	}
}
