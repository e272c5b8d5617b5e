package call

// A Stage says where an attempt stands.
type Stage uint8

// The stages of an attempt.
const (
	Talking       Stage = iota // a call is under way
	Promised                   // the first call has ended, the follow-up is open, and a call inside may be made
	Done                       // a written ending was reached and nothing is open
	CallerHungUp               // heat 10 or patience 0
	TraineeHungUp              // the move hang up
	Lapsed                     // the promise was never kept
)

// Over reports whether no further move can be made.
func (s Stage) Over() bool { return s >= Done }

// A State is everything the rules know of an attempt between two moves. It is
// comparable and 16 bytes long, so that the engine can hold millions.
type State struct {
	Flags    Flags
	Beat     uint16
	Stage    Stage
	Heat     uint8 // 0 to 10, as Trust and Confusion
	Trust    uint8
	Conf     uint8 // confusion
	Patience uint8
}

// Flags are what has come to pass: concerns found and settled, and the rest
// below. The high bits hold what was earned at beats that lie on a cycle.
type Flags uint64

// MaxConcerns is how many concerns a case can have.
const MaxConcerns = 12

// The single flags.
const (
	Given      Flags = 1 << (2*MaxConcerns + iota) // what this caller values was given
	Permission                                     // the caller let the trainee respond
	ReadBack                                       // a complete read-back was made where it was wanted
	HasPromise                                     // a promise with an hour was made
	wordLow
	wordHigh
	Inside    // the call inside the house was played
	earnedLow // the first of the bits for what was earned on a cycle
)

const (
	foundBits = Flags(1<<MaxConcerns - 1)
	maxEarned = 64 - (2*MaxConcerns + 7)
)

// Found is the flag of concern i having been found.
func Found(i int) Flags { return 1 << i }

// Settled is the flag of concern i having been settled.
func Settled(i int) Flags { return 1 << (MaxConcerns + i) }

// Has reports whether all flags of f are set.
func (s State) Has(f Flags) bool { return s.Flags&f == f }

// Word is the promise's word. It means something only with HasPromise.
func (s State) Word() Word {
	return Word(s.Flags / wordLow & 3)
}

func (f Flags) promise(w Word) Flags {
	f &^= HasPromise | wordLow | wordHigh
	if w == Vague {
		return f
	}
	return f | HasPromise | Flags(w)*wordLow
}

// A Setting is how hard the caller starts.
type Setting uint8

// The settings. Assessed attempts are always Normal.
const (
	Gentle Setting = iota
	Normal
	Hard
)

// Settings are all settings, mildest first.
var Settings = [3]Setting{Gentle, Normal, Hard}

func (s Setting) String() string { return [...]string{"gentle", "normal", "hard"}[s] }

// ParseSetting reads a setting's name.
func ParseSetting(name string) (Setting, bool) {
	for _, s := range Settings {
		if s.String() == name {
			return s, true
		}
	}
	return Normal, false
}
