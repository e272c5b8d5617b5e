package trainer

import (
	"context"
	"errors"
	"slices"
	"sync"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/solve"
)

// An analyst asks the engine about one attempt. While somebody attends to the
// attempt it owns the table of the solved case, which grows with what is asked;
// what it has judged stays good whatever is taken back, for a judgement follows
// from a state and a move alone.
type analyst struct {
	desk    *Desk
	attempt Attempt
	c       *call.Case
	setting call.Setting
	weights rubric.Weights
	lost    error // the weights cannot be read

	search sync.Mutex // held while the engine works: it serves one at a time
	judged map[decision]solve.Judgement
	saved  []call.Move // the moves whose analysis was kept last

	mu       sync.Mutex // never held while the engine works
	attended bool
	x        *solve.Solution // nil: made when it is asked for
	failed   error           // the engine does not finish: it is not asked again
	next     *replay         // what is to be worked out, the newest
	busy     bool            // somebody works
}

// A decision is a move in a state.
type decision struct {
	state call.State
	move  call.Move
}

func newAnalyst(d *Desk, a Attempt, r *replay) *analyst {
	n := &analyst{desk: d, attempt: a, c: r.c, setting: r.setting, judged: map[decision]solve.Judgement{}}
	n.weights, n.lost = d.weightsOf(a)
	return n
}

// attend keeps the table of the solved case from now on, or lets go of it.
func (n *analyst) attend(on bool) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.attended = on
	if !on {
		n.x = nil
	}
}

// follow has the attempt worked out as it stands, in the background, while
// somebody attends to it.
func (n *analyst) follow(r *replay) {
	n.mu.Lock()
	start := n.attended && n.failed == nil && !n.busy
	if n.attended && n.failed == nil {
		n.next = r
	}
	n.busy = n.busy || start
	n.mu.Unlock()
	if !start {
		return
	}
	if n.desk.Background == nil {
		n.work()
		return
	}
	n.desk.Background(n.work)
}

// work works out what is asked for until nothing is.
func (n *analyst) work() {
	for r := n.take(); r != nil; r = n.take() {
		a, err := n.analyse(r, func() bool { return n.overtaken(r) })
		switch {
		case errors.Is(err, errOvertaken), errors.Is(err, context.Canceled):
		case err != nil:
			n.desk.log("the engine could not work the call out", n.attempt, err)
		case settled(r):
			n.save(r, a)
		}
	}
}

// settled reports whether an analysis of the attempt is worth keeping: there is
// a scorecard to keep it beside, and no call is under way.
func settled(r *replay) bool {
	return r.scored() && r.stage() != StageFile && r.stage() != StageCall
}

// take is what is to be worked out next, nil when nothing is.
func (n *analyst) take() *replay {
	n.mu.Lock()
	defer n.mu.Unlock()
	r := n.next
	n.next = nil
	if r != nil && !n.attended && !settled(r) || n.failed != nil {
		r = nil
	}
	n.busy = r != nil
	return r
}

// overtaken reports whether nobody needs the analysis of r any more.
func (n *analyst) overtaken(r *replay) bool {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.next != nil || !n.attended && !settled(r)
}

// errOvertaken says that an analysis was given up because it is not needed.
var errOvertaken = errors.New("the analysis is not needed any more")

// analyse judges the moves that stand and finds the best call there was. Given
// moves are nobody's to judge: the best call has them too. It gives up with errOvertaken once overtaken says so.
func (n *analyst) analyse(r *replay, overtaken func() bool) (a Analysis, err error) {
	err = n.ask(func(x *solve.Solution) error {
		line, err := x.BestLine(r.takenOver())
		if err != nil {
			return err
		}
		a.BestLine = append(slices.Clone(r.moves[:r.given]), line...)
		for i, m := range r.moves {
			if i < r.given {
				a.Moves = append(a.Moves, solve.Judgement{})
				continue
			}
			if overtaken() {
				return errOvertaken
			}
			j, err := n.judge(x, decision{r.states[i], m})
			if err != nil {
				return err
			}
			a.Moves = append(a.Moves, j)
			if m.Kind != call.Reply {
				continue
			}
			if _, err := n.judge(x, decision{r.states[i], plain(m)}); err != nil { // for its moment
				return err
			}
		}
		return nil
	})
	return a, err
}

func (n *analyst) judge(x *solve.Solution, d decision) (solve.Judgement, error) {
	if j, ok := n.judged[d]; ok {
		return j, nil
	}
	j, err := x.Judge(d.state, d.move)
	if err == nil {
		n.judged[d] = j
	}
	return j, err
}

// ask lets f ask the engine; others wait meanwhile. When the engine does not
// finish, it is let go and never asked again, since it would take as long.
func (n *analyst) ask(f func(x *solve.Solution) error) error {
	n.search.Lock()
	defer n.search.Unlock()
	x, err := n.solution()
	if err == nil {
		err = f(x)
	}
	if tooLarge(err) {
		err = Fail(NotWorkedOut, err, "not-worked-out", "This could not be worked out: the case is too large for the engine.")
		n.mu.Lock()
		n.failed, n.x = err, nil
		n.mu.Unlock()
	}
	return err
}

// solution is the solved case, made when there is none.
func (n *analyst) solution() (*solve.Solution, error) {
	if n.lost != nil {
		return nil, n.lost
	}
	scale, err := n.desk.Scale(n.attempt, n.c, n.setting)
	if err != nil {
		return nil, err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.failed != nil {
		return nil, n.failed
	}
	x := n.x
	if x == nil {
		x = solve.WithContext(n.desk.open(), n.c, n.setting, n.weights, scale, n.desk.limits())
	}
	if n.attended {
		n.x = x
	}
	return x, nil
}

// save keeps an analysis beside the scorecard, once, with the moments that come
// of it. That it could not be kept does no harm: the debrief works it out again.
func (n *analyst) save(r *replay, a Analysis) {
	n.search.Lock()
	defer n.search.Unlock()
	if slices.Equal(n.saved, r.moves) {
		return
	}
	body, err := a.text(n.c, n.attempt.Rules, r.moves)
	var moments []Moment
	if err == nil {
		moments, err = n.moments(r)
	}
	if err == nil {
		err = n.desk.Store.SaveAnalysis(n.attempt.ID, body, moments...)
	}
	if err != nil {
		n.desk.log("what the engine says was not kept", n.attempt, err)
		return
	}
	n.saved = r.moves
}

// outlook is the best that can still be done after the moves of r, and the
// scorecard it would end with.
func (n *analyst) outlook(r *replay) (o Outlook, err error) {
	err = n.ask(func(x *solve.Solution) error {
		o.Line, err = x.BestLine(r.state)
		return err
	})
	if err != nil {
		return o, err
	}
	scale, err := n.desk.Scale(n.attempt, n.c, n.setting)
	if err != nil {
		return o, err
	}
	play := score.Play{Setting: n.setting, Moves: append(slices.Clip(r.moves), o.Line...), Hints: r.hints}
	o.Card, err = score.Score(score.NewTable(n.c, n.setting), play, n.weights, scale)
	return o, err
}
