package store

import (
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/glebarez/sqlite"

	"keepcool/app/trainer"
)

// recoveryMark lies in the data folder while a recovery runs and holds the
// name that the damaged file gets. Whoever is killed in between finds it, and
// the recovery takes up where it was.
const recoveryMark = "keepcool.recovering"

// A Recovery says what came of a damaged file.
type Recovery struct {
	Kept   string // the damaged file, untouched, under its new name
	Backup string // the backup that was built on, "" when there was no good one

	// What is in the new file.
	Profiles, Attempts, Records int

	// What is known to have been there and could not be read. It stays in
	// the damaged file.
	LostAttempts, LostRecords int

	// Rebuild are the attempts whose records or summary are no longer whole:
	// what is derived from their records is to be made anew.
	Rebuild []int64

	// Unread are the tables that could not be read to their end.
	Unread []string
}

// Whole reports whether nothing is known to be lost.
func (r Recovery) Whole() bool {
	return r.LostAttempts == 0 && r.LostRecords == 0 && len(r.Unread) == 0
}

// Recover saves what can be read of a damaged database into a new one, on top
// of the newest good backup, and keeps the damaged file beside it. A file that
// is whole, newer or another program's is left alone. The caller holds the
// Lock and no Store is open.
func Recover(folder string, opts Options) (Recovery, error) {
	opts = opts.filled()
	path := filepath.Join(folder, FileName)
	if err := prepare(folder, opts); err != nil {
		return Recovery{}, err
	}
	kept, err := setAside(folder, opts)
	if err != nil {
		return Recovery{}, failure("recover", path, err)
	}
	sweep(folder)
	r := Recovery{Kept: kept}
	work := path + unfinished
	if err := r.rebuild(folder, work, opts); err != nil {
		removeUnfinished(work)
		return Recovery{}, failure("recover", path, err)
	}
	if err := settle(work, path); err != nil {
		return Recovery{}, failure("recover", path, err)
	}
	if err := os.Remove(filepath.Join(folder, recoveryMark)); err != nil {
		return Recovery{}, failure("recover", path, err)
	}
	opts.Log.Warn("a damaged database was recovered", "recovery", r)
	return r, nil
}

// setAside gives the damaged file and its log their new name.
func setAside(folder string, opts Options) (kept string, err error) {
	path, mark := filepath.Join(folder, FileName), filepath.Join(folder, recoveryMark)
	begun, err := os.ReadFile(mark)
	name := strings.TrimSpace(string(begun))
	if errors.Is(err, fs.ErrNotExist) || err == nil && name == "" {
		if err := mayRecover(path, opts); err != nil {
			return "", err
		}
		name = "keepcool-damaged-" + stamp(opts.Now()) + ".db"
		err = writeMark(mark, name)
	}
	if err != nil {
		return "", err
	}
	kept = filepath.Join(folder, filepath.Base(name))
	for _, end := range companions {
		if _, err := os.Lstat(kept + end); err == nil {
			continue // moved before a kill; what has the name now is the new one
		}
		err := os.Rename(path+end, kept+end)
		if errors.Is(err, fs.ErrNotExist) {
			err = nil
			if end == "" { // only a log was left: its place stays taken
				err = os.WriteFile(kept, nil, 0o600)
			}
		}
		if err != nil {
			return "", err
		}
	}
	return kept, syncFolder(folder)
}

func writeMark(mark, name string) error {
	work := mark + unfinished
	if err := os.WriteFile(work, []byte(name+"\n"), 0o600); err != nil {
		return err
	}
	return settle(work, mark)
}

// mayRecover refuses what is not a damaged file of ours.
func mayRecover(path string, opts Options) error {
	id, err := identify(path)
	if err != nil {
		return err
	}
	if err := id.refuse(path, len(opts.migrations)); err != nil {
		if errors.Is(err, &trainer.Error{Code: trainer.StoreDamaged}) {
			return nil
		}
		return err
	}
	if id.absent {
		return missing(fs.ErrNotExist)
	}
	if err := checkCopy(path); err == nil {
		return failed(errors.New("store: recover: the file is whole"))
	}
	return nil
}

// rebuild writes the new database at work: the newest good backup, or an
// empty one, and into it what can be read of the damaged file.
func (r *Recovery) rebuild(folder, work string, opts Options) error {
	removeUnfinished(work)
	version := len(opts.migrations)
	if id, err := identify(r.Kept); err == nil && id.sqlite && id.version >= 1 && id.version <= version {
		version = id.version // read it as it is; opening brings it up to date
	}
	from, err := r.startFromBackup(folder, work, version)
	if err != nil {
		return err
	}
	pool, err := sql.Open(sqlite.DriverName, dsn(work))
	if err != nil {
		return err
	}
	pool.SetMaxOpenConns(1)
	err = bringTo(pool, opts, from, version, nil)
	if err == nil {
		err = r.salvage(pool)
	}
	if err == nil {
		err = sound(pool)
	}
	return errors.Join(err, pool.Close())
}

// startFromBackup copies the newest backup that is sound to work and returns
// its schema, 0 when there is none.
func (r *Recovery) startFromBackup(folder, work string, version int) (int, error) {
	for _, path := range backupsNewestFirst(folder) {
		id, err := identify(path)
		if err != nil || id.refuse(path, version) != nil || id.absent || checkCopy(path) != nil {
			continue
		}
		r.Backup = path
		return id.version, copyFile(path, work)
	}
	return 0, nil
}

func backupsNewestFirst(folder string) []string {
	type backup struct {
		path string
		at   int64
	}
	var found []backup
	folder = filepath.Join(folder, backupFolder)
	entries, _ := os.ReadDir(folder) // none is as good as unreadable
	for _, e := range entries {
		st, err := e.Info()
		if err == nil && st.Mode().IsRegular() && strings.HasSuffix(e.Name(), ".db") {
			found = append(found, backup{filepath.Join(folder, e.Name()), st.ModTime().UnixNano()})
		}
	}
	slices.SortFunc(found, func(a, b backup) int { return int(min(max(b.at-a.at, -1), 1)) })
	var paths []string
	for _, b := range found {
		paths = append(paths, b.path)
	}
	return paths
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		return errors.Join(err, out.Close())
	}
	return errors.Join(out.Sync(), out.Close())
}

// openDamaged opens a copy of the damaged file with its log: SQLite writes
// even when it only reads. Done closes and removes the copy.
func openDamaged(kept string) (pool *sql.DB, done func(), err error) {
	work := filepath.Join(filepath.Dir(kept), "damaged"+unfinished)
	removeUnfinished(work)
	for _, end := range []string{"", "-wal"} {
		if err := copyFile(kept+end, work+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			removeUnfinished(work)
			return nil, nil, err
		}
	}
	// writable_schema lets it be read although a line of its schema is not.
	uri := fileURI(work) + "?_pragma=busy_timeout(10000)&_pragma=writable_schema(1)&_pragma=query_only(1)"
	copied, err := sql.Open(sqlite.DriverName, uri)
	if err != nil {
		removeUnfinished(work)
		return nil, nil, err
	}
	copied.SetMaxOpenConns(1)
	return copied, func() {
		_ = copied.Close()
		removeUnfinished(work)
	}, nil
}

func (r Recovery) String() string {
	return fmt.Sprintf("kept %s, on %q: %d profiles, %d attempts, %d records; lost %d attempts, %d records",
		r.Kept, r.Backup, r.Profiles, r.Attempts, r.Records, r.LostAttempts, r.LostRecords)
}
