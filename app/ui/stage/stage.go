package stage

import (
	"image"
	"io/fs"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
	"keepcool/scenarios"
)

// UsualSize is the window's size at the first start.
var UsualSize = fyne.NewSize(1280, 800)

// UsualNow is when a stage begins unless it is told: a Monday morning.
var UsualNow = time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)

// Options are what a stage may be told. The zero value is of use.
type Options struct {
	Own      fs.FS     // the user's own scenarios, nil for none
	Now      time.Time // zero: UsualNow
	Size     fyne.Size // zero: UsualSize
	ClockSet bool      // the desk counts the clock as set by hand
}

// A Stage is a screen.Host. What a screen asked of it is kept for the test to
// look at.
type Stage struct {
	Opened   []screen.Route // routes that were asked for, the last one last
	Backs    int            // how often Back was asked for
	Left     int            // how often Leave was asked for
	Entered  []trainer.Profile
	Failures []error
	Said     []string

	Hands
	*Clock
	desk   *trainer.Desk
	who    trainer.Profile
	window fyne.Window
	look   screen.Preferences
	on     screen.Screen
}

var _ screen.Host = (*Stage)(nil)

// New sets up a stage over a store.
func New(st trainer.Store, opts Options) (*Stage, error) {
	if RendererOf == nil {
		panic(`stage: there is no driver: import _ "keepcool/app/ui/stage/offscreen" in the test`)
	}
	shelf, err := trainer.OpenShelf(scenarios.FS, opts.Own)
	if err != nil {
		return nil, err
	}
	if opts.Now.IsZero() {
		opts.Now = UsualNow
	}
	if opts.Size.IsZero() {
		opts.Size = UsualSize
	}
	s := &Stage{Clock: NewClock(opts.Now), look: screen.UsualPreferences()}
	s.desk = trainer.NewDesk(st, s.Clock, shelf)
	s.desk.ClockSet = opts.ClockSet
	if _, ours := fyne.CurrentApp().Settings().Theme().(*theme.Theme); !ours {
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, 1))
	}
	s.window = fyne.CurrentApp().NewWindow("Keepcool")
	s.window.SetPadded(false)
	s.window.Resize(opts.Size)
	s.Hands = Hands{s.window.Canvas()}
	s.listen()
	return s, nil
}

// Close hides the screen and closes the window.
func (s *Stage) Close() {
	s.Clear()
	s.window.Close()
}

// Show puts a screen into the window in place of the one that is there.
func (s *Stage) Show(sc screen.Screen) {
	s.Clear()
	s.on = sc
	size := s.window.Canvas().Size()
	s.window.SetContent(sc.Content())
	s.window.Resize(size)
	sc.Shown()
	if f := sc.Focus(); f != nil {
		widget.Focus(f)
	}
}

// Clear takes the screen out of the window.
func (s *Stage) Clear() {
	if s.on != nil {
		s.on.Hidden()
		s.on = nil
	}
	c := s.window.Canvas()
	for c.Overlays().Top() != nil {
		c.Overlays().Remove(c.Overlays().Top())
	}
	c.Unfocus()
}

// Screen is the screen in the window, nil for none.
func (s *Stage) Screen() screen.Screen { return s.on }

// Look sets the theme of everything that is drawn from now on.
func (s *Stage) Look(look theme.Look, scale float32) {
	fyne.CurrentApp().Settings().SetTheme(theme.New(look, scale))
}

// Resize gives the window another size.
func (s *Stage) Resize(w, h float32) { s.window.Resize(fyne.NewSize(w, h)) }

// Capture draws the window as it is.
func (s *Stage) Capture() image.Image { return s.window.Canvas().Capture() }

// Picture shows a screen in a window of that size and look and draws it.
func (s *Stage) Picture(sc screen.Screen, w, h float32, look theme.Look, scale float32) image.Image {
	s.Look(look, scale)
	s.Resize(w, h)
	s.Show(sc)
	return s.Capture()
}

// Trainee enrols a trainee with the usual week and puts them at the desk.
func (s *Stage) Trainee(name string) trainer.Profile {
	p, err := s.desk.Enrol(name, trainer.UsualWeek())
	must(err)
	s.who = p
	return p
}
