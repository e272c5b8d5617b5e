package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

// Sheet lies over the page until it is answered. The focus cannot leave it; when it goes, the
// focus returns to where it was. Escape and Enter answer it whatever in it has the focus.
type Sheet struct {
	fynewidget.BaseWidget
	canvas  fyne.Canvas
	before  fyne.Focusable
	root    fyne.CanvasObject
	page    *Scroller
	first   fyne.Focusable
	escape  func()
	enter   func()
	onClose func()
	keys    func(*fyne.KeyEvent) bool // takes keys before the sheet does, or nil
	runes   func(rune)
	open    bool
}

// newSheet lays content out on a sheet; escape and enter are what those keys do.
func newSheet(c fyne.Canvas, width float32, content fyne.CanvasObject, escape, enter func()) *Sheet {
	s := &Sheet{canvas: c, escape: escape, enter: enter}
	page := Scroll(Inset(theme.GapXL, content))
	s.page = page
	s.root = container.NewStack(
		newPaint(colorShadow),
		container.New(&sheetLayout{width: width, page: page},
			newPaint(theme.Surface).round(theme.RadiusL).outline(theme.Border, 1).lifted(), page),
	)
	s.ExtendBaseWidget(s)
	return s
}

// show opens the sheet and puts the focus on first, or on the first control there is.
func (s *Sheet) show(first fyne.Focusable) *Sheet {
	s.before, s.first, s.open = s.canvas.Focused(), first, true
	s.canvas.Overlays().Add(s)
	s.Tapped(nil)
	return s
}

// Close takes the sheet away without an answer.
func (s *Sheet) Close() {
	if !s.open {
		return
	}
	s.open = false
	s.canvas.Overlays().Remove(s)
	if s.before != nil {
		s.canvas.Focus(s.before)
	}
	if s.onClose != nil {
		s.onClose()
	}
}

// SheetOpen says whether something lies over the page, so that the page's keys have to rest.
func SheetOpen(c fyne.Canvas) bool { return c.Overlays().Top() != nil }

// Tapped gives the focus back to the sheet when the mouse took it away beside a control.
func (s *Sheet) Tapped(*fyne.PointEvent) {
	if s.first != nil {
		s.canvas.Focus(s.first)
		return
	}
	s.canvas.FocusNext()
}

func (s *Sheet) takeKey(ev *fyne.KeyEvent) {
	switch {
	case s.keys != nil && s.keys(ev):
	case ev.Name == fyne.KeyEscape && s.escape != nil:
		s.escape()
	case (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter) && s.enter != nil:
		s.enter()
	default:
		s.page.TakeKey(ev)
	}
}

func (s *Sheet) takeRune(r rune) {
	if s.runes != nil {
		s.runes(r)
	}
}

func (s *Sheet) parts() []fyne.CanvasObject { return []fyne.CanvasObject{s.root} }

// CreateRenderer implements fyne.Widget.
func (s *Sheet) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	return composite{s.root}
}

// sheetLayout centres the sheet, no wider than its width and no higher than the window.
type sheetLayout struct {
	width float32
	page  *Scroller
}

func (l *sheetLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	air := theme.Size(theme.GapXL)
	w := min(l.width*theme.Size(theme.TextBody)/15, size.Width-2*air)
	h := min(heightFor(l.page.Content(), w), size.Height-2*air)
	pos := fyne.NewPos((size.Width-w)/2, (size.Height-h)*0.42)
	for _, o := range objects {
		o.Move(pos)
		o.Resize(fyne.NewSize(w, h))
	}
}

func (l *sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

var _ fyne.Tappable = (*Sheet)(nil)

// Ask is a question laid over the page.
type Ask struct {
	Title   string
	Body    string
	Content fyne.CanvasObject // controls below the words, or nil
	Yes, No string            // the words on the buttons; no No leaves one button
	Danger  bool              // Yes cannot be taken back: it is coloured so, and the focus is on No
	OnYes   func()
	OnNo    func()
	Valid   func() string // what is still wrong, or ""; while it is, Yes does nothing but say so
}

// Show asks. Enter means Yes and Escape means No; in a danger Enter presses what has the focus.
func (a Ask) Show(c fyne.Canvas) *Sheet {
	var s *Sheet
	wrong := Body("").Tint(theme.BadText)
	wrong.Hide()
	no := func() {
		s.Close()
		if a.OnNo != nil {
			a.OnNo()
		}
	}
	yes := func() {
		if a.Valid != nil {
			if words := a.Valid(); words != "" {
				wrong.SetText(words)
				wrong.Show()
				s.root.Refresh()
				return
			}
		}
		s.Close()
		if a.OnYes != nil {
			a.OnYes()
		}
	}
	column, yesButton, noButton := a.build(wrong, yes, no)
	enter := yes
	var first fyne.Focusable = yesButton
	if a.Danger && noButton != nil {
		enter, first = nil, noButton
	}
	if a.Content != nil {
		if field := firstFocusable(a.Content); field != nil {
			first = field
		}
	}
	s = newSheet(c, 520, column, no, enter)
	return s.show(first)
}

func (a Ask) build(wrong *Text, yes, no func()) (column *fyne.Container, yesButton, noButton *Button) {
	column = VStack(theme.GapM, Heading(a.Title))
	if a.Body != "" {
		column.Add(Body(a.Body))
	}
	if a.Content != nil {
		column.Add(a.Content)
	}
	column.Add(wrong)
	column.Add(newPaint("").atLeast(fyne.NewSize(1, 1)))
	row := HStack(theme.GapM, Spacer())
	if a.No != "" {
		noButton = NewButton(a.No, no)
		row.Add(noButton)
	}
	yesButton = NewPrimary(a.Yes, yes)
	if a.Danger {
		yesButton = NewDanger(a.Yes, yes)
	}
	row.Add(yesButton)
	column.Add(row)
	return column, yesButton, noButton
}

// Tell says something that has to be read; Escape and Enter both end it.
func Tell(c fyne.Canvas, title, body, ok string, then func()) *Sheet {
	return Ask{Title: title, Body: body, Yes: ok, OnYes: then, OnNo: then}.Show(c)
}

// firstFocusable finds the first control inside o.
func firstFocusable(o fyne.CanvasObject) fyne.Focusable {
	if !o.Visible() {
		return nil
	}
	if d, ok := o.(fyne.Disableable); ok && d.Disabled() {
		return nil
	}
	if f, ok := o.(fyne.Focusable); ok {
		return f
	}
	var inner []fyne.CanvasObject
	switch r := o.(type) {
	case *fyne.Container:
		inner = r.Objects
	case holder:
		inner = r.parts()
	}
	for _, child := range inner {
		if f := firstFocusable(child); f != nil {
			return f
		}
	}
	return nil
}
