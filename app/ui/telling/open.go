package telling

import (
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/widget"
)

// Open opens an attempt with the working days of the one who played it, and
// finds out who that was, for a manager may open anybody's. To a trainee,
// another person's call is as if it were not there. It reads the store and
// belongs in the background.
func Open(h screen.Host, attempt int64, whose trainer.Profile) (*trainer.Review, trainer.Profile, error) {
	d := h.Desk()
	v, err := d.Review(whose, attempt)
	if err != nil || v.Attempt.Profile == whose.ID {
		return v, whose, err
	}
	if Others(h) {
		people, err := d.People()
		if err != nil {
			return nil, whose, err
		}
		for _, p := range people {
			if p.ID == v.Attempt.Profile {
				v, err := d.Review(p, attempt)
				return v, p, err
			}
		}
	}
	return nil, whose, &trainer.Error{Code: trainer.NotFound, Message: locale.Text("debrief.gone")}
}

// Others reports whether calls are read as another person's: a manager plays
// none.
func Others(h screen.Host) bool { return h.Who().Role == trainer.Manager }

// Analyse has the engine say what it says of a call, in the background, where
// that was not kept with the scorecard, and calls done once the reading has it.
func (r *Reading) Analyse(h screen.Host, done func()) {
	if r.Case == nil || r.Analysis != nil {
		return
	}
	var a trainer.Analysis
	var reach []float64
	h.Go(func() (err error) {
		if a, err = r.Review.Analyse(); err == nil {
			reach, err = r.Review.Reach(a)
		}
		return err
	}, func(err error) {
		r.Failed = err != nil
		if err == nil {
			r.Analysis, r.Reach = &a, reach
		}
		done()
	})
}

// AskBetter warns of what looking at the better replies of a case uses up: so
// many versions that would no longer be seen for the first time. It opens them
// all when they are wanted all the same, and calls opened.
func AskBetter(h screen.Host, whose trainer.Profile, scenario string, left int, opened func()) {
	widget.Ask{
		Title: locale.Text("debrief.better.ask"), Body: locale.Count("debrief.better.warning", left),
		Yes: locale.Text("debrief.better.yes"), No: locale.Text("debrief.better.no"),
		Danger: true, OnYes: func() {
			h.Go(func() error { return h.Desk().SeeBetter(whose, scenario) }, func(err error) {
				if err != nil {
					h.Fail(err)
					return
				}
				opened()
			})
		},
	}.Show(h.Canvas())
}
