package plays_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/score/plays"
)

func small(t *testing.T) (*call.Case, rubric.Weights) {
	t.Helper()
	_, w := calltest.Scoring(t)
	return calltest.File(t, "../../script/testdata/small.call"), w
}

// any scale will do: how the best is found is not what is tested here.
var scale = score.Scale{Best: score.Points{12, 24, 12, 32}, Keep: 16}

func parse(t *testing.T, text string) *plays.File {
	t.Helper()
	f, problems := plays.Parse([]byte(text))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return f
}

func run(t *testing.T, p plays.Play) (plays.Result, error) {
	t.Helper()
	c, w := small(t)
	return plays.Run(score.NewTable(c, p.Setting), w, scale, p)
}

func results(t *testing.T, f *plays.File) map[int]plays.Result {
	t.Helper()
	all := map[int]plays.Result{}
	for i, p := range f.Plays {
		r, err := run(t, p)
		if err != nil {
			t.Fatal(err)
		}
		all[i] = r
	}
	return all
}

func TestParse(t *testing.T) {
	f := parse(t, `# remark
PLAY best
  moves: ring.mend, close.by-ten,
    # a remark among the moves
    follow-up:kept
  score: 84.6, cool 86, follow 100, passed
  ending: glad

play my-own
setting: hard
variant: rain
moves: ring.friday:slow
`)
	if len(f.Plays) != 2 {
		t.Fatalf("%d plays", len(f.Plays))
	}
	a, b := f.Plays[0], f.Plays[1]
	want := []plays.Move{{Text: "ring.mend", Line: 3}, {Text: "close.by-ten", Line: 3}, {Text: "follow-up:kept", Line: 5}}
	if diff := cmp.Diff(want, a.Moves); diff != "" {
		t.Error(diff)
	}
	if a.Kind != "best" || a.Line != 2 || a.Setting != call.Normal || a.Want.Overall.Tenths != 846 || a.Want.Overall.Whole || !a.Want.Keys[0].Whole || a.Want.Keys[1] != nil || a.Want.Verdict != score.Passed || a.Want.Ending != "glad" {
		t.Errorf("%+v", a)
	}
	if b.Kind != "my-own" || b.Setting != call.Hard || b.Variant != "rain" || b.Want.Blessed() {
		t.Errorf("%+v", b)
	}
}

func TestMistakes(t *testing.T) {
	for _, m := range []struct {
		text string
		line int
		says string
	}{
		{"best: a.b\n", 1, "A play begins with PLAY and its kind"},
		{"PLAY\n moves: a.b\n", 1, "After PLAY stands one word"},
		{"PLAY The best\n moves: a.b\n", 1, "After PLAY stands one word"},
		{"PLAY best\n\n", 1, "no moves:"},
		{"PLAY best\n move: a.b\n", 2, "Did you mean moves:?"},
		{"PLAY best\n moves: a.b\n moves: a.c\n", 3, "has a moves: already"},
		{"PLAY best\n a.b, a.c\n", 2, "belongs to nothing"},
		{"PLAY best\n setting: harsh\n moves: a.b\n", 2, "no setting \"harsh\""},
		{"PLAY best\n moves: a.b\n score: lots\n", 3, "\"lots\" is no score"},
		{"PLAY best\n moves: a.b\n score: 101\n", 3, "\"101\" is no score"},
		{"PLAY best\n moves: a.b\n score: 80.25\n", 3, "one decimal at most"},
		{"PLAY best\n moves: a.b\n score: 80.05\n", 3, "one decimal at most"},
		{"# nothing yet\n", 1, "no play in this file"},
		{"one\ntwo\nthree\n", 1, "A play begins with PLAY and its kind"},
		{"P\xffLAY best\n moves: a.b\n", 1, "UTF-8"},
		{"PLAY best\n moves: a.b\n score:lots, cool 100\n", 3, "\"lots\" is no score"},
		{"PLAY best\n moves: a.b\n score: 80, gate 7\n", 3, "no part of a score"},
		{"PLAY best\n moves: a.b\n ending: x\n goes on\n", 4, "belongs to nothing"},
	} {
		f, problems := plays.Parse([]byte(m.text))
		if len(problems) != 1 || problems[0].Line != m.line || !strings.Contains(problems[0].Message, m.says) {
			t.Errorf("%q: %v", m.text, problems)
		}
		if len(f.Plays) > 0 {
			t.Errorf("%q: is played all the same", m.text)
		}
	}
}

