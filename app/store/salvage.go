package store

import (
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A salvage carries rows from a damaged database into a sound one. What
// happened is added to what the backup has; what may change is replaced.
type salvage struct {
	from, to *sql.DB
	highest  int64 // the highest number an attempt or a profile is known to have
	unread   []string
}

// salvage fills r from the damaged file that it keeps.
func (r *Recovery) salvage(to *sql.DB) error {
	from, done, err := openDamaged(r.Kept)
	if err != nil {
		return err
	}
	defer done()
	s := &salvage{from: from, to: to}
	issued := s.issued()
	s.highest = issued
	if err := s.carry(); err != nil {
		return err
	}
	r.Unread = s.unread
	if issued == 0 {
		issued = s.highest
	}
	return r.count(to, issued)
}

// carry moves table after table, in the order that references need.
func (s *salvage) carry() error {
	for _, t := range []struct {
		name, key, then string // then orders the rows of one key
		replace         bool
	}{
		{"profiles", "id", "", true},
		{"preferences", "profile_id", "name", true},
		{"texts", "rowid", "", false},
		{"attempts", "id", "", false},
		{"records", "attempt_id", "seq", false},
		{"summaries", "attempt_id", "", true},
		{"cards", "attempt_id", "", true},
		{"settlings", "profile_id", "id", false},
		{"own_words", "attempt_id", "since", true},
		{"moments", "attempt_id", "move", true},
		{"answers", "attempt_id", "seq", false},
	} {
		if err := s.table(t.name, t.key, t.then, t.replace); err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
	}
	return s.mend()
}

// table carries the rows of one table in one transaction. A row that does not
// fit (a reference to what is lost, a record beyond a gap) stays behind.
func (s *salvage) table(name, key, then string, replace bool) error {
	columns, err := columnsOf(s.to, name)
	if err != nil {
		return err
	}
	tx, err := s.to.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit it does nothing
	insert, err := tx.Prepare(insertInto(name, columns, replace))
	if err != nil {
		return err
	}
	defer insert.Close()
	var stop error
	put := func(row []any) {
		if name == "attempts" {
			stop = errors.Join(stop, s.person(tx, row[slices.Index(columns, "profile_id")]))
		}
		if _, err := insert.Exec(row...); isFailing(err) {
			stop = errors.Join(stop, err)
		}
	}
	if !s.scan(name, key, then, columns, put) {
		s.unread = append(s.unread, name)
	}
	if stop != nil {
		return stop
	}
	return tx.Commit()
}

// asked is how many keys are asked for one by one at most: a damaged key may
// be any number.
const asked = 1_000_000

// scan hands over every row of a table that can be reached: from its
// beginning to the first damage, from its end back to the last, and what lies
// between by asking for one key after the other. It reports whether there was
// no damage.
func (s *salvage) scan(name, key, then string, columns []string, put func([]any)) bool {
	list := key + ", " + strings.Join(columns, ", ")
	all := "SELECT " + list + " FROM " + name + " NOT INDEXED"
	up, down := key, key+" DESC"
	if then != "" {
		up, down = up+", "+then, down+", "+then+" DESC"
	}
	first, err := s.rows(all+" ORDER BY "+up, put)
	if err == nil {
		return true
	}
	low, high := int64(0), s.highest
	if n := len(first); n > 0 {
		low = first[n-1]
	}
	var tail [][]any
	last, _ := s.rows(all+" ORDER BY "+down, func(row []any) { tail = append(tail, row) })
	if n := len(last); n > 0 {
		high = last[n-1]
	}
	for k := low; k <= min(high, low+asked); k++ {
		_, _ = s.rows(fmt.Sprintf("SELECT %s FROM %s NOT INDEXED WHERE %s = %d", list, name, key, k), put)
	}
	for _, row := range slices.Backward(tail) {
		put(row)
	}
	return false
}

// rows hands over the rows of a query without their leading key, and returns
// the keys up to the error that ended it.
func (s *salvage) rows(query string, put func([]any)) (keys []int64, err error) {
	rows, err := s.from.Query(query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var key int64
		row := make([]any, len(names)-1)
		into := []any{&key}
		for i := range row {
			into = append(into, &row[i])
		}
		if err := rows.Scan(into...); err != nil {
			continue // a row that does not hold what it should
		}
		keys = append(keys, key)
		if slices.Contains(numbered, names[0]) {
			s.highest = max(s.highest, key)
		}
		put(row)
	}
	return keys, rows.Err()
}

// numbered are the keys that count attempts or people.
var numbered = []string{"id", "attempt_id"}

// person sees that an attempt's person is there, by a stand-in when the row
// of the person is lost.
func (s *salvage) person(tx *sql.Tx, id any) error {
	_, err := tx.Exec(`INSERT OR IGNORE INTO profiles (id, name, role, days, from_minute, to_minute, secret, created)
		SELECT ?1, 'Recovered ' || ?1, 'trainee', 62, 540, 1020, '', 0 WHERE typeof(?1) = 'integer'`, id)
	if isFailing(err) {
		return err
	}
	return nil
}

// mend gives an attempt without a summary the one it began with, so that it is
// listed and can be opened. It is of no number of records, so that it counts
// as one to be rebuilt.
func (s *salvage) mend() error {
	_, err := s.to.Exec(`INSERT INTO summaries (attempt_id, records, stage, changed, scored, final, passed,
			failed, critical, clock_set, overall, cool, bases, extra, follow, rule)
		SELECT id, -1, 'file', started, 0, 0, 0, 0, 0, tried_out, 0, 0, 0, 0, 0, '' FROM attempts
		WHERE id NOT IN (SELECT attempt_id FROM summaries)`)
	return err
}

// issued is how many attempts were ever begun: their numbers are never given
// twice, and no attempt is ever removed.
func (s *salvage) issued() int64 {
	var n int64
	_ = s.from.QueryRow(`SELECT seq FROM sqlite_sequence WHERE name = 'attempts'`).Scan(&n) // unknown: 0
	return n
}

// count says what the new file holds, what is known to be missing from it,
// and which attempts do not match their summaries.
func (r *Recovery) count(db *sql.DB, issued int64) error {
	err := db.QueryRow(`SELECT (SELECT count(*) FROM profiles), (SELECT count(*) FROM attempts),
		(SELECT count(*) FROM records)`).Scan(&r.Profiles, &r.Attempts, &r.Records)
	if err != nil {
		return err
	}
	r.LostAttempts = max(0, int(issued)-r.Attempts)
	rows, err := db.Query(`SELECT attempt_id, records, (SELECT count(*) FROM records WHERE attempt_id = s.attempt_id) AS here
		FROM summaries AS s WHERE s.records <> here ORDER BY attempt_id`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var attempt int64
		var had, has int
		if err := rows.Scan(&attempt, &had, &has); err != nil {
			return err
		}
		r.Rebuild = append(r.Rebuild, attempt)
		r.LostRecords += max(0, had-has)
	}
	return rows.Err()
}

// columnsOf are the names of a table's columns.
func columnsOf(db *sql.DB, table string) ([]string, error) {
	return texts(db, "SELECT name FROM pragma_table_info(?)", table)
}

// insertInto writes the statement that adds a row; one that is there already
// stays, or is replaced.
func insertInto(table string, columns []string, replace bool) string {
	marks := strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", ")
	statement := fmt.Sprintf("INTO %s (%s) VALUES (%s)", table, strings.Join(columns, ", "), marks)
	if !replace {
		return "INSERT OR IGNORE " + statement
	}
	var sets []string
	for _, c := range columns {
		sets = append(sets, fmt.Sprintf("%s = excluded.%s", c, c))
	}
	return "INSERT " + statement + " ON CONFLICT DO UPDATE SET " + strings.Join(sets, ", ")
}

// isFailing tells an error of the new file from a row that it does not take.
func isFailing(err error) bool {
	if err == nil {
		return false
	}
	const constraint, mismatch = 19, 20
	code := resultCode(err) & 0xff
	return code != constraint && code != mismatch
}
