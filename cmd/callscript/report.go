package main

import (
	"fmt"
	"io"
	"strings"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
)

// report is a finished play as it is printed.
type report struct {
	Scenario   string       `json:"scenario"`
	Title      string       `json:"title"`
	Hash       string       `json:"hash"`
	Rules      int          `json:"rules"`
	Setting    string       `json:"setting"`
	Variant    string       `json:"variant,omitempty"`
	Mode       string       `json:"mode"`
	Seed       uint64       `json:"seed"`
	Transcript []entry      `json:"transcript"`
	Moves      []movePlayed `json:"moves"`
	Card       score.Card   `json:"card"`
	Verdict    string       `json:"rule"`
	BestLine   []string     `json:"best_line"`
}

type entry struct {
	Who  string `json:"who"`
	Text string `json:"text"`
	Tone string `json:"tone,omitempty"`
}

type movePlayed struct {
	Move     string       `json:"move"`
	Before   moods        `json:"before"`
	After    moods        `json:"after"`
	Points   score.Points `json:"points"`
	Evidence []evidence   `json:"evidence,omitempty"`
	Regret   score.Points `json:"regret"`
	Cost     float64      `json:"cost"`
	Better   string       `json:"better,omitempty"`
}

type moods struct {
	Heat      int `json:"heat"`
	Trust     int `json:"trust"`
	Confusion int `json:"confusion"`
	Patience  int `json:"patience"`
}

type evidence struct {
	Key    string `json:"key"`
	What   string `json:"what"`
	Points int    `json:"points"`
	Words  string `json:"words,omitempty"`
	Source string `json:"source,omitempty"`
}

// variantOf is the name of the variant that a case is, "" where there is one only.
func variantOf(c *call.Case) string {
	_, name := c.Scenario.Variant()
	return name
}

// playedIn is the setting and the variant in words.
func playedIn(setting, variant string) string {
	if variant == "" {
		return setting
	}
	return setting + ", variant " + variant
}

func moodsOf(s call.State) moods {
	return moods{int(s.Heat), int(s.Trust), int(s.Conf), int(s.Patience)}
}

func (r *recording) report(card score.Card, x *solve.Solution) (*report, error) {
	c := r.case_
	mode := "assessed"
	if r.options.practice {
		mode = "practice"
	}
	p := &report{
		Scenario: c.Scenario.ID, Title: c.Scenario.Title, Hash: c.Scenario.Hash(), Rules: call.Rules,
		Setting: r.options.setting.String(), Variant: variantOf(c), Mode: mode, Seed: r.options.seed, Card: card,
		Verdict: card.Rule.String(), Moves: []movePlayed{}, BestLine: []string{},
	}
	for _, s := range r.said {
		p.Transcript = append(p.Transcript, r.entry(s))
	}
	for i, m := range r.moves {
		after := r.state
		if i+1 < len(r.states) {
			after = r.states[i+1]
		}
		j, err := x.Judge(r.states[i], m)
		if err != nil {
			return nil, err
		}
		mp := movePlayed{
			Move: c.Format(m), Before: moodsOf(r.states[i]), After: moodsOf(after),
			Regret: j.Regret, Cost: j.Cost,
		}
		if j.HasBetter {
			mp.Better = c.Format(j.Better)
		}
		for _, it := range card.Items {
			if it.Move == i {
				mp.Evidence = append(mp.Evidence, r.evidence(it, m))
				if it.Key != rubric.Gate {
					mp.Points[it.Key] += it.Points
				}
			}
		}
		p.Moves = append(p.Moves, mp)
	}
	line, err := x.BestLine(c.Start(r.options.setting))
	for _, m := range line {
		p.BestLine = append(p.BestLine, c.Format(m))
	}
	return p, err
}

