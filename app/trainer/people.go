package trainer

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// MinPassphrase is how many characters a manager's passphrase needs.
const MinPassphrase = 8

// The cost of argon2id: the second recommended option of RFC 9106, section 4.
const (
	argonTime   = 3
	argonMemory = 64 * 1024 // KiB
	argonLanes  = 4
	argonKey    = 32
)

// People are all profiles.
func (d *Desk) People() ([]Profile, error) { return d.Store.Profiles() }

// Enrol makes a trainee's profile.
func (d *Desk) Enrol(name string, week Week) (Profile, error) {
	p := Profile{Name: strings.TrimSpace(name), Role: Trainee, Week: week, Created: d.Clock.Now()}
	if err := d.check(p); err != nil {
		return Profile{}, err
	}
	return d.Store.SaveProfile(p)
}

// Update saves a changed profile.
func (d *Desk) Update(p Profile) (Profile, error) {
	p.Name = strings.TrimSpace(p.Name)
	if err := d.check(p); err != nil {
		return Profile{}, err
	}
	return d.Store.SaveProfile(p)
}

func (d *Desk) check(p Profile) error {
	if p.Name == "" || utf8.RuneCountInString(p.Name) > 60 {
		return Fail(BadName, nil, "name-length", "A name needs between 1 and 60 letters.")
	}
	if p.Role == Trainee && (p.Week.Days == ([7]bool{}) || p.Week.From >= p.Week.To || p.Week.From < 0 || p.Week.To > 24*60) {
		return Fail(BadWeek, nil, "week", "Choose at least one working day, and an end of the day that is later than its beginning.")
	}
	others, err := d.Store.Profiles()
	if err != nil {
		return err
	}
	for _, o := range others {
		if o.ID != p.ID && strings.EqualFold(o.Name, p.Name) {
			return Fail(BadName, nil, "name-taken", `"{{.Name}}" is here already. Choose that profile, or another name.`, "Name", o.Name)
		}
	}
	return nil
}

// Appoint makes a manager's profile, locked by a passphrase.
func (d *Desk) Appoint(name, passphrase string) (Profile, error) {
	if utf8.RuneCountInString(passphrase) < MinPassphrase {
		return Profile{}, Fail(BadPassphrase, nil, "passphrase-short", "A passphrase needs at least {{.N}} characters. A few words are easy to remember.", "N", MinPassphrase)
	}
	p := Profile{Name: strings.TrimSpace(name), Role: Manager, Week: UsualWeek(), Created: d.Clock.Now()}
	if err := d.check(p); err != nil {
		return Profile{}, err
	}
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return Profile{}, err
	}
	p.Secret = seal(passphrase, salt)
	return d.Store.SaveProfile(p)
}

// Unlock checks a manager's passphrase.
func (d *Desk) Unlock(p Profile, passphrase string) error {
	parts := strings.Split(p.Secret, "$")
	if len(parts) == 6 {
		salt, err := base64.RawStdEncoding.DecodeString(parts[4])
		if err == nil && subtle.ConstantTimeCompare([]byte(seal(passphrase, salt)), []byte(p.Secret)) == 1 {
			return nil
		}
	}
	return Fail(BadPassphrase, nil, "passphrase-wrong", "That is not the passphrase. Capital letters count.")
}

// seal is the hash in the usual written form, $argon2id$v=19$m=..,t=..,p=..$salt$key.
func seal(passphrase string, salt []byte) string {
	key := argon2.IDKey([]byte(passphrase), salt, argonTime, argonMemory, argonLanes, argonKey)
	b64 := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, argonMemory, argonTime, argonLanes, b64(salt), b64(key))
}
