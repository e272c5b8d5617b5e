package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/glebarez/sqlite"

	"keepcool/app/trainer"
)

// perAttempt is how many records an attempt has in these tests.
const perAttempt = 8

// fill begins attempts and gives each so many records.
func fill(t testing.TB, s *Store, attempts, records int) {
	t.Helper()
	profile := person(t, s).ID
	for i := range attempts {
		if err := fillOne(s, profile, records, fmt.Sprintf("scenario-%d", i%7)); err != nil {
			t.Fatal(explain(err))
		}
	}
}

// filled puts a database of 120 attempts with its records at path. It is
// made once.
func filled(t *testing.T, path string) {
	t.Helper()
	made.Do(func() {
		folder := t.TempDir()
		s := opened(t, folder)
		fill(t, s, 120, perAttempt)
		s.Close()
		made.file, made.err = os.ReadFile(filepath.Join(folder, FileName))
	})
	if made.err == nil {
		made.err = os.WriteFile(path, made.file, 0o600)
	}
	if made.err != nil {
		t.Fatal(made.err)
	}
}

var made struct {
	sync.Once
	file []byte
	err  error
}

func fillOne(s *Store, profile int64, records int, scenario string) error {
	a, err := s.Begin(trainer.Attempt{Profile: profile, Scenario: scenario, Title: "The light that stayed orange", Started: noon},
		trainer.Text{Hash: scenario, Kind: "scenario", Body: []byte(strings.Repeat("line\n", 500))})
	if err != nil {
		return err
	}
	var all []trainer.Record
	for seq := 1; seq <= records; seq++ {
		all = append(all, trainer.Record{Seq: seq, Kind: trainer.RecordMove, Text: fmt.Sprintf("beat-%d.reply-%d:in-time", a.ID, seq), At: noon})
	}
	return s.Append(a.ID, all, trainer.Summary{Stage: trainer.StageFinal, Scored: true, Card: []byte(strings.Repeat("card ", 100))})
}

// spoilLeaf overwrites the nth page that holds rows of a table.
func spoilLeaf(t *testing.T, path, table string, n int) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	mark := map[string]string{"records": "reply-", "attempts": "stayed orange", "cards": "card card", "profiles": "Ada"}[table]
	page := make([]byte, 4096)
	for at := int64(0); ; at += 4096 {
		if _, err := f.ReadAt(page, at); err != nil {
			t.Fatalf("%s has no page %d", table, n)
		}
		if leaf := page[0] == 0x0d || page[0] == 0x0a; leaf && strings.Contains(string(page), mark) {
			if n == 0 {
				damage(t, path, int(at), 4096)
				return
			}
			n--
		}
	}
}

