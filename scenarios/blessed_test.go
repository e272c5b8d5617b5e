package scenarios_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/scenarios"
)

// bands are the overall scores between which a blessed play of each kind must
// lie. Where the rubric and the trainer's reading differ, the rubric gives way.
var bands = map[string][2]float64{
	"best": {95, 100}, "decent": {80, 88}, "rescue": {70, 85}, "beginner": {40, 65}, "worst": {0, 20},
}

func compile(t *testing.T, name string) *call.Case {
	t.Helper()
	src, err := scenarios.FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	r, _ := load(t)
	s, problems := script.Parse(name, src)
	for _, p := range problems {
		t.Errorf("%v", p)
	}
	if script.Errors(problems) {
		t.FailNow()
	}
	c, problems := call.Compile(s, r)
	for _, p := range problems {
		t.Errorf("%s: %v", name, p)
	}
	if c == nil {
		t.FailNow()
	}
	return c
}

func TestScenariosAreWhole(t *testing.T) {
	names, _ := fs.Glob(scenarios.FS, "*.call")
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			c := compile(t, name)
			hidden := 0
			for _, k := range c.Scenario.Concerns {
				if k.Hidden {
					hidden++
				}
			}
			if hidden == 0 || hidden == len(c.Scenario.Concerns) {
				t.Errorf("%d of %d concerns are hidden", hidden, len(c.Scenario.Concerns))
			}
			if c.Scenario.Promise != nil {
				for _, w := range []call.Word{call.Kept, call.Late, call.Missed} {
					if c.SecondCall(w) < 0 {
						t.Errorf("no second call number %d", w)
					}
				}
			}
			for _, l := range c.Lines {
				if n := len(strings.Fields(l.Script.Text)); n > 45 {
					t.Errorf("the caller speaks %d words: %s", n, l.Script.Text)
				}
			}
			for _, a := range c.Replies {
				if n := len(strings.Fields(a.Script.Text)); n > 30 {
					t.Errorf("%s has %d words", a.ID, n)
				}
			}
		})
	}
}

// A trainee who answers the phone speaks first: every incoming call opens with
// the ringing, told in brackets, and a greeting.
func TestTheTraineeAnswersFirst(t *testing.T) {
	names, _ := fs.Glob(scenarios.FS, "*.call")
	for _, name := range names {
		t.Run(name, func(t *testing.T) {
			for _, k := range compile(t, name).Scenario.Calls {
				if k.Outgoing {
					continue
				}
				b := k.Beats[0]
				for _, l := range b.Lines {
					if !strings.HasPrefix(l.Text, "[The phone rings.") || !strings.HasSuffix(l.Text, "]") {
						t.Errorf("%s: the call opens with %q", k.Role, l.Text)
					}
				}
				greets := 0
				for _, a := range b.Replies {
					for _, sh := range a.Shows {
						if sh.Behaviour == "greet-warmly" {
							greets++
						}
					}
				}
				if greets != 1 {
					t.Errorf("%s: %d replies of the first beat greet warmly, want 1", k.Role, greets)
				}
			}
		})
	}
}

// The best call scores 95, and 90 in every key, in every setting, with
// patience left.
func TestTheBestCallReachesEveryKey(t *testing.T) {
	eachPlay(t, func(t *testing.T, c *call.Case, w rubric.Weights, kind string, moves []call.Move) {
		if kind != "best" {
			return
		}
		for _, set := range call.Settings {
			card := play(t, c, w, set, moves)
			if card.Overall < bands["best"][0] {
				t.Errorf("%v: %.1f", set, card.Overall)
			}
			for k, key := range card.Keys {
				if key.Score < 90 {
					t.Errorf("%v, %v: %.1f", set, rubric.Keys[k], key.Score)
				}
			}
			if card.Verdict != score.Passed {
				t.Errorf("%v: %v", set, card.Rule)
			}
			s := c.Start(set)
			for _, m := range moves {
				var err error
				if s, err = c.Step(s, m); err != nil {
					t.Fatal(err)
				}
				if s.Patience < 3 {
					t.Errorf("%v: patience %d after %s", set, s.Patience, c.Format(m))
				}
			}
		}
	})
}

func TestBlessedPlays(t *testing.T) {
	kinds := map[string]int{}
	eachPlay(t, func(t *testing.T, c *call.Case, w rubric.Weights, kind string, moves []call.Move) {
		band, ok := bands[kind]
		if !ok {
			t.Fatalf("no kind of play %q", kind)
		}
		kinds[c.Scenario.ID+" "+kind]++
		card := play(t, c, w, call.Normal, moves)
		if card.Overall < band[0] || card.Overall > band[1] {
			t.Errorf("%s scores %.1f, want from %.0f to %.0f", kind, card.Overall, band[0], band[1])
		}
		if kind == "decent" && card.Verdict != score.Passed {
			t.Errorf("a decent play does not pass: %v", card.Rule)
		}
	})
	names, _ := fs.Glob(scenarios.FS, "*.call")
	for _, name := range names {
		for kind, want := range map[string]int{"best": 1, "decent": 2, "rescue": 1, "beginner": 2, "worst": 1} {
			if n := kinds[strings.TrimSuffix(name, ".call")+" "+kind]; n < want {
				t.Errorf("%s has %d plays of the kind %s, want %d", name, n, kind, want)
			}
		}
	}
}

func play(t *testing.T, c *call.Case, w rubric.Weights, set call.Setting, moves []call.Move) score.Card {
	t.Helper()
	scale, err := solve.Denominators(c, set, solve.DefaultBudget)
	if err != nil {
		t.Fatal(err)
	}
	card, err := score.Score(score.NewTable(c, set), score.Play{Setting: set, Moves: moves}, w, scale)
	if err != nil {
		t.Fatal(err)
	}
	return card
}

func weights(t *testing.T) rubric.Weights {
	t.Helper()
	src, err := scenarios.FS.ReadFile("weights.json")
	if err != nil {
		t.Fatal(err)
	}
	w, err := rubric.ParseWeights(src)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func eachPlay(t *testing.T, do func(*testing.T, *call.Case, rubric.Weights, string, []call.Move)) {
	w := weights(t)
	files, _ := filepath.Glob("testdata/*.plays")
	if len(files) == 0 {
		t.Fatal("no blessed plays")
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			c := compile(t, strings.TrimSuffix(filepath.Base(file), ".plays")+".call")
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, line := range strings.Split(string(text), "\n") {
				kind, list, ok := strings.Cut(line, ": ")
				if !ok || strings.HasPrefix(line, "#") {
					continue
				}
				var moves []call.Move
				for _, word := range strings.Split(list, ",") {
					m, err := c.ParseMove(word)
					if err != nil {
						t.Fatal(err)
					}
					moves = append(moves, m)
				}
				do(t, c, w, kind, moves)
			}
		})
	}
}
