package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"keepcool/app/call"
	"keepcool/app/score"
	"keepcool/app/score/plays"
	"keepcool/app/script"
	"keepcool/app/solve"
)

const testUsage = "test [PATH...] [--update] [--require] [--json]"

// testOptions are the words behind test.
type testOptions struct {
	named   []string // the paths as they were given
	paths   []string // the scripts among them
	update  bool     // bless what was found
	require bool     // a scenario without plays fails
	json    bool
}

// tested is one scenario with its plays, as it is printed.
type tested struct {
	File     string              `json:"file,omitempty"`
	Scenario string              `json:"scenario,omitempty"`
	Beside   string              `json:"plays_file"`
	Missing  bool                `json:"missing,omitempty"` // there is no file of plays
	Script   []script.Diagnostic `json:"script_problems,omitempty"`
	Problems []plays.Problem     `json:"problems,omitempty"` // of the file of plays
	Plays    []testedPlay        `json:"plays,omitempty"`
	Blessed  int                 `json:"blessed,omitempty"` // plays that --update gave new results
	Error    string              `json:"error,omitempty"`   // why the plays cannot be read or written
}

type testedPlay struct {
	Line        int                `json:"line"`
	Kind        string             `json:"kind"`
	Setting     string             `json:"setting"`
	Variant     string             `json:"variant,omitempty"`
	Holds       bool               `json:"holds"`
	Blessed     bool               `json:"blessed"`
	Score       string             `json:"score,omitempty"`
	Ending      string             `json:"ending,omitempty"`
	Differences []plays.Difference `json:"differences,omitempty"`
	Moved       string             `json:"first_key_moved,omitempty"`
	Problem     string             `json:"problem,omitempty"` // why it cannot be played
	Blocked     int                `json:"blocked_at,omitempty"`
	Band        string             `json:"outside_band,omitempty"`
}

// test makes the plays written beside each scenario among the paths.
func test(s streams, args []string) error {
	o, err := testArgs(args)
	if err != nil {
		return err
	}
	by, err := shippedScoring()
	if err != nil {
		return err
	}
	all := []tested{}
	hold := true
	for _, path := range orphans(o) {
		hold = false
		all = append(all, tested{Beside: path, Error: path + " has no script of its name beside it. Give it the name of its scenario"})
	}
	for _, path := range o.paths {
		t := testFile(path, by, o)
		if t.Missing && o.translated(path) {
			continue // the same case: the plays beside its original are its own
		}
		hold = hold && t.holds(o)
		all = append(all, t)
	}
	if o.json {
		err = printJSON(s.out, all)
	} else {
		err = printTested(s.out, all, o)
	}
	if err == nil && !hold {
		err = errTold
	}
	return err
}

// translated reports whether a script is called as the translation of another
// among the paths: soup.ms.call beside soup.call.
func (o testOptions) translated(path string) bool {
	name := strings.TrimSuffix(path, filepath.Ext(path))
	original := strings.TrimSuffix(name, filepath.Ext(name)) + filepath.Ext(path)
	return filepath.Ext(name) != "" && slices.Contains(o.paths, original)
}

func testArgs(args []string) (testOptions, error) {
	var o testOptions
	flags := newFlags("test")
	flags.BoolVar(&o.update, "update", false, "")
	flags.BoolVar(&o.require, "require", false, "")
	flags.BoolVar(&o.json, "json", false, "")
	left, err := parse(flags, args)
	if err != nil {
		return o, err
	}
	if len(left) == 0 {
		left = []string{"."}
	}
	o.named = slices.Clone(left)
	for i, path := range left {
		if name, ok := strings.CutSuffix(path, ".plays"); ok {
			if _, err := os.Stat(path); err != nil {
				return o, usageError{notFound(path)}
			}
			left[i] = name + ".call"
		}
	}
	o.paths, err = scripts(left)
	return o, err
}

// orphans are the files of plays, in the folders named, that no script stands
// beside: a renamed scenario would otherwise lose its plays in silence.
func orphans(o testOptions) []string {
	var all []string
	for _, path := range o.named {
		_ = filepath.WalkDir(path, func(at string, e fs.DirEntry, err error) error {
			own := func(script string) bool { return beside(script) == at }
			if err == nil && !e.IsDir() && filepath.Ext(at) == ".plays" && !slices.ContainsFunc(o.paths, own) {
				all = append(all, at)
			}
			return nil
		})
	}
	return all
}

