package callroom

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
	"keepcool/app/ui/widget"
)

// apart runs work outside the benchmark's time, as the program runs it outside
// the window's thread.
type apart struct {
	*stage.Stage
	b *testing.B
}

func (a apart) Go(work func() error, done func(error)) {
	a.b.StopTimer()
	err := work()
	a.b.StartTimer()
	done(err)
}

// longCall is a call in which 200 moves have been made, at the trainee's turn.
func longCall(b *testing.B) set {
	b.Helper()
	st, err := store.Open(b.TempDir(), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	s, err := stage.New(st, stage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close(); _ = st.Close() })
	s.Trainee("Ada")
	play := s.PlayLong(202)
	must(play.Answer())
	for play.Moves() < 200 {
		must(play.Reply(play.Choices()[0].Reply, call.InTime))
	}
	s.Desk().Background = func(func()) {} // the engine's work is not the window's
	room := New(apart{s, b}, play).(*Room)
	s.Show(room)
	at := set{s, room, play}
	at.hear()
	return at
}

// BenchmarkReplyToPaint is the window's own work from the key of a reply to
// everything being laid out and ready to be painted, after 200 moves.
func BenchmarkReplyToPaint(b *testing.B) {
	at := longCall(b)
	b.ReportAllocs()
	for b.Loop() {
		at.Type("1")
		b.StopTimer()
		at.room.halt()
		must(at.play.Back())
		at.room.rebuild()
		at.hear()
		b.StartTimer()
	}
}

// BenchmarkKeyToPaint is the same for every other key, there and back.
func BenchmarkKeyToPaint(b *testing.B) {
	for _, k := range []struct {
		name     string
		do, undo func(set)
	}{
		{"again", func(s set) { s.Type("a") }, func(s set) { s.room.endEncore(); s.room.halt() }},
		{"larger", func(s set) { s.Type("l") }, func(s set) { s.Press(fyne.KeyEscape) }},
		{"idiom", func(s set) { s.Type("i") }, func(s set) { s.room.view.transcript.HideGloss() }},
		{"mute", func(s set) { s.Type("m") }, func(s set) { s.room.setMute(false) }},
		{"say-first", func(s set) { s.Type("s") }, func(s set) { s.room.skipFirst() }},
		{"letter-of-own-words", func(s set) { s.Type("x") }, func(s set) { s.room.first.field.SetText("") }},
		{"walk-replies", func(s set) { s.Press(fyne.KeyDown) }, func(set) {}},
		{"pause", func(s set) { s.Type("p") }, func(s set) { s.room.goOn(); s.hear() }},
		{"go-on", func(s set) { s.Press(fyne.KeyEscape) }, func(s set) { s.hear(); s.Canvas().Unfocus(); s.room.pause() }},
		{"page-up", func(s set) { s.Press(fyne.KeyPageUp) }, func(s set) { s.room.view.transcript.ScrollToEnd() }},
		{"next-word", func(s set) { s.Press(fyne.KeyRight) }, func(set) {}},
		{"line-before", func(s set) { s.Press(fyne.KeyUp) }, func(set) {}},
		{"note", func(s set) { s.Type("w") }, func(s set) {
			for _, n := range s.play.Notes() {
				must(s.play.Drop(n.Seq))
			}
			s.room.showNotes()
			s.Press(fyne.KeyEnd, fyne.KeyLeft)
		}},
		{"read-back", func(s set) { s.Type("r") }, func(s set) { s.Press(fyne.KeyEscape) }},
		{"keys", func(s set) { widget.Help{Title: "Keys", Keys: s.room.Keys()}.Show(s.Canvas()) }, func(s set) { s.Press(fyne.KeyEscape) }},
	} {
		b.Run(k.name, func(b *testing.B) {
			at := longCall(b)
			switch k.name {
			case "next-word", "line-before", "note":
				at.Canvas().Focus(at.room.view.transcript)
			case "letter-of-own-words":
				at.Type("s")
			case "go-on":
				at.room.pause()
			}
			for b.Loop() {
				k.do(at)
				b.StopTimer()
				k.undo(at)
				b.StartTimer()
			}
		})
	}
}

// BenchmarkPictureOfVoice is one step of a voice that is drawn.
func BenchmarkPictureOfVoice(b *testing.B) {
	at := longCall(b)
	at.room.sayLineAgain(at.room.focusLine())
	at.room.encore.length = time.Hour
	b.ReportAllocs()
	for b.Loop() {
		at.Advance(beatOfVoice)
	}
}

// BenchmarkScreenChange is coming to a call of 200 moves.
func BenchmarkScreenChange(b *testing.B) {
	at := longCall(b)
	b.ReportAllocs()
	for b.Loop() {
		room := New(apart{at.Stage, b}, at.play).(*Room)
		at.Show(room)
		b.StopTimer()
		at.Show(at.room)
		b.StartTimer()
	}
}
