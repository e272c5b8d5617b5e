package store

import (
	"errors"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"keepcool/app/trainer"
)

// Profiles lists the people in the order they came.
func (s *Store) Profiles() ([]trainer.Profile, error) {
	var rows []profileRow
	if err := s.read.Order("id").Find(&rows).Error; err != nil {
		return nil, failure("profiles", s.path, err)
	}
	out := make([]trainer.Profile, len(rows))
	for i, r := range rows {
		out[i] = r.profile()
	}
	return out, nil
}

// SaveProfile inserts p when its ID is 0 and replaces it otherwise.
func (s *Store) SaveProfile(p trainer.Profile) (trainer.Profile, error) {
	row := profileToRow(p)
	err := s.transact("save profile", func(tx *gorm.DB) error {
		if row.ID == 0 {
			return tx.Create(&row).Error
		}
		saved := tx.Model(&row).Select("*").Updates(&row)
		if saved.Error == nil && saved.RowsAffected == 0 {
			return gorm.ErrRecordNotFound
		}
		return saved.Error
	})
	if err != nil {
		return trainer.Profile{}, err
	}
	return row.profile(), nil
}

// Preference is what was last saved under name, "" when nothing was.
func (s *Store) Preference(profile int64, name string) (string, error) {
	var row preferenceRow
	err := s.read.Where("profile_id = ? AND name = ?", profile, name).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return "", nil
	}
	return row.Value, failure("preference", s.path, err)
}

// SavePreference keeps value under name.
func (s *Store) SavePreference(profile int64, name, value string) error {
	return s.transact("save preference", func(tx *gorm.DB) error {
		return replace(tx, &preferenceRow{ProfileID: profile, Name: name, Value: value})
	})
}

// replace writes a row over the one with its key.
func replace(tx *gorm.DB, row any) error {
	return tx.Clauses(clause.OnConflict{UpdateAll: true}).Create(row).Error
}
