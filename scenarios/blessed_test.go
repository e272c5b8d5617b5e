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
	"keepcool/app/score/plays"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/scenarios"
)

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

// Every play comes to what was blessed, and what is called best, decent and so
// on scores as such; each scenario has enough of them.
func TestBlessedPlays(t *testing.T) {
	kinds := map[string]int{}
	eachPlay(t, func(t *testing.T, c *call.Case, w rubric.Weights, p plays.Play) {
		band, ok := plays.BandOf(p.Kind)
		if !ok {
			t.Errorf("line %d: no kind of play %q", p.Line, p.Kind)
		}
		kinds[c.Scenario.ID+" "+p.Kind]++
		r := run(t, c, w, p)
		if !band.Holds(r.Card.Overall) {
			t.Errorf("line %d: %s scores %v, want %v", p.Line, p.Kind, r.Overall, band)
		}
		if !p.Want.Blessed() {
			t.Errorf("line %d: not blessed", p.Line)
		}
		for _, d := range p.Want.Against(r) {
			t.Errorf("line %d: %s %s, blessed was %s", p.Line, d.What, d.Got, d.Want)
		}
		if p.Kind == "decent" && r.Verdict != score.Passed {
			t.Errorf("line %d: a decent play does not pass: %v", p.Line, r.Card.Rule)
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

// The best call is the best in every setting: it scores as such, 90 in every
// key, with patience left.
func TestTheBestCallReachesEveryKey(t *testing.T) {
	eachPlay(t, func(t *testing.T, c *call.Case, w rubric.Weights, p plays.Play) {
		if p.Kind != "best" {
			return
		}
		band, _ := plays.BandOf(p.Kind)
		for _, p.Setting = range call.Settings {
			r := run(t, c, w, p)
			if !band.Holds(r.Card.Overall) {
				t.Errorf("%v: %v", p.Setting, r.Overall)
			}
			for k, key := range r.Card.Keys {
				if key.Score < 90 {
					t.Errorf("%v, %v: %.1f", p.Setting, rubric.Keys[k], key.Score)
				}
			}
			if r.Verdict != score.Passed {
				t.Errorf("%v: %v", p.Setting, r.Card.Rule)
			}
			s := c.Start(p.Setting)
			for _, m := range r.Moves {
				var err error
				if s, err = c.Step(s, m); err != nil {
					t.Fatal(err)
				}
				if s.Patience < 3 {
					t.Errorf("%v: patience %d after %s", p.Setting, s.Patience, c.Format(m))
				}
			}
		}
	})
}

// The plays are the author's; the program has no use for them.
func TestThePlaysStayOutOfTheProgram(t *testing.T) {
	if names, _ := fs.Glob(scenarios.FS, "*.plays"); len(names) > 0 {
		t.Errorf("the program carries %v", names)
	}
}

func run(t *testing.T, c *call.Case, w rubric.Weights, p plays.Play) plays.Result {
	t.Helper()
	scale, err := solve.Denominators(c, p.Setting, solve.DefaultBudget)
	if err != nil {
		t.Fatal(err)
	}
	r, err := plays.Run(score.NewTable(c, p.Setting), w, scale, p)
	if err != nil {
		t.Fatalf("line %d: %v", p.Line, err)
	}
	return r
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

func eachPlay(t *testing.T, do func(*testing.T, *call.Case, rubric.Weights, plays.Play)) {
	w := weights(t)
	files, _ := filepath.Glob("*.plays")
	if len(files) == 0 {
		t.Fatal("no blessed plays")
	}
	for _, name := range files {
		t.Run(name, func(t *testing.T) {
			c := compile(t, strings.TrimSuffix(name, ".plays")+".call")
			src, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file, problems := plays.Parse(src)
			for _, p := range problems {
				t.Errorf("%s:%d: %s", name, p.Line, p.Message)
			}
			for _, p := range file.Plays {
				do(t, c, w, p)
			}
		})
	}
}
