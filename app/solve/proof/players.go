package proof

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode/utf8"

	"keepcool/app/call"
	"keepcool/app/score"
)

// A Player is one who chooses by how a reply looks, and how far that led.
type Player struct {
	Name    string `json:"name"`
	Overall int    `json:"overall"`
	Passed  bool   `json:"passed"`
	Play    Play   `json:"play"`
}

// Random is how random play ends.
type Random struct {
	Plays  int     `json:"plays"`
	Passed int     `json:"passed"`
	Least  int     `json:"least"` // overall
	Median int     `json:"median"`
	Ninth  int     `json:"ninth"` // nine of ten plays stay below or at it
	Most   int     `json:"most"`
	Tenths [11]int `json:"tenths"` // plays by overall: 0 to 9, 10 to 19, ... 100
}

const (
	randomPlays = 2000
	oneIn       = 200 // random plays may pass less often than this
)

// naive are the players: the highest mark wins, and among equals the longest,
// or for the first the one that stands first.
var naive = []struct {
	name, code, who string
	mark            func(p *prover, i int) (mark, tie int)
}{
	{"first", "first-passes", "first reply as written", func(*prover, int) (int, int) { return 0, 0 }},
	{"longest", "longest-passes", "longest reply", func(p *prover, i int) (int, int) { return p.length(i), 0 }},
	{"shortest", "shortest-passes", "shortest reply", func(p *prover, i int) (int, int) { return -p.length(i), 0 }},
	{"most apologetic", "apology-passes", "most apologetic reply", func(p *prover, i int) (int, int) { return p.apology(i), p.length(i) }},
}

// length is a reply's as it is seen, in characters.
func (p *prover) length(i int) int {
	return utf8.RuneCountInString(p.c.Replies[i].Script.Text)
}

// apology counts the words of apology in a reply.
func (p *prover) apology(i int) int {
	a := &p.c.Replies[i]
	text := strings.ToLower(a.Script.Text)
	n := strings.Count(text, "sorry") + strings.Count(text, "apolog")
	if b, ok := p.c.Rubric.Index("apologise"); ok && a.ShowsBehaviour(b) {
		n++
	}
	return n
}

func (p *prover) players() {
	for _, who := range naive {
		moves := p.playBy(func(open []int) int {
			return slices.MaxFunc(open, func(i, j int) int {
				a, ta := who.mark(p, i)
				b, tb := who.mark(p, j)
				if a != b {
					return a - b
				}
				return ta - tb
			})
		})
		card := p.card(moves)
		passed := card.Verdict == score.Passed
		p.Players = append(p.Players, Player{Name: who.name, Overall: score.Shown(card.Overall), Passed: passed, Play: *p.play(moves)})
		if passed {
			p.find(who.code, 0, p.format(moves), fmt.Sprintf("Who always takes the %s passes with %d. Let looks betray nothing: move the best replies, or change their length or tone.", who.who, score.Shown(card.Overall)))
		}
	}
	p.random()
}

// random plays with dice that fall the same each time.
func (p *prover) random() {
	dice := rand.New(rand.NewPCG(7, 11))
	r := Random{Plays: randomPlays}
	var overall []int
	var shown []call.Move
	for range randomPlays {
		moves := p.playBy(func(open []int) int { return open[dice.IntN(len(open))] })
		card := p.card(moves)
		if card.Verdict == score.Passed {
			r.Passed++
			if shown == nil || len(moves) < len(shown) {
				shown = moves
			}
		}
		overall = append(overall, score.Shown(card.Overall))
		r.Tenths[overall[len(overall)-1]/10]++
	}
	slices.Sort(overall)
	r.Least, r.Median, r.Ninth, r.Most = overall[0], overall[len(overall)/2], overall[len(overall)*9/10], overall[len(overall)-1]
	p.Random = &r
	if r.Passed*oneIn >= r.Plays {
		p.find("random-passes", 0, p.format(shown), fmt.Sprintf("%d of %d random plays pass. Let more beats decide, or let wrong turns cost more.", r.Passed, r.Plays))
	}
}

// playBy gives the reply that choose picks among the open ones until the
// attempt is over. The promise is kept: that a player rings is not asked here.
func (p *prover) playBy(choose func(open []int) int) []call.Move {
	var moves []call.Move
	var open []int
	for s := p.c.Start(p.set); !s.Stage.Over(); {
		m := call.Move{Kind: call.FollowUp, Word: call.Kept}
		if s.Stage == call.Talking {
			open = open[:0]
			for b, i := p.c.Beat(s), p.c.Beat(s).From; i < b.To; i++ {
				if p.c.Open(s, i) {
					open = append(open, i)
				}
			}
			if len(open) == 0 {
				break
			}
			m = call.Move{Kind: call.Reply, Reply: uint16(choose(open))}
		}
		next, err := p.c.Step(s, m)
		if err != nil {
			break
		}
		moves, s = append(moves, m), next
	}
	return moves
}

func (p *prover) card(moves []call.Move) score.Card {
	card, err := score.Score(p.table, score.Play{Setting: p.set, Moves: moves}, p.weights, p.scale)
	if err != nil {
		return score.Card{Verdict: score.Failed}
	}
	return card
}
