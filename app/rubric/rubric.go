// Package rubric holds what is scored: the four keys, the behaviours a reply
// can show, the tempers of callers, the weights with the pass rule, and the
// teachings they all cite. It reads them from their files and judges the files
// strictly, since every score rests on them.
//
// It imports the standard library only. It knows nothing of call scripts, of
// a call being played, of points gathered, of screens or of storage.
package rubric

// A Key is one of the four keys of the scorecard, or Gate.
type Key uint8

// The keys, in the order in which they are shown. Gate is no key of the
// scorecard: it earns and costs nothing, but a critical fault of it fails the
// attempt.
const (
	Cool Key = iota
	Bases
	Extra
	Follow
	Gate
)

// Keys are the four keys of the scorecard in their order.
var Keys = [4]Key{Cool, Bases, Extra, Follow}

var keyNames = [...]string{"cool", "bases", "extra", "follow", "gate"}

// String is the key's word in the files.
func (k Key) String() string {
	if int(k) < len(keyNames) {
		return keyNames[k]
	}
	return "no key"
}

// ParseKey reads a key's word.
func ParseKey(word string) (Key, bool) {
	for i, name := range keyNames {
		if name == word {
			return Key(i), true
		}
	}
	return 0, false
}

// The behaviours that the program itself shows or asks for. They must stand
// in every rubric.
const (
	CutIn           = "cut-in"                 // a reply given while the caller speaks
	SlowToAnswer    = "slow-to-answer"         // a greeting begun too late
	HangUpOnCaller  = "hang-up-on-caller"      // the move hang up before an ending
	CallReadBack    = "read-back"              // the move read back, complete
	ConfirmComplete = "confirm-complete"       // the question that ends a read-back
	OverPromise     = "over-promise"           // a promise that is too soon
	VaguePromise    = "vague-promise"          // a promise without a time
	KeepPromise     = "keep-promise"           // a follow-up in time
	MissPromise     = "miss-promise"           // a follow-up missed
	Closed          = "closed-while-gathering" // only at beats that gather
)

// Common is the source of a behaviour on which the teachings are silent.
const Common = "common"

// AnyTemper is the name of the mood effect for every temper without its own.
const AnyTemper = "any"

// An Effect is what a behaviour does to the caller's moods.
type Effect struct {
	Heat      int `json:"heat,omitempty"`
	Trust     int `json:"trust,omitempty"`
	Confusion int `json:"confusion,omitempty"`
}

// A Temper is a type of person on the line.
type Temper struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// A Behaviour is one observable thing that a reply shows.
type Behaviour struct {
	ID       string
	Key      Key
	Points   int // more than 0 for a strength, less for a fault
	Critical bool
	Source   string // a row of the teachings, or Common
	Text     string // what it looks like
	Patience int    // 0 or less

	moods map[string]Effect
}

// Strength reports whether b earns. KeepPromise is one although its points
// are 0 in the file: they depend on the case.
func (b Behaviour) Strength() bool { return !b.Fault() }

// Fault reports whether b costs, or, at the gate, fails the attempt.
func (b Behaviour) Fault() bool { return b.Points < 0 || b.Critical }

// Effect is what b does to the moods of a caller of that temper. An entry of
// the temper's own replaces the one for any temper wholly.
func (b Behaviour) Effect(temper string) Effect {
	if e, ok := b.moods[temper]; ok {
		return e
	}
	return b.moods[AnyTemper]
}

// Outcome is what the results of a call pay, as against the manner of it.
type Outcome struct {
	Concern int `json:"concern"` // bases, for each concern settled whose script names no other pay
	Calm    int `json:"calm"`    // cool, for each degree of heat fallen from start to end
	Value   int `json:"value"`   // extra mile, for giving what this caller values
	Promise int `json:"promise"` // follow-up, for a good promise at a written ending
}

// A Rubric is everything a call is scored by but the weights.
type Rubric struct {
	Version    int
	Tempers    []Temper
	Behaviours []Behaviour

	// What the moves cost that are no replies, in patience, as positive numbers.
	HoldPatience, BreathePatience, ReadBackPatience int

	Outcome Outcome

	index map[string]int
}

// Find returns the behaviour of that id.
func (r *Rubric) Find(id string) (Behaviour, bool) {
	i, ok := r.index[id]
	if !ok {
		return Behaviour{}, false
	}
	return r.Behaviours[i], true
}

// Index returns the place of the behaviour of that id in Behaviours.
func (r *Rubric) Index(id string) (int, bool) {
	i, ok := r.index[id]
	return i, ok
}

// Temper returns the temper of that id.
func (r *Rubric) Temper(id string) (Temper, bool) {
	for _, t := range r.Tempers {
		if t.ID == id {
			return t, true
		}
	}
	return Temper{}, false
}

// IDs are the ids of all behaviours in the order of the file.
func (r *Rubric) IDs() []string {
	ids := make([]string, len(r.Behaviours))
	for i, b := range r.Behaviours {
		ids[i] = b.ID
	}
	return ids
}
