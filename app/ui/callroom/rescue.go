package callroom

import (
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
)

// before reports whether an entry of the record is from before the trainee took
// the call over.
func (r *Room) before(s trainer.Said) bool { return s.Move >= 0 && s.Move < r.play.Given() }

// handOver is where among what was said the trainee takes over: before the
// caller's answer to the last given move, which is said to them. It is -1 where
// nothing was given.
func (r *Room) handOver(said []trainer.Said) int {
	last := r.play.Given() - 1
	if last < 0 {
		return -1
	}
	for i, s := range said {
		if s.Move == last && s.Voice == trainer.TheCaller || s.Move > last {
			return i
		}
	}
	return len(said) - 1
}

// takeOver tells in the transcript that the trainee comes to the line here.
func (r *Room) takeOver() {
	r.write(trainer.Said{Voice: trainer.Narrator, Line: -1, Move: -1, Text: locale.Text("rescue.take-over", r.named())})
}

// modeWords is how the call is played.
func (r *Room) modeWords() string {
	switch r.play.Attempt().Mode {
	case trainer.Assessed:
		return locale.Text("callroom.assessed")
	case trainer.Rescue:
		return locale.Text("rescue")
	}
	return locale.Text("callroom.practice")
}
