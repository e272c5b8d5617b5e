package replay

import (
	"fyne.io/fyne/v2"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// A lead is where a trial leads. The engine has been asked; it has answered, or
// could not.
type lead struct {
	known, failed bool
	outlook       trainer.Outlook
}

// tryFrom begins to try something out at the move one looks at; in what is tried
// out already it does nothing.
func (s *Screen) tryFrom() {
	if s.at.way != nil || s.at.move < s.r.Given() {
		return
	}
	t, err := s.r.TryFrom(s.at.move)
	if err != nil {
		s.host.Fail(err)
		return
	}
	s.goTo(place{s.at.move, &variation{s.at.move, []*trainer.Trial{t}}, 0})
}

// give makes the nth of the moves that are open in the trial.
func (s *Screen) give(n int) {
	all := s.at.trial().Open()
	if n < 0 || n >= len(all) {
		return
	}
	p, err := s.tried.give(s.at, all[n])
	if err != nil {
		s.host.Fail(err)
		return
	}
	s.at = p
	s.view.list.fill(s.entries())
	s.show()
}

// takeBack takes the last move that was tried out back.
func (s *Screen) takeBack() {
	p := s.tried.takeBack(s.at)
	if p == s.at {
		return
	}
	s.at = p
	s.view.list.fill(s.entries())
	s.show()
}

// leaveTry goes back to the move that was tried out from.
func (s *Screen) leaveTry() { s.atMove(s.at.move) }

// ask asks the engine, in the background, where a trial leads, once. An answer
// that comes when one looks elsewhere is kept for when one comes back.
func (s *Screen) ask(t *trainer.Trial) {
	if _, asked := s.leads[t]; asked {
		return
	}
	s.leads[t] = lead{}
	var o trainer.Outlook
	s.host.Go(func() (err error) {
		o, err = t.Outlook()
		return err
	}, func(err error) {
		s.leads[t] = lead{known: err == nil, failed: err != nil, outlook: o}
		if s.at.trial() == t {
			s.view.board.showLead(s, t)
			s.view.fit()
		}
	})
}

// leadWords say where a trial leads at best, beside what the call came to.
func (s *Screen) leadWords(l lead) string {
	values := map[string]any{"N": score.Shown(l.outlook.Card.Overall), "Was": score.Shown(s.r.Card.Overall)}
	words := locale.Text("replay.try.leads", values)
	if len(l.outlook.Line) == 0 {
		words = locale.Text("replay.try.over", values)
	}
	if s.r.Card.Keys[rubric.Follow].Final {
		words += " " + s.r.Pick(locale.Text("replay.try.was", values), locale.Text("replay.try.was.other", values))
	}
	return words
}

// leadKeys are the four keys as a trial leads to them.
func leadKeys(l lead) fyne.CanvasObject {
	keys := widget.Flow(theme.GapS)
	for _, k := range rubric.Keys {
		keys.Add(widget.NewTag(locale.Text("replay.try.key", map[string]any{"Key": telling.KeyName(k), "N": score.Shown(l.outlook.Card.Keys[k].Score)}), widget.Plain))
	}
	return keys
}
