package progress

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// pick marks an attempt, or compares it with the one that is marked. The marked
// one itself is unmarked.
func (s *Screen) pick(attempt int64) {
	switch s.marked {
	case 0:
		s.mark(attempt)
	case attempt:
		s.mark(0)
	default:
		s.compare(s.marked, attempt)
	}
}

func (s *Screen) compare(a, b int64) {
	s.host.Open(screen.Route{Place: screen.Compare, Attempt: a, Other: b, Whose: s.host.Who()})
}

// mark marks an attempt to be compared, 0 for none.
func (s *Screen) mark(attempt int64) {
	s.marked = attempt
	for _, e := range s.entries {
		if e.tile != nil {
			e.tile.SetChosen(s.progress.Attempts[e.attempt].Attempt.ID == attempt)
		}
	}
	s.showMark()
	s.page.Fit()
}

// showMark says what is marked, and what to do next.
func (s *Screen) showMark() {
	s.notice.Objects = nil
	i := slices.IndexFunc(s.progress.Attempts, func(sum trainer.Summary) bool { return sum.Attempt.ID == s.marked })
	if s.notice.Hidden = i < 0; !s.notice.Hidden {
		a := s.progress.Attempts[i].Attempt
		words := locale.Text("progress.marked", map[string]any{
			"Title": a.Title, "When": locale.When(a.Started.In(s.host.Now().Location()), s.host.Now()),
		})
		s.notice.Objects = []fyne.CanvasObject{widget.NewNotice(words, locale.Text("progress.unmark"), func() {
			s.mark(0)
			s.focus()
		}, nil)}
	}
	s.notice.Refresh()
}

// markFocused does with the attempt that has the keyboard what the drawing at
// its right does by mouse.
func (s *Screen) markFocused() bool {
	for _, e := range s.entries {
		if e.tile == nil || s.host.Canvas().Focused() != fyne.Focusable(e.tile) {
			continue
		}
		if sum := &s.progress.Attempts[e.attempt]; sum.Comparable() {
			s.pick(sum.Attempt.ID)
			return true
		}
	}
	return false
}

// spot is a place of a tile that does something of its own by mouse. The keys
// have the tile, and a letter for this.
type spot struct {
	fynewidget.BaseWidget
	name string
	act  func()
	icon *widget.Icon
}

func newSpot(name string, act func()) *spot {
	p := &spot{name: name, act: act, icon: widget.NewIcon(widget.IconCompare, theme.Muted, theme.TextBody)}
	p.ExtendBaseWidget(p)
	return p
}

// Tapped does it.
func (p *spot) Tapped(*fyne.PointEvent) { p.act() }

// MouseIn shows that a press would do something.
func (p *spot) MouseIn(*desktop.MouseEvent) { p.icon.SetIcon(widget.IconCompare, theme.CalmText) }

// MouseMoved implements desktop.Hoverable.
func (p *spot) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes that away.
func (p *spot) MouseOut() { p.icon.SetIcon(widget.IconCompare, theme.Muted) }

// Cursor implements desktop.Cursorable.
func (p *spot) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (p *spot) AccessibilityLabel() string { return p.name }

// AccessibilityRole implements fyne.Accessible.
func (p *spot) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (p *spot) CreateRenderer() fyne.WidgetRenderer {
	r := fynewidget.NewSimpleRenderer(container.NewStack(widget.Inset(theme.GapXS, p.icon)))
	r.Layout(p.Size())
	return r
}
