package page

import (
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// pictures are what waits to be called with the next picture.
type pictures struct{ next func() }

func (p *pictures) after(_ time.Duration, f func()) (stop func()) {
	p.next = f
	return func() { p.next = nil }
}

func (p *pictures) turn() bool {
	f := p.next
	if p.next = nil; f != nil {
		f()
	}
	return f != nil
}

func TestARollIsDrawnAFewAtATime(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.Light, 1))
	p, fits := &pictures{}, 0
	r := NewRoll(theme.GapS, 4, p.after, func() { fits++ })
	w := test.NewTempWindow(t, r.Content())
	w.Resize(fyne.NewSize(400, 900))
	drawn := make([]int, 12)
	draw := func(i int) fyne.CanvasObject {
		drawn[i]++
		return widget.Body(strconv.Itoa(i))
	}
	r.Show(12, draw)
	if r.Drawn() != 4 {
		t.Errorf("%d are drawn at once, want 4", r.Drawn())
	}
	if p.turn(); r.Drawn() != 4+rowsAPicture || fits != 1 {
		t.Errorf("%d are drawn after a picture, and the page was fitted %d times", r.Drawn(), fits)
	}
	if o := r.UpTo(10); o == nil || r.Drawn() != 11 || r.UpTo(12) != nil || r.UpTo(-1) != nil {
		t.Errorf("%d are drawn, want 11", r.Drawn())
	}
	for p.turn() {
	}
	if r.Drawn() != 12 {
		t.Errorf("%d are drawn at the end", r.Drawn())
	}
	a, b := r.column.Objects[3], r.column.Objects[4]
	if b.Position().Y < a.Position().Y+a.Size().Height {
		t.Error("two lie over one another")
	}
	r.Renew()
	if p.turn(); r.Drawn() != 12 || drawn[0] != 2 || drawn[11] != 1 {
		t.Errorf("%d are there while they are drawn anew: %v", r.Drawn(), drawn)
	}
	for p.turn() {
	}
	for i, n := range drawn {
		if n != 2 {
			t.Errorf("thing %d was drawn %d times", i, n)
		}
	}
	if r.Show(12, draw); r.Drawn() != 4 {
		t.Error("it does not begin anew")
	}
	if r.Stop(); p.turn() {
		t.Error("drawing goes on after it was stopped")
	}
	if r.Show(2, draw); r.Drawn() != 2 || p.turn() {
		t.Error("there is more to draw than there is")
	}
}
