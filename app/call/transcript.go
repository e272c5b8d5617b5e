package call

// A Voice says who speaks in a transcript.
type Voice uint8

// The voices. Narrator tells what is done or happens, not said.
const (
	Narrator Voice = iota
	TheCaller
	TheTrainee
)

// A Said is one entry of a transcript.
type Said struct {
	Voice Voice
	Text  string
	Tone  string    // of the caller: loud, fast
	Line  int       // index into Case.Lines, -1 when it is no caller's line
	Move  int       // index of the move that said it, -1 for the call's first line
	Call  int       // index into Case.Calls
	Heat  int       // the caller's heat after it, 0 to 10
	Event EventKind // what a narrator's entry without text tells of
}

// Tell appends what a move said and brought about: move m, the n-th, made in
// the state before, with the events that Apply gave. The opening of a case is
// told with n below zero.
func (c *Case) Tell(said []Said, before State, m Move, n int, after State, events []Event) []Said {
	if n >= 0 {
		said = c.tellMove(said, before, m, n)
	}
	for _, e := range events {
		s := Said{Line: -1, Move: n, Call: c.Beats[after.Beat].Call, Heat: int(after.Heat), Event: e.Kind}
		switch e.Kind {
		case LineSaid:
			l := c.Lines[e.Index].Script
			s.Voice, s.Text, s.Tone, s.Line = TheCaller, l.Text, l.Tone, int(e.Index)
			if done, ok := unbracket(s.Text); ok {
				s.Voice, s.Text = Narrator, done
			}
		case CallEnded, CallCut, CallDropped, PromiseLapsed:
		default:
			continue
		}
		said = append(said, s)
	}
	return said
}

func (c *Case) tellMove(said []Said, before State, m Move, n int) []Said {
	s := Said{Voice: TheTrainee, Line: -1, Move: n, Call: c.Beats[before.Beat].Call, Heat: int(before.Heat)}
	switch m.Kind {
	case Reply:
		s.Text = c.Replies[m.Reply].Script.Text
		if done, ok := unbracket(s.Text); ok {
			s.Voice, s.Text = Narrator, done
		}
	case Hold:
		s.Voice, s.Text = Narrator, ToldHold
	case Breathe:
		s.Voice, s.Text = Narrator, ToldBreath
	case ReadBackMove:
		s.Voice, s.Text = Narrator, ToldReadBack
	default:
		return said
	}
	return append(said, s)
}

// What the narrator tells of moves without words of their own.
const (
	ToldHold     = "You put the caller on hold for a moment."
	ToldBreath   = "You take a breath."
	ToldReadBack = "You read back what you noted."
)

func unbracket(text string) (string, bool) {
	if n := len(text); n > 1 && text[0] == '[' && text[n-1] == ']' {
		return text[1 : n-1], true
	}
	return text, false
}
