package screen

import "keepcool/app/trainer"

// Resume opens an attempt of the person at the desk where it stands: one that
// was not ended goes on, of any other the debrief is shown.
func Resume(h Host, s trainer.Summary) {
	who, id := h.Who(), s.Attempt.ID
	switch s.Stage {
	case trainer.StageFile, trainer.StageCall, trainer.StageWrapUp:
	default:
		h.Open(Route{Place: Debrief, Attempt: id, Whose: who})
		return
	}
	var p *trainer.Play
	h.Go(func() (err error) {
		p, err = h.Desk().Resume(who, id)
		return err
	}, func(err error) {
		if err != nil {
			h.Fail(err)
			return
		}
		h.Open(Where(p, who))
	})
}

// Where is the route to where an attempt stands: its papers before the phone
// is picked up, then the call, then its log, and afterwards the debrief.
func Where(p *trainer.Play, whose trainer.Profile) Route {
	r := Route{Play: p, Attempt: p.Attempt().ID, Whose: whose}
	switch p.Stage() {
	case trainer.StageFile:
		r.Place = ClientFile
	case trainer.StageCall:
		r.Place = Call
	case trainer.StageWrapUp:
		r.Place = WrapUp
	default:
		r.Place, r.Play = Debrief, nil
	}
	return r
}
