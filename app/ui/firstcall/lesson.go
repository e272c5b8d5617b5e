package firstcall

import (
	"keepcool/app/ui/callroom"
	"keepcool/app/ui/locale"
)

// The steps of the first call, each with one control: answer is the first.
const (
	listen = iota + 2
	reply
	note
	readBack
	permission
	promise
	hangUp

	steps = hangUp
)

// Now implements callroom.Guide. The beats of the script are named after the
// control that is met in them. Where something is to be done with the notes, the
// replies wait for it.
func (s *Screen) Now(m callroom.Moment) callroom.Lesson {
	const talk, kept, read = callroom.Replies, callroom.Notes, callroom.Notes | callroom.ReadBack
	switch {
	case m.Over:
		return lesson(hangUp, kept|callroom.HangUp, callroom.HangUp, locale.Text("firstcall.line.hang-up"))
	case m.Beat == "hello" && m.Speaking:
		return lesson(listen, 0, 0, locale.Text("firstcall.line.listen"))
	case m.Beat == "hello":
		return lesson(reply, talk, talk, locale.Text("firstcall.line.reply"))
	case m.Beat == "note" && m.Speaking:
		return lesson(reply, 0, 0, "")
	case m.Beat == "note" && m.Notes == 0:
		return lesson(note, kept, kept, locale.Text("firstcall.line.note"))
	case m.Beat == "note":
		return lesson(note, kept|talk, 0, "")
	case m.Beat == "read-back" && m.Speaking:
		return lesson(note, kept, 0, "")
	case m.Beat == "read-back" && !m.ReadBack:
		return lesson(readBack, read, callroom.ReadBack, locale.Text("firstcall.line.read-back"))
	case m.Beat == "read-back":
		return lesson(readBack, read|talk, 0, "")
	case m.Beat == "permission":
		return spoken(m, permission, lesson(permission, read|talk, talk, locale.Text("firstcall.line.permission")))
	}
	if m.Speaking && s.promising { // the last words
		return lesson(promise, read|talk, 0, "")
	}
	s.promising = !m.Speaking
	l := spoken(m, promise, lesson(promise, read|talk, talk, locale.Text("firstcall.line.promise")))
	l.Sheet = locale.Text("firstcall.line.hour")
	return l
}

func lesson(step int, there, what callroom.Controls, line string) callroom.Lesson {
	return callroom.Lesson{
		There: there, New: what, Line: line,
		Step: locale.Text("firstcall.step", map[string]any{"N": step, "Of": steps}),
	}
}

// spoken holds a line back until the caller has spoken: two things are not to be
// taken in at once.
func spoken(m callroom.Moment, step int, l callroom.Lesson) callroom.Lesson {
	if m.Speaking {
		return lesson(step-1, l.There, 0, "")
	}
	return l
}
