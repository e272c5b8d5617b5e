package trainer

import "time"

// OwnWords are what a trainee said in their own words before they saw the
// replies. They belong to that person alone: they are never scored, no record
// of the attempt has them, and no list, report, export or manager's screen
// shows them.
type OwnWords struct {
	Since int // number of the record that opened the moment: a move that left its beat, or a step back; 0 at the beginning
	At    time.Time
	Text  string // "" when they were said aloud
}

// A Confidant keeps own words. They are no part of an attempt's records.
type Confidant interface {
	// SaveOwnWords keeps w in place of what was said at that moment before.
	SaveOwnWords(attempt int64, w OwnWords) error
	// OwnWords are an attempt's, in their order.
	OwnWords(attempt int64) ([]OwnWords, error)
}

// MostOwnWords is how long own words may be, in bytes.
const MostOwnWords = 400

// SayFirst keeps what the trainee would say at this moment, before they have
// chosen a reply; "" when they have said it aloud. It is no move and no entry.
func (p *Play) SayFirst(text string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.r.stage() != StageCall {
		return notNow("not-at-this-point", "This can't be done at this point of the call.")
	}
	w := OwnWords{Since: p.r.since, At: p.desk.Clock.Now(), Text: text}
	if err := p.desk.Store.SaveOwnWords(p.attempt.ID, w); err != nil {
		return err
	}
	p.own[w.Since] = text
	return nil
}

// SaidFirst is what the trainee said at this moment in their own words.
func (p *Play) SaidFirst() (text string, said bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	text, said = p.own[p.r.since]
	return text, said
}

// OwnWords are what who said first in their own call, by move of v.Moves. Of
// another person's call there are none, whoever asks.
func (d *Desk) OwnWords(who Profile, v *Review) (map[int]string, error) {
	if who.ID == 0 || who.ID != v.Attempt.Profile || v.r == nil {
		return nil, nil
	}
	own, err := d.ownWords(v.Attempt.ID)
	if err != nil {
		return nil, err
	}
	said := map[int]string{}
	for i, since := range v.r.moments {
		if text, ok := own[since]; ok && !stays(v.r.moves[i]) {
			said[i] = text
		}
	}
	return said, nil
}

// ownWords are an attempt's, by the moment they were said at.
func (d *Desk) ownWords(attempt int64) (map[int]string, error) {
	all, err := d.Store.OwnWords(attempt)
	own := make(map[int]string, len(all))
	for _, w := range all {
		own[w.Since] = w.Text
	}
	return own, err
}
