package debrief

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/chart"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// verdict is the first thing on the page: how it went in a few words, why, and
// the overall.
func (s *Screen) verdict() fyne.CanvasObject {
	r := s.r
	words := widget.VStack(theme.GapS, s.tags(), s.verdictLine())
	if rule := s.rule(); rule != "" {
		words.Add(widget.Body(rule))
	}
	if brought := s.broughtLine(); brought != nil {
		words.Add(brought)
	}
	for _, line := range s.remarks() {
		words.Add(widget.Body(line).Tint(theme.Muted))
	}
	row := widget.HStack(theme.GapXL, widget.Grow(words))
	if r.Summary.Scored {
		name := locale.Text("debrief.overall")
		if !r.Summary.Final {
			name = locale.Text("debrief.overall.open")
		}
		row.Objects = append([]fyne.CanvasObject{chart.NewDial(score.Shown(r.Card.Overall), name)}, row.Objects...)
	}
	return widget.NewCard("", widget.Inset(theme.GapS, row))
}

// verdictLine is the verdict; one that is good so far is told by its colour and
// a drawing too.
func (s *Screen) verdictLine() fyne.CanvasObject {
	words := widget.Display(s.r.verdictWords())
	icon := widget.IconCheck
	switch v := s.r.Card.Verdict; {
	case s.r.Summary.Stage == trainer.StageLeft, v != score.Passed && v != score.Pending:
		return words
	case v == score.Pending:
		icon = widget.IconPromise
	}
	return widget.HStack(theme.GapM, widget.NewIcon(icon, theme.CalmText, theme.TextTitle), widget.Grow(words.Tint(theme.CalmText)))
}

// rule is the rule that decided. One of older rules that has no words any more
// stands as it was written then.
func (s *Screen) rule() string {
	rule := s.r.Card.Rule
	switch {
	case !s.r.Summary.Scored:
		return ""
	case s.r.Case == nil && !hasWords(rule):
		return s.r.Summary.Rule
	}
	return ruleWords(rule)
}

// hasWords reports whether a rule can be told in the language of the window.
func hasWords(r score.Rule) bool {
	if r.Code == score.RuleCritical {
		return locale.Has(locale.Key("behaviour.", r.Fault))
	}
	return locale.Has(locale.Key("debrief.rule.", string(r.Code)))
}

// tags say how the call was played.
func (s *Screen) tags() fyne.CanvasObject {
	a := s.r.Attempt
	tone := widget.CalmTone
	if a.Mode == trainer.Assessed {
		tone = widget.HeatTone
	}
	flow := widget.Flow(theme.GapS,
		widget.NewTag(locale.Text(locale.Key("debrief.mode.", string(a.Mode))), tone),
		widget.NewTag(locale.Text(locale.Key("debrief.setting.", a.Setting)), widget.Plain))
	if a.Untimed {
		flow.Add(widget.NewTag(locale.Text("debrief.untimed"), widget.Plain))
	}
	if s.r.Summary.TriedOut {
		flow.Add(widget.NewTag(locale.Text("debrief.tried-out"), widget.DetailTone))
	}
	if s.r.Case == nil {
		flow.Add(widget.NewTag(locale.Text("debrief.older"), widget.DetailTone))
	}
	return flow
}

// remarks are the sentences under the rule that only some calls have.
func (s *Screen) remarks() []string {
	r := s.r
	var all []string
	if p := r.Promise; p != nil && r.Summary.Stage == trainer.StagePending {
		words := map[string]any{"What": sentence(p.What), "When": r.when(p.Hour)}
		if p.Due(r.Now) {
			all = append(all, r.Pick(locale.Text("debrief.promise.due", words), locale.Text("debrief.promise.due.other", words)))
		} else {
			all = append(all, r.Pick(locale.Text("debrief.promise.until", words), locale.Text("debrief.promise.until.other", words)))
		}
	}
	if n := r.Card.Hints; n > 0 {
		all = append(all, locale.Count("debrief.hints", n, map[string]any{"Off": n * score.HintCost}))
	}
	if r.Summary.TriedOut && r.Attempt.Mode == trainer.Assessed {
		all = append(all, locale.Text("debrief.tried-out.why"))
	}
	if r.Case == nil {
		all = append(all, locale.Text("debrief.older.why"))
	}
	return all
}

// keys are the four keys.
func (s *Screen) keys() fyne.CanvasObject {
	var figures []fyne.CanvasObject
	pass := 0
	if w := s.host.Desk().Shelf.Weights; w.Hash() == s.r.Attempt.WeightsHash {
		pass = w.PassKey
	}
	for _, k := range rubric.Keys {
		figures = append(figures, s.key(k, pass))
	}
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject { return widget.Columns(theme.GapXL, 140, a, b) }
	card := widget.NewCard(locale.Text("today.keys"), widget.Columns(theme.GapXL, 304, pair(figures[0], figures[1]), pair(figures[2], figures[3])))
	if s.canCompare() {
		card.WithAction(s.compareButton())
	}
	return card
}

func (s *Screen) key(k rubric.Key, pass int) fyne.CanvasObject {
	figure := widget.NewKeyFigure(telling.KeyName(k))
	if pass > 0 {
		figure.SetPassLine(pass)
	}
	shown, final := s.r.shown(k)
	if !final && s.r.Case != nil {
		figure.SetPending(s.r.pendingWords())
		return figure
	}
	figure.Set(shown)
	own := s.r.Card.Keys[k]
	words := map[string]any{"Points": telling.Number(own.Points), "Best": own.Best, "Outcome": telling.Number(own.Outcome)}
	if s.r.Case == nil && own.Outcome != 0 {
		figure.SetNote(locale.Text("debrief.key.outcome", words))
	} else {
		figure.SetNote(locale.Text("debrief.key.points", words))
	}
	return figure
}

// sentence ends in a full stop.
func sentence(s string) string {
	if s == "" || s[len(s)-1] == '.' {
		return s
	}
	return s + "."
}

// both sets two things beside one another, or under one another in a narrow
// window.
func both(a, b fyne.CanvasObject) *fyne.Container {
	return widget.Columns(theme.GapXL, 320, a, b)
}

// slot holds one thing that is replaced later.
func slot(o fyne.CanvasObject) *fyne.Container { return container.NewStack(o) }
