package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestASheetAnswersEscapeAndEnter(t *testing.T) {
	page := NewButton("page", nil)
	w := window(t, page, fyne.NewSize(600, 400))
	said := ""
	ask := Ask{Title: "Leave?", Yes: "Leave", No: "Stay", OnYes: func() { said = "yes" }, OnNo: func() { said = "no" }}
	cases := []struct {
		danger bool
		key    fyne.KeyName
		want   string
	}{
		{false, fyne.KeyReturn, "yes"},
		{false, fyne.KeyEscape, "no"},
		{true, fyne.KeyReturn, "no"}, // the focus is on Stay
		{true, fyne.KeyEscape, "no"},
	}
	for _, c := range cases {
		said = ""
		w.Canvas().Focus(page)
		ask.Danger = c.danger
		ask.Show(w.Canvas())
		key(w, c.key)
		if said != c.want {
			t.Errorf("danger %v, %s: %q", c.danger, c.key, said)
		}
		if SheetOpen(w.Canvas()) {
			t.Error("the sheet stays")
		}
		if w.Canvas().Focused() != page {
			t.Error("the focus did not return")
		}
	}
}

func TestASheetKeepsTheFocusAndTheKeys(t *testing.T) {
	page := NewButton("page", nil)
	w := window(t, page, fyne.NewSize(600, 400))
	leaked := false
	w.Canvas().SetOnTypedRune(func(rune) { leaked = true })
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { leaked = true })
	s := Ask{Title: "Leave?", Yes: "Leave", No: "Stay"}.Show(w.Canvas())
	for range 5 {
		w.Canvas().FocusNext()
		if w.Canvas().Focused() == page || w.Canvas().Focused() == nil {
			t.Fatal("the focus left the sheet")
		}
	}
	char(w, "1")
	key(w, fyne.KeyF1)
	if leaked {
		t.Error("a key reached the page")
	}
	w.Canvas().Unfocus()
	test.Tap(s)
	if w.Canvas().Focused() == nil {
		t.Error("a click beside the buttons has to leave the focus on the sheet")
	}
}

func TestASheetWaitsUntilItsContentIsRight(t *testing.T) {
	w := window(t, NewButton("page", nil), fyne.NewSize(600, 400))
	field := NewField("Name", "")
	done := false
	s := Ask{
		Title: "Who?", Yes: "Begin", Content: field, OnYes: func() { done = true },
		Valid: func() string {
			if field.Text() == "" {
				return "A name is needed."
			}
			return ""
		},
	}.Show(w.Canvas())
	if w.Canvas().Focused() != field.entry {
		t.Error("the focus belongs on the field")
	}
	key(w, fyne.KeyReturn)
	if done || !s.open {
		t.Error("Enter with a mistake has to leave the sheet open")
	}
	char(w, "Ines")
	key(w, fyne.KeyReturn)
	if !done || s.open {
		t.Error("Enter has to answer")
	}
}

func TestTheListOfKeysGoesWithEscape(t *testing.T) {
	w := window(t, NewButton("page", nil), fyne.NewSize(600, 400))
	Help{Title: "Keys", Keys: []KeyLine{{[]string{"1"}, "Choose"}}}.Show(w.Canvas())
	if !SheetOpen(w.Canvas()) {
		t.Fatal("no sheet")
	}
	key(w, fyne.KeyEscape)
	if SheetOpen(w.Canvas()) {
		t.Error("the sheet stays")
	}
}
