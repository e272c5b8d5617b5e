package trainer

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"keepcool/app/call"
	"keepcool/app/rubric"
	"keepcool/app/score"
	"keepcool/app/script"
	"keepcool/app/solve"
)

// A Desk is where people work: it opens attempts on the shelf's cases, knows
// what is due and what was done. It may be used from any goroutine.
type Desk struct {
	Store    Store
	Clock    Clock
	ClockSet bool // the clock was set by hand: attempts are marked
	Shelf    *Shelf

	Budget     int               // how many states the engine may hold in one search
	Background func(work func()) // runs work apart from who asks for it; nil runs it in place
	Open       context.Context   // the engine stops when it is done; nil: never
	Log        *slog.Logger      // nil: nothing is logged

	mu    sync.Mutex
	cases map[string]*call.Case // by the hashes they were compiled from

	searches searches
	told     sync.Map // attempts the log was told of, by their IDs
}

// NewDesk is a desk over a store, a clock and a shelf.
func NewDesk(st Store, clock Clock, shelf *Shelf) *Desk {
	return &Desk{
		Store: st, Clock: clock, Shelf: shelf, Budget: solve.DefaultBudget,
		cases: map[string]*call.Case{}, searches: searches{found: map[string]*search{}},
	}
}

// open is what the engine works under.
func (d *Desk) open() context.Context {
	if d.Open == nil {
		return context.Background()
	}
	return d.Open
}

// limits are those of every search.
func (d *Desk) limits() solve.Limits { return solve.Limits{States: d.Budget} }

// log tells the log of what went wrong where nobody waits for an answer.
func (d *Desk) log(what string, a Attempt, err error) {
	if d.Log == nil {
		return
	}
	var told *Error
	if errors.As(err, &told) && told.Cause != nil {
		err = fmt.Errorf("%w (%w)", told, told.Cause)
	}
	d.Log.Error(what, "attempt", a.ID, "title", a.Title, "error", err)
}

// Begin opens a new attempt on a case of the shelf. Assessed attempts are
// always normal. A rescue is drawn among the variants that the trainee has had a
// first call of, and fails with NotNow while there is none. A case that is known to be one the engine cannot score is not
// begun; one of which nothing is known yet is, and Play.Prepare finds out.
func (d *Desk) Begin(who Profile, entry *Entry, set call.Setting, mode Mode, untimed bool) (*Play, error) {
	if !entry.Sound() {
		return nil, Fail(BadScenario, nil, "scenario-problems", `"{{.Title}}" has problems and can't be played. The Library lists them.`, "Title", entry.Title())
	}
	if err := d.recall(entry); err != nil {
		return nil, err
	}
	if !d.Playable(entry) {
		return nil, notScored(entry.Title(), nil)
	}
	if mode == Assessed {
		set = call.Normal
	}
	a := Attempt{
		Profile: who.ID, Scenario: entry.Scenario.ID, Title: entry.Scenario.Title,
		ScenarioHash: entry.Hash, RubricHash: d.Shelf.rubricText.Hash, WeightsHash: d.Shelf.weightsText.Hash,
		Rules: call.Rules, Setting: set.String(), Mode: mode, Seed: rand.Uint64(),
		Started: d.Clock.Now(), Zone: zoneName(d.Clock.Now()), TriedOut: d.ClockSet, Untimed: untimed,
	}
	draw := d.draw
	if mode == Rescue {
		draw = d.drawKnown
	}
	var err error
	if a.Variant, err = draw(a, len(entry.Cases)); err != nil {
		return nil, err
	}
	met, err := d.casesMet(who, a)
	if err != nil {
		return nil, err
	}
	a, err = d.Store.Begin(a, Text{entry.Hash, "scenario", entry.Source}, d.Shelf.rubricText, d.Shelf.weightsText)
	if err != nil {
		return nil, err
	}
	p := d.play(who, a, newReplay(entry.Cases[a.Variant], set))
	p.met = met
	return p, nil
}

