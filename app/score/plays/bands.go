package plays

import "fmt"

// A Band is where the overall of a kind of play must lie (DESIGN section 4).
// Where the rubric and a trainer's reading of those plays differ, the rubric
// gives way, so a play outside of its band cannot be blessed into it.
type Band struct {
	From, To float64 // 0 to 100
	Under    bool    // To itself is too much
}

var bands = map[string]Band{
	"best": {From: 95, To: 100}, "decent": {From: 80, To: 88}, "rescue": {From: 70, To: 85},
	"beginner": {From: 40, To: 65}, "worst": {To: 20, Under: true},
}

// BandOf is the band of a kind of play; other names have none.
func BandOf(kind string) (Band, bool) {
	b, ok := bands[kind]
	return b, ok
}

// Holds reports whether an overall, unrounded, lies in the band.
func (b Band) Holds(overall float64) bool {
	return overall >= b.From && (overall < b.To || !b.Under && overall == b.To)
}

func (b Band) String() string {
	switch {
	case b.Under:
		return fmt.Sprintf("under %.0f", b.To)
	case b.To == 100:
		return fmt.Sprintf("%.0f or more", b.From)
	}
	return fmt.Sprintf("%.0f to %.0f", b.From, b.To)
}
