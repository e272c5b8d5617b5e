package team

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	"keepcool/app/ui/story"
)

// Stories are the states of this screen.
func Stories(open func() *stage.Stage) []story.Story {
	teams := map[int]*stage.Stage{} // filling a large team takes a while: once will do
	at := func(name string, people, cases int, then func(*stage.Stage)) story.Story {
		return story.Story{Name: "team-" + name, Build: func() fyne.CanvasObject {
			s := teams[people]
			if s == nil {
				s = open()
				boss(s)
				fill(s, people, cases)
				teams[people] = s
			}
			s.Show(New(s))
			then(s)
			return s.Root()
		}}
	}
	nothing := func(*stage.Stage) {}
	return []story.Story{
		at("empty", 0, 0, nothing),
		at("few", 3, 2, nothing),
		at("many", 50, 14, nothing),
		at("many-end", 50, 14, func(s *stage.Stage) { s.Press(fyne.KeyEnd) }),
		at("best", 3, 2, func(s *stage.Stage) { s.Type("k") }),
		at("calls", 3, 2, func(s *stage.Stage) { s.Press(fyne.KeyDown, fyne.KeyReturn) }),
		at("export", 3, 2, func(s *stage.Stage) { s.Type("e") }),
		{Name: "team-not-a-manager", Build: func() fyne.CanvasObject {
			s := open()
			s.Trainee("Ada Okafor")
			s.Show(New(s))
			return s.Root()
		}},
	}
}

func boss(s *stage.Stage) {
	p, err := s.Desk().Appoint("Ruth Lindqvist", "four plain words here")
	must(err)
	s.Enter(p)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

var (
	firstNames = []string{"Ada", "Bo", "Chidi", "Dana", "Emeka", "Farida", "Goran", "Hana", "Ines", "Jonas"}
	lastNames  = []string{"Okafor", "Lindqvist", "Featherstonehaugh-Cholmondeley", "Nguyen", "Ríos"}
	titles     = []string{
		"Twenty-one degrees, in a coat", "Soup without lids", "One message only", "The light that stayed orange",
		"The parcel that went twice round", "Nine rooms and no key", "A clock for the choir", "The bill of another house",
		"Half a bicycle", "The fridge that sang", "Two tickets to the wrong town", "Wool, not cotton",
		"The garden that was paved", "A very long title for a very small trouble with a very old machine",
	}
)

// fill puts made-up assessed calls into the store. Their records are not those
// of a call; the table reads only what is kept beside them.
func fill(s *stage.Stage, people, cases int) {
	st := s.Desk().Store
	for i := range people {
		who, err := s.Desk().Enrol(fmt.Sprintf("%s %s", firstNames[i%10], lastNames[i/10%5]), trainer.UsualWeek())
		must(err)
		for j := range cases {
			calls := 1
			if people < 10 {
				calls += (i + j) % 3
			}
			for n := range calls {
				a, err := st.Begin(trainer.Attempt{
					Profile: who.ID, Scenario: fmt.Sprintf("case-%d", j), Title: titles[j%len(titles)], Rules: call.Rules,
					ScenarioHash: "s", RubricHash: "r", WeightsHash: "w", Setting: "normal", Mode: trainer.Assessed,
					Started: s.Now().Add(-time.Duration(i+50*j+700*(calls-n)) * time.Hour), Zone: "UTC",
				}, trainer.Text{Hash: "s", Kind: "scenario", Body: []byte("s")}, trainer.Text{Hash: "r", Kind: "rubric", Body: []byte("r")}, trainer.Text{Hash: "w", Kind: "weights", Body: []byte("w")})
				must(err)
				must(st.Append(a.ID, []trainer.Record{{Seq: 1, Kind: trainer.RecordAnswer, At: a.Started}}, made(a, i*31+j*17+n*29)))
			}
		}
	}
}

// made is a summary with figures drawn from a number.
func made(a trainer.Attempt, n int) trainer.Summary {
	sum := trainer.Summary{Attempt: a, Stage: trainer.StageFinal, Changed: a.Started, Scored: true, Final: n%4 != 0, Card: []byte("{}")}
	if !sum.Final {
		sum.Stage = trainer.StagePending
	}
	low := 100.0
	for k := range sum.Keys {
		sum.Keys[k] = float64(30 + (n*37+k*23)%71)
		sum.Overall += sum.Keys[k] / 4
		low = min(low, sum.Keys[k])
	}
	sum.Passed = sum.Final && low >= 60 && sum.Overall >= 70
	sum.TriedOut = n%13 == 5
	return sum
}