func TestEndings(t *testing.T) {
	for _, e := range []struct {
		moves string
		ways  []string // the first as it is blessed
	}{
		{"ring.mend", []string{"not over at close", "not over"}},
		{"ring.mend, close.by-ten", []string{"bye (a grudging trust), follow-up open", "bye, follow-up open", "A grudging trust, follow-up open"}},
		{"ring.mend, close.by-ten:vague", []string{"bye (a grudging trust)", "bye", "a grudging trust"}},
		{"ring.mend, hang-up", []string{"the trainee hangs up at close", "the trainee hangs up"}},
		{"ring.friday, hold, hold, hold, hold, hold, hold, hold, hold", []string{"the caller hangs up at close", "the caller hangs up"}},
		{"ring.mend, close.by-ten, follow-up:lapsed", []string{"the promise lapses"}},
	} {
		f := parse(t, "PLAY any\nmoves: "+e.moves+"\n")
		r, err := run(t, f.Plays[0])
		var b *plays.Blocked
		if errors.As(err, &b) && strings.Contains(e.moves, "hold") {
			// As many as it takes: the rubric says what a hold costs.
			f.Plays[0].Moves = f.Plays[0].Moves[:b.Number-1]
			r, err = run(t, f.Plays[0])
		}
		if err != nil {
			t.Fatal(err)
		}
		if r.Ending != e.ways[0] {
			t.Errorf("%s: ends as %q", e.moves, r.Ending)
		}
		for _, way := range e.ways {
			if d := (plays.Want{Ending: way}).Against(r); d != nil {
				t.Errorf("%s: %q does not stand for %q", e.moves, way, r.Ending)
			}
		}
		if d := (plays.Want{Ending: "sore"}).Against(r); len(d) != 1 || d[0].What != "ending" {
			t.Errorf("%s: another ending gives %v", e.moves, d)
		}
	}
}

