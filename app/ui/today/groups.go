package today

import (
	"fyne.io/fyne/v2"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// firstCall offers the first call before all else, nil when that is over.
func (s *Screen) firstCall() fyne.CanvasObject {
	if !s.today.FirstCall {
		return nil
	}
	begin := widget.NewPrimary(locale.Text("today.first-call.begin"), func() {
		s.host.Open(screen.Route{Place: screen.FirstCall})
	}).WithIcon(widget.IconPhone)
	s.offer(begin)
	skip := widget.NewQuiet(locale.Text("today.first-call.skip"), s.skipFirstCall)
	return widget.NewCard("", widget.VStack(theme.GapL,
		widget.HStack(theme.GapL,
			widget.NewIcon(widget.IconRing, theme.CalmText, theme.TextDisplay),
			widget.Grow(widget.VStack(theme.GapXS,
				widget.Title(locale.Text("today.first-call")),
				widget.Body(locale.Text("today.first-call.about")),
			)),
		),
		widget.HStack(theme.GapS, begin, skip, widget.Spacer()),
	)).Tinted(theme.CalmTint)
}

// skipFirstCall puts the first call away; Help and Settings have it still.
func (s *Screen) skipFirstCall() {
	who := s.host.Who()
	s.host.Go(func() error {
		return s.host.Desk().KeepFirstCall(who, trainer.FirstCallSkipped)
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.host.Say(locale.Text("today.first-call.skipped"))
		s.read()
	})
}

// unfinished is what was begun and not ended, nil when there is none.
func (s *Screen) unfinished() fyne.CanvasObject {
	if len(s.today.Unfinished) == 0 {
		return nil
	}
	list := widget.VStack(theme.GapM, widget.Heading(locale.Text("today.unfinished")))
	for i, sum := range s.today.Unfinished {
		a := sum.Attempt
		resume := func() { screen.Resume(s.host, sum) }
		b := widget.NewButton(locale.Text("today.resume"), resume)
		if i == 0 {
			b.SetPrimary(true)
		}
		s.offer(b)
		list.Add(widget.NewCard("", widget.HStack(theme.GapL,
			widget.NewIcon(stageIcon(sum.Stage), theme.CalmText, theme.TextTitle),
			widget.Grow(widget.VStack(theme.GapXS,
				widget.Strong(a.Title),
				widget.Caption(locale.Text(locale.Key("today.stage.", string(sum.Stage)), map[string]any{"When": locale.When(sum.Changed, s.host.Now())})),
			)), b)))
	}
	return list
}

func stageIcon(st trainer.Stage) fyne.Resource {
	switch st {
	case trainer.StageFile:
		return widget.IconFile
	case trainer.StageWrapUp:
		return widget.IconNote
	}
	return widget.IconPhone
}

// next is the recommendation.
func (s *Screen) next() fyne.CanvasObject {
	e := s.today.Next
	if e == nil {
		return widget.NewCard("", widget.NewEmptyState(widget.IconBook, locale.Text("today.next.none"), "", nil))
	}
	sc := e.Scenario
	choose := widget.NewButton(locale.Text("today.next.choose"), func() {
		s.host.Open(screen.Route{Place: screen.Library, Scenario: sc.ID, Language: sc.Language})
	}).WithIcon(widget.IconArrow)
	choose.SetPrimary(s.first == nil)
	s.offer(choose)
	reason := widget.VStack(theme.GapXS, widget.Body(s.why(sc.ID)).Tint(theme.Muted))
	if s.today.Why == trainer.WhyAgain {
		reason.Add(widget.Caption(locale.Text("rescue.today")))
	}
	heading := locale.Text("today.next")
	if s.today.FirstCall {
		heading = locale.Text("today.next.after")
	}
	return widget.VStack(theme.GapM,
		widget.Heading(heading),
		widget.NewCard("", widget.VStack(theme.GapM,
			widget.Title(sc.Title),
			widget.Body(sc.Summary),
			widget.Flow(theme.GapS,
				widget.NewTag(sc.Caller.Name, widget.Plain),
				widget.NewTag(locale.Kind(sc.Kind), widget.Plain),
				widget.NewTag(locale.Text("today.difficulty", map[string]any{"N": sc.Difficulty}), widget.Plain),
			),
			widget.HStack(theme.GapM,
				widget.NewIcon(widget.IconInfo, theme.CalmText, theme.TextBody),
				widget.Grow(reason),
				choose),
		)),
	)
}

// why is the reason for the recommendation; a step of the path has its own
// besides.
func (s *Screen) why(id string) string {
	why := locale.Text(locale.Key("today.why.", string(s.today.Why)))
	shelf := s.host.Desk().Shelf
	at, ok := shelf.Step(id)
	if !ok || s.today.Why != trainer.WhyFirst && s.today.Why != trainer.WhyPath {
		return why
	}
	return locale.Text("today.step", map[string]any{
		"Why": why, "At": at + 1, "Of": len(shelf.Path), "Because": shelf.Path[at].Because(locale.Spoken()),
	})
}

// keys is how the four keys stand over the last attempts.
func (s *Screen) keys() fyne.CanvasObject {
	list := widget.VStack(theme.GapL)
	for _, k := range rubric.Keys {
		f := widget.NewKeyFigure(locale.Text(locale.Key("today.key.", k.String())))
		f.SetPassLine(int(s.host.Desk().Shelf.Weights.PassKey))
		if mean := s.today.Keys[k]; mean.Of > 0 {
			f.Set(score.Shown(mean.Score))
		}
		list.Add(f)
	}
	note := locale.Text("today.keys.none")
	if n := len(s.today.Recent); n > 0 {
		note = locale.Count("today.keys.counted", n)
	}
	list.Add(widget.Caption(note))
	return widget.NewCard(locale.Text("today.keys"), list)
}

// recent are the last scored attempts, nil when there are none.
func (s *Screen) recent() fyne.CanvasObject {
	if len(s.today.Recent) == 0 {
		return nil
	}
	list := widget.VStack(theme.GapXS)
	for _, sum := range s.today.Recent {
		list.Add(s.attempt(sum))
	}
	return widget.NewCard(locale.Text("today.recent"), list)
}

func (s *Screen) attempt(sum trainer.Summary) fyne.CanvasObject {
	a := sum.Attempt
	figure := page.NewScore(sum.Overall)
	if !sum.Final {
		figure = page.NoScore()
	}
	return widget.NewTile(a.Title, widget.InsetXY(theme.GapS, theme.GapS, widget.HStack(theme.GapM,
		figure,
		widget.Grow(widget.VStack(theme.GapNil,
			widget.Body(a.Title).OneLine(),
			widget.Caption(locale.Text(locale.Key("today.recent.", string(a.Mode)), map[string]any{"When": locale.When(a.Started, s.host.Now())})),
		)),
	)), func() { screen.Resume(s.host, sum) })
}
