package trainer

import "time"

// A Mode is how an attempt is played.
type Mode string

// The modes. Assessed is always played in the normal setting.
const (
	Practice Mode = "practice"
	Assessed Mode = "assessed"
	Rescue   Mode = "rescue" // practice that begins at the worst point of a call
)

// An Attempt is one play of a case, all its calls: what was fixed when it
// began. Nothing here ever changes; what happens is appended as records.
type Attempt struct {
	ID       int64
	Profile  int64
	Scenario string // the scenario's id
	Title    string

	ScenarioHash, RubricHash, WeightsHash string // name the kept texts it was played from

	Rules    int    // call.Rules when it began
	Setting  string // gentle, normal or hard
	Mode     Mode
	Seed     uint64 // shuffles the replies
	Variant  int
	Started  time.Time
	Zone     string // the trainee's IANA zone
	TriedOut bool   // the clock was set by hand
	Untimed  bool   // lines were not timed
}

// A RecordKind says what a Record holds.
type RecordKind string

// The kinds of record. A move's Text is its written form (hoping.a:cutting-in).
// The others are entries: free, unseen by the caller.
const (
	RecordMove    RecordKind = "move"
	RecordBack    RecordKind = "back"      // practice: the last move standing is dropped
	RecordHint    RecordKind = "hint"      // practice: a hint was shown
	RecordOpened  RecordKind = "opened"    // a paper of the client file
	RecordAnswer  RecordKind = "answer"    // the trainee picked up, or rang
	RecordHeard   RecordKind = "heard"     // a line was heard to its end
	RecordNote    RecordKind = "note"      // Text is a Note as JSON
	RecordUnnote  RecordKind = "unnote"    // Text is the sequence number of the note dropped
	RecordPromise RecordKind = "promise"   // Text is a PromisedHour as JSON
	RecordMoved   RecordKind = "moved"     // Text is a PromisedHour as JSON: moved once, before its hour
	RecordLog     RecordKind = "log"       // the wrap-up log, as JSON
	RecordTried   RecordKind = "tried-out" // from here on the clock was set by hand
	RecordLeft    RecordKind = "left"      // stopped by the trainee
	RecordGiven   RecordKind = "given"     // rescue: Text is how many moves, which follow at once, were made for the trainee
)

// A Record is one line of an attempt. Seq counts from 1 without a gap.
type Record struct {
	Seq    int
	Kind   RecordKind
	Text   string
	At     time.Time     // when it was made
	Active time.Duration // active call time since the call began
}

// A Stage says how far an attempt has come.
type Stage string

// The stages of an attempt.
const (
	StageFile    Stage = "file"    // begun, not yet answered
	StageCall    Stage = "call"    // a call is under way
	StageWrapUp  Stage = "wrap-up" // the call has ended, the log is open
	StagePending Stage = "pending" // waits for its promise
	StageFinal   Stage = "final"
	StageLeft    Stage = "left"
)

// A Summary is what is derived from an attempt's records and kept beside them
// so that lists need not replay. It can always be rebuilt.
type Summary struct {
	Attempt  Attempt
	Stage    Stage
	Changed  time.Time
	Due      time.Time // the promised hour, zero when there is none
	Scored   bool      // the figures below stand
	Final    bool      // the follow-up key is final too
	Passed   bool
	Failed   bool // decided already, whatever the follow-up brings
	Critical bool
	TriedOut bool       // the clock was set by hand at some time
	Overall  float64    // 0 to 100
	Keys     [4]float64 // 0 to 100, by rubric.Key
	Rule     string     // the rule that decided, as a sentence
	Card     []byte     // the scorecard as JSON; lists leave it out
	Analysis []byte     // what the engine says, as JSON, beside Card; nil until it is worked out
}

// A Query picks summaries, newest first. Zero fields pick all.
type Query struct {
	Profile  int64
	Scenario string
	Mode     Mode
	Except   Mode // attempts of this mode are left out
	Stages   []Stage
	Scored   bool
	Limit    int // 0: no limit
	Offset   int
}

// A Text is a scenario, a rubric or weights as they stood when an attempt
// was played, named by the SHA-256 of their meaning.
type Text struct {
	Hash string
	Kind string // scenario, rubric or weights
	Body []byte
}
