package clientfile

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// A Screen is the client file of an attempt, before one of its calls.
type Screen struct {
	screen.Base
	host screen.Host
	play *trainer.Play

	logs   []trainer.Log
	opened map[string]bool // leaves the record holds
	leaves []leaf
	at     int

	ringing bool
	busy    bool // something is being written down
	stop    func()

	engine  engine
	long    bool   // it takes long
	waits   bool   // the phone is to ring as soon as the engine is done
	patient func() // stops the clock of slow

	view view
}

var _ screen.Screen = (*Screen)(nil)

// An engine is how far the engine has come with the denominators.
type engine int

const (
	idle engine = iota
	working
	done
	refused // the case can't be scored
)

// slow is how long the engine may work before it is told of.
const slow = 2 * time.Second

// New is the client file of a play whose next call was not yet answered.
func New(h screen.Host, play *trainer.Play) screen.Screen {
	s := &Screen{host: h, play: play, opened: map[string]bool{}, at: -1, stop: func() {}, patient: func() {}}
	s.build()
	return s
}

// second reports whether a call was had already, so that this is about the
// promise.
func (s *Screen) second() bool {
	return s.play.Stage() == trainer.StagePending || s.play.Case().Beat(s.play.State()).Call > 0
}

// outgoing reports whether it is the trainee who rings.
func (s *Screen) outgoing() bool {
	c := s.play.Case()
	if s.play.Stage() != trainer.StagePending {
		return s.play.Call().Script.Outgoing
	}
	p, ok := s.play.Promise()
	if !ok {
		return true
	}
	if i := c.SecondCall(p.Word(s.host.Now())); i >= 0 {
		return c.Calls[i].Script.Outgoing
	}
	return true
}

// Shown opens the first leaf.
func (s *Screen) Shown() {
	s.logs, s.opened = s.play.Logs(), map[string]bool{}
	for _, paper := range s.play.Opened() {
		s.opened[paper] = true
	}
	s.fill()
	s.leafTo(max(s.at, 0))
	s.prepare()
}

// Hidden silences the phone.
func (s *Screen) Hidden() {
	s.hush()
	s.patient()
	s.waits = false
	if s.engine == working {
		s.engine = idle // nobody hears of its end
	}
}

// prepare has the denominators found while the papers are read, and where a
// rescue begins: without them no phone is answered.
func (s *Screen) prepare() {
	if s.engine != idle {
		return
	}
	s.engine = working
	s.patient = s.host.After(slow, func() {
		s.long = true
		s.showReading()
	})
	s.host.Go(s.play.Prepare, s.prepared)
}

// prepared goes on when the engine is done: the phone rings if the trainee waits
// for it. What only the store failed in can be tried again.
func (s *Screen) prepared(err error) {
	s.patient()
	waited := s.waits
	s.waits, s.long = false, false
	switch {
	case err == nil:
		s.engine = done
	case hopeless(err):
		s.engine = refused
	default:
		s.engine = idle
		s.host.Fail(err)
	}
	s.showReading()
	if waited && s.engine == done {
		s.ready()
	}
}

// fill gathers the leaves.
func (s *Screen) fill() {
	s.leaves = nil
	if s.second() {
		s.leaves = firstCall(s)
	}
	s.leaves = append(s.leaves, papers(s.play.Scenario())...)
	s.leaves = append(s.leaves, projectLeaf(s.play.Scenario(), s.host.Desk().Shelf)...)
	s.showTabs()
}

// leafTo opens a leaf; that a paper was opened is kept once.
func (s *Screen) leafTo(i int) {
	if i < 0 || i >= len(s.leaves) {
		return
	}
	s.at = i
	l := s.leaves[i]
	s.showLeaf(l)
	if s.opened[l.kind] {
		return
	}
	s.opened[l.kind] = true
	s.host.Go(func() error { return s.play.Open(l.kind) }, func(err error) {
		if err != nil {
			delete(s.opened, l.kind)
			s.host.Fail(err)
		}
	})
}

// main does what leads on.
func (s *Screen) main() {
	if s.engine == refused {
		s.host.Open(screen.Route{Place: screen.Library})
		return
	}
	switch s.play.Stage() {
	case trainer.StageCall:
		s.host.Open(screen.Route{Place: screen.Call, Play: s.play})
	case trainer.StageWrapUp:
		s.host.Open(screen.Route{Place: screen.WrapUp, Play: s.play})
	case trainer.StageFile, trainer.StagePending:
		if s.ringing {
			s.answer()
			return
		}
		s.ready()
	default:
		s.host.Open(screen.Route{Place: screen.Debrief, Attempt: s.play.Attempt().ID, Whose: s.host.Who()})
	}
}

