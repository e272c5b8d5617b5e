package coverage_test

import (
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/coverage"
	"keepcool/app/rubric"
	"keepcool/app/script"
)

// jar has two variants; in the second there is a hidden concern.
const jar = `version: 1
title: A jar
id: jar
project: tests
kind: angry customer no-promise no-hang-up
difficulty: 1
language: en
variants: one, two
FILE
  client: Somebody
CALLER sam
  moods: heat 5 angry, trust 3, confusion 2, patience 9
  gentle: heat 4, trust 3, confusion 2, patience 9
  hard: heat 6, trust 3, confusion 2, patience 9
  temper: terse
CONCERNS
  stated jar: The jar is empty.
  hidden more: There was more in it.
    only: two
CALL first
== ring
wants: own-it, read-back
CALLER: The jar is empty, and so was the other.
  when: heat 9
  only: two
  says: need more "the other", want jar "empty"
CALLER: The jar is empty.
  says: want jar "empty"
> Good morning. That is ours. Was it full?
  id: ours
  shows: greet-warmly "Good morning", own-it "That is ours"
  settles: jar
  go: end
> That is ours, but it was full, I saw it.
  id: saw
  shows: own-it "That is ours", defend-yourself "I saw it"
  tempts: It was.
  go: end
== end
CALLER: Well.
ending: plain
`

// A strength counts where its beat wants it, once a beat, and a fault where it
// tempts; what nothing wants does not count.
func TestOf(t *testing.T) {
	r, _ := calltest.Scoring(t)
	scenario, problems := script.Parse("jar.call", []byte(jar))
	if script.Errors(problems) {
		t.Fatal(problems)
	}
	cases, problems := call.CompileAll(scenario, r)
	if len(cases) != 2 {
		t.Fatal(problems)
	}
	one, two := coverage.Of(cases[0]), coverage.Of(cases[1])
	for row, want := range map[string]coverage.Chance{
		"D3": {Wanted: 1}, "S9": {Wanted: 1}, "T7": {Tempting: 1}, "E2": {}, "E6": {}, "H1": {},
	} {
		if one[row] != want {
			t.Errorf("%s: %+v, want %+v", row, one[row], want)
		}
	}
	if two[coverage.HiddenConcerns].Wanted != 1 {
		t.Errorf("the hidden concern of the second variant: %+v", two[coverage.HiddenConcerns])
	}
	if m := coverage.Merge([]map[string]coverage.Chance{one, two}); m["E6"].Wanted != 1 || m["D3"].Wanted != 1 {
		t.Errorf("merged: %+v", m)
	}
}

// The teachings before the call are asked of scenarios only where they show in
// it, and what a screen carries is not.
func TestAsked(t *testing.T) {
	for _, c := range []struct {
		row  rubric.Row
		want bool
	}{
		{rubric.Row{ID: "T5", Part: rubric.PartBefore}, true},
		{rubric.Row{ID: "S1", Part: rubric.PartBefore}, false},
		{rubric.Row{ID: "S8", Part: rubric.PartDuring}, true},
		{rubric.Row{ID: "T11", Part: rubric.PartDuring, Screen: "Call"}, false},
		{rubric.Row{ID: "K1", Part: rubric.PartKeys}, false},
	} {
		if got := coverage.Asked(c.row); got != c.want {
			t.Errorf("%s is asked: %v", c.row.ID, got)
		}
	}
}
