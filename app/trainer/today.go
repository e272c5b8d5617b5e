package trainer

import (
	"cmp"
	"errors"
	"slices"

	"keepcool/app/rubric"
)

// A Today is what waits for a trainee and how they stand.
type Today struct {
	Unfinished []Summary // calls and wrap-ups that were not ended
	Promises   []Promise // by their hour
	Recent     []Summary // the last scored attempts but for rescues, newest first
	Next       *Entry    // what to play next, nil when nothing can be played
	Why        Why       // why that one
	Keys       [4]Mean   // how the four keys stand over Recent
	FirstCall  bool      // nothing was begun yet, the first call included
	Moments    Moments   // what comes back of the trainee's own calls
}

// A Mean is that of a key over some attempts, from 0 to 100. While a promise is
// open, the follow-up key of its attempt is not known and does not count.
type Mean struct {
	Score float64
	Of    int // attempts it is the mean of
}

// A Why is the reason for a recommendation.
type Why string

// The reasons.
const (
	WhyFirst  Why = "first"  // nothing was played yet: the path begins here
	WhyAgain  Why = "again"  // the last call was not passed, and was the first of its case
	WhyPath   Why = "path"   // the next on the path that was not played yet
	WhyNew    Why = "new"    // the path is walked: the easiest beside it that was not played yet
	WhyWeak   Why = "weak"   // everything was played: the lowest best score
	WhyAssess Why = "assess" // practised with success, not yet assessed
)

// Today gathers what waits for a trainee. Promises that have lapsed are closed
// first.
func (d *Desk) Today(who Profile) (Today, error) {
	var t Today
	promises, err := d.Promises(who)
	if err != nil {
		return t, err
	}
	t.Promises = promises
	t.Unfinished, err = d.Store.Summaries(Query{Profile: who.ID, Stages: []Stage{StageFile, StageCall, StageWrapUp}, Limit: 20})
	if err != nil {
		return t, err
	}
	t.Recent, err = d.Store.Summaries(Query{Profile: who.ID, Except: Rescue, Scored: true, Limit: 5})
	if err != nil {
		return t, err
	}
	for k := range t.Keys {
		t.Keys[k] = mean(rubric.Key(k), t.Recent)
	}
	if t.FirstCall, err = d.offersFirstCall(who); err != nil {
		return t, err
	}
	if t.Moments, err = d.Moments(who); err != nil {
		return t, err
	}
	t.Next, t.Why, err = d.recommend(who)
	return t, err
}

// offersFirstCall reports whether the first call comes before all else: it was
// neither done nor skipped, and no other call was begun.
func (d *Desk) offersFirstCall(who Profile) (bool, error) {
	begun, err := d.Store.Summaries(Query{Profile: who.ID, Limit: 1})
	if err != nil || len(begun) > 0 {
		return false, err
	}
	was, err := d.FirstCall(who)
	return was == FirstCallWaits, err
}

func mean(k rubric.Key, attempts []Summary) Mean {
	var m Mean
	for _, s := range attempts {
		if k != rubric.Follow || s.Final {
			m.Score += s.Keys[k]
			m.Of++
		}
	}
	m.Score /= float64(max(1, m.Of))
	return m
}

// recommend picks what to play next. A case that was just played for the first
// time and not passed comes again, while it is fresh; then the path goes on, and
// after it what stands beside it, the easiest first. When all was played, what
// was passed in practice is to be assessed, and then the lowest best score is
// to be raised.
func (d *Desk) recommend(who Profile) (*Entry, Why, error) {
	records, err := d.Bests(who)
	if err == nil {
		err = d.Recall()
	}
	if err != nil {
		return nil, "", err
	}
	entries := d.inOrder()
	if e := d.again(who, entries, records); e != nil {
		return e, WhyAgain, nil
	}
	var weakest *Entry
	for _, e := range entries {
		b, played := records[e.Scenario.ID]
		_, onPath := d.Shelf.Step(e.Scenario.ID)
		switch {
		case !played && len(records) == 0:
			return e, WhyFirst, nil
		case !played && onPath:
			return e, WhyPath, nil
		case !played:
			return e, WhyNew, nil
		case weakest == nil || b.Best.Overall < records[weakest.Scenario.ID].Best.Overall:
			weakest = e
		}
	}
	for _, e := range entries {
		if b := records[e.Scenario.ID]; b.Best.Passed && b.Assessed == 0 {
			return e, WhyAssess, nil
		}
	}
	return weakest, WhyWeak, nil
}

// inOrder are the cases that can be played, each in the language it was read in
// first: along the path, then the others from the easiest on.
func (d *Desk) inOrder() []*Entry {
	var entries []*Entry
	for _, e := range d.Shelf.Entries {
		if first, ok := d.Shelf.Find(e.Scenario.ID); ok && first == e && d.Playable(e) {
			entries = append(entries, e)
		}
	}
	slices.SortStableFunc(entries, d.Shelf.ByPath)
	return entries
}

