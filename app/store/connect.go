package store

import (
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"github.com/glebarez/sqlite"
	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

// readers is how many connections read at once.
const readers = 4

// pragmas are set on every connection, in this order; DESIGN.md says why.
// They stand in the DSN because a PRAGMA statement reaches one connection of
// a pool only.
var pragmas = []string{
	"busy_timeout(10000)",
	"journal_mode(WAL)",
	"synchronous(FULL)",
	"fullfsync(1)",
	"foreign_keys(1)",
}

// dsn is what the driver opens path with.
func dsn(path string, more ...string) string {
	q := []string{"_txlock=immediate"}
	for _, p := range append(append([]string{}, pragmas...), more...) {
		q = append(q, "_pragma="+p)
	}
	return fileURI(path) + "?" + strings.Join(q, "&")
}

// readOnly opens path without setting anything, so that nothing is written.
func readOnly(path string) string {
	return fileURI(path) + "?mode=ro&_pragma=busy_timeout(10000)"
}

// fileURI writes path so that a question mark or a percent sign in it is not
// taken for the DSN's own.
func fileURI(path string) string {
	p := filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		p = "/" + p
	}
	return "file:" + (&url.URL{Path: p}).EscapedPath()
}

// connect opens a pool of size connections and sees that they work.
func connect(path string, size int, log *slog.Logger, more ...string) (*gorm.DB, error) {
	pool, err := sql.Open(sqlite.DriverName, dsn(path, more...))
	if err != nil {
		return nil, err
	}
	pool.SetMaxOpenConns(size)
	pool.SetMaxIdleConns(size)
	db, err := over(pool, log)
	if err != nil {
		return nil, errors.Join(err, pool.Close())
	}
	return db, nil
}

// over puts gorm over a pool or a single connection.
func over(conn gorm.ConnPool, log *slog.Logger) (*gorm.DB, error) {
	return gorm.Open(&sqlite.Dialector{Conn: conn}, &gorm.Config{
		TranslateError:         true,
		SkipDefaultTransaction: true, // transactions are written where they are meant
		DisableAutomaticPing:   true,
		Logger: logger.NewSlogLogger(log, logger.Config{
			SlowThreshold:             time.Second,
			LogLevel:                  logger.Warn,
			IgnoreRecordNotFoundError: true,
			ParameterizedQueries:      true, // what people wrote stays out of the log
		}),
	})
}

// sound reads a whole database: every page, every index, every reference.
func sound(db *sql.DB) error {
	says, err := texts(db, "PRAGMA integrity_check(1)")
	if err != nil {
		return err
	}
	if len(says) != 1 || says[0] != "ok" {
		return &unsound{strings.Join(says, "; ")}
	}
	return referencesHold(db)
}

// referencesHold finds a row that points to one that is not there.
func referencesHold(db interface {
	Query(string, ...any) (*sql.Rows, error)
},
) error {
	rows, err := db.Query("PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer rows.Close()
	if rows.Next() {
		var table, parent string
		var row sql.NullInt64
		var key int
		if err := rows.Scan(&table, &row, &parent, &key); err != nil {
			return err
		}
		return &unsound{fmt.Sprintf("row %d of %s points to a missing row of %s", row.Int64, table, parent)}
	}
	return rows.Err()
}

// texts are the first column of what a query finds.
func texts(db *sql.DB, query string, args ...any) ([]string, error) {
	rows, err := db.Query(query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var found []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		found = append(found, text)
	}
	return found, rows.Err()
}

// unsound is damage that a check found.
type unsound struct{ says string }

func (u *unsound) Error() string { return "check: " + u.says }

// quote writes a name for SQL.
func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
