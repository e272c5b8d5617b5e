// Package screen is what every screen of the window and the shell around them
// agree on: what a screen is, where one can go, and the few things a screen
// may ask of the shell.
//
// It may import Fyne, trainer and the window's own parts. It must never know
// a single screen, a store or the desktop's notifications.
package screen

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/widget"
)

// A Screen is one screen of the window.
type Screen interface {
	// Content is the screen's picture. It is asked for once.
	Content() fyne.CanvasObject
	// Shown is called each time the screen has come into the window, Hidden
	// when it leaves it: timers and traces stop there.
	Shown()
	Hidden()
	// Focus is what has the keyboard first, nil for nothing.
	Focus() fyne.Focusable
	// Key and Rune take what no focused control took. They report whether
	// it meant something here.
	Key(*fyne.KeyEvent) bool
	Rune(rune) bool
	// Keys are the screen's keys, for the list of keys.
	Keys() []widget.KeyLine
}

// A Place names a screen.
type Place string

// The places of the window.
const (
	Welcome    Place = "welcome"
	Today      Place = "today"
	Library    Place = "library"
	FirstCall  Place = "first-call"
	ClientFile Place = "client-file"
	Settle     Place = "settle"
	Call       Place = "call"
	WrapUp     Place = "wrap-up"
	Debrief    Place = "debrief"
	Moment     Place = "moment"
	Compare    Place = "compare"
	Replay     Place = "replay"
	Progress   Place = "progress"
	Team       Place = "team"
	Settings   Place = "settings"
)

// A Route is a place with what it shows there.
type Route struct {
	Place   Place
	Play    *trainer.Play // client file, call and wrap-up; settle before a call, nil after one
	Attempt int64         // debrief, replay and compare; and Resume for the first three when Play is nil
	Whose   trainer.Profile
	// Other is what an attempt is compared with, 0 where that is still chosen.
	Other int64
	// Move is where a replay begins, and Try whether something is tried out there.
	Move int
	Try  bool
	// Scenario is what the library shows first, "" for its usual beginning.
	Scenario string
	// Language is that of the scenario, where it stands there in several.
	Language string
}

// A Host is what the shell gives to its screens.
type Host interface {
	Desk() *trainer.Desk
	// Who is the person at the desk; its ID is 0 on Welcome.
	Who() trainer.Profile
	// Enter makes a person the one at the desk and opens their first screen;
	// Leave goes back to Welcome.
	Enter(trainer.Profile)
	Leave()
	// SetWho replaces the profile after it was changed.
	SetWho(trainer.Profile)

	// Open goes to a route; Back to where one came from.
	Open(Route)
	Back()

	// Go runs work away from the window's thread and then done on it. In
	// tests both run at once, in place. Nothing is done when the screen that
	// asked has been left meanwhile.
	Go(work func() error, done func(error))
	// After calls f on the window's thread after d, unless it is stopped. In
	// tests a hand-turned clock calls it.
	After(d time.Duration, f func()) (stop func())
	// Now is the desk's clock.
	Now() time.Time

	// Fail tells of an error in its own sentence and logs its cause.
	Fail(error)
	// Say shows a short sentence that goes away by itself.
	Say(text string)

	Canvas() fyne.Canvas
	Window() fyne.Window
	Preferences() *Preferences
}

// Preferences are a person's settings of look and timing.
type Preferences struct {
	Look   string  // system, light or dark
	Scale  float32 // text size, 0.8 to 2
	Pace   int     // percent of the usual speed of speech, 60 to 150; 0 is untimed
	Still  bool    // no motion
	Notify bool    // the desktop tells when a promise falls due
	Helped bool    // Settle shows what helped over time

	SayFirst bool // calls begin by asking for one's own words before each reply
}

// UsualPreferences are those of a new profile.
func UsualPreferences() Preferences {
	return Preferences{Look: "system", Scale: 1, Pace: 100, Notify: true}
}

// Base is a screen that takes no keys and holds nothing: screens embed it.
type Base struct{}

// Shown does nothing.
func (Base) Shown() {}

// Hidden does nothing.
func (Base) Hidden() {}

// Focus gives nothing.
func (Base) Focus() fyne.Focusable { return nil }

// Key takes no key.
func (Base) Key(*fyne.KeyEvent) bool { return false }

// Rune takes no rune.
func (Base) Rune(rune) bool { return false }

// Keys are none.
func (Base) Keys() []widget.KeyLine { return nil }
