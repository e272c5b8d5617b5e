package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// A shortcut works from everywhere, whatever has the keyboard.
type shortcut struct {
	desktop.CustomShortcut
	does func()
}

// shortcuts are those of the window.
func (s *Shell) shortcuts() []shortcut {
	on := func(key fyne.KeyName, mod fyne.KeyModifier, does func()) shortcut {
		return shortcut{desktop.CustomShortcut{KeyName: key, Modifier: mod}, does}
	}
	all := []shortcut{
		on(fyne.KeyQ, fyne.KeyModifierShortcutDefault, s.window.Close),
		on(fyne.KeyLeft, fyne.KeyModifierAlt, s.escape),
	}
	for i, digit := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5} {
		all = append(all, on(digit, fyne.KeyModifierShortcutDefault, func() { s.rail.open(i) }))
	}
	return all
}

// listen takes the keys that no control took, and the shortcuts.
func (s *Shell) listen() {
	c := s.window.Canvas()
	c.SetOnTypedKey(s.key)
	c.SetOnTypedRune(s.rune)
	for _, sc := range s.shortcuts() {
		c.AddShortcut(&sc.CustomShortcut, func(fyne.Shortcut) { sc.does() })
	}
}

// Shortcut does what a shortcut of the window does; it reports whether there
// is one. Drivers without shortcuts ask for them so.
func (s *Shell) Shortcut(key fyne.KeyName, mod fyne.KeyModifier) bool {
	for _, sc := range s.shortcuts() {
		if sc.KeyName == key && sc.Modifier == mod {
			sc.does()
			return true
		}
	}
	return false
}

// key gives a key to the screen, and what the screen has no use for to the
// window.
func (s *Shell) key(ev *fyne.KeyEvent) {
	v := s.top()
	if v == nil || widget.SheetOpen(s.Canvas()) || v.screen.Key(ev) {
		return
	}
	switch ev.Name {
	case fyne.KeyF1:
		s.showHelp()
	case fyne.KeyEscape:
		s.escape()
	}
}

func (s *Shell) rune(r rune) {
	v := s.top()
	if v == nil || widget.SheetOpen(s.Canvas()) || v.screen.Rune(r) {
		return
	}
	if r == '?' {
		s.showHelp()
	}
}

// escape goes back, but never out of a call.
func (s *Shell) escape() {
	if !s.inCall() && !widget.SheetOpen(s.Canvas()) {
		s.Back()
	}
}

// showHelp says what the screen is for and lists its keys and then the window's.
func (s *Shell) showHelp() {
	lines := append([]widget.KeyLine{}, s.top().screen.Keys()...)
	if !s.inCall() && !s.at(screen.Welcome) {
		for i, st := range s.rail.stops {
			lines = append(lines, widget.KeyLine{
				Keys: []string{"Ctrl", string(rune('1' + i))},
				Does: locale.Text("shell.keys.go", map[string]any{"Place": st.name}),
			})
		}
		lines = append(lines, widget.KeyLine{Keys: []string{"Alt", "←"}, Does: locale.Text("shell.keys.back")})
	}
	lines = append(lines,
		widget.KeyLine{Keys: []string{"Tab"}, Does: locale.Text("shell.keys.tab")},
		widget.KeyLine{Keys: []string{"?", "F1"}, Does: locale.Text("help.open")},
		widget.KeyLine{Keys: []string{"Ctrl", "Q"}, Does: locale.Text("shell.keys.quit")},
	)
	help := widget.Help{Title: locale.Text("help.open"), Head: locale.Text("help.keys"), Keys: lines}
	if place := string(s.top().route.Place); locale.Has("help." + place) {
		help.About = locale.Text(locale.Key("help.", place))
	}
	if !s.inCall() && !s.at(screen.Welcome) {
		help.Other = locale.Text("help.first-call.play")
		help.Do = func() { s.Open(screen.Route{Place: screen.FirstCall}) }
	}
	help.Show(s.Canvas())
}
