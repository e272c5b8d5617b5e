package progress

import (
	"keepcool/app/trainer"
	"keepcool/app/ui/telling"
)

// The filters of the list.
const (
	everything = iota
	practised
	assessed
	atFirstSight
	passed
)

// passes says whether attempt i passes the filter, and has all the words.
func (s *Screen) passes(i int, words []string) bool {
	sum := &s.progress.Attempts[i]
	switch s.filter.Selected() {
	case practised:
		if !sum.Attempt.Mode.LikePractice() {
			return false
		}
	case assessed:
		if sum.Attempt.Mode != trainer.Assessed {
			return false
		}
	case atFirstSight:
		if !s.progress.First[sum.Attempt.ID] {
			return false
		}
	case passed:
		if !sum.Final || !sum.Passed {
			return false
		}
	}
	return telling.Found(s.names[i], words)
}

// filtered lists anew after the filter was changed.
func (s *Screen) filtered() {
	s.offset = 0
	s.fill()
	s.page.Fit()
	s.markCase()
}

// only filters by the name of a case, or by none where it is filtered by that
// already.
func (s *Screen) only(title string) {
	if s.find.Text() == title {
		title = ""
	}
	s.find.SetText(title)
}

// sift finds what passes the filter.
func (s *Screen) sift() {
	words := telling.SearchWords(s.find.Text())
	s.passing = s.passing[:0]
	for i := range s.progress.Attempts {
		if s.passes(i, words) {
			s.passing = append(s.passing, i)
		}
	}
}
