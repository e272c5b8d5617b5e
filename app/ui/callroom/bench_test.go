package callroom

import (
	"os"
	"testing"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
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

// BenchmarkReplyToPaint is the window's own work from the key of a reply to
// everything being laid out and ready to be painted, with 200 lines said.
func BenchmarkReplyToPaint(b *testing.B) {
	st, err := store.Open(b.TempDir(), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	s, err := stage.New(st, stage.Options{Own: os.DirFS("testdata")})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close(); _ = st.Close() })
	s.Trainee("Ada")
	play := s.Play("test-kettle", call.Normal, trainer.Practice)
	must(play.Answer())
	room := New(apart{s, b}, play).(*Room)
	s.Show(room)
	at := set{s, room, play}
	at.hear()
	at.long(200)
	b.ReportAllocs()
	for b.Loop() {
		s.Type("1")
		b.StopTimer()
		room.halt()
		must(play.Back())
		room.rebuild()
		at.hear()
		at.long(200)
		b.StartTimer()
	}
}
