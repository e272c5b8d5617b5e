package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
	"keepcool/scenarios"
)

const playUsage = "play FILE [--seed N] [--setting gentle|normal|hard] [--mode practice|assessed] [--moves MOVE,MOVE,...] [--json]"

// playOptions are the words behind play.
type playOptions struct {
	file     string
	seed     uint64
	setting  call.Setting
	practice bool
	moves    string
	given    bool // --moves was given, be it empty
	json     bool
}

// play plays a call: the moves given, or one typed at the terminal.
func play(s streams, args []string) int {
	o, err := playArgs(args)
	if err != nil {
		fmt.Fprintf(s.err, "callscript play: %v.\nusage: callscript %s\n", err, playUsage)
		return exitUsage
	}
	t, code := openTable(s, o)
	if t == nil {
		return code
	}
	r := &recording{table: t, case_: t.Case, options: o}
	r.begin()
	if o.given {
		err = r.take(strings.Split(o.moves, ","))
	} else {
		err = r.converse(s.in, s.out)
	}
	if err != nil {
		fmt.Fprintf(s.err, "callscript play: %v.\n", err)
		return exitProblems
	}
	if err := r.finish(s.out); err != nil {
		fmt.Fprintf(s.err, "callscript play: %v.\n", err)
		return exitProblems
	}
	return exitOK
}

func playArgs(args []string) (playOptions, error) {
	var o playOptions
	flags := flag.NewFlagSet("play", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Uint64Var(&o.seed, "seed", 1, "")
	setting := flags.String("setting", "normal", "")
	mode := flags.String("mode", "practice", "")
	flags.StringVar(&o.moves, "moves", "", "")
	flags.BoolVar(&o.json, "json", false, "")
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return o, err
		}
		args = flags.Args()
		if len(args) > 0 {
			if o.file != "" {
				return o, fmt.Errorf("one file at a time; %q is one too many", args[0])
			}
			o.file, args = args[0], args[1:]
		}
	}
	flags.Visit(func(f *flag.Flag) { o.given = o.given || f.Name == "moves" })
	if o.file == "" {
		return o, errors.New("name the file to play")
	}
	var ok bool
	if o.setting, ok = call.ParseSetting(*setting); !ok {
		return o, fmt.Errorf("there is no setting %q; there are gentle, normal and hard", *setting)
	}
	o.practice = *mode == "practice"
	if !o.practice && *mode != "assessed" {
		return o, fmt.Errorf("there is no mode %q; there are practice and assessed", *mode)
	}
	if !o.practice && o.setting != call.Normal {
		return o, errors.New("assessed calls are always played in the normal setting")
	}
	return o, nil
}

// openTable compiles the file; a nil table comes with the code to end with.
func openTable(s streams, o playOptions) (*score.Table, int) {
	src, err := os.ReadFile(o.file)
	if err != nil {
		fmt.Fprintf(s.err, "callscript play: %v.\n", err)
		return nil, exitUsage
	}
	r, err := shippedRubric()
	if err != nil {
		fmt.Fprintf(s.err, "callscript play: the rubric cannot be read.\n%v\n", err)
		return nil, exitProblems
	}
	sc, problems := script.Parse(o.file, src)
	var c *call.Case
	if !script.Errors(problems) {
		c, problems = call.Compile(sc, r)
		problems = script.Located(problems, o.file, src)
	}
	if c == nil {
		_ = printProblems(s.err, problems, 1)
		return nil, exitProblems
	}
	return score.NewTable(c, o.setting), exitOK
}

// recording is a play as it grows: the moves that stand and what led there.
type recording struct {
	table   *score.Table
	case_   *call.Case
	options playOptions

	state  call.State
	moves  []call.Move
	states []call.State // before each move
	said   []call.Said
	cuts   []int // length of said before each move
	hints  int
}

func (r *recording) begin() {
	var events []call.Event
	r.state, events = r.case_.Begin(r.options.setting, nil)
	r.said = r.case_.Tell(nil, r.state, call.Move{}, -1, r.state, events)
}

// take plays written moves and entries.
func (r *recording) take(words []string) error {
	for i, w := range words {
		if w = strings.TrimSpace(w); w == "" {
			continue
		}
		if err := r.one(w); err != nil {
			return fmt.Errorf("move %d, %s: %w", i+1, w, err)
		}
	}
	return nil
}

func (r *recording) one(word string) error {
	switch word {
	case "hint", "back":
		if !r.options.practice {
			return fmt.Errorf("%s belongs to practice", word)
		}
		if word == "hint" {
			r.hints++
			return nil
		}
		return r.back()
	}
	m, err := r.case_.ParseMove(word)
	if err != nil {
		return err
	}
	next, events, err := r.case_.Apply(r.state, m, nil)
	if err != nil {
		return err
	}
	r.cuts = append(r.cuts, len(r.said))
	r.said = r.case_.Tell(r.said, r.state, m, len(r.moves), next, events)
	r.moves, r.states, r.state = append(r.moves, m), append(r.states, r.state), next
	return nil
}

func (r *recording) back() error {
	n := len(r.moves) - 1
	if n < 0 || r.state.Stage != call.Talking || r.moves[n].Kind == call.FollowUp {
		return errors.New("there is no move to take back")
	}
	r.said, r.state = r.said[:r.cuts[n]], r.states[n]
	r.moves, r.states, r.cuts = r.moves[:n], r.states[:n], r.cuts[:n]
	return nil
}

// finish scores the play and prints it.
func (r *recording) finish(out io.Writer) error {
	src, err := scenarios.FS.ReadFile("weights.json")
	if err != nil {
		return err
	}
	w, err := rubric.ParseWeights(src)
	if err != nil {
		return err
	}
	x, err := solve.Solve(r.case_, r.options.setting, w, solve.DefaultBudget)
	if err != nil {
		return err
	}
	card, err := score.Score(r.table, score.Play{Setting: r.options.setting, Moves: r.moves, Hints: r.hints}, w, x.Scale)
	if err != nil {
		return err
	}
	p, err := r.report(card, x)
	if err != nil {
		return err
	}
	if r.options.json {
		return p.writeJSON(out)
	}
	return p.writeText(out)
}
