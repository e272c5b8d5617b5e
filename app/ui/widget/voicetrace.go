package widget

import (
	"image/color"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/theme"
)

const traceBars = 48

// Voice is how somebody sounds, as far as it can be seen. The shares lie between 0 and 1.
type Voice struct {
	Pace  int     // words a minute
	Loud  float64 // how far the trace swings
	Pitch float64 // -1 to 1: how low or high it lies
	Thin  float64 // how thin its strokes are
	Press float64 // how little it gives way between two words
	Sink  float64 // how far it falls towards its end
	Warm  float64 // its colour, from calm to heat
}

// VoiceTrace is a voice as a living trace. It has no clock of its own: whoever has the line spoken
// moves it on, so that it stands still, and costs nothing, while nobody speaks.
type VoiceTrace struct {
	fynewidget.BaseWidget
	voice    Voice
	words    string // the same for who cannot see it
	speaking bool
	still    bool
	phase    float64
}

// stillPhase is the picture of a voice where motion is not wanted.
const stillPhase = 1.7

// NewVoiceTrace is a silent trace.
func NewVoiceTrace() *VoiceTrace {
	v := &VoiceTrace{phase: stillPhase}
	v.ExtendBaseWidget(v)
	return v
}

// Speak draws a voice, described by words, until Silence.
func (v *VoiceTrace) Speak(voice Voice, words string) {
	v.voice, v.words, v.speaking = voice, words, true
	v.Refresh()
}

// Silence draws the line of a phone on which nobody speaks.
func (v *VoiceTrace) Silence(words string) {
	if !v.speaking && v.words == words {
		return
	}
	v.words, v.speaking = words, false
	v.Refresh()
}

// Speaking says whether a voice is drawn.
func (v *VoiceTrace) Speaking() bool { return v.speaking }

// ReduceMotion keeps the trace still; how it lies and its colour still tell the voice.
func (v *VoiceTrace) ReduceMotion(on bool) {
	v.still = on
	if on {
		v.phase = stillPhase
	}
}

// Advance moves the trace on by the time that has passed, at the pace of the voice.
func (v *VoiceTrace) Advance(passed time.Duration) {
	if !v.speaking || v.still {
		return
	}
	v.phase += passed.Seconds() * math.Pow(float64(v.voice.Pace)/150, 2) * 2.4
	v.Refresh()
}

// level is the height of a bar as a share of the trace's: a few waves that do not fit one another,
// fading out to both ends. A voice that presses leaves few gaps between them.
func (v *VoiceTrace) level(i int) float64 {
	if !v.speaking {
		return 0.04
	}
	x := float64(i) / (traceBars - 1)
	quick := float64(v.voice.Pace) / 150
	sum := math.Sin(7*quick*x+2.1*v.phase) + 0.7*math.Sin(17*quick*x-3.3*v.phase) + 0.5*math.Sin(31*quick*x+5.2*v.phase)
	rough := 0.2 + 0.8*math.Abs(sum)/2.2
	rough += (0.9 - rough) * v.voice.Press * 0.75
	ends := math.Min(1, 3.2*math.Sin(math.Pi*x)*(1-0.55*(1-v.voice.Press)))
	return max(ends*v.voice.Loud*rough, 0.05)
}

// middle is where a bar lies, from the top as a share of the height.
func (v *VoiceTrace) middle(i int) float64 {
	if !v.speaking {
		return 0.5
	}
	x := float64(i) / (traceBars - 1)
	return 0.5 - 0.24*v.voice.Pitch + 0.26*v.voice.Sink*(x-0.35)
}

// colour goes from calm to heat.
func (v *VoiceTrace) colour() color.Color {
	if !v.speaking {
		return theme.Color(theme.Border)
	}
	calm := color.NRGBAModel.Convert(theme.Color(theme.Calm)).(color.NRGBA)
	heat := color.NRGBAModel.Convert(theme.Color(theme.Heat)).(color.NRGBA)
	t := min(max(v.voice.Warm, 0), 1)
	mix := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*t) }
	return color.NRGBA{R: mix(calm.R, heat.R), G: mix(calm.G, heat.G), B: mix(calm.B, heat.B), A: 0xff}
}

// AccessibilityLabel implements fyne.Accessible.
func (v *VoiceTrace) AccessibilityLabel() string { return v.words }

// AccessibilityRole implements fyne.Accessible.
func (v *VoiceTrace) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (v *VoiceTrace) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	r := &traceRenderer{trace: v}
	for range traceBars {
		bar := canvas.NewRectangle(color.Transparent)
		r.bars = append(r.bars, bar)
		r.objects = append(r.objects, bar)
	}
	r.Layout(v.Size())
	return r
}

type traceRenderer struct {
	trace   *VoiceTrace
	bars    []*canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *traceRenderer) Layout(size fyne.Size) {
	v := r.trace
	step := size.Width / traceBars
	wide := max(step*0.62, 2)
	if v.speaking {
		wide = max(step*float32(0.7-0.42*v.voice.Thin), 1)
	}
	c := v.colour()
	for i, bar := range r.bars {
		at := size.Height * float32(v.middle(i))
		high := max(size.Height*float32(v.level(i)), wide)
		high = min(high, 2*min(at, size.Height-at))
		bar.FillColor, bar.CornerRadius = c, wide/2
		bar.Move(fyne.NewPos(float32(i)*step+(step-wide)/2, at-high/2))
		bar.Resize(fyne.NewSize(wide, high))
	}
}

func (r *traceRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 40) }

func (r *traceRenderer) Refresh() {
	r.Layout(r.trace.Size())
	canvas.Refresh(r.trace)
}

func (r *traceRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *traceRenderer) Destroy()                     {}
