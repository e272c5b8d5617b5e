package callroom

import (
	"testing"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/solve"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
)

// TestEveryReplyIsInSight plays on and looks that the replies never have to be
// scrolled for at the usual size of the window, however many there are.
func TestEveryReplyIsInSight(t *testing.T) {
	st, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	s, err := stage.New(st, stage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s.Resize(1280, 800)
	s.Trainee("Ada")
	s.Preferences().Pace = 0
	p := s.Play("one-message-only", call.Normal, trainer.Practice)
	if err := p.Answer(); err != nil {
		t.Fatal(err)
	}
	r := New(s, p).(*Room)
	s.Show(r)
	counts := map[int]bool{}
	for range 9 {
		if p.Stage() != trainer.StageCall || r.choices[0].Promises {
			break
		}
		counts[len(r.choices)] = true
		if have, need := r.view.page.Size().Height, r.view.page.Content().MinSize().Height; have < need {
			t.Errorf("%d replies need %g and have %g", len(r.choices), need, have)
		}
		r.choose(best(t, p))
	}
	if len(counts) < 2 {
		t.Errorf("the number of replies never changed: %v", counts)
	}
}

// best is the reply of the best line, so that the call lasts.
func best(t *testing.T, p *trainer.Play) int {
	t.Helper()
	w := rubric.Weights{Key: [4]int{30, 35, 15, 20}, PassOverall: 80, PassKey: 60}
	x, err := solve.Solve(p.Case(), call.Normal, w, solve.DefaultBudget)
	if err != nil {
		t.Fatal(err)
	}
	at, least := 0, 1000.0
	for i, c := range p.Choices() {
		j, err := x.Judge(p.State(), call.Move{Kind: call.Reply, Reply: uint16(c.Reply)})
		if err != nil {
			t.Fatal(err)
		}
		if j.Cost < least {
			at, least = i, j.Cost
		}
	}
	return at
}
