package widget

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAChoiceIsMadeByArrowsAndMouse(t *testing.T) {
	for name, shape := range map[string]func(*Choice) *Choice{
		"segments": func(c *Choice) *Choice { return c }, "column": (*Choice).Column, "chips": (*Choice).Chips,
	} {
		var got []int
		c := shape(NewChoice([]string{"Practice", "Assessed", "Both"}, 0, func(i int) { got = append(got, i) }))
		w := window(t, c, fyne.NewSize(400, 120))
		w.Canvas().Focus(c)
		key(w, fyne.KeyRight, fyne.KeyDown, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyLeft)
		if want := []int{1, 2, 0, 2, 1}; !equal(got, want) {
			t.Errorf("%s: chose %v, want %v", name, got, want)
		}
		place := c.places(c.Size().Width)[2]
		test.TapAt(c, place.pos.AddXY(place.size.Width/2, place.size.Height/2))
		if c.Selected() != 2 {
			t.Errorf("%s: the mouse chose %d", name, c.Selected())
		}
		c.Disable()
		key(w, fyne.KeyHome)
		if c.Selected() != 2 {
			t.Errorf("%s: a choice switched off was made", name)
		}
	}
}

func TestANumberChoosesTheOptionItNames(t *testing.T) {
	c := NewChoice([]string{"1", "2", "3"}, -1, nil)
	w := window(t, c, fyne.NewSize(400, 60))
	var others []rune
	w.Canvas().SetOnTypedRune(func(r rune) { others = append(others, r) })
	w.Canvas().Focus(c)
	char(w, "3x4")
	if c.Selected() != 2 || string(others) != "x4" {
		t.Errorf("option %d is chosen, and the window got %q", c.Selected(), string(others))
	}
}

func TestSegmentsFoldWhereTheyDoNotFit(t *testing.T) {
	c := NewChoice([]string{"As the system has it", "Always light", "Always dark"}, 0, nil)
	w := window(t, c, fyne.NewSize(600, 200))
	if c.folded(c.Size().Width) {
		t.Error("there is room")
	}
	w.Resize(fyne.NewSize(220, 200))
	if places := c.places(c.Size().Width); places[1].pos.Y == 0 {
		t.Error("the second option has to go on in a new row")
	}
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestAFieldHandsOnEscapeAndHoldsItsBound(t *testing.T) {
	f := NewField("Log", "").Multi(3, 10)
	w := window(t, f, fyne.NewSize(300, 200))
	var got []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { got = append(got, ev.Name) })
	f.Focus()
	if w.Canvas().Focused() != f.entry || !f.ring.frame.Visible() {
		t.Fatal("the field has no focus, or no ring")
	}
	char(w, "abc")
	key(w, fyne.KeyReturn, fyne.KeyEscape)
	if f.Text() != "abc\n" {
		t.Errorf("the text is %q", f.Text())
	}
	if len(got) != 1 || got[0] != fyne.KeyEscape {
		t.Errorf("the window got %v", got)
	}
	f.SetText(strings.Repeat("é", 20))
	if f.Text() != "ééééé" {
		t.Errorf("the text is %q", f.Text())
	}
}

var pickerNow = time.Date(2026, 11, 22, 14, 20, 0, 0, time.UTC)

func newTestPicker(changed func(time.Time, error)) *TimePicker {
	return NewTimePicker(PickerSpec{
		Now:   pickerNow,
		Days:  []time.Time{pickerNow, pickerNow.AddDate(0, 0, 1), pickerNow.AddDate(0, 0, 2)},
		At:    pickerNow.Add(40 * time.Minute),
		Quick: []Quick{{"Tuesday at ten", time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)}},
	}, changed)
}

func TestATimeIsChosenByTheKeysAlone(t *testing.T) {
	var last time.Time
	p := newTestPicker(func(at time.Time, err error) {
		if err == nil {
			last = at
		}
	})
	w := window(t, p, fyne.NewSize(500, 300))
	if at, err := p.Value(); err != nil || at.Hour() != 15 {
		t.Errorf("it begins at %v, %v", at, err)
	}
	w.Canvas().Focus(p.days)
	key(w, fyne.KeyRight)
	p.time.SetText("")
	p.time.Focus()
	char(w, "9.05")
	if want := time.Date(2026, 11, 23, 9, 5, 0, 0, time.UTC); !last.Equal(want) {
		t.Errorf("chose %v, want %v", last, want)
	}
	w.Canvas().FocusNext()
	key(w, fyne.KeySpace) // an hour earlier
	if last.Hour() != 8 || p.time.Text() != "08:05" {
		t.Errorf("chose %v, the field says %q", last, p.time.Text())
	}
}

func TestAQuickChoiceAndTheSteps(t *testing.T) {
	p := newTestPicker(nil)
	window(t, p, fyne.NewSize(500, 300))
	p.Set(time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC))
	if p.days.Selected() != 2 || p.time.Text() != "10:00" {
		t.Errorf("day %d, time %q", p.days.Selected(), p.time.Text())
	}
	p.typed("10:58")
	p.step(minuteStep)
	if p.time.Text() != "11:00" {
		t.Errorf("time %q", p.time.Text())
	}
}

func TestAWrongTimeIsToldPlainly(t *testing.T) {
	p := newTestPicker(nil)
	window(t, p, fyne.NewSize(500, 300))
	p.time.SetText("25:99")
	if _, err := p.Value(); !errors.Is(err, errClockFormat) || !strings.Contains(p.wrong.Text(), "14:30") {
		t.Errorf("got %v and %q", err, p.wrong.Text())
	}
	p.time.SetText("14:00")
	if _, err := p.Value(); !errors.Is(err, errPast) || p.wrong.Text() == "" {
		t.Errorf("got %v and %q", err, p.wrong.Text())
	}
	p.time.SetText("14:30")
	if _, err := p.Value(); err != nil || p.wrong.Text() != "" {
		t.Errorf("got %v and %q", err, p.wrong.Text())
	}
}

func TestClocksAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]time.Duration{
		"14:30": 870, "14.30": 870, "1430": 870, "9": 540, "9:05": 545, " 09:05 ": 545, "0:00": 0, "905": 545,
	} {
		if got, err := parseClock(text); err != nil || got != want*time.Minute {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "24:00", "9:5", "9:", ":30", "ten", "12:60", "-1:00", "123456", "1:2:3"} {
		if _, err := parseClock(text); err == nil {
			t.Errorf("%q passed", text)
		}
	}
}