// beside is where the plays of a script are written.
func beside(path string) string {
	return strings.TrimSuffix(path, filepath.Ext(path)) + ".plays"
}

func testFile(path string, by scoring, o testOptions) tested {
	t := tested{File: path, Beside: beside(path)}
	src, err := os.ReadFile(t.Beside)
	switch {
	case errors.Is(err, os.ErrNotExist):
		t.Missing = true
		return t
	case err != nil:
		t.Error = fmt.Sprintf("%s cannot be read: %v", t.Beside, err)
		return t
	}
	f := compile(path, by.rubric)
	if f.cases == nil {
		t.Script = f.problems
		return t
	}
	t.Scenario = f.scenario.ID
	var file *plays.File
	file, t.Problems = plays.Parse(src)
	results := map[int]plays.Result{}
	judge := judge{file: f, by: by, tables: map[played]*score.Table{}, scales: map[played]score.Scale{}}
	for i, p := range file.Plays {
		r, err := judge.run(p)
		if err == nil {
			results[i] = r
		}
		t.Plays = append(t.Plays, compare(p, r, err))
	}
	if o.update {
		t.bless(file, src, results)
	}
	return t
}

// bless writes the new results; what fails for another reason goes on failing.
func (t *tested) bless(file *plays.File, before []byte, results map[int]plays.Result) {
	after := file.Bless(results)
	if string(after) == string(before) {
		return
	}
	if err := replaceFile(t.Beside, after); err != nil {
		t.Error = fmt.Sprintf("%s cannot be written: %v", t.Beside, err)
		return
	}
	again, _ := plays.Parse(after)
	for i, p := range again.Plays {
		if r, ok := results[i]; ok && !reflect.DeepEqual(p.Want, file.Plays[i].Want) {
			t.Blessed++
			t.Plays[i] = compare(p, r, nil)
		}
	}
}

// compare is a play as it is told: its result against what was blessed.
func compare(p plays.Play, r plays.Result, err error) testedPlay {
	t := testedPlay{Line: p.Line, Kind: p.Kind, Setting: p.Setting.String(), Variant: p.Variant, Blessed: p.Want.Blessed()}
	var blocked *plays.Blocked
	if errors.As(err, &blocked) {
		t.Blocked = blocked.Number
	}
	if err != nil {
		text := sentence(err)
		t.Problem = strings.ToUpper(text[:1]) + text[1:]
		return t
	}
	t.Score, t.Ending, t.Differences = r.Score(), r.Ending, p.Want.Against(r)
	t.Moved = firstMoved(t.Differences)
	if b, ok := plays.BandOf(p.Kind); ok && !b.Holds(r.Card.Overall) {
		t.Band = b.String()
	}
	t.Holds = t.Blessed && len(t.Differences) == 0 && t.Band == ""
	return t
}

func (t *tested) holds(o testOptions) bool {
	if t.Error != "" || len(t.Script) > 0 || len(t.Problems) > 0 || t.Missing && o.require {
		return false
	}
	for _, p := range t.Plays {
		if !p.Holds {
			return false
		}
	}
	return true
}

// A judge makes the plays of one scenario; a scale is searched once for a
// variant and a setting.
type judge struct {
	file   compiled
	by     scoring
	tables map[played]*score.Table
	scales map[played]score.Scale
}

// played is what a scale belongs to.
type played struct {
	variant string
	set     call.Setting
}

func (j *judge) run(p plays.Play) (plays.Result, error) {
	at := played{p.Variant, p.Setting}
	if j.tables[at] == nil {
		c, err := j.file.variant(p.Variant)
		if err != nil {
			return plays.Result{}, err
		}
		scale, err := solve.Denominators(c, p.Setting, solve.DefaultBudget)
		if err != nil {
			return plays.Result{}, err
		}
		j.tables[at], j.scales[at] = score.NewTable(c, p.Setting), scale
	}
	return plays.Run(j.tables[at], j.by.weights, j.scales[at], p)
}
