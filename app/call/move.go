package call

import (
	"fmt"
	"strings"
)

// A Kind is the kind of a move.
type Kind uint8

// The kinds of move. FollowUp is how the promise turned out; it opens the
// second call. RingInside opens the call inside the house before that.
const (
	Reply Kind = iota
	Hold
	Breathe
	ReadBackMove
	HangUp
	FollowUp
	RingInside
)

// A Timing is how a reply stood to the clock.
type Timing uint8

// The timings. Slow can only be the first reply of a call.
const (
	InTime Timing = iota
	CuttingIn
	Slow
)

// A Word is what was judged at the edge: of a promising reply, of a read-back
// or of a follow-up. Zero is the best of each.
type Word uint8

// The words of a promising reply.
const (
	Good Word = iota
	TooSoon
	TooLate
	Vague
)

// The words of a read-back.
const (
	Complete Word = iota
	Partial
	Wrong
)

// The words of a follow-up.
const (
	Kept Word = iota
	Late
	Missed
	LapsedWord
)

var (
	timingNames  = [...]string{"in-time", "cutting-in", "slow"}
	promiseNames = [...]string{"good", "too-soon", "too-late", "vague"}
	readNames    = [...]string{"complete", "partial", "wrong"}
	followNames  = [...]string{"kept", "late", "missed", "lapsed"}
	kindNames    = [...]string{"reply", "hold", "breathe", "read-back", "hang-up", "follow-up", "inside"}
)

func (t Timing) String() string { return timingNames[t] }

// A Move is one thing the trainee does. Reply is an index into Case.Replies
// and means something only for the kind Reply.
type Move struct {
	Kind   Kind
	Timing Timing
	Word   Word
	Reply  uint16
}

// WordName is the name of the move's word, "" where it has none.
func (c *Case) WordName(m Move) string {
	switch {
	case m.Kind == ReadBackMove:
		return readNames[m.Word]
	case m.Kind == FollowUp:
		return followNames[m.Word]
	case m.Kind == Reply && c.Replies[m.Reply].Promises:
		return promiseNames[m.Word]
	}
	return ""
}

// Format writes a move as it is kept and typed: beat.key, hold, breathe,
// read-back, hang-up, inside or follow-up:kept, with :word where it is not the best.
func (c *Case) Format(m Move) string {
	if m.Kind != Reply {
		name := kindNames[m.Kind]
		if m.Kind == FollowUp || m.Word != 0 {
			name += ":" + c.WordName(m)
		}
		return name
	}
	text := c.Replies[m.Reply].ID
	if m.Timing != InTime {
		text += ":" + m.Timing.String()
	}
	if m.Word != Good {
		text += ":" + promiseNames[m.Word]
	}
	return text
}

// ParseMove reads a written move. Whether it can be made in a state, Apply
// says.
func (c *Case) ParseMove(text string) (Move, error) {
	parts := strings.Split(strings.TrimSpace(text), ":")
	m, promises, err := c.parseHead(parts[0])
	if err != nil {
		return Move{}, err
	}
	worded := false
	for _, p := range parts[1:] {
		if t, ok := index(timingNames[:], p); ok && m.Kind == Reply {
			m.Timing = Timing(t)
			continue
		}
		w, ok := 0, false
		switch {
		case m.Kind == ReadBackMove:
			w, ok = index(readNames[:], p)
		case m.Kind == FollowUp:
			w, ok = index(followNames[:], p)
		case promises:
			w, ok = index(promiseNames[:], p)
		}
		if !ok || worded {
			return Move{}, fmt.Errorf("the move %q has a word it cannot have: %q", text, p)
		}
		m.Word, worded = Word(w), true
	}
	if m.Kind == FollowUp && !worded {
		return Move{}, fmt.Errorf("follow-up needs a word: follow-up:kept, follow-up:late or follow-up:missed")
	}
	return m, nil
}

func (c *Case) parseHead(head string) (m Move, promises bool, err error) {
	if k, ok := index(kindNames[1:], head); ok {
		return Move{Kind: Kind(k + 1)}, false, nil
	}
	i, ok := c.replies[head]
	if !ok {
		return Move{}, false, fmt.Errorf("there is no reply %q in this case", head)
	}
	return Move{Kind: Reply, Reply: i}, c.Replies[i].Promises, nil
}

func index(names []string, name string) (int, bool) {
	for i, n := range names {
		if n == name {
			return i, true
		}
	}
	return 0, false
}
