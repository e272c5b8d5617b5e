package debrief

import (
	"strconv"

	"fyne.io/fyne/v2"

	"keepcool/app/solve"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// A standing is the share of all possible calls that this one beats, as it
// stands on the page. It is asked for when it is first opened.
type standing struct {
	slot   *fyne.Container
	more   *widget.Button
	open   bool
	asked  bool
	found  *solve.Standing // nil while it is worked out
	failed bool
}

// addStanding makes the button that opens the standing and, where it is open,
// adds what is known of it.
func (s *Screen) addStanding(column *fyne.Container) {
	t := &s.standing
	label := locale.Text("debrief.standing.more")
	if t.open {
		label = locale.Text("debrief.standing.less")
	}
	t.more = widget.NewQuiet(label, s.toggleStanding).WithKey("M")
	switch {
	case !t.open:
		return
	case len(column.Objects) > 0:
		column.Add(widget.Divider())
	}
	switch {
	case t.failed:
		column.Add(widget.Body(locale.Text("debrief.standing.failed")).Tint(theme.Muted))
	case t.found == nil:
		column.Add(standingLines(widget.Body(locale.Text("debrief.standing.wait")).Tint(theme.Muted), solve.Standing{}))
	default:
		column.Add(standingLines(widget.Strong(standingWords(*t.found)), *t.found))
	}
}

// standingLines are the share, or that it is still wanted, over its sentence.
func standingLines(share fyne.CanvasObject, t solve.Standing) fyne.CanvasObject {
	return widget.VStack(theme.GapXS, share, widget.Caption(standingWhy(t)))
}

// toggleStanding opens the standing, or puts it away. The focus stays on the
// button, which is a new one.
func (s *Screen) toggleStanding() {
	t := &s.standing
	if t.slot == nil {
		return
	}
	t.open = !t.open
	s.drawStanding()
	if t.open {
		s.page.Reveal(t.slot)
	}
	if t.open && !t.asked {
		s.findStanding()
	}
}

// findStanding asks the engine, in the background.
func (s *Screen) findStanding() {
	s.standing.asked = true
	v := s.r.Review
	var found solve.Standing
	s.host.Go(func() (err error) {
		found, err = v.Standing()
		return err
	}, func(err error) {
		s.standing.failed = err != nil
		if err == nil {
			s.standing.found = &found
		}
		s.drawStanding()
	})
}

func (s *Screen) drawStanding() {
	held := s.host.Canvas().Focused() == fyne.Focusable(s.standing.more)
	replace(s.standing.slot, s.standsCard())
	s.fit()
	if held {
		widget.Focus(s.standing.more)
	}
}

// standingWords are the share, rounded down like a score.
func standingWords(t solve.Standing) string {
	if n := int(100 * t.Below); n > 0 {
		return locale.Text("debrief.standing", map[string]any{"N": n})
	}
	return locale.Text("debrief.standing.few")
}

// standingWhy says what the share is of and, where calls were drawn, how far
// off it may be.
func standingWhy(t solve.Standing) string {
	words := locale.Text("debrief.standing.why")
	if t.Drawn > 0 {
		words += " " + locale.Text("debrief.standing.drawn", map[string]any{
			"Calls": t.Drawn, "Off": strconv.FormatFloat(100*t.Error, 'f', 1, 64),
		})
	}
	return words
}
