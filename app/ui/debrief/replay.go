package debrief

import (
	"fyne.io/fyne/v2"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/widget"
)

// stepThrough opens the replay at a move; with try, another way is tried out
// there.
func (s *Screen) stepThrough(move int, try bool) {
	s.host.Open(screen.Route{Place: screen.Replay, Attempt: s.attempt, Whose: s.whose, Move: move, Try: try})
}

// replayAt opens the replay at a move.
func (s *Screen) replayAt(move int) { s.stepThrough(move, false) }

// canReplay reports whether there is a call to step through.
func (s *Screen) canReplay() bool { return s.r != nil && s.r.Case != nil && len(s.r.Moves) > 0 }

// replayAll opens the replay at the first move.
func (s *Screen) replayAll() {
	if s.canReplay() {
		s.replayAt(0)
	}
}

// stepButton opens the replay at a move.
func (s *Screen) stepButton(i int) fyne.CanvasObject {
	return telling.Flush(widget.NewQuiet(locale.Text("debrief.step.here"), func() { s.replayAt(i) }))
}

// tryButton opens the replay at a move, to try another way from there.
func (s *Screen) tryButton(i int) fyne.CanvasObject {
	return telling.Flush(widget.NewQuiet(locale.Text("debrief.try"), func() { s.stepThrough(i, true) }).WithIcon(widget.IconPlay))
}

// returned takes the debrief up where it was left. What was drawn stays as it is,
// and with it the place on the page; only what has come about meanwhile is
// filled in.
func (s *Screen) returned() {
	if s.told && s.offered() {
		s.putAway()
	}
	s.rows.next()
	if s.other {
		s.r.Analyse(s.host, s.fillIn)
		return
	}
	left := s.left
	s.host.Go(func() (err error) {
		left, err = s.host.Desk().SightsLeft(s.whose, s.r.Attempt.Scenario)
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
		}
		if left != s.left {
			s.left = left
			s.fillIn()
		}
		s.r.Analyse(s.host, s.fillIn)
	})
}
