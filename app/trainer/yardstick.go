package trainer

import (
	"io/fs"
	"slices"
	"strings"

	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/score/plays"
)

// A NamedPlay is a play written beside a case: what a call of that kind comes to.
type NamedPlay struct {
	Kind    string  // beginner, decent or best
	Overall float64 // 0 to 100
}

// markKinds are the kinds of play that a call is laid beside, least first. The
// worst, and the rescue of a bad start, are no measure for anybody.
var markKinds = []string{"beginner", "decent", "best"}

// playsBeside reads the plays that lie beside a script: those under its own
// name, and for a translation else those of its original. Plays that can't be
// read are none: who writes them is told by callscript.
func playsBeside(from fs.FS, file string) []plays.Play {
	name := strings.TrimSuffix(file, ".call")
	original, _, _ := strings.Cut(name, ".")
	for _, beside := range slices.Compact([]string{name, original}) {
		src, err := fs.ReadFile(from, beside+".plays")
		if err == nil {
			read, _ := plays.Parse(src)
			return read.Plays
		}
	}
	return nil
}

// yardstick is the named plays of the case of an attempt, in its variant and
// setting, the first written of each kind. elsewhere says that there are none
// but in another setting. Plays lie beside a text and name none, so they are
// taken for a case only where that text still stands on the shelf, with its
// rubric and weights, and where making the moves comes to what was blessed.
func (d *Desk) yardstick(a Attempt, r *replay) (marks []NamedPlay, elsewhere bool, err error) {
	entry := d.Shelf.text(a)
	if entry == nil {
		return nil, false, nil
	}
	scale, err := d.Scale(a, r.c, r.setting)
	if err != nil {
		return nil, false, err
	}
	table := score.NewTable(r.c, r.setting)
	_, variant := r.c.Scenario.Variant()
	for _, kind := range markKinds {
		for _, p := range entry.Plays {
			if p.Kind != kind || p.Variant != variant && !(p.Variant == "" && a.Variant == 0) {
				continue
			}
			if p.Setting != r.setting {
				elsewhere = true
				continue
			}
			got, err := plays.Run(table, d.Shelf.Weights, scale, p)
			want := p.Want
			want.Ending = "" // the words of an ending are those of one language
			if err != nil || want.Overall == nil || len(want.Against(got)) > 0 || !got.Card.Keys[rubric.Follow].Final {
				continue
			}
			marks = append(marks, NamedPlay{kind, got.Card.Overall})
			break
		}
	}
	return marks, elsewhere && len(marks) == 0, nil
}

// text is the entry of the very text, rubric and weights that an attempt was
// played from, nil where it does not stand on the shelf.
func (s *Shelf) text(a Attempt) *Entry {
	if a.RubricHash != s.rubricText.Hash || a.WeightsHash != s.weightsText.Hash {
		return nil
	}
	for _, e := range s.Entries {
		if e.Sound() && e.Hash == a.ScenarioHash {
			return e
		}
	}
	return nil
}
