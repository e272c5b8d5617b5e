package widget

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"keepcool/app/ui/theme"
)

func TestAButtonAnswersItsKeysAndTheMouse(t *testing.T) {
	pressed := 0
	for _, make := range []func() focusable{
		func() focusable { return NewButton("Hold", func() { pressed++ }) },
		func() focusable { return NewReply(1, "Yes.", func() { pressed++ }) },
		func() focusable { return NewSwitch("Moods", false, func(bool) { pressed++ }) },
	} {
		pressed = 0
		b := make()
		w := window(t, b, fyne.NewSize(300, 100))
		w.Canvas().Focus(b)
		key(w, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace)
		test.Tap(b.(fyne.Tappable))
		if pressed != 4 {
			t.Errorf("%T: pressed %d times, want 4", b, pressed)
		}
		b.(fyne.Disableable).Disable()
		key(w, fyne.KeyReturn)
		test.Tap(b.(fyne.Tappable))
		if pressed != 4 {
			t.Errorf("%T: pressed while switched off", b)
		}
	}
}

func TestOtherKeysGoOnToTheWindow(t *testing.T) {
	b := NewButton("Hold", nil)
	w := window(t, b, fyne.NewSize(300, 100))
	var runes []rune
	var keys []fyne.KeyName
	w.Canvas().SetOnTypedRune(func(r rune) { runes = append(runes, r) })
	w.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { keys = append(keys, ev.Name) })
	w.Canvas().Focus(b)
	char(w, "2 ?")
	key(w, fyne.KeyEscape, fyne.KeySpace)
	if string(runes) != "2?" {
		t.Errorf("the window got %q; Space belongs to the button", string(runes))
	}
	if len(keys) != 1 || keys[0] != fyne.KeyEscape {
		t.Errorf("the window got %v", keys)
	}
}

func TestTheRingShowsWithTheFocusOnly(t *testing.T) {
	b := NewButton("Hold", nil)
	w := window(t, b, fyne.NewSize(300, 100))
	r := test.WidgetRenderer(b).(*buttonRenderer)
	if r.ring.frame.Visible() {
		t.Error("a ring without the focus")
	}
	w.Canvas().Focus(b)
	if !r.ring.frame.Visible() || r.ring.frame.StrokeColor != theme.Color(theme.Ring) {
		t.Error("no ring with the focus")
	}
	if at := r.ring.frame.Position(); at.X >= 0 || at.Y >= 0 {
		t.Error("the ring has to stand off from the button")
	}
	w.Canvas().Unfocus()
	if r.ring.frame.Visible() {
		t.Error("the ring stays without the focus")
	}
}

func TestAReplyWrapsAndGrows(t *testing.T) {
	short, long := NewReply(1, "Yes.", nil), NewReply(2, "Orange means it has not joined the network. Hold the button for ten seconds, please.", nil)
	stack := VStack(theme.GapS, short, long)
	window(t, stack, fyne.NewSize(320, 400))
	if long.Size().Height <= short.Size().Height {
		t.Errorf("the long reply is %v high, the short one %v", long.Size().Height, short.Size().Height)
	}
	if long.Size().Height < long.MinSize().Height {
		t.Error("the long reply is cut off")
	}
}

func TestAThingDoneIsShownWithoutItsBrackets(t *testing.T) {
	for text, want := range map[string]string{
		"[stay quiet]": "Stay quiet", "[écouter]": "Écouter", "Say [it].": "Say [it].", "[]": "[]", "": "",
	} {
		got, done := NewReply(1, text, nil).done()
		if got != want || done != (text != want && text != "") {
			t.Errorf("%q: got %q, %v", text, got, done)
		}
	}
}
