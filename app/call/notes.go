package call

import "keepcool/app/script"

// A Note is a piece of a caller's line that the trainee kept: bytes Start to
// End of line Line of Case.Lines, under a label. Notes are no part of a state.
type Note struct {
	Line  int             `json:"line"`
	Start int             `json:"start"`
	End   int             `json:"end"`
	Label script.FactKind `json:"label"`
}

// JudgeReadBack is the word of a read-back made from notes, when the flags of
// found say which concerns the caller has told of (DESIGN section 3). Want and
// need may stand for each other; a feeling or a detail may not.
func (c *Case) JudgeReadBack(found Flags, notes []Note) Word {
	var told Flags
	for _, n := range notes {
		if n.Label != script.Want && n.Label != script.Need {
			continue
		}
		caught := c.catches(n)
		if caught == 0 {
			return Wrong
		}
		told |= caught
	}
	for i := range c.Scenario.Concerns {
		if found&Found(i) != 0 && told&Found(i) == 0 {
			return Partial
		}
	}
	return Complete
}

// otherFact is set by catches for a want or need fact that names no concern.
const otherFact = Given

// catches is the concerns whose want or need facts the note lies on.
func (c *Case) catches(n Note) Flags {
	if n.Line < 0 || n.Line >= len(c.Lines) {
		return 0
	}
	var caught Flags
	for _, f := range c.Lines[n.Line].Script.Says {
		if f.Kind != script.Want && f.Kind != script.Need || !n.covers(f) {
			continue
		}
		caught |= otherFact
		if i, ok := c.concern(f.Concern); ok {
			caught |= Found(i)
		}
	}
	return caught
}

// covers reports whether at least half of the fact was kept.
func (n Note) covers(f script.Fact) bool {
	both := min(n.End, f.End) - max(n.Start, f.Start)
	return 2*both >= f.End-f.Start
}

func (c *Case) concern(id string) (int, bool) {
	for i := range c.Scenario.Concerns {
		if c.Scenario.Concerns[i].ID == id {
			return i, true
		}
	}
	return 0, false
}
