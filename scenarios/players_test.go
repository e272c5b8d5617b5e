package scenarios_test

import (
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
	"keepcool/scenarios"
)

// players choose by how a reply looks, never by what it means: the highest
// mark wins, and among equals the first as written.
var players = map[string]func(text string) int{
	"first":    func(string) int { return 0 },
	"longest":  func(text string) int { return len(text) },
	"shortest": func(text string) int { return -len(text) },
	"most apologetic": func(text string) int {
		text = strings.ToLower(text)
		return 2*(strings.Count(text, "sorry")+strings.Count(text, "apolog")) + strings.Count(text, "please")
	},
}

func TestNaivePlayersFail(t *testing.T) {
	eachSetting(t, func(t *testing.T, g *game) {
		for name, mark := range players {
			card := g.play(t, func(open []int) int {
				best := open[0]
				for _, i := range open {
					if mark(g.c.Replies[i].Script.Text) > mark(g.c.Replies[best].Script.Text) {
						best = i
					}
				}
				return best
			})
			if card.Verdict == score.Passed {
				t.Errorf("%s: %.1f, passed", name, card.Overall)
			}
		}
	})
}

// Fewer than one play in two hundred passes by chance.
func TestRandomPlayFails(t *testing.T) {
	const plays = 2000
	eachSetting(t, func(t *testing.T, g *game) {
		dice, passed := rand.New(rand.NewPCG(7, 11)), 0
		for range plays {
			if g.play(t, func(open []int) int { return open[dice.IntN(len(open))] }).Verdict == score.Passed {
				passed++
			}
		}
		if passed*200 >= plays {
			t.Errorf("%d of %d random plays pass", passed, plays)
		}
	})
}

// A game is a case at one setting, ready to be played to its end.
type game struct {
	c     *call.Case
	set   call.Setting
	table *score.Table
	scale score.Scale
	w     rubric.Weights
}

func eachSetting(t *testing.T, do func(*testing.T, *game)) {
	w := weights(t)
	names, _ := fs.Glob(scenarios.FS, "*.call")
	for _, name := range names {
		c := compile(t, name)
		for _, set := range call.Settings {
			t.Run(name+" "+set.String(), func(t *testing.T) {
				scale, err := solve.Denominators(c, set, solve.DefaultBudget)
				if err != nil {
					t.Fatal(err)
				}
				do(t, &game{c, set, score.NewTable(c, set), scale, w})
			})
		}
	}
}

// play gives the reply that choose picks among the open ones until the attempt
// is over. The promise is kept: that a player rings is not what is asked here.
func (g *game) play(t *testing.T, choose func(open []int) int) score.Card {
	t.Helper()
	var moves []call.Move
	var open []int
	for s := g.c.Start(g.set); !s.Stage.Over(); {
		m := call.Move{Kind: call.FollowUp, Word: call.Kept}
		if s.Stage == call.Talking {
			open = open[:0]
			for b, i := g.c.Beat(s), g.c.Beat(s).From; i < b.To; i++ {
				if g.c.Open(s, i) {
					open = append(open, i)
				}
			}
			m = call.Move{Kind: call.Reply, Reply: uint16(choose(open))}
		}
		next, err := g.c.Step(s, m)
		if err != nil {
			t.Fatal(err)
		}
		moves, s = append(moves, m), next
	}
	card, err := score.Score(g.table, score.Play{Setting: g.set, Moves: moves}, g.w, g.scale)
	if err != nil {
		t.Fatal(err)
	}
	return card
}
