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

// The best call reaches 90 in every key in every setting, with patience left.
func TestTheBestCallReachesEveryKey(t *testing.T) {
	eachPlay(t, func(t *testing.T, c *call.Case, w rubric.Weights, kind string, moves []call.Move) {
		if kind != "best" {
			return
		}
		for _, set := range call.Settings {
			card := play(t, c, w, set, moves)
			for k, key := range card.Keys {
				if key.Score < 90 {
					t.Errorf("%v, %v: %.1f", set, rubric.Keys[k], key.Score)
				}
			}
			if card.Verdict != score.Passed {
				t.Errorf("%v: %v", set, card.Rule)
			}
		}
	})
}

func TestBlessedPlays(t *testing.T) {
	eachPlay(t, func(t *testing.T, c *call.Case, w rubric.Weights, kind string, moves []call.Move) {
		band, ok := bands[kind]
		if !ok {
			t.Fatalf("no kind of play %q", kind)
		}
		if card := play(t, c, w, call.Normal, moves); card.Overall < band[0] || card.Overall > band[1] {
			t.Errorf("%s scores %.1f, want from %.0f to %.0f", kind, card.Overall, band[0], band[1])
		}
	})
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

func eachPlay(t *testing.T, do func(*testing.T, *call.Case, rubric.Weights, string, []call.Move)) {
	src, err := scenarios.FS.ReadFile("weights.json")
	if err != nil {
		t.Fatal(err)
	}
	w, err := rubric.ParseWeights(src)
	if err != nil {
		t.Fatal(err)
	}
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
