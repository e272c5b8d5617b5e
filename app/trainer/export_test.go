package trainer

import (
	"weak"

	"keepcool/app/solve"
)

// Solved points to the solved case that a play holds, nil for none, without
// keeping it.
func (p *Play) Solved() weak.Pointer[solve.Solution] { return p.engine.solved() }

// Solved points to the solved case that a review holds.
func (v *Review) Solved() weak.Pointer[solve.Solution] { return v.engine.solved() }

func (n *analyst) solved() weak.Pointer[solve.Solution] {
	n.mu.Lock()
	defer n.mu.Unlock()
	return weak.Make(n.x)
}
