package debrief

import (
	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// An outcome is what the case could have paid at most for its result, as it
// stands on the page.
type outcome struct {
	slot   *fyne.Container
	most   *score.Points // nil while it is worked out
	failed bool
}

// figures are the four keys with what the call settled beside them.
func (s *Screen) figures() fyne.CanvasObject {
	s.outcome = outcome{}
	if s.r.Case == nil || !s.r.Card.Keys[rubric.Cool].Final {
		return s.keys()
	}
	s.outcome.most = s.r.Most
	s.outcome.slot = slot(s.outcomeCard())
	return both(s.keys(), s.outcome.slot)
}

// findMost fills in what there was to earn, worked out in the background where
// it was not kept.
func (s *Screen) findMost() {
	if s.outcome.slot == nil || s.outcome.most != nil {
		return
	}
	v := s.r.Review
	var most score.Points
	s.host.Go(func() (err error) {
		most, err = v.FindMost()
		return err
	}, func(err error) {
		s.outcome.failed = err != nil
		if err == nil {
			s.outcome.most = &most
		}
		replace(s.outcome.slot, s.outcomeCard())
		s.fit()
	})
}

// outcomeCard is what the call came to, apart from how it was held.
func (s *Screen) outcomeCard() fyne.CanvasObject {
	r, o := s.r, s.r.Outcome
	words := map[string]any{"All": o.Concerns, "Found": o.Found, "Settled": o.Settled}
	concerns := locale.Text("debrief.outcome.concerns", words)
	if o.Settled == o.Concerns {
		concerns = locale.Text("debrief.outcome.concerns.all", words)
	}
	value := locale.Text("debrief.outcome.value.not")
	if o.Given {
		value = locale.Text("debrief.outcome.value")
	}
	heat := locale.Text("debrief.outcome.heat", map[string]any{"Heat": telling.Upper(r.HeatWord()), "From": o.HeatBefore, "To": o.HeatAfter})
	rows := widget.VStack(theme.GapS,
		s.result(rubric.Bases, concerns),
		s.result(rubric.Extra, value),
		s.result(rubric.Cool, heat))
	if r.Case.Scenario.Promise != nil {
		rows.Add(s.result(rubric.Follow, s.promised()))
	}
	why := locale.Text("debrief.outcome.why")
	if !o.Ended {
		why = locale.Text("debrief.outcome.broken") + " " + why
	}
	switch {
	case s.outcome.failed:
		why += " " + locale.Text("debrief.outcome.failed")
	case s.outcome.most == nil:
		why += " " + locale.Text("debrief.outcome.wait")
	}
	return widget.NewCard(locale.Text("debrief.outcome"), widget.VStack(theme.GapM, rows, widget.Caption(why)))
}

// result is what one key's result was and what it paid. What the follow-up pays
// has no most of its own: keeping the promise is half of that key.
func (s *Screen) result(k rubric.Key, words string) fyne.CanvasObject {
	paid := s.r.Card.Keys[k].Outcome
	icon, tint, tone := widget.IconCheck, theme.GoodText, widget.GoodTone
	if paid <= 0 {
		icon, tint, tone = widget.IconCross, theme.Muted, widget.Plain
	}
	points := telling.Number(paid)
	if paid > 0 {
		points = telling.Signed(paid)
	}
	if most := s.outcome.most; most != nil && k != rubric.Follow {
		points = locale.Text("debrief.outcome.of", map[string]any{"N": telling.Number(paid), "Most": most[k]})
	}
	return widget.HStack(theme.GapS,
		widget.NewIcon(icon, tint, theme.TextBody), widget.Grow(widget.Body(words)), widget.NewTag(points, tone))
}

// promised is how the promise stands, by what it pays.
func (s *Screen) promised() string {
	r := s.r
	for i := len(r.Moves) - 1; i >= 0; i-- {
		if r.Moves[i].Kind == call.FollowUp {
			return locale.Text(locale.Key("debrief.item.follow.", r.Case.WordName(r.Moves[i])))
		}
	}
	switch {
	case !r.Outcome.Promised:
		return locale.Text("debrief.outcome.promise.none")
	case r.Card.Keys[rubric.Follow].Outcome <= 0:
		return locale.Text("debrief.outcome.promise.hour")
	}
	return locale.Text("debrief.outcome.promise")
}
