package callroom

import (
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/script"
	"keepcool/app/trainer"
	"keepcool/app/ui/locale"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

// offeredDays is how many working days a promise can choose from.
const offeredDays = 6

// firstHour is the hour that is offered first: the next full one within the
// working hours of the days there are.
func firstHour(w trainer.Week, days []time.Time, now time.Time) time.Time {
	next := time.Date(now.Year(), now.Month(), now.Day(), now.Hour()+1, 0, 0, 0, now.Location())
	for _, day := range days {
		at := func(minutes int) time.Time {
			return time.Date(day.Year(), day.Month(), day.Day(), 0, minutes, 0, 0, now.Location())
		}
		if next.Before(at(w.From)) {
			return at(w.From)
		}
		if !next.After(at(w.To)) {
			return next
		}
	}
	return next
}

// askHour asks for the hour of a promise. It says nothing of what would be
// right: that is the trainee's to judge.
func (r *Room) askHour(c trainer.Choice, then func(time.Time)) {
	now := r.host.Now()
	days := workingDays(r.host.Who().Week, now)
	picker := widget.NewTimePicker(widget.PickerSpec{Now: now, Days: days, At: firstHour(r.host.Who().Week, days, now)}, nil)
	var sheet *widget.Sheet
	none := widget.NewQuiet(locale.Text("callroom.promise.none"), func() {
		sheet.Close()
		then(time.Time{})
	})
	content := widget.VStack(theme.GapM)
	if r.lesson.Sheet != "" {
		content.Add(widget.NewNotice(r.lesson.Sheet, "", nil, nil))
	}
	content.Add(picker)
	content.Add(r.hours(picker, days))
	content.Add(widget.HStack(theme.GapNil, none, widget.Spacer()))
	sheet = widget.Ask{
		Title: locale.Text("callroom.promise.title"), Body: "“" + c.Text + "”", Content: content,
		Yes: locale.Text("callroom.promise"), No: locale.Text("callroom.cancel"),
		Valid: func() string {
			if _, err := picker.Value(); err != nil {
				return locale.Text("callroom.promise.unclear")
			}
			return ""
		},
		OnYes: func() {
			if hour, err := picker.Value(); err == nil {
				then(hour)
			}
		},
	}.Show(r.host.Canvas())
}

// workingDays are the next days on which the trainee works, today among them
// while there is something left of it.
func workingDays(w trainer.Week, now time.Time) []time.Time {
	var days []time.Time
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	if w.Works(now) && now.Hour()*60+now.Minute() < w.To {
		days = append(days, day)
	}
	for i := 1; len(days) < offeredDays && i < 4*offeredDays; i++ {
		if next := day.AddDate(0, 0, i); w.Works(next) || w.Days == ([7]bool{}) {
			days = append(days, next)
		}
	}
	return days
}

// mostHours is how many hours stand in a row.
const mostHours = 5

// hours are hours through the trainee's day, each one press.
func (r *Room) hours(picker *widget.TimePicker, days []time.Time) fyne.CanvasObject {
	w := r.host.Who().Week
	row := widget.Flow(theme.GapXS)
	first := (w.From + 59) / 60
	step := max((w.To/60-first+mostHours-1)/mostHours, 1)
	for h := first; h*60 <= w.To && h < 24; h += step {
		label := locale.Clock(days[0].Add(time.Duration(h) * time.Hour))
		row.Add(widget.NewQuiet(label, func() {
			day, _ := picker.Value()
			if day.IsZero() {
				day = days[0]
			}
			picker.Set(time.Date(day.Year(), day.Month(), day.Day(), h, 0, 0, 0, day.Location()))
		}))
	}
	return row
}

// askReadBack shows the notes in the order in which they will be read.
func (r *Room) askReadBack(then func()) {
	list := widget.VStack(theme.GapS)
	notes := r.play.Notes()
	for _, k := range notes {
		if k.Label == script.Want || k.Label == script.Need {
			list.Add(r.readRow(k))
		}
	}
	for _, k := range notes {
		if k.Label != script.Want && k.Label != script.Need {
			list.Add(r.readRow(k))
		}
	}
	body := locale.Text("callroom.read-back.body", r.named())
	if len(notes) == 0 {
		body = locale.Text("callroom.read-back.empty")
	}
	widget.Ask{
		Title: locale.Text("callroom.read-back.title"), Body: body, Content: list,
		Yes: locale.Text("callroom.read-back"), No: locale.Text("callroom.cancel"), OnYes: then,
	}.Show(r.host.Canvas())
}

func (r *Room) readRow(k trainer.Kept) fyne.CanvasObject {
	tag := widget.NewTag(locale.Text(locale.Key("mark.", string(k.Label))), markOf(k.Label).Tone())
	return widget.HStack(theme.GapM, widget.Width(76, tag), widget.Grow(widget.Body("“"+r.words(k.Note)+"”")))
}
