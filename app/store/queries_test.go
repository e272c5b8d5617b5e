package store

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"keepcool/app/trainer"
)

func TestQueries(t *testing.T) {
	s := opened(t, t.TempDir())
	ada, bob := person(t, s), person(t, s)
	for i := range 12 {
		a := trainer.Attempt{Profile: ada.ID, Scenario: "one", Mode: trainer.Practice, Started: noon.Add(time.Duration(i/2) * time.Hour)}
		if i%2 == 1 {
			a.Profile = bob.ID
		}
		if i%3 == 0 {
			a.Scenario, a.Mode = "two", trainer.Assessed
		}
		a = begun(t, s, a)
		if i%4 == 0 {
			if err := s.Append(a.ID, nil, trainer.Summary{Stage: trainer.StageFinal, Scored: true}); err != nil {
				t.Fatal(explain(err))
			}
		}
	}
	for _, c := range []struct {
		q    trainer.Query
		want string
	}{
		{trainer.Query{}, "12 11 10 9 8 7 6 5 4 3 2 1"},
		{trainer.Query{Limit: 3}, "12 11 10"},
		{trainer.Query{Limit: 3, Offset: 10}, "2 1"},
		{trainer.Query{Offset: 10}, "2 1"},
		{trainer.Query{Profile: bob.ID}, "12 10 8 6 4 2"},
		{trainer.Query{Scenario: "two"}, "10 7 4 1"},
		{trainer.Query{Mode: trainer.Assessed, Profile: ada.ID}, "7 1"},
		{trainer.Query{Except: trainer.Assessed, Limit: 4}, "12 11 9 8"},
		{trainer.Query{Scored: true}, "9 5 1"},
		{trainer.Query{Stages: []trainer.Stage{trainer.StageFile}, Scenario: "two"}, "10 7 4"},
		{trainer.Query{Stages: []trainer.Stage{trainer.StageFile, trainer.StageFinal}, Limit: 2}, "12 11"},
		{trainer.Query{Scenario: "none"}, ""},
	} {
		got, err := s.Summaries(c.q)
		if err != nil {
			t.Fatal(explain(err))
		}
		var ids []string
		for _, sum := range got {
			ids = append(ids, fmt.Sprint(sum.Attempt.ID))
		}
		if strings.Join(ids, " ") != c.want {
			t.Errorf("%+v: got %v, want %s", c.q, ids, c.want)
		}
	}
}
