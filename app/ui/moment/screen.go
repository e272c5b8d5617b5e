package moment

import (
	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/page"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// A phase says what the screen shows.
type phase int

const (
	reading  phase = iota // it is being looked up
	warning               // answering would use up a first sight
	asking                // the replies are open
	answered              // what came of the reply
	takenOut              // the moment will not come back, and that can be undone
	over                  // no more is due
)

// A Screen is the moments of one sitting.
type Screen struct {
	screen.Base
	host screen.Host
	page *page.Page

	phase phase
	due   []trainer.Moment
	at    int // which of due is shown
	left  int // versions that answering would take the first sight of
	q     *trainer.Question
	given int             // which reply was given, an index of q.Replies
	j     *trainer.Judged // what came of it, nil while nothing was given
	busy  bool            // something is being written down
	done  int             // how many were answered
	off   int             // how many were put off
	next  trainer.Day     // when the next one comes, once it is over

	replies []*widget.Reply
	first   fyne.Focusable
	news    fyne.CanvasObject // what has come last: it is brought into view
}

var _ screen.Screen = (*Screen)(nil)

// New is the moments of the person at the desk that are due.
func New(h screen.Host) *Screen {
	return &Screen{host: h, page: page.New(locale.Text("moment.title"), locale.Text("moment.reading"))}
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page.Content() }

// Focus is the first reply, or what leads on.
func (s *Screen) Focus() fyne.Focusable { return s.first }

// Shown reads what is due and begins.
func (s *Screen) Shown() {
	s.at, s.done, s.off = 0, 0, 0
	s.look(func() { s.bring() })
}

// look reads what is due.
func (s *Screen) look(then func()) {
	who := s.host.Who()
	var m trainer.Moments
	s.host.Go(func() (err error) {
		m, err = s.host.Desk().Moments(who)
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			m = trainer.Moments{}
		}
		s.due, s.next = m.Due, m.Next
		then()
	})
}

// bring brings the moment whose turn it is. What it would use up is asked anew
// for each: the one before may have been of the same case.
func (s *Screen) bring() {
	s.q, s.j = nil, nil
	if s.at >= len(s.due) {
		s.end()
		return
	}
	m := s.due[s.at]
	s.show(reading)
	who, desk := s.host.Who(), s.host.Desk()
	var q *trainer.Question
	left := 0
	s.host.Go(func() (err error) {
		if left, err = desk.SightsLeft(who, m.Attempt.Scenario); err != nil || left > 0 {
			return err
		}
		q, err = desk.Ask(who, m)
		return err
	}, func(err error) {
		s.q, s.left = q, left
		switch {
		case err != nil:
			s.host.Fail(err)
			s.skip()
		case s.left > 0:
			s.show(warning)
		default:
			s.show(asking)
		}
	})
}

// goOn looks at the better replies of the case: from now on none of its versions
// is seen for the first time.
func (s *Screen) goOn() {
	scenario, who := s.due[s.at].Attempt.Scenario, s.host.Who()
	s.keep(func() error { return s.host.Desk().SeeBetter(who, scenario) }, s.bring)
}

// choose gives the n-th reply. What came of it is shown when it is kept.
func (s *Screen) choose(n int) {
	if s.phase != asking || s.busy || n < 0 || n >= len(s.q.Replies) {
		return
	}
	s.given = n
	s.replies[n].SetChosen(true)
	var j trainer.Judged
	q := s.q
	s.keep(func() (err error) {
		j, err = q.Answer(n)
		return err
	}, func() {
		s.j = &j
		s.done++
		s.show(answered)
	})
}

// takeOut sees to it that the moment does not come back, undo that it does after
// all: it is shown as it was.
func (s *Screen) takeOut() {
	if s.mayTakeOut() {
		s.retire(true, takenOut)
	}
}

func (s *Screen) undo() {
	if s.phase != takenOut {
		return
	}
	to := asking
	if s.j != nil {
		to = answered
	}
	s.retire(false, to)
}

func (s *Screen) retire(retired bool, to phase) {
	m := s.due[s.at]
	s.keep(func() error { return s.host.Desk().Retire(m, retired) }, func() { s.show(to) })
}

// mayTakeOut reports whether the moment that is shown would come back.
func (s *Screen) mayTakeOut() bool {
	return s.phase == asking || s.phase == answered && s.j.Moment.Next() != ""
}

// putOff leaves the moment for another time, nothing lost.
func (s *Screen) putOff() {
	if s.busy || s.phase != asking && s.phase != warning {
		return
	}
	s.off++
	s.skip()
}

// skip goes on to the next moment.
func (s *Screen) skip() {
	s.at++
	s.bring()
}

// keep writes something down and goes on when it is on the disk. After an error
// all is as it was.
func (s *Screen) keep(work func() error, then func()) {
	if s.busy {
		return
	}
	s.busy = true
	s.host.Go(work, func(err error) {
		s.busy = false
		if err != nil {
			for _, r := range s.replies {
				r.SetChosen(false)
			}
			s.host.Fail(err)
			return
		}
		then()
	})
}

// end says when the next one comes.
func (s *Screen) end() {
	s.look(func() { s.show(over) })
}

func (s *Screen) today() { s.host.Open(screen.Route{Place: screen.Today}) }
