package callroom

import (
	"time"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// commit writes something down and then shows its effect. Meanwhile nothing
// runs and nothing else can be done; after an error everything is as it was.
func (r *Room) commit(work func() error, done func()) {
	r.busy = true
	r.halt()
	r.host.Go(work, func(err error) {
		r.busy = false
		if err != nil {
			r.showChosen(-1)
			r.host.Fail(err)
		} else {
			done()
		}
		if r.resting {
			r.resting = false
			r.pause()
		}
		if !r.paused && (r.phase == speaking || r.encore.line >= 0 || r.counting()) {
			r.run()
		}
	})
}

// able reports whether the trainee can do something with the call now.
func (r *Room) able() bool {
	return !r.busy && !r.paused && r.phase != over && !widget.SheetOpen(r.host.Canvas())
}

// mayReply reports whether a reply can be given now.
func (r *Room) mayReply() bool {
	return r.may(Replies) && r.able() && !r.first.asking && (r.phase == open || r.cutting)
}

func (r *Room) loadChoices() {
	r.choices = nil
	if r.play.Stage() == trainer.StageCall {
		r.choices = r.play.Choices()
	}
	r.showChoices()
}

// choose gives the reply at a place of the list. What the clock says of it is
// judged now, even where an hour is still to be chosen.
func (r *Room) choose(i int) {
	if !r.mayReply() || i < 0 || i >= len(r.choices) {
		return
	}
	r.setMute(false)
	c, t := r.choices[i], r.timing()
	if c.Promises {
		r.askHour(c, func(hour time.Time) {
			r.give(i, func() error { return r.play.PromiseReply(c.Reply, t, hour) })
		})
		return
	}
	r.give(i, func() error { return r.play.Reply(c.Reply, t) })
}

func (r *Room) give(i int, work func() error) {
	r.showChosen(i)
	r.commit(work, func() {
		r.first.passed = false
		r.hush()
		r.moved()
	})
}

// moved shows what a move has brought about.
func (r *Room) moved() {
	r.halt()
	r.endEncore()
	r.cutting = false
	r.showHint(nil)
	r.showChosen(-1)
	r.unfocusReplies()
	r.showMoods()
	r.take()
}

func (r *Room) hold() {
	if r.may(Hold) && r.able() && r.phase == open {
		r.commit(r.play.Hold, r.moved)
	}
}

func (r *Room) breathe() {
	if r.may(Breathe) && r.able() && r.phase == open {
		r.commit(r.play.Breathe, r.moved)
	}
}

// readBack shows the notes as they will be read, and reads them.
func (r *Room) readBack() {
	if !r.may(ReadBack) || !r.able() || r.phase != open {
		return
	}
	r.setMute(false)
	r.askReadBack(func() {
		at, word := r.play.Moves(), call.Complete
		r.commit(func() (err error) {
			word, err = r.play.ReadBack()
			return err
		}, func() {
			r.readAs[at] = word
			r.moved()
		})
	})
}

// hangUp asks first: it cannot be taken back.
func (r *Room) hangUp() {
	if r.guide != nil {
		r.part()
		return
	}
	if !r.able() {
		return
	}
	widget.Ask{
		Title: locale.Text("callroom.hang-up.title", r.named()), Body: locale.Text("callroom.hang-up.body"),
		Yes: locale.Text("callroom.hang-up"), No: locale.Text("callroom.stay"), Danger: true,
		OnYes: func() {
			r.commit(r.play.HangUp, func() {
				r.hush()
				r.moved()
			})
		},
	}.Show(r.host.Canvas())
}

// hint asks what a good reply would do here. The engine looks for it.
func (r *Room) hint() {
	if !r.practice() || !r.may(Hint) || !r.able() || r.phase != open {
		return
	}
	var shown []string
	r.commit(func() error {
		found, err := r.play.Hint()
		for _, b := range found {
			shown = append(shown, behaviourWords(b))
		}
		return err
	}, func() {
		if len(shown) == 0 {
			shown = []string{locale.Text("callroom.hint.none")}
		}
		r.showHint(shown)
	})
}

// back takes the last move back.
func (r *Room) back() {
	if !r.may(Back) || !r.able() || !r.play.CanGoBack() {
		return
	}
	r.commit(r.play.Back, func() {
		r.waited = 0
		r.first.passed = false
		r.showHint(nil)
		r.unfocusReplies()
		r.rebuild()
	})
}

// stopForGood ends the attempt.
func (r *Room) stopForGood() {
	body := locale.Text("callroom.stop.body")
	if !r.practice() {
		body = locale.Text("callroom.stop.body.assessed")
	}
	widget.Ask{
		Title: locale.Text("callroom.stop.title"), Body: body,
		Yes: locale.Text("callroom.stop"), No: locale.Text("callroom.cancel"), Danger: true,
		OnYes: func() {
			r.commit(r.play.Leave, func() {
				r.host.Open(screen.Route{Place: screen.Today})
			})
		},
	}.Show(r.host.Canvas())
}

// behaviourWords say what a behaviour is; one that the catalogue does not know
// speaks for itself.
func behaviourWords(b rubric.Behaviour) string {
	if locale.Has(locale.Key("shows.", b.ID)) {
		return locale.Text(locale.Key("shows.", b.ID))
	}
	return b.Text
}
