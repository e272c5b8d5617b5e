package store

import (
	"time"

	"keepcool/app/trainer"
)

// The rows as they lie in the tables. No field has a gorm default: gorm would
// take an explicit false or 0 for one that was left out.

type profileRow struct {
	ID         int64 `gorm:"primaryKey"`
	Name, Role string
	Days       int
	FromMinute int
	ToMinute   int
	Secret     string
	Created    int64
}

type preferenceRow struct {
	ProfileID int64  `gorm:"primaryKey;autoIncrement:false"`
	Name      string `gorm:"primaryKey"`
	Value     string
}

type textRow struct {
	Hash string `gorm:"primaryKey"`
	Kind string
	Body []byte
}

type attemptRow struct {
	ID           int64 `gorm:"primaryKey"`
	ProfileID    int64
	Scenario     string
	Title        string
	ScenarioHash string
	RubricHash   string
	WeightsHash  string
	Rules        int
	Setting      string
	Mode         string
	Seed         int64
	Variant      int
	Started      int64
	Zone         string
	TriedOut     bool
	Untimed      bool
}

type recordRow struct {
	AttemptID  int64 `gorm:"primaryKey;autoIncrement:false"`
	Seq        int   `gorm:"primaryKey;autoIncrement:false"`
	Kind, Body string
	At, Active int64
}

type summaryRow struct {
	AttemptID                               int64 `gorm:"primaryKey;autoIncrement:false"`
	Records                                 int
	Stage                                   string
	Changed                                 int64
	Due                                     *int64
	Scored, Final, Passed, Failed, Critical bool
	ClockSet                                bool // not tried_out, which attempts have: lists join the two
	Overall                                 float64
	Cool, Bases, Extra, Follow              float64
	Rule                                    string
}

type cardRow struct {
	AttemptID int64 `gorm:"primaryKey;autoIncrement:false"`
	Body      []byte
	Analysis  []byte // nil until it has been worked out
}

type settlingRow struct {
	ID                   int64 `gorm:"primaryKey"`
	ProfileID, At        int64
	After                bool
	Feeling              string
	Strength, Since      int
	Thought, Own, Turned string
	Body, Ways           string
}

type ownWordsRow struct {
	AttemptID int64 `gorm:"primaryKey;autoIncrement:false"`
	Since     int   `gorm:"primaryKey;autoIncrement:false"`
	At        int64
	Words     string
}

type momentRow struct {
	AttemptID int64 `gorm:"primaryKey;autoIncrement:false"`
	Move      int   `gorm:"primaryKey;autoIncrement:false"`
	Reply     string
	Cost      float64
	Critical  bool
	Day       string
	Retired   bool
}

type answerRow struct {
	AttemptID int64 `gorm:"primaryKey;autoIncrement:false"`
	Move      int   `gorm:"primaryKey;autoIncrement:false"`
	Seq       int   `gorm:"primaryKey;autoIncrement:false"`
	At        int64
	Day, Said string
	Correct   bool
}

func (profileRow) TableName() string    { return "profiles" }
func (preferenceRow) TableName() string { return "preferences" }
func (textRow) TableName() string       { return "texts" }
func (attemptRow) TableName() string    { return "attempts" }
func (recordRow) TableName() string     { return "records" }
func (summaryRow) TableName() string    { return "summaries" }
func (cardRow) TableName() string       { return "cards" }
func (settlingRow) TableName() string   { return "settlings" }
func (ownWordsRow) TableName() string   { return "own_words" }
func (momentRow) TableName() string     { return "moments" }
func (answerRow) TableName() string     { return "answers" }

// Times are kept as microseconds and come back in UTC.

func micros(t time.Time) int64      { return t.UnixMicro() }
func moment(micros int64) time.Time { return time.UnixMicro(micros).UTC() }

func profileToRow(p trainer.Profile) profileRow {
	days := 0
	for i, works := range p.Week.Days {
		if works {
			days |= 1 << i
		}
	}
	return profileRow{
		ID: p.ID, Name: p.Name, Role: string(p.Role), Days: days, FromMinute: p.Week.From, ToMinute: p.Week.To,
		Secret: p.Secret, Created: micros(p.Created),
	}
}