// again is the case of the last scored attempt, where that was the first of its
// case and failed.
func (d *Desk) again(who Profile, entries []*Entry, records map[string]Standing) *Entry {
	var last Summary
	for _, b := range records {
		if b.Last.Attempt.ID > last.Attempt.ID {
			last = b.Last
		}
	}
	b := records[last.Attempt.Scenario]
	if !last.Failed || b.Played != 1 {
		return nil
	}
	i := slices.IndexFunc(entries, func(e *Entry) bool { return e.Scenario.ID == last.Attempt.Scenario })
	if i < 0 {
		return nil
	}
	return entries[i]
}

// A Standing is how a trainee did in one case.
type Standing struct {
	Best, Last Summary // by overall; by time
	Played     int
	Assessed   int
}

// Bests is how a trainee did in each case they have a score in. Rescues do not
// count: they begin where the call has gone badly already.
func (d *Desk) Bests(who Profile) (map[string]Standing, error) {
	all, err := d.Store.Summaries(Query{Profile: who.ID, Except: Rescue, Scored: true})
	if err != nil {
		return nil, err
	}
	out := map[string]Standing{}
	for _, s := range all {
		b := out[s.Attempt.Scenario]
		if b.Played == 0 {
			b.Last = s
		}
		if b.Played == 0 || s.Overall > b.Best.Overall {
			b.Best = s
		}
		b.Played++
		if s.Attempt.Mode == Assessed {
			b.Assessed++
		}
		out[s.Attempt.Scenario] = b
	}
	return out, nil
}

// Promises are a trainee's open follow-ups by their hour. Those past repair
// are closed as lapsed on the way.
func (d *Desk) Promises(who Profile) ([]Promise, error) {
	// A wrap-up left open does not put a promise off, and neither does a call
	// inside the house that is under way.
	open, err := d.Store.Summaries(Query{Profile: who.ID, Stages: []Stage{StagePending, StageWrapUp, StageFile, StageCall}})
	if err != nil {
		return nil, err
	}
	var out []Promise
	for _, s := range open {
		if s.Due.IsZero() {
			continue
		}
		a, r, err := d.rebuild(s.Attempt.ID)
		if unreadable(err) {
			d.unreadable("a promise can't be read", s.Attempt, err)
			continue
		}
		if err != nil {
			return nil, err
		}
		p := d.play(who, a, r)
		lapsed, err := p.lapse()
		if err != nil {
			return nil, err
		}
		if promise, ok := p.Promise(); ok && !lapsed {
			out = append(out, promise)
		}
	}
	slices.SortStableFunc(out, func(a, b Promise) int {
		return cmp.Or(a.Hour.Compare(b.Hour), cmp.Compare(a.Attempt.ID, b.Attempt.ID))
	})
	return out, nil
}

// unreadable reports whether err is that of one attempt alone, which must not
// stand in the way of the others.
func unreadable(err error) bool {
	return errors.Is(err, &Error{Code: OlderRules}) || errors.Is(err, &Error{Code: StoreDamaged}) || errors.Is(err, &Error{Code: NotFound})
}

// unreadable tells the log of such an attempt, once.
func (d *Desk) unreadable(what string, a Attempt, err error) {
	if _, told := d.told.LoadOrStore(a.ID, true); !told {
		d.log(what, a, err)
	}
}

// History is a trainee's attempts, newest first.
func (d *Desk) History(who Profile, limit, offset int) ([]Summary, error) {
	return d.Store.Summaries(Query{Profile: who.ID, Limit: limit, Offset: offset})
}

// A Bell tells of promises as they fall due, each once.
type Bell struct {
	Desk     *Desk
	Notifier Notifier

	told map[int64]bool
}

// A Ring is a promise that has fallen due. Told says whether the desktop said
// so; if not, the window must.
type Ring struct {
	Promise Promise
	Told    bool
}

// Check tells of the promises that have fallen due since it was last asked.
// The words of the notification are made by words.
func (b *Bell) Check(who Profile, words func(Promise) (title, body string)) ([]Ring, error) {
	promises, err := b.Desk.Promises(who)
	if err != nil {
		return nil, err
	}
	if b.told == nil {
		b.told = map[int64]bool{}
	}
	var rings []Ring
	for _, p := range promises {
		if !p.Due(b.Desk.Clock.Now()) || b.told[p.Attempt.ID] {
			continue
		}
		b.told[p.Attempt.ID] = true
		rings = append(rings, Ring{p, b.Notifier != nil && b.Notifier.Notify(words(p)) == nil})
	}
	return rings, nil
}