func TestRecoverRowByRow(t *testing.T) {
	for name, c := range map[string]struct {
		spoil        func(t *testing.T, path string)
		attempts     int // at least
		lostAttempts bool
		lostRecords  bool
		unread       []string
	}{
		"records":  {func(t *testing.T, p string) { spoilLeaf(t, p, "records", 4) }, 120, false, true, []string{"records"}},
		"first":    {func(t *testing.T, p string) { spoilLeaf(t, p, "records", 0) }, 120, false, true, []string{"records"}},
		"attempts": {func(t *testing.T, p string) { spoilLeaf(t, p, "attempts", 1) }, 40, true, false, []string{"attempts"}},
		"people":   {func(t *testing.T, p string) { spoilLeaf(t, p, "profiles", 0) }, 120, false, false, []string{"profiles"}},
		"cards":    {func(t *testing.T, p string) { spoilLeaf(t, p, "cards", 2) }, 120, false, false, []string{"cards"}},
		"cut":      {func(t *testing.T, p string) { cutShort(t, p) }, 120, false, false, nil},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			path := filepath.Join(folder, FileName)
			filled(t, path)
			c.spoil(t, path)
			was := filesIn(t, folder)[FileName]
			r, err := Recover(folder, Options{})
			if err != nil {
				t.Fatal(explain(err))
			}
			t.Logf("%v, unread %v, rebuild %v", r, r.Unread, r.Rebuild)
			if kept, err := os.ReadFile(r.Kept); err != nil || string(kept) != was {
				t.Errorf("the damaged file was not kept: %v", err)
			}
			if r.Attempts < c.attempts || r.LostAttempts > 0 != c.lostAttempts || len(r.Unread) == 0 ||
				c.lostRecords && r.LostRecords == 0 || r.Whole() || c.unread != nil && !slices.Equal(r.Unread, c.unread) {
				t.Errorf("got %+v", r)
			}
			soundAndSequential(t, opened(t, folder), r)
			if left, _ := filepath.Glob(filepath.Join(folder, "*"+unfinished+"*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

func cutShort(t *testing.T, path string) {
	st, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	damage(t, path, int(st.Size()*7/8/4096*4096), -1)
}

// soundAndSequential reads a recovered file through and goes on with it.
func soundAndSequential(t *testing.T, s *Store, r Recovery) {
	t.Helper()
	if err := s.Check(); err != nil {
		t.Fatal(explain(err))
	}
	all, err := s.Summaries(trainer.Query{})
	if err != nil || len(all) != r.Attempts {
		t.Fatalf("%d attempts are listed of %d: %v", len(all), r.Attempts, err)
	}
	total := 0
	for i, sum := range all {
		records, err := s.Records(sum.Attempt.ID)
		if err != nil {
			t.Fatal(explain(err))
		}
		total += len(records)
		for n, rec := range records {
			if rec.Seq != n+1 || rec.Text != fmt.Sprintf("beat-%d.reply-%d:in-time", sum.Attempt.ID, rec.Seq) {
				t.Fatalf("attempt %d, record %d is %+v", sum.Attempt.ID, n, rec)
			}
		}
		whole := len(records) == perAttempt && sum.Stage == trainer.StageFinal
		if whole == slices.Contains(r.Rebuild, sum.Attempt.ID) {
			t.Fatalf("attempt %d has %d records and is %q: is it to be rebuilt?", sum.Attempt.ID, len(records), sum.Stage)
		}
		if i > 5 {
			continue
		}
		next := trainer.Record{Seq: len(records) + 1, Kind: trainer.RecordLeft}
		if err := s.Append(sum.Attempt.ID, []trainer.Record{next}, trainer.Summary{}); err != nil {
			t.Fatal(explain(err))
		}
	}
	if total != r.Records {
		t.Errorf("%d records of %d", total, r.Records)
	}
	if a := begun(t, s, trainer.Attempt{Profile: all[0].Attempt.Profile}); a.ID <= all[0].Attempt.ID {
		t.Errorf("number %d was given twice", a.ID)
	}
}

func TestRecoverOnTopOfABackup(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	fill(t, s, 60, perAttempt)
	older, err := s.Backup(context.Background())
	if err != nil {
		t.Fatal(explain(err))
	}
	newest, err := s.Backup(context.Background())
	if err != nil {
		t.Fatal(explain(err))
	}
	if err := fillOne(s, 1, perAttempt, "later"); err != nil {
		t.Fatal(explain(err))
	}
	s.Close()
	spoilLeaf(t, filepath.Join(folder, FileName), "records", 1)
	spoilLeaf(t, newest, "records", 1) // the newest backup is bad as well
	r, err := Recover(folder, Options{})
	if err != nil {
		t.Fatal(explain(err))
	}
	if r.Backup != older || r.Attempts != 61 || r.Records != 61*perAttempt || r.LostRecords != 0 {
		t.Errorf("got %+v", r)
	}
	soundAndSequential(t, opened(t, folder), r)
}

func TestRecoverOfNothingButZeros(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	fill(t, s, 3, perAttempt)
	if err := s.BackupDaily(context.Background(), noon); err != nil {
		t.Fatal(explain(err))
	}
	s.Close()
	if err := os.WriteFile(filepath.Join(folder, FileName), make([]byte, 8192), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := Recover(folder, Options{})
	if err != nil || r.Attempts != 3 || r.Backup == "" || len(r.Unread) == 0 {
		t.Fatalf("got %+v, %v", r, err)
	}
	soundAndSequential(t, opened(t, folder), r)
}

func TestRecoverLeavesAWholeFileAlone(t *testing.T) {
	folder := t.TempDir()
	_, err := Recover(folder, Options{})
	wants(t, err, trainer.NotFound)
	s := opened(t, folder)
	fill(t, s, 2, 3)
	s.Close()
	was := filesIn(t, folder)
	_, err = Recover(folder, Options{})
	wants(t, err, trainer.StoreFailed)
	if is := filesIn(t, folder); is[FileName] != was[FileName] || len(is) != len(was) {
		t.Error("the file was changed")
	}
}

// A recovery that is killed after any of its steps is refused by Open and
// taken up by the next one.
func TestRecoverTakesUpWhereItWasKilled(t *testing.T) {
	for _, moved := range []int{0, 1, 2} {
		folder := t.TempDir()
		path := filepath.Join(folder, FileName)
		filled(t, path)
		spoilLeaf(t, path, "records", 2)
		const name = "keepcool-damaged-then.db"
		if err := writeMark(filepath.Join(folder, recoveryMark), name); err != nil {
			t.Fatal(err)
		}
		if moved > 0 {
			if err := os.Rename(path, filepath.Join(folder, name)); err != nil {
				t.Fatal(err)
			}
		}
		if moved > 1 { // killed when the new one was already there
			if err := copyFile(goldenFile, path); err != nil {
				t.Fatal(err)
			}
		}
		_, err := Open(folder, Options{})
		wants(t, err, trainer.StoreDamaged)
		r, err := Recover(folder, Options{})
		if err != nil || filepath.Base(r.Kept) != name || r.Attempts != 120 || r.LostRecords == 0 {
			t.Fatalf("got %+v, %v", r, err)
		}
		soundAndSequential(t, opened(t, folder), r)
	}
}

// A recovery reads in the order of the tables, without sorting: a sort would
// read all of a table before it gave the first row.
func TestSalvageReadsAsItLies(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	pool, err := sql.Open(sqlite.DriverName, dsn(s.path))
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	for _, q := range []string{
		"records NOT INDEXED ORDER BY attempt_id, seq", "records NOT INDEXED ORDER BY attempt_id DESC, seq DESC",
		"preferences NOT INDEXED ORDER BY profile_id, name", "texts NOT INDEXED ORDER BY rowid DESC",
		"records NOT INDEXED WHERE attempt_id = 3", "attempts NOT INDEXED WHERE id = 3",
	} {
		rows, err := pool.Query("EXPLAIN QUERY PLAN SELECT * FROM " + q)
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var id, parent, not int
			var detail string
			if err := rows.Scan(&id, &parent, &not, &detail); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(detail, "TEMP B-TREE") || strings.Contains(q, "WHERE") && strings.Contains(detail, "SCAN") {
				t.Errorf("%s: %s", q, detail)
			}
		}
		rows.Close()
	}
}
