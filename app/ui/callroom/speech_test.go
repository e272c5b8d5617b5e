package callroom

import (
	"strings"
	"testing"
	"time"

	"keepcool/app/ui/widget"
)

func TestTheVoiceFollowsTheMoodThroughItsColour(t *testing.T) {
	calm := voiceOf("angry", 0, "")
	hot, cold := voiceOf("angry", 9, ""), voiceOf("angry", 9, "slow, icy")
	if hot.Pace <= calm.Pace || hot.Loud <= calm.Loud || hot.Pitch <= calm.Pitch {
		t.Errorf("anger: %+v, calm %+v", hot, calm)
	}
	if cold.Pace >= calm.Pace || cold.Pitch >= calm.Pitch || cold.Loud >= hot.Loud {
		t.Errorf("cold anger neither slows nor drops: %+v", cold)
	}
	if thawed := voiceOf("angry", 9, "less icy"); thawed != hot {
		t.Errorf("what is less icy is not cold: %+v", thawed)
	}
	afraid := voiceOf("frightened", 8, "")
	if afraid.Pace <= calm.Pace || afraid.Thin <= calm.Thin || afraid.Pitch <= calm.Pitch {
		t.Errorf("fear neither quickens nor thins: %+v", afraid)
	}
	if sad := voiceOf("disappointed", 8, ""); sad.Pace >= calm.Pace || sad.Sink <= calm.Sink || sad.Loud >= calm.Loud {
		t.Errorf("disappointment does not sink: %+v", sad)
	}
	if presses := voiceOf("frustrated", 8, ""); presses.Press <= hot.Press || presses.Loud <= calm.Loud {
		t.Errorf("frustration does not press: %+v", presses)
	}
	if fast, slow := voiceOf("angry", 5, "loud, fast"), voiceOf("angry", 5, "slow, cold"); fast.Pace <= slow.Pace || fast.Loud <= slow.Loud {
		t.Errorf("fast %+v, slow %+v", fast, slow)
	}
	for colour := range byHeat {
		for heat := range 11 {
			for _, tone := range []string{"slow, tired, low, flat, icy", "fast, loud, quick, sharp, tight"} {
				v := voiceOf(colour, heat, tone)
				for _, share := range []float64{v.Loud, v.Thin, v.Press, v.Sink, v.Warm, (v.Pitch + 1) / 2} {
					if share < 0 || share > 1 {
						t.Errorf("%s, heat %d, %s: %+v", colour, heat, tone, v)
					}
				}
				if v.Pace < slowestPace || v.Pace > fastestPace {
					t.Errorf("%s, heat %d, %s: %+v", colour, heat, tone, v)
				}
			}
		}
	}
}

func TestTheVoiceIsToldInWords(t *testing.T) {
	for want, v := range map[string]widget.Voice{
		"Fast, loud, high":     voiceOf("angry", 10, ""),
		"Slow, quiet, low":     voiceOf("angry", 9, "slow, icy"),
		"Fast, high, thin":     voiceOf("frightened", 9, ""),
		"Slow, quiet, sinking": voiceOf("disappointed", 9, ""),
		"Fast, loud, pressing": voiceOf("frustrated", 9, ""),
		"An even voice":        voiceOf("angry", 0, ""),
	} {
		if got := soundsLike(v); got != want {
			t.Errorf("%q, want %q: %+v", got, want, v)
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
