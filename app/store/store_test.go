package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/trainer"
)

func opened(t testing.TB, folder string) *Store {
	t.Helper()
	s, err := Open(folder, Options{})
	if err != nil {
		t.Fatal(explain(err))
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// explain writes an error with its cause.
func explain(err error) string {
	var e *trainer.Error
	if errors.As(err, &e) {
		return fmt.Sprintf("%s: %s (%v)", e.Code, e.Message, e.Cause)
	}
	return fmt.Sprint(err)
}

func person(t testing.TB, s *Store) trainer.Profile {
	t.Helper()
	p, err := s.SaveProfile(trainer.Profile{Name: "Ada", Role: trainer.Trainee, Week: trainer.UsualWeek(), Created: noon})
	if err != nil {
		t.Fatal(explain(err))
	}
	return p
}

func begun(t testing.TB, s *Store, a trainer.Attempt) trainer.Attempt {
	t.Helper()
	a, err := s.Begin(a)
	if err != nil {
		t.Fatal(explain(err))
	}
	return a
}

// wants fails unless err has the code and a sentence that ends as one.
func wants(t testing.TB, err error, code trainer.Code) {
	t.Helper()
	var e *trainer.Error
	if !errors.As(err, &e) || e.Code != code {
		t.Fatalf("got %s, want %s", explain(err), code)
	}
	if !strings.HasSuffix(e.Message, ".") || strings.Contains(e.Message, "store:") {
		t.Errorf("not a sentence for people: %q", e.Message)
	}
}

var noon = time.Date(2026, 3, 2, 12, 0, 0, 123456000, time.UTC)

func TestPragmasOnEachConnection(t *testing.T) {
	s := opened(t, t.TempDir())
	want := map[string]string{
		"busy_timeout": "10000", "journal_mode": "wal", "synchronous": "2", "fullfsync": "1", "foreign_keys": "1",
		"mmap_size": "0", "application_id": strconv.Itoa(application), "user_version": strconv.Itoa(len(migrations())),
	}
	for name, db := range map[string]interface{ DB() (*sql.DB, error) }{"write": s.write, "read": s.read} {
		pool, err := db.DB()
		if err != nil {
			t.Fatal(err)
		}
		want["query_only"] = map[string]string{"write": "0", "read": "1"}[name]
		for i := range pool.Stats().MaxOpenConnections {
			conn, err := pool.Conn(context.Background()) // held until the end: each one is another
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			for pragma, value := range want {
				var got string
				if err := conn.QueryRowContext(context.Background(), "PRAGMA "+pragma).Scan(&got); err != nil {
					t.Fatal(err)
				}
				if got != value {
					t.Errorf("%s connection %d: %s is %s, want %s", name, i, pragma, got, value)
				}
			}
		}
		if got, want := pool.Stats().OpenConnections, map[string]int{"write": 1, "read": readers}[name]; got != want {
			t.Errorf("%s: %d connections, want %d", name, got, want)
		}
	}
}

// Older ones can damage a write-ahead log that two connections use.
func TestSQLiteIsNewEnough(t *testing.T) {
	s := opened(t, t.TempDir())
	var version string
	if err := s.write.Raw("SELECT sqlite_version()").Scan(&version).Error; err != nil {
		t.Fatal(err)
	}
	var a, b, c int
	if _, err := fmt.Sscanf(version, "%d.%d.%d", &a, &b, &c); err != nil {
		t.Fatal(err)
	}
	if a*1_000_000+b*1000+c < 3_051_003 {
		t.Errorf("SQLite %s is older than 3.51.3", version)
	}
}

func TestProfilesAndPreferences(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	ada := person(t, s)
	bob, err := s.SaveProfile(trainer.Profile{Name: "Bob\x00\u2603 'x'", Role: trainer.Manager, Secret: "argon2id$x", Week: trainer.Week{
		Days: [7]bool{true, false, false, false, false, false, true}, From: 0, To: 1440,
	}, Created: noon})
	if err != nil {
		t.Fatal(explain(err))
	}
	ada.Name, ada.Week = "Ada L.", trainer.Week{} // zero values replace too
	if _, err := s.SaveProfile(ada); err != nil {
		t.Fatal(explain(err))
	}
	_, err = s.SaveProfile(trainer.Profile{ID: 99, Name: "Nobody"})
	wants(t, err, trainer.NotFound)
	for _, value := range []string{"dark", "light", ""} {
		if err := s.SavePreference(0, "theme", value); err != nil {
			t.Fatal(explain(err))
		}
		if got, err := s.Preference(0, "theme"); err != nil || got != value {
			t.Fatalf("got %q, %v, want %q", got, err, value)
		}
	}
	if got, err := s.Preference(ada.ID, "theme"); err != nil || got != "" {
		t.Fatalf("got %q, %v", got, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	got, err := opened(t, folder).Profiles()
	if err != nil {
		t.Fatal(explain(err))
	}
	if diff := cmp.Diff([]trainer.Profile{ada, bob}, got); diff != "" {
		t.Error(diff)
	}
}

func TestAttemptComesBackAsItWas(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	warsaw := time.FixedZone("", 3600)
	a := trainer.Attempt{
		Profile: person(t, s).ID, Scenario: "orange-light", Title: "The light", ScenarioHash: "s", RubricHash: "r", WeightsHash: "w",
		Rules: 3, Setting: "normal", Mode: trainer.Assessed, Seed: 1<<64 - 7, Variant: 2, Started: noon.In(warsaw), Zone: "Europe/Warsaw",
		TriedOut: true, Untimed: true,
	}
	first := trainer.Text{Hash: "s", Kind: "scenario", Body: []byte{0, 1, 2, 0xff}}
	a, err := s.Begin(a, first, trainer.Text{Hash: "r", Kind: "rubric"})
	if err != nil {
		t.Fatal(explain(err))
	}
	if _, err := s.Begin(a, trainer.Text{Hash: "s", Kind: "scenario", Body: []byte("another")}); err != nil {
		t.Fatal(explain(err))
	}
	records := []trainer.Record{
		{Seq: 1, Kind: trainer.RecordAnswer, At: noon, Active: 1},
		{Seq: 2, Kind: trainer.RecordMove, Text: "ring.a:in-time", At: noon.Add(time.Minute), Active: time.Minute},
	}
	sum := trainer.Summary{
		Stage: trainer.StagePending, Changed: noon, Due: noon.Add(time.Hour), Scored: true, Final: true, Passed: true, Failed: true, Critical: true, TriedOut: true,
		Overall: 81.25, Keys: [4]float64{1, 2, 3, 4.5}, Rule: "all", Card: []byte(`{"a":1}`),
	}
	wants(t, s.SaveAnalysis(a.ID, []byte("of no card")), trainer.NotFound)
	if err := s.Append(a.ID, records, sum); err != nil {
		t.Fatal(explain(err))
	}
	if err := s.SaveAnalysis(a.ID, []byte(`{"b":2}`)); err != nil {
		t.Fatal(explain(err))
	}
	sum.Analysis = []byte("not taken")
	if err := s.Append(a.ID, nil, sum); err != nil {
		t.Fatal(explain(err))
	}
	sum.Analysis = []byte(`{"b":2}`)
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	s = opened(t, folder)
	a.Started = noon // in UTC
	if got, err := s.Attempt(a.ID); err != nil || got != a {
		t.Errorf("got %+v, %v, want %+v", got, err, a)
	}
	if got, err := s.Text("s"); err != nil || cmp.Diff(first, got) != "" {
		t.Errorf("got %+v, %v", got, err)
	}
	if got, err := s.Records(a.ID); err != nil || cmp.Diff(records, got) != "" {
		t.Errorf("got %+v, %v", got, err)
	}
	sum.Attempt = a
	if got, err := s.Summary(a.ID); err != nil || cmp.Diff(sum, got) != "" {
		t.Errorf("%v %s", err, cmp.Diff(sum, got))
	}
	sum.Card, sum.Analysis = nil, nil
	got, err := s.Summaries(trainer.Query{Stages: []trainer.Stage{trainer.StagePending}})
	if err != nil || cmp.Diff([]trainer.Summary{sum}, got) != "" {
		t.Errorf("%v %s", err, cmp.Diff([]trainer.Summary{sum}, got))
	}
	if err := s.Append(a.ID, nil, trainer.Summary{Stage: trainer.StageFinal}); err != nil {
		t.Fatal(explain(err))
	}
	if got, err := s.Summary(a.ID); err != nil || got.Stage != trainer.StageFinal || got.Scored || got.TriedOut || !got.Attempt.TriedOut || !got.Due.IsZero() || got.Card != nil || got.Analysis != nil {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestWhatIsNotThere(t *testing.T) {
	s := opened(t, t.TempDir())
	_, err := s.Attempt(7)
	wants(t, err, trainer.NotFound)
	_, err = s.Records(7)
	wants(t, err, trainer.NotFound)
	_, err = s.Summary(7)
	wants(t, err, trainer.NotFound)
	_, err = s.Text("7")
	wants(t, err, trainer.NotFound)
	wants(t, s.Append(7, []trainer.Record{{Seq: 1}}, trainer.Summary{}), trainer.NotFound)
	wants(t, s.SaveAnalysis(7, []byte("{}")), trainer.NotFound)
	_, err = s.Begin(trainer.Attempt{Profile: 7})
	wants(t, err, trainer.StoreFailed)
	if got, err := s.Summaries(trainer.Query{}); err != nil || len(got) != 0 {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestAppendInSequenceOrNotAtAll(t *testing.T) {
	s := opened(t, t.TempDir())
	a := begun(t, s, trainer.Attempt{Profile: person(t, s).ID, Started: noon})
	seqs := func(n ...int) (out []trainer.Record) {
		for _, seq := range n {
			out = append(out, trainer.Record{Seq: seq, Kind: trainer.RecordMove, At: noon})
		}
		return out
	}
	if err := s.Append(a.ID, seqs(1, 2), trainer.Summary{Stage: trainer.StageCall}); err != nil {
		t.Fatal(explain(err))
	}
	for _, wrong := range [][]trainer.Record{seqs(2), seqs(4), seqs(0), seqs(3, 5), seqs(3, 3), seqs(1, 2, 3)} {
		wants(t, s.Append(a.ID, wrong, trainer.Summary{Stage: trainer.StageFinal}), trainer.OutOfSequence)
	}
	got, err := s.Records(a.ID)
	if err != nil || len(got) != 2 {
		t.Errorf("got %v, %v", got, err)
	}
	if sum, err := s.Summary(a.ID); err != nil || sum.Stage != trainer.StageCall {
		t.Errorf("a refused append left its summary: %v, %v", sum.Stage, err)
	}
}

func TestWhatHappenedStays(t *testing.T) {
	s := opened(t, t.TempDir())
	a, err := s.Begin(trainer.Attempt{Profile: person(t, s).ID}, trainer.Text{Hash: "h", Body: []byte("x")})
	if err != nil {
		t.Fatal(explain(err))
	}
	if err := s.Append(a.ID, []trainer.Record{{Seq: 1, Text: "x"}}, trainer.Summary{}); err != nil {
		t.Fatal(explain(err))
	}
	for _, sql := range []string{
		"UPDATE records SET body = ''", "DELETE FROM records", "UPDATE attempts SET seed = 1", "DELETE FROM attempts",
		"UPDATE texts SET body = x''", "DELETE FROM texts",
		"INSERT INTO records VALUES (1, 3, 'move', '', 0, 0)", "REPLACE INTO records VALUES (1, 1, 'move', '', 0, 0)",
	} {
		if err := s.write.Exec(sql).Error; err == nil {
			t.Errorf("%s went through", sql)
		}
	}
	if err := s.read.Exec("INSERT INTO preferences VALUES (1, 'a', 'b')").Error; err == nil {
		t.Error("a reading connection wrote")
	}
}

func TestLogIsHandedIn(t *testing.T) {
	var log bytes.Buffer
	s, err := Open(t.TempDir(), Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(explain(err))
	}
	defer s.Close()
	if _, err := s.Begin(trainer.Attempt{Profile: 7, Title: "a private title"}); err == nil {
		t.Fatal("an attempt of nobody was kept")
	}
	if !strings.Contains(log.String(), "attempts") || strings.Contains(log.String(), "private") {
		t.Errorf("the log says %s", log.String())
	}
}

func TestFoldersWithOddNames(t *testing.T) {
	for _, name := range []string{"a b", "per%20cent", "what?", "hash#tag", "[x]*", "Käse'\""} {
		folder := filepath.Join(t.TempDir(), name, "deeper")
		s := opened(t, folder)
		person(t, s)
		if _, err := s.Backup(context.Background()); err != nil {
			t.Errorf("%s: %s", name, explain(err))
		}
		if _, err := os.Stat(filepath.Join(folder, FileName)); err != nil {
			t.Error(err)
		}
	}
}