func (r profileRow) profile() trainer.Profile {
	p := trainer.Profile{
		ID: r.ID, Name: r.Name, Role: trainer.Role(r.Role), Week: trainer.Week{From: r.FromMinute, To: r.ToMinute},
		Secret: r.Secret, Created: moment(r.Created),
	}
	for i := range p.Week.Days {
		p.Week.Days[i] = r.Days&(1<<i) != 0
	}
	return p
}

func attemptToRow(a trainer.Attempt) attemptRow {
	return attemptRow{
		ID: a.ID, ProfileID: a.Profile, Scenario: a.Scenario, Title: a.Title,
		ScenarioHash: a.ScenarioHash, RubricHash: a.RubricHash, WeightsHash: a.WeightsHash,
		Rules: a.Rules, Setting: a.Setting, Mode: string(a.Mode),
		Seed:    int64(a.Seed), // the same bits: SQLite's integers have a sign
		Variant: a.Variant, Started: micros(a.Started), Zone: a.Zone, TriedOut: a.TriedOut, Untimed: a.Untimed,
	}
}

func (r attemptRow) attempt() trainer.Attempt {
	return trainer.Attempt{
		ID: r.ID, Profile: r.ProfileID, Scenario: r.Scenario, Title: r.Title,
		ScenarioHash: r.ScenarioHash, RubricHash: r.RubricHash, WeightsHash: r.WeightsHash,
		Rules: r.Rules, Setting: r.Setting, Mode: trainer.Mode(r.Mode), Seed: uint64(r.Seed),
		Variant: r.Variant, Started: moment(r.Started), Zone: r.Zone, TriedOut: r.TriedOut, Untimed: r.Untimed,
	}
}

func recordToRow(attempt int64, r trainer.Record) recordRow {
	return recordRow{
		AttemptID: attempt, Seq: r.Seq, Kind: string(r.Kind), Body: r.Text, At: micros(r.At), Active: int64(r.Active),
	}
}

func (r recordRow) record() trainer.Record {
	return trainer.Record{
		Seq: r.Seq, Kind: trainer.RecordKind(r.Kind), Text: r.Body, At: moment(r.At), Active: time.Duration(r.Active),
	}
}

func summaryToRow(attempt int64, records int, s trainer.Summary) summaryRow {
	r := summaryRow{
		AttemptID: attempt, Records: records, Stage: string(s.Stage), Changed: micros(s.Changed),
		Scored: s.Scored, Final: s.Final, Passed: s.Passed, Failed: s.Failed, Critical: s.Critical, ClockSet: s.TriedOut, Overall: s.Overall,
		Cool: s.Keys[0], Bases: s.Keys[1], Extra: s.Keys[2], Follow: s.Keys[3], Rule: s.Rule,
	}
	if !s.Due.IsZero() {
		due := micros(s.Due)
		r.Due = &due
	}
	return r
}

func (r summaryRow) summary(a attemptRow) trainer.Summary {
	s := trainer.Summary{
		Attempt: a.attempt(), Stage: trainer.Stage(r.Stage), Changed: moment(r.Changed),
		Scored: r.Scored, Final: r.Final, Passed: r.Passed, Failed: r.Failed, Critical: r.Critical, TriedOut: r.ClockSet, Overall: r.Overall,
		Keys: [4]float64{r.Cool, r.Bases, r.Extra, r.Follow}, Rule: r.Rule,
	}
	if r.Due != nil {
		s.Due = moment(*r.Due)
	}
	return s
}

func (r momentRow) moment(a trainer.Attempt) trainer.Moment {
	return trainer.Moment{
		Attempt: a, Move: r.Move, Reply: r.Reply, Cost: r.Cost, Critical: r.Critical,
		Day: trainer.Day(r.Day), Retired: r.Retired,
	}
}

func (r answerRow) answer() trainer.Answer {
	return trainer.Answer{At: moment(r.At), Day: trainer.Day(r.Day), Said: r.Said, Right: r.Correct}
}
