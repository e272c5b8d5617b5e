package trainer

import (
	"encoding/json"
	"time"

	"keepcool/app/call"
)

// A Voice says who speaks in a transcript.
type Voice uint8

// The voices. Narrator tells what is done or happens, not said.
const (
	Narrator Voice = iota
	TheCaller
	TheTrainee
)

// A Said is one entry of a transcript.
type Said struct {
	Voice Voice
	Text  string
	Tone  string // of the caller: loud, fast
	Line  int    // index into Case.Lines, -1 when it is no caller's line
	Move  int    // index of the standing move that said it, -1 for the call's first line
	Call  int    // index into Case.Calls
	Heat  int    // the caller's heat after it, 0 to 10
	Event call.EventKind
}

// A Kept is a note the trainee kept, with the record that holds it.
type Kept struct {
	call.Note
	Seq int
}

// A Log is what the trainee writes down straight after a call.
type Log struct {
	Who      string    `json:"who"`
	When     time.Time `json:"when"`
	Concerns string    `json:"concerns"`
	Mattered string    `json:"mattered"` // safety, importance, respect or delivering
	Else     string    `json:"else"`     // what else came up that is not ours to settle today
	Happy    int       `json:"happy"`    // have I made them happy? 1 to 5
}

func (l Log) text() string {
	b, _ := json.Marshal(l) // a struct of strings, a number and a time always marshals
	return string(b)
}