// draw picks a variant by the attempt's seed, among those that the trainee has
// begun least often: knowing last week's answers does not help.
func (d *Desk) draw(a Attempt, variants int) (int, error) {
	if variants == 1 {
		return 0, nil
	}
	before, err := d.Store.Summaries(Query{Profile: a.Profile, Scenario: a.Scenario})
	if err != nil {
		return 0, err
	}
	begun := make([]int, variants)
	for _, s := range before {
		if s.Attempt.Variant < variants {
			begun[s.Attempt.Variant]++
		}
	}
	var fewest []int
	for v, n := range begun {
		if n == slices.Min(begun) {
			fewest = append(fewest, v)
		}
	}
	return fewest[a.Seed%uint64(len(fewest))], nil
}

func (d *Desk) play(who Profile, a Attempt, r *replay) *Play {
	return &Play{desk: d, attempt: a, week: who.Week, r: r, c: r.c, engine: newAnalyst(d, a, r), own: map[int]string{}}
}

// zoneName is the IANA zone of t. The zone of a machine that does not name its
// own is written as UTC's offset by the standard library and kept as it is.
func zoneName(t time.Time) string { return t.Location().String() }

// Resume takes an attempt up where it was. The denominators of a call under way
// are found at once, so that its moves never wait for them.
func (d *Desk) Resume(who Profile, id int64) (*Play, error) {
	a, r, err := d.rebuild(id)
	if err != nil {
		return nil, err
	}
	if s := r.stage(); s == StageCall || s == StageWrapUp {
		if _, err := d.Scale(a, r.c, r.setting); err != nil && !errors.Is(err, &Error{Code: NotScored}) {
			return nil, err
		}
	}
	p := d.play(who, a, r)
	if p.own, err = d.ownWords(id); err != nil {
		return nil, err
	}
	p.met, err = d.casesMet(who, a)
	return p, err
}

// Rebuild makes the summaries of attempts anew from their records, after a
// recovery. An attempt whose texts or records do not fit any more keeps the
// summary it has; the errors tell which.
func (d *Desk) Rebuild(attempts []int64) error {
	var failed []error
	for _, id := range attempts {
		a, r, err := d.rebuild(id)
		if err == nil {
			err = d.resummarise(a, r)
		}
		if err != nil {
			failed = append(failed, fmt.Errorf("attempt %d: %w", id, err))
		}
	}
	return errors.Join(failed...)
}

func (d *Desk) resummarise(a Attempt, r *replay) error {
	sum, err := d.summarise(a, r)
	if err != nil {
		return err
	}
	return d.Store.Append(a.ID, nil, sum)
}

// rebuild replays an attempt from the texts it was played from.
func (d *Desk) rebuild(id int64) (Attempt, *replay, error) {
	a, err := d.Store.Attempt(id)
	if err != nil {
		return a, nil, err
	}
	if a.Rules != call.Rules {
		return a, nil, Fail(OlderRules, nil, "older-rules", "This call was played under older rules. It can be read, but not played on.")
	}
	c, err := d.caseOf(a)
	if err != nil {
		return a, nil, err
	}
	records, err := d.Store.Records(id)
	if err != nil {
		return a, nil, err
	}
	set, _ := call.ParseSetting(a.Setting)
	r := newReplay(c, set)
	for _, rec := range records {
		if err := r.add(rec); err != nil {
			return a, nil, Fail(StoreDamaged, err, "record-damaged", `The record of "{{.Title}}" can't be replayed: line {{.N}} does not fit the case.`, "Title", a.Title, "N", rec.Seq)
		}
	}
	return a, r, nil
}

