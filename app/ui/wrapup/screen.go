package wrapup

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// The most a field of the log holds, in bytes. Longer texts make typing slow,
// and nobody reads them.
const (
	mostName = 80
	mostText = 2000
)

// values are what can have mattered most to a caller, in the order shown.
var values = []string{"safety", "importance", "respect", "delivering"}

// A Screen is the wrap-up of one call.
type Screen struct {
	screen.Base
	host screen.Host
	play *trainer.Play
	when time.Time
	busy bool

	view view
}

var _ screen.Screen = (*Screen)(nil)

// New is the wrap-up of a call that has just ended.
func New(h screen.Host, play *trainer.Play) screen.Screen {
	s := &Screen{host: h, play: play, when: h.Now()}
	s.build()
	return s
}

// keep is the shortcut that keeps the log wherever the focus is: in a text of
// several lines Enter begins a new line.
var keep = &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault}

// Shown implements screen.Screen.
func (s *Screen) Shown() {
	s.host.Canvas().AddShortcut(keep, func(fyne.Shortcut) {
		if !widget.SheetOpen(s.host.Canvas()) {
			s.save()
		}
	})
}

// Hidden implements screen.Screen.
func (s *Screen) Hidden() { s.host.Canvas().RemoveShortcut(keep) }

// second reports whether this was the follow-up: its log is shorter.
func (s *Screen) second() bool { return s.play.Call().Script.Role.Second() }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.view.root }

// Focus is the first field.
func (s *Screen) Focus() fyne.Focusable { return s.view.concerns.Focusable() }

// log is what stands in the fields.
func (s *Screen) log() trainer.Log {
	v := &s.view
	l := trainer.Log{
		Who: strings.TrimSpace(v.who.Text()), When: s.when,
		Concerns: strings.TrimSpace(v.concerns.Text()),
		Else:     strings.TrimSpace(v.also.Text()),
		Happy:    v.happy.Selected() + 1,
	}
	if v.mattered != nil && v.mattered.Selected() >= 0 {
		l.Mattered = values[v.mattered.Selected()]
	}
	return l
}

// save keeps the log and goes on to the debrief. After an error everything
// still stands in its field.
func (s *Screen) save() {
	if s.busy {
		return
	}
	if s.play.Stage() != trainer.StageWrapUp {
		s.onward()
		return
	}
	s.busy = true
	l := s.log()
	s.host.Go(func() error { return s.play.Log(l) }, func(err error) {
		s.busy = false
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.onward()
	})
}

func (s *Screen) onward() {
	s.host.Open(screen.Route{Place: screen.Debrief, Attempt: s.play.Attempt().ID, Whose: s.host.Who()})
}

// later leaves the log for another time. What was typed is asked about first,
// since nothing of it is kept.
func (s *Screen) later() {
	away := func() { s.host.Open(screen.Route{Place: screen.Today}) }
	l := s.log()
	if l.Concerns == "" && l.Else == "" && l.Mattered == "" && l.Happy == 0 {
		away()
		return
	}
	widget.Ask{
		Title: locale.Text("wrapup.leave.title"), Body: locale.Text("wrapup.leave.body"),
		Yes: locale.Text("wrapup.leave"), No: locale.Text("wrapup.stay"), Danger: true, OnYes: away,
	}.Show(s.host.Canvas())
}

// insertNotes puts the notes of the call under what is written already.
func (s *Screen) insertNotes() {
	var b strings.Builder
	if text := strings.TrimRight(s.view.concerns.Text(), "\n "); text != "" {
		b.WriteString(text + "\n")
	}
	c := s.play.Case()
	for _, n := range s.notes() {
		text := c.Lines[n.Line].Script.Text
		b.WriteString(locale.Text("wrapup.note", map[string]any{
			"Label": locale.Text(locale.Key("mark.", string(n.Label))), "Words": text[n.Start:n.End],
		}) + "\n")
	}
	s.view.concerns.SetText(b.String())
	s.view.concerns.Focus()
}

// notes are the notes whose words can be read, want and need first.
func (s *Screen) notes() []trainer.Kept {
	c := s.play.Case()
	var first, rest []trainer.Kept
	for _, n := range s.play.Notes() {
		if n.Line < 0 || n.Line >= len(c.Lines) || n.Start < 0 || n.End > len(c.Lines[n.Line].Script.Text) || n.Start >= n.End {
			continue
		}
		if n.Label == "want" || n.Label == "need" {
			first = append(first, n)
		} else {
			rest = append(rest, n)
		}
	}
	return append(first, rest...)
}

// promised tells of the promise as it was made in the call.
func (s *Screen) promised() (title, why string) {
	p, ok := s.play.Promise()
	switch {
	case !ok:
		return locale.Text("wrapup.promise.none"), locale.Text("wrapup.promise.none.why")
	case s.play.State().Stage != call.Promised:
		return locale.Text("wrapup.promise.broken"), locale.Text("wrapup.promise.broken.why", map[string]any{"Hour": locale.When(p.Hour, s.when)})
	}
	return locale.When(p.Hour, s.when), p.What
}

// Key implements screen.Screen.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyEscape:
		s.later()
	case fyne.KeyReturn, fyne.KeyEnter:
		s.save()
	default:
		return s.view.page.TakeKey(ev)
	}
	return true
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	return []widget.KeyLine{
		{Keys: []string{"Tab"}, Does: locale.Text("wrapup.keys.tab")},
		{Keys: []string{"←", "→"}, Does: locale.Text("wrapup.keys.choose")},
		{Keys: []string{"Ctrl", "Enter"}, Does: locale.Text("wrapup.keys.save")},
		{Keys: []string{"Esc"}, Does: locale.Text("wrapup.keys.later")},
	}
}
