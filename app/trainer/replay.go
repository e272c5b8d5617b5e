package trainer

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"

	"keepcool/app/call"
)

// A replay is an attempt rebuilt from its records: the state, the moves that
// stand and everything the screens show. It grows record by record.
type replay struct {
	c       *call.Case
	setting call.Setting

	state  call.State
	moves  []call.Move
	states []call.State // before each standing move
	said   []call.Said
	marks  []mark // what to go back to, before each standing move

	since   int   // the record that opened the present moment: see OwnWords
	moments []int // since, of each standing move

	given    int // of the moves, those made before the trainee took over
	notes    []Kept
	opened   []string
	hints    int
	answered bool // the call under way was picked up
	ended    int  // calls that have ended
	logs     []Log
	hour     *PromisedHour
	promised time.Time // when the hour was first given
	moved    bool
	left     bool
	tried    bool
	seq      int
	active   time.Duration
	last     time.Time
}

// mark is the length of everything a step back cuts off.
type mark struct {
	said, notes, ended int
	answered           bool
	hour               *PromisedHour
	at                 time.Time // when the move was made; nothing is cut off by it
}

func newReplay(c *call.Case, set call.Setting) *replay {
	r := &replay{c: c, setting: set}
	var events []call.Event
	r.state, events = c.Begin(set, nil)
	r.said = c.Tell(nil, r.state, call.Move{}, -1, r.state, events)
	return r
}

// add takes one record in. Its error means the record does not fit the case.
func (r *replay) add(rec Record) error {
	r.seq, r.last = rec.Seq, rec.At
	r.active = rec.Active
	switch rec.Kind {
	case RecordMove:
		m, err := r.c.ParseMove(rec.Text)
		if err != nil {
			return err
		}
		return r.move(m)
	case RecordGiven:
		n, err := strconv.Atoi(rec.Text)
		if err != nil || n < 0 || len(r.moves) > 0 {
			return fmt.Errorf("no %q moves can be given here", rec.Text)
		}
		r.given = n
	case RecordBack:
		r.back()
		r.since = rec.Seq
	case RecordHint:
		r.hints++
	case RecordOpened:
		r.opened = append(r.opened, rec.Text)
	case RecordAnswer:
		r.answered = true
	case RecordNote:
		var n call.Note
		if err := json.Unmarshal([]byte(rec.Text), &n); err != nil {
			return err
		}
		r.notes = append(r.notes, Kept{n, rec.Seq})
	case RecordUnnote:
		seq, err := strconv.Atoi(rec.Text)
		if err != nil {
			return err
		}
		r.notes = slices.DeleteFunc(slices.Clone(r.notes), func(k Kept) bool { return k.Seq == seq })
	case RecordPromise, RecordMoved:
		h, err := readHour(rec.Text)
		if err != nil {
			return err
		}
		if rec.Kind == RecordPromise {
			r.promised = rec.At
		}
		r.hour, r.moved = &h, r.moved || rec.Kind == RecordMoved
	case RecordLog:
		var l Log
		if err := json.Unmarshal([]byte(rec.Text), &l); err != nil {
			return err
		}
		r.logs = append(r.logs, l)
	case RecordLeft:
		r.left = true
	case RecordTried:
		r.tried = true
	}
	return nil
}

func (r *replay) move(m call.Move) error {
	before := r.state
	next, events, err := r.c.Apply(before, m, nil)
	if err != nil {
		return err
	}
	r.marks = append(r.marks, mark{len(r.said), len(r.notes), r.ended, r.answered, r.hour, r.last})
	r.states = append(r.states, r.state)
	r.said = r.c.Tell(r.said, r.state, m, len(r.moves), next, events)
	r.moves = append(r.moves, m)
	r.moments = append(r.moments, r.since)
	if !stays(m) {
		r.since = r.seq
	}
	r.state = next
	r.count(events, m.Kind == call.RingInside || r.c.InHouse(before))
	return nil
}

// back drops the last standing move, never across the end of a call and never
// one that was given.
func (r *replay) back() {
	n := len(r.moves) - 1
	if !r.canGoBack() {
		return
	}
	k := r.marks[n]
	r.state, r.states, r.moves, r.marks = r.states[n], r.states[:n], r.moves[:n], r.marks[:n]
	r.moments = r.moments[:n]
	r.said, r.notes = r.said[:k.said], r.notes[:min(k.notes, len(r.notes))]
	r.ended, r.answered, r.hour = k.ended, k.answered, k.hour
}

func (r *replay) canGoBack() bool {
	n := len(r.moves) - 1
	return n >= r.given && r.state.Stage == call.Talking && !opens(r.moves[n])
}

func (r *replay) canLeave() bool {
	return r.ended == 0 && r.state.Stage == call.Talking && !r.left
}

// opens reports whether a move opens a call after the first.
func opens(m call.Move) bool { return m.Kind == call.FollowUp || m.Kind == call.RingInside }

// stays reports whether a move stays in its beat: what is to be said next is
// the same.
func stays(m call.Move) bool {
	return m.Kind == call.Hold || m.Kind == call.Breathe || m.Kind == call.ReadBackMove
}

// count keeps count of the calls with the caller by what happened. A call
// inside the house asks for no log.
func (r *replay) count(events []call.Event, inside bool) {
	for _, e := range events {
		switch e.Kind {
		case call.CallOpened:
			r.answered = false
		case call.CallEnded, call.CallCut, call.CallDropped:
			if !inside {
				r.ended++
			}
		}
	}
}

// scored reports whether there is a scorecard: a call has ended.
func (r *replay) scored() bool { return r.ended > 0 || r.state.Stage.Over() }

// stage says how far the attempt has come.
func (r *replay) stage() Stage {
	switch {
	case r.left:
		return StageLeft
	case r.state.Stage == call.Talking && !r.answered:
		return StageFile
	case r.state.Stage == call.Talking:
		return StageCall
	case len(r.logs) < r.ended:
		return StageWrapUp
	case r.state.Stage == call.Promised:
		return StagePending
	}
	return StageFinal
}

// clone is a copy that can grow without touching r: what was appended to r
// stays r's, since every slice is cut to its length.
func (r *replay) clone() *replay {
	d := *r
	d.moves, d.states = slices.Clip(r.moves), slices.Clip(r.states)
	d.moments = slices.Clip(r.moments)
	d.said, d.marks = slices.Clip(r.said), slices.Clip(r.marks)
	d.notes, d.opened, d.logs = slices.Clip(r.notes), slices.Clip(r.opened), slices.Clip(r.logs)
	return &d
}
