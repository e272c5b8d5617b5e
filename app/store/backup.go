package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/glebarez/sqlite"
)

// backupFolder holds the backups in the data folder. A backup is a database
// of its own: what was committed when it began, in one file.
const backupFolder = "backups"

// daysKept is how many daily backups are kept. Those made by hand and those
// before a migration stay.
const daysKept = 7

const dailyPrefix = "daily-"

// Backup writes a backup and returns its path. Calls go on meanwhile.
func (s *Store) Backup(ctx context.Context) (string, error) {
	path, err := s.backup(ctx, "by-hand-"+stamp(s.opts.Now())+".db")
	return path, failure("backup", s.path, err)
}

// BackupDaily writes the backup of now's day unless there is one, and removes
// the oldest daily ones beyond a week.
func (s *Store) BackupDaily(ctx context.Context, now time.Time) error {
	name := dailyPrefix + now.Format(time.DateOnly) + ".db"
	_, err := os.Stat(filepath.Join(s.folder, backupFolder, name))
	if err == nil {
		return nil
	}
	if errors.Is(err, fs.ErrNotExist) {
		_, err = s.backup(ctx, name)
	}
	if err == nil {
		err = s.dropOldDays()
	}
	return failure("backup", s.path, err)
}

// backup copies the database as it is now to a file that gets its name when
// it has been read through and is on the disk.
func (s *Store) backup(ctx context.Context, name string) (path string, err error) {
	folder := filepath.Join(s.folder, backupFolder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	path = filepath.Join(folder, name)
	work := path + unfinished
	removeUnfinished(work)
	defer func() {
		if err != nil {
			removeUnfinished(work)
		}
	}()
	if err := copyOut(ctx, s.path, work); err != nil {
		return "", err
	}
	if err := checkCopy(work); err != nil {
		return "", err
	}
	if err := settle(work, path); err != nil {
		return "", err
	}
	s.opts.Log.Info("a backup was written", "file", name)
	return path, nil
}

// copyOut copies a live database through SQLite, which alone knows what is
// still in the log. The connection is its own: the one that writes stays free.
func copyOut(ctx context.Context, from, to string) error {
	pool, err := sql.Open(sqlite.DriverName, dsn(from))
	if err != nil {
		return err
	}
	_, err = pool.ExecContext(ctx, "VACUUM INTO ?", to)
	return errors.Join(err, pool.Close())
}

// checkCopy reads a copy through. A copy that is not sound says that the file
// it was made from is not.
func checkCopy(path string) error {
	pool, err := sql.Open(sqlite.DriverName, readOnly(path))
	if err != nil {
		return err
	}
	return errors.Join(sound(pool), pool.Close())
}

// dropOldDays removes the daily backups beyond a week of them. Their names
// sort by their days.
func (s *Store) dropOldDays() error {
	folder := filepath.Join(s.folder, backupFolder)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	var days []string
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), dailyPrefix) && strings.HasSuffix(e.Name(), ".db") {
			days = append(days, e.Name())
		}
	}
	for len(days) > daysKept {
		if err := os.Remove(filepath.Join(folder, days[0])); err != nil {
			return fmt.Errorf("an old backup stays: %w", err)
		}
		days = days[1:]
	}
	return nil
}

// stamp writes a moment for a file name; names sort as the moments do.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15-04-05.000Z") }
