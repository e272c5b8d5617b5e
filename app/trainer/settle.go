package trainer

import (
	"cmp"
	"slices"
	"time"
)

// A Settling is what a trainee noted for themselves when they settled before a
// call or after one. It belongs to that person alone: it names no attempt, is
// never scored, and no list, report, export or manager's screen has it.
type Settling struct {
	ID       int64
	Profile  int64
	At       time.Time
	After    bool   // after a call, else before one
	Feeling  string // nervous, angry, ...; "" when none was named (METHODS S1)
	Strength int    // how strong it was, 1 to 5; 0 when not said
	Now      int    // how strong it was at the end, 1 to 5; 0 when not said
	Thought  string // the id of the self-talk they found their own in, "" for none (S2)
	Own      string // their self-talk in their own words
	Turned   string // and how they turned it round
	Body     []string
	Ways     []Way // what they did, each once
}

// Empty reports whether nothing was noted or done.
func (s Settling) Empty() bool {
	return s.Feeling == "" && s.Strength == 0 && s.Now == 0 && s.Thought == "" && s.Own == "" && s.Turned == "" &&
		len(s.Body) == 0 && len(s.Ways) == 0
}

// A Way is one thing that may help somebody settle.
type Way string

// The ways, in the order they are shown.
const (
	Breathing Way = "breathing" // S3
	Turning   Way = "turning"   // the self-talk turned round, S2
	Loosening Way = "loosening" // the body, S3
	Music     Way = "music"     // T1
	Bite      Way = "bite"      // T2
	Nap       Way = "nap"       // T3
	Walk      Way = "walk"      // T4
)

// Ways are all ways, in their order.
var Ways = []Way{Breathing, Turning, Loosening, Music, Bite, Nap, Walk}

// A Diary keeps settlings. What it forgets is gone from it, though not from
// backups made before.
type Diary interface {
	SaveSettling(Settling) (Settling, error)
	// Settlings are a person's, newest first.
	Settlings(profile int64) ([]Settling, error)
	ForgetSettlings(profile int64) error
}

// Settle keeps what the person at the desk noted; what is empty is not kept.
func (d *Desk) Settle(who Profile, s Settling) error {
	if s.Empty() {
		return nil
	}
	s.Profile, s.At = who.ID, d.Clock.Now()
	_, err := d.Store.SaveSettling(s)
	return err
}

// Settlings are the person's own settlings, newest first.
func (d *Desk) Settlings(who Profile) ([]Settling, error) { return d.Store.Settlings(who.ID) }

// Unsettle forgets all of them.
func (d *Desk) Unsettle(who Profile) error { return d.Store.ForgetSettlings(who.ID) }

// EnoughCalls is how many calls somebody needs before it is told what helped:
// of fewer it would say nothing.
const EnoughCalls = 10

// Practised reports whether a person has had that many calls.
func (d *Desk) Practised(who Profile) (bool, error) {
	had, err := d.Store.Summaries(Query{Profile: who.ID, Scored: true, Limit: EnoughCalls})
	return len(had) >= EnoughCalls, err
}

// A Help is how often a feeling was weaker after one way, by what the person
// themselves said. It follows from no score and says nothing of one.
type Help struct {
	Way    Way
	Weaker int
	Of     int // how often the way was used and the feeling told before and after
}

// Helped counts what helped over time, what helped most often first.
func Helped(all []Settling) []Help {
	var helps []Help
	for _, way := range Ways {
		h := Help{Way: way}
		for _, s := range all {
			if s.Strength == 0 || s.Now == 0 || !slices.Contains(s.Ways, way) {
				continue
			}
			h.Of++
			if s.Now < s.Strength {
				h.Weaker++
			}
		}
		if h.Of > 0 {
			helps = append(helps, h)
		}
	}
	slices.SortStableFunc(helps, func(a, b Help) int {
		return cmp.Or(cmp.Compare(b.Weaker*a.Of, a.Weaker*b.Of), cmp.Compare(b.Of, a.Of))
	})
	return helps
}
