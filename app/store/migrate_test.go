package store

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/trainer"
)

// The golden file is what the first released schema left in people's hands.
// It is written once, by go test -run TestGoldenFile -update, and kept.
var update = flag.Bool("update", false, "write the golden database of the newest schema")

const goldenFile = "testdata/v1.db"

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

func withSecond(sql string) []migration { return append(migrations(), migration{sql}) }

// golden puts the old file into a data folder.
func golden(t testing.TB, folder string) {
	t.Helper()
	if err := copyFile(goldenFile, filepath.Join(folder, FileName)); err != nil {
		t.Fatal(err)
	}
}

func TestGoldenFile(t *testing.T) {
	if *update {
		writeGolden(t)
	}
	folder := t.TempDir()
	golden(t, folder)
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
	folder := t.TempDir()
	golden(t, folder)
	s, err := Open(folder, Options{migrations: withSecond(longMigration)})
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
	if motto != "keep cool" || version != 2 || keys != 1 || children != 12 {
		t.Errorf("got %q, version %d, foreign keys %d, %d records", motto, version, keys, children)
	}
	backups, _ := filepath.Glob(filepath.Join(folder, backupFolder, "before-schema-2-*.db"))
	if len(backups) != 1 {
		t.Fatalf("backups: %v", backups)
	}
	if id, err := identify(backups[0]); err != nil || id.refuse(backups[0], 1) != nil || id.version != 1 {
		t.Errorf("the backup is %+v, %v", id, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	_, err = Open(folder, Options{}) // by the program that knows the first schema only
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
			golden(t, folder)
			_, err := Open(folder, Options{migrations: withSecond(sql)})
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