// caseOf compiles the case an attempt was played from, once.
func (d *Desk) caseOf(a Attempt) (*call.Case, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	key := fmt.Sprintf("%s %s %d", a.ScenarioHash, a.RubricHash, a.Variant)
	if c, ok := d.cases[key]; ok {
		return c, nil
	}
	text, err := d.Store.Text(a.ScenarioHash)
	if err != nil {
		return nil, err
	}
	rubricText, err := d.Store.Text(a.RubricHash)
	if err != nil {
		return nil, err
	}
	r, err := rubric.Parse(rubricText.Body)
	if err != nil {
		return nil, damagedText(a, err)
	}
	s, problems := script.Parse(a.Scenario, text.Body)
	if script.Errors(problems) {
		return nil, damagedText(a, fmt.Errorf("%s", problems[0]))
	}
	if a.Variant >= s.VariantCount() {
		return nil, damagedText(a, fmt.Errorf("it has no variant number %d", a.Variant))
	}
	c, problems := call.Compile(s.Plain(a.Variant), r)
	if c == nil {
		return nil, damagedText(a, fmt.Errorf("%s", problems[0]))
	}
	d.cases[key] = c
	return c, nil
}

func damagedText(a Attempt, cause error) error {
	return Fail(StoreDamaged, cause, "scenario-damaged", `The scenario that "{{.Title}}" was played from can't be read any more.`, "Title", a.Title)
}

func (d *Desk) weightsOf(a Attempt) (rubric.Weights, error) {
	if a.WeightsHash == d.Shelf.weightsText.Hash {
		return d.Shelf.Weights, nil
	}
	text, err := d.Store.Text(a.WeightsHash)
	if err != nil {
		return rubric.Weights{}, err
	}
	return rubric.ParseWeights(text.Body)
}

// summarise is what is derived from an attempt as it stands. A call under way
// has no scorecard. A case that can no longer be scored keeps the one it has:
// nothing that was scored is lost, and nothing is kept from being kept.
func (d *Desk) summarise(a Attempt, r *replay) (Summary, error) {
	sum := Summary{Attempt: a, Stage: r.stage(), Changed: r.last, TriedOut: a.TriedOut || r.tried}
	if r.hour != nil && (r.state.Stage == call.Promised || r.c.InHouse(r.state)) {
		sum.Due = r.hour.Time()
	}
	if !r.scored() {
		return sum, nil
	}
	card, err := d.card(a, r)
	if errors.Is(err, &Error{Code: NotScored}) {
		d.log("a call was left with the scorecard it has", a, err)
		err = d.carryOver(&sum)
		return sum, err
	}
	if err != nil {
		return sum, err
	}
	sum.Scored, sum.Final = true, card.Keys[rubric.Follow].Final
	sum.Passed, sum.Failed = card.Verdict == score.Passed, card.Verdict == score.Failed
	sum.Critical = len(card.Critical) > 0
	sum.Overall, sum.Rule = card.Overall, card.Rule.String()
	for k, s := range card.Keys {
		sum.Keys[k] = s.Score
	}
	sum.Card, err = json.Marshal(card)
	return sum, err
}

// carryOver takes over what the store has of the scorecard.
func (d *Desk) carryOver(sum *Summary) error {
	kept, err := d.Store.Summary(sum.Attempt.ID)
	if errors.Is(err, &Error{Code: NotFound}) {
		return nil
	}
	sum.Scored, sum.Final = kept.Scored, kept.Final
	sum.Passed, sum.Failed, sum.Critical = kept.Passed, kept.Failed, kept.Critical
	sum.Overall, sum.Rule, sum.Keys, sum.Card = kept.Overall, kept.Rule, kept.Keys, kept.Card
	return err
}

func (d *Desk) card(a Attempt, r *replay) (score.Card, error) {
	scale, err := d.Scale(a, r.c, r.setting)
	if err != nil {
		return score.Card{}, err
	}
	w, err := d.weightsOf(a)
	if err != nil {
		return score.Card{}, err
	}
	table := score.NewTable(r.c, r.setting)
	return score.Score(table, score.Play{Setting: r.setting, Moves: r.moves, Hints: r.hints}, w, scale)
}
