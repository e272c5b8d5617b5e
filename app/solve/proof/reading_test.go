package proof_test

import (
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/call/calltest"
	"keepcool/app/solve"
	"keepcool/app/solve/proof"
)

// No player of the first call reads more than the reading told, and the moves
// told read just that.
func TestReading(t *testing.T) {
	_, w := calltest.Scoring(t)
	dice := rand.New(rand.NewPCG(3, 5))
	for _, file := range []string{"sound", "sound-inside", "broken/reading-load"} {
		c := calltest.Compile(t, file, read(t, filepath.Join("testdata", file+".call")))
		for _, set := range call.Settings {
			told := proof.Prove(c, set, w, solve.DefaultBudget).Reading
			at := 0
			if n := reads(t, c, set, func(s call.State) (call.Move, bool) {
				if at == len(told.Moves) {
					return call.Move{}, false
				}
				m, err := c.ParseMove(told.Moves[at])
				if err != nil {
					t.Fatal(err)
				}
				at++
				return m, true
			}); n != told.Words || n == 0 {
				t.Errorf("%s, %v: the moves told read %d words, not %d", file, set, n, told.Words)
			}
			for range 500 {
				if n := reads(t, c, set, func(s call.State) (call.Move, bool) {
					moves := c.Leading(s, nil)
					return moves[dice.IntN(len(moves))], true
				}); n > told.Words {
					t.Fatalf("%s, %v: somebody reads %d words, told are %d", file, set, n, told.Words)
				}
			}
		}
	}
}

// reads counts the words that come before the eyes of who plays the first call
// by next: every line said, and below it every reply that is open then.
func reads(t *testing.T, c *call.Case, set call.Setting, next func(call.State) (call.Move, bool)) int {
	t.Helper()
	words := 0
	s, events := c.Begin(set, nil)
	for {
		said := false
		for _, e := range events {
			if e.Kind == call.LineSaid && c.InFirstCall(s) {
				words, said = words+len(strings.Fields(c.Lines[e.Index].Script.Text)), true
			}
		}
		if s.Stage != call.Talking || !c.InFirstCall(s) {
			return words
		}
		for i, a := range c.Replies {
			if said && c.Open(s, i) {
				words += len(strings.Fields(a.Script.Text))
			}
		}
		m, ok := next(s)
		if !ok {
			return words
		}
		var err error
		if s, events, err = c.Apply(s, m, nil); err != nil {
			t.Fatal(err)
		}
	}
}
