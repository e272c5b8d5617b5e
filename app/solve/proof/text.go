package proof

import (
	"fmt"
	"math"
	"strings"

	"keepcool/app/call"
)

// A TextReport is what is proved of a case's text, whatever the setting.
type TextReport struct {
	Verdicts

	LongestLine   int      `json:"longest_line"` // in words
	LongestReply  int      `json:"longest_reply"`
	Graded        bool     `json:"graded"`     // false where the language is not English
	LineGrade     float64  `json:"line_grade"` // Flesch-Kincaid, on average
	ReplyGrade    float64  `json:"reply_grade"`
	Strengths     int      `json:"strengths"`   // behaviours that some beat wants
	TwoChances    int      `json:"two_chances"` // of them, wanted and shown at two beats or more
	SingleChances []string `json:"single_chances"`
}

// Minutes are how long a play is spoken.
type Minutes struct {
	First float64 `json:"first_call"`
	All   float64 `json:"all"`
}

const (
	lineWords, replyWords     = 45, 30
	lineGrade, replyGrade     = 8.0, 6.0
	spokenPerMinute           = 150
	spokenLeast, spokenLonger = 4.0, 9.0
)

// Read judges the text of a case: group 6.
func Read(c *call.Case) *TextReport {
	t := &TextReport{Verdicts: Verdicts{Findings: []Finding{}, Undecided: []string{}}, SingleChances: []string{}}
	var lines, replies prose
	for _, b := range c.Beats {
		for _, l := range c.Lines[b.LineFrom:b.LineTo] {
			n := measure(l.Script.Text, &lines)
			t.LongestLine = max(t.LongestLine, n)
			if n > lineWords {
				t.find("long-line", l.Script.At.Line, nil, fmt.Sprintf("The caller says %d words here. Nobody can take in more than %d at a time; split the line.", n, lineWords))
			}
		}
		for _, a := range c.Replies[b.From:b.To] {
			n := measure(a.Script.Text, &replies)
			t.LongestReply = max(t.LongestReply, n)
			if n > replyWords {
				t.find("long-reply", a.Script.At.Line, nil, fmt.Sprintf("The reply %s has %d words. More than %d cannot be weighed while somebody waits; shorten it.", a.ID, n, replyWords))
			}
		}
	}
	if lang, _, _ := strings.Cut(c.Scenario.Language, "-"); lang == "en" {
		t.grade(lines, replies)
	}
	t.chances(c)
	t.close(func(p Property) bool { return !p.played() })
	return t
}

// measure counts the words of a text and adds it to what is said.
func measure(text string, said *prose) int {
	if spoken(text) {
		said.add(text)
	}
	return len(strings.Fields(text))
}

func (t *TextReport) grade(lines, replies prose) {
	t.Graded = true
	t.LineGrade, t.ReplyGrade = tenth(lines.grade()), tenth(replies.grade())
	if t.LineGrade > lineGrade {
		t.find("hard-lines", 0, nil, fmt.Sprintf("The caller's lines read at grade %.1f on average; %.0f is the most. Use shorter words and sentences.", t.LineGrade, lineGrade))
	}
	if t.ReplyGrade > replyGrade {
		t.find("hard-replies", 0, nil, fmt.Sprintf("The replies read at grade %.1f on average; %.0f is the most. Use shorter words and sentences.", t.ReplyGrade, replyGrade))
	}
}

// chances counts the beats at which each strength is wanted and can be shown.
func (t *TextReport) chances(c *call.Case) {
	for j, behaviour := range c.Rubric.Behaviours {
		n := 0
		for i := range c.Beats {
			b := &c.Beats[i]
			if b.Wants(j) && shows(c, b, j, behaviour.ID) {
				n++
			}
		}
		if n == 0 {
			continue
		}
		t.Strengths++
		if n > 1 {
			t.TwoChances++
		} else {
			t.SingleChances = append(t.SingleChances, behaviour.ID)
		}
	}
}

func shows(c *call.Case, b *call.Beat, j int, id string) bool {
	if b.WantsReadBack && id == "read-back" {
		return true
	}
	for i := b.From; i < b.To; i++ {
		if c.Replies[i].ShowsBehaviour(j) {
			return true
		}
	}
	return false
}

// Spoken is how long moves take to say at 150 words a minute, the caller's
// lines with the replies. What is done and not said takes no time.
func Spoken(c *call.Case, set call.Setting, moves []call.Move) Minutes {
	var words [2]int // first call, later calls
	hear := func(s call.State, text string) {
		if spoken(text) {
			words[min(1, c.Beat(s).Call)] += len(strings.Fields(text))
		}
	}
	s, events := c.Begin(set, nil)
	for i := 0; ; i++ {
		for _, e := range events {
			if e.Kind == call.LineSaid {
				hear(s, c.Lines[e.Index].Script.Text)
			}
		}
		if i == len(moves) {
			break
		}
		m := moves[i]
		if m.Kind == call.Reply {
			hear(s, c.Replies[m.Reply].Script.Text)
		}
		var err error
		if s, events, err = c.Apply(s, m, events[:0]); err != nil {
			break
		}
	}
	first, later := float64(words[0]), float64(words[1])
	return Minutes{tenth(first / spokenPerMinute), tenth((first + later) / spokenPerMinute)}
}

func (p *prover) judgeLength() {
	if n := p.Minutes.All; n < spokenLeast || n > spokenLonger {
		p.find("play-length", 0, p.Best.Moves, fmt.Sprintf("The best play is spoken in %.1f minutes, all calls together; from %.0f to %.0f is a good length.", n, spokenLeast, spokenLonger))
	}
}

// tenth rounds to one decimal place; what is nearly zero from below is zero.
func tenth(f float64) float64 { return math.Round(10*f)/10 + 0 }