func (r *recording) entry(s call.Said) entry {
	switch s.Voice {
	case call.TheCaller:
		return entry{r.case_.Who(s.Call), s.Text, s.Tone}
	case call.TheTrainee:
		return entry{Who: "You", Text: s.Text}
	}
	if s.Text == "" {
		return entry{Text: ending(s.Event)}
	}
	return entry{Text: s.Text}
}

func ending(e call.EventKind) string {
	switch e {
	case call.CallEnded:
		return "The call has ended."
	case call.CallCut:
		return "The caller hangs up."
	case call.CallDropped:
		return "You hang up."
	case call.PromiseLapsed:
		return "The promise was never kept."
	}
	return ""
}

func (r *recording) evidence(it score.Item, m call.Move) evidence {
	e := evidence{Key: it.Key.String(), Points: it.Points}
	switch it.Reason {
	case score.ForBehaviour:
		b := r.case_.Rubric.Behaviours[it.Behaviour]
		e.What, e.Source = b.ID, b.Source
		if it.Shown >= 0 {
			e.Words = r.case_.Replies[m.Reply].Script.Shows[it.Shown].Words
		}
	case score.ForConcern:
		e.What = "settled " + r.case_.Scenario.Concerns[it.Concern].ID
	case score.ForCalm:
		e.What = "calmer than at the start"
	case score.ForValue:
		e.What = "given what this caller values"
	case score.ForPromise:
		e.What = "a promise with a good hour"
	case score.ForFollowUp:
		e.What = "promise " + r.case_.WordName(m)
	}
	return e
}

func (p *report) writeText(out io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s (%s, %s)\n\n", p.Title, playedIn(p.Setting, p.Variant), p.Mode)
	for _, e := range p.Transcript {
		writeEntry(&b, e)
	}
	b.WriteString("\nThe moves\n")
	for i, m := range p.Moves {
		fmt.Fprintf(&b, "%3d. %s\n     heat %d to %d, trust %d to %d, confusion %d to %d, patience %d to %d\n", i+1, m.Move,
			m.Before.Heat, m.After.Heat, m.Before.Trust, m.After.Trust, m.Before.Confusion, m.After.Confusion, m.Before.Patience, m.After.Patience)
		for _, e := range m.Evidence {
			fmt.Fprintf(&b, "     %+d %s: %s", e.Points, e.Key, e.What)
			if e.Words != "" {
				fmt.Fprintf(&b, " “%s”", e.Words)
			}
			if e.Source != "" && e.Source != rubric.Common {
				fmt.Fprintf(&b, " [%s]", e.Source)
			}
			b.WriteString("\n")
		}
		if m.Better != "" {
			fmt.Fprintf(&b, "     cost %.1f; better: %s\n", m.Cost, m.Better)
		}
	}
	b.WriteString("\nThe scorecard\n")
	for k, s := range p.Card.Keys {
		open := ""
		if !s.Final {
			open = ", open"
		}
		fmt.Fprintf(&b, "  %-18s %3d  (%d of %d points, %d of them outcome%s)\n", score.KeyWords(rubric.Key(k)), score.Shown(s.Score), s.Points, s.Best, s.Outcome, open)
	}
	fmt.Fprintf(&b, "  %-18s %3d  %s\n  %s\n", "overall", score.Shown(p.Card.Overall), p.Card.Verdict, p.Verdict)
	if p.Card.Caller > 0 {
		fmt.Fprintf(&b, "  the caller's own verdict: %d of 5\n", p.Card.Caller)
	}
	fmt.Fprintf(&b, "  the best call: %s\n", strings.Join(p.BestLine, ","))
	return printText(out, b.String())
}

func writeEntry(b *strings.Builder, e entry) {
	switch {
	case e.Who == "":
		fmt.Fprintf(b, "    [%s]\n", e.Text)
	case e.Tone != "":
		fmt.Fprintf(b, "%s (%s): %s\n", e.Who, e.Tone, e.Text)
	default:
		fmt.Fprintf(b, "%s: %s\n", e.Who, e.Text)
	}
}
