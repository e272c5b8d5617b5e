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
	v.SetMood(5, false)
	if v.Moving() {
		t.Error("it moves in silence")
	}
	v.SetMood(5, true)
	if !v.Moving() {
		t.Error("it stands still while the caller speaks")
	}
	v.ReduceMotion(true)
	if v.Moving() {
		t.Error("it moves where motion is not wanted")
	}
	v.ReduceMotion(false)
	v.Hide()
	if v.Moving() {
		t.Error("it moves while hidden")
	}
	v.Show()
	v.Stop()
	if v.Moving() {
		t.Error("it moves after Stop")
	}
}

func TestTheTraceIsLouderAndWarmerWithHeat(t *testing.T) {
	test.NewTempApp(t)
	v := NewVoiceTrace()
	loudest := func(heat int) float64 {
		v.SetMood(heat, true)
		most := 0.0
		for i := range traceBars {
			most = max(most, v.level(i))
		}
		return most
	}
	if loudest(9) <= loudest(1) {
		t.Error("heat is not louder")
	}
	v.SetMood(10, true)
	if v.colour() != theme.Color(theme.Heat) {
		t.Error("the greatest heat has the colour of heat")
	}
	v.SetMood(0, true)
	if v.colour() != theme.Color(theme.Calm) {
		t.Error("no heat has the colour of calm")
	}
	phase := v.phase
	v.advance(time.Second / 20)
	if v.phase <= phase {
		t.Error("the trace does not go on")
	}
	v.Stop()
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
