package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// A Roll is many things under one another that are not drawn at once: some are
// there before the page is shown, and a few come with each picture after it, so
// that a long page opens at once and never stands still.
type Roll struct {
	after  func(time.Duration, func()) (stop func())
	fit    func()
	column *fyne.Container
	draw   func(i int) fyne.CanvasObject
	atOnce int
	n      int
	at     int // the next to draw, or to draw again
	halt   func()
}

// picture is the time between two pictures.
const picture = time.Second / 60

// rowsAPicture are drawn with each picture.
const rowsAPicture = 3

// NewRoll is an empty roll that draws so many things before the page is shown:
// those that are in view. after calls back after a time, unless it is
// stopped; fit is called when the roll has grown.
func NewRoll(gap fyne.ThemeSizeName, atOnce int, after func(time.Duration, func()) (stop func()), fit func()) *Roll {
	return &Roll{atOnce: atOnce, after: after, fit: fit, column: Column(gap), halt: func() {}}
}

// Content is the roll as it is shown.
func (r *Roll) Content() fyne.CanvasObject { return r.column }

// Show begins anew with n things that draw makes, each by its number.
func (r *Roll) Show(n int, draw func(i int) fyne.CanvasObject) {
	r.Stop()
	r.n, r.at, r.draw = n, 0, draw
	r.column.Objects = nil
	clear(r.column.Layout.(*column).known)
	r.grow(r.atOnce)
	r.next()
}

// next draws some more with the next picture.
func (r *Roll) next() {
	r.Stop()
	if r.at >= r.n {
		return
	}
	r.halt = r.after(picture, func() {
		r.grow(rowsAPicture)
		r.fit()
		r.next()
	})
}

// Stop draws no more: what shows the roll has left the window.
func (r *Roll) Stop() {
	r.halt()
	r.halt = func() {}
}

func (r *Roll) grow(by int) {
	for ; by > 0 && r.at < r.n; by-- {
		row := r.draw(r.at)
		if r.at < len(r.column.Objects) {
			r.column.Objects[r.at] = row
		} else {
			r.column.Objects = append(r.column.Objects, row)
		}
		r.at++
	}
	r.lay()
}

// lay gives the rows their places where the roll has a width already.
func (r *Roll) lay() {
	if size := r.column.Size(); size.Width > 0 {
		r.column.Layout.Layout(r.column.Objects, size)
		canvas.Refresh(r.column)
	}
}

// Renew draws everything again, a few with each picture: what is there stays
// until its turn comes.
func (r *Roll) Renew() {
	r.at = 0
	r.next()
}

// UpTo draws everything up to thing i and returns that, nil where there is no
// such thing.
func (r *Roll) UpTo(i int) fyne.CanvasObject {
	if i < 0 || i >= r.n {
		return nil
	}
	if i >= len(r.column.Objects) {
		r.grow(i + 1 - r.at)
	}
	return r.column.Objects[i]
}

// Drawn is how many are drawn.
func (r *Roll) Drawn() int { return len(r.column.Objects) }
