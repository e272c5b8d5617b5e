package settle

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// A Screen is one time of settling.
type Screen struct {
	screen.Base
	host screen.Host
	play *trainer.Play // the call to come, nil after one

	note   trainer.Settling // what was noted so far
	past   []trainer.Settling
	talks  []talk
	at     int  // the talk that is shown
	chosen bool // it was found to be one's own
	helped bool
	inFull bool
	kept   bool // the note is kept, or nobody wants it
	busy   bool

	breathing
	view view
}

var _ screen.Screen = (*Screen)(nil)

// New is the settling before the next call of a play; without one it is after a
// call, and leads back to where one came from.
func New(h screen.Host, play *trainer.Play) *Screen {
	s := &Screen{host: h, play: play}
	s.note.After = play == nil
	s.talks = talks(nil, s.note.After, "")
	s.breathing = breathing{pace: paces[usualPace], stop: func() {}}
	s.build()
	return s
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.view.root }

// Focus is the first thing to say.
func (s *Screen) Focus() fyne.Focusable { return s.view.feeling }

// Shown lets the pacer begin and looks up the trainee's own words.
func (s *Screen) Shown() {
	s.breathe()
	who, wants := s.host.Who(), s.host.Preferences().Helped
	var past []trainer.Settling
	var enough bool
	s.host.Go(func() (err error) {
		if past, err = s.host.Desk().Settlings(who); err == nil && wants {
			enough, err = s.host.Desk().Practised(who)
		}
		return err
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			return
		}
		s.past, s.helped = past, enough
		s.setTalks()
		s.showHelped()
	})
}

// Hidden stops the pacer. Whatever way one leaves, what was noted is kept.
func (s *Screen) Hidden() {
	s.rest()
	if s.kept || s.busy {
		return
	}
	s.kept = true
	s.host.Go(s.keep(), func(err error) {
		if err != nil {
			s.host.Fail(err)
		}
	})
}

// keep is the work of keeping what stands on the screen now.
func (s *Screen) keep() func() error {
	n, who := s.noted(), s.host.Who()
	return func() error { return s.host.Desk().Settle(who, n) }
}

// noted is what was noted, with the words in the fields and what was done.
func (s *Screen) noted() trainer.Settling {
	n := s.note
	if v := &s.view; v.own != nil {
		n.Own, n.Turned = strings.TrimSpace(v.own.Text()), strings.TrimSpace(v.turned.Text())
	}
	n.Ways = nil
	for _, w := range trainer.Ways {
		if s.did(w, n) {
			n.Ways = append(n.Ways, w)
		}
	}
	return n
}

func (s *Screen) did(w trainer.Way, n trainer.Settling) bool {
	switch w {
	case trainer.Breathing:
		return s.breaths > 0
	case trainer.Turning:
		return n.Thought != "" || n.Turned != "" || slices.Contains(s.note.Ways, w)
	case trainer.Loosening:
		return len(n.Body) > 0
	}
	return slices.Contains(s.note.Ways, w)
}

// ready keeps what was noted and goes on. After an error everything still
// stands as it was; to skip leads on all the same.
func (s *Screen) ready() { s.leave(false) }

// skip goes on at once.
func (s *Screen) skip() { s.leave(true) }

func (s *Screen) leave(anyway bool) {
	if s.busy {
		return
	}
	s.busy = true
	s.host.Go(s.keep(), func(err error) {
		s.busy = false
		s.kept = err == nil || anyway
		if s.kept {
			s.onward()
		}
		if err != nil {
			s.host.Fail(err)
		}
	})
}

func (s *Screen) onward() {
	if s.play == nil {
		s.host.Back()
		return
	}
	s.host.Open(screen.Route{Place: screen.ClientFile, Play: s.play})
}

// setFeeling takes the feeling over, and with it the talk that fits.
func (s *Screen) setFeeling(i int) {
	s.note.Feeling = feelings[i]
	if !s.chosen {
		s.at = 0
	}
	s.setTalks()
}

// setStrength takes over how strong the feeling is, at the end once the pacer
// has been followed and there is a beginning.
func (s *Screen) setStrength(n int) {
	s.note.Strength = n
	s.showNow()
}

func (s *Screen) setNow(n int) { s.note.Now = n }

// setTalks gathers the talks anew. The one that was found to be one's own
// stays, and stays in the list.
func (s *Screen) setTalks() {
	had := s.talks[s.at]
	s.talks = talks(s.past, s.note.After, s.note.Feeling)
	if s.chosen {
		s.talks = slices.DeleteFunc(s.talks, func(t talk) bool { return t == had })
		s.talks, s.at = slices.Insert(s.talks, 0, had), 0
	}
	s.showTalk()
}

// another shows the next talk.
func (s *Screen) another() {
	s.at, s.chosen, s.note.Thought = (s.at+1)%len(s.talks), false, ""
	s.do(trainer.Turning, true)
	s.showTalk()
}

// chooseTalk finds one's own self-talk in a line.
func (s *Screen) chooseTalk(i int) {
	s.at, s.chosen = i, true
	s.note.Thought = s.talks[i].id
	if t := s.talks[i]; t.id == "" {
		s.view.own.SetText(t.says)
		s.view.turned.SetText(t.turned)
	}
	s.do(trainer.Turning, true)
	s.showTalk()
}

// do notes that something was done, or that it was not.
func (s *Screen) do(w trainer.Way, on bool) {
	s.note.Ways = slices.DeleteFunc(s.note.Ways, func(have trainer.Way) bool { return have == w })
	if on {
		s.note.Ways = append(s.note.Ways, w)
	}
}