func TestAgainst(t *testing.T) {
	f := parse(t, "PLAY a\nmoves: ring.mend, close.by-ten, follow-up:kept\n")
	r, err := run(t, f.Plays[0])
	if err != nil {
		t.Fatal(err)
	}
	r.Overall.Tenths, r.Keys[1].Tenths, r.Verdict = 846, 719, score.Passed
	for text, want := range map[string][]plays.Difference{
		"84.6, bases 71.9, passed": nil,
		"84, bases 71":             nil,
		"84.5":                     {{What: "overall", Want: "84.5", Got: "84.6"}},
		"85, bases 70.0, failed": {
			{What: "overall", Want: "85", Got: "84.6"},
			{What: "bases", Want: "70.0", Got: "71.9"},
			{What: "verdict", Want: "failed", Got: "passed"},
		},
	} {
		w := parse(t, "PLAY a\nmoves: a.b\nscore: "+text+"\n").Plays[0].Want
		if diff := cmp.Diff(want, w.Against(r)); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
}

func TestBlocked(t *testing.T) {
	for moves, want := range map[string]plays.Blocked{
		"ring.mnd": {
			Number: 1, Move: "ring.mnd", Line: 2, Why: `there is no reply "ring.mnd" in this case`, Place: "At the beat ring",
			Stands: []string{"ring.mend", "ring.friday", "read-back", "hold", "breathe", "hang-up"}, Hint: "ring.mend",
		},
		"ring.mend, bell.by-tne": {
			Number: 2, Move: "bell.by-tne", Line: 2, Why: `there is no reply "bell.by-tne" in this case`, Place: "At the beat close",
			Stands: []string{"close.by-ten", "read-back", "hold", "breathe", "hang-up"}, Hint: "close.by-ten",
		},
		"ring.mend, ring.mend": {
			Number: 2, Move: "ring.mend", Line: 2, Why: call.ErrNoSuchReply.Error(), Place: "At the beat close",
			Stands: []string{"close.by-ten", "read-back", "hold", "breathe", "hang-up"},
		},
		"ring.mend, close.by-ten, kept-hello.x": {
			Number: 3, Move: "kept-hello.x", Line: 2, Why: `there is no reply "kept-hello.x" in this case`, Place: "After the first call",
			Stands: []string{"follow-up:kept", "follow-up:late", "follow-up:missed", "follow-up:lapsed"},
		},
		"ring.mend, hang-up, close.by-ten": {
			Number: 3, Move: "close.by-ten", Line: 2, Why: call.ErrOver.Error(), Place: "The play is over before it: the trainee hangs up at close",
		},
	} {
		_, err := run(t, parse(t, "PLAY any\nmoves: "+moves+"\n").Plays[0])
		var b *plays.Blocked
		if !errors.As(err, &b) {
			t.Errorf("%s: %v", moves, err)
			continue
		}
		if diff := cmp.Diff(want, *b); diff != "" {
			t.Errorf("%s: %s", moves, diff)
		}
	}
}

// Blessing touches the result lines only, once, and what it writes holds.
func TestBless(t *testing.T) {
	const before = "# mine\r\nPLAY one\r\n\tmoves: ring.mend,\r\n\t  close.by-ten\r\n\r\n# between\r\n" +
		"PLAY two\n  score: 3, failed\n  # stays\n  ending: nobody knows\n  moves: ring.mend, hang-up\n" +
		"PLAY three\n  ending: A GRUDGING trust, follow-up open\n  moves:   ring.mend ,close.by-ten"
	f := parse(t, before)
	after := string(f.Bless(results(t, f)))
	again := parse(t, after)
	got := results(t, again)
	for i, p := range again.Plays {
		if d := p.Want.Against(got[i]); !p.Want.Blessed() || d != nil {
			t.Errorf("%s: %v after blessing", p.Kind, d)
		}
	}
	if twice := string(again.Bless(got)); twice != after {
		t.Errorf("a second blessing changes\n%s\nto\n%s", after, twice)
	}
	want := "# mine\r\nPLAY one\r\n\tmoves: ring.mend,\r\n\t  close.by-ten\r\n\tscore: S0\r\n\tending: bye (a grudging trust), follow-up open\r\n\r\n# between\r\n" +
		"PLAY two\n  score: S1\n  # stays\n  ending: the trainee hangs up at close\n  moves: ring.mend, hang-up\n" +
		"PLAY three\n  ending: A GRUDGING trust, follow-up open\n  moves:   ring.mend ,close.by-ten\n  score: S2\n"
	for i, s := range []string{"S0", "S1", "S2"} {
		want = strings.Replace(want, s, got[i].Score(), 1)
	}
	if diff := cmp.Diff(want, after); diff != "" {
		t.Error(diff)
	}
}

func TestBands(t *testing.T) {
	for kind, cases := range map[string]map[float64]bool{
		"best":     {94.99: false, 95: true, 100: true},
		"decent":   {79.9: false, 80: true, 88: true, 88.1: false},
		"rescue":   {70: true, 85: true, 69: false},
		"beginner": {39.9: false, 40: true, 65: true, 65.1: false},
		"worst":    {0: true, 19.9: true, 20: false},
	} {
		b, ok := plays.BandOf(kind)
		if !ok {
			t.Errorf("%s has no band", kind)
		}
		for v, want := range cases {
			if b.Holds(v) != want {
				t.Errorf("%s, %v: %v holds is %v", kind, v, b, !want)
			}
		}
	}
	if _, ok := plays.BandOf("my-own"); ok {
		t.Error("a name of one's own has a band")
	}
}
