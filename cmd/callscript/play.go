package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
)

const playUsage = "play FILE [--seed N] [--setting gentle|normal|hard] [--variant NAME] [--mode practice|assessed] [--moves MOVE,MOVE,... | --random N] [--json]"

// playOptions are the words behind play.
type playOptions struct {
	file     string
	seed     uint64
	setting  call.Setting
	variant  string // "": the first
	practice bool
	moves    string
	given    bool // --moves was given, be it empty
	random   int  // plays drawn at random; 0: none
	json     bool
}

// play plays a call: the moves given, or one typed at the terminal, or many
// drawn at random.
func play(s streams, args []string) error {
	o, err := playArgs(args)
	if err != nil {
		return err
	}
	by, err := shippedScoring()
	if err != nil {
		return err
	}
	c, err := playable(s, o.file, o.variant, by.rubric)
	if err != nil {
		return err
	}
	if o.random > 0 {
		ctx, free := signal.NotifyContext(context.Background(), os.Interrupt)
		defer free()
		return playRandom(ctx, s, c, by.weights, o)
	}
	r := &recording{table: score.NewTable(c, o.setting), case_: c, options: o, weights: by.weights}
	r.begin()
	if o.given {
		err = r.take(strings.Split(o.moves, ","))
	} else {
		talk := s.out
		if o.json {
			talk = s.err // the output is for the JSON alone
		}
		err = r.converse(s.in, talk)
	}
	if err != nil {
		return err
	}
	return r.finish(s.out)
}

func playArgs(args []string) (playOptions, error) {
	o := playOptions{setting: call.Normal}
	flags := newFlags("play")
	flags.Uint64Var(&o.seed, "seed", 1, "")
	settingFlag(flags, func(s call.Setting) { o.setting = s })
	flags.StringVar(&o.variant, "variant", "", "")
	mode := flags.String("mode", "practice", "")
	flags.StringVar(&o.moves, "moves", "", "")
	flags.IntVar(&o.random, "random", 0, "")
	flags.BoolVar(&o.json, "json", false, "")
	left, err := parse(flags, args)
	if err != nil {
		return o, err
	}
	drawn := false
	flags.Visit(func(f *flag.Flag) {
		o.given = o.given || f.Name == "moves"
		drawn = drawn || f.Name == "random"
	})
	if o.file, err = oneFile(left, "play"); err != nil {
		return o, err
	}
	o.practice = *mode == "practice"
	switch {
	case !o.practice && *mode != "assessed":
		return o, usageError{fmt.Errorf("there is no mode %q; there are practice and assessed", *mode)}
	case drawn && o.random < 1:
		return o, usageError{errors.New("--random is how many calls to play, 1 or more")}
	case drawn && o.given:
		return o, usageError{errors.New("give --moves to play those, or --random to have them drawn, not both")}
	case !o.practice && o.setting != call.Normal:
		return o, usageError{errors.New("assessed calls are always played in the normal setting")}
	}
	return o, nil
}

// recording is a play as it grows: the moves that stand and what led there.
type recording struct {
	table   *score.Table
	case_   *call.Case
	options playOptions
	weights rubric.Weights

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
	x, err := solve.Solve(r.case_, r.options.setting, r.weights, solve.DefaultBudget)
	if err != nil {
		return err
	}
	card, err := score.Score(r.table, score.Play{Setting: r.options.setting, Moves: r.moves, Hints: r.hints}, r.weights, x.Scale)
	if err != nil {
		return err
	}
	p, err := r.report(card, x)
	if err != nil {
		return err
	}
	if r.options.json {
		return printJSON(out, p)
	}
	return p.writeText(out)
}
