package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/score/chance"
	"keepcool/app/solve"
)

// drawn is what random plays told of a case, as it is printed.
type drawn struct {
	Scenario string `json:"scenario"`
	Title    string `json:"title"`
	Hash     string `json:"hash"`
	Rules    int    `json:"rules"`
	Setting  string `json:"setting"`
	Variant  string `json:"variant,omitempty"`
	Seed     uint64 `json:"seed"`
	Asked    int    `json:"asked"`
	Plays    int    `json:"plays"` // fewer than asked when it was stopped
	Drawn    string `json:"drawn"` // what is drawn, in words

	Passed   int `json:"passed"`
	HungUp   int `json:"hung_up"`
	Promised int `json:"promised"`

	Scores  []spread `json:"scores"` // the overall, then the keys
	Beats   []visits `json:"beats"`  // each list least visited first
	Replies []visits `json:"replies"`
	Lines   []visits `json:"lines"`
}

type spread struct {
	Name   string  `json:"name"`
	Words  string  `json:"-"`
	Min    int     `json:"min"`
	First  int     `json:"first_quartile"`
	Median int     `json:"median"`
	Third  int     `json:"third_quartile"`
	Ninth  int     `json:"ninetieth_percentile"`
	Max    int     `json:"max"`
	Tenths [11]int `json:"tenths"` // 0 to 9, 10 to 19, ... 100
}

type visits struct {
	ID     string `json:"id"`             // of a line: its beat and which of its lines it is, as ring:2
	At     int    `json:"line"`           // in the file
	Visits int    `json:"visits"`         // in all plays
	Text   string `json:"text,omitempty"` // of a line or a reply
}

const whatIsDrawn = "the open replies, and a read-back where one earns, equally often; the promise kept, late or missed, and the call inside the house where it can be made, equally often; every reply in time"

// playRandom draws plays until there are enough or the context is done.
func playRandom(ctx context.Context, s streams, c *call.Case, w rubric.Weights, o playOptions) error {
	scale, err := solve.Denominators(c, o.setting, solve.DefaultBudget)
	if err != nil {
		return err
	}
	t := chance.New(score.NewTable(c, o.setting), w, scale, o.seed)
	told := newProgress(s.err)
	for t.Plays < o.random && ctx.Err() == nil {
		if err := t.Play(); err != nil {
			return err
		}
		told.tell(t.Plays, o.random)
	}
	told.end()
	d := newDrawn(c, t, o)
	if o.json {
		err = printJSON(s.out, d)
	} else {
		err = d.write(s.out)
	}
	if err == nil && t.Plays < o.random {
		err = fmt.Errorf("stopped after %s of %s plays; what is told is of those", thousands(t.Plays), thousands(o.random))
	}
	return err
}

// progress tells on a terminal how far a long run has come.
type progress struct {
	out   io.Writer // nil: nobody watches
	next  time.Time
	shown bool
}

func newProgress(out io.Writer) *progress {
	p := &progress{next: time.Now().Add(time.Second)}
	if f, ok := out.(*os.File); ok {
		if in, err := f.Stat(); err == nil && in.Mode()&os.ModeCharDevice != 0 {
			p.out = f
		}
	}
	return p
}

func (p *progress) tell(done, of int) {
	if p.out == nil || done%64 != 0 || time.Now().Before(p.next) {
		return
	}
	p.next, p.shown = time.Now().Add(200*time.Millisecond), true
	fmt.Fprintf(p.out, "\r%s of %s plays; Ctrl-C stops and tells of those.", thousands(done), thousands(of))
}

func (p *progress) end() {
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

func newDrawn(c *call.Case, t *chance.Tally, o playOptions) *drawn {
	d := &drawn{
		Scenario: c.Scenario.ID, Title: c.Scenario.Title, Hash: c.Scenario.Hash(), Rules: call.Rules,
		Setting: o.setting.String(), Variant: variantOf(c), Seed: o.seed, Asked: o.random, Plays: t.Plays, Drawn: whatIsDrawn,
		Passed: t.Passed, HungUp: t.HungUp, Promised: t.Promised,
		Beats: []visits{}, Replies: []visits{}, Lines: []visits{},
	}
	d.Scores = append(d.Scores, newSpread("overall", "overall", &t.Overall))
	for _, k := range rubric.Keys {
		d.Scores = append(d.Scores, newSpread(k.String(), score.KeyWords(k), &t.Keys[k]))
	}
	for i := range c.Beats {
		b := &c.Beats[i]
		d.Beats = append(d.Beats, visits{b.Script.ID, b.Script.At.Line, t.Beats[i], ""})
		for j := b.LineFrom; j < b.LineTo; j++ {
			l := c.Lines[j].Script
			d.Lines = append(d.Lines, visits{fmt.Sprintf("%s:%d", b.Script.ID, j-b.LineFrom+1), l.At.Line, t.Lines[j], l.Text})
		}
	}
	for i := range c.Replies {
		a := &c.Replies[i]
		d.Replies = append(d.Replies, visits{a.ID, a.Script.At.Line, t.Replies[i], a.Script.Text})
	}
	leastFirst(d.Beats)
	leastFirst(d.Replies)
	leastFirst(d.Lines)
	return d
}

func newSpread(name, words string, s *chance.Spread) spread {
	return spread{
		Name: name, Words: words, Min: s.Quantile(0), First: s.Quantile(25), Median: s.Quantile(50),
		Third: s.Quantile(75), Ninth: s.Quantile(90), Max: s.Quantile(100), Tenths: s.Tenths(),
	}
}
