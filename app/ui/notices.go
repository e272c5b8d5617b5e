package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// mostNotices is how many notices stand at once; the oldest makes room.
const mostNotices = 3

// A note is something the window has to say that can be acted on or put away.
type note struct {
	text  string
	tone  widget.Tone
	label string // of the button, "" for none; in a call no button leads away
	act   func()
	stays bool // also when another screen comes
}

// notices are the banners above the page.
type notices struct {
	shell *Shell
	notes []*note
	list  *fyne.Container
	box   *fyne.Container
}

func newNotices(s *Shell) *notices {
	n := &notices{shell: s, list: widget.VStack(theme.GapS)}
	n.box = widget.InsetXY(theme.GapL, theme.GapM, n.list)
	n.box.Hide()
	return n
}

// add shows a note; the same words are not shown twice.
func (n *notices) add(new *note) {
	n.drop(func(old *note) bool { return old.text == new.text })
	if len(n.notes) == mostNotices {
		n.notes = n.notes[1:]
	}
	n.notes = append(n.notes, new)
	n.draw()
}

// clear takes away the notes that f picks, nil for all.
func (n *notices) clear(f func(*note) bool) {
	before := len(n.notes)
	n.drop(f)
	if len(n.notes) != before {
		n.draw()
	}
}

func (n *notices) drop(f func(*note) bool) {
	n.notes = slices.DeleteFunc(n.notes, func(old *note) bool { return f == nil || f(old) })
}

func (n *notices) draw() {
	n.list.Objects = nil
	for _, one := range n.notes {
		n.list.Add(n.banner(one))
	}
	n.box.Hidden = len(n.notes) == 0
	if c := n.shell.window.Content(); c != nil {
		c.Refresh()
	}
}

func (n *notices) banner(one *note) fyne.CanvasObject {
	away := func() { n.clear(func(old *note) bool { return old == one }) }
	act := func() {
		away()
		one.act()
	}
	label := one.label
	if n.shell.inCall() {
		label = ""
	}
	return widget.NewNotice(one.text, label, act, away).Toned(one.tone)
}

// toastTime is how long a short sentence stays.
const toastTime = 4 * time.Second

// toast is a short sentence at the foot of the window that goes by itself.
type toast struct {
	shell *Shell
	text  *widget.Text
	layer *fyne.Container
	stop  func()
}

func newToast(s *Shell) *toast {
	t := &toast{shell: s, text: widget.Strong("").Tint(theme.CalmText).Align(fyne.TextAlignCenter)}
	t.layer = container.New(foot{}, widget.NewCard("", t.text).Tinted(theme.CalmTint))
	t.layer.Hide()
	return t
}

func (t *toast) say(text string) {
	if t.stop != nil {
		t.stop()
	}
	t.text.SetText(text)
	t.layer.Show()
	t.layer.Refresh()
	t.stop = t.shell.After(toastTime, func() { t.layer.Hide() })
}

// foot sets what it holds in the middle above the foot of the window.
type foot struct{}

func (foot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (foot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		least := o.MinSize()
		w := min(max(least.Width, 320), size.Width)
		o.Resize(fyne.NewSize(w, least.Height))
		o.Resize(fyne.NewSize(w, o.MinSize().Height))
		o.Move(fyne.NewPos((size.Width-w)/2, size.Height-o.Size().Height-theme.Size(theme.GapXXL)))
	}
}
