package widget

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestTheBallComesBack(t *testing.T) {
	for _, at := range []float64{-3, 0, 0.5, 1, 9} {
		for _, width := range []float32{120, 250, 500} {
			b := NewBall()
			window(t, b, fyne.NewSize(width, 80))
			threw := 0
			b.OnThrow = func() { threw++ }
			if b.Flying() {
				t.Fatal("it flies by itself")
			}
			test.TapAt(b, fyne.NewPos(width/2, float32(at)*80))
			var far, flight time.Duration
			most := 0.0
			for b.Flying() && flight < 20*time.Second {
				b.Advance(33 * time.Millisecond)
				flight += 33 * time.Millisecond
				if b.x > most {
					most, far = b.x, flight
				}
				if b.y > 1-ballRadius+1e-9 || b.x > b.wall()+1e-9 {
					t.Fatalf("it is in the wall or the floor: %v %v", b.x, b.y)
				}
			}
			if b.Flying() || flight > 6*time.Second || most < b.wall()-0.1 || far == 0 || threw != 1 {
				t.Errorf("thrown at %v in %v: %v in flight, as far as %v of %v", at, width, flight, most, b.wall())
			}
		}
	}
}

func TestTheBallWithoutMotion(t *testing.T) {
	b := NewBall()
	window(t, b, fyne.NewSize(250, 80))
	b.ReduceMotion(true)
	b.Throw(0.5)
	places := map[float64]bool{}
	for range 100 {
		places[b.x] = true
		b.Advance(33 * time.Millisecond)
	}
	if len(places) != 2 || b.Flying() {
		t.Errorf("it is seen at %d places", len(places))
	}
}
