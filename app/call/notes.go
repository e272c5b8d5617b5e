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
// need may stand for each other. Right words under another label are half
// caught: they tell of no concern, and read as a want or need that they are
// not they leave the read-back partial. Words that are no fact make it wrong.
func (c *Case) JudgeReadBack(found Flags, notes []Note) Word {
	var told Flags
	half := false
	for _, n := range notes {
		if !wanted(n.Label) {
			continue
		}
		caught := c.catches(n)
		if caught == 0 {
			if !c.isFact(n) {
				return Wrong
			}
			half = true
		}
		told |= caught
	}
	if half {
		return Partial
	}
	for i := range c.Scenario.Concerns {
		if found&Found(i) != 0 && told&Found(i) == 0 {
			return Partial
		}
	}
	return Complete
}

// wanted reports whether a label is want or need, which stand for each other.
func wanted(k script.FactKind) bool { return k == script.Want || k == script.Need }

// otherFact is set by catches for a want or need fact that names no concern.
const otherFact = Given

// catches is the concerns whose want or need facts the note lies on.
func (c *Case) catches(n Note) Flags {
	var caught Flags
	for _, f := range c.factsOf(n.Line) {
		if !wanted(f.Kind) || !n.covers(f) {
			continue
		}
		caught |= otherFact
		if i, ok := c.concern(f.Concern); ok {
			caught |= Found(i)
		}
	}
	return caught
}

// isFact reports whether the note lies on any fact.
func (c *Case) isFact(n Note) bool {
	for _, f := range c.factsOf(n.Line) {
		if n.covers(f) {
			return true
		}
	}
	return false
}

func (c *Case) factsOf(line int) []script.Fact {
	if line < 0 || line >= len(c.Lines) {
		return nil
	}
	return c.Lines[line].Script.Says
}

// A Catch says how well a fact was noted.
type Catch uint8

// The catches. Half is the right words under another label.
const (
	Uncaught Catch = iota
	Half
	Caught
)

// A Heard is a fact of a line that was said, with what became of it in the
// notes.
type Heard struct {
	Line  int
	Fact  script.Fact
	Catch Catch
	As    script.FactKind // the label under which it was half caught
}

// Heard is what there was to note in lines, in their order, and how well it
// was caught. A line that was said twice counts once.
func (c *Case) Heard(lines []int, notes []Note) []Heard {
	var all []Heard
	seen := map[int]bool{}
	for _, line := range lines {
		if seen[line] {
			continue
		}
		seen[line] = true
		for _, f := range c.factsOf(line) {
			h := Heard{Line: line, Fact: f}
			for _, n := range notes {
				switch {
				case n.Line != line || !n.covers(f) || h.Catch == Caught:
				case n.Label == f.Kind || wanted(n.Label) && wanted(f.Kind):
					h.Catch, h.As = Caught, ""
				default:
					h.Catch, h.As = Half, n.Label
				}
			}
			all = append(all, h)
		}
	}
	return all
}

// Beside reports whether a note lies on no fact of its line.
func (c *Case) Beside(n Note) bool { return !c.isFact(n) }

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
