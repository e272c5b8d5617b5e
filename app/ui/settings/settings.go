// Package settings is the screen of a person's own choices: look, language,
// text size, timing, notifications, name and working week, and where things
// are kept. Each takes effect at once.
//
// It may import trainer, the screen contract, the controls and the words. It
// must never know another screen, a store or how a backup is made.
package settings

import (
	"errors"
	"math"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/week"
	"keepcool/app/ui/widget"
)

// An Outside is what the screen shows and does of the world around the window.
type Outside struct {
	Changed func()                 // the preferences were changed
	Backup  func() (string, error) // makes a backup and says where it is; nil for none
	Folder  string                 // the data folder
	Version string
	// Language is the tag of the language that was chosen, "" for the
	// system's; Speak chooses another one.
	Language string
	Speak    func(tag string)
}

// Screen is the settings.
type Screen struct {
	screen.Base
	host    screen.Host
	outside Outside
	page    *page.Page
	look    *widget.Choice
	tongue  *widget.Choice
	busy    bool
}

// New is the settings of the person at the desk.
func New(h screen.Host, o Outside) *Screen {
	s := &Screen{host: h, outside: o, page: page.New(locale.Text("settings.title"), "")}
	left := widget.VStack(theme.GapXL, s.appearance(), s.timing(), s.first(), s.settling())
	right := widget.VStack(theme.GapXL, s.person(), s.kept())
	s.page.Set(widget.Columns(theme.GapXL, 390, left, right))
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page.Content() }

// Focus is the first choice.
func (s *Screen) Focus() fyne.Focusable { return s.look }

// LanguageChoice is the choice of the language.
func (s *Screen) LanguageChoice() fyne.Focusable { return s.tongue }

// Key scrolls.
func (s *Screen) Key(ev *fyne.KeyEvent) bool { return s.page.TakeKey(ev) }

// set changes the preferences and lets it take effect.
func (s *Screen) set(change func(*screen.Preferences)) {
	change(s.host.Preferences())
	if s.outside.Changed != nil {
		s.outside.Changed()
	}
	s.page.Content().Refresh()
}

func labelled(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return widget.VStack(theme.GapS, widget.Strong(label), o)
}

var (
	looks  = []string{"system", "light", "dark"}
	scales = []float32{0.8, 1, 1.25, 1.5, 2}
	paces  = []int{60, 80, 100, 125, 150, 0}
)

func (s *Screen) appearance() fyne.CanvasObject {
	p := s.host.Preferences()
	look, scale := 0, 1
	for i, l := range looks {
		if l == p.Look {
			look = i
		}
	}
	for i, v := range scales {
		if math.Abs(float64(v-p.Scale)) < 0.05 {
			scale = i
		}
	}
	s.look = widget.NewChoice([]string{
		locale.Text("settings.look.system"), locale.Text("settings.look.light"), locale.Text("settings.look.dark"),
	}, look, func(i int) { s.set(func(p *screen.Preferences) { p.Look = looks[i] }) })
	size := widget.NewChoice([]string{
		locale.Text("settings.size.small"), locale.Text("settings.size.usual"), locale.Text("settings.size.large"),
		locale.Text("settings.size.larger"), locale.Text("settings.size.largest"),
	}, scale, func(i int) { s.set(func(p *screen.Preferences) { p.Scale = scales[i] }) }).Chips()
	still := widget.NewSwitch(locale.Text("settings.still"), p.Still, func(on bool) {
		s.set(func(p *screen.Preferences) { p.Still = on })
	})
	return widget.NewCard(locale.Text("settings.appearance"), widget.VStack(theme.GapL,
		labelled(locale.Text("settings.look"), s.look),
		labelled(locale.Text("settings.language"), s.languages()),
		labelled(locale.Text("settings.size"), size),
		still,
	))
}

// languages are those of the window, each by its own name.
func (s *Screen) languages() fyne.CanvasObject {
	tags, names, at := []string{""}, []string{locale.Text("settings.language.system")}, 0
	for i, tag := range locale.Languages() {
		tags, names = append(tags, tag), append(names, locale.Language(tag))
		if tag == s.outside.Language {
			at = i + 1
		}
	}
	s.tongue = widget.NewChoice(names, at, func(i int) {
		if s.outside.Speak != nil {
			s.outside.Speak(tags[i])
		}
	}).Chips()
	return s.tongue
}

func (s *Screen) timing() fyne.CanvasObject {
	p := s.host.Preferences()
	at := 2
	words := make([]string, len(paces))
	for i, n := range paces {
		words[i] = locale.Text("settings.pace.percent", map[string]any{"N": n})
		if n == 0 {
			words[i] = locale.Text("settings.pace.untimed")
		}
		if n == p.Pace {
			at = i
		}
	}
	pace := widget.NewChoice(words, at, func(i int) { s.set(func(p *screen.Preferences) { p.Pace = paces[i] }) }).Chips()
	return widget.NewCard(locale.Text("settings.timing"), widget.VStack(theme.GapL,
		labelled(locale.Text("settings.pace"), pace),
		widget.Caption(locale.Text("settings.pace.about")),
		widget.NewSwitch(locale.Text("settings.say-first"), p.SayFirst, func(on bool) {
			s.set(func(p *screen.Preferences) { p.SayFirst = on })
		}),
		widget.NewSwitch(locale.Text("settings.notify"), p.Notify, func(on bool) {
			s.set(func(p *screen.Preferences) { p.Notify = on })
		}),
	))
}

