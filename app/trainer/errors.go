package trainer

import (
	"fmt"
	"strings"
	"time"
)

// A Code names a kind of failure; it is stable and the same in the window, the
// terminal, the log and the documents.
type Code string

// The codes of the failures that people meet.
const (
	NotFound       Code = "not-found"
	OutOfSequence  Code = "out-of-sequence" // another copy wrote to this attempt
	StoreReadOnly  Code = "store-read-only" // the data folder cannot be written
	StoreNetwork   Code = "store-network"   // the data folder is on a network drive
	StoreNewer     Code = "store-newer"     // made by a newer Keepcool
	StoreForeign   Code = "store-foreign"   // a file of another program
	StoreDamaged   Code = "store-damaged"   // the file is damaged
	StoreFull      Code = "store-full"      // the disk is full
	StoreFailed    Code = "store-failed"    // anything else the store met
	AlreadyRunning Code = "already-running" // another copy has the data folder
	BadName        Code = "bad-name"        // a profile needs a name
	BadWeek        Code = "bad-week"        // a week without working hours
	BadPassphrase  Code = "bad-passphrase"  // wrong, or too short to be set
	BadScenario    Code = "bad-scenario"    // the scenario has problems and cannot be played
	NotScored      Code = "not-scored"      // the engine cannot score the case
	NotWorkedOut   Code = "not-worked-out"  // the engine cannot say what was asked
	NoRescue       Code = "no-rescue"       // the case has no point to be rescued from
	OlderRules     Code = "older-rules"     // played under older rules: read-only
	NotDue         Code = "not-due"         // the promise is not due yet
	NotNow         Code = "not-now"         // the call does not allow this now
)

// An Error is a failure as a value: a code, a sentence for people that says
// what to do, and the cause for the log. Fail makes one.
type Error struct {
	Code    Code
	Message string         // the sentence, in English
	Key     string         // names the sentence, for those who say it in another language
	Words   map[string]any // what the sentence was filled with
	Cause   error
}

// Fail makes an Error. The sentence is plain English, with {{.Name}} where a
// word goes; words are names, each followed by its value: a text, a number, an
// hour (time.Time) or a day of the week. The key is the sentence's own, written
// out where the sentence is, so that a test can hold the window's catalogue to it.
func Fail(code Code, cause error, key, sentence string, words ...any) *Error {
	e := &Error{Code: code, Message: sentence, Key: key, Cause: cause}
	for i := 0; i+1 < len(words); i += 2 {
		if e.Words == nil {
			e.Words = map[string]any{}
		}
		name := words[i].(string)
		e.Words[name] = words[i+1]
		e.Message = strings.ReplaceAll(e.Message, "{{."+name+"}}", plainly(words[i+1]))
	}
	return e
}

func plainly(word any) string {
	if hour, ok := word.(time.Time); ok {
		return hour.Format("15:04")
	}
	return fmt.Sprint(word)
}

func (e *Error) Error() string { return e.Message }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Cause }

// Is matches errors by their code, so that errors.Is(err, &Error{Code: X}) asks
// for a kind of failure.
func (e *Error) Is(target error) bool {
	t, ok := target.(*Error)
	return ok && t.Code == e.Code
}
