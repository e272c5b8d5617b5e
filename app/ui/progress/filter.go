package progress

import (
	"strings"

	"keepcool/app/trainer"
)

// The filters of the list.
const (
	everything = iota
	practised
	assessed
	atFirstSight
	passed
)

// searched are the names of attempts as they are searched: in small letters. The
// attempts of a case share theirs.
func searched(all []trainer.Summary) []string {
	small := map[string]string{}
	names := make([]string, len(all))
	for i := range all {
		title := all[i].Attempt.Title
		if small[title] == "" {
			small[title] = strings.ToLower(title)
		}
		names[i] = small[title]
	}
	return names
}

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
	for _, w := range words {
		if !strings.Contains(s.names[i], w) {
			return false
		}
	}
	return true
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
	words := strings.Fields(strings.ToLower(s.find.Text()))
	s.passing = s.passing[:0]
	for i := range s.progress.Attempts {
		if s.passes(i, words) {
			s.passing = append(s.passing, i)
		}
	}
}
