package flowchart_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/flowchart"
	"keepcool/app/rubric"
	"keepcool/app/solve"
)

var update = flag.Bool("update", false, "write the picture of testdata anew")

const small = "../script/testdata/small.call"

func compile(t *testing.T, path string) (*call.Case, rubric.Weights) {
	t.Helper()
	_, w := calltest.Scoring(t)
	return calltest.File(t, path), w
}

func mark(t *testing.T, c *call.Case, set call.Setting, w rubric.Weights) flowchart.Marks {
	t.Helper()
	m, err := flowchart.Mark(c, set, w, solve.DefaultBudget)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func shipped(t *testing.T) []string {
	t.Helper()
	files, _ := filepath.Glob("../../scenarios/*.call")
	if len(files) == 0 {
		t.Fatal("there are no scenarios")
	}
	return append(files, small, "../call/testdata/small.call")
}

// words are the texts of a picture, and its tool tips.
func words(t *testing.T, picture []byte) (texts, tips string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(picture))
	var in []string
	var text, tip strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return text.String(), tip.String()
		}
		if err != nil {
			t.Fatalf("the picture is no XML: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = append(in, token.Name.Local)
		case xml.EndElement:
			in = in[:len(in)-1]
		case xml.CharData:
			switch in := strings.Join(in, " "); {
			case strings.Contains(in, "text"):
				text.Write(token)
				text.WriteByte('\n')
			case strings.HasSuffix(in, "title"):
				tip.Write(token)
				tip.WriteByte('\n')
			}
		}
	}
}

// Every beat and every reply is in the picture by its name, and in full in the
// tool tips, with its conditions.
func TestAllIsShown(t *testing.T) {
	for _, path := range shipped(t) {
		c, w := compile(t, path)
		for _, set := range call.Settings {
			picture := flowchart.Draw(c, mark(t, c, set, w))
			texts, tips := words(t, picture)
			for i := range c.Beats {
				if !strings.Contains(texts, "\n"+c.Beats[i].Script.ID+"\n") {
					t.Errorf("%s: the beat %s is not shown", path, c.Beats[i].Script.ID)
				}
			}
			for i := range c.Lines {
				if !strings.Contains(tips, c.Lines[i].Script.Text) {
					t.Errorf("%s: not told: %s", path, c.Lines[i].Script.Text)
				}
			}
			for i := range c.Replies {
				a := &c.Replies[i]
				if !strings.Contains(texts, "\n"+a.Script.ID+"\n") || !strings.Contains(tips, a.ID+": "+a.Script.Text) {
					t.Errorf("%s: the reply %s is not shown", path, a.ID)
				}
			}
			if again := flowchart.Draw(c, mark(t, c, set, w)); !bytes.Equal(picture, again) {
				t.Errorf("%s: two pictures differ", path)
			}
		}
	}
}

// The best call is marked reply by reply, and so is the best from a promise
// late or missed.
func TestTheBestCallIsMarked(t *testing.T) {
	for _, path := range shipped(t) {
		c, w := compile(t, path)
		m := mark(t, c, call.Normal, w)
		x, err := solve.Solve(c, call.Normal, w, solve.DefaultBudget)
		if err != nil {
			t.Fatal(err)
		}
		want := make([]bool, len(c.Replies))
		follow := func(s call.State) (promised call.State) {
			line, err := x.BestLine(s)
			if err != nil {
				t.Fatal(err)
			}
			for _, move := range line {
				if move.Kind == call.Reply {
					want[move.Reply] = true
				}
				if move.Kind == call.FollowUp {
					promised = s
				}
				if s, err = c.Step(s, move); err != nil {
					t.Fatal(err)
				}
			}
			return promised
		}
		if promised := follow(c.Start(call.Normal)); promised.Stage == call.Promised {
			for _, word := range []call.Word{call.Late, call.Missed} {
				s, err := c.Step(promised, call.Move{Kind: call.FollowUp, Word: word})
				if err != nil {
					t.Fatal(err)
				}
				follow(s)
			}
		}
		if diff := cmp.Diff(want, m.Best); diff != "" || !m.Solved {
			t.Errorf("%s: %s", path, diff)
		}
	}
}

// What is found in states without what nothing later reads is what plain
// enumeration of all states finds.
func TestHangUpsAreFound(t *testing.T) {
	found := 0
	for _, name := range []string{"soup-without-lids", "just-the-list", "fish-pie"} {
		path := "../../scenarios/" + name + ".call"
		c, w := compile(t, path)
		for _, set := range call.Settings {
			want := make([]bool, len(c.Replies))
			seen := map[call.State]bool{}
			var walk func(s call.State)
			walk = func(s call.State) {
				if seen[s] || s.Stage.Over() {
					return
				}
				seen[s] = true
				moves := c.Forward(s, nil)
				if s.Stage == call.Promised {
					for _, word := range []call.Word{call.Late, call.Missed} {
						moves = append(moves, call.Move{Kind: call.FollowUp, Word: word})
					}
				}
				for _, m := range moves {
					next, err := c.Step(s, m)
					if err != nil {
						t.Fatal(err)
					}
					// A colleague who hangs up leaves the promise as it was.
					left := s.Stage == call.Talking && next.Stage == call.Promised && !c.Beat(next).Ending
					if m.Kind == call.Reply && (next.Stage == call.CallerHungUp || left) {
						want[m.Reply] = true
						found++
					}
					walk(next)
				}
			}
			walk(c.Start(set))
			m := mark(t, c, set, w)
			if diff := cmp.Diff(want, m.Cuts); diff != "" || !m.Searched {
				t.Errorf("%s, %v: %s", path, set, diff)
			}
		}
	}
	if found == 0 {
		t.Error("no caller ever hangs up, so nothing was tested")
	}
}

// What was not found within the budget is said, and never shown as all.
func TestUnfinishedSearchesAreSaid(t *testing.T) {
	c, w := compile(t, small)
	m, err := flowchart.Mark(c, call.Normal, w, 1)
	if err != nil {
		t.Fatal(err)
	}
	texts, _ := words(t, flowchart.Draw(c, m))
	for _, want := range []string{"The best call is not shown", "The search for hang-ups was not finished"} {
		if !strings.Contains(texts, want) {
			t.Errorf("not said: %s", want)
		}
	}
	texts, _ = words(t, flowchart.Draw(c, mark(t, c, call.Normal, w)))
	if strings.Contains(texts, "not finished") {
		t.Error("finished searches are called unfinished")
	}
}

func TestPicture(t *testing.T) {
	const golden = "testdata/small.svg"
	c, w := compile(t, small)
	got := flowchart.Draw(c, mark(t, c, call.Normal, w))
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("look at the picture, then run with -update:\n%s", diff)
	}
}

// A reply of few words stands in its label whole.
func TestShortRepliesStandWhole(t *testing.T) {
	c, w := compile(t, "../call/testdata/house.call")
	svg := string(flowchart.Draw(c, mark(t, c, call.Normal, w)))
	for _, want := range []string{"see</tspan> I see.", "noted</tspan> Thank you."} {
		if !strings.Contains(svg, want) {
			t.Errorf("the picture has no %q", want)
		}
	}
}
