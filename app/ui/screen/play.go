package screen

import "keepcool/app/trainer"

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
