package store

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/trainer"
)

// The golden files are what each schema left in people's hands. One is written
// once, by go test -run TestGoldenFile -update, and kept.
var update = flag.Bool("update", false, "write the golden database of the newest schema")

const (
	goldenFile = "testdata/v5.db" // of the newest schema
	fourthFile = "testdata/v4.db"
	thirdFile  = "testdata/v3.db"
	secondFile = "testdata/v2.db"
	oldestFile = "testdata/v1.db"
)

// goldenFiles are the golden files by their schemas, from 1.
var goldenFiles = []string{oldestFile, secondFile, thirdFile, fourthFile, goldenFile}

// longMigration rebuilds the table that others point to, the way SQLite says
// to, and adds one.
const longMigration = `
CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
INSERT INTO tags (name) SELECT hex(zeroblob(100)) FROM n;
CREATE TABLE new_profiles (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, role TEXT NOT NULL, days INTEGER NOT NULL,
    from_minute INTEGER NOT NULL, to_minute INTEGER NOT NULL, secret TEXT NOT NULL, created INTEGER NOT NULL,
    motto TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO new_profiles SELECT *, 'keep cool' FROM profiles;
DROP TABLE profiles;
ALTER TABLE new_profiles RENAME TO profiles;
`

// withNext adds a migration to those there are.
func withNext(sql string) []migration { return append(migrations(), migration{sql}) }

// golden puts an old file into a data folder.
func golden(t testing.TB, folder, file string) {
	t.Helper()
	if err := copyFile(file, filepath.Join(folder, FileName)); err != nil {
		t.Fatal(err)
	}
}

func TestGoldenFile(t *testing.T) {
	if *update {
		writeGolden(t)
	}
	if len(goldenFiles) != len(migrations()) {
		t.Errorf("there are %d golden files of %d schemas", len(goldenFiles), len(migrations()))
	}
	for i, file := range goldenFiles {
		t.Run(file, func(t *testing.T) {
			if id, err := identify(file); err != nil || id.version != i+1 {
				t.Fatalf("it is of schema %d, %v", id.version, err)
			}
			folder := t.TempDir()
			golden(t, folder, file)
			old := opened(t, folder)
			all, err := old.Summaries(trainer.Query{})
			if err != nil || len(all) != 3 {
				t.Fatalf("got %d, %v", len(all), err)
			}
			records, err := old.Records(all[2].Attempt.ID)
			if err != nil || len(records) != 5 || records[4].Text != "ring.reply-5" {
				t.Fatalf("got %v, %v", records, err)
			}
			if err := old.Check(); err != nil {
				t.Error(explain(err))
			}
			fresh := opened(t, t.TempDir())
			if diff := cmp.Diff(schemaOf(t, fresh), schemaOf(t, old)); diff != "" {
				t.Errorf("a new file differs from one brought up to date, or a shipped migration was changed:\n%s", diff)
			}
		})
	}
}

// TestAnalysesOfAnOlderFile: a file of the first schema has none; what is
// worked out is kept from then on, beside the card it had.
func TestAnalysesOfAnOlderFile(t *testing.T) {
	folder := t.TempDir()
	golden(t, folder, oldestFile)
	s := opened(t, folder)
	backups, _ := filepath.Glob(filepath.Join(folder, backupFolder, "before-schema-2-*.db"))
	if len(backups) != 1 {
		t.Fatalf("backups: %v", backups)
	}
	if id, err := identify(backups[0]); err != nil || id.version != 1 {
		t.Errorf("the backup is %+v, %v", id, err)
	}
	all, err := s.Summaries(trainer.Query{})
	if err != nil {
		t.Fatal(explain(err))
	}
	for _, listed := range all {
		sum, err := s.Summary(listed.Attempt.ID)
		if err != nil || string(sum.Card) != "{}" || sum.Analysis != nil {
			t.Errorf("got the card %s and the analysis %s, %v", sum.Card, sum.Analysis, err)
		}
	}
	id := all[0].Attempt.ID
	if err := s.SaveAnalysis(id, []byte("worked out")); err != nil {
		t.Fatal(explain(err))
	}
	if sum, err := opened(t, folder).Summary(id); err != nil || string(sum.Card) != "{}" || string(sum.Analysis) != "worked out" {
		t.Errorf("got the card %s and the analysis %s, %v", sum.Card, sum.Analysis, err)
	}
}

func schemaOf(t *testing.T, s *Store) (lines []string) {
	t.Helper()
	pool, err := s.write.DB()
	if err != nil {
		t.Fatal(err)
	}
	if lines, err = texts(pool, "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name"); err != nil {
		t.Fatal(err)
	}
	return lines
}

