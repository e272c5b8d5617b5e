package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/ui"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
)

// english makes the tests after this one speak English again.
func english(t *testing.T) {
	t.Helper()
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		t.Setenv(name, "")
	}
	t.Setenv("LC_ALL", "en_GB.UTF-8")
	t.Cleanup(func() {
		fyne.CurrentApp().Preferences().RemoveValue("language")
		locale.Use(locale.English)
	})
}

// The language takes effect at once, in the rail too; the keyboard stays where
// it was, and the next window speaks it from its first word.
func TestTheLanguageTakesEffectAtOnce(t *testing.T) {
	english(t)
	w := open(t, func(s *stage.Stage) { s.Trainee("Ada") }, ui.Deps{})
	w.Open(screen.Route{Place: screen.Settings})
	w.TapText("Bahasa Melayu")
	w.must(t, "Tetapan", "Pustaka", "Saiz teks", "English")
	w.Press(fyne.KeyLeft)
	w.must(t, "Settings", "Library", "Text size")
	w.Press(fyne.KeyRight)
	w.must(t, "Tetapan")

	next := open(t, nil, ui.Deps{})
	next.must(t, "Siapa yang akan berlatih di sini?")
	w.Open(screen.Route{Place: screen.Settings})
	w.TapText("Ikut sistem")
	w.must(t, "Settings", "Library")
}

// Nobody has chosen: the window speaks as the system does.
func TestTheLanguageOfTheSystem(t *testing.T) {
	english(t)
	t.Setenv("LC_ALL", "ms_MY.UTF-8")
	w := open(t, nil, ui.Deps{})
	w.must(t, "Siapa yang akan berlatih di sini?")
	t.Setenv("LC_ALL", "")
	t.Setenv("LANG", "en_MY.UTF-8")
	open(t, nil, ui.Deps{}).must(t, "Who will practise here?")
}