// ready lets the phone ring, as soon as the engine is done. A second call is
// opened by it; a call that is taken over is under way already.
func (s *Screen) ready() {
	if s.engine != done {
		s.waits = true
		s.showReading()
		s.prepare()
		return
	}
	if s.takesOver() {
		s.answer()
		return
	}
	if s.play.Stage() == trainer.StageFile {
		s.ring()
		return
	}
	s.commit(s.play.FollowUp, func() {
		if s.play.State().Stage != call.Talking {
			s.main() // the promise has lapsed: there is no call any more
			return
		}
		s.ring()
	})
}

// answer picks up, and the call begins.
func (s *Screen) answer() {
	s.commit(s.play.Answer, func() {
		s.host.Open(screen.Route{Place: screen.Call, Play: s.play})
	})
}

// commit writes something down and then shows its effect. Meanwhile nothing
// else can be done; after an error everything is as it was.
func (s *Screen) commit(work func() error, then func()) {
	if s.busy {
		return
	}
	s.busy = true
	s.host.Go(work, func(err error) {
		s.busy = false
		if err != nil {
			s.host.Fail(err)
			return
		}
		then()
	})
}

// beat is the time between two pictures of the ringing phone, and turns how far
// a ring runs in it.
const (
	beat  = 60 * time.Millisecond
	turns = 0.03
)

func (s *Screen) ring() {
	s.ringing = true
	s.showRinging()
	s.view.rings.set(true, 0)
	if s.host.Preferences().Still {
		return
	}
	phase := 0.0
	var turn func()
	turn = func() {
		phase += turns
		s.view.rings.set(true, phase)
		s.stop = s.host.After(beat, turn)
	}
	s.stop = s.host.After(beat, turn)
}

// hush stops the ringing.
func (s *Screen) hush() {
	s.stop()
	s.stop = func() {}
	s.ringing = false
}

// notYet goes back to the papers.
func (s *Screen) notYet() {
	s.hush()
	s.waits = false
	s.view.rings.set(false, 0)
	s.showReading()
	s.leafTo(max(s.at, 0))
}

func (s *Screen) away() { s.host.Open(screen.Route{Place: screen.Today}) }

// canSettle reports whether it is the time to settle: before the phone rings.
func (s *Screen) canSettle() bool { return !s.ringing && !s.waits && s.engine != refused }

// settle goes to where one settles; it leads back here.
func (s *Screen) settle() {
	if s.canSettle() {
		s.host.Open(screen.Route{Place: screen.Settle, Play: s.play})
	}
}

// Focus is the button that leads on.
func (s *Screen) Focus() fyne.Focusable { return s.view.main }

// Key implements screen.Screen.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.main()
	case fyne.KeyEscape:
		if s.ringing || s.waits {
			s.notYet()
		} else {
			s.away()
		}
	case fyne.KeyLeft:
		s.step(-1)
	case fyne.KeyRight:
		s.step(1)
	case fyne.KeyUp:
		s.view.page.ScrollTo(s.view.page.Offset() - 3*theme.Size(theme.TextBody))
	case fyne.KeyDown:
		s.view.page.ScrollTo(s.view.page.Offset() + 3*theme.Size(theme.TextBody))
	default:
		return s.view.page.TakeKey(ev)
	}
	return true
}

func (s *Screen) step(by int) {
	if !s.ringing && len(s.leaves) > 0 {
		s.leafTo((s.at + by + len(s.leaves)) % len(s.leaves))
	}
}

// Rune opens a leaf by its number, and S leads to where one settles.
func (s *Screen) Rune(r rune) bool {
	if (r == 's' || r == 'S') && s.canSettle() {
		s.settle()
		return true
	}
	if r < '1' || r > '9' || s.ringing {
		return false
	}
	s.leafTo(int(r - '1'))
	return true
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	lines := []widget.KeyLine{{Keys: []string{"Enter"}, Does: s.view.main.Text()}}
	if s.canSettle() {
		lines = append(lines, widget.KeyLine{Keys: []string{"S"}, Does: locale.Text("clientfile.settle")})
	}
	return append(lines, []widget.KeyLine{
		{Keys: []string{"1", "…", "9"}, Does: locale.Text("clientfile.keys.leaf")},
		{Keys: []string{"←", "→"}, Does: locale.Text("clientfile.keys.step")},
		{Keys: []string{"Esc"}, Does: locale.Text("clientfile.keys.away")},
	}...)
}
