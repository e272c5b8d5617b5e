package library

import (
	"slices"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/script"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

var (
	modes    = [3]trainer.Mode{trainer.Practice, trainer.Assessed, trainer.Rescue}
	settings = [3]call.Setting{call.Gentle, call.Normal, call.Hard}
)

// detail is what one reads of a scenario before beginning it, and how to begin.
func (s *Screen) detail(e *trainer.Entry) fyne.CanvasObject {
	sc := e.Scenario
	about := widget.Body("").Tint(theme.Muted)
	harder := widget.VStack(theme.GapS, widget.Strong(locale.Text("library.setting")),
		widget.NewChoice([]string{
			locale.Text("library.setting.gentle"), locale.Text("library.setting.normal"), locale.Text("library.setting.hard"),
		}, s.setting, func(i int) { s.setting = i }))
	explain := func() {
		harder.Hidden = s.mode == trainer.Assessed
		about.SetText(locale.Text(locale.Key("library.about.", string(s.mode))))
	}
	ways := []string{locale.Text("library.practice"), locale.Text("library.assessed")}
	_, played := s.bests[sc.ID]
	if played {
		ways = append(ways, locale.Text("rescue"))
	} else if s.mode == trainer.Rescue {
		s.mode = trainer.Practice
	}
	content := widget.VStack(theme.GapL)
	choice := widget.NewChoice(ways, slices.Index(modes[:], s.mode), func(i int) {
		s.mode = modes[i]
		explain()
		content.Refresh()
		s.details.Refresh()
	})
	explain()
	s.start = widget.NewPrimary(locale.Text("library.begin"), func() { s.begin(e) }).WithIcon(widget.IconFile)
	tags := widget.Flow(
		theme.GapS,
		widget.NewTag(sc.Caller.Name, widget.Plain),
		widget.NewTag(locale.Kind(sc.Kind), widget.Plain),
		widget.NewTag(locale.Text("library.difficulty", map[string]any{"N": sc.Difficulty}), widget.Plain),
	)
	if len(sc.Calls) > 0 && sc.Calls[0].Outgoing {
		tags.Add(widget.NewTag(locale.Text("library.outgoing"), widget.CalmTone))
	}
	if s.host.Desk().Shelf.Translated(sc.ID) {
		tags.Add(widget.NewTag(locale.Language(sc.Language), widget.Plain))
	}
	parts := []fyne.CanvasObject{widget.Title(sc.Title), tags, widget.Body(sc.Summary)}
	parts = append(parts, s.onPath(sc)...)
	parts = append(parts, widget.Divider(), choice, about, harder, widget.HStack(theme.GapM, widget.Spacer(), s.start))
	if !played {
		parts = append(parts, widget.Caption(locale.Text("rescue.not-yet")))
	}
	for _, o := range parts {
		content.Add(o)
	}
	return widget.NewCard("", content)
}

// onPath is where a scenario stands on the path, and why there.
func (s *Screen) onPath(sc *script.Scenario) []fyne.CanvasObject {
	shelf := s.host.Desk().Shelf
	at, ok := shelf.Step(sc.ID)
	if !ok {
		return nil
	}
	step := locale.Text("library.step", map[string]any{"At": at + 1, "Of": len(shelf.Path)})
	return []fyne.CanvasObject{widget.VStack(
		theme.GapXS,
		widget.Caption(step).Bold(),
		widget.Body(shelf.Path[at].Because(locale.Spoken())).Tint(theme.Muted),
	)}
}
