package debrief

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// fresh is how long after its end a call is still in one's bones.
const fresh = time.Hour

// settleOffer offers to settle after a hard call: to the one who had it, while
// it is fresh, and once. It is nil where there is nothing to offer.
func (s *Screen) settleOffer() fyne.CanvasObject {
	v := s.r
	if s.told || s.other || !v.Hard() || s.host.Now().Sub(v.Summary.Changed) > fresh {
		return nil
	}
	return widget.NewNotice(locale.Text("debrief.settle"), locale.Text("debrief.settle.go"), s.settle, s.putAway)
}

// offered reports whether the offer stands.
func (s *Screen) offered() bool { return s.offer != nil && s.offer.Visible() }

// putAway answers the offer with no.
func (s *Screen) putAway() {
	s.told = true
	s.letGo()
	s.offer.Hide()
	s.fit()
}

func (s *Screen) settle() {
	s.told = true
	s.host.Open(screen.Route{Place: screen.Settle, Attempt: s.attempt, Whose: s.whose})
}
