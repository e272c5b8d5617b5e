package call_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
)

// record writes the corpus of the present rules, where there is none yet:
// go test ./app/call -run Corpus -record
var record = flag.Bool("record", false, "write the corpus of a new rules number")

// The corpus is recorded plays with every state they led to and the scorecard
// they got, in a folder named by the rules number, beside the scripts, the
// rubric and the weights they were played from. An attempt must replay to the
// same states and the same score for ever, so a play that leads elsewhere asks
// for a new rules number, never for a new recording under the old one.
func TestCorpusReplaysUnderTheSameRules(t *testing.T) {
	folder := filepath.Join("testdata", "rules", fmt.Sprint(call.Rules))
	scripts, err := filepath.Glob(filepath.Join(folder, "*.call"))
	if err != nil || len(scripts) == 0 {
		t.Fatalf("the rules number %d has no corpus: put the scripts, the rubric and the weights into %s, then go test ./app/call -run Corpus -record", call.Rules, folder)
	}
	r, err := rubric.Parse(contents(t, filepath.Join(folder, "rubric.json")))
	if err != nil {
		t.Fatal(err)
	}
	w, err := rubric.ParseWeights(contents(t, filepath.Join(folder, "weights.json")))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range scripts {
		name := strings.TrimSuffix(file, ".call")
		t.Run(filepath.Base(name), func(t *testing.T) {
			s, problems := script.Parse(file, contents(t, file))
			if script.Errors(problems) {
				t.Fatal(problems)
			}
			cases, problems := call.CompileAll(s, r)
			if cases == nil {
				t.Fatal(problems)
			}
			b := book{w: w, cases: cases}
			if *record {
				b.write(t, name+".plays")
				return
			}
			b.compare(t, name+".plays")
		})
	}
}

func contents(t *testing.T, path string) []byte {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

// A book is the recorded plays of one script.
type book struct {
	w     rubric.Weights
	cases []*call.Case
}

const recordedPlays = 24 // of each variant in each setting

func (b book) write(t *testing.T, path string) {
	if _, err := os.Stat(path); err == nil {
		t.Fatalf("%s is recorded already; a change of the rules raises call.Rules", path)
	}
	var out strings.Builder
	for v, c := range b.cases {
		for _, set := range call.Settings {
			for n := range recordedPlays {
				rng := rand.New(rand.NewPCG(uint64(n), uint64(v)<<8|uint64(set)))
				out.WriteString(b.play(t, v, set, drawn(c, set, rng)))
			}
		}
	}
	if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (b book) compare(t *testing.T, path string) {
	plays := strings.SplitAfter(string(contents(t, path)), "\n\n")
	if len(plays) < 3*recordedPlays {
		t.Fatalf("%s has only %d plays", path, len(plays))
	}
	for _, want := range plays {
		if want == "" {
			continue
		}
		lines := strings.Split(want, "\n")
		var v int
		var setting string
		if _, err := fmt.Sscanf(lines[0], "play of variant %d, %s", &v, &setting); err != nil {
			t.Fatalf("%q: %v", lines[0], err)
		}
		set, _ := call.ParseSetting(setting)
		var moves []string
		for _, l := range lines[2:] {
			if move, _, ok := strings.Cut(l, " -> "); ok {
				moves = append(moves, strings.TrimSpace(move))
			}
		}
		if got := b.play(t, v, set, moves); got != want {
			t.Fatalf("a recorded play leads elsewhere under rules number %d.\nrecorded:\n%s\nnow:\n%s", call.Rules, want, got)
		}
	}
}

// drawn is a play drawn at random, with every move and word the rules know.
func drawn(c *call.Case, set call.Setting, rng *rand.Rand) []string {
	var out []string
	for s := c.Start(set); !s.Stage.Over(); {
		m := drawnMove(c, s, rng)
		next, err := c.Step(s, m)
		if err != nil {
			continue // a word this move cannot have
		}
		out, s = append(out, c.Format(m)), next
	}
	return out
}

func drawnMove(c *call.Case, s call.State, rng *rand.Rand) call.Move {
	if s.Stage == call.Promised {
		if c.CanRingInside(s) && rng.IntN(2) == 0 {
			return call.Move{Kind: call.RingInside}
		}
		return call.Move{Kind: call.FollowUp, Word: call.Word(rng.IntN(4))}
	}
	switch n := rng.IntN(40); {
	case n == 0:
		return call.Move{Kind: call.HangUp}
	case n == 1:
		return call.Move{Kind: call.Hold}
	case n == 2:
		return call.Move{Kind: call.Breathe}
	case n < 6:
		return call.Move{Kind: call.ReadBackMove, Word: call.Word(rng.IntN(3))}
	}
	b := c.Beat(s)
	m := call.Move{Kind: call.Reply, Reply: uint16(b.From + rng.IntN(b.To-b.From))}
	if rng.IntN(8) == 0 {
		m.Timing = call.Timing(rng.IntN(3))
	}
	if rng.IntN(2) == 0 {
		m.Word = call.Word(rng.IntN(4))
	}
	return m
}

// play writes a play out: each move with the state after it, then the card.
func (b book) play(t *testing.T, v int, set call.Setting, moves []string) string {
	t.Helper()
	c := b.cases[v]
	var out strings.Builder
	fmt.Fprintf(&out, "play of variant %d, %s\n", v, set)
	s := c.Start(set)
	fmt.Fprintf(&out, "  %s\n", described(c, s))
	var made []call.Move
	for _, text := range moves {
		m, err := c.ParseMove(text)
		if err == nil {
			s, err = c.Step(s, m)
		}
		if err != nil {
			fmt.Fprintf(&out, "  %s -> %v\n", text, err)
			break
		}
		made = append(made, m)
		fmt.Fprintf(&out, "  %s -> %s\n", text, described(c, s))
	}
	scale, err := solve.Denominators(c, set, solve.DefaultBudget)
	if err != nil {
		t.Fatal(err)
	}
	card, err := score.Score(score.NewTable(c, set), score.Play{Setting: set, Moves: made}, b.w, scale)
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range rubric.Keys {
		key := card.Keys[k]
		fmt.Fprintf(&out, "  %s: %d of %d, outcome %d, final %v\n", k, key.Points, key.Best, key.Outcome, key.Final)
	}
	fmt.Fprintf(&out, "  %.4f %s %s, the caller says %d\n\n", card.Overall, card.Verdict, card.Rule.Code, card.Caller)
	return out.String()
}

// described is a state in words that do not depend on how it is packed.
func described(c *call.Case, s call.State) string {
	stages := [...]string{"talking", "promised", "done", "caller-hung-up", "trainee-hung-up", "lapsed"}
	out := fmt.Sprintf("%s %s heat %d trust %d confusion %d patience %d", c.Beat(s).Script.ID, stages[s.Stage], s.Heat, s.Trust, s.Conf, s.Patience)
	for i, k := range c.Scenario.Concerns {
		switch {
		case s.Has(call.Settled(i)):
			out += " settled:" + k.ID
		case s.Has(call.Found(i)):
			out += " found:" + k.ID
		}
	}
	for _, f := range []struct {
		flag call.Flags
		name string
	}{{call.Given, "given"}, {call.Permission, "permission"}, {call.ReadBack, "read-back"}, {call.Inside, "inside"}} {
		if s.Has(f.flag) {
			out += " " + f.name
		}
	}
	if s.Has(call.HasPromise) {
		out += " promise:" + [...]string{"good", "too-soon", "too-late"}[s.Word()]
	}
	return out
}
