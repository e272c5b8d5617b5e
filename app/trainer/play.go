package trainer

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"sync"
	"time"

	"keepcool/app/call"
	"keepcool/app/script"
)

// A Play is an attempt being played. Every move and entry is on the disk
// before Play's own state changes, so that what is shown is never lost. Its
// methods may be called from any goroutine.
type Play struct {
	desk    *Desk
	attempt Attempt
	week    Week
	c       *call.Case
	engine  *analyst
	lesson  bool // nothing of it is kept or scored
	met     int  // cases the trainee has met, this one among them

	mu     sync.Mutex
	r      *replay
	own    map[int]string // what was said first, by moment
	active func() time.Duration
}

// A Choice is a reply the trainee can give now.
type Choice struct {
	Reply    int // index into Case.Replies
	Text     string
	Spoken   bool
	Promises bool // an hour goes with it
}

// Attempt is what was fixed when the attempt began.
func (p *Play) Attempt() Attempt { return p.attempt }

// Case is the case that is played.
func (p *Play) Case() *call.Case { return p.c }

// CasesMet is how many different cases the trainee had met when the play was
// opened, this one among them. A lesson counts none.
func (p *Play) CasesMet() int { return p.met }

// State is the state of the rules.
func (p *Play) State() call.State {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.r.state
}

// Stage says how far the attempt has come.
func (p *Play) Stage() Stage {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.r.stage()
}

// Said is the transcript so far.
func (p *Play) Said() []Said {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.r.said[:len(p.r.said):len(p.r.said)]
}

// Notes are the notes that stand.
func (p *Play) Notes() []Kept {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]Kept(nil), p.r.notes...)
}

// Opened are the papers of the client file that were opened, in their order.
func (p *Play) Opened() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.r.opened)
}

// Logs are the wrap-up logs, one for each call that has ended and was logged.
func (p *Play) Logs() []Log {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.r.logs)
}

// Hints is how many hints were shown.
func (p *Play) Hints() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.r.hints
}

// Active is the active call time recorded so far.
func (p *Play) Active() time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.r.active
}

// Moves is how many moves stand.
func (p *Play) Moves() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.r.moves)
}

// Call is the call that is under way, or was last.
func (p *Play) Call() *call.Call {
	return &p.Case().Calls[p.Case().Beat(p.State()).Call]
}

// Opening reports whether the next reply is the first of its call: the
// greeting, which the ten seconds are for. While the trainee still chooses whom
// to ring, or hears a machine, nobody waits for a greeting.
func (p *Play) Opening() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := len(p.r.moves)
	return p.r.state.Stage == call.Talking && (n == 0 || opens(p.r.moves[n-1])) && !p.nobodyThere()
}

// nobodyThere reports whether the trainee rings, and what was last told is no
// voice of the one rung.
func (p *Play) nobodyThere() bool {
	n := len(p.r.said)
	if n == 0 || !p.c.Calls[p.c.Beat(p.r.state).Call].Script.Outgoing {
		return false
	}
	return p.r.said[n-1].Voice == call.Narrator
}

// Choices are the replies open now, in this attempt's order.
func (p *Play) Choices() []Choice {
	p.mu.Lock()
	defer p.mu.Unlock()
	var choices []Choice
	for _, i := range p.r.c.Order(p.attempt.Seed, p.r.state, nil) {
		reply := p.r.c.Replies[i].Script
		c := Choice{Reply: i, Text: reply.Text, Spoken: reply.Spoken(), Promises: reply.Promises}
		if !c.Spoken {
			c.Text = reply.Text[1 : len(reply.Text)-1]
		}
		choices = append(choices, c)
	}
	return choices
}

// Prepare finds the denominators of the case: without them no attempt is begun.
// A rescue is led to where it begins. It may take seconds and belongs in the
// background. Where the denominators cannot be found it fails with NotScored and
// closes the attempt; one in which a move was made goes on with the scorecard it
// has. It does the same with NoRescue where there is nothing to rescue.
func (p *Play) Prepare() error {
	if p.lesson {
		return nil
	}
	_, err := p.desk.Scale(p.attempt, p.c, p.engine.setting)
	if err == nil {
		err = p.lead()
	}
	unscored, unled := errors.Is(err, &Error{Code: NotScored}), errors.Is(err, &Error{Code: NoRescue})
	if !unscored && !unled {
		return err
	}
	if unscored && p.Moves() > 0 {
		return nil
	}
	if p.Stage() == StageFile {
		return errors.Join(err, p.Leave())
	}
	return err
}

// Answer picks up the ringing phone, or rings, once the denominators are found.
func (p *Play) Answer() error {
	if err := p.Prepare(); err != nil {
		return err
	}
	return p.enter(StageFile, RecordAnswer, "")
}

// Open keeps that a paper of the client file was opened.
func (p *Play) Open(paper string) error {
	return p.entry(RecordOpened, paper)
}

// Reply gives reply i of Case.Replies. A reply that promises goes through
// PromiseReply.
func (p *Play) Reply(i int, t call.Timing) error {
	return p.move(call.Move{Kind: call.Reply, Reply: uint16(i), Timing: t})
}

// PromiseReply gives a reply that promises to ring at hour; the zero hour is a
// promise without an hour, which is vague.
func (p *Play) PromiseReply(i int, t call.Timing, hour time.Time) error {
	m := call.Move{Kind: call.Reply, Reply: uint16(i), Timing: t, Word: call.Vague}
	if hour.IsZero() {
		return p.move(m)
	}
	if m.Word = p.JudgePromise(hour); m.Word == call.TooSoon && hour.Before(p.desk.Clock.Now()) {
		return notNow("hour-passed", "That hour has passed already. Choose one that is still to come.")
	}
	return p.move(m, Record{Kind: RecordPromise, Text: PromiseAt(hour).text()})
}

