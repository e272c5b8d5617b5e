package debrief

import (
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// compareButton leads to another call to be set beside this one.
func (s *Screen) compareButton() *widget.Button {
	return widget.NewButton(locale.Text("compare.with"), s.compare).WithIcon(widget.IconCompare).WithKey("C")
}

func (s *Screen) compare() {
	s.host.Open(screen.Route{Place: screen.Compare, Attempt: s.attempt, Whose: s.whose})
}

// canCompare reports whether the call has figures to be compared.
func (s *Screen) canCompare() bool { return s.r != nil && s.r.Summary.Comparable() }
