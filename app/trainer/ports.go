package trainer

import "time"

// A Clock tells the time in the trainee's zone.
type Clock interface {
	Now() time.Time
}

// A Notifier tells the trainee something outside the window. Notify returns
// an error when the desktop could not be told; the window then says it itself.
type Notifier interface {
	Notify(title, body string) error
}

// A Store keeps what people did. Everything it has acknowledged is on the
// disk. Its errors are *Error.
type Store interface {
	Diary
	Confidant
	Drawer

	Profiles() ([]Profile, error)
	// SaveProfile inserts p when its ID is 0 and replaces it otherwise.
	SaveProfile(p Profile) (Profile, error)

	// Preference is what was last saved under name, "" when nothing was.
	// Profile 0 keeps what belongs to the machine.
	Preference(profile int64, name string) (string, error)
	SavePreference(profile int64, name, value string) error

	// Begin keeps the attempt with the texts it is played from and returns
	// it with its ID. A text that is kept already is left as it is.
	Begin(a Attempt, texts ...Text) (Attempt, error)
	Attempt(id int64) (Attempt, error)
	Text(hash string) (Text, error)

	// Append adds records and replaces the attempt's summary, both or
	// neither. The first record must follow the last one kept, or it fails
	// with OutOfSequence and keeps nothing. The summary's analysis is not
	// taken: the one that is kept stays as long as there is a card.
	Append(attempt int64, records []Record, s Summary) error
	Records(attempt int64) ([]Record, error)

	// SaveAnalysis keeps what the engine says of an attempt beside its card, and
	// the moments that come of it, all or nothing. A moment that is kept
	// already stays as it is, and is none where an older one of the person of
	// the same reply in the same variant has not retired. It fails with NotFound
	// while there is no card.
	SaveAnalysis(attempt int64, analysis []byte, moments ...Moment) error

	// Summaries lists attempts without their cards and analyses; Summary has
	// both.
	Summaries(q Query) ([]Summary, error)
	Summary(attempt int64) (Summary, error)
}
