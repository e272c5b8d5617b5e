package callroom

import (
	"testing"
	"time"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
)

// A slow host is done with its work when it is told so.
type slow struct {
	*stage.Stage
	finish func()
}

func (s *slow) Go(work func() error, done func(error)) { s.finish = func() { done(work()) } }

// TestAPauseWaitsForWhatIsWrittenDown: it is not lost, and nothing runs after it.
func TestAPauseWaitsForWhatIsWrittenDown(t *testing.T) {
	st, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	s, err := stage.New(st, stage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s.Trainee("Ada")
	host := &slow{Stage: s}
	play := s.Play(storyCase, call.Normal, trainer.Practice)
	if err := play.Answer(); err != nil {
		t.Fatal(err)
	}
	r := New(host, play).(*Room)
	s.Show(r)
	at := set{s, r, play}
	at.hear()
	s.Type("1p")
	if r.paused || play.Moves() != 0 {
		t.Fatal("paused before the move was written down")
	}
	host.finish()
	active := r.watch.active()
	s.Advance(time.Hour)
	if !r.paused || play.Moves() != 1 || s.Waiting() > 0 || r.watch.active() != active {
		t.Errorf("paused %v after %d moves, %d timers, active %v and %v", r.paused, play.Moves(), s.Waiting(), active, r.watch.active())
	}
	s.Press("Return")
	if r.paused || r.phase != speaking {
		t.Error("the caller's line is not said again")
	}
}
