package store

import (
	"gorm.io/gorm"

	"keepcool/app/trainer"
)

// keepMoments keeps moments of an attempt. One that is kept already stays as it
// is, and so does an older one of the same reply that still waits.
func keepMoments(tx *gorm.DB, attempt int64, moments []trainer.Moment) error {
	for _, m := range moments {
		err := tx.Exec(`INSERT INTO moments (attempt_id, move, reply, cost, critical, day, retired)
			SELECT @attempt, @move, @reply, @cost, @critical, @day, 0
			WHERE NOT EXISTS (
				SELECT 1 FROM attempts AS mine
				JOIN attempts AS other ON other.profile_id = mine.profile_id AND other.scenario = mine.scenario AND other.variant = mine.variant
				JOIN moments ON moments.attempt_id = other.id
				WHERE mine.id = @attempt AND moments.reply = @reply AND NOT moments.retired)
			ON CONFLICT DO NOTHING`, map[string]any{
			"attempt": attempt, "move": m.Move, "reply": m.Reply, "cost": m.Cost, "critical": m.Critical, "day": string(m.Day),
		}).Error
		if err != nil {
			return err
		}
	}
	return nil
}

// told is a moment with the attempt it is from.
type told struct {
	Moment  momentRow  `gorm:"embedded"`
	Attempt attemptRow `gorm:"embedded"`
}

// Moments lists what q picks with its answers, by attempt and move.
func (s *Store) Moments(q trainer.MomentQuery) ([]trainer.Moment, error) {
	var rows []told
	var given []answerRow
	err := pickMoments(s.read.Table("moments").Select("moments.*, attempts.*"), q).
		Order("moments.attempt_id, moments.move").Scan(&rows).Error
	if err == nil && len(rows) > 0 {
		err = pickMoments(s.read.Table("answers").Select("answers.*").
			Joins("JOIN moments ON moments.attempt_id = answers.attempt_id AND moments.move = answers.move"), q).
			Order("answers.attempt_id, answers.move, answers.seq").Scan(&given).Error
	}
	if err != nil {
		return nil, failure("moments", s.path, err)
	}
	out := make([]trainer.Moment, len(rows))
	for i, r := range rows {
		out[i] = r.Moment.moment(r.Attempt.attempt())
		for len(given) > 0 && given[0].AttemptID == r.Moment.AttemptID && given[0].Move == r.Moment.Move {
			out[i].Answers = append(out[i].Answers, given[0].answer())
			given = given[1:]
		}
	}
	return out, nil
}

// pickMoments adds what q asks for; zero fields ask for nothing.
func pickMoments(tx *gorm.DB, q trainer.MomentQuery) *gorm.DB {
	tx = tx.Joins("JOIN attempts ON attempts.id = moments.attempt_id")
	if q.Profile != 0 {
		tx = tx.Where("attempts.profile_id = ?", q.Profile)
	}
	if q.Attempt != 0 {
		tx = tx.Where("moments.attempt_id = ?", q.Attempt)
	}
	if q.Waiting {
		tx = tx.Where("NOT moments.retired")
	}
	if q.Answered != "" {
		tx = tx.Where(`EXISTS (SELECT 1 FROM answers AS of WHERE of.attempt_id = moments.attempt_id
			AND of.move = moments.move AND of.day = ?)`, string(q.Answered))
	}
	return tx
}

// SaveAnswer adds an answer to a moment, and whether it comes back.
func (s *Store) SaveAnswer(attempt int64, move int, a trainer.Answer, retired bool) error {
	return s.transact("save answer", func(tx *gorm.DB) error {
		if err := retire(tx, attempt, move, retired); err != nil {
			return err
		}
		row := answerRow{AttemptID: attempt, Move: move, At: micros(a.At), Day: string(a.Day), Said: a.Said, Correct: a.Right}
		err := tx.Raw("SELECT 1 + coalesce(max(seq), 0) FROM answers WHERE attempt_id = ? AND move = ?", attempt, move).Scan(&row.Seq).Error
		if err != nil {
			return err
		}
		return tx.Create(&row).Error
	})
}

// Retire says that a moment does not come back, or that it does after all.
func (s *Store) Retire(attempt int64, move int, retired bool) error {
	return s.transact("retire", func(tx *gorm.DB) error { return retire(tx, attempt, move, retired) })
}

func retire(tx *gorm.DB, attempt int64, move int, retired bool) error {
	done := tx.Model(&momentRow{}).Where("attempt_id = ? AND move = ?", attempt, move).Update("retired", retired)
	if done.Error == nil && done.RowsAffected == 0 {
		return gorm.ErrRecordNotFound
	}
	return done.Error
}
