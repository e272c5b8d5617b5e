package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"keepcool/app/store/killtest"
	"keepcool/app/trainer"
)

// kills is how often a child is killed at least.
const kills = 60

// The children's work: keep on appending, from nothing or after a migration.
const (
	appending = "append"
	migrating = "migrate"
)

// child keeps appending until it is killed. Each attempt gets a few dozen
// records, one to three at a time; what they say is known from their numbers.
func child(work, folder string) {
	opts := Options{}
	if work == migrating {
		opts.migrations = withNext(longMigration)
	}
	s, err := Open(folder, opts)
	if err != nil {
		killtest.Fail(err)
	}
	killtest.Say("open")
	people, err := s.Profiles()
	if err != nil {
		killtest.Fail(err)
	}
	if len(people) == 0 {
		p, err := s.SaveProfile(trainer.Profile{Name: "Ada", Role: trainer.Trainee, Week: trainer.UsualWeek()})
		if err != nil {
			killtest.Fail(err)
		}
		people = append(people, p)
	}
	for {
		if err := playOn(s, people[0].ID); err != nil {
			killtest.Fail(err)
		}
	}
}

// playOn goes on with the newest attempt, or a new one, for some records.
func playOn(s *Store, profile int64) error {
	newest, err := s.Summaries(trainer.Query{Scenario: "orange-light", Limit: 1})
	if err != nil {
		return err
	}
	var at trainer.Attempt
	var kept []trainer.Record
	if len(newest) > 0 {
		at = newest[0].Attempt
		if kept, err = s.Records(at.ID); err != nil {
			return err
		}
	}
	if len(newest) == 0 || len(kept) > 40 {
		if at, err = s.Begin(killAttempt(profile), trainer.Text{Hash: "abc", Kind: "scenario", Body: []byte("text")}); err != nil {
			return err
		}
		kept = nil
		killtest.Say("begin %d", at.ID)
	}
	for last := len(kept); last < 41; {
		n := 1 + rand.IntN(3)
		var records []trainer.Record
		for i := range n {
			records = append(records, killRecord(at.ID, last+1+i))
		}
		last += n
		sum := trainer.Summary{Stage: trainer.StageCall, Overall: float64(last), Card: []byte(fmt.Sprint(last))}
		if err := s.Append(at.ID, records, sum); err != nil {
			return err
		}
		if err := s.SaveAnalysis(at.ID, []byte("of no moves")); err != nil {
			return err
		}
		for i := range n {
			killtest.Say("ack %d %d", at.ID, last-n+1+i)
		}
	}
	return nil
}

func killAttempt(profile int64) trainer.Attempt {
	return trainer.Attempt{Profile: profile, Scenario: "orange-light", ScenarioHash: "abc", Mode: trainer.Practice, Started: time.Now()}
}

func killRecord(attempt int64, seq int) trainer.Record {
	return trainer.Record{
		Seq: seq, Kind: trainer.RecordMove, Text: fmt.Sprintf("beat-%d.reply-%d", attempt, seq), At: time.Unix(int64(seq), 0).UTC(),
	}
}

func TestKilledAtAnyMoment(t *testing.T) {
	k := &killing{}
	for k.kills < kills {
		k.round(t, appending, 40) // one file lives through many kills
		for range 5 {
			k.round(t, migrating, 4) // an old file each time
		}
	}
	t.Logf("%d kills, %d of them while it opened, %d things said, a start takes %v", k.kills, k.unopened, k.said, k.start)
	if k.unopened < 2 || k.unopened > kills/2 || k.said < 3*kills {
		t.Errorf("the moments were badly chosen")
	}
}

// A killing counts.
type killing struct {
	kills, unopened, said int
	start                 time.Duration // how long a start takes here
}

// round kills one database n times and looks at it each time.
func (k *killing) round(t *testing.T, work string, n int) {
	folder := t.TempDir()
	if work == migrating {
		golden(t, folder, oldestFile)
	}
	said := map[string]bool{}
	for i := range n {
		life := killtest.Live(t, work, folder, k.moment(i))
		k.kills++
		k.said += len(life.Said)
		if life.First == 0 {
			k.unopened++
		} else if k.start = life.First; k.start > time.Second {
			t.Logf("a start took %v", k.start)
		}
		for _, line := range life.Said {
			said[line] = true
		}
		nothingLost(t, work, folder, said)
	}
}

// moment chooses when the next child is killed: some while they open, the
// others while they play.
func (k *killing) moment(i int) killtest.Moment {
	if k.start > 0 && i%4 == 0 {
		return killtest.Moment{Then: k.start/4 + rand.N(k.start)}
	}
	return killtest.Moment{Lines: 1 + rand.IntN(14), Then: rand.N(4 * time.Millisecond)}
}

// nothingLost opens what a killed child left and compares it with all that
// was ever acknowledged.
func nothingLost(t *testing.T, work, folder string, said map[string]bool) {
	t.Helper()
	opts := Options{}
	if work == migrating {
		opts.migrations = withNext(longMigration)
	}
	s, err := Open(folder, opts)
	if err != nil {
		t.Fatalf("after a kill: %v (%v)", err, err.(*trainer.Error).Cause)
	}
	defer s.Close()
	all, err := s.Summaries(trainer.Query{})
	if err != nil {
		t.Fatal(err)
	}
	kept := map[string]int{}
	for _, sum := range all {
		if sum.Attempt.Scenario != "orange-light" {
			continue // was in the old file
		}
		id := sum.Attempt.ID
		kept[fmt.Sprintf("begin %d", id)]++
		records, err := s.Records(id)
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range records {
			if want := killRecord(id, i+1); r != want {
				t.Fatalf("attempt %d: record %+v, want %+v", id, r, want)
			}
			kept[fmt.Sprintf("ack %d %d", id, r.Seq)]++
		}
		if int(sum.Overall) != len(records) {
			t.Fatalf("attempt %d: %d records, but its summary is of %v", id, len(records), sum.Overall)
		}
	}
	for line := range said {
		if line != "open" && kept[line] != 1 {
			t.Fatalf("%q was promised and is there %d times", line, kept[line])
		}
	}
	left, _ := filepath.Glob(filepath.Join(folder, "*"+unfinished+"*"))
	if len(left) > 0 {
		t.Fatalf("left behind: %s", strings.Join(left, ", "))
	}
	if _, err := os.Stat(filepath.Join(folder, FileName)); err != nil {
		t.Fatal(err)
	}
}
