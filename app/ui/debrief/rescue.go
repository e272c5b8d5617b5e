package debrief

import (
	"fyne.io/fyne/v2"

	"keepcool/app/score"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// given reports whether move i was made before the trainee took over.
func (r *reading) given(i int) bool { return i >= 0 && i < r.Given() }

// takenOver heads what came after the trainee took over.
func (s *Screen) takenOver() fyne.CanvasObject {
	return widget.VStack(theme.GapM, widget.Divider(), widget.Heading(locale.Text("rescue.debrief.here")))
}

// broughtLine tells how far a rescue was brought, once the engine has said what
// was left; nil for any other call.
func (s *Screen) broughtLine() fyne.CanvasObject {
	if s.r.Case == nil || s.r.Given() == 0 || !s.r.Summary.Scored {
		return nil
	}
	s.brought = slot(widget.Body(s.r.broughtWords()).Tint(theme.Muted))
	return s.brought
}

// showBrought tells it anew.
func (s *Screen) showBrought() {
	if s.brought != nil {
		replace(s.brought, widget.Body(s.r.broughtWords()).Tint(theme.Muted))
	}
}

func (r *reading) broughtWords() string {
	if r.Failed {
		return locale.Text("debrief.call.failed")
	}
	if r.Analysis == nil {
		return locale.Text("rescue.debrief.wait")
	}
	best, err := r.AtBest(*r.Analysis)
	if err != nil {
		return locale.Text("debrief.call.failed")
	}
	words := map[string]any{"Best": score.Shown(best), "N": score.Shown(r.Card.Overall)}
	if !r.Summary.Final {
		return locale.Text("rescue.debrief.left", words)
	}
	return locale.Text("rescue.debrief.brought", words)
}