// first offers the first call again.
func (s *Screen) first() fyne.CanvasObject {
	play := widget.NewButton(locale.Text("settings.first-call.play"), func() {
		s.host.Open(screen.Route{Place: screen.FirstCall})
	}).WithIcon(widget.IconPhone)
	return widget.NewCard(locale.Text("settings.first-call"), widget.VStack(theme.GapM,
		widget.Caption(locale.Text("settings.first-call.about")),
		widget.HStack(theme.GapM, play, widget.Spacer()),
	))
}

// settling is what Settle shows over time, and the way to forget what was noted
// there.
func (s *Screen) settling() fyne.CanvasObject {
	p := s.host.Preferences()
	return widget.NewCard(locale.Text("settings.settle"), widget.VStack(theme.GapL,
		widget.NewSwitch(locale.Text("settings.helped"), p.Helped, func(on bool) {
			s.set(func(p *screen.Preferences) { p.Helped = on })
		}),
		widget.Caption(locale.Text("settings.helped.about")),
		widget.HStack(theme.GapM, widget.NewButton(locale.Text("settings.forget"), s.forget), widget.Spacer()),
	))
}

// forget asks, and then takes away what the person noted in Settle.
func (s *Screen) forget() {
	who := s.host.Who()
	widget.Ask{
		Title: locale.Text("settings.forget.title"), Body: locale.Text("settings.forget.body"),
		Yes: locale.Text("settings.forget.yes"), No: locale.Text("settings.forget.no"), Danger: true,
		OnYes: func() {
			s.host.Go(func() error { return s.host.Desk().Unsettle(who) }, func(err error) {
				if err != nil {
					s.host.Fail(err)
					return
				}
				s.host.Say(locale.Text("settings.forgotten"))
			})
		},
	}.Show(s.host.Canvas())
}

// person is the name and the working week.
func (s *Screen) person() fyne.CanvasObject {
	name := widget.NewField(locale.Text("settings.name"), "")
	name.SetText(s.host.Who().Name)
	days := week.New(s.host.Who().Week)
	save := widget.NewButton(locale.Text("settings.save"), func() { s.save(name, days) })
	name.OnSubmitted = func(string) { s.save(name, days) }
	body := widget.VStack(theme.GapL, name)
	if s.host.Who().Role == trainer.Trainee {
		body.Add(days.Content())
		body.Add(widget.Caption(locale.Text("settings.week.about")))
	}
	body.Add(widget.HStack(theme.GapM, widget.Spacer(), save))
	return widget.NewCard(locale.Text("settings.person"), body)
}

func (s *Screen) save(name *widget.Field, days *week.Editor) {
	name.SetError("")
	w, wrong := days.Week()
	if s.busy || wrong != "" {
		return
	}
	s.busy = true
	p := s.host.Who()
	p.Name, p.Week = name.Text(), w
	s.host.Go(func() (err error) {
		p, err = s.host.Desk().Update(p)
		return err
	}, func(err error) {
		s.busy = false
		var told *trainer.Error
		switch {
		case err == nil:
			s.host.SetWho(p)
			s.host.Say(locale.Text("settings.saved"))
		case errors.As(err, &told) && told.Code == trainer.BadName:
			name.SetError(screen.Sentence(told))
			name.Focus()
			s.page.Content().Refresh()
		default:
			s.host.Fail(err)
		}
	})
}

// kept is where things are kept, and a backup of them.
func (s *Screen) kept() fyne.CanvasObject {
	body := widget.VStack(theme.GapM,
		labelled(locale.Text("settings.folder"), widget.Body(s.outside.Folder).Tint(theme.Muted)),
		labelled(locale.Text("settings.version"), widget.Body(s.outside.Version).Tint(theme.Muted)),
	)
	if s.outside.Backup != nil {
		done := widget.Caption("")
		done.Hide()
		var b *widget.Button
		b = widget.NewButton(locale.Text("settings.backup"), func() { s.backup(b, done) })
		body.Add(widget.HStack(theme.GapM, b, widget.Spacer()))
		body.Add(done)
	}
	return widget.NewCard(locale.Text("settings.kept"), body)
}

func (s *Screen) backup(b *widget.Button, done *widget.Text) {
	b.Disable()
	var path string
	s.host.Go(func() (err error) {
		path, err = s.outside.Backup()
		return err
	}, func(err error) {
		b.Enable()
		if err != nil {
			s.host.Fail(err)
			return
		}
		done.SetText(locale.Text("settings.backup.done", map[string]any{"Path": path}))
		done.Show()
		s.page.Content().Refresh()
	})
}
