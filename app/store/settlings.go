package store

import (
	"strings"

	"gorm.io/gorm"

	"keepcool/app/trainer"
)

// SaveSettling inserts s and returns it with its ID.
func (s *Store) SaveSettling(settling trainer.Settling) (trainer.Settling, error) {
	row := settlingToRow(settling)
	err := s.transact("save settling", func(tx *gorm.DB) error { return tx.Create(&row).Error })
	if err != nil {
		return trainer.Settling{}, err
	}
	return row.settling(), nil
}

// Settlings are a person's, newest first.
func (s *Store) Settlings(profile int64) ([]trainer.Settling, error) {
	var rows []settlingRow
	if err := s.read.Where("profile_id = ?", profile).Order("at DESC, id DESC").Find(&rows).Error; err != nil {
		return nil, failure("settlings", s.path, err)
	}
	out := make([]trainer.Settling, len(rows))
	for i, r := range rows {
		out[i] = r.settling()
	}
	return out, nil
}

// ForgetSettlings takes all of a person's away.
func (s *Store) ForgetSettlings(profile int64) error {
	return s.transact("forget settlings", func(tx *gorm.DB) error {
		return tx.Where("profile_id = ?", profile).Delete(&settlingRow{}).Error
	})
}

func settlingToRow(s trainer.Settling) settlingRow {
	ways := make([]string, len(s.Ways))
	for i, w := range s.Ways {
		ways[i] = string(w)
	}
	return settlingRow{
		ID: s.ID, ProfileID: s.Profile, At: micros(s.At), After: s.After, Feeling: s.Feeling,
		Strength: s.Strength, Since: s.Now, Thought: s.Thought, Own: s.Own, Turned: s.Turned,
		Body: strings.Join(s.Body, " "), Ways: strings.Join(ways, " "),
	}
}

func (r settlingRow) settling() trainer.Settling {
	s := trainer.Settling{
		ID: r.ID, Profile: r.ProfileID, At: moment(r.At), After: r.After, Feeling: r.Feeling,
		Strength: r.Strength, Now: r.Since, Thought: r.Thought, Own: r.Own, Turned: r.Turned,
	}
	if r.Body != "" {
		s.Body = strings.Fields(r.Body)
	}
	for _, w := range strings.Fields(r.Ways) {
		s.Ways = append(s.Ways, trainer.Way(w))
	}
	return s
}
