package progress

import (
	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// leaf is one page of attempts under the names of the days.
func (s *Screen) leaf(all []trainer.Summary) fyne.CanvasObject {
	list := widget.VStack(theme.GapS)
	day := ""
	for _, sum := range all {
		if d := locale.Day(sum.Attempt.Started.In(s.host.Now().Location()), s.host.Now()); d != day {
			day = d
			list.Add(widget.InsetXY(theme.GapNil, theme.GapXS, widget.Caption(d).Bold()))
		}
		t := s.tile(sum)
		if s.first == nil {
			s.first = t
		}
		list.Add(t)
	}
	return list
}

func (s *Screen) tile(sum trainer.Summary) *widget.Tile {
	a := sum.Attempt
	score := page.NoScore()
	if sum.Scored && sum.Final && sum.Stage != trainer.StageLeft {
		score = page.NewScore(sum.Overall)
	}
	tags := widget.HStack(theme.GapS)
	if s.progress.Bests[a.ID] {
		tags.Add(widget.NewTag(locale.Text("progress.best"), widget.CalmTone))
	}
	if s.progress.First[a.ID] {
		tags.Add(widget.NewTag(locale.Text("progress.first"), widget.Plain))
	}
	if sum.TriedOut {
		tags.Add(widget.NewTag(locale.Text("progress.tried-out"), widget.Plain))
	}
	words, tone := verdict(sum)
	tags.Add(widget.NewTag(words, tone))
	line := map[string]any{
		"Mode":    locale.Text(locale.Key("progress.mode.", string(a.Mode))),
		"Setting": locale.Text(locale.Key("progress.setting.", a.Setting)),
		"Clock":   locale.Clock(a.Started.In(s.host.Now().Location())),
	}
	return widget.NewTile(a.Title, widget.InsetXY(theme.GapL, theme.GapM, widget.HStack(theme.GapL,
		score,
		widget.Grow(widget.VStack(theme.GapXS, widget.Strong(a.Title), widget.Caption(locale.Text("progress.line", line)))),
		tags,
		widget.NewIcon(widget.IconArrow, theme.Muted, theme.TextBody),
	)), func() { s.open(sum) }).Raised()
}

// verdict says in a word or two how an attempt ended, or where it stands.
// Practice says "not there yet", never "failed".
func verdict(sum trainer.Summary) (string, widget.Tone) {
	switch {
	case sum.Stage != trainer.StageFinal && sum.Stage != trainer.StagePending:
		return locale.Text(locale.Key("progress.stage.", string(sum.Stage))), widget.CalmTone
	case sum.Final && sum.Passed:
		return locale.Text("progress.passed"), widget.GoodTone
	case !sum.Final && !sum.Failed:
		return locale.Text("progress.stage.pending"), widget.CalmTone
	case sum.Attempt.Mode.LikePractice():
		return locale.Text("progress.not-yet"), widget.Plain
	}
	return locale.Text("progress.failed"), widget.BadTone
}

// turn are the ways to newer and older pages.
func (s *Screen) turn(older bool) fyne.CanvasObject {
	row := widget.HStack(theme.GapM)
	if s.offset > 0 {
		row.Add(widget.NewButton(locale.Text("progress.newer"), func() { s.to(max(s.offset-leaf, 0)) }))
	}
	row.Add(widget.Spacer())
	if older {
		row.Add(widget.NewButton(locale.Text("progress.older"), func() { s.to(s.offset + leaf) }))
	}
	return row
}

// to turns to the page at offset.
func (s *Screen) to(offset int) {
	s.offset = offset
	s.fill()
	s.page.ToTop()
	s.focus()
}

// open goes to the debrief, or on with what was not ended.
func (s *Screen) open(sum trainer.Summary) {
	who, id := s.host.Who(), sum.Attempt.ID
	switch sum.Stage {
	case trainer.StageFile, trainer.StageCall, trainer.StageWrapUp:
	default:
		s.host.Open(screen.Route{Place: screen.Debrief, Attempt: id, Whose: who})
		return
	}
	var p *trainer.Play
	s.host.Go(func() (err error) {
		p, err = s.host.Desk().Resume(who, id)
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.host.Open(screen.Where(p, who))
	})
}
