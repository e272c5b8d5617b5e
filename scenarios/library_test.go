package scenarios_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/coverage"
	"keepcool/app/rubric"
	"keepcool/app/script"
	"keepcool/app/trainer"
	"keepcool/scenarios"
)

// The fourteen cases of METHODS, each of its kind.
func TestLibraryHoldsEveryCase(t *testing.T) {
	kinds := map[string]string{
		"C1": "lost user", "C2": "lost user", "C3": "angry customer", "C4": "need behind the request",
		"C5": "angry customer", "C6": "disagreeing", "C7": "check call", "C8": "angry customer",
		"C9": "unclear problem", "C10": "angry customer", "C11": "hard goodbye", "C12": "survey",
		"C13": "account care", "C14": "disagreeing",
	}
	outgoing, inside, silent, patient := []string{}, []string{}, []string{}, []string{}
	difficulties := map[int]int{}
	frightened := 0
	for _, name := range originals(t) {
		s := compile(t, name)[0].Scenario
		if want, ok := kinds[s.Case]; !ok || s.Kind != want {
			t.Errorf("%s is case %q of the kind %q, want %q, once", name, s.Case, s.Kind, want)
		}
		delete(kinds, s.Case)
		difficulties[s.Difficulty]++
		if s.Caller.Heat == "frightened" {
			frightened++
		}
		for _, k := range s.Calls {
			switch {
			case k.Role == script.First && k.Outgoing:
				outgoing = append(outgoing, s.Case)
			case k.Role == script.Inside:
				inside = append(inside, s.Case)
			}
		}
		if s.NoPromise {
			silent = append(silent, s.Case)
		}
		if s.NoHangUp {
			patient = append(patient, s.Case)
		}
	}
	if len(kinds) > 0 {
		t.Errorf("missing: %v", kinds)
	}
	for _, c := range []struct {
		what      string
		got, want []string
	}{
		{"that the trainee makes", outgoing, []string{"C12", "C13", "C6"}},
		{"with a call inside the house", inside, []string{"C3", "C5"}},
		{"without a promise", silent, []string{"C11", "C12"}},
		{"without a hang-up", patient, []string{"C12", "C4"}},
	} {
		slices.Sort(c.got)
		if !slices.Equal(c.got, c.want) {
			t.Errorf("cases %s: %v, want %v", c.what, c.got, c.want)
		}
	}
	for d := 1; d <= 5; d++ {
		if difficulties[d] == 0 {
			t.Errorf("no case has the difficulty %d", d)
		}
	}
	if frightened != 2 {
		t.Errorf("%d callers are frightened, want 2", frightened)
	}
}

// Every teaching that scenarios are asked for is trained by two or more.
func TestLibraryTrainsEveryTeaching(t *testing.T) {
	_, rows := load(t)
	by := map[string][]string{}
	for _, name := range originals(t) {
		var variants []map[string]coverage.Chance
		for _, c := range compile(t, name) {
			variants = append(variants, coverage.Of(c))
		}
		for row, chance := range coverage.Merge(variants) {
			if chance.Any() {
				by[row] = append(by[row], name)
			}
		}
	}
	screens := []string{"Settle", "Call", "Wrap-up", "Follow-ups", "Debrief"}
	asked := 0
	for _, r := range rows {
		if r.Screen != "" && !slices.Contains(screens, r.Screen) {
			t.Errorf("%s names the screen %q", r.ID, r.Screen)
		}
		if r.Part != rubric.PartKeys && r.Part != rubric.PartBefore || coverage.Asked(r) {
			if r.Screen == "" && !coverage.Asked(r) {
				t.Errorf("%s is trained by nothing", r.ID)
			}
		}
		if !coverage.Asked(r) {
			continue
		}
		if asked++; len(by[r.ID]) < coverage.Least {
			t.Errorf("%s is trained by %v, want %d scenarios: %s", r.ID, by[r.ID], coverage.Least, r.Text)
		}
	}
	if asked < 40 {
		t.Errorf("only %d teachings are asked for", asked)
	}
}

// Everything is on the path, which begins gently: no case is more than a degree
// harder than the hardest before it. Each project that a case names is
// described in the case's language.
func TestLibraryHasAPath(t *testing.T) {
	shelf, err := trainer.OpenShelf(scenarios.FS, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range shelf.Entries {
		if !e.Sound() {
			t.Fatalf("%s can't be played: %v", e.File, e.Problems)
		}
		if _, ok := shelf.Step(e.Scenario.ID); !ok {
			t.Errorf("%s is not on the path", e.File)
		}
		if p, ok := shelf.Project(e.Scenario.Project, e.Scenario.Language); !ok || p.Language != e.Scenario.Language {
			t.Errorf("%s: its project %s is not described in %q", e.File, e.Scenario.Project, e.Scenario.Language)
		}
	}
	hardest := 1
	for _, step := range shelf.Path {
		e, ok := shelf.Find(step.Scenario)
		if !ok {
			t.Errorf("the path names %s, which does not ship", step.Scenario)
			continue
		}
		if e.Scenario.Difficulty > hardest+1 {
			t.Errorf("%s has the difficulty %d, and nothing before it more than %d", step.Scenario, e.Scenario.Difficulty, hardest)
		}
		hardest = max(hardest, e.Scenario.Difficulty)
		if step.Why["ms"] == "" {
			t.Errorf("why %s is on the path is not told in Malay", step.Scenario)
		}
	}
}

// A translation is complete: it changes words and nothing else, and leaves none
// of the original's longer sentences standing.
func TestLibraryIsTranslated(t *testing.T) {
	all, _ := fs.Glob(dir, "*.call")
	translations := 0
	for _, name := range all {
		if strings.Count(name, ".") == 1 {
			continue
		}
		translations++
		first, _, _ := strings.Cut(name, ".")
		original, other := compile(t, first+".call")[0].Scenario.Whole(), compile(t, name)[0].Scenario.Whole()
		for _, p := range script.Translation(original, other, first+".call") {
			t.Errorf("%s: %v", name, p)
		}
		was := map[string]bool{}
		sentences(compile(t, first+".call"), func(s string) { was[s] = true })
		sentences(compile(t, name), func(s string) {
			if was[s] && len(strings.Fields(s)) > 3 {
				t.Errorf("%s is not translated: %s", name, s)
			}
		})
	}
	if translations == 0 {
		t.Error("no scenario is translated")
	}
}

// sentences are all texts of a scenario that a trainee reads.
func sentences(cases []*call.Case, each func(string)) {
	for _, c := range cases {
		s := c.Scenario
		each(s.Title)
		each(s.Summary)
		for _, p := range s.Papers {
			each(p.Text)
		}
		for _, k := range s.Concerns {
			each(k.Text)
		}
		for _, l := range c.Lines {
			each(l.Script.Text)
		}
		for _, a := range c.Replies {
			each(a.Script.Text)
			each(a.Script.Tempts)
		}
	}
}
