package debrief

import (
	"slices"
	"testing"
	"time"

	"keepcool/app/call"
	"keepcool/app/trainer"
	"keepcool/app/ui/stage"
)

// took keeps how long each of many works took. Where the machine has other
// work, the median tells more than the worst.
type took []time.Duration

func (t *took) of(work func()) {
	begun := time.Now()
	work()
	*t = append(*t, time.Since(begun))
}

func (t took) report(b *testing.B) {
	slices.Sort(t)
	b.ReportMetric(t[len(t)/2].Seconds()*1000, "median-ms")
	b.ReportMetric(t[len(t)-1].Seconds()*1000, "worst-ms")
}

// opens has the debrief of an attempt come up as it does when a call has ended:
// the attempt is read, and the page laid out in the window. The engine's own
// work is left.
func opens(b *testing.B, r *rehearsal) {
	r.shown()
	var w took
	for b.Loop() {
		r.set.Clear()
		w.of(func() {
			r.set.Show(New(&stage.Thinker{Stage: r.set, Works: 1}, r.play.Attempt().ID, trainer.Profile{}))
		})
	}
	w.report(b)
}

// BenchmarkDebrief is from the end of the call to the page.
func BenchmarkDebrief(b *testing.B) {
	for _, e := range open(b).Desk().Shelf.Entries {
		b.Run(e.File, func(b *testing.B) {
			s := open(b)
			s.Trainee("Ada Okafor")
			p, err := s.Desk().Begin(s.Who(), e, call.Normal, trainer.Practice, false)
			must(err)
			p.Accompany()
			opens(b, rehearse(s, p).whole(costliest))
		})
	}
	b.Run("200-moves-5000-attempts", func(b *testing.B) { opens(b, practised(b, 5000)) })
}

// practised is a call of two hundred moves of somebody who has played that many
// calls, all of the same case.
func practised(b *testing.B, attempts int) *rehearsal {
	r := longest(b)
	a := r.play.Attempt()
	sum := trainer.Summary{Stage: trainer.StageFinal, Changed: a.Started, Scored: true, Final: true, Overall: 50, Card: []byte("{}")}
	text := func(hash string) trainer.Text {
		t, err := r.set.Desk().Store.Text(hash)
		must(err)
		return t
	}
	texts := []trainer.Text{text(a.ScenarioHash), text(a.RubricHash), text(a.WeightsHash)}
	for range attempts {
		other, err := r.set.Desk().Store.Begin(a, texts...)
		must(err)
		sum.Attempt = other
		must(r.set.Desk().Store.Append(other.ID, []trainer.Record{{Seq: 1, Kind: trainer.RecordAnswer, At: a.Started}}, sum))
	}
	return r
}

// BenchmarkKeys is the work of one key press on the debrief of two hundred
// moves, from one end of the page to the other.
func BenchmarkKeys(b *testing.B) {
	for name, press := range map[string]func(*Screen){
		"next":   func(sc *Screen) { sc.step(1) },
		"before": func(sc *Screen) { sc.step(-1) },
		"best":   func(sc *Screen) { sc.toggleBest() },
		"more":   func(sc *Screen) { sc.toggleStanding() },
	} {
		b.Run(name, func(b *testing.B) {
			r := longest(b)
			must(r.set.Desk().SeeBetter(r.set.Who(), r.play.Attempt().Scenario))
			sc := r.shown()
			switch name {
			case "before":
				sc.reveal(199)
			case "more":
				sc.toggleStanding() // the engine's own work is left
			}
			var w took
			for b.Loop() {
				w.of(func() { press(sc) })
			}
			w.report(b)
		})
	}
}
