package store

import (
	"gorm.io/gorm"

	"keepcool/app/trainer"
)

// SaveOwnWords keeps w, in place of what was said at that moment before.
func (s *Store) SaveOwnWords(attempt int64, w trainer.OwnWords) error {
	return s.transact("save own words", func(tx *gorm.DB) error {
		return replace(tx, &ownWordsRow{AttemptID: attempt, Since: w.Since, At: micros(w.At), Words: w.Text})
	})
}

// OwnWords are an attempt's, in their order.
func (s *Store) OwnWords(attempt int64) ([]trainer.OwnWords, error) {
	var rows []ownWordsRow
	if err := s.read.Where("attempt_id = ?", attempt).Order("since").Find(&rows).Error; err != nil {
		return nil, failure("own words", s.path, err)
	}
	out := make([]trainer.OwnWords, len(rows))
	for i, r := range rows {
		out[i] = trainer.OwnWords{Since: r.Since, At: moment(r.At), Text: r.Words}
	}
	return out, nil
}
