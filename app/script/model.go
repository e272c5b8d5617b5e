package script

// A Pos is a place in a script file. Line and Col count from 1; Col counts
// characters, not bytes, so that it is what an editor shows.
type Pos struct {
	Line, Col int
}

// A Word is a name an author typed, with the place where it stands.
type Word struct {
	Text string
	At   Pos
}

// A Scenario is one case as a trainer wrote it (DESIGN section 5). It is text
// with positions only: what a behaviour or a temper is, the rubric knows.
//
// What is played is a plain scenario, as Plain gives it: one variant, with
// every fragment written out where it is used.
type Scenario struct {
	Version    int
	Title      string
	ID         string
	Project    string
	Case       string // id of the METHODS case, as C2
	Kind       string
	NoPromise  bool // calls of this kind end without a follow-up
	NoHangUp   bool // callers of this kind never hang up
	Difficulty int  // 1 to 5
	Language   string
	Variants   []Word // their names; empty when there is only one
	Summary    string

	Papers    []Paper // the client file, in its order
	Caller    Caller
	Concerns  []Concern
	Promise   *Promise // nil when the kind has none
	Calls     []Call   // the first call is Calls[0]
	Fragments []Fragment

	whole   *Scenario // of a plain scenario, the one as written
	variant int       // of a plain scenario, the index of its variant
}

// An Only names the variants that a part belongs to. Empty: all of them.
type Only []Word

// A Paper is one line of the client file.
type Paper struct {
	Kind string // client, product, service, past, purchase, note or primer
	Text string
	Only Only
	At   Pos
}

// A Caller is the person on the line.
type Caller struct {
	ID     string
	Name   string
	From   string
	Heat   string // the colour of the heat: angry, frustrated, disappointed, frightened
	Temper Word
	Values Word // safety, importance, respect or delivering

	Normal, Gentle, Hard Moods
	At                   Pos
}

// Moods are the moods and the patience at the start of a call. Heat, Trust
// and Confusion run from 0 to 10; Patience from 8 to 30 in a first call and
// from 1 in a second.
type Moods struct {
	Heat, Trust, Confusion, Patience int
	At                               Pos
}

// A Concern is something the caller needs settled.
type Concern struct {
	ID     string
	Text   string
	Hidden bool
	Opens  Condition // on every line that says a fact of it; zero when none
	Pays   int       // points when it is settled; -1 asks for the rubric's own
	Only   Only
	At     Pos
}

// A Promise is the follow-up the scenario asks for and its sensible window.
type Promise struct {
	What    string
	Soonest Span // sooner is over-promising
	Latest  Span // the latest hour the caller accepts; days last to the end of the working day
	Grace   Span // ringing this much after the hour still keeps it
	At      Pos
}

// A Span is a length of time. Days are the trainee's working days; minutes
// and hours run by the clock.
type Span struct {
	N    int
	Unit Unit
}

// A Unit is a unit of a Span.
type Unit string

// The units of a Span.
const (
	Minutes Unit = "minutes"
	Hours   Unit = "hours"
	Days    Unit = "days"
)

// A Role says which call of the case a Call is.
type Role string

// The calls of a case. Inside is with a colleague inside the house, between
// the first call and the second.
const (
	First  Role = "first"
	Inside Role = "inside"
	Kept   Role = "kept"
	Late   Role = "late"
	Missed Role = "missed"
)

// Second reports whether it is the role of a second call: how the promise
// turned out.
func (r Role) Second() bool { return r == Kept || r == Late || r == Missed }

// A Call is one telephone conversation of the case.
type Call struct {
	Role     Role
	Outgoing bool   // the trainee rings
	Moods    Moods  // of any call but the first, which starts with the caller's
	Reads    []Term // what a second call knows of the calls before it
	Name     string // of the colleague, in a call inside
	Temper   Word   // of the colleague
	What     string // what the call inside is for
	Beats    []Beat // the call starts at the first
	At       Pos
}

