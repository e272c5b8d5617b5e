package debrief

import (
	"fyne.io/fyne/v2"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// whereItStands lays the call beside others: the plays somebody wrote for the
// case and, behind a button, all calls there could have been. It is nil where
// there is nothing to lay it beside.
func (s *Screen) whereItStands() fyne.CanvasObject {
	s.standing = standing{}
	if !s.r.Card.Keys[rubric.Cool].Final {
		return nil
	}
	s.standing.slot = slot(s.standsCard())
	return s.standing.slot
}

func (s *Screen) standsCard() fyne.CanvasObject {
	column := widget.VStack(theme.GapM)
	if len(s.r.Yardstick) > 0 {
		column.Add(s.yardstick())
	}
	for _, line := range s.r.yardstickWords() {
		column.Add(widget.Body(line))
	}
	if len(s.r.Yardstick) > 0 {
		column.Add(widget.Caption(locale.Text("debrief.yardstick.why")))
	}
	s.addStanding(column)
	return widget.NewCard(locale.Text("debrief.yardstick"), column).WithAction(s.standing.more)
}

// yardstick is the named plays on a line from 0 to 100, with this call among
// them once nothing can change it any more.
func (s *Screen) yardstick() fyne.CanvasObject {
	var marks []chart.Mark
	for _, p := range s.r.Yardstick {
		marks = append(marks, chart.Mark{Score: score.Shown(p.Overall), Name: playName(p)})
	}
	var own *chart.Mark
	if s.r.Summary.Final {
		own = &chart.Mark{Score: score.Shown(s.r.Card.Overall), Name: s.r.You()}
	}
	return chart.NewScale(marks, own)
}

// playName is a named play as the line shows it.
func playName(p trainer.NamedPlay) string {
	return locale.Text(locale.Key("debrief.yardstick.", p.Kind))
}

// playWords is a named play within a sentence.
func playWords(p trainer.NamedPlay) string {
	return locale.Text("debrief.yardstick.play", map[string]any{
		"Play": locale.Text(locale.Key("debrief.yardstick.word.", p.Kind)), "N": score.Shown(p.Overall),
	})
}

// yardstickWords tell in words where the call stands among the named plays, or
// why it does not.
func (r *reading) yardstickWords() []string {
	plays := r.Yardstick
	switch {
	case r.Elsewhere:
		return []string{locale.Text("debrief.yardstick.elsewhere")}
	case len(plays) == 0:
		return nil
	case !r.Summary.Final:
		return []string{locale.Text("debrief.yardstick.pending")}
	}
	own := score.Shown(r.Card.Overall)
	var below, above *trainer.NamedPlay
	for i := range plays {
		switch n := score.Shown(plays[i].Overall); {
		case n == own:
			return []string{locale.Text("debrief.yardstick.same", map[string]any{"Play": playWords(plays[i])})}
		case n < own:
			below = &plays[i]
		case above == nil:
			above = &plays[i]
		}
	}
	switch {
	case below == nil:
		return []string{locale.Text("debrief.yardstick.below", map[string]any{"Play": playWords(*above)})}
	case above == nil:
		return []string{locale.Text("debrief.yardstick.above", map[string]any{"Play": playWords(*below)})}
	}
	return []string{locale.Text("debrief.yardstick.between", map[string]any{"Below": playWords(*below), "Above": playWords(*above)})}
}
