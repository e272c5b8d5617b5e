// Package week lets a person say on which days and between which hours they
// work: on Welcome when a profile is made, later in Settings.
//
// It may import trainer for the week itself, the controls and the words. It
// must never know a screen or where a week is kept.
package week

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// monday first: the days in the order they are shown.
var order = [7]time.Weekday{1, 2, 3, 4, 5, 6, 0}

// Editor shows a week and lets it be changed.
type Editor struct {
	// Changed is told of each change that leaves a week to work with.
	Changed func(trainer.Week)

	week     trainer.Week
	days     [7]*widget.Tile
	marks    [7]*widget.Icon
	from, to *widget.Field
	wrong    *widget.Text
	content  fyne.CanvasObject
}

// New shows a week.
func New(w trainer.Week) *Editor {
	e := &Editor{week: w, wrong: widget.Caption("").Tint(theme.BadText)}
	e.wrong.Hide()
	days := widget.Flow(theme.GapXS)
	for _, day := range order {
		days.Add(e.day(day))
	}
	e.from = e.hour(locale.Text("week.from"), w.From, func(m int) { e.week.From = m })
	e.to = e.hour(locale.Text("week.to"), w.To, func(m int) { e.week.To = m })
	e.content = widget.VStack(theme.GapM,
		widget.VStack(theme.GapS, widget.Strong(locale.Text("week.days")), days),
		widget.HStack(theme.GapL, widget.Width(130, e.from), widget.Width(130, e.to)),
		e.wrong,
	)
	return e
}

// Content is what is shown.
func (e *Editor) Content() fyne.CanvasObject { return e.content }

// Week is the week as it stands, and what is wrong with it, "" when nothing is.
func (e *Editor) Week() (w trainer.Week, wrong string) { return e.week, e.fault() }

func (e *Editor) day(day time.Weekday) *widget.Tile {
	mark := widget.NewIcon(widget.IconCheck, theme.CalmText, theme.TextCaption)
	mark.Hidden = !e.week.Days[day]
	content := widget.InsetXY(theme.GapS, theme.GapS,
		widget.HStack(theme.GapXS, mark, widget.Body(locale.WeekdayShort(day))))
	t := widget.NewTile(locale.Weekday(day), content, func() { e.toggle(day) }).Raised().Small()
	t.SetChosen(e.week.Days[day])
	e.days[day], e.marks[day] = t, mark
	return t
}

func (e *Editor) toggle(day time.Weekday) {
	on := !e.week.Days[day]
	e.week.Days[day] = on
	e.marks[day].Hidden = !on
	e.days[day].SetChosen(on)
	e.content.Refresh()
	e.tell()
}

func (e *Editor) hour(label string, minutes int, set func(int)) *widget.Field {
	f := widget.NewField(label, "").Limit(5)
	f.SetText(locale.Clock(time.Time{}.Add(time.Duration(minutes) * time.Minute)))
	f.OnChanged = func(text string) {
		m, ok := parseClock(text)
		if !ok {
			m = -1
		}
		set(m)
		e.tell()
	}
	return f
}

// parseClock reads 9, 9:30 and 17.30 as minutes after midnight; 24:00 is the
// end of the day.
func parseClock(text string) (int, bool) {
	hours, minutes, split := strings.Cut(strings.ReplaceAll(strings.TrimSpace(text), ".", ":"), ":")
	if !split {
		minutes = "00"
	}
	h, errH := strconv.ParseUint(hours, 10, 8)
	m, errM := strconv.ParseUint(minutes, 10, 8)
	if errH != nil || errM != nil || len(minutes) != 2 || m > 59 || h*60+m > 24*60 {
		return 0, false
	}
	return int(h*60 + m), true
}

func (e *Editor) fault() string {
	switch {
	case e.week.Days == ([7]bool{}):
		return locale.Text("week.no-day")
	case e.week.From < 0 || e.week.To < 0:
		return locale.Text("week.format")
	case e.week.From >= e.week.To:
		return locale.Text("week.order")
	}
	return ""
}

// tell shows what is wrong, or hands the week on.
func (e *Editor) tell() {
	wrong := e.fault()
	e.wrong.SetText(wrong)
	e.wrong.Hidden = wrong == ""
	e.content.Refresh()
	if wrong == "" && e.Changed != nil {
		e.Changed(e.week)
	}
}
