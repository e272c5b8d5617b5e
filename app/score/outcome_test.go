package score_test

import (
	"math/rand/v2"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/rubric"
	"keepcool/app/score"
)

// What a play came to and what its scorecard pays for it tell the same.
func TestOutcomeIsWhatTheCardPaysFor(t *testing.T) {
	_, w := calltest.Scoring(t)
	rng := rand.New(rand.NewPCG(1, 2))
	settled, given, broken := 0, 0, 0
	for _, c := range calltest.Cases(t) {
		for range 60 {
			set := call.Settings[rng.IntN(3)]
			moves := drawPlay(c, set, rng.IntN)
			table := score.NewTable(c, set)
			card, err := score.Score(table, score.Play{Setting: set, Moves: moves}, w, score.Scale{})
			if err != nil {
				t.Fatal(err)
			}
			o, err := score.OutcomeOf(c, set, moves)
			if err != nil {
				t.Fatal(err)
			}
			paid := map[score.Reason]int{}
			for _, it := range card.Items {
				if it.Reason == score.ForConcern {
					paid[it.Reason]++
				} else {
					paid[it.Reason] += it.Points
				}
			}
			if o.Settled < paid[score.ForConcern] || o.Settled > o.Found || o.Found > o.Concerns {
				t.Fatalf("%s: %+v, and %d concerns paid", c.Scenario.ID, o, paid[score.ForConcern])
			}
			if calm := 0; o.Ended {
				calm = max(0, o.HeatBefore-o.HeatAfter) * c.Rubric.Outcome.Calm
				if paid[score.ForCalm] != calm || o.Given != (paid[score.ForValue] > 0) {
					t.Fatalf("%s: %+v, and %v was paid", c.Scenario.ID, o, paid)
				}
			} else if paid[score.ForCalm] != 0 || paid[score.ForValue] != 0 {
				t.Fatalf("%s: a broken call was paid %v", c.Scenario.ID, paid)
			} else {
				broken++
			}
			settled += o.Settled
			given += paid[score.ForValue]
		}
	}
	if settled == 0 || given == 0 || broken == 0 {
		t.Errorf("%d settled, %d given, %d broken off", settled, given, broken)
	}
}

// The table of results gains what the lines of outcome say, and nothing else.
func TestResultsAreTheOutcomeAlone(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	for _, c := range calltest.Cases(t) {
		for range 30 {
			set := call.Settings[rng.IntN(3)]
			table := score.NewTable(c, set)
			results := table.Results()
			s := c.Start(set)
			for i, m := range drawPlay(c, set, rng.IntN) {
				next, err := c.Step(s, m)
				if err != nil {
					t.Fatal(err)
				}
				var want score.Points
				for _, it := range table.Items(i, s, m, next, nil) {
					if it.Reason != score.ForBehaviour && it.Reason != score.ForFollowUp && it.Key != rubric.Gate {
						want[it.Key] += it.Points
					}
				}
				if got := results.Gain(s, m, next); got != want {
					t.Fatalf("%s, %s: %v, the items say %v", c.Scenario.ID, c.Format(m), got, want)
				}
				s = next
			}
		}
	}
}
