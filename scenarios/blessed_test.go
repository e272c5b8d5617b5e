package scenarios_test

import (
	"io/fs"
	"os"
	"slices"
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

// dir is the folder of the scripts and plays, as they lie on the disk.
var dir = os.DirFS(".")

// originals are the scripts but for their translations, which are named after
// them: soup.call, and in Malay soup.ms.call.
func originals(t *testing.T) []string {
	t.Helper()
	names, err := fs.Glob(dir, "*.call")
	if err != nil || len(names) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	return slices.DeleteFunc(names, func(name string) bool { return strings.Count(name, ".") > 1 })
}

// compile is a script's cases, one for each variant.
func compile(t *testing.T, name string) []*call.Case {
	t.Helper()
	src, err := fs.ReadFile(dir, name)
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
	cases, problems := call.CompileAll(s, r)
	for _, p := range problems {
		t.Errorf("%s: %v", name, p)
	}
	if len(cases) == 0 {
		t.FailNow()
	}
	return cases
}

// eachCase tests every variant of every script.
func eachCase(t *testing.T, do func(*testing.T, *call.Case)) {
	for _, name := range originals(t) {
		for _, c := range compile(t, name) {
			t.Run(caseName(c), func(t *testing.T) { do(t, c) })
		}
	}
}

func caseName(c *call.Case) string {
	if _, variant := c.Scenario.Variant(); variant != "" {
		return c.Scenario.ID + "/" + variant
	}
	return c.Scenario.ID
}

// A trainee who answers the phone speaks first: every incoming call opens with
// the ringing, told in brackets, and a greeting.
func TestTheTraineeAnswersFirst(t *testing.T) {
	eachCase(t, func(t *testing.T, c *call.Case) {
		for _, k := range c.Scenario.Calls {
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
	for _, name := range originals(t) {
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

// The plays are the debrief's yardstick: the program carries those of every
// script, and each variant has a beginner's and a best one.
func TestTheProgramCarriesTheYardstick(t *testing.T) {
	for _, name := range originals(t) {
		src, err := fs.ReadFile(scenarios.FS, strings.TrimSuffix(name, ".call")+".plays")
		if err != nil {
			t.Error(err)
			continue
		}
		file, _ := plays.Parse(src)
		for _, c := range compile(t, name) {
			v, variant := c.Scenario.Variant()
			for _, kind := range []string{"beginner", "best"} {
				if !slices.ContainsFunc(file.Plays, func(p plays.Play) bool {
					return p.Kind == kind && p.Setting == call.Normal && (p.Variant == variant || p.Variant == "" && v == 0)
				}) {
					t.Errorf("%s has no play %s", caseName(c), kind)
				}
			}
		}
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
	files, _ := fs.Glob(dir, "*.plays")
	if len(files) == 0 {
		t.Fatal("no blessed plays")
	}
	for _, name := range files {
		t.Run(name, func(t *testing.T) {
			cases := compile(t, strings.TrimSuffix(name, ".plays")+".call")
			src, err := fs.ReadFile(dir, name)
			if err != nil {
				t.Fatal(err)
			}
			file, problems := plays.Parse(src)
			for _, p := range problems {
				t.Errorf("%s:%d: %s", name, p.Line, p.Message)
			}
			for _, p := range file.Plays {
				do(t, variantOf(t, cases, p), w, p)
			}
		})
	}
}

// variantOf is the case that a play is of: without a name the first.
func variantOf(t *testing.T, cases []*call.Case, p plays.Play) *call.Case {
	t.Helper()
	for _, c := range cases {
		if _, name := c.Scenario.Variant(); name == p.Variant || p.Variant == "" {
			return c
		}
	}
	t.Fatalf("line %d: there is no variant %q", p.Line, p.Variant)
	return nil
}
