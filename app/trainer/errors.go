package trainer

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
	OlderRules     Code = "older-rules"     // played under older rules: read-only
	NotDue         Code = "not-due"         // the promise is not due yet
	NotNow         Code = "not-now"         // the call does not allow this now
)

// An Error is a failure as a value: a code, a sentence for people that says
// what to do, and the cause for the log.
type Error struct {
	Code    Code
	Message string
	Cause   error
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
