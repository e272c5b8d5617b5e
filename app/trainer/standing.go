package trainer

import (
	"keepcool/app/score"
	"keepcool/app/solve"
)

// Standing is how the first call compares with all possible calls of the case.
// It may take seconds and belongs in the background; it fails with
// NotWorkedOut where the engine does not finish.
func (v *Review) Standing() (s solve.Standing, err error) {
	err = v.engine.ask(func(x *solve.Solution) error {
		s, err = x.Standing(v.Moves)
		return err
	})
	if err != nil {
		v.engine.desk.log("the engine could not tell where the call stands", v.Attempt, err)
	}
	return s, err
}

// FindMost is the most that the outcome of the case can pay in each key: the
// one that was kept, or the engine is asked for it and it is kept. It belongs
// in the background and fails as Standing does.
func (v *Review) FindMost() (score.Points, error) {
	if v.Most != nil {
		return *v.Most, nil
	}
	var most score.Points
	err := v.engine.ask(func(x *solve.Solution) (err error) {
		most, err = x.Outcome()
		return err
	})
	d := v.engine.desk
	if err != nil {
		d.log("the engine could not tell what the outcome can pay", v.Attempt, err)
		return most, err
	}
	if failed := d.keep(v.mostKey(), keptSearch{Most: &most}); failed != nil {
		d.log("what the outcome can pay was not kept", v.Attempt, failed) // it will be searched again
	}
	return most, nil
}

// mostKey names what the outcome can pay: it follows from what denominators
// follow from.
func (v *Review) mostKey() string {
	a := v.Attempt
	return "outcome-" + scaleKey(a.ScenarioHash, a.RubricHash, v.r.setting, a.Variant)
}

// figures reads what the case is measured by beside its denominators. None of
// it is wanted more than the debrief itself: what can't be had is left out.
func (v *Review) figures(d *Desk) error {
	var err error
	if v.Outcome, err = score.OutcomeOf(v.r.c, v.r.setting, v.r.moves); err != nil {
		return err
	}
	kept, err := d.kept(v.mostKey())
	if err != nil {
		return err
	}
	v.Most = kept.Most
	v.Yardstick, v.Elsewhere, err = d.yardstick(v.Attempt, v.r)
	return err
}
