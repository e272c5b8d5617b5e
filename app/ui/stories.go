package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
	"keepcool/app/ui/theme"
)

// Stories are the states of the window around the screens.
func Stories(open func() *stage.Stage) []story.Story {
	shown := func(scale float32, prepare func(*stage.Stage), then func(*Shell, *stage.Stage)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			set := open()
			was := fyne.CurrentApp().Settings().Theme()
			prepare(set)
			s := Open(fyne.CurrentApp(), Deps{
				Desk: set.Desk(), Background: func(f func()) { f() }, After: set.After,
				Folder: "/home/ada/.local/share/keepcool", Version: "0.1.0",
			})
			if th, ours := was.(*theme.Theme); ours {
				fyne.CurrentApp().Settings().SetTheme(theme.New(th.Look(), scale))
			}
			then(s, set)
			set.Hands.On = s.Canvas()
			return set.Root()
		}
	}
	promised := func(s *stage.Stage) {
		s.Trainee("Ada Okafor")
		s.PlayOut(s.Play("soup-without-lids", call.Normal, trainer.Practice))
	}
	return []story.Story{
		{Name: "shell-today", Build: shown(1, promised, func(*Shell, *stage.Stage) {})},
		{Name: "shell-settings", Build: shown(1, promised, func(s *Shell, _ *stage.Stage) {
			s.Open(screen.Route{Place: screen.Settings})
		})},
		{Name: "shell-promise-due", Build: shown(1, promised, func(s *Shell, set *stage.Stage) {
			s.Open(screen.Route{Place: screen.Library})
			set.Advance(70 * time.Minute)
			s.Say(locale.Text("settings.saved"))
		})},
		{Name: "shell-error", Build: shown(1, promised, func(s *Shell, _ *stage.Stage) {
			s.Fail(trainer.Fail(trainer.StoreFailed, nil, "store-failed", ""))
		})},
		{Name: "shell-keys", Build: shown(1, promised, func(s *Shell, _ *stage.Stage) { s.showHelp() })},
		{Name: "shell-largest", Build: shown(2, promised, func(*Shell, *stage.Stage) {})},
	}
}
