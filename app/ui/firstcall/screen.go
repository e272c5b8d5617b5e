// Package firstcall is the first call: three minutes with a colleague from the
// next desk, in which the controls of a call are met one by one. It is played in
// the call room, from a script of its own, and leaves nothing behind but that it
// was done or skipped.
//
// It may import Fyne, the screen's contract, trainer, the window's own parts and
// the call room, which it leads through. It must never know another screen or a
// store.
package firstcall

import (
	"embed"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/trainer"
	"keepcool/app/ui/callroom"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// scripts are the call, in each language that it is written in.
//
//go:embed *.call
var scripts embed.FS

// written is the call in a language, or else in English.
func written(language string) (file string, src []byte, err error) {
	file = "first." + language + ".call"
	if src, err = scripts.ReadFile(file); err == nil {
		return file, src, nil
	}
	file = "first.call"
	src, err = scripts.ReadFile(file)
	return file, src, err
}

// A Screen is the first call from its ring to the word after it.
type Screen struct {
	host screen.Host
	play *trainer.Play
	room *callroom.Room // while the call is under way
	busy bool           // something is being written down
	over bool

	promising bool // the hour of a promise was asked for

	root    *fyne.Container
	page    *widget.Scroller
	primary *widget.Button
}

var _ screen.Screen = (*Screen)(nil)

// New is the first call of the person at the desk.
func New(h screen.Host) *Screen {
	s := &Screen{host: h, root: container.NewStack()}
	s.ring()
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Focus is the button that leads on.
func (s *Screen) Focus() fyne.Focusable { return s.primary }

// Shown implements screen.Screen.
func (s *Screen) Shown() {
	if s.room != nil {
		s.room.Shown()
	}
}

// Hidden stops the call.
func (s *Screen) Hidden() {
	if s.room != nil {
		s.room.Hidden()
	}
}

// Key implements screen.Screen.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	if s.room != nil {
		return s.room.Key(ev)
	}
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.on()
	case fyne.KeyEscape:
		if s.over {
			s.today()
		} else {
			s.Skip()
		}
	default:
		return s.page.TakeKey(ev)
	}
	return true
}

// Rune implements screen.Screen.
func (s *Screen) Rune(r rune) bool { return s.room != nil && s.room.Rune(r) }

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	switch {
	case s.room != nil:
		return s.room.Keys()
	case s.over:
		return []widget.KeyLine{{Keys: []string{"Enter"}, Does: locale.Text("firstcall.today")}}
	}
	return []widget.KeyLine{
		{Keys: []string{"Enter"}, Does: locale.Text("firstcall.answer")},
		{Keys: []string{"Esc"}, Does: locale.Text("firstcall.skip")},
	}
}

// on does what leads on.
func (s *Screen) on() {
	if s.over {
		s.today()
	} else {
		s.answer()
	}
}

// ring shows the phone, which rings until somebody answers.
func (s *Screen) ring() {
	s.room, s.over = nil, false
	s.primary = widget.NewPrimary(locale.Text("firstcall.answer"), s.answer).WithIcon(widget.IconPhone).WithKey("↵")
	skip := widget.NewQuiet(locale.Text("firstcall.skip"), s.Skip).WithKey("Esc")
	s.put(
		widget.IconRing, locale.Text("firstcall.rings"), locale.Text("firstcall.from"),
		widget.NewNotice(locale.Text("firstcall.line.answer"), "", nil, nil), skip,
	)
}

// end is the word after the call.
func (s *Screen) end() {
	s.room, s.over = nil, true
	s.primary = widget.NewPrimary(locale.Text("firstcall.today"), s.today).WithIcon(widget.IconToday).WithKey("↵")
	again := widget.NewQuiet(locale.Text("firstcall.again"), s.again)
	s.put(
		widget.IconCheck, locale.Text("firstcall.end"), locale.Text("firstcall.end.why"),
		widget.Caption(locale.Text("firstcall.end.later")).Align(fyne.TextAlignCenter), again,
	)
}

// put puts a card in the middle of the window: a drawing, words, and two ways on.
func (s *Screen) put(icon fyne.Resource, title, words string, line fyne.CanvasObject, other *widget.Button) {
	column := widget.VStack(
		theme.GapL,
		container.NewCenter(widget.NewIcon(icon, theme.CalmText, theme.TextDisplay)),
		widget.VStack(
			theme.GapS,
			widget.Title(title).Align(fyne.TextAlignCenter),
			widget.Body(words).Tint(theme.Muted).Align(fyne.TextAlignCenter),
		),
		line,
		widget.VStack(theme.GapS, s.primary, other),
	)
	card := widget.NewCard("", widget.InsetXY(theme.GapL, theme.GapL, column))
	s.page = widget.Scroll(container.New(middle{}, widget.MaxWidth(460, card)))
	s.root.Objects = []fyne.CanvasObject{widget.InsetXY(theme.GapL, theme.GapL, s.page)}
	s.root.Refresh()
}

// answer picks up, and the room opens.
func (s *Screen) answer() {
	if s.busy {
		return
	}
	s.busy = true
	who, untimed := s.host.Who(), s.host.Preferences().Pace == 0
	s.host.Go(func() error {
		file, src, err := written(locale.Spoken())
		if err == nil {
			s.play, err = s.host.Desk().Lesson(who, file, src, untimed)
		}
		if err == nil {
			err = s.play.Answer()
		}
		return err
	}, func(err error) {
		s.busy = false
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.room = callroom.Guided(s.host, s.play, s)
		s.root.Objects = []fyne.CanvasObject{s.room.Content()}
		s.root.Refresh()
		s.host.Canvas().Unfocus()
		s.room.Shown()
	})
}

// Skip implements callroom.Guide: it is kept that the call was skipped.
func (s *Screen) Skip() {
	s.keep(trainer.FirstCallSkipped, s.today)
}

// Over implements callroom.Guide: it is kept that the call was done.
func (s *Screen) Over() {
	s.keep(trainer.FirstCallDone, func() {
		s.room.Hidden()
		s.end()
		widget.Focus(s.primary)
	})
}

// keep keeps what became of the call and then goes on, once.
func (s *Screen) keep(f trainer.FirstCall, then func()) {
	if s.busy {
		return
	}
	s.busy = true
	who := s.host.Who()
	s.host.Go(func() error { return s.host.Desk().KeepFirstCall(who, f) }, func(err error) {
		s.busy = false
		if err != nil {
			s.host.Fail(err)
			return
		}
		then()
	})
}

func (s *Screen) again() {
	s.ring()
	widget.Focus(s.primary)
}

func (s *Screen) today() { s.host.Open(screen.Route{Place: screen.Today}) }

// middle sets one thing in the middle of the height, where there is more of it
// than the thing needs.
type middle struct{}

func (middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, o[0].Size().Height))
	high := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, max(size.Height-high, 0)*0.42))
	o[0].Resize(fyne.NewSize(size.Width, high))
}

func (middle) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