// Hold puts the caller on hold for a moment.
func (p *Play) Hold() error { return p.move(call.Move{Kind: call.Hold}) }

// Breathe takes a breath.
func (p *Play) Breathe() error { return p.move(call.Move{Kind: call.Breathe}) }

// HangUp ends the call before its ending.
func (p *Play) HangUp() error { return p.move(call.Move{Kind: call.HangUp}) }

// ReadBack reads the notes back to the caller. The word it was judged by is
// returned.
func (p *Play) ReadBack() (call.Word, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	notes := make([]call.Note, len(p.r.notes))
	for i, k := range p.r.notes {
		notes[i] = k.Note
	}
	w := p.r.c.JudgeReadBack(p.r.state.Flags, notes)
	return w, p.do(call.Move{Kind: call.ReadBackMove, Word: w})
}

// Keep keeps words of a caller's line as a note.
func (p *Play) Keep(n call.Note) error {
	body, err := json.Marshal(n)
	if err != nil {
		return err
	}
	return p.entry(RecordNote, string(body))
}

// Drop drops the note kept by the record of that number.
func (p *Play) Drop(seq int) error { return p.entry(RecordUnnote, strconv.Itoa(seq)) }

// Back drops the last move standing. Only practice and rescues have it, and
// never across the end of a call or past where the trainee took over.
func (p *Play) Back() error {
	if !p.CanGoBack() {
		return notNow("no-move-back", "There is no move to take back.")
	}
	return p.entry(RecordBack, "")
}

// CanGoBack reports whether Back can be used now.
func (p *Play) CanGoBack() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.attempt.Mode.LikePractice() && p.r.canGoBack()
}

// Log keeps the wrap-up log of the call that has ended.
func (p *Play) Log(l Log) error { return p.enter(StageWrapUp, RecordLog, l.text()) }

// Leave stops the attempt for good, which can be done until its first call has
// ended: what was said and promised then stands.
func (p *Play) Leave() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.r.canLeave() {
		return notNow("call-stands", "A call of this case has ended and stands. Hang up instead.")
	}
	return p.append(Record{Kind: RecordLeft})
}

// CanLeave reports whether Leave can be used now.
func (p *Play) CanLeave() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.r.canLeave()
}

func notNow(key, sentence string) error { return Fail(NotNow, nil, key, sentence) }

func (p *Play) enter(at Stage, kind RecordKind, text string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.r.stage() != at {
		return notNow("not-at-this-point", "This can't be done at this point of the call.")
	}
	return p.append(Record{Kind: kind, Text: text})
}

func (p *Play) entry(kind RecordKind, text string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.append(Record{Kind: kind, Text: text})
}

func (p *Play) move(m call.Move, with ...Record) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.r.stage() != StageCall {
		return notNow("not-at-this-point", "This can't be done at this point of the call.")
	}
	return p.do(m, with...)
}

// do makes a move, with the entries that belong to it, if the rules allow it.
func (p *Play) do(m call.Move, with ...Record) error {
	if _, err := p.r.c.Step(p.r.state, m); err != nil {
		if errors.Is(err, call.ErrClosed) || errors.Is(err, call.ErrNoSuchReply) {
			return Fail(NotNow, err, "reply-closed", "This reply can't be given at this point of the call.")
		}
		return Fail(NotNow, err, "not-at-this-point", "This can't be done at this point of the call.")
	}
	return p.append(append([]Record{{Kind: RecordMove, Text: p.r.c.Format(m)}}, with...)...)
}

// append commits records and then takes them in. On an error nothing changes.
func (p *Play) append(records ...Record) error {
	if p.desk.ClockSet && !p.r.tried && !p.attempt.TriedOut {
		records = append([]Record{{Kind: RecordTried}}, records...)
	}
	now := p.desk.Clock.Now()
	for i := range records {
		records[i].Seq = p.r.seq + 1 + i
		records[i].At = now
		records[i].Active = p.r.active
		if p.active != nil {
			records[i].Active = p.active()
		}
	}
	trial := p.r.clone()
	for _, rec := range records {
		if err := trial.add(rec); err != nil {
			return err
		}
	}
	if p.lesson {
		p.r = trial
		return nil
	}
	sum, err := p.desk.summarise(p.attempt, trial)
	if err != nil {
		return err
	}
	if err := p.desk.Store.Append(p.attempt.ID, records, sum); err != nil {
		return err
	}
	p.r = trial
	p.engine.follow(trial)
	return nil
}

// Accompany has the engine work along in the background from now on: each move
// is judged after it was made, and when a call ends all of it is kept beside
// the scorecard. Release ends it.
func (p *Play) Accompany() {
	if p.lesson {
		return
	}
	p.engine.attend(true)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.engine.follow(p.r)
}

// Release lets go of the solved case, which can be large. What was asked of a
// call that has ended is still worked out and kept.
func (p *Play) Release() { p.engine.attend(false) }

// Time sets where the active call time is read from. It stands still while
// nothing is played.
func (p *Play) Time(active func() time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.active = active
}

// Scenario is the scenario that is played.
func (p *Play) Scenario() *script.Scenario { return p.Case().Scenario }
