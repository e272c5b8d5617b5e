package stage

import (
	"fmt"
	"strings"

	"keepcool/app/call"
	"keepcool/app/trainer"
)

// PlayLong begins a practice call that takes that many moves, whichever reply
// is given.
func (s *Stage) PlayLong(moves int) *trainer.Play {
	return s.PlayOwn("long.call", longScript(moves), call.Normal, trainer.Practice)
}

func longScript(moves int) []byte {
	var b strings.Builder
	b.WriteString(`version: 1
title: The long story of the lift
id: long-lift
project: lifts
case: C2
kind: talkative
difficulty: 5
language: en
summary: A caller with two hundred things to tell.
FILE
  client: Mr Albrecht Ode, caretaker
  primer: Lifts.
CALLER ode
  name: Mr Ode
  from: the hall of a tall house
  moods: heat 6 frustrated, trust 5, confusion 4, patience 30
  gentle: heat 4, trust 6, confusion 3, patience 30
  hard: heat 7, trust 4, confusion 5, patience 28
  temper: talkative
  values: respect
CONCERNS
  stated lift: The lift stops between floors.
CALL first
`)
	for i := range moves {
		next := fmt.Sprintf("b%d", i+1)
		if i == moves-1 {
			next = "end"
		}
		fmt.Fprintf(&b, `== b%d
wants: let-vent
CALLER (fast): And then, on floor %d, it stopped again, and I stood there with Mrs Fink and her dog for a quarter of an hour.
  says: want lift "it stopped again"
> On floor %d, with the dog. What happened next?
  id: next
  shows: open-question "What happened next?"
  moods: heat 0
  patience: 0
  go: %s
> [listen]
  id: listen
  shows: let-vent
  moods: heat 0, trust 0, confusion 0
  patience: 0
  go: %s
`, i, i, i, next, next)
	}
	b.WriteString("== end\nCALLER: Well. That was it.\nending: all told\n")
	return []byte(b.String())
}
