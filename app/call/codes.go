package call

// The codes of the diagnostics that Compile adds to those of package script.
// A code is stable: it is never renamed and never used for anything else.
const (
	// UnknownTemper: the rubric has no temper of this name.
	UnknownTemper = "unknown-temper"
	// UnknownBehaviour: the rubric has no behaviour of this name.
	UnknownBehaviour = "unknown-behaviour"
	// TooManyConcerns: there are more concerns than a case can hold.
	TooManyConcerns = "too-many-concerns"
	// TooLarge: there are more beats or replies than a case can number.
	TooLarge = "too-large"
	// FreeCycle: the call can go round for ever without costing patience.
	FreeCycle = "free-cycle"
	// TooManyOnCycles: the beats that can be come back to want too much.
	TooManyOnCycles = "too-many-on-cycles"
	// LineMayFail: the caller may have nothing to say at a beat.
	LineMayFail = "line-may-fail"
	// AllClosed: every reply of a beat may be closed.
	AllClosed = "all-closed"
	// NotGathering: a closed question is a fault at a beat that gathers nothing.
	NotGathering = "not-gathering"
	// NoTempts (warning): a reply with a fault does not say why one would give it.
	NoTempts = "no-tempts"
	// WantedNotShown (warning): a beat wants what none of its replies shows.
	WantedNotShown = "wanted-not-shown"
)
