package replay

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/telling"
	"keepcool/app/ui/widget"
)

// A Screen is the replay of one attempt.
type Screen struct {
	screen.Base
	host    screen.Host
	attempt int64
	whose   trainer.Profile
	begin   int  // the move to begin at
	trying  bool // something is to be tried out there

	root *fyne.Container // holds the view once the call is read
	view view

	r     *telling.Reading
	own   map[int]string // what was said first in own words, by move; the trainee's alone
	left  int            // versions still to be seen for the first time: until asked for, better replies stay shut
	at    place
	tried tried
	leads map[*trainer.Trial]lead
	gone  bool // the attempt could not be read
}

var _ screen.Screen = (*Screen)(nil)

// New is the replay of an attempt of whose, at a move of it; the zero profile is
// the person at the desk. With try, another way is tried out there at once. A
// manager may open another person's.
func New(h screen.Host, attempt int64, whose trainer.Profile, move int, try bool) *Screen {
	if whose.ID == 0 {
		whose = h.Who()
	}
	s := &Screen{
		host: h, attempt: attempt, whose: whose, begin: move, trying: try,
		tried: tried{}, leads: map[*trainer.Trial]lead{},
	}
	s.root = container.NewStack(s.page(widget.Body(locale.Text("debrief.reading"))))
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.root }

// Shown reads the attempt.
func (s *Screen) Shown() {
	if s.r != nil || s.gone {
		return
	}
	var v *trainer.Review
	var own map[int]string
	var reach []float64
	whose, left, other := s.whose, 0, telling.Others(s.host)
	s.host.Go(func() (err error) {
		if v, whose, err = telling.Open(s.host, s.attempt, whose); err != nil {
			return err
		}
		if v.Case != nil && v.Analysis != nil {
			if reach, err = v.Reach(*v.Analysis); err != nil {
				return err
			}
		}
		if own, err = s.host.Desk().OwnWords(s.host.Who(), v); err == nil && !other {
			left, err = s.host.Desk().SightsLeft(whose, v.Attempt.Scenario)
		}
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			s.none(locale.Text("debrief.gone"))
			return
		}
		name := ""
		if other {
			name = whose.Name
		}
		s.whose, s.own, s.left = whose, own, left
		s.read(telling.Read(v, name, s.host.Now()), reach)
	})
}

// read puts the call on the board.
func (s *Screen) read(r *telling.Reading, reach []float64) {
	switch {
	case r.Case == nil:
		s.none(locale.Text("debrief.older.words"))
		return
	case len(r.Moves) == 0:
		s.none(locale.Text("replay.none"))
		return
	}
	s.r, r.Reach = r, reach
	s.at = place{move: min(max(s.begin, 0), len(r.Moves)-1)}
	s.build()
	s.r.Analyse(s.host, s.judged)
	if s.trying {
		s.tryFrom()
	}
}

// none says why there is nothing to step through.
func (s *Screen) none(words string) {
	s.gone = true
	s.root.Objects = []fyne.CanvasObject{s.page(widget.NewEmptyState(widget.IconInfo, words, locale.Text("replay.back"), s.host.Back))}
	s.root.Refresh()
}

// judged fills in what the engine says.
func (s *Screen) judged() {
	s.view.side.drawReach(s)
	s.view.list.fill(s.entries())
	s.show()
}

// Hidden lets go of the solved case.
func (s *Screen) Hidden() {
	if s.r != nil {
		s.r.Release()
	}
}

// goTo looks at another place.
func (s *Screen) goTo(p place) {
	if p == s.at {
		return
	}
	s.at = p
	s.show()
}

// atMove looks at a move of the call itself.
func (s *Screen) atMove(i int) {
	s.goTo(place{move: min(max(i, 0), len(s.r.Moves)-1)})
}

// step goes a move on or back: in what is tried out as far as that goes, and
// back out of it at its beginning.
func (s *Screen) step(by int) {
	p := s.at
	switch {
	case p.way == nil:
		s.atMove(p.move + by)
	case p.deep+by < 0:
		s.atMove(p.move)
	case p.deep+by < len(p.way.trials):
		p.deep += by
		s.goTo(p)
	}
}

// first and last go to the ends of the call, or of what is tried out.
func (s *Screen) first() {
	if s.at.way != nil {
		s.goTo(place{s.at.move, s.at.way, 0})
		return
	}
	s.atMove(0)
}

func (s *Screen) last() {
	if v := s.at.way; v != nil {
		s.goTo(place{s.at.move, v, len(v.trials) - 1})
		return
	}
	s.atMove(len(s.r.Moves) - 1)
}

// costly goes to the next move that cost something, or the one before.
func (s *Screen) costly(by int) {
	if i, ok := s.nextCostly(by); ok {
		s.atMove(i)
	}
}

func (s *Screen) nextCostly(by int) (i int, ok bool) {
	for i = s.at.move + by; i >= 0 && i < len(s.r.Moves); i += by {
		if costs(s.r, i) {
			return i, true
		}
	}
	return 0, false
}

// askBetter opens the better replies where they are wanted in spite of what
// looking uses up.
func (s *Screen) askBetter() {
	if s.left == 0 {
		return
	}
	telling.AskBetter(s.host, s.whose, s.r.Attempt.Scenario, s.left, func() {
		s.left = 0
		s.show()
	})
}
