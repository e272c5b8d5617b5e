package proof

import (
	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
)

// A Report is what is proved of a case in one setting.
type Report struct {
	Setting  string `json:"setting"`
	Finished bool   `json:"finished"` // false: the budget ended a search, and something is undecided
	States   int    `json:"states"`
	Verdicts

	Keys    []KeyRange `json:"keys,omitempty"`
	Joint   *Play      `json:"joint,omitempty"` // reaches 90 in all four keys
	Best    *Play      `json:"best,omitempty"`
	Minutes Minutes    `json:"minutes"` // of the best play, spoken
	Reading Reading    `json:"reading"` // of the first call
	Players []Player   `json:"players,omitempty"`
	Random  *Random    `json:"random,omitempty"`
	Longest Longest    `json:"longest"`
	Fates   []Fate     `json:"concerns,omitempty"`
	HangUp  []string   `json:"hang_up,omitempty"` // the fewest replies that drive the caller to it
}

// prover is a proof under way.
type prover struct {
	*Report
	values

	c       *call.Case
	set     call.Setting
	weights rubric.Weights
	budget  int
	table   *score.Table
	scale   score.Scale
	units   units
	graph   *graph

	stakes   [4][]bool // by key, the beats where points are at stake
	promised bool      // some call makes the promise
}

// Prove judges groups 1 to 5, and what of group 6 depends on how the call is
// played. No search holds more states than the budget.
func Prove(c *call.Case, set call.Setting, w rubric.Weights, budget int) *Report {
	p := &prover{
		Report: &Report{Setting: set.String(), Finished: true, Verdicts: Verdicts{Findings: []Finding{}, Undecided: []string{}}},
		c:      c, set: set, weights: w, budget: budget,
	}
	p.judge()
	p.close(Property.played)
	return p.Report
}

func (p *prover) judge() {
	p.graph = explore(p.c, p.set, forward(p.c), p.budget)
	p.States += len(p.graph.nodes)
	x, err := solve.Solve(p.c, p.set, p.weights, p.budget)
	if err != nil || !p.graph.whole {
		p.undecideAll()
		p.Finished = false
		return
	}
	p.scale, p.units = x.Scale, newUnits(p.weights, x.Scale.Best)
	p.table = score.NewTable(p.c, p.set)
	p.table.Keep = x.Scale.Keep
	for _, n := range p.graph.nodes {
		p.promised = p.promised || n.state.Stage == call.Promised
	}
	p.evaluate()
	if !p.reach() {
		p.undecideAll() // a call that cannot be played decides nothing else
		return
	}
	p.keys()
	p.players()
	p.choices()
	p.course()
	p.readBacks()
	p.reading()
	p.best(x)
	p.States += x.States()
}

// undecided says that the budget ended the search for these.
func (p *prover) undecided(codes ...string) {
	p.Undecided = append(p.Undecided, codes...)
	p.Finished = false
}

// undecideAll leaves open what no finding has decided.
func (p *prover) undecideAll() {
	for _, q := range Properties {
		if q.played() && (len(p.Findings) == 0 || p.Findings[0].Code != q.Code) {
			p.Undecided = append(p.Undecided, q.Code)
		}
	}
}

// best tells the best line and how long it is spoken.
func (p *prover) best(x *solve.Solution) {
	moves, err := x.BestLine(p.c.Start(p.set))
	if err != nil {
		p.undecided("play-length")
		return
	}
	p.Best = p.play(moves)
	p.Minutes = Spoken(p.c, p.set, moves)
	p.judgeLength()
}
