package replay

import (
	"testing"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
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

// longReplay is the replay of a call of 200 moves.
func longReplay(b *testing.B) (*stage.Stage, *trainer.Play, *Screen) {
	b.Helper()
	set := begin(b)
	p := seen(long)(set)
	s := New(apart{set, b}, p.Attempt().ID, trainer.Profile{}, 0, false)
	set.Show(s)
	return set, p, s
}

// BenchmarkKeyToPaint is the window's own work from a key to everything being
// laid out and ready to be painted, with 200 moves, there and back.
func BenchmarkKeyToPaint(b *testing.B) {
	press := func(k fyne.KeyName) func(*stage.Stage, *Screen) {
		return func(set *stage.Stage, _ *Screen) { set.Press(k) }
	}
	typed := func(text string) func(*stage.Stage, *Screen) {
		return func(set *stage.Stage, _ *Screen) { set.Type(text) }
	}
	for _, k := range []struct {
		name           string
		from           int
		first          string // typed before the clock runs
		do, undo       func(*stage.Stage, *Screen)
		aroundTheCurve bool
	}{
		{name: "step", from: 100, do: press(fyne.KeyRight), undo: press(fyne.KeyLeft)},
		{name: "step-back", from: 100, do: press(fyne.KeyLeft), undo: press(fyne.KeyRight)},
		{name: "to-the-end", do: press(fyne.KeyEnd), undo: press(fyne.KeyHome)},
		{name: "to-the-beginning", from: 199, do: press(fyne.KeyHome), undo: press(fyne.KeyEnd)},
		{name: "open-a-branch", from: 199, do: typed("t"), undo: press(fyne.KeyEscape)},
		{name: "reply-in-a-branch", from: 150, first: "t", do: typed("1"), undo: press(fyne.KeyBackspace)},
		{name: "take-back", from: 150, first: "t1", do: press(fyne.KeyBackspace), undo: typed("1")},
		{name: "along-the-curve", from: 100, do: press(fyne.KeyRight), undo: press(fyne.KeyLeft), aroundTheCurve: true},
	} {
		b.Run(k.name, func(b *testing.B) {
			set, _, s := longReplay(b)
			s.atMove(k.from)
			set.Type(k.first)
			if k.aroundTheCurve {
				set.Canvas().Focus(s.view.side.heat)
			}
			for b.Loop() {
				k.do(set, s)
				b.StopTimer()
				k.undo(set, s)
				b.StartTimer()
			}
		})
	}
}

// BenchmarkScreenChange is coming to the replay of a call of 200 moves.
func BenchmarkScreenChange(b *testing.B) {
	set, p, _ := longReplay(b)
	for b.Loop() {
		set.Show(New(apart{set, b}, p.Attempt().ID, trainer.Profile{}, 100, false))
	}
}
