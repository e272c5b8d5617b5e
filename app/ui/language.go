package ui

import (
	"encoding/json"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/settings"
	"keepcool/app/ui/widget"
)

// languageName is where the app keeps the language of the window: it is wanted
// before anybody signs in, and before the store is open.
const languageName = "language"

// chosenLanguage is the tag that was chosen, "" for that of the system.
func chosenLanguage(app fyne.App) string { return app.Preferences().String(languageName) }

// speak makes the window speak the language that was chosen.
func speak(app fyne.App) {
	tag := chosenLanguage(app)
	if tag == "" {
		tag = locale.OfSystem(systemLocale(os.Getenv))
	}
	if tag == locale.Spoken() {
		return
	}
	locale.Use(tag)
	speakOfEntries()
}

// systemLocale is the system's locale by the variables of POSIX, in their
// order, or by what the system itself says where there are none.
func systemLocale(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return value
		}
	}
	return lang.SystemLocale().String()
}

// speakOfEntries translates the menu of Fyne's own entry. Fyne speaks the
// system's language and no other, so the words are put in its place.
func speakOfEntries() {
	words, err := json.Marshal(map[string]string{
		"Undo": locale.Text("edit.undo"), "Redo": locale.Text("edit.redo"), "Cut": locale.Text("edit.cut"),
		"Copy": locale.Text("edit.copy"), "Paste": locale.Text("edit.paste"), "Select all": locale.Text("edit.all"),
	})
	if err == nil {
		err = lang.AddTranslationsForLocale(words, lang.SystemLocale())
	}
	if err != nil {
		fyne.LogError("The menu of entries stays as it is", err)
	}
}

// ChooseLanguage makes the windows of an app speak a language from now on, ""
// for that of the system. What is drawn already stays as it is.
func ChooseLanguage(app fyne.App, tag string) {
	app.Preferences().SetString(languageName, tag)
	speak(app)
}

// speak chooses a language and draws the window anew in it.
func (s *Shell) speak(tag string) {
	was := locale.Spoken()
	ChooseLanguage(s.app, tag)
	if locale.Spoken() == was {
		return
	}
	s.rail.fill()
	s.Open(screen.Route{Place: screen.Settings})
	if page, ok := s.top().screen.(*settings.Screen); ok {
		widget.Focus(page.LanguageChoice())
	}
}
