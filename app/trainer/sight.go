package trainer

import (
	"cmp"
	"slices"
	"time"
)

// betterName is the preference under which it is kept since when a profile
// knows the better replies of a case.
const betterName = "better-replies/"

// SeeBetter keeps that the trainee has opened the better replies of a case.
// They tell of all its variants, so from now on none of those that were not
// begun is seen for the first time.
func (d *Desk) SeeBetter(who Profile, scenario string) error {
	seen, err := d.Store.Preference(who.ID, betterName+scenario)
	if err != nil || seen != "" {
		return err
	}
	return d.Store.SavePreference(who.ID, betterName+scenario, d.Clock.Now().UTC().Format(time.RFC3339Nano))
}

// SightsLeft is how many variants of a case a trainee can still see for the first
// time, and would not after opening its better replies. It is 0 where they were
// opened, and for a case that is not on the shelf any more.
func (d *Desk) SightsLeft(who Profile, scenario string) (int, error) {
	entry, ok := d.Shelf.Find(scenario)
	since, err := d.knownSince(who, scenario)
	if err != nil || !ok || !since.IsZero() {
		return 0, err
	}
	begun, err := d.Store.Summaries(Query{Profile: who.ID, Scenario: scenario})
	if err != nil {
		return 0, err
	}
	known := make([]bool, len(entry.Cases))
	left := len(known)
	for _, s := range begun {
		if v := s.Attempt.Variant; v < len(known) && !known[v] {
			known[v] = true
			left--
		}
	}
	return left, nil
}

// FirstSights are the attempts of a trainee that were played at first sight:
// before each of them began, they had neither begun its variant nor opened the
// better replies of any variant of its case. attempts are all of the trainee's,
// in any order.
func (d *Desk) FirstSights(who Profile, attempts []Summary) (map[int64]bool, error) {
	type sight struct {
		scenario string
		variant  int
	}
	byStart := slices.Clone(attempts)
	slices.SortFunc(byStart, func(a, b Summary) int { return cmp.Compare(a.Attempt.ID, b.Attempt.ID) })
	begun := map[sight]bool{}
	known := map[string]time.Time{}
	first := map[int64]bool{}
	for _, s := range byStart {
		a := s.Attempt
		since, asked := known[a.Scenario]
		if !asked {
			var err error
			if since, err = d.knownSince(who, a.Scenario); err != nil {
				return nil, err
			}
			known[a.Scenario] = since
		}
		v := sight{a.Scenario, a.Variant}
		first[a.ID] = !begun[v] && (since.IsZero() || a.Started.Before(since))
		begun[v] = true
	}
	return first, nil
}

// knownSince is when the better replies of a case were opened, the zero time
// where they were not. A mark that can't be read counts as opened at once.
func (d *Desk) knownSince(who Profile, scenario string) (time.Time, error) {
	text, err := d.Store.Preference(who.ID, betterName+scenario)
	if err != nil || text == "" {
		return time.Time{}, err
	}
	since, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		return time.Unix(0, 1), nil
	}
	return since, nil
}
