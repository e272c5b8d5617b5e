package compare

import (
	"fmt"
	"testing"
	"time"

	"keepcool/app/trainer"
)

// many is an attempt, and n others to compare it with.
func many(n int) (with trainer.Summary, all []trainer.Summary) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	for i := range n {
		all = append(all, trainer.Summary{
			Attempt: trainer.Attempt{
				ID: int64(i + 2), Scenario: fmt.Sprintf("case-%d", i/40), Title: fmt.Sprintf("The lift that stopped on floor %d", i/40),
				Mode: trainer.Practice, Setting: "normal", Started: now.Add(-time.Duration(i) * time.Hour),
			},
			Stage: trainer.StageFinal, Scored: true, Final: true, Overall: float64(i % 101), Keys: [4]float64{10, 20, 30, float64(i % 101)},
		})
	}
	with = all[0]
	with.Attempt.ID = 1
	return with, all
}

// BenchmarkShow is what the window's thread does until two calls of 200 moves
// are on the screen.
func BenchmarkShow(b *testing.B) {
	s := open(b)
	first, second := twoLong(s)
	sc := shown(s, first, second)
	c := sc.c
	for b.Loop() {
		sc.show(c)
		sc.analyse()
	}
}

// BenchmarkPicture is the most work of one picture while their moves are drawn.
func BenchmarkPicture(b *testing.B) {
	s := open(b)
	first, second := twoLong(s)
	sc := shown(s, first, second)
	for b.Loop() {
		if s.Waiting() == 0 {
			sc.roll.Renew()
		}
		s.Advance(time.Second / 60)
	}
}

// BenchmarkCompare pairs two calls of 200 moves that differ at every other one;
// it is done in the background.
func BenchmarkCompare(b *testing.B) {
	s := open(b)
	first, second := twoLong(s)
	c := shown(s, first, second).c
	for b.Loop() {
		trainer.Compare(c.Before, c.Now)
	}
}

// BenchmarkChoose lists 5,000 attempts to choose from; BenchmarkFind types a
// letter.
func BenchmarkChoose(b *testing.B) {
	s := open(b)
	sc := newChooser(s, 1, s.Who())
	s.Show(sc)
	with, all := many(5000)
	for b.Loop() {
		sc.show(with, all)
	}
}

// BenchmarkFind types a letter into the field over 5,000 attempts.
func BenchmarkFind(b *testing.B) {
	s := open(b)
	sc := newChooser(s, 1, s.Who())
	s.Show(sc)
	sc.show(many(5000))
	for i := 0; b.Loop(); i++ {
		sc.find.SetText("The lift that stopped on floor 12"[:i%33])
	}
}
