package stage_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"keepcool/app/call"
	"keepcool/app/store"
	"keepcool/app/trainer"
	"keepcool/app/ui/screen"
	"keepcool/app/ui/stage"
	_ "keepcool/app/ui/stage/offscreen"
	"keepcool/app/ui/theme"
	"keepcool/app/ui/widget"
)

func open(t *testing.T) *stage.Stage {
	t.Helper()
	st, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stage.New(st, stage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(); _ = st.Close() })
	return s
}

// twoButtons is a screen that writes down what reaches it.
type twoButtons struct {
	screen.Base
	got         []string
	left, right *widget.Button
}

func newTwoButtons() *twoButtons {
	sc := &twoButtons{}
	sc.left = widget.NewButton("Left", func() { sc.got = append(sc.got, "left") })
	sc.right = widget.NewButton("Right", func() { sc.got = append(sc.got, "right") })
	return sc
}

func (sc *twoButtons) Content() fyne.CanvasObject {
	return widget.VStack(theme.GapM, sc.left, sc.right)
}
func (sc *twoButtons) Focus() fyne.Focusable { return sc.left }
func (sc *twoButtons) Shown()                { sc.got = append(sc.got, "shown") }
func (sc *twoButtons) Hidden()               { sc.got = append(sc.got, "hidden") }
func (sc *twoButtons) Key(ev *fyne.KeyEvent) bool {
	sc.got = append(sc.got, string(ev.Name))
	return true
}
func (sc *twoButtons) Rune(r rune) bool { sc.got = append(sc.got, "rune "+string(r)); return true }

func TestKeysGoToTheFocusFirst(t *testing.T) {
	s, sc := open(t), newTwoButtons()
	s.Show(sc)
	s.Press(fyne.KeySpace, fyne.KeyTab, fyne.KeyReturn, fyne.KeyEscape)
	s.Type("7")
	s.Canvas().Unfocus()
	s.Type(" ")
	s.TapText("Left")
	s.Clear()
	want := []string{"shown", "left", "right", "Escape", "7", "rune 7", "Space", "rune  ", "left", "hidden"}
	if !slices.Equal(sc.got, want) {
		t.Errorf("got %q, want %q", sc.got, want)
	}
}

func TestAdvanceCallsWhatFallsDueInOrder(t *testing.T) {
	s := open(t)
	var got []string
	begin := s.Now()
	note := func(name string) func() {
		return func() { got = append(got, name+s.Now().Sub(begin).String()) }
	}
	s.After(3*time.Second, note("c"))
	stop := s.After(2*time.Second, note("never"))
	s.After(time.Second, func() {
		note("a")()
		s.After(time.Second, note("b"))
	})
	stop()
	s.Advance(2500 * time.Millisecond)
	if want := []string{"a1s", "b2s"}; !slices.Equal(got, want) {
		t.Errorf("after 2.5 s: %q, want %q", got, want)
	}
	if s.Waiting() != 1 || !s.Now().Equal(begin.Add(2500*time.Millisecond)) {
		t.Errorf("%d wait at %v", s.Waiting(), s.Now())
	}
}

func TestAPlayOnARealDesk(t *testing.T) {
	s := open(t)
	s.Trainee("Ada")
	p := s.Play("soup-without-lids", call.Normal, trainer.Practice)
	if err := p.Answer(); err != nil {
		t.Fatal(err)
	}
	if len(p.Choices()) == 0 || p.Stage() != trainer.StageCall {
		t.Errorf("no call under way: %v", p.Stage())
	}
	if p.Attempt().Started != s.Now() {
		t.Errorf("began at %v, the clock says %v", p.Attempt().Started, s.Now())
	}
}

func TestPictureIsDrawnInTheLook(t *testing.T) {
	s, sc := open(t), newTwoButtons()
	for _, look := range []theme.Look{theme.Light, theme.Dark} {
		img := s.Picture(sc, 400, 300, look, 1)
		if b := img.Bounds(); b.Dx() != 400 || b.Dy() != 300 {
			t.Fatalf("picture is %v", b)
		}
		r, _, _, _ := img.At(390, 290).RGBA()
		if dark := r < 0x8000; dark != (look == theme.Dark) {
			t.Errorf("look %v has a ground of red %#x", look, r)
		}
	}
	if !s.Shows("Left Right") {
		t.Errorf("the window says %q", s.Words())
	}
}
