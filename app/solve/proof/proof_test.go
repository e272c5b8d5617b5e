package proof_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/solve"
	"keepcool/app/solve/proof"
)

func read(t testing.TB, path string) []byte {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// judged is what is found of a case in all settings together.
type judged struct {
	findings  []proof.Finding
	proved    []string
	undecided []string
}

func judge(t testing.TB, c *call.Case, budget int) judged {
	t.Helper()
	_, w := calltest.Scoring(t)
	text := proof.Read(c)
	j := judged{findings: text.Findings, proved: text.Proved}
	for _, set := range call.Settings {
		r := proof.Prove(c, set, w, budget)
		j.findings = append(j.findings, r.Findings...)
		j.proved = append(j.proved, r.Proved...)
		j.undecided = append(j.undecided, r.Undecided...)
	}
	return j
}

// codes are the codes found, each once, without the warning that every tiny
// scenario is too short.
func (j judged) codes() []string {
	var out []string
	for _, f := range j.findings {
		if f.Code != "play-length" {
			out = append(out, f.Code)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// The sound ones: as small as can be, one with a call inside, and one of a kind
// whose caller never hangs up.
func TestSoundScenariosKeepEveryDemand(t *testing.T) {
	for _, file := range []string{"sound.call", "sound-inside.call", "patient.call"} {
		c := calltest.Compile(t, file, read(t, filepath.Join("testdata", file)))
		j := judge(t, c, solve.DefaultBudget)
		if got := j.codes(); len(got) > 0 || len(j.undecided) > 0 {
			t.Errorf("%s: found %v, undecided %v", file, j.findings, j.undecided)
		}
		for _, p := range proof.Properties {
			if !slices.Contains(j.proved, p.Code) && p.Code != "play-length" {
				t.Errorf("%s: %s is not proved", file, p.Code)
			}
		}
	}
}

// Each demand has a scenario, the sound one with a change, that breaks just it.
func TestEachPropertyIsBrokenAlone(t *testing.T) {
	for _, p := range proof.Properties {
		if p.Code == "play-length" {
			continue // broken by the sound one already: see TestPlayLength
		}
		t.Run(p.Code, func(t *testing.T) {
			file := filepath.Join("testdata", "broken", p.Code+".call")
			c := calltest.Compile(t, file, read(t, file))
			j := judge(t, c, solve.DefaultBudget)
			if got := j.codes(); !slices.Equal(got, []string{p.Code}) {
				t.Errorf("found %v", got)
			}
			for _, f := range j.findings {
				if f.Code == p.Code {
					checkMoves(t, c, f)
				}
			}
		})
	}
	files, _ := filepath.Glob("testdata/broken/*.call")
	if len(files) != len(proof.Properties)-1 {
		t.Errorf("%d files for %d properties", len(files), len(proof.Properties))
	}
}

// checkMoves holds that the moves of a finding can be made, in some setting.
func checkMoves(t *testing.T, c *call.Case, f proof.Finding) {
	t.Helper()
	if !strings.HasSuffix(f.Message, ".") {
		t.Errorf("%s: %q is no sentence", f.Code, f.Message)
	}
	for _, set := range call.Settings {
		s, err := c.Start(set), error(nil)
		for _, word := range f.Moves {
			var m call.Move
			if m, err = c.ParseMove(word); err != nil {
				t.Fatal(err)
			}
			if s, err = c.Step(s, m); err != nil {
				break
			}
		}
		if err == nil {
			return
		}
	}
	t.Errorf("%s: the moves %v cannot be made", f.Code, f.Moves)
}

// Each of these is shown by a list of that many moves, and no shorter one.
func TestShortestLists(t *testing.T) {
	for code, want := range map[string]int{
		"early-hang-up": 2, "straw-man": 2, "never-missed": 3, "dead-end": 5, "follow-up-stuck": 6,
	} {
		c := calltest.Compile(t, code, read(t, filepath.Join("testdata", "broken", code+".call")))
		for _, f := range judge(t, c, solve.DefaultBudget).findings {
			if f.Code == code && len(f.Moves) != want {
				t.Errorf("%s is shown by %v, want %d moves", code, f.Moves, want)
			}
		}
	}
}

func TestPlayLength(t *testing.T) {
	src := string(read(t, "testdata/sound.call"))
	warned := func(src string) bool {
		j := judge(t, calltest.Compile(t, "sound.call", []byte(src)), solve.DefaultBudget)
		return slices.ContainsFunc(j.findings, func(f proof.Finding) bool { return f.Code == "play-length" && f.Warning })
	}
	if !warned(src) {
		t.Error("a play of one minute is long enough")
	}
	more := strings.Repeat(" And on and on.", 10)
	lines := strings.Split(src, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, "CALLER: ") || strings.HasPrefix(l, "> ") {
			lines[i] += more
		}
	}
	if warned(strings.Join(lines, "\n")) {
		t.Error("a play of some minutes is too short or too long")
	}
}

// A search that its budget ends decides nothing.
func TestBudgetLeavesUndecided(t *testing.T) {
	_, w := calltest.Scoring(t)
	c := calltest.Compile(t, "sound.call", read(t, "testdata/sound.call"))
	r := proof.Prove(c, call.Normal, w, 50)
	if r.Finished || r.Failed() || len(r.Proved) > 0 {
		t.Errorf("with 50 states: finished %v, findings %v, proved %v", r.Finished, r.Findings, r.Proved)
	}
	for _, p := range proof.Properties {
		if (p.Group != proof.Text || p.Code == "play-length") && !slices.Contains(r.Undecided, p.Code) {
			t.Errorf("%s is not undecided", p.Code)
		}
	}
}

// Without an ending nothing else is judged, and nothing else is blamed.
func TestNoEndingIsToldAlone(t *testing.T) {
	_, w := calltest.Scoring(t)
	c := calltest.Compile(t, "no-ending", read(t, "testdata/broken/no-ending.call"))
	r := proof.Prove(c, call.Normal, w, solve.DefaultBudget)
	if !r.Finished || !r.Failed() || len(r.Findings) != 1 || slices.Contains(r.Undecided, "no-ending") || !slices.Contains(r.Undecided, "few-stakes") {
		t.Errorf("finished %v, findings %v, undecided %v", r.Finished, r.Findings, r.Undecided)
	}
}
