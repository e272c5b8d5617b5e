package trainer

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"keepcool/app/call"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
)

// searches are the searches for denominators that were begun or whose end is
// known, by what they follow from.
type searches struct {
	mu    sync.Mutex // never held while a search runs
	found map[string]*search
}

// A search is one search for denominators. Whoever asks while it runs waits
// for it.
type search struct {
	budget int
	done   chan struct{} // closed at its end; the rest is read after it
	scale  score.Scale
	err    error // nil or NotScored once it is over; any other is forgotten
}

// over reports whether the search has come to its end.
func (s *search) over() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

// keptSearch is what the store keeps of a search: its end, or the budget that
// it did not end within.
type keptSearch struct {
	Scale  *score.Scale  `json:"scale,omitempty"`
	Most   *score.Points `json:"most,omitempty"` // what the outcome can pay: under a name of its own
	Budget int           `json:"budget,omitempty"`
}

// scaleKey names what denominators follow from.
func scaleKey(scenario, rubric string, set call.Setting, variant int) string {
	return fmt.Sprintf("denominators/%d/%d/%s/%s/%s/%d", call.Rules, solve.Version, scenario, rubric, set, variant)
}

// Scale is the denominators of a case in a setting: searched once, and kept by
// the hashes of what they follow from. It may take seconds and belongs in the
// background. Where the engine does not finish, it fails with NotScored; this
// is kept too, until the file or the budget changes.
func (d *Desk) Scale(a Attempt, c *call.Case, set call.Setting) (score.Scale, error) {
	key := scaleKey(a.ScenarioHash, a.RubricHash, set, a.Variant)
	s, mine := d.begin(key)
	if mine {
		d.run(s, key, func() (score.Scale, error) { return d.denominators(key, a, c, set) })
	}
	<-s.done
	if errors.Is(s.err, &Error{Code: NotScored}) {
		return s.scale, notScored(a.Title, errors.Unwrap(s.err))
	}
	return s.scale, s.err
}

// begin is the search of that name; mine says that the caller has to run it.
func (d *Desk) begin(key string) (s *search, mine bool) {
	d.searches.mu.Lock()
	defer d.searches.mu.Unlock()
	if s := d.searches.found[key]; s != nil && s.budget == d.Budget {
		return s, false
	}
	s = &search{budget: d.Budget, done: make(chan struct{})}
	d.searches.found[key] = s
	return s, true
}

var errUnfound = errors.New("trainer: the search did not come to its end")

// run brings a search to its end. A failure of the store is not remembered, and
// neither is a search that was stopped.
func (d *Desk) run(s *search, key string, find func() (score.Scale, error)) {
	s.err = errUnfound // whoever waits gets no zero scale if find panics
	defer close(s.done)
	s.scale, s.err = find()
	if s.err == nil || errors.Is(s.err, &Error{Code: NotScored}) {
		return
	}
	d.searches.mu.Lock()
	defer d.searches.mu.Unlock()
	if d.searches.found[key] == s {
		delete(d.searches.found, key)
	}
}

// denominators reads what is kept under key, or has the engine search.
func (d *Desk) denominators(key string, a Attempt, c *call.Case, set call.Setting) (score.Scale, error) {
	kept, err := d.kept(key)
	switch {
	case err != nil:
		return score.Scale{}, err
	case kept.Scale != nil:
		return *kept.Scale, nil
	case kept.Budget == d.Budget:
		return score.Scale{}, notScored(a.Title, solve.ErrBudget)
	}
	scale, err := solve.DenominatorsContext(d.open(), c, set, d.limits())
	kept = keptSearch{Scale: &scale}
	switch {
	case tooLarge(err):
		kept, err = keptSearch{Budget: d.Budget}, notScored(a.Title, err)
		d.log("a case can't be scored", a, err)
	case err != nil:
		return scale, err
	}
	if failed := d.keep(key, kept); failed != nil {
		d.log("the denominators were not kept", a, failed) // they will be searched again
	}
	return scale, err
}

// tooLarge reports whether the engine cannot finish, however long it may work.
func tooLarge(err error) bool {
	return errors.Is(err, solve.ErrBudget) || errors.Is(err, solve.ErrPoints)
}

// kept is what the store holds of a search, nothing where that can't be read.
func (d *Desk) kept(key string) (keptSearch, error) {
	var k keptSearch
	text, err := d.Store.Preference(0, key)
	if err != nil || text == "" || json.Unmarshal([]byte(text), &k) != nil {
		return keptSearch{}, err
	}
	return k, nil
}

func (d *Desk) keep(key string, k keptSearch) error {
	body, err := json.Marshal(k)
	if err != nil {
		return err
	}
	return d.Store.SavePreference(0, key, string(body))
}

// notScored is the failure of a case that the engine cannot score.
func notScored(title string, cause error) error {
	return Fail(NotScored, cause, "not-scored", `"{{.Title}}" can't be scored, and so it can't be played: it is too large for the engine. The Library says what to do.`, "Title", title)
}

// Recall reads of every case on the shelf whether it is known to be one that
// the engine cannot score. Nothing is searched.
func (d *Desk) Recall() error {
	for _, e := range d.Shelf.Entries {
		if err := d.recall(e); err != nil {
			return err
		}
	}
	return nil
}

func (d *Desk) recall(e *Entry) error {
	for _, key := range d.entryKeys(e) {
		if d.known(key) != nil {
			continue
		}
		kept, err := d.kept(key)
		if err != nil {
			return err
		}
		if kept.Scale == nil && kept.Budget != d.Budget {
			continue
		}
		if s, mine := d.begin(key); mine {
			d.run(s, key, func() (score.Scale, error) {
				if kept.Scale == nil {
					return score.Scale{}, notScored(e.Title(), solve.ErrBudget)
				}
				return *kept.Scale, nil
			})
		}
	}
	return nil
}

// entryKeys names the denominators of every variant in every setting.
func (d *Desk) entryKeys(e *Entry) []string {
	var keys []string
	for v := range e.Cases {
		for _, set := range call.Settings {
			keys = append(keys, scaleKey(e.Hash, d.Shelf.rubricText.Hash, set, v))
		}
	}
	return keys
}

// known is the search of that name within the present budget, nil for none.
func (d *Desk) known(key string) *search {
	d.searches.mu.Lock()
	defer d.searches.mu.Unlock()
	if s := d.searches.found[key]; s != nil && s.budget == d.Budget {
		return s
	}
	return nil
}

// Playable reports whether a case can be played as far as is known: that it
// cannot be scored may still come to light.
func (d *Desk) Playable(e *Entry) bool { return e.Sound() && !d.unscored(e) }

// unscored reports whether the engine is known not to finish in some variant
// and setting.
func (d *Desk) unscored(e *Entry) bool {
	for _, key := range d.entryKeys(e) {
		if s := d.known(key); s != nil && s.over() && s.err != nil {
			return true
		}
	}
	return false
}

// Problems are what is wrong with a file of the shelf: what its text shows,
// and that the engine cannot score it.
func (d *Desk) Problems(e *Entry) []script.Diagnostic {
	problems := e.Problems[:len(e.Problems):len(e.Problems)]
	if !e.Sound() || !d.unscored(e) {
		return problems
	}
	return append(problems, script.Diagnostic{
		Code: "not-scored", File: e.File, Line: 1, Col: 1,
		Message: "This case is too large for the engine to score, so it can't be played. Give the caller less patience, or the call fewer beats that lead back and fewer concerns.",
	})
}
