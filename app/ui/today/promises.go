package today

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

// A state is how a promise stands at a moment, as it is shown.
type state int

const (
	ahead   state = iota // too early to ring
	due                  // ringing keeps it
	late                 // ringing is late
	missed               // the caller rings
	overdue              // moved too far: late at best
)

func standing(p trainer.Promise, now time.Time) state {
	switch {
	case p.Word(now) == call.Missed:
		return missed
	case !p.Open(now):
		return ahead
	case p.Overdue:
		return overdue
	case p.Word(now) == call.Late:
		return late
	}
	return due
}

// promises are the follow-ups by their hour, nil when there are none.
func (s *Screen) promises() fyne.CanvasObject {
	if len(s.today.Promises) == 0 {
		return nil
	}
	list := widget.VStack(theme.GapM, widget.Heading(locale.Count("today.promises", len(s.today.Promises))))
	for _, p := range s.today.Promises {
		list.Add(s.promise(p))
	}
	return list
}

func (s *Screen) promise(p trainer.Promise) fyne.CanvasObject {
	now := s.host.Now()
	st := standing(p, now)
	tag := widget.NewTag(locale.Relative(p.Hour, now), widget.CalmTone)
	words := widget.VStack(theme.GapXS,
		widget.HStack(theme.GapM, widget.Heading(locale.When(p.Hour, now)), tag, widget.Spacer()),
		widget.Body(p.What),
		widget.Caption(locale.Text("today.promise.from", map[string]any{"Caller": p.Caller, "Title": p.Attempt.Title})),
	)
	if p.InHouse {
		return s.inHouse(p, words)
	}
	mark, tint := widget.IconClock, theme.CalmText
	var act *widget.Button
	switch st {
	case ahead:
		words.Add(widget.Caption(locale.Text("today.promise.opens", map[string]any{"Clock": locale.Clock(p.Opens)})))
		if !p.Moved && !p.Due(now) {
			act = widget.NewButton(locale.Text("today.promise.move"), func() { s.move(p) })
		}
	case due:
		mark = widget.IconPhone
		act = widget.NewPrimary(locale.Text("today.promise.ring"), func() { s.ring(p) }).WithIcon(widget.IconPhone)
	case late, overdue:
		mark, tint = widget.IconPhone, theme.HeatText
		tag.SetTone(widget.HeatTone)
		words.Add(widget.Caption(lateness(st)).Tint(theme.HeatText))
		act = widget.NewPrimary(locale.Text("today.promise.ring"), func() { s.ring(p) }).WithIcon(widget.IconPhone)
	case missed:
		mark, tint = widget.IconRing, theme.HeatText
		tag.SetTone(widget.HeatTone)
		words.Add(widget.Caption(locale.Text("today.promise.missed", map[string]any{"Caller": p.Caller})).Tint(theme.HeatText))
		act = widget.NewPrimary(locale.Text("today.promise.answer"), func() { s.ring(p) }).WithIcon(widget.IconRing)
	}
	row := widget.HStack(theme.GapL, widget.NewIcon(mark, tint, theme.TextTitle), widget.Grow(words))
	if act != nil {
		if st != ahead {
			s.offer(act)
		}
		row.Add(act)
	}
	if p.Colleague == "" {
		return widget.NewCard("", row)
	}
	return widget.NewCard("", widget.VStack(theme.GapM, row, widget.Divider(), s.errand(p)))
}

// errand offers the call inside the house before the promised hour.
func (s *Screen) errand(p trainer.Promise) fyne.CanvasObject {
	words := widget.VStack(
		theme.GapXS, widget.Strong(locale.Text("today.inside", map[string]any{"Colleague": p.Colleague})), widget.Body(p.Errand),
	)
	ring := widget.NewButton(locale.Text("today.inside.ring"), func() {
		s.enter(p, (*trainer.Play).RingInside)
	}).WithIcon(widget.IconPhone)
	return widget.HStack(theme.GapL, widget.NewIcon(widget.IconTeam, theme.CalmText, theme.TextTitle), widget.Grow(words), ring)
}

// inHouse is a promise that waits while the colleague is on the line; the call
// itself stands among those to go on with.
func (s *Screen) inHouse(p trainer.Promise, words *fyne.Container) fyne.CanvasObject {
	words.Add(widget.Caption(locale.Text("today.inside.open", map[string]any{"Colleague": p.Colleague})))
	return widget.NewCard("", widget.HStack(theme.GapL, widget.NewIcon(widget.IconClock, theme.CalmText, theme.TextTitle), widget.Grow(words)))
}

func lateness(st state) string {
	if st == overdue {
		return locale.Text("today.promise.overdue")
	}
	return locale.Text("today.promise.late")
}

// ring opens the second call.
func (s *Screen) ring(p trainer.Promise) { s.enter(p, (*trainer.Play).FollowUp) }

// enter opens one of the calls after the first.
func (s *Screen) enter(p trainer.Promise, open func(*trainer.Play) error) {
	who := s.host.Who()
	var play *trainer.Play
	s.host.Go(func() (err error) {
		if play, err = s.host.Desk().Resume(who, p.Attempt.ID); err != nil {
			return err
		}
		return open(play)
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
			s.read()
			return
		}
		s.host.Open(screen.Where(play, who))
	})
}

// move asks for another hour. It can be given once.
func (s *Screen) move(p trainer.Promise) {
	now, week := s.host.Now(), s.host.Who().Week
	picker := widget.NewTimePicker(widget.PickerSpec{Now: now, Days: workdays(week, now, 5), At: p.Hour}, nil)
	widget.Ask{
		Title:   locale.Text("today.move.title"),
		Body:    locale.Text("today.move.body", map[string]any{"When": locale.When(p.Hour, now), "Caller": p.Caller}),
		Content: picker,
		Yes:     locale.Text("today.move.yes"), No: locale.Text("today.move.no"),
		Valid: func() string {
			hour, err := picker.Value()
			switch {
			case err != nil:
				return locale.Text("today.move.invalid")
			case hour.Equal(p.Hour):
				return locale.Text("today.move.same")
			}
			return ""
		},
		OnYes: func() {
			hour, _ := picker.Value() // Valid has looked at it
			s.moveTo(p, hour)
		},
	}.Show(s.host.Canvas())
}

func (s *Screen) moveTo(p trainer.Promise, hour time.Time) {
	who := s.host.Who()
	s.host.Go(func() error {
		play, err := s.host.Desk().Resume(who, p.Attempt.ID)
		if err != nil {
			return err
		}
		return play.MovePromise(hour)
	}, func(err error) {
		if err != nil {
			s.host.Fail(err)
		} else {
			s.host.Say(locale.Text("today.move.done", map[string]any{"When": locale.When(hour, s.host.Now())}))
		}
		s.read()
	})
}

// workdays are the next n working days, today first if it is one.
func workdays(w trainer.Week, now time.Time, n int) []time.Time {
	var days []time.Time
	if w.Works(now) {
		days = append(days, now)
	}
	for i := 1; len(days) < n; i++ {
		days = append(days, w.AddDays(now, i))
	}
	return days
}
