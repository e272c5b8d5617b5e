package progress

import (
	"fmt"
	"testing"
	"time"

	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
)

// many is how a person has come along who took 5,000 calls of 40 cases.
func many(now time.Time) trainer.Progress {
	p := trainer.Progress{First: map[int64]bool{}, Bests: map[int64]bool{}}
	const all = 5000
	for i := range int64(all) {
		c := i * 7 % 40
		mode := trainer.Practice
		if i%3 == 0 {
			mode = trainer.Assessed
		}
		sum := trainer.Summary{
			Attempt: trainer.Attempt{
				ID: all - i, Scenario: fmt.Sprintf("case-%d", c), Title: fmt.Sprintf("The lift that stopped between floors %d and %d", c, c+1),
				Mode: mode, Setting: "normal", Started: now.Add(-time.Duration(i) * 3 * time.Hour),
			},
			Stage: trainer.StageFinal, Scored: true, Final: true, Passed: i%2 == 0, Overall: float64(i % 101),
			Keys: [4]float64{float64(i % 101), float64(i * 3 % 101), float64(i * 7 % 101), float64(i * 11 % 101)},
		}
		p.Attempts = append(p.Attempts, sum)
		p.First[sum.Attempt.ID] = i%50 == 0
		for k := range p.Keys {
			p.Keys[k] = append(p.Keys[k], trainer.Mark{Attempt: sum, Score: sum.Keys[k]})
		}
	}
	for i := range 40 {
		c := trainer.CaseMarks{Title: p.Attempts[i].Attempt.Title, Scenario: p.Attempts[i].Attempt.Scenario}
		for k := range c.Keys {
			c.Keys[k], c.Known[k] = trainer.Mark{Attempt: p.Attempts[i], Score: p.Attempts[i].Keys[k]}, true
		}
		p.Cases = append(p.Cases, c)
	}
	return p
}

func bench(b *testing.B) *Screen {
	st, err := store.Open(b.TempDir(), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	set, err := stage.New(st, stage.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { set.Close(); _ = st.Close() })
	set.Trainee("Ada")
	s := New(set)
	set.Show(s)
	s.show(many(set.Now()))
	return s
}

// BenchmarkShow is what the window's thread does until the page of somebody
// with 5,000 attempts is laid out.
func BenchmarkShow(b *testing.B) {
	s := bench(b)
	p := s.progress
	for b.Loop() {
		s.show(p)
	}
}

// BenchmarkTurn turns to the next page.
func BenchmarkTurn(b *testing.B) {
	s := bench(b)
	for i := 0; b.Loop(); i++ {
		s.to(i % 20 * leaf)
	}
}

// BenchmarkFilter chooses another filter.
func BenchmarkFilter(b *testing.B) {
	s := bench(b)
	for i := 0; b.Loop(); i++ {
		s.filter.SetSelected(i % 5)
		s.filtered()
	}
}

// BenchmarkFind types a letter into the field.
func BenchmarkFind(b *testing.B) {
	s := bench(b)
	for i := 0; b.Loop(); i++ {
		s.find.SetText("The lift that stopped between"[:i%29])
	}
}

// BenchmarkPicture is the work of one picture while the rest of a page is drawn.
func BenchmarkPicture(b *testing.B) {
	s := bench(b)
	set := s.host.(*stage.Stage)
	for b.Loop() {
		b.StopTimer()
		s.fill()
		s.page.Fit()
		b.StartTimer()
		set.Advance(time.Second / 60)
	}
}

// BenchmarkMark marks an attempt to be compared, and unmarks it.
func BenchmarkMark(b *testing.B) {
	s := bench(b)
	for i := 0; b.Loop(); i++ {
		s.mark(s.progress.Attempts[0].Attempt.ID * int64(i%2))
	}
}
