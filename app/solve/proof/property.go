package proof

// A Group is one of the six groups of demands.
type Group uint8

// The groups.
const (
	Reach Group = iota + 1
	Keys
	Players
	Choices
	Course
	Text
)

var groupNames = [...]string{"", "reach", "keys", "players", "choices", "course", "text"}

func (g Group) String() string { return groupNames[g] }

// A Property is one demand. Its code is stable: notes and other programs name
// it, so it is never renamed and never used for anything else.
type Property struct {
	Code    string
	Group   Group
	Warning bool   // worth telling, but no failure
	Holds   string // what is so when it holds
}

// Properties are all demands, in the order in which they are told.
var Properties = []Property{
	{"no-ending", Reach, false, "from the start a written ending can be reached"},
	{"unreachable-beat", Reach, false, "every beat can be reached"},
	{"unreachable-reply", Reach, false, "every reply can be given"},
	{"dead-end", Reach, false, "from every beat a written ending can be reached"},
	{"few-stakes", Keys, false, "in each key, points are at stake in three beats or more"},
	{"cannot-fail-key", Keys, false, "each key can be failed in a call that is played to its end"},
	{"no-ninety", Keys, false, "one call reaches 90 in all four keys together"},
	{"no-patience-to-spare", Keys, false, "such a call ends with patience to spare"},
	{"first-passes", Players, false, "who always takes the first reply as written fails"},
	{"longest-passes", Players, false, "who always takes the longest reply fails"},
	{"shortest-passes", Players, false, "who always takes the shortest reply fails"},
	{"apology-passes", Players, false, "who always takes the most apologetic reply fails"},
	{"random-passes", Players, false, "fewer than 1 in 200 random plays pass"},
	{"straw-man", Choices, false, "no reply is worse in everything than another that leads to the same place"},
	{"same-reply", Choices, true, "no two replies do the same and lead to the same place"},
	{"length-betrays", Choices, false, "the best reply is the longest in no more than a third of the beats"},
	{"never-found", Course, false, "each hidden concern can be found"},
	{"never-missed", Course, false, "each hidden concern can be missed in a call that is played to its end"},
	{"never-settled", Course, false, "each concern can be settled"},
	{"read-back-untold", Course, false, "whoever notes every want and need can make each read-back that earns"},
	{"no-follow-up", Course, false, "the promise can be made, so that its follow-ups can be played"},
	{"follow-up-stuck", Course, false, "every follow-up can be played to a written ending"},
	{"never-hangs-up", Course, false, "the caller can be driven to hang up by replies"},
	{"hangs-up-anyway", Course, false, "a caller of a kind without hang-up never hangs up"},
	{"early-hang-up", Course, false, "the caller does not hang up before the third reply"},
	{"long-line", Text, false, "the caller says no more than 45 words at a time"},
	{"long-reply", Text, false, "a reply has no more than 30 words"},
	{"hard-lines", Text, false, "on average, the caller's lines read at grade 8 or below"},
	{"hard-replies", Text, false, "on average, the replies read at grade 6 or below"},
	{"reading-load", Text, false, "all that a player reads in the first call takes 12 minutes or less"},
	{"play-length", Text, true, "the best play is spoken in four to nine minutes"},
}

// played reports whether a property is judged by playing, setting by setting,
// and not from the text alone.
func (p Property) played() bool {
	return p.Group != Text || p.Code == "play-length" || p.Code == "reading-load"
}

func property(code string) Property {
	for _, p := range Properties {
		if p.Code == code {
			return p
		}
	}
	panic("there is no property " + code)
}

// A Finding is one way in which a property fails.
type Finding struct {
	Code    string   `json:"code"`
	Group   string   `json:"group"`
	Warning bool     `json:"warning,omitempty"`
	Line    int      `json:"line,omitempty"` // of the script; 0 where it is of the whole
	Message string   `json:"message"`
	Moves   []string `json:"moves,omitempty"` // the shortest list that shows it
}

// Verdicts are what became of the properties.
type Verdicts struct {
	Proved    []string  `json:"proved"`
	Findings  []Finding `json:"findings"`
	Undecided []string  `json:"undecided"`
}

// Failed reports whether a property fails that must hold.
func (v *Verdicts) Failed() bool {
	for _, f := range v.Findings {
		if !f.Warning {
			return true
		}
	}
	return false
}

func (v *Verdicts) find(code string, line int, moves []string, message string) {
	p := property(code)
	v.Findings = append(v.Findings, Finding{
		Code: code, Group: p.Group.String(), Warning: p.Warning, Line: line, Message: message, Moves: moves,
	})
}

// close counts every property that was asked for as proved, if it was neither
// found to fail nor left undecided.
func (v *Verdicts) close(asked func(Property) bool) {
	done := map[string]bool{}
	for _, f := range v.Findings {
		done[f.Code] = true
	}
	for _, code := range v.Undecided {
		done[code] = true
	}
	v.Proved = []string{}
	for _, p := range Properties {
		if asked(p) && !done[p.Code] {
			v.Proved = append(v.Proved, p.Code)
		}
	}
}
