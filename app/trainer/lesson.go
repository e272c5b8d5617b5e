package trainer

import (
	"fmt"
	"math/rand/v2"

	"keepcool/app/call"
)

// Lesson opens a play that leaves nothing behind: its records stay in it, and
// no engine looks at it, so that it has no score, no hint and no debrief. The
// script stands on no shelf.
func (d *Desk) Lesson(who Profile, file string, src []byte, untimed bool) (*Play, error) {
	entry := d.Shelf.compile(file, src)
	if !entry.Sound() {
		return nil, Fail(BadScenario, fmt.Errorf("%s", entry.Problems[0]), "scenario-problems", "\"{{.Title}}\" has problems and can't be played. The Library lists them.", "Title", entry.Title())
	}
	now := d.Clock.Now()
	a := Attempt{
		Profile: who.ID, Scenario: entry.Scenario.ID, Title: entry.Scenario.Title,
		WeightsHash: d.Shelf.weightsText.Hash, Rules: call.Rules, Setting: call.Gentle.String(), Mode: Practice,
		Seed: rand.Uint64(), Started: now, Zone: zoneName(now), Untimed: untimed,
	}
	p := d.play(who, a, newReplay(entry.Cases[0], call.Gentle))
	p.lesson = true
	return p, nil
}

// A FirstCall says what became of the first call, the lesson in which the
// controls of a call are met one by one.
type FirstCall string

// How a trainee can stand to the first call.
const (
	FirstCallWaits   FirstCall = ""
	FirstCallDone    FirstCall = "done"
	FirstCallSkipped FirstCall = "skipped"
)

// firstCallName is the name under which that is kept.
const firstCallName = "first-call"

// FirstCall is what became of a trainee's first call.
func (d *Desk) FirstCall(who Profile) (FirstCall, error) {
	text, err := d.Store.Preference(who.ID, firstCallName)
	return FirstCall(text), err
}

// KeepFirstCall keeps what became of it. Who has done it once has done it,
// also when it is skipped another time.
func (d *Desk) KeepFirstCall(who Profile, f FirstCall) error {
	was, err := d.FirstCall(who)
	if err != nil || was == FirstCallDone || was == f {
		return err
	}
	return d.Store.SavePreference(who.ID, firstCallName, string(f))
}

// casesMet is how many cases a trainee has met: those in which they have been
// on the line, and the one of attempt a.
func (d *Desk) casesMet(who Profile, a Attempt) (int, error) {
	all, err := d.Store.Summaries(Query{Profile: who.ID})
	met := map[string]bool{a.Scenario: true}
	for _, s := range all {
		if s.Stage != StageFile {
			met[s.Attempt.Scenario] = true
		}
	}
	return len(met), err
}
