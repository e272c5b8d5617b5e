package debrief

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// rows are the moves of the call under one another. A long call is not drawn
// at once: a few rows come with each picture, so that the page opens at once
// and never stands still.
type rows struct {
	screen *Screen
	column *fyne.Container
	note   *widget.Text // what is still being worked out
	queue  []int        // turns to draw, or to draw again
	halt   func()
}

// rowsAtOnce are drawn before the page is shown, rowsAFrame with each picture
// after it.
const (
	rowsAtOnce = 6
	rowsAFrame = 3
)

// transcript is every move in order, with the facts of the call at its side.
func (s *Screen) transcript() fyne.CanvasObject {
	s.rows = &rows{
		screen: s, column: page.Column(theme.GapL), halt: func() {},
		note: widget.Caption(locale.Text("debrief.call.wait")),
	}
	s.rows.note.Hidden = s.r.Analysis != nil
	head := widget.VStack(theme.GapXS,
		widget.Heading(locale.Text("debrief.call")), widget.Caption(locale.Text("debrief.call.why")), s.rows.note)
	s.rows.begin()
	return page.Sides(540, 300, widget.VStack(theme.GapL, head, s.rows.column), s.facts())
}

func (r *rows) begin() {
	for i := range r.screen.r.Turns {
		r.queue = append(r.queue, i)
	}
	r.draw(rowsAtOnce)
	r.next()
}

// next draws some more with the next picture.
func (r *rows) next() {
	r.halt()
	r.halt = func() {}
	if len(r.queue) == 0 {
		return
	}
	r.halt = r.screen.host.After(frame, func() {
		r.draw(rowsAFrame)
		r.screen.fit()
		r.next()
	})
}

func (r *rows) stop() { r.halt() }

// draw draws the next n turns of the queue.
func (r *rows) draw(n int) {
	for ; n > 0 && len(r.queue) > 0; n-- {
		i := r.queue[0]
		r.queue = r.queue[1:]
		row := r.screen.turn(i)
		if i < len(r.column.Objects) {
			r.column.Objects[i] = row
		} else {
			r.column.Objects = append(r.column.Objects, row)
		}
	}
	if size := r.column.Size(); size.Width > 0 {
		r.column.Layout.Layout(r.column.Objects, size)
		canvas.Refresh(r.column)
	}
}

// upTo draws everything up to turn i; it reports whether that was any.
func (r *rows) upTo(i int) (drew bool) {
	for len(r.column.Objects) <= i && len(r.queue) > 0 {
		r.draw(1)
		drew = true
	}
	return drew
}

// judged draws again the turns of which the engine has something to say, those
// that wait to be drawn among them.
func (r *rows) judged() {
	v := r.screen.r
	r.note.SetText(locale.Text("debrief.call.failed"))
	r.note.Hidden = !v.Failed
	var queue []int
	for i := range v.Turns {
		if i >= len(r.column.Objects) || v.HasCost(i-1) {
			queue = append(queue, i)
		}
	}
	r.queue = queue
	r.draw(rowsAtOnce)
	r.next()
}

// top is where turn i begins on the page.
func (s *Screen) top(i int) float32 { return s.begin() + s.rows.column.Objects[i].Position().Y }

// begin is where the first turn begins on the page. The driver walks all of the
// page to find out, so it is not asked turn by turn.
func (s *Screen) begin() float32 {
	driver := fyne.CurrentApp().Driver()
	return driver.AbsolutePositionForObject(s.rows.column).Y - driver.AbsolutePositionForObject(s.page.Content()).Y
}

// reveal scrolls to move i.
func (s *Screen) reveal(i int) {
	if s.rows.upTo(i + 1) {
		s.fit()
	}
	s.page.ScrollTo(s.top(i+1) - theme.Size(theme.GapM))
}

// step scrolls to the next move, or the one before.
func (s *Screen) step(by int) {
	at := s.page.Offset() + theme.Size(theme.GapM) - s.begin()
	n := len(s.r.Turns)
	if by > 0 {
		for i := 0; i < n; i++ {
			if s.rows.upTo(i); s.rows.column.Objects[i].Position().Y > at+2 {
				s.reveal(i - 1)
				return
			}
		}
		return
	}
	for i := min(n, len(s.rows.column.Objects)) - 1; i >= 0; i-- {
		if s.rows.column.Objects[i].Position().Y < at-2 {
			s.reveal(i - 1)
			return
		}
	}
}
