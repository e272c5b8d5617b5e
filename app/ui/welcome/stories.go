package welcome

import (
	"fyne.io/fyne/v2"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
)

// Stories are the states of this screen.
func Stories(open func() *stage.Stage) []story.Story {
	shown := func(prepare func(*stage.Stage), then func(*stage.Stage)) func() fyne.CanvasObject {
		return func() fyne.CanvasObject {
			s := open()
			prepare(s)
			s.Show(New(s, 0))
			then(s)
			return s.Root()
		}
	}
	nothing := func(*stage.Stage) {}
	team := func(s *stage.Stage) {
		s.Trainee("Ada Okafor")
		s.Trainee("Bartholomew Featherstonehaugh-Cholmondeley the Younger")
		if _, err := s.Desk().Appoint("Ruth Lindqvist", "four plain words here"); err != nil {
			panic(err)
		}
	}
	return []story.Story{
		{Name: "welcome-empty", Build: shown(nothing, nothing)},
		{Name: "welcome-name-missing", Build: shown(nothing, func(s *stage.Stage) { s.Press(fyne.KeyReturn) })},
		{Name: "welcome-people", Build: shown(team, nothing)},
		{Name: "welcome-locked", Build: shown(team, func(s *stage.Stage) { s.TapText("Ruth Lindqvist") })},
		{Name: "welcome-wrong-passphrase", Build: shown(team, func(s *stage.Stage) {
			s.TapText("Ruth Lindqvist")
			s.Type("three words")
			s.Press(fyne.KeyReturn)
		})},
		{Name: "welcome-first-manager", Build: shown(nothing, func(s *stage.Stage) { s.TapText(locale.Text("welcome.appoint.open")) })},
	}
}
