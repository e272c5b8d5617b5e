package chance

import "keepcool/app/score"

// A Spread is how often each score was reached, from 0 to 100, as shown.
type Spread [101]int

func (s *Spread) add(v float64) { s[score.Shown(v)]++ }

// Count is how many scores there are.
func (s *Spread) Count() int {
	n := 0
	for _, k := range s {
		n += k
	}
	return n
}

// Quantile is the least score that at least percent of all plays stay below
// or at: 0 asks for the least score, 50 for the median, 100 for the most. It
// is 0 of no plays.
func (s *Spread) Quantile(percent int) int {
	n := s.Count()
	rank := max(1, (n*percent+99)/100)
	for v, k := range s {
		if rank -= k; rank <= 0 && n > 0 {
			return v
		}
	}
	return 0
}

// Tenths are the plays by score: 0 to 9, 10 to 19, and so on, and 100.
func (s *Spread) Tenths() [11]int {
	var out [11]int
	for v, k := range s {
		out[v/10] += k
	}
	return out
}
