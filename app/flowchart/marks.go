package flowchart

import (
	"errors"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/solve"
)

// Marks are what the engine adds to the picture of a case in one setting.
type Marks struct {
	Setting  call.Setting
	Best     []bool // by reply: on the best call, or on the best after a promise late or missed
	ReadBack []bool // by beat: the best call reads back there
	GivesUp  []bool // by beat: the best that can be done there is to wait or hang up
	Solved   bool   // the best call was found within the budget
	Cuts     []bool // by reply: the caller can hang up at it, by replies alone
	Searched bool   // all was searched for Cuts
}

// Mark finds the marks of a case. The budget is how many states each of the
// searches may hold; what was not found within it is said in the picture.
func Mark(c *call.Case, set call.Setting, w rubric.Weights, budget int) (Marks, error) {
	m := Marks{
		Setting: set, Best: make([]bool, len(c.Replies)),
		ReadBack: make([]bool, len(c.Beats)), GivesUp: make([]bool, len(c.Beats)), Cuts: make([]bool, len(c.Replies)),
	}
	err := m.best(c, w, budget)
	if err != nil && !errors.Is(err, solve.ErrBudget) && !errors.Is(err, solve.ErrPoints) {
		return m, err
	}
	m.Solved = err == nil
	m.Searched = m.cuts(c, budget)
	return m, nil
}

// best marks the best call from the start and, where it promises, the best
// that can be made of a promise late or missed.
func (m *Marks) best(c *call.Case, w rubric.Weights, budget int) error {
	x, err := solve.Solve(c, m.Setting, w, budget)
	if err != nil {
		return err
	}
	s := c.Start(m.Setting)
	promised, err := m.follow(c, x, s)
	if err != nil || promised == nil {
		return err
	}
	for _, word := range []call.Word{call.Late, call.Missed} {
		if s, err = c.Step(*promised, call.Move{Kind: call.FollowUp, Word: word}); err != nil {
			return err
		}
		if _, err = m.follow(c, x, s); err != nil {
			return err
		}
	}
	return nil
}

// follow marks the best line from a state, and gives the state in which its
// promise was open.
func (m *Marks) follow(c *call.Case, x *solve.Solution, s call.State) (promised *call.State, err error) {
	line, err := x.BestLine(s)
	if err != nil {
		return nil, err
	}
	for _, move := range line {
		switch move.Kind {
		case call.Reply:
			m.Best[move.Reply] = true
		case call.ReadBackMove:
			m.ReadBack[s.Beat] = true
		case call.Hold, call.Breathe, call.HangUp:
			m.GivesUp[s.Beat] = true
		case call.FollowUp:
			at := s
			promised = &at
		}
		if s, err = c.Step(s, move); err != nil {
			return nil, err
		}
	}
	return promised, nil
}

// cuts marks the replies at which the caller can hang up, and reports whether
// all was searched. States that differ in patience only are kept as one entry
// with a bit for each patience.
func (m *Marks) cuts(c *call.Case, budget int) bool {
	seen := map[call.State]uint64{}
	todo := []call.State{c.Start(m.Setting)}
	held := 0
	var moves []call.Move
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		moves = c.Forward(s, moves[:0])
		if s.Stage == call.Promised {
			moves = append(moves, call.Move{Kind: call.FollowUp, Word: call.Late}, call.Move{Kind: call.FollowUp, Word: call.Missed})
		}
		for _, move := range moves {
			next, err := c.Step(s, move)
			if err != nil {
				continue
			}
			if hungUp(c, next) && move.Kind == call.Reply {
				m.Cuts[move.Reply] = true
			}
			if next.Stage.Over() {
				continue
			}
			next = c.Essence(next)
			bare, bit := next, uint64(1)<<min(63, next.Patience)
			bare.Patience = 0
			if seen[bare]&bit != 0 {
				continue
			}
			if held++; held > budget {
				return false
			}
			seen[bare] |= bit
			todo = append(todo, next)
		}
	}
	return true
}

// hungUp reports whether a reply that led to a state made who is on the line
// hang up. After a call inside the promise is still open, and the state stands
// where the call broke off.
func hungUp(c *call.Case, after call.State) bool {
	return after.Stage == call.CallerHungUp || after.Stage == call.Promised && !c.Beat(after).Ending
}
