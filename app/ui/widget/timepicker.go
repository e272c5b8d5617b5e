package widget

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	fynewidget "fyne.io/fyne/v2/widget"

	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
)

// PickerSpec is what a time can be chosen from.
type PickerSpec struct {
	Now  time.Time   // times before it are refused
	Days []time.Time // the days offered, in order; only their date counts
	At   time.Time   // the time chosen at first
	// Quick are times chosen with one press.
	Quick []Quick
}

// Quick is a time with a name of its own, such as "Tomorrow at ten".
type Quick struct {
	Label string
	At    time.Time
}

// TimePicker chooses a day and an hour: chips for the days, a field for the time as it is written,
// and steps for the hour and the minutes.
type TimePicker struct {
	fynewidget.BaseWidget
	spec    PickerSpec
	changed func(time.Time, error)
	day     int
	clock   time.Duration // since midnight
	bad     error         // what is written is no time

	days    *Choice
	time    *Field
	wrong   *Text
	mistake *fyne.Container // what is wrong, below all that is chosen from
	root    fyne.CanvasObject
}

// The two things that can be wrong with what was chosen.
var (
	errClockFormat = errors.New("the time is not written as hours and minutes")
	errPast        = errors.New("the time is over")
)

// NewTimePicker is a picker; changed gets each choice, or what is wrong with it.
func NewTimePicker(spec PickerSpec, changed func(time.Time, error)) *TimePicker {
	p := &TimePicker{spec: spec, changed: changed}
	names := make([]string, len(spec.Days))
	for i, day := range spec.Days {
		names[i] = locale.DayShort(day, spec.Now)
	}
	p.days = NewChoice(names, 0, func(i int) { p.day = i; p.tell() }).Chips()
	p.time = NewField("", locale.Text("picker.placeholder")).Limit(8)
	p.time.OnChanged = p.typed
	p.wrong = Caption("").Tint(theme.BadText)
	p.mistake = HStack(theme.GapXS, NewIcon(IconWarning, theme.BadText, theme.TextCaption), Grow(p.wrong))
	hour := newStepper(locale.Text("picker.hour"), func(step int) { p.step(time.Duration(step) * time.Hour) })
	minute := newStepper(locale.Text("picker.minute"), func(step int) { p.step(time.Duration(step) * minuteStep) })
	rows := VStack(theme.GapM,
		VStack(theme.GapXS, Strong(locale.Text("picker.day")), p.days),
		VStack(theme.GapXS, Strong(locale.Text("picker.time")),
			Flow(theme.GapM, Width(110, p.time), hour, minute), p.mistake),
	)
	if len(spec.Quick) > 0 {
		quick := Flow(theme.GapS)
		for _, q := range spec.Quick {
			quick.Add(NewButton(q.Label, func() { p.Set(q.At); p.tell() }))
		}
		rows.Objects = append([]fyne.CanvasObject{quick}, rows.Objects...)
	}
	p.root = rows
	p.Set(spec.At)
	p.ExtendBaseWidget(p)
	return p
}

const minuteStep = 5 * time.Minute

// Set chooses a time without telling anybody. A day that is not offered leaves the day as it is.
func (p *TimePicker) Set(t time.Time) {
	for i, day := range p.spec.Days {
		if sameDay(day, t) {
			p.day = i
			p.days.SetSelected(i)
		}
	}
	p.clock = time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute
	p.write()
}

// Value is the time chosen, as a wall clock in the zone of now, or what is wrong with it.
func (p *TimePicker) Value() (time.Time, error) {
	if p.bad != nil {
		return time.Time{}, p.bad
	}
	day := p.spec.Now
	if p.day < len(p.spec.Days) {
		day = p.spec.Days[p.day]
	}
	t := time.Date(day.Year(), day.Month(), day.Day(), int(p.clock.Hours()), int(p.clock.Minutes())%60, 0, 0, p.spec.Now.Location())
	if !t.After(p.spec.Now) {
		return t, errPast
	}
	return t, nil
}

// write puts the clock into the field.
func (p *TimePicker) write() {
	p.bad = nil
	text := locale.Clock(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC).Add(p.clock))
	if p.time.Text() != text {
		heard := p.time.OnChanged
		p.time.OnChanged = nil
		p.time.SetText(text)
		p.time.OnChanged = heard
	}
	p.show()
}

func (p *TimePicker) typed(text string) {
	clock, err := parseClock(text)
	p.bad = err
	if err == nil {
		p.clock = clock
	}
	p.tell()
}

func (p *TimePicker) step(by time.Duration) {
	if by.Abs() == minuteStep {
		p.clock = p.clock.Truncate(minuteStep)
	}
	p.clock = (p.clock + by + 24*time.Hour) % (24 * time.Hour)
	p.write()
	p.tell()
}

// show says what is wrong.
func (p *TimePicker) show() {
	_, err := p.Value()
	words := ""
	switch {
	case errors.Is(err, errClockFormat):
		words = locale.Text("picker.format")
	case errors.Is(err, errPast):
		words = locale.Text("picker.past")
	}
	p.wrong.SetText(words)
	p.mistake.Hidden = words == ""
	p.root.Refresh()
}

func (p *TimePicker) tell() {
	p.show()
	if p.changed != nil {
		p.changed(p.Value())
	}
}

func (p *TimePicker) parts() []fyne.CanvasObject { return []fyne.CanvasObject{p.root} }

// CreateRenderer implements fyne.Widget.
func (p *TimePicker) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return composite{p.root}
}

// parseClock reads 14:30, 14.30, 1430, 9 and 9:05.
func parseClock(text string) (time.Duration, error) {
	text = strings.ReplaceAll(strings.TrimSpace(text), ".", ":")
	hours, minutes, split := strings.Cut(text, ":")
	if !split && len(hours) > 2 {
		hours, minutes = hours[:len(hours)-2], hours[len(hours)-2:]
	}
	if minutes == "" && !split {
		minutes = "00"
	}
	if len(hours) < 1 || len(hours) > 2 || len(minutes) != 2 {
		return 0, errClockFormat
	}
	h, err := strconv.ParseUint(hours, 10, 8)
	if err != nil || h > 23 {
		return 0, errClockFormat
	}
	m, err := strconv.ParseUint(minutes, 10, 8)
	if err != nil || m > 59 {
		return 0, errClockFormat
	}
	return time.Duration(h)*time.Hour + time.Duration(m)*time.Minute, nil
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

// newStepper is a word between two buttons that step down and up.
func newStepper(unit string, step func(int)) fyne.CanvasObject {
	name := map[string]any{"Unit": unit}
	return HStack(theme.GapS,
		NewButton("", func() { step(-1) }).WithIcon(IconDown).Named(locale.Text("picker.earlier", name)),
		Body(unit).Tint(theme.Muted),
		NewButton("", func() { step(1) }).WithIcon(IconUp).Named(locale.Text("picker.later", name)),
	)
}
