package call_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/script"
)

func small(t testing.TB) *call.Case {
	t.Helper()
	src, err := os.ReadFile("testdata/small.call")
	if err != nil {
		t.Fatal(err)
	}
	c, problems := compile(t, "small.call", src)
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

// play makes written moves from the start and fails on the first that cannot
// be made.
func play(t testing.TB, c *call.Case, set call.Setting, moves string) (call.State, []call.Event) {
	t.Helper()
	s, events := c.Begin(set, nil)
	for _, w := range strings.Fields(moves) {
		m, err := c.ParseMove(w)
		if err == nil {
			s, events, err = c.Apply(s, m, events)
		}
		if err != nil {
			t.Fatalf("%s: %v", w, err)
		}
	}
	return s, events
}

func TestRules(t *testing.T) {
	c := small(t)
	for _, tc := range []struct {
		name, moves string
		set         call.Setting
		stage       call.Stage
		heat, pat   uint8
		flags       call.Flags
		without     call.Flags
	}{
		{name: "the first line finds the stated concern", set: call.Normal, heat: 5, pat: 8, flags: call.Found(0), without: call.Found(1)},
		{name: "an open question opens the hidden concern", moves: "hello.ask", set: call.Normal, heat: 3, pat: 8, flags: call.Found(0) | call.Found(1)},
		{name: "a complete read-back is free", moves: "hello.ask read-back", set: call.Normal, heat: 2, pat: 8, flags: call.ReadBack},
		{name: "a second read-back costs", moves: "hello.ask read-back read-back", set: call.Normal, heat: 2, pat: 6, flags: call.ReadBack},
		{name: "a partial read-back costs and earns nothing", moves: "hello.ask read-back:partial", set: call.Normal, heat: 3, pat: 6, without: call.ReadBack},
		{name: "a read-back where it is not wanted costs", moves: "read-back", set: call.Normal, heat: 5, pat: 6, without: call.ReadBack},
		{name: "hold costs", moves: "hold", set: call.Normal, heat: 5, pat: 6},
		{name: "breathe costs less", moves: "breathe", set: call.Normal, heat: 5, pat: 7},
		{name: "patience runs out", moves: "hold hold hold hold", set: call.Normal, stage: call.CallerHungUp, heat: 5, pat: 0},
		{name: "heat 10", moves: "hello.order", set: call.Hard, stage: call.CallerHungUp, heat: 10, pat: 6},
		{name: "settling needs finding", moves: "hello.ask tell.permit", set: call.Normal, heat: 3, pat: 8, flags: call.Settled(0) | call.Settled(1) | call.Permission | call.Given},
		{name: "a good promise", moves: "hello.ask tell.permit plan.ring", set: call.Normal, stage: call.Promised, heat: 3, pat: 8, flags: call.HasPromise},
		{name: "a vague promise is none", moves: "hello.ask tell.permit plan.ring:vague", set: call.Normal, stage: call.Done, heat: 3, pat: 7, without: call.HasPromise},
		{name: "an ending without a promise", moves: "hello.leave", set: call.Normal, stage: call.Done, heat: 5, pat: 8},
		{name: "hanging up", moves: "hang-up", set: call.Normal, stage: call.TraineeHungUp, heat: 5, pat: 8},
		{
			name: "kept opens with the flags it reads", moves: "hello.ask tell.permit plan.ring follow-up:kept", set: call.Normal,
			heat: 2, pat: 5, flags: call.Settled(0) | call.Given, without: call.Settled(1) | call.Permission | call.HasPromise,
		},
		{name: "missed", moves: "hello.ask tell.permit plan.ring follow-up:missed m.own", set: call.Normal, stage: call.Done, heat: 6, pat: 5},
		{name: "lapsed", moves: "hello.ask tell.permit plan.ring follow-up:lapsed", set: call.Normal, stage: call.Lapsed, heat: 3, pat: 8},
		{name: "cutting in heats", moves: "hello.ask:cutting-in", set: call.Gentle, heat: 2, pat: 9},
	} {
		t.Run(tc.name, func(t *testing.T) {
			s, _ := play(t, c, tc.set, tc.moves)
			if s.Stage != tc.stage || s.Heat != tc.heat || s.Patience != tc.pat {
				t.Errorf("stage %d heat %d patience %d, want %d %d %d", s.Stage, s.Heat, s.Patience, tc.stage, tc.heat, tc.pat)
			}
			if !s.Has(tc.flags) || s.Flags&tc.without != 0 {
				t.Errorf("flags %b, want %b without %b", s.Flags, tc.flags, tc.without)
			}
		})
	}
}

func TestMovesThatCannotBeMade(t *testing.T) {
	c := small(t)
	for _, tc := range []struct {
		before, move string
		err          error
	}{
		{"", "tell.permit", call.ErrNoSuchReply},
		{"hello.ask tell.permit", "plan.trusted", call.ErrClosed},
		{"", "follow-up:kept", call.ErrInCall},
		{"hello.ask tell.permit plan.ring", "hold", call.ErrInCall},
		{"hang-up", "hold", call.ErrOver},
		{"hello.ask", "tell.permit:slow", call.ErrWord},
	} {
		s, _ := play(t, c, call.Normal, tc.before)
		m, err := c.ParseMove(tc.move)
		if err != nil {
			t.Fatal(err)
		}
		after, _, err := c.Apply(s, m, nil)
		if err != tc.err || after != s {
			t.Errorf("%s after %q: %v, want %v", tc.move, tc.before, err, tc.err)
		}
	}
	for _, text := range []string{"", "nobody.here", "hold:partial", "follow-up", "follow-up:good", "plan.ring:good:vague", "hello.ask:vague", "read-back:kept"} {
		if m, err := c.ParseMove(text); err == nil {
			t.Errorf("%q reads as %+v", text, m)
		}
	}
}

func TestEvents(t *testing.T) {
	c := small(t)
	_, events := play(t, c, call.Normal, "hello.ask tell.permit plan.ring follow-up:kept k.sat")
	var kinds []call.EventKind
	for _, e := range events {
		kinds = append(kinds, e.Kind)
	}
	want := []call.EventKind{
		call.CallOpened, call.LineSaid, call.ConcernFound,
		call.LineSaid, call.ConcernFound,
		call.ConcernSettled, call.ConcernSettled, call.LineSaid,
		call.PromiseMade, call.LineSaid, call.CallEnded,
		call.CallOpened, call.LineSaid,
		call.LineSaid, call.CallEnded,
	}
	if !slices.Equal(kinds, want) {
		t.Errorf("events\n%v, want\n%v", kinds, want)
	}
}

func TestJudgeReadBack(t *testing.T) {
	c := small(t)
	note := func(line int, words string, label script.FactKind) call.Note {
		at := strings.Index(c.Lines[line].Script.Text, words)
		if at < 0 {
			t.Fatalf("%q is not said", words)
		}
		return call.Note{Line: line, Start: at, End: at + len(words), Label: label}
	}
	box := note(0, "The box is dark", script.Want)
	lesson := note(1, "I need a lesson", script.Need)
	both := call.Found(0) | call.Found(1)
	for _, tc := range []struct {
		name  string
		found call.Flags
		notes []call.Note
		want  call.Word
	}{
		{"nothing kept", both, nil, call.Partial},
		{"each concern kept", both, []call.Note{box, lesson}, call.Complete},
		{"one concern missing", both, []call.Note{box}, call.Partial},
		{"only what was found counts", call.Found(0), []call.Note{box}, call.Complete},
		{"a need may stand for a want", both, []call.Note{note(0, "The box is dark", script.Need), lesson}, call.Complete},
		{"the right words as a feeling do not count", both, []call.Note{box, note(1, "I need a lesson", script.Feeling)}, call.Partial},
		{"half of the words is enough", both, []call.Note{note(0, "box is dark", script.Want), lesson}, call.Complete},
		{"less than half lies on nothing", both, []call.Note{note(0, "The", script.Want), lesson}, call.Wrong},
		{"a feeling read back as a want is half caught", both, []call.Note{box, lesson, note(0, "I need it lit", script.Want)}, call.Partial},
		{"a want that nobody said", both, []call.Note{box, lesson, note(0, "and I", script.Want)}, call.Wrong},
		{"what is wrong outweighs what is half caught", both, []call.Note{note(0, "I need it lit", script.Want), note(0, "and I", script.Need)}, call.Wrong},
		{"a line that is not there", both, []call.Note{{Line: 99, End: 3, Label: script.Want}}, call.Wrong},
	} {
		if got := c.JudgeReadBack(tc.found, tc.notes); got != tc.want {
			t.Errorf("%s: %d, want %d", tc.name, got, tc.want)
		}
	}
}

// TestHeard: a fact is caught under its own label, half caught under another.
func TestHeard(t *testing.T) {
	c := small(t)
	note := func(line int, words string, label script.FactKind) call.Note {
		at := strings.Index(c.Lines[line].Script.Text, words)
		return call.Note{Line: line, Start: at, End: at + len(words), Label: label}
	}
	lines := []int{0, 1, 0, -1, 99}
	told := func(notes ...call.Note) string {
		var all []string
		for _, h := range c.Heard(lines, notes) {
			all = append(all, fmt.Sprintf("%s %q %d%s", h.Fact.Kind, h.Fact.Words, h.Catch, h.As))
		}
		return strings.Join(all, ", ")
	}
	for _, tc := range []struct {
		name, want string
		notes      []call.Note
	}{
		{"nothing", `want "The box is dark" 0, feeling "I need it lit" 0, need "I need a lesson" 0, need "it stays dark" 0`, nil},
		{
			"want for need", `want "The box is dark" 2, feeling "I need it lit" 0, need "I need a lesson" 2, need "it stays dark" 0`,
			[]call.Note{note(0, "The box is dark", script.Need), note(1, "I need a lesson", script.Want)},
		},
		{
			"other labels", `want "The box is dark" 1detail, feeling "I need it lit" 1want, need "I need a lesson" 0, need "it stays dark" 0`,
			[]call.Note{note(0, "The box is dark", script.Detail), note(0, "I need it lit", script.Want)},
		},
		{
			"the better of two", `want "The box is dark" 2, feeling "I need it lit" 0, need "I need a lesson" 0, need "it stays dark" 0`,
			[]call.Note{note(0, "The box is dark", script.Want), note(0, "The box is dark", script.Detail)},
		},
	} {
		if got := told(tc.notes...); got != tc.want {
			t.Errorf("%s:\n%s, want\n%s", tc.name, got, tc.want)
		}
	}
	if c.Beside(note(0, "The box is dark", script.Detail)) || !c.Beside(note(0, "and I", script.Want)) {
		t.Error("a note lies beside the facts that it lies on, or the other way round")
	}
}

// TestSecondCallOfOneBeat: a second call may be a few last words.
func TestSecondCallOfOneBeat(t *testing.T) {
	src, err := os.ReadFile("testdata/small.call")
	if err != nil {
		t.Fatal(err)
	}
	text := string(src)
	from, to := strings.Index(text, "== m\n"), strings.Index(text, "== m-end\n")
	c, problems := compile(t, "small.call", []byte(text[:from]+text[to:]))
	if c == nil {
		t.Fatal(problems)
	}
	if s, _ := play(t, c, call.Normal, "hello.ask tell.permit plan.ring follow-up:missed"); s.Stage != call.Done {
		t.Errorf("it leaves stage %d", s.Stage)
	}
}

// TestCompileProblems changes one thing of the small case and expects just the
// one problem.
func TestCompileProblems(t *testing.T) {
	src, err := os.ReadFile("testdata/small.call")
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ name, old, new, code, hint string }{
		{"temper", "temper: proud", "temper: prond", "unknown-temper", "proud"},
		{"behaviour", "shows: order-calm", "shows: order-clam", "unknown-behaviour", "order-calm"},
		{"wanted behaviour", "wants: read-back, ask-permission", "wants: read-back, ask-permision", "unknown-behaviour", "ask-permission"},
		{"behaviour in a condition", "or open-question", "or open-questoin", "unknown-behaviour", "open-question"},
		{"a cycle that costs nothing", "  id: again\n  patience: -3\n", "  id: again\n", "free-cycle", ""},
		{"no line left", "CALLER: Well?", "CALLER: Well?\n  when: trust 3", "line-may-fail", ""},
		{"all replies closed", "  promises: yes\n", "  promises: yes\n  if: trust 2\n", "all-closed", ""},

		{"no tempts", "  tempts: It is loud.\n", "", "no-tempts", ""},
		{"wanted, never shown", "wants: read-back, ask-permission", "wants: read-back, ask-permission, thank", "wanted-not-shown", ""},

		{"not gathering", `shows: ask-permission "May I"`, `shows: ask-permission "May I", closed-while-gathering "May"` + "\n  tempts: x", "not-gathering", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			text := strings.Replace(string(src), tc.old, tc.new, 1)
			if text == string(src) {
				t.Fatal("nothing was changed")
			}
			s, problems := script.Parse("small.call", []byte(text))
			if !script.Errors(problems) {
				_, problems = call.Compile(s, shippedRubric(t))
			}
			var found []script.Diagnostic
			for _, p := range problems {
				if p.Code != "wanted-not-shown" || tc.code == p.Code && strings.Contains(p.Message, "thank") {
					found = append(found, p)
				}
			}
			if len(found) != 1 || found[0].Code != tc.code || found[0].Hint != tc.hint || found[0].Line < 2 {
				t.Errorf("got %v, want one %s (hint %q)", found, tc.code, tc.hint)
			}
		})
	}
}
