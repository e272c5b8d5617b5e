package store

import (
	"database/sql"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"github.com/glebarez/sqlite"
	"gorm.io/gorm"

	"keepcool/app/trainer"
)

// FileName is the database in the data folder.
const FileName = "keepcool.db"

// A Store is an open database. It is safe for use by many goroutines.
type Store struct {
	folder, path string
	opts         Options
	write, read  *gorm.DB // one connection that writes, a pool that reads
}

var _ trainer.Store = (*Store)(nil)

// Options are what a Store is handed. The zero value is of use.
type Options struct {
	Log *slog.Logger     // nil: nothing is logged
	Now func() time.Time // nil: time.Now

	migrations []migration                         // nil: all of them
	probe      func(folder string) error           // nil: writes a file
	drive      func(string) (kind string, _ error) // nil: asks the system
}

func (o Options) filled() Options {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.migrations == nil {
		o.migrations = migrations()
	}
	if o.probe == nil {
		o.probe = probe
	}
	if o.drive == nil {
		o.drive = drive
	}
	return o
}

// Open opens the database in folder and makes it when there is none. An older
// one is backed up and brought up to date. The caller holds the Lock.
func Open(folder string, opts Options) (*Store, error) {
	opts = opts.filled()
	if err := prepare(folder, opts); err != nil {
		return nil, err
	}
	path := filepath.Join(folder, FileName)
	if _, err := os.Stat(filepath.Join(folder, recoveryMark)); err == nil {
		return nil, damaged(path, errors.New("a recovery was interrupted"))
	}
	found, err := identify(path)
	if err != nil {
		return nil, failure("identify", path, err)
	}
	if err := found.refuse(path, len(opts.migrations)); err != nil {
		return nil, err
	}
	sweep(folder)
	if found.absent {
		if err := create(path, opts); err != nil {
			return nil, failure("create", path, err)
		}
	}
	s, err := open(folder, opts)
	if err != nil {
		return nil, failure("open", path, err)
	}
	return s, nil
}

// open opens a file that is known to be ours.
func open(folder string, opts Options) (_ *Store, err error) {
	s := &Store{folder: folder, path: filepath.Join(folder, FileName), opts: opts}
	defer func() {
		if err != nil {
			_ = s.Close()
		}
	}()
	if err = glance(s.path); err != nil {
		return nil, err
	}
	if s.write, err = connect(s.path, 1, opts.Log); err != nil {
		return nil, err
	}
	if err = s.migrate(); err != nil {
		return nil, err
	}
	if s.read, err = connect(s.path, readers, opts.Log, "query_only(1)"); err != nil {
		return nil, err
	}
	return s, nil
}

// glance reads the schema and the way to the first row of each table: damage
// there shows at once, and a large file costs no more than a small one. It
// reads only, so that a damaged file is not written to.
func glance(path string) error {
	pool, err := sql.Open(sqlite.DriverName, readOnly(path))
	if err != nil {
		return err
	}
	defer pool.Close()
	tables, err := texts(pool, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
	if err != nil {
		return err
	}
	for _, name := range tables {
		if _, err := texts(pool, "SELECT 1 FROM "+quote(name)+" LIMIT 1"); err != nil {
			return err
		}
	}
	return nil
}

// Check reads the whole file and reports damage. It takes a while: it is for
// when a person asks, or when damage was met.
func (s *Store) Check() error {
	db, err := s.read.DB()
	if err != nil {
		return failure("check", s.path, err)
	}
	return failure("check", s.path, sound(db))
}

// Close writes everything to its place and closes the file.
func (s *Store) Close() error {
	var errs []error
	for _, db := range []*gorm.DB{s.read, s.write} { // the writer last: it folds the log into the file
		if db == nil {
			continue
		}
		pool, err := db.DB()
		if err == nil {
			err = pool.Close()
		}
		errs = append(errs, err)
	}
	return failure("close", s.path, errors.Join(errs...))
}

// transact runs f in a transaction of the writing connection.
func (s *Store) transact(op string, f func(tx *gorm.DB) error) error {
	return failure(op, s.path, s.write.Transaction(f))
}
