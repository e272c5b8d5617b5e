package script

// The codes of the diagnostics. A code is stable: pages, tests and people's
// notes name it, so it is never renamed and never used for anything else.
const (
	// UnknownKey: the word before the colon is no key of this place.
	UnknownKey = "unknown-key"
	// MisplacedKey: the key exists, but belongs somewhere else.
	MisplacedKey = "misplaced-key"
	// UnknownHeading: the line looks like a heading, but is none.
	UnknownHeading = "unknown-heading"
	// MissingHeading: a part every script needs is not there.
	MissingHeading = "missing-heading"
	// MissingKey: a key that must be given is not.
	MissingKey = "missing-key"
	// EmptyValue: nothing stands after the colon, or between two commas.
	EmptyValue = "empty-value"
	// EmptyText: a caller's line, a reply or a concern without words.
	EmptyText = "empty-text"
	// TwiceNamed: two things bear the same name, or a list names one twice.
	TwiceNamed = "twice-named"
	// TwiceGiven: a key or a part that may stand once stands again.
	TwiceGiven = "twice-given"
	// BadName: a name is not made of lower-case letters, digits and hyphens.
	BadName = "bad-name"
	// BadNumber: a whole number is wanted here.
	BadNumber = "bad-number"
	// OutOfRange: the number is too small or too large.
	OutOfRange = "out-of-range"
	// UnknownWord: the value is none of the words that may stand here.
	UnknownWord = "unknown-word"
	// BadMoods: a list of moods that cannot be read or lacks one.
	BadMoods = "bad-moods"
	// BadSpan: a length of time that cannot be read.
	BadSpan = "bad-span"
	// BadWindow: the promise's latest hour lies before its soonest.
	BadWindow = "bad-window"
	// BadCondition: a condition that cannot be read.
	BadCondition = "bad-condition"
	// BadFact: a fact, or an entry of shows, that cannot be read.
	BadFact = "bad-fact"
	// BadConcern: a concern that cannot be read.
	BadConcern = "bad-concern"
	// BadCaller: a line that begins with CALLER, but cannot be read.
	BadCaller = "bad-caller"
	// FactWithoutConcern (warning): a want or need that names no concern.
	FactWithoutConcern = "fact-without-concern"
	// UnknownConcern: a concern is named that the script does not have.
	UnknownConcern = "unknown-concern"
	// UnknownBeat: a reply leads to a beat that the script does not have.
	UnknownBeat = "unknown-beat"
	// OtherCall: a reply leads to a beat of another call.
	OtherCall = "other-call"
	// ReplyWithoutGo: a reply does not say where it leads.
	ReplyWithoutGo = "reply-without-go"
	// NoID (warning): a reply without id, so that it is named by its order.
	NoID = "no-id"
	// StrayText: a line that is nothing a script knows.
	StrayText = "stray-text"
	// OutsideBeat: something that belongs into a beat stands outside of one.
	OutsideBeat = "outside-beat"
	// MisplacedLine: the caller speaks below the replies of a beat.
	MisplacedLine = "misplaced-line"
	// EvidenceNotFound: the quoted words do not occur in the line they prove.
	EvidenceNotFound = "evidence-not-found"
	// MissingEvidence: a behaviour or fact without the words that show it.
	MissingEvidence = "missing-evidence"
	// UnclosedQuote: a quotation mark is opened and never closed.
	UnclosedQuote = "unclosed-quote"
	// MissingComma: two entries of a list without a comma between them.
	MissingComma = "missing-comma"
	// DeadEnd: a beat with neither replies nor an ending.
	DeadEnd = "dead-end"
	// BeatWithoutLine: a beat with replies to which the caller says nothing.
	BeatWithoutLine = "beat-without-line"
	// EndingWithReplies: a beat that ends the call and still has replies.
	EndingWithReplies = "ending-with-replies"
	// EmptyCall: a call without a beat.
	EmptyCall = "empty-call"
	// MissingCall: a call the script needs is not there.
	MissingCall = "missing-call"
	// CallOrder: CALL first is not the first of the calls.
	CallOrder = "call-order"
	// CallWithoutPromise: a second call in a script without a promise.
	CallWithoutPromise = "call-without-promise"
	// PromiseMissing: a reply makes the promise, but there is no PROMISE.
	PromiseMissing = "promise-missing"
	// PromiseNeverMade: there is a PROMISE, but no reply makes it.
	PromiseNeverMade = "promise-never-made"
	// GivesWithoutValues: a reply gives what the caller values, which is not said.
	GivesWithoutValues = "gives-without-values"
	// BadGloss: an idiom without its plain meaning.
	BadGloss = "bad-gloss"
	// UnknownVariant: a part belongs to a variant that is not named at the top.
	UnknownVariant = "unknown-variant"
	// VariantsAlike (warning): two variants do not differ.
	VariantsAlike = "variants-alike"
	// ThenMissing: a reply leads to a fragment and does not say what follows.
	ThenMissing = "then-missing"
	// ThenUnwanted: a reply that leads to no fragment has a then:.
	ThenUnwanted = "then-unwanted"
	// ReturnOutside: a reply returns, but stands in no fragment.
	ReturnOutside = "return-outside"
	// FragmentNoReturn: a fragment from which the call never comes back.
	FragmentNoReturn = "fragment-no-return"
	// FragmentUnused (warning): nothing leads to the fragment.
	FragmentUnused = "fragment-unused"
	// FragmentLoop: a fragment leads into itself.
	FragmentLoop = "fragment-loop"
	// FragmentDepth: too many fragments within one another.
	FragmentDepth = "fragment-depth"
	// FragmentSize: the fragments come to too many beats.
	FragmentSize = "fragment-size"
	// PromiseNotSaid (warning): there is no PROMISE, and the kind does not say so.
	PromiseNotSaid = "promise-not-said"
	// PromiseUnwanted: the kind has no promise, but the script has one.
	PromiseUnwanted = "promise-unwanted"
	// FlagNotRead: a condition in a second call reads what is not carried over.
	FlagNotRead = "flag-not-read"
	// TranslationDiffers: a translation changes more than words.
	TranslationDiffers = "translation-differs"
	// CutOff: the file ends in the middle of something.
	CutOff = "cut-off"
	// NewerVersion: the script is written for a newer version of the program.
	NewerVersion = "newer-version"
	// NotText: the file is no plain text in UTF-8.
	NotText = "not-text"
	// EmptyFile: the file has nothing in it but comments.
	EmptyFile = "empty-file"
	// TooBig: the file is larger than any script.
	TooBig = "too-big"
	// TooLong: a line is longer than any line of a script.
	TooLong = "too-long"
	// TooMany: a list with more entries than any script needs.
	TooMany = "too-many"
	// TooManyProblems: there are more problems than are shown.
	TooManyProblems = "too-many-problems"
)
