package script

// A Document is a script as it is written: what the scenario means and what
// its text says besides, which are the comments and the defaults an author
// wrote out. It is the middle between the two forms of a script, the text and
// the JSON, and each is made of it without loss.
//
// Its fields are the JSON form, which call.schema.json describes. The tag one
// lists the words that may stand in a field, and the tag text says whether it
// is a name or, as evidence, may begin and end with a blank. Conditions
// and lengths of time are written as in the text: a tool that shows a script
// shows these words, and working days have no other notation.
type Document struct {
	Version    int      `json:"version"`
	Title      string   `json:"title"`
	ID         string   `json:"id" text:"name"`
	Project    string   `json:"project" text:"name"`
	Case       string   `json:"case,omitempty"`
	Kind       string   `json:"kind"`
	NoPromise  bool     `json:"no-promise,omitempty"`
	NoHangUp   bool     `json:"no-hang-up,omitempty"`
	Difficulty int      `json:"difficulty"`
	Language   string   `json:"language"`
	Variants   []string `json:"variants,omitempty" text:"name"`
	Summary    string   `json:"summary,omitempty"`

	File      []paperForm    `json:"file,omitzero"` // nil: no heading FILE
	Caller    callerForm     `json:"caller"`
	Concerns  []concernForm  `json:"concerns"`
	Promise   *promiseForm   `json:"promise,omitempty"`
	Calls     []callForm     `json:"calls"`
	Fragments []fragmentForm `json:"fragments,omitempty"`

	// The keys are those of the header, FILE and CONCERNS for the headings, top
	// for what the file begins with and end for what stands below everything.
	Comments comments `json:"comments,omitempty"`
}

// comments are the comment lines above each key of a part, and, under the key
// above, those above the part itself. An empty string is a blank line.
type comments map[string][]string

// The keys of comments that are no keys of a script.
const (
	aboveTop      = "top"
	aboveEnd      = "end"
	abovePart     = "above"
	aboveFile     = "FILE"
	aboveConcerns = "CONCERNS"
)

type paperForm struct {
	Kind     string   `json:"kind" one:"client product service past purchase note primer"`
	Text     string   `json:"text"`
	Only     []string `json:"only,omitempty" text:"name"`
	Comments comments `json:"comments,omitempty"`
}

type callerForm struct {
	ID       string    `json:"id" text:"name"`
	Name     string    `json:"name,omitempty"`
	From     string    `json:"from,omitempty"`
	Moods    moodsForm `json:"moods"`
	Gentle   moodsForm `json:"gentle"`
	Hard     moodsForm `json:"hard"`
	Temper   string    `json:"temper" text:"name"`
	Values   string    `json:"values,omitempty" one:"safety importance respect delivering"`
	Comments comments  `json:"comments,omitempty"`
}

type moodsForm struct {
	Heat      int    `json:"heat"`
	Colour    string `json:"colour,omitempty" one:"angry frustrated disappointed frightened"`
	Trust     int    `json:"trust"`
	Confusion int    `json:"confusion"`
	Patience  int    `json:"patience"`
}

type concernForm struct {
	Kind     string   `json:"kind" one:"stated hidden"`
	ID       string   `json:"id" text:"name"`
	Text     string   `json:"text"`
	Opens    string   `json:"opens,omitempty"`
	Pays     *int     `json:"pays,omitempty"`
	Only     []string `json:"only,omitempty" text:"name"`
	Comments comments `json:"comments,omitempty"`
}

type promiseForm struct {
	What     string   `json:"what"`
	Soonest  string   `json:"soonest"`
	Latest   string   `json:"latest"`
	Grace    string   `json:"grace,omitempty"`
	Comments comments `json:"comments,omitempty"`
}

type callForm struct {
	Call      string     `json:"call" one:"first inside kept late missed"` // its role
	Direction string     `json:"direction,omitempty" one:"incoming outgoing"`
	Name      string     `json:"name,omitempty"`
	What      string     `json:"what,omitempty"`
	Temper    string     `json:"temper,omitempty" text:"name"`
	Moods     *moodsForm `json:"moods,omitempty"`
	Reads     []string   `json:"reads,omitempty"`
	Beats     []beatForm `json:"beats"`
	Comments  comments   `json:"comments,omitempty"`
}

type fragmentForm struct {
	ID       string     `json:"id" text:"name"`
	Beats    []beatForm `json:"beats"`
	Comments comments   `json:"comments,omitempty"`
}

type beatForm struct {
	ID        string      `json:"id" text:"name"`
	Only      []string    `json:"only,omitempty" text:"name"`
	Wants     []string    `json:"wants,omitempty" text:"name"`
	Gathering *bool       `json:"gathering,omitempty"`
	HangUp    string      `json:"hang-up,omitempty" one:"fair"`
	Lines     []lineForm  `json:"lines,omitempty"`
	Ending    string      `json:"ending,omitempty"`
	Replies   []replyForm `json:"replies,omitempty"`
	Comments  comments    `json:"comments,omitempty"`
}

type lineForm struct {
	Tone     string      `json:"tone,omitempty"`
	Text     string      `json:"text"`
	Only     []string    `json:"only,omitempty" text:"name"`
	When     string      `json:"when,omitempty"`
	Says     []factForm  `json:"says,omitempty"`
	Means    []glossForm `json:"means,omitempty"`
	Comments comments    `json:"comments,omitempty"`
}

type factForm struct {
	Kind    string `json:"kind" one:"want need feeling detail"`
	Concern string `json:"concern,omitempty" text:"name"`
	Words   string `json:"words" text:"evidence"`
}

type glossForm struct {
	Words    string   `json:"words" text:"evidence"`
	Meaning  string   `json:"meaning"`
	Comments comments `json:"comments,omitempty"`
}

type replyForm struct {
	ID         string        `json:"id,omitempty" text:"name"` // "": it is named by its order
	Text       string        `json:"text"`
	Only       []string      `json:"only,omitempty" text:"name"`
	If         string        `json:"if,omitempty"`
	Shows      []shownForm   `json:"shows,omitempty"`
	Tempts     string        `json:"tempts,omitempty"`
	Moods      *overrideForm `json:"moods,omitempty"`
	Patience   *int          `json:"patience,omitempty"`
	Permission *bool         `json:"permission,omitempty"`
	Settles    []string      `json:"settles,omitempty" text:"name"`
	Gives      string        `json:"gives,omitempty" one:"value"`
	Promises   *bool         `json:"promises,omitempty"`
	Go         string        `json:"go" text:"name"`
	Then       string        `json:"then,omitempty" text:"name"`
	Comments   comments      `json:"comments,omitempty"`
}

type shownForm struct {
	Behaviour string `json:"behaviour" text:"name"`
	Words     string `json:"words,omitempty" text:"evidence"`
}

type overrideForm struct {
	Heat      *int `json:"heat,omitempty"`
	Trust     *int `json:"trust,omitempty"`
	Confusion *int `json:"confusion,omitempty"`
}
