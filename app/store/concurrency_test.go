package store

import (
	"database/sql"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"github.com/glebarez/sqlite"

	"keepcool/app/trainer"
)

// Read, then write, 400 times at once. Without the immediate lock most of
// them fail: a reader cannot become a writer behind another writer's back.
func TestManyReadThenWrite(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	profile := person(t, s).ID
	pool, err := sql.Open(sqlite.DriverName, dsn(filepath.Join(folder, FileName)))
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	pool.SetMaxOpenConns(8)
	if err := s.SavePreference(profile, "count", "0"); err != nil {
		t.Fatal(explain(err))
	}
	a := begun(t, s, trainer.Attempt{Profile: profile})
	var turn sync.Mutex // numbers of Append's records only
	seq := 0
	var all sync.WaitGroup
	for i := range 400 {
		all.Go(func() {
			if i%2 == 0 {
				turn.Lock()
				defer turn.Unlock()
				seq++
				if err := s.Append(a.ID, []trainer.Record{{Seq: seq}}, trainer.Summary{}); err != nil {
					t.Error(explain(err))
				}
				return
			}
			if err := countUp(pool, profile); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if got, err := s.Preference(profile, "count"); err != nil || got != "200" {
		t.Errorf("counted to %s, %v", got, err)
	}
	if got, err := s.Records(a.ID); err != nil || len(got) != 200 {
		t.Errorf("%d records, %v", len(got), err)
	}
}

func countUp(pool *sql.DB, profile int64) error {
	tx, err := pool.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var n int
	if err := tx.QueryRow("SELECT value FROM preferences WHERE profile_id = ? AND name = 'count'", profile).Scan(&n); err != nil {
		return err
	}
	_, err = tx.Exec("UPDATE preferences SET value = ? WHERE profile_id = ? AND name = 'count'", strconv.Itoa(n+1), profile)
	if err != nil {
		return err
	}
	return tx.Commit()
}