func writeGolden(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	ada := person(t, s)
	for i := range 3 {
		a := begun(t, s, trainer.Attempt{Profile: ada.ID, Scenario: "golden", Title: "The golden call", Started: noon, Zone: "Europe/Warsaw"})
		for seq := 1; seq <= 5-i; seq++ {
			r := trainer.Record{Seq: seq, Kind: trainer.RecordMove, Text: "ring.reply-" + string(rune('0'+seq)), At: noon}
			if err := s.Append(a.ID, []trainer.Record{r}, trainer.Summary{Stage: trainer.StageCall, Card: []byte("{}")}); err != nil {
				t.Fatal(explain(err))
			}
		}
		if err := s.SaveAnalysis(a.ID, []byte("{}"), costly(i, "ring.reply-1")); err != nil {
			t.Fatal(explain(err))
		}
	}
	if err := s.SaveAnswer(1, 0, given(noon, true), false); err != nil {
		t.Fatal(explain(err))
	}
	if _, err := s.SaveSettling(noted(ada.ID)); err != nil {
		t.Fatal(explain(err))
	}
	if err := s.SaveOwnWords(1, trainer.OwnWords{Since: 2, At: noon, Text: "I would say so."}); err != nil {
		t.Fatal(explain(err))
	}
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	if err := os.MkdirAll("testdata", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := copyFile(filepath.Join(folder, FileName), goldenFile); err != nil {
		t.Fatal(err)
	}
}

func TestMigrationFromAnOlderFile(t *testing.T) {
	for has, file := range goldenFiles {
		t.Run(file, func(t *testing.T) { migratesFrom(t, file, has+1) })
	}
}

func migratesFrom(t *testing.T, file string, has int) {
	folder := t.TempDir()
	golden(t, folder, file)
	next := withNext(longMigration)
	s, err := Open(folder, Options{migrations: next})
	if err != nil {
		t.Fatal(explain(err))
	}
	defer s.Close()
	var motto string
	var version, keys, children int
	for query, into := range map[string]any{
		"SELECT motto FROM profiles": &motto, "PRAGMA user_version": &version, "PRAGMA foreign_keys": &keys,
		"SELECT count(*) FROM records": &children,
	} {
		if err := s.write.Raw(query).Scan(into).Error; err != nil {
			t.Fatal(err)
		}
	}
	if motto != "keep cool" || version != len(next) || keys != 1 || children != 12 {
		t.Errorf("got %q, version %d, foreign keys %d, %d records", motto, version, keys, children)
	}
	for number := has + 1; number <= len(next); number++ {
		backups, _ := filepath.Glob(filepath.Join(folder, backupFolder, fmt.Sprintf("before-schema-%d-*.db", number)))
		if len(backups) != 1 {
			t.Fatalf("backups before migration %d: %v", number, backups)
		}
		if id, err := identify(backups[0]); err != nil || id.refuse(backups[0], number-1) != nil || id.version != number-1 {
			t.Errorf("the backup is %+v, %v", id, err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	_, err = Open(folder, Options{}) // by the program that does not know the next schema
	wants(t, err, trainer.StoreNewer)
}

func TestMigrationThatFailsLeavesTheFileAsItWas(t *testing.T) {
	for name, sql := range map[string]string{
		"half-way":          longMigration + "INSERT INTO nowhere VALUES (1);",
		"a lost reference":  "DELETE FROM profiles;",
		"in its first word": "CRATE TABLE x (y);",
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			golden(t, folder, goldenFile)
			_, err := Open(folder, Options{migrations: withNext(sql)})
			if err == nil {
				t.Fatal("it went through")
			}
			was, _ := os.ReadFile(goldenFile)
			is, err := os.ReadFile(filepath.Join(folder, FileName))
			if err != nil || !bytes.Equal(was, is) {
				t.Errorf("the file was changed (%v)", err)
			}
			s := opened(t, folder) // and the program before it goes on
			if all, err := s.Summaries(trainer.Query{}); err != nil || len(all) != 3 {
				t.Errorf("got %d, %v", len(all), err)
			}
		})
	}
}

func TestMigrationsAreNumberedWithoutAGap(t *testing.T) {
	entries, err := schema.ReadDir("schema")
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		if want := "000" + string(rune('1'+i)) + ".sql"; !strings.HasSuffix(want, e.Name()) {
			t.Errorf("migration %d is %s", i+1, e.Name())
		}
	}
}
