package trainer

import (
	"encoding/json"
	"time"

	"keepcool/app/call"
)

// The transcript's words, as the rules tell them.
type (
	Said  = call.Said
	Voice = call.Voice
)

// The voices.
const (
	Narrator   = call.Narrator
	TheCaller  = call.TheCaller
	TheTrainee = call.TheTrainee
)

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