// A Fragment is a piece of a call that several replies lead to, each with the
// beat at which the call goes on when the fragment returns.
type Fragment struct {
	ID    string
	Beats []Beat // it starts at the first
	At    Pos
}

// Return is where a reply of a fragment leads to leave it again.
const Return = "return"

// A Beat is a place in the call: what the caller says, then the replies open
// to the trainee. A beat with an Ending has no replies: the call ends there.
type Beat struct {
	ID         string
	Lines      []Line
	Replies    []Reply
	Wants      []Word // behaviours wanted here
	WantsGiven bool   // false: what its replies show is wanted
	Gathering  bool   // closed questions are a fault here
	FairHangUp bool   // the trainee may hang up here without fault
	Ending     string
	Only       Only
	At         Pos
}

// A Line is what the caller says at a beat if When holds and no line before
// it was said.
type Line struct {
	Tone   string
	Text   string
	When   Condition
	Says   []Fact
	Means  []Gloss
	Only   Only
	At     Pos
	TextAt Pos
}

// A Gloss is the plain meaning of an idiom: bytes Start to End of the line's
// Text.
type Gloss struct {
	Words      string
	Meaning    string
	Start, End int
	At         Pos
}

// A FactKind is the label under which a fact is worth noting.
type FactKind string

// The kinds of fact.
const (
	Want    FactKind = "want"
	Need    FactKind = "need"
	Feeling FactKind = "feeling"
	Detail  FactKind = "detail"
)

// A Fact is a marked piece of a caller's line: bytes Start to End of its Text.
type Fact struct {
	Kind       FactKind
	Concern    string // "" when it belongs to none
	Words      string
	Start, End int
	At         Pos
}

// A Reply is what the trainee can say or do at a beat.
type Reply struct {
	ID         string // the key within its beat
	Text       string
	Shows      []Shown
	Tempts     string
	If         Condition
	Settles    []Word
	Gives      bool // what this caller values
	Promises   bool
	Permission bool
	Moods      Override
	Patience   *int // nil: the rubric's effects
	Go         Word // a beat of its call, a fragment, or Return
	Then       Word // the beat to go on at after the fragment
	Only       Only
	At         Pos
	TextAt     Pos
}

// Spoken reports whether the reply is said; one written wholly in square
// brackets is something done.
func (r Reply) Spoken() bool {
	return len(r.Text) < 2 || r.Text[0] != '[' || r.Text[len(r.Text)-1] != ']'
}

// Shown is a behaviour a reply shows and the evidence for it: bytes Start to
// End of the reply's Text. Words is empty where the reply is something done.
type Shown struct {
	Behaviour  string
	Words      string
	Start, End int
	At         Pos
}

// An Override replaces the rubric's effect on the moods it names.
type Override struct {
	Heat, Trust, Confusion *int
}

// A Condition holds when all terms of one of its groups hold. The zero
// Condition always holds.
type Condition struct {
	Any [][]Term
	At  Pos
}

// Always reports whether c has no terms.
func (c Condition) Always() bool { return len(c.Any) == 0 }

// A TermKind says what a Term reads.
type TermKind string

// What a term can read. Behaviour reads the reply just given, and stands only
// in opens: and when:.
const (
	AtLeast    TermKind = "at least" // the mood Name is Level or more
	Under      TermKind = "under"    // the mood Name is below Level
	Found      TermKind = "found"
	Settled    TermKind = "settled"
	Given      TermKind = "given"
	Permission TermKind = "permission"
	ReadBack   TermKind = "read-back"
	Promised   TermKind = "promised"
	Behaviour  TermKind = "behaviour"
)

// A Term is one test of a Condition, or, without Not, a flag that a second
// call reads.
type Term struct {
	Kind  TermKind
	Not   bool
	Name  string // mood, concern or behaviour
	Level int
	At    Pos
}
