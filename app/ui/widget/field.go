package widget

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Field is a place to write: its label above, the mistake below in words.
type Field struct {
	fynewidget.BaseWidget
	// OnChanged gets the text after each change, OnSubmitted after Enter on a single line. Without
	// OnSubmitted, Enter goes on to the sheet or the window.
	OnChanged   func(string)
	OnSubmitted func(string)

	label *Text
	entry *entry
	ring  ring
	wrong *Text
	error *fyne.Container
	root  *fyne.Container
	most  int
}

// NewField is an empty field of one line.
func NewField(label, placeholder string) *Field {
	f := &Field{label: Strong(label), wrong: Caption("").Tint(theme.BadText), most: 500, ring: newRing()}
	f.label.Hidden = label == ""
	f.entry = newEntry(f)
	f.entry.SetPlaceHolder(placeholder)
	f.error = HStack(theme.GapXS, NewIcon(IconWarning, theme.BadText, theme.TextCaption), Grow(f.wrong))
	f.error.Hide()
	f.root = VStack(theme.GapXS, f.label, container.New(ringed{f.ring}, f.ring.frame, f.entry), f.error)
	f.ExtendBaseWidget(f)
	return f
}

// Multi makes the field one of several rows that holds at most that many bytes.
func (f *Field) Multi(rows, maxBytes int) *Field {
	f.entry.MultiLine = true
	f.entry.Wrapping = fyne.TextWrapWord
	f.entry.SetMinRowsVisible(rows)
	f.most = maxBytes
	return f
}

// Limit sets how many bytes the field holds.
func (f *Field) Limit(maxBytes int) *Field { f.most = maxBytes; return f }

// Secret hides what is written.
func (f *Field) Secret() *Field { f.entry.Password = true; return f }

// Text is what is written.
func (f *Field) Text() string { return f.entry.Text }

// SetText writes something.
func (f *Field) SetText(s string) { f.entry.SetText(s) }

// SetError says what is wrong; an empty sentence takes no room.
func (f *Field) SetError(s string) {
	f.wrong.SetText(s)
	f.error.Hidden = s == ""
	f.root.Refresh()
}

// Error is what the field says is wrong.
func (f *Field) Error() string { return f.wrong.Text() }

// Focus puts the focus on the field.
func (f *Field) Focus() { Focus(f.entry) }

// Enable lets the field be written in.
func (f *Field) Enable() { f.entry.Enable() }

// Disable keeps the field as it is.
func (f *Field) Disable() { f.entry.Disable() }

// Focusable is what of the field takes the focus.
func (f *Field) Focusable() fyne.Focusable { return f.entry }

func (f *Field) parts() []fyne.CanvasObject { return []fyne.CanvasObject{f.root} }

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	return composite{f.root}
}

// changed keeps the text within its bounds: a long paste must not make each later key slow.
func (f *Field) changed(s string) {
	if len(s) > f.most {
		cut := f.most
		for cut > 0 && !utf8.RuneStart(s[cut]) {
			cut--
		}
		f.entry.SetText(strings.ToValidUTF8(s[:cut], ""))
		return
	}
	if f.OnChanged != nil {
		f.OnChanged(s)
	}
}

// entry is Fyne's entry that hands on the keys it has no use for.
type entry struct {
	fynewidget.Entry
	field *Field
}

// AcceptsTab lets Tab go on to the next control, in a text of several lines
// too: who works by keys must be able to leave it.
func (e *entry) AcceptsTab() bool { return false }

func newEntry(f *Field) *entry {
	e := &entry{field: f}
	e.OnChanged = f.changed
	e.ExtendBaseWidget(e)
	return e
}

// FocusGained shows the ring and brings the entry into view.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	e.field.ring.show(true, theme.Size(fynetheme.SizeNameInputRadius))
	Reveal(e)
}

// FocusLost hides the ring.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	e.field.ring.show(false, 0)
}

// ringed sets the ring of a field around its entry.
type ringed struct{ ring ring }

func (l ringed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.ring.layout(size)
	objects[1].Resize(size)
}

func (l ringed) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[1].MinSize() }

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	enter := ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter
	switch {
	case enter && !e.MultiLine && e.field.OnSubmitted != nil:
		e.field.OnSubmitted(e.Text)
	case ev.Name == fyne.KeyEscape, enter && !e.MultiLine, strings.HasPrefix(string(ev.Name), "F") && len(ev.Name) > 1:
		BubbleKey(e, ev)
	default:
		e.Entry.TypedKey(ev)
	}
}
