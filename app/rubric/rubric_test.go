package rubric_test

import (
	"errors"
	"strings"
	"testing"

	"keepcool/app/rubric"
	"keepcool/scenarios"
)

func read(t *testing.T, name string) string {
	t.Helper()
	src, err := scenarios.FS.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func parse(t *testing.T, src string) *rubric.Rubric {
	t.Helper()
	r, err := rubric.Parse([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestShippedRubric(t *testing.T) {
	r := parse(t, read(t, "rubric.json"))
	b, ok := r.Find("argue")
	if !ok || b.Key != rubric.Cool || !b.Critical || !b.Fault() || b.Strength() || b.Source != "P2" {
		t.Errorf("argue is %+v", b)
	}
	if i, ok := r.Index("argue"); !ok || r.Behaviours[i].ID != "argue" {
		t.Errorf("Index(argue) = %d, %v", i, ok)
	}
	if _, ok := r.Find("flatter"); ok {
		t.Error("found a behaviour that is not there")
	}
	if _, ok := r.Index("flatter"); ok {
		t.Error("found the place of a behaviour that is not there")
	}
	if k, _ := r.Find(rubric.KeepPromise); !k.Strength() || k.Points != 0 {
		t.Errorf("keep-promise is %+v", k)
	}
	if g, _ := r.Find("tell-on-another-client"); g.Key != rubric.Gate || !g.Fault() {
		t.Errorf("tell-on-another-client is %+v", g)
	}
	if r.HoldPatience != 2 || r.BreathePatience != 1 || r.Outcome.Value != 24 {
		t.Errorf("numbers beside the behaviours: %+v", r)
	}
}

func TestATempersOwnEffectReplacesTheOther(t *testing.T) {
	r := parse(t, read(t, "rubric.json"))
	b, _ := r.Find("argue")
	if got, want := b.Effect("terse"), (rubric.Effect{Heat: 2, Trust: -3}); got != want {
		t.Errorf("terse: %+v, want %+v", got, want)
	}
	if got, want := b.Effect("proud"), (rubric.Effect{Heat: 3, Trust: -3}); got != want {
		t.Errorf("proud: %+v, want %+v", got, want)
	}
	p, _ := r.Find("pause")
	if got, want := p.Effect("anxious"), (rubric.Effect{}); got != want {
		t.Errorf("an entry that is empty must replace too: %+v", got)
	}
}

func TestEveryMistakeIsTold(t *testing.T) {
	good := read(t, "rubric.json")
	for code, change := range map[string][2]string{
		"unreadable":        {`"outcome"`, `"outcomes"`},
		"newer-version":     {`"version": 1`, `"version": 2`},
		"no-version":        {`"version": 1`, `"version": 0`},
		"unknown-key":       {`"key": "cool"`, `"key": "warm"`},
		"unknown-temper":    {`"terse": {"trust": 1}`, `"teres": {"trust": 1}`},
		"bad-points":        {`"points": 4, "source": "E2"`, `"points": 0, "source": "E2"`},
		"bad-critical":      {`"points": -16, "critical": true, "source": "P2"`, `"points": 16, "critical": true, "source": "P2"`},
		"bad-gate":          {`"key": "gate", "points": 0`, `"key": "gate", "points": -4`},
		"bad-patience":      {`"patience": -3`, `"patience": 3`},
		"bad-effect":        {`"heat": 3`, `"heat": 4`},
		"bad-number":        {`"hold": 2`, `"hold": 0`},
		"duplicate-id":      {`"id": "belittle"`, `"id": "argue"`},
		"repeated-field":    {`"key": "cool", "points": 4`, `"key": "cool", "points": 5, "points": 4`},
		"missing-behaviour": {`"id": "cut-in"`, `"id": "cut-out"`},
		"no-source":         {`"source": "E2"`, `"source": ""`},
		"no-sentence":       {`whatever mood is on the line."`, `whatever mood is on the line"`},
		"bad-id":            {`"id": "argue"`, `"id": "Argue!"`},
		"no-effect":         {`"any": {"heat": 3, "trust": -3}`, `"proud": {"heat": 3, "trust": -3}`},
	} {
		if !strings.Contains(good, change[0]) {
			t.Errorf("%s: the rubric no longer holds %q", code, change[0])
			continue
		}
		_, err := rubric.Parse([]byte(strings.Replace(good, change[0], change[1], 1)))
		if !has(err, code) {
			t.Errorf("%s was not reported: %v", code, err)
		}
	}
}

func TestAllMistakesComeAtOnce(t *testing.T) {
	src := read(t, "rubric.json")
	src = strings.Replace(src, `"key": "cool"`, `"key": "warm"`, 1)
	src = strings.Replace(src, `"id": "belittle"`, `"id": "belittle", "colour": "red"`, 1)
	src = strings.Replace(src, `"points": 8, "source": "T10"`, `"points": 7, "source": "T10"`, 1)
	_, err := rubric.Parse([]byte(src))
	for _, code := range []string{"unknown-key", "unreadable", "bad-points"} {
		if !has(err, code) {
			t.Errorf("%s is missing from: %v", code, err)
		}
	}
	for _, p := range problems(err) {
		if !strings.HasSuffix(p.Message, ".") {
			t.Errorf("%q is no sentence", p.Message)
		}
	}
}

func TestHashIsOfTheMeaning(t *testing.T) {
	src := read(t, "rubric.json")
	h := parse(t, src).Hash()
	if len(h) != 64 {
		t.Fatalf("hash %q", h)
	}
	if other := parse(t, strings.ReplaceAll(src, "\n", "\n\t ")).Hash(); other != h {
		t.Error("layout changed the hash")
	}
	for _, change := range [][2]string{
		{`"points": 4, "source": "E2"`, `"points": 5, "source": "E2"`},
		{`"heat": 3`, `"heat": 2`},
		{`"concern": 8`, `"concern": 9`},
		{`whatever mood is`, `whichever mood is`},
	} {
		if parse(t, strings.Replace(src, change[0], change[1], 1)).Hash() == h {
			t.Errorf("the change %q left the hash as it was", change)
		}
	}
}

func TestWeights(t *testing.T) {
	src := read(t, "weights.json")
	w, err := rubric.ParseWeights([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if want := (rubric.Weights{Key: [4]int{30, 35, 15, 20}, PassOverall: 80, PassKey: 60}); w != want {
		t.Errorf("got %+v, want %+v", w, want)
	}
	other := w
	other.PassKey = 50
	if other.Hash() == w.Hash() {
		t.Error("the pass rule does not count in the hash")
	}
	for code, change := range map[string][2]string{
		"bad-sum":        {"30", "31"},
		"unknown-key":    {"cool", "warm"},
		"missing-weight": {"cool", "warm"},
		"bad-number":     {"80", "180"},
		"missing-pass":   {`"pass": {"overall": 80, "key": 60}`, `"version": 1`},
		"repeated-field": {`"bases": 35`, `"bases": 30, "bases": 35`},
		"unreadable":     {`"overall"`, `"all"`},
	} {
		if _, err := rubric.ParseWeights([]byte(strings.Replace(src, change[0], change[1], 1))); !has(err, code) {
			t.Errorf("%s was not reported: %v", code, err)
		}
	}
}

func TestRows(t *testing.T) {
	src := read(t, "methods.json")
	rows, err := rubric.ParseRows([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) < 50 {
		t.Errorf("only %d teachings", len(rows))
	}
	for code, change := range map[string][2]string{
		"duplicate-id": {`"id": "K2"`, `"id": "K1"`},
		"empty-field":  {`"from": "house"`, `"from": ""`},
		"unreadable":   {`"where"`, `"when"`},
		"unknown-part": {`"part": "during"`, `"part": "then"`},
	} {
		if _, err := rubric.ParseRows([]byte(strings.Replace(src, change[0], change[1], 1))); !has(err, code) {
			t.Errorf("%s was not reported: %v", code, err)
		}
	}
}

func problems(err error) rubric.Problems {
	var ps rubric.Problems
	errors.As(err, &ps)
	return ps
}

func has(err error, code string) bool {
	for _, p := range problems(err) {
		if p.Code == code {
			return true
		}
	}
	return false
}
