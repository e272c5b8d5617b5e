package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/glebarez/sqlite"
	"github.com/go-gormigrate/gormigrate/v2"
	"gorm.io/gorm"
)

//go:embed schema/*.sql
var schema embed.FS

// A migration brings a database from one schema to the next. Its place in the
// list is its number, and the user_version of the file it leaves.
type migration struct{ sql string }

// migrations are all there are, by number from 1: schema/0001.sql and on.
func migrations() []migration {
	var all []migration
	names, err := fs.Glob(schema, "schema/*.sql")
	for _, name := range names {
		text, e := schema.ReadFile(name)
		all, err = append(all, migration{string(text)}), errors.Join(err, e)
	}
	if err != nil {
		panic(err) // they are part of the program
	}
	return all
}

// create makes a new database apart and gives it its name when it is whole,
// so that a file with the name is never half made.
func create(path string, opts Options) error {
	work := path + unfinished
	removeUnfinished(work)
	pool, err := sql.Open(sqlite.DriverName, dsn(work))
	if err != nil {
		return err
	}
	err = bringTo(pool, opts, 0, len(opts.migrations), nil)
	if err := errors.Join(err, pool.Close()); err != nil {
		removeUnfinished(work)
		return err
	}
	return settle(work, path)
}

// settle gives a finished file its name, on the disk.
func settle(work, path string) error {
	if err := syncFile(work); err != nil {
		return err
	}
	if err := os.Rename(work, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// migrate brings the open file up to date, after a backup.
func (s *Store) migrate() error {
	pool, err := s.write.DB()
	if err != nil {
		return err
	}
	var has int
	if err := pool.QueryRow("PRAGMA user_version").Scan(&has); err != nil {
		return err
	}
	return bringTo(pool, s.opts, has, len(s.opts.migrations), func(number int) error {
		name := fmt.Sprintf("before-schema-%d-%s.db", number, stamp(s.opts.Now()))
		_, err := s.backup(context.Background(), name)
		return err
	})
}

// bringTo runs the migrations after number from up to number to, each in a
// transaction of its own after before(its number), on one connection whose
// foreign keys are off: a table is rebuilt by dropping it, and with them on
// the drop would take the rows that point to it.
func bringTo(pool *sql.DB, opts Options, from, to int, before func(number int) error) error {
	if from >= to {
		return nil
	}
	conn, err := pool.Conn(context.Background())
	if err != nil {
		return err
	}
	defer conn.Close()
	if err := run(conn, "PRAGMA foreign_keys = OFF", listOfMigrations); err != nil {
		return err
	}
	for number := from + 1; number <= to; number++ {
		if before != nil {
			if err := before(number); err != nil {
				return err
			}
		}
		if err := step(conn, opts, number); err != nil {
			return fmt.Errorf("migration %d: %w", number, err)
		}
		opts.Log.Info("the database was brought up to date", slog.Int("schema", number))
	}
	return run(conn, "PRAGMA foreign_keys = ON")
}

// listOfMigrations is the table that gormigrate keeps, made here because it
// would use AutoMigrate for it.
const listOfMigrations = `CREATE TABLE IF NOT EXISTS migrations (id TEXT NOT NULL PRIMARY KEY) STRICT`

// step runs one migration: all of it or nothing.
func step(conn *sql.Conn, opts Options, number int) error {
	db, err := over(conn, opts.Log)
	if err != nil {
		return err
	}
	var list []*gormigrate.Migration
	for i, m := range opts.migrations[:number] {
		list = append(list, &gormigrate.Migration{ID: fmt.Sprintf("%04d", i+1), Migrate: func(tx *gorm.DB) error {
			return m.apply(tx, i+1)
		}})
	}
	return gormigrate.New(db, &gormigrate.Options{
		TableName:                 "migrations",
		UseTransaction:            true,
		ValidateUnknownMigrations: true,
	}, list).Migrate()
}

func (m migration) apply(tx *gorm.DB, number int) error {
	if err := tx.Exec(m.sql).Error; err != nil {
		return err
	}
	if err := tx.Exec(fmt.Sprintf("PRAGMA user_version = %d", number)).Error; err != nil {
		return err
	}
	return referencesHold(querier{tx})
}

// A querier asks within a gorm transaction.
type querier struct{ tx *gorm.DB }

func (q querier) Query(query string, args ...any) (*sql.Rows, error) {
	return q.tx.Raw(query, args...).Rows()
}

// run runs statements on one connection.
func run(conn *sql.Conn, statements ...string) error {
	for _, s := range statements {
		if _, err := conn.ExecContext(context.Background(), s); err != nil {
			return err
		}
	}
	return nil
}
