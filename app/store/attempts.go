package store

import (
	"fmt"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"keepcool/app/trainer"
)

// Begin keeps the attempt with the texts it is played from and gives it its
// ID. Its summary stands from now on: begun, nothing recorded.
func (s *Store) Begin(a trainer.Attempt, texts ...trainer.Text) (trainer.Attempt, error) {
	row := attemptToRow(a)
	row.ID = 0
	err := s.transact("begin", func(tx *gorm.DB) error {
		for _, t := range texts {
			if err := keepText(tx, t); err != nil {
				return err
			}
		}
		if err := tx.Create(&row).Error; err != nil {
			return err
		}
		begun := summaryToRow(row.ID, 0, trainer.Summary{Stage: trainer.StageFile, Changed: a.Started, TriedOut: a.TriedOut})
		return tx.Create(&begun).Error
	})
	if err != nil {
		return trainer.Attempt{}, err
	}
	return row.attempt(), nil
}

func keepText(tx *gorm.DB, t trainer.Text) error {
	body := t.Body
	if body == nil {
		body = []byte{} // nil would be no body at all
	}
	return tx.Clauses(clause.OnConflict{DoNothing: true}).
		Create(&textRow{Hash: t.Hash, Kind: t.Kind, Body: body}).Error
}

// Attempt is what was fixed when the attempt began.
func (s *Store) Attempt(id int64) (trainer.Attempt, error) {
	var row attemptRow
	if err := s.read.Where("id = ?", id).Take(&row).Error; err != nil {
		return trainer.Attempt{}, failure("attempt", s.path, err)
	}
	return row.attempt(), nil
}

// Text is the text named hash.
func (s *Store) Text(hash string) (trainer.Text, error) {
	var row textRow
	if err := s.read.Where("hash = ?", hash).Take(&row).Error; err != nil {
		return trainer.Text{}, failure("text", s.path, err)
	}
	return trainer.Text{Hash: row.Hash, Kind: row.Kind, Body: row.Body}, nil
}

// Append adds records and replaces the summary with its card, all or nothing.
// The analysis beside the card stays.
func (s *Store) Append(attempt int64, records []trainer.Record, sum trainer.Summary) error {
	rows := make([]recordRow, len(records))
	for i, r := range records {
		rows[i] = recordToRow(attempt, r)
	}
	return s.transact("append", func(tx *gorm.DB) error {
		last, err := lastSeq(tx, attempt)
		if err != nil {
			return err
		}
		for i, r := range rows {
			if r.Seq != last+1+i {
				return outOfSequence(fmt.Errorf("store: attempt %d has %d records, number %d came", attempt, last+i, r.Seq))
			}
		}
		if len(rows) > 0 {
			if err := tx.CreateInBatches(&rows, recordsAtOnce).Error; err != nil {
				return err
			}
		}
		row := summaryToRow(attempt, last+len(rows), sum)
		if err := replace(tx, &row); err != nil {
			return err
		}
		return replaceCard(tx, attempt, sum.Card)
	})
}

// recordsAtOnce is how many records one statement inserts; SQLite limits the
// values of a statement.
const recordsAtOnce = 1000

// lastSeq is the number of the attempt's last record, 0 when it has none.
func lastSeq(tx *gorm.DB, attempt int64) (int, error) {
	var last []int
	err := tx.Raw(`SELECT (SELECT coalesce(max(seq), 0) FROM records WHERE attempt_id = attempts.id)
		FROM attempts WHERE id = ?`, attempt).Scan(&last).Error
	if err != nil {
		return 0, err
	}
	if len(last) == 0 {
		return 0, gorm.ErrRecordNotFound
	}
	return last[0], nil
}

func replaceCard(tx *gorm.DB, attempt int64, card []byte) error {
	if len(card) == 0 {
		return tx.Where("attempt_id = ?", attempt).Delete(&cardRow{}).Error
	}
	return tx.Clauses(clause.OnConflict{
		Columns: []clause.Column{{Name: "attempt_id"}}, DoUpdates: clause.AssignmentColumns([]string{"body"}),
	}).Create(&cardRow{AttemptID: attempt, Body: card}).Error
}

// SaveAnalysis keeps an analysis beside the attempt's card, and the moments that
// come of it, all or nothing.
func (s *Store) SaveAnalysis(attempt int64, analysis []byte, moments ...trainer.Moment) error {
	return s.transact("analysis", func(tx *gorm.DB) error {
		done := tx.Model(&cardRow{}).Where("attempt_id = ?", attempt).Update("analysis", analysis)
		if done.Error == nil && done.RowsAffected == 0 {
			return gorm.ErrRecordNotFound
		}
		if done.Error != nil {
			return done.Error
		}
		return keepMoments(tx, attempt, moments)
	})
}

// Records are the attempt's records in their order.
func (s *Store) Records(attempt int64) ([]trainer.Record, error) {
	var rows []recordRow
	if err := s.read.Where("attempt_id = ?", attempt).Order("seq").Find(&rows).Error; err != nil {
		return nil, failure("records", s.path, err)
	}
	if len(rows) == 0 { // begun and not gone on, or never begun
		_, err := s.Attempt(attempt)
		return nil, err
	}
	out := make([]trainer.Record, len(rows))
	for i, r := range rows {
		out[i] = r.record()
	}
	return out, nil
}
