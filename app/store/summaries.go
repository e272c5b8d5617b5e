package store

import (
	"gorm.io/gorm"

	"keepcool/app/trainer"
)

// listed is a row of a list: a summary beside its attempt.
type listed struct {
	Attempt  attemptRow `gorm:"embedded"`
	Summary  summaryRow `gorm:"embedded"`
	Card     []byte
	Analysis []byte
}

// Summaries lists what q picks, newest first, without cards and analyses.
func (s *Store) Summaries(q trainer.Query) ([]trainer.Summary, error) {
	var rows []listed
	tx := pick(joined(s.read), q).Order("attempts.started DESC, attempts.id DESC")
	if q.Limit > 0 {
		tx = tx.Limit(q.Limit)
	}
	if q.Offset > 0 {
		tx = tx.Offset(q.Offset)
	}
	if err := tx.Scan(&rows).Error; err != nil {
		return nil, failure("summaries", s.path, err)
	}
	out := make([]trainer.Summary, len(rows))
	for i, r := range rows {
		out[i] = r.Summary.summary(r.Attempt)
	}
	return out, nil
}

// Summary is the attempt's summary with its card and analysis.
func (s *Store) Summary(attempt int64) (trainer.Summary, error) {
	var rows []listed
	err := joined(s.read).Select("attempts.*, summaries.*, cards.body AS card, cards.analysis").
		Joins("LEFT JOIN cards ON cards.attempt_id = attempts.id").
		Where("attempts.id = ?", attempt).Scan(&rows).Error
	if err == nil && len(rows) == 0 {
		err = gorm.ErrRecordNotFound
	}
	if err != nil {
		return trainer.Summary{}, failure("summary", s.path, err)
	}
	sum := rows[0].Summary.summary(rows[0].Attempt)
	sum.Card, sum.Analysis = rows[0].Card, rows[0].Analysis
	return sum, nil
}

func joined(db *gorm.DB) *gorm.DB {
	return db.Table("attempts").Select("attempts.*, summaries.*").
		Joins("JOIN summaries ON summaries.attempt_id = attempts.id")
}

// pick adds what q asks for; zero fields ask for nothing.
func pick(tx *gorm.DB, q trainer.Query) *gorm.DB {
	if q.Profile != 0 {
		tx = tx.Where("attempts.profile_id = ?", q.Profile)
	}
	if q.Scenario != "" {
		tx = tx.Where("attempts.scenario = ?", q.Scenario)
	}
	if q.Mode != "" {
		tx = tx.Where("attempts.mode = ?", string(q.Mode))
	}
	if q.Except != "" {
		tx = tx.Where("attempts.mode <> ?", string(q.Except))
	}
	if len(q.Stages) > 0 {
		tx = tx.Where("summaries.stage IN ?", q.Stages)
	}
	if q.Scored {
		tx = tx.Where("summaries.scored")
	}
	return tx
}
