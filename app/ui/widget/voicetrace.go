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

// VoiceTrace is the caller's voice as a moving trace: the hotter, the higher, faster and warmer. It
// stands still, and costs nothing, while nobody speaks, while it is hidden, and where motion is
// not wanted.
type VoiceTrace struct {
	fynewidget.BaseWidget
	heat     int
	speaking bool
	still    bool
	pace     int

	phase     float64
	animation *fyne.Animation
	running   bool
}

// NewVoiceTrace is a silent trace.
func NewVoiceTrace() *VoiceTrace {
	v := &VoiceTrace{pace: 150}
	v.ExtendBaseWidget(v)
	return v
}

// SetMood shows a heat from 0 to 10 and whether the caller speaks.
func (v *VoiceTrace) SetMood(heat int, speaking bool) {
	v.heat, v.speaking = min(max(heat, 0), 10), speaking
	v.update()
}

// SetPace shows how fast the caller speaks.
func (v *VoiceTrace) SetPace(wordsAMinute int) {
	v.pace = wordsAMinute
	v.update()
}

// ReduceMotion keeps the trace still; its height and colour still tell the mood.
func (v *VoiceTrace) ReduceMotion(on bool) {
	v.still = on
	v.update()
}

// Stop ends the motion; a screen calls it when it goes.
func (v *VoiceTrace) Stop() {
	if v.running {
		v.animation.Stop()
		v.running = false
	}
}

// Hide ends the motion with the picture.
func (v *VoiceTrace) Hide() {
	v.Stop()
	v.BaseWidget.Hide()
}

// Show takes the motion up again.
func (v *VoiceTrace) Show() {
	v.BaseWidget.Show()
	v.update()
}

// Moving says whether the trace moves now.
func (v *VoiceTrace) Moving() bool { return v.running }

func (v *VoiceTrace) update() {
	if v.speaking && !v.still && v.Visible() && fyne.CurrentApp().Settings().ShowAnimations() {
		v.start()
	} else {
		v.Stop()
	}
	v.Refresh()
}

// start runs one endless animation. The time between two pictures is measured, so that the pace
// is the same on any screen; twenty pictures a second are enough for a trace.
func (v *VoiceTrace) start() {
	if v.running {
		return
	}
	v.running = true
	last := time.Now()
	v.animation = &fyne.Animation{
		Duration:    time.Second,
		RepeatCount: fyne.AnimationRepeatForever,
		Curve:       fyne.AnimationLinear,
		Tick: func(float32) {
			now := time.Now()
			if passed := now.Sub(last); passed >= time.Second/20 {
				last = now
				v.advance(min(passed, time.Second/4))
			}
		},
	}
	v.animation.Start()
}

func (v *VoiceTrace) advance(passed time.Duration) {
	v.phase += passed.Seconds() * float64(v.pace) / 150 * (1.6 + float64(v.heat)/6)
	v.Refresh()
}

// level is the height of a bar from 0 to 1: a few waves that do not fit one another, louder with
// heat and fading out to both ends.
func (v *VoiceTrace) level(i int) float64 {
	if !v.speaking {
		return 0.04
	}
	x := float64(i) / (traceBars - 1)
	sum := math.Sin(7*x+2.1*v.phase) + 0.7*math.Sin(17*x-3.3*v.phase) + 0.5*math.Sin(31*x+5.2*v.phase)
	loud := 0.25 + 0.75*float64(v.heat)/10
	rough := 0.3 + 0.7*math.Abs(sum)/2.2
	return max(math.Sin(math.Pi*x)*loud*rough, 0.05)
}

// colour goes from calm to heat with the caller's heat.
func (v *VoiceTrace) colour() color.Color {
	if !v.speaking {
		return theme.Color(theme.Border)
	}
	calm := color.NRGBAModel.Convert(theme.Color(theme.Calm)).(color.NRGBA)
	heat := color.NRGBAModel.Convert(theme.Color(theme.Heat)).(color.NRGBA)
	t := min(max(float64(v.heat-2)/6, 0), 1)
	mix := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*t) }
	return color.NRGBA{R: mix(calm.R, heat.R), G: mix(calm.G, heat.G), B: mix(calm.B, heat.B), A: 0xff}
}

// CreateRenderer implements fyne.Widget.
func (v *VoiceTrace) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	r := &traceRenderer{trace: v}
	for range traceBars {
		bar := canvas.NewRectangle(color.Transparent)
		r.bars = append(r.bars, bar)
		r.objects = append(r.objects, bar)
	}
	return r
}

type traceRenderer struct {
	trace   *VoiceTrace
	bars    []*canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *traceRenderer) Layout(size fyne.Size) {
	step := size.Width / traceBars
	wide := max(step*0.55, 2)
	c := r.trace.colour()
	for i, bar := range r.bars {
		high := max(size.Height*float32(r.trace.level(i)), wide)
		bar.FillColor, bar.CornerRadius = c, wide/2
		bar.Move(fyne.NewPos(float32(i)*step+(step-wide)/2, (size.Height-high)/2))
		bar.Resize(fyne.NewSize(wide, high))
	}
}

func (r *traceRenderer) MinSize() fyne.Size { return fyne.NewSize(160, 56) }

func (r *traceRenderer) Refresh() {
	r.Layout(r.trace.Size())
	canvas.Refresh(r.trace)
}

func (r *traceRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *traceRenderer) Destroy()                     { r.trace.Stop() }
