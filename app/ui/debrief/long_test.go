package debrief

import (
	"testing"
	"time"

	"keepcool/app/call"
	"keepcool/app/trainer"
)

// longest is a call of two hundred moves, played to its end.
func longest(t testing.TB) *rehearsal {
	s := open(t)
	s.Trainee("Ada Okafor")
	r := rehearse(s, longCall(s, 200))
	for i := 0; r.play.Stage() == trainer.StageCall; i++ {
		if err := r.play.Reply(r.play.Choices()[i%2].Reply, call.InTime); err != nil {
			t.Fatal(err)
		}
	}
	return r.write(3)
}

func TestTwoHundredMoves(t *testing.T) {
	r := longest(t)
	s := New(r.set, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(s)
	if n := len(s.rows.column.Objects); n > 20 {
		t.Errorf("%d rows are drawn before the page is shown", n)
	}
	r.set.Advance(10 * time.Second)
	if n := len(s.rows.column.Objects); n != 201 {
		t.Errorf("%d rows are drawn, want 201", n)
	}
	if !r.set.Shows("Move 200") || r.set.Waiting() != 0 {
		t.Error("the end of the call is not drawn")
	}
	again := New(r.set, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(again)
	again.reveal(150)
	if len(again.rows.column.Objects) < 152 || again.page.Offset() == 0 {
		t.Error("a late move cannot be shown at once")
	}
	r.set.Clear()
	if r.set.Waiting() != 0 {
		t.Error("drawing goes on after the screen was left")
	}
}

// BenchmarkOpen is what the window's thread does until a debrief of 200 moves
// is on the screen.
func BenchmarkOpen(b *testing.B) {
	r := longest(b)
	v, err := r.set.Desk().Review(r.set.Who(), r.play.Attempt().ID)
	if err != nil {
		b.Fatal(err)
	}
	h := &later{Stage: r.set}
	for b.Loop() {
		s := New(h, r.play.Attempt().ID, trainer.Profile{})
		r.set.Show(s)
		s.show(v)
		r.set.Clear()
	}
}

// BenchmarkFrame is the most work of one picture while a long call is drawn.
func BenchmarkFrame(b *testing.B) {
	r := longest(b)
	s := New(r.set, r.play.Attempt().ID, trainer.Profile{})
	r.set.Show(s)
	r.set.Advance(10 * time.Second)
	for b.Loop() {
		for i := 190; i < 190+rowsAFrame; i++ {
			s.rows.queue = append(s.rows.queue, i)
		}
		s.rows.draw(rowsAFrame)
		s.fit()
	}
}
