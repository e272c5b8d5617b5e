package replay

import (
	"testing"

	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
)

// begin sets up a stage with a trainee at it, over a store of its own.
func begin(t testing.TB) *stage.Stage {
	t.Helper()
	set := empty(t)
	set.Trainee("Ada Okafor")
	return set
}

// empty sets up a stage with nobody at it.
func empty(t testing.TB) *stage.Stage {
	t.Helper()
	st, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	set, err := stage.New(st, stage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { set.Close(); _ = st.Close() })
	return set
}

// shown is the replay of a play, at a move of it.
func shown(set *stage.Stage, p *trainer.Play, move int) *Screen {
	s := New(set, p.Attempt().ID, trainer.Profile{}, move, false)
	set.Show(s)
	return s
}

// later is a host whose work is done when it is told so.
type later struct {
	*stage.Stage
	rest []func()
}

func (l *later) Go(work func() error, done func(error)) {
	l.rest = append(l.rest, func() { l.Stage.Go(work, done) })
}
