package widget

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"keepcool/app/ui/theme"
)

func TestTheTraceMovesOnlyWhileSomebodySpeaks(t *testing.T) {
	v := NewVoiceTrace()
	window(t, v, fyne.NewSize(300, 80))
	moves := func() bool {
		before := v.phase
		v.Advance(time.Second / 20)
		return v.phase != before
	}
	if moves() {
		t.Error("it moves in silence")
	}
	v.Speak(Voice{Pace: 150, Loud: 0.5}, "even")
	if !moves() || !v.Speaking() || v.AccessibilityLabel() != "even" {
		t.Error("it stands still, or says nothing, while the caller speaks")
	}
	slow, fast := Voice{Pace: 110, Loud: 0.5}, Voice{Pace: 190, Loud: 0.5}
	passed := func(voice Voice) float64 {
		v.Speak(voice, "")
		before := v.phase
		v.Advance(time.Second)
		return v.phase - before
	}
	if passed(fast) < 2*passed(slow) {
		t.Error("the pace can hardly be seen")
	}
	v.ReduceMotion(true)
	if moves() {
		t.Error("it moves where motion is not wanted")
	}
	v.ReduceMotion(false)
	v.Silence("nobody speaks")
	if moves() || v.Speaking() || v.AccessibilityLabel() != "nobody speaks" {
		t.Error("it goes on when nobody speaks any more")
	}
}

func TestTheTraceShowsHowSomebodySounds(t *testing.T) {
	test.NewTempApp(t)
	v := NewVoiceTrace()
	loudest := func(voice Voice) (most, least float64) {
		v.Speak(voice, "")
		least = 1
		for i := range traceBars {
			most = max(most, v.level(i))
			if i > traceBars/4 && i < 3*traceBars/4 {
				least = min(least, v.level(i))
			}
		}
		return most, least
	}
	loud, _ := loudest(Voice{Pace: 150, Loud: 0.9})
	quiet, gap := loudest(Voice{Pace: 150, Loud: 0.3})
	if loud <= quiet {
		t.Error("a loud voice swings no further")
	}
	if _, pressed := loudest(Voice{Pace: 150, Loud: 0.3, Press: 1}); pressed <= gap {
		t.Error("a voice that presses gives way as much as another")
	}
	v.Speak(Voice{Pace: 150, Loud: 0.3, Sink: 1}, "")
	if v.middle(traceBars-1) <= v.middle(0) {
		t.Error("a voice that sinks does not fall")
	}
	high, low := Voice{Pitch: 1, Loud: 1, Warm: 1}, Voice{Pitch: -1, Loud: 1, Sink: 1}
	for _, voice := range []Voice{high, low} {
		v.Speak(voice, "")
		v.Resize(fyne.NewSize(300, 50))
		for _, o := range test.WidgetRenderer(v).Objects() {
			if o.Position().Y < 0 || o.Position().Y+o.Size().Height > 50 {
				t.Fatalf("%+v leaves its place: %v %v", voice, o.Position(), o.Size())
			}
		}
	}
	v.Speak(low, "")
	at := v.middle(10)
	if v.colour() != theme.Color(theme.Calm) {
		t.Error("no heat has the colour of calm")
	}
	v.Speak(high, "")
	if v.middle(10) >= at {
		t.Error("a high voice lies no higher")
	}
	if v.colour() != theme.Color(theme.Heat) {
		t.Error("the greatest heat has the colour of heat")
	}
}

func TestFiguresPrintTheirNumber(t *testing.T) {
	k := NewKeyFigure("Keep cool")
	k.Set(82)
	if k.number.Text() != "82" || k.bar.share != 0.82 {
		t.Errorf("shows %q and %v", k.number.Text(), k.bar.share)
	}
	k.Set(140)
	if k.number.Text() != "100" {
		t.Errorf("shows %q", k.number.Text())
	}
	k.SetPending("open until Tuesday")
	if k.number.Text() != "–" || k.bar.share != 0 || !k.note.Visible() {
		t.Error("what is pending shows no number but its words")
	}
	m := NewMoodBar(HeatMood, "Angry")
	m.Set(12)
	if m.number.Text() != "10" {
		t.Errorf("shows %q", m.number.Text())
	}
}

func TestTheCountdownShrinks(t *testing.T) {
	c := NewCountdownBar()
	window(t, c, fyne.NewSize(200, 40))
	r := test.WidgetRenderer(c.bar).(*barRenderer)
	full := r.fill.Size().Width
	c.SetFraction(0.5)
	if half := r.fill.Size().Width; half < full*0.4 || half > full*0.6 {
		t.Errorf("half of %v is %v", full, half)
	}
	c.SetFraction(-1)
	if c.Fraction() != 0 || r.fill.Visible() {
		t.Error("an empty bar shows no fill")
	}
}

func TestBannersAndEmptyStatesAct(t *testing.T) {
	acted, closed := 0, 0
	n := NewNotice("It is due.", "Ring now", func() { acted++ }, func() { closed++ })
	e := NewEmptyState(IconToday, "Nothing is due.", "Choose", func() { acted++ })
	w := window(t, VStack(theme.GapM, n, e), fyne.NewSize(500, 400))
	for range 3 {
		w.Canvas().FocusNext()
		key(w, fyne.KeyReturn)
	}
	if acted != 2 || closed != 1 {
		t.Errorf("acted %d times, closed %d times", acted, closed)
	}
}

func TestControlsFollowAChangeOfLook(t *testing.T) {
	card := NewCard("Title", Body("words"))
	window(t, card, fyne.NewSize(200, 100))
	r := test.WidgetRenderer(card.surface).(*paintRenderer)
	before := r.box.FillColor
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Dark, 1))
	card.Refresh()
	if r.box.FillColor == before {
		t.Error("the card keeps the colour of the look before")
	}
}

func TestEveryStoryCanBeBuilt(t *testing.T) {
	for _, s := range Stories() {
		t.Run(s.Name, func(t *testing.T) {
			w := window(t, s.Build(), fyne.NewSize(1024, 700))
			if s.Then != nil {
				s.Then(w.Canvas())
			}
			w.Canvas().Capture()
		})
	}
}
