package store

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"keepcool/app/trainer"
)

func TestOwnWordsAreKeptByTheirMoment(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	ada := person(t, s)
	one := begun(t, s, trainer.Attempt{Profile: ada.ID, Scenario: "one", Started: noon})
	other := begun(t, s, trainer.Attempt{Profile: ada.ID, Scenario: "one", Started: noon})
	for _, w := range []trainer.OwnWords{
		{Since: 4, At: noon, Text: "First I would listen."},
		{Since: 0, At: noon},
		{Since: 4, At: noon.Add(time.Second), Text: "It's \"ours\"; I'd say so."},
	} {
		if err := s.SaveOwnWords(one.ID, w); err != nil {
			t.Fatal(explain(err))
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	s = opened(t, folder)
	got, err := s.OwnWords(one.ID)
	want := []trainer.OwnWords{{Since: 0, At: noon.UTC()}, {Since: 4, At: noon.Add(time.Second).UTC(), Text: "It's \"ours\"; I'd say so."}}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	if none, err := s.OwnWords(other.ID); err != nil || len(none) != 0 {
		t.Errorf("another attempt has %v, %v", none, err)
	}
	if err := s.SaveOwnWords(999, want[0]); err == nil {
		t.Error("an attempt that never began has own words")
	}
}

// TestOwnWordsOfAnOlderFile: a file of an older schema has none, gets its
// backup, and takes them from then on.
func TestOwnWordsOfAnOlderFile(t *testing.T) {
	for i, file := range goldenFiles[:3] {
		folder := t.TempDir()
		golden(t, folder, file)
		s := opened(t, folder)
		backups, _ := filepath.Glob(filepath.Join(folder, backupFolder, "before-schema-4-*.db"))
		if len(backups) != 1 {
			t.Fatalf("%s: backups %v", file, backups)
		}
		if id, err := identify(backups[0]); err != nil || id.version != 3 {
			t.Errorf("%s: the backup is %+v, %v", file, id, err)
		}
		if all, err := s.OwnWords(1); err != nil || len(all) != 0 {
			t.Errorf("%s of schema %d: %v, %v", file, i+1, all, err)
		}
		if err := s.SaveOwnWords(1, trainer.OwnWords{At: noon}); err != nil {
			t.Errorf("%s: %s", file, explain(err))
		}
	}
}

// TestOwnWordsOutliveADamagedFile: they are read out of it beside the rest.
func TestOwnWordsOutliveADamagedFile(t *testing.T) {
	folder := t.TempDir()
	golden(t, folder, goldenFile)
	s := opened(t, folder)
	if _, err := s.Backup(context.Background()); err != nil {
		t.Fatal(explain(err))
	}
	for _, w := range []trainer.OwnWords{{Since: 2, At: noon, Text: "Said anew."}, {Since: 3, At: noon}} {
		if err := s.SaveOwnWords(1, w); err != nil {
			t.Fatal(explain(err))
		}
	}
	want, err := s.OwnWords(1)
	if err != nil || len(want) != 2 || want[0].Text != "Said anew." {
		t.Fatalf("%v, %v", want, err)
	}
	var page int
	if err := s.read.Raw("SELECT rootpage FROM sqlite_schema WHERE name = 'attempts_started'").Scan(&page).Error; err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(explain(err))
	}
	damage(t, filepath.Join(folder, FileName), (page-1)*4096, 4096)
	if _, err := Recover(folder, Options{}); err != nil {
		t.Fatal(explain(err))
	}
	got, err := opened(t, folder).OwnWords(1)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}
