package store

import (
	"context"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"keepcool/app/trainer"
)

func TestBackupOfALiveFileHasEveryCommittedMove(t *testing.T) {
	s := opened(t, t.TempDir())
	a := begun(t, s, trainer.Attempt{Profile: person(t, s).ID})
	var committed atomic.Int64
	stop, stopped := make(chan struct{}), make(chan error)
	go func() {
		for seq := 1; ; seq++ {
			select {
			case <-stop:
				stopped <- nil
				return
			default:
			}
			r := trainer.Record{Seq: seq, Kind: trainer.RecordMove, Text: "ring.a"}
			if err := s.Append(a.ID, []trainer.Record{r}, trainer.Summary{}); err != nil {
				stopped <- err
				return
			}
			committed.Store(int64(seq))
		}
	}()
	for range 5 {
		time.Sleep(20 * time.Millisecond)
		before := committed.Load()
		path, err := s.Backup(context.Background())
		if err != nil {
			t.Fatal(explain(err))
		}
		if has := recordsIn(t, path); has < before || has > committed.Load()+1 {
			t.Errorf("%d records in the backup, %d when it began, %d when it ended", has, before, committed.Load())
		}
	}
	close(stop)
	if err := <-stopped; err != nil {
		t.Fatal(explain(err))
	}
	if n := committed.Load(); n < 10 {
		t.Errorf("only %d records went in meanwhile", n)
	}
}

// recordsIn opens a backup as a database of its own.
func recordsIn(t *testing.T, backup string) int64 {
	t.Helper()
	folder := t.TempDir()
	if err := copyFile(backup, filepath.Join(folder, FileName)); err != nil {
		t.Fatal(err)
	}
	s := opened(t, folder)
	var n int64
	if err := s.read.Raw("SELECT count(*) FROM records").Scan(&n).Error; err != nil {
		t.Fatal(err)
	}
	if err := s.Check(); err != nil {
		t.Error(explain(err))
	}
	return n
}

func TestDailyBackupsAreKeptForAWeek(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	byHand, err := s.Backup(context.Background())
	if err != nil {
		t.Fatal(explain(err))
	}
	names := func() (all []string) {
		paths, _ := filepath.Glob(filepath.Join(folder, backupFolder, "*"))
		for _, p := range paths {
			all = append(all, filepath.Base(p))
		}
		return all
	}
	for day := range 10 {
		for hour := range 2 {
			if err := s.BackupDaily(context.Background(), noon.AddDate(0, 0, day).Add(time.Duration(hour)*time.Hour)); err != nil {
				t.Fatal(explain(err))
			}
		}
		if got, want := len(names()), min(day+1, daysKept)+1; got != want {
			t.Fatalf("day %d: %d backups, want %d: %v", day, got, want, names())
		}
	}
	got := names()
	if got[0] != filepath.Base(byHand) || got[1] != "daily-2026-03-05.db" || got[7] != "daily-2026-03-11.db" {
		t.Errorf("kept %v", got)
	}
}

func TestBackupThatIsStoppedLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	s := opened(t, folder)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Backup(ctx); err == nil {
		t.Fatal("a stopped backup was written")
	}
	if left, _ := filepath.Glob(filepath.Join(folder, backupFolder, "*")); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	work := filepath.Join(folder, backupFolder, "daily-x.db"+unfinished) // of a killed process
	if err := os.WriteFile(work, []byte("half"), 0o600); err != nil {
		t.Fatal(err)
	}
	opened(t, folder)
	if _, err := os.Stat(work); err == nil {
		t.Error("unfinished work stays")
	}
}
