package ui

import (
	"log/slog"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
	"keepcool/assets"
)

// firstSize is the window's size at the first start.
var firstSize = fyne.NewSize(1280, 800)

// Deps is what the window is handed of the world.
type Deps struct {
	Desk     *trainer.Desk
	Notifier trainer.Notifier // nil: the window alone tells of promises
	Log      *slog.Logger     // nil: nothing is logged
	Folder   string           // the data folder, as it is shown
	Version  string
	Backup   func() (string, error) // makes a backup and says where it is
	// Reload reads the scenarios again; nil without an error when nothing has
	// changed.
	Reload func() (*trainer.Shelf, error)

	Running bool // the app runs already when the window opens

	// Background runs work away from the window's thread, After calls f later
	// on it. Without them goroutines and the system's clock do; tests hand in
	// their own.
	Background func(work func())
	After      func(d time.Duration, f func()) (stop func())
}

// A Shell is the window around the screens. It is their host.
type Shell struct {
	deps   Deps
	app    fyne.App
	window fyne.Window

	who   trainer.Profile
	look  screen.Preferences
	stack []*visit // the screens one came by; the last one is in the window
	bell  *bell
	front bool // the window is the one the person works in

	rail    *rail
	page    *fyne.Container
	notices *notices
	toast   *toast

	runner runner
}

var _ screen.Host = (*Shell)(nil)

// A Blank is a window without content, made while the store is still opening.
type Blank struct {
	app    fyne.App
	window fyne.Window
	warm   chan struct{} // closed when the typeface has been read
}

// Prepare makes the window and meanwhile reads the typeface, which takes as
// long. Nothing else may measure text before Open. From here on the window
// speaks the language that was chosen.
func Prepare(app fyne.App) *Blank {
	speak(app)
	b := &Blank{app: app, warm: make(chan struct{})}
	app.Settings().SetTheme(theme.New(theme.System, 1))
	go func() {
		defer close(b.warm)
		for _, bold := range []bool{false, true} {
			fyne.MeasureText("Aa", theme.Size(theme.TextBody), fyne.TextStyle{Bold: bold})
		}
	}()
	b.window = app.NewWindow(locale.Text("shell.name"))
	return b
}

// Window is the window, for what must be said instead of the first screen.
func (b *Blank) Window() fyne.Window {
	<-b.warm
	return b.window
}

// Open shows the first screen in a new window.
func Open(app fyne.App, d Deps) *Shell { return Prepare(app).Open(d) }

// Open shows the first screen in the window.
func (b *Blank) Open(d Deps) *Shell {
	<-b.warm
	if d.Log == nil {
		d.Log = slog.New(slog.DiscardHandler)
	}
	s := &Shell{deps: d, app: b.app, window: b.window, look: screen.UsualPreferences(), front: true}
	s.runner = runner{start: d.Background, ready: d.Background != nil || d.Running}
	s.apply()
	s.window.SetMaster()
	s.window.SetPadded(false)
	s.window.SetIcon(fyne.NewStaticResource("keepcool.png", assets.IconPNG))
	s.rail = newRail(s)
	s.page = container.NewStack()
	s.notices = newNotices(s)
	s.toast = newToast(s)
	s.window.SetContent(container.NewStack(
		widget.Frame(nil, nil, s.rail.box, nil, widget.Frame(s.notices.box, nil, nil, nil, s.page)),
		s.toast.layer,
	))
	s.window.Resize(firstSize)
	s.window.CenterOnScreen()
	s.listen()
	s.watch()
	s.begin()
	return s
}

// watch keeps track of whether the window is in front, and reads the
// scenarios again when a person comes back to it.
func (s *Shell) watch() {
	l := s.app.Lifecycle()
	l.SetOnStarted(func() { s.runner.begin() })
	l.SetOnEnteredForeground(func() {
		s.front = true
		s.reload(false)
	})
	l.SetOnExitedForeground(func() { s.front = false })
}

// begin shows the first screen: the only person's day, or who is there.
func (s *Shell) begin() {
	people, err := s.deps.Desk.People()
	if err != nil {
		s.Fail(err)
	}
	last := s.lastPerson()
	if len(people) == 1 && people[0].Role == trainer.Trainee {
		s.Enter(people[0])
		return
	}
	for _, p := range people {
		if p.ID == last {
			s.look = s.kept(p)
			s.apply()
		}
	}
	s.Open(screen.Route{Place: screen.Welcome})
}

// apply makes the look take effect.
func (s *Shell) apply() {
	looks := map[string]theme.Look{"light": theme.Light, "dark": theme.Dark}
	s.app.Settings().SetTheme(theme.New(looks[s.look.Look], s.look.Scale))
}

// reload reads the user's own scenarios again. It says so when asked for.
func (s *Shell) reload(asked bool) {
	if s.deps.Reload == nil {
		return
	}
	var shelf *trainer.Shelf
	s.runner.run(func() (err error) {
		shelf, err = s.deps.Reload()
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		if shelf != nil {
			s.runner.whenIdle(func() { s.setShelf(shelf) })
		}
		if asked {
			s.Say(locale.Text("shell.reloaded"))
		}
	})
}

// setShelf puts the new shelf up. Nothing works in the background meanwhile,
// so nobody reads the old one while it goes.
func (s *Shell) setShelf(shelf *trainer.Shelf) {
	s.deps.Desk.Shelf = shelf
	if v := s.top(); v != nil {
		if sc, ok := v.screen.(interface{ ShelfChanged() }); ok {
			sc.ShelfChanged()
		}
	}
}