// place notes where the body is tight, or that it is not.
func (s *Screen) place(name string, on bool) {
	s.note.Body = slices.DeleteFunc(s.note.Body, func(have string) bool { return have == name })
	if on {
		s.note.Body = append(s.note.Body, name)
	}
	s.showPlaces()
}

// toggle goes from the short page to the full one and back.
func (s *Screen) toggle() {
	n := s.noted()
	s.note.Own, s.note.Turned = n.Own, n.Turned
	s.inFull = !s.inFull
	s.build()
	if s.running {
		s.course()
	} else {
		s.rest()
	}
	widget.Focus(s.view.feeling)
}

// Key implements screen.Screen.
func (s *Screen) Key(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.ready()
	case fyne.KeyEscape:
		s.skip()
	default:
		return s.view.page.TakeKey(ev)
	}
	return true
}

// Rune implements screen.Screen.
func (s *Screen) Rune(r rune) bool {
	switch {
	case r >= '1' && r <= '5':
		s.view.strength.SetSelected(int(r - '1'))
		s.setStrength(int(r-'1') + 1)
	case r == 'b' || r == 'B':
		s.press()
	case (r == 'a' || r == 'A') && !s.inFull:
		s.another()
	case r == 'f' || r == 'F':
		s.toggle()
	default:
		return false
	}
	return true
}

// Keys implements screen.Screen.
func (s *Screen) Keys() []widget.KeyLine {
	lines := []widget.KeyLine{
		{Keys: []string{"Enter"}, Does: s.view.ready.Text()},
		{Keys: []string{"Esc"}, Does: locale.Text("settle.keys.skip")},
		{Keys: []string{"←", "→"}, Does: locale.Text("settle.keys.choose")},
		{Keys: []string{"1", "…", "5"}, Does: locale.Text("settle.keys.strength")},
		{Keys: []string{"B"}, Does: locale.Text("settle.keys.breathe")},
	}
	if !s.inFull {
		return append(lines,
			widget.KeyLine{Keys: []string{"A"}, Does: locale.Text("settle.keys.another")},
			widget.KeyLine{Keys: []string{"F"}, Does: locale.Text("settle.full")})
	}
	return append(lines, widget.KeyLine{Keys: []string{"F"}, Does: locale.Text("settle.short")})
}

// breathing is the pacer's course.
type breathing struct {
	pace    pace
	running bool
	breaths int // the most whole ones followed in a course
	passed  time.Duration
	last    time.Time
	stop    func()
}

// The time between two pictures of the pacer; and between two words of it where
// nothing is to move. A clock that jumped counts as one step.
const (
	frame = 40 * time.Millisecond
	word  = time.Second
)

func (s *Screen) step() time.Duration {
	if s.host.Preferences().Still {
		return word
	}
	return frame
}

func (s *Screen) most() int {
	if s.inFull {
		return fullBreaths
	}
	return shortBreaths
}

// press begins a course, or ends the one that runs.
func (s *Screen) press() {
	if s.running {
		s.rest()
	} else {
		s.breathe()
	}
}

// breathe begins a course of breaths.
func (s *Screen) breathe() {
	s.stop()
	s.running, s.passed, s.last = true, 0, s.host.Now()
	s.course()
	s.tick()
}

func (s *Screen) tick() {
	s.stop = s.host.After(s.step(), func() {
		now := s.host.Now()
		s.passed += min(max(now.Sub(s.last), 0), 2*s.step())
		s.last = now
		if s.course(); s.running {
			s.tick()
		}
	})
}

// rest ends the course: nothing runs any more.
func (s *Screen) rest() {
	s.stop()
	s.stop, s.running = func() {}, false
	s.view.pacer.set(0, locale.Text("settle.pacer.rest"), "")
	s.view.count.SetText(s.paceWords())
	s.showButton(locale.Text("settle.pacer.start"), widget.IconPlay)
}

// course shows where the course is, and ends it at its end.
func (s *Screen) course() {
	at := s.pace.at(s.passed, s.most())
	if whole := int(s.passed / s.pace.breath()); whole > 0 && s.breathed(whole) {
		s.showNow()
	}
	if at.over {
		s.rest()
		s.view.pacer.set(0, locale.Text("settle.pacer.done"), "")
		return
	}
	words, under, full := locale.Text("settle.pacer.in"), "", at.full
	if at.out {
		words = locale.Text("settle.pacer.out")
	}
	if s.host.Preferences().Still {
		full, under = 0.5, locale.Text(locale.Key("settle.count.", string(rune('0'+at.second))))
	}
	s.view.pacer.set(full, words, under)
	s.view.count.SetText(locale.Text("settle.pacer.count", map[string]any{"N": at.breath + 1, "Of": s.most()}))
	s.showButton(locale.Text("settle.pacer.stop"), widget.IconPause)
}

// showButton draws the pacer's button anew where it does something else now: a
// picture of the pacer must not cost that of a button.
func (s *Screen) showButton(words string, icon fyne.Resource) {
	if b := s.view.breathe; b.Text() != words {
		b.SetIcon(icon)
		b.SetText(words)
	}
}

// breathed counts a whole breath once; it reports whether it was a new one.
func (s *Screen) breathed(whole int) bool {
	if whole <= s.breaths {
		return false
	}
	s.breaths = whole
	return true
}

func (s *Screen) paceWords() string {
	return locale.Text("settle.pace.seconds", map[string]any{"In": s.pace.in, "Out": s.pace.out})
}

// setPace takes another pace from the next course on; one that runs begins
// anew.
func (s *Screen) setPace(i int) {
	s.pace = paces[i]
	if s.running {
		s.breathe()
	} else {
		s.rest()
	}
}
