package settings

import (
	"fyne.io/fyne/v2"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
	"keepcool/app/ui/theme"
)

// Stories are the states of this screen.
func Stories(open func() *stage.Stage) []story.Story {
	shown := func(scale float32, then func(*stage.Stage)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			s := open()
			if scale != 1 {
				s.Look(theme.Light, scale)
			}
			s.Trainee("Ada Okafor")
			s.Show(New(s, Outside{
				Folder: "/home/ada/.local/share/keepcool", Version: "0.1.0",
				Backup: func() (string, error) { return "/home/ada/.local/share/keepcool/backups/by-hand.db", nil },
			}))
			then(s)
			return s.Root()
		}
	}
	nothing := func(*stage.Stage) {}
	return []story.Story{
		{Name: "settings-usual", Build: shown(1, nothing)},
		{Name: "settings-backed-up", Build: shown(1, func(s *stage.Stage) { s.TapText(locale.Text("settings.backup")) })},
		{Name: "settings-largest", Build: shown(2, nothing)},
	}
}
