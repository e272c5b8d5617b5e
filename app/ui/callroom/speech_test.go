package callroom

import (
	"strings"
	"testing"
	"time"
)

func TestPaceFollowsTheMood(t *testing.T) {
	calm, hot := pace("angry", 0, ""), pace("angry", 10, "")
	if calm != usualPace || hot != 185 {
		t.Errorf("calm %d, hot %d", calm, hot)
	}
	if sad := pace("disappointed", 8, ""); sad >= calm {
		t.Errorf("disappointed %d, calm %d", sad, calm)
	}
	if fast, slow := pace("angry", 5, "loud, fast"), pace("angry", 5, "slow, cold"); fast <= slow {
		t.Errorf("fast %d, slow %d", fast, slow)
	}
	for heat := range 11 {
		for _, tone := range []string{"slow, tired, low, flat", "fast, loud, quick"} {
			if p := pace("disappointed", heat, tone); p < slowestPace || p > fastestPace {
				t.Errorf("heat %d, %s: %d", heat, tone, p)
			}
		}
	}
}

func TestSpokenTime(t *testing.T) {
	line := strings.Repeat("word ", 25)
	if d := spokenTime(line, 150, 100); d != 10*time.Second {
		t.Errorf("25 words take %v", d)
	}
	if d := spokenTime(line, 150, 50); d != 20*time.Second {
		t.Errorf("at half the pace %v", d)
	}
	if d := spokenTime(line, 150, 0); d != 0 {
		t.Errorf("untimed %v", d)
	}
	if d := spokenTime("Yes.", 150, 150); d != leastTime {
		t.Errorf("one word %v", d)
	}
}

func TestHeardByWholeWords(t *testing.T) {
	text := "Ice, every  morning: ice."
	for _, c := range []struct {
		share float64
		want  string
	}{{0, "Ice,"}, {0.3, "Ice, every"}, {0.6, "Ice, every  morning:"}, {0.99, text}, {1, text}, {7, text}} {
		if got := heardBy(text, c.share); got != c.want {
			t.Errorf("%v: %q, want %q", c.share, got, c.want)
		}
	}
	if heardBy("", 0.5) != "" {
		t.Error("nothing said, something heard")
	}
}

func TestWatchStandsStill(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	w := newWatch(func() time.Time { return now }, 5*time.Second)
	step := func(d time.Duration) { now = now.Add(d) }
	step(time.Hour)
	w.start()
	step(2 * time.Second)
	w.start()
	step(time.Second)
	w.stop()
	step(time.Hour)
	w.stop()
	if got := w.active(); got != 8*time.Second {
		t.Errorf("%v", got)
	}
	w.start()
	step(-time.Hour)
	if got := w.active(); got != 8*time.Second {
		t.Errorf("with the clock set back %v", got)
	}
}
