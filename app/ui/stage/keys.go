package stage

import (
	"unicode"

	"fyne.io/fyne/v2"
)

// listen gives the screen what no focused control took, as the shell does.
func (s *Stage) listen() {
	c := s.window.Canvas()
	c.SetOnTypedKey(func(ev *fyne.KeyEvent) {
		if s.on != nil && c.Overlays().Top() == nil {
			s.on.Key(ev)
		}
	})
	c.SetOnTypedRune(func(r rune) {
		if s.on != nil && c.Overlays().Top() == nil {
			s.on.Rune(r)
		}
	})
}

// Press presses keys one after another. Like a desktop it moves the focus on
// Tab, hands a key to the focused control or else to the screen, and lets the
// character of Space follow.
func (s *Stage) Press(keys ...fyne.KeyName) {
	for _, k := range keys {
		if k == fyne.KeyTab && s.tab() {
			continue
		}
		s.key(k)
		if k == fyne.KeySpace {
			s.rune(' ')
		}
	}
}

func (s *Stage) tab() bool {
	c := s.window.Canvas()
	if t, ok := c.Focused().(fyne.Tabbable); ok && t.AcceptsTab() {
		return false
	}
	c.FocusNext()
	return true
}

// ShiftTab moves the focus back.
func (s *Stage) ShiftTab() { s.window.Canvas().FocusPrevious() }

// Type types a text: for each character its key and then the character, as a
// desktop does.
func (s *Stage) Type(text string) {
	for _, r := range text {
		if r == ' ' {
			s.Press(fyne.KeySpace)
			continue
		}
		if r < unicode.MaxASCII {
			s.key(fyne.KeyName(string(unicode.ToUpper(r))))
		}
		s.rune(r)
	}
}

func (s *Stage) key(name fyne.KeyName) {
	c, ev := s.window.Canvas(), &fyne.KeyEvent{Name: name}
	if f := c.Focused(); f != nil {
		f.TypedKey(ev)
	} else if take := c.OnTypedKey(); take != nil {
		take(ev)
	}
}

func (s *Stage) rune(r rune) {
	c := s.window.Canvas()
	if f := c.Focused(); f != nil {
		f.TypedRune(r)
	} else if take := c.OnTypedRune(); take != nil {
		take(r)
	}
}
