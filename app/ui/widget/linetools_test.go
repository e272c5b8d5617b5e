package widget

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"keepcool/app/ui/theme"
)

// withTools is a transcript whose lines can be said again and shown larger.
func withTools(t *testing.T) (tr *Transcript, w fyne.Window, again, larger *[]int) {
	tr, w, _ = newTestTranscript(t)
	again, larger = new([]int), new([]int)
	tr.OnAgain = func(line int) { *again = append(*again, line) }
	tr.OnLarger = func(line int) { *larger = append(*larger, line) }
	tr.Refresh()
	return tr, w, again, larger
}

func over(b *bubble, at fyne.Position) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}}
}

func TestTheControlsOfALineFollowMouseAndPick(t *testing.T) {
	tr, w, again, larger := withTools(t)
	if !tr.tools.Visible() || tr.tools.line != 3 {
		t.Fatalf("they begin at line %d, want the newest", tr.tools.line)
	}
	tr.bubbles[0].MouseIn(over(tr.bubbles[0], fyne.NewPos(1, 1)))
	test.Tap(tr.tools.again)
	tr.bubbles[0].MouseOut()
	tr.tools.larger.MouseIn(nil)
	if tr.tools.line != 3 || tr.Meaning() != "Show it larger" {
		t.Errorf("the control says %q of line %d", tr.Meaning(), tr.tools.line)
	}
	tr.tools.larger.MouseOut()
	w.Canvas().Focus(tr)
	key(w, fyne.KeyUp)
	tr.tools.larger.MouseIn(nil) // a press takes the focus, and the pick with it
	test.Tap(tr.tools.larger)
	tr.tools.larger.MouseOut()
	if len(*again) != 1 || (*again)[0] != 0 || len(*larger) != 1 || (*larger)[0] != 1 {
		t.Errorf("said again %v, shown larger %v", *again, *larger)
	}
	tr.Append(Line{Who: StageLine, Text: "You took a breath."})
	w.Canvas().Unfocus()
	if tr.tools.line != 3 {
		t.Errorf("what was not said has no controls, they are at line %d", tr.tools.line)
	}
	tr.Clear()
	if tr.tools.Visible() {
		t.Error("without lines they stand there still")
	}
}

func TestTheControlsLieOverNoWords(t *testing.T) {
	for _, scale := range []float32{0.8, 1, 2} {
		tr, w, _, _ := withTools(t)
		fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light, scale))
		for _, who := range []Who{CallerLine, TraineeLine} {
			tr.Append(Line{Who: who, Text: strings.Repeat("so many words ", 12)})
		}
		for _, width := range []float32{400, 660, 1000} {
			w.Resize(fyne.NewSize(width, 400))
			tr.Refresh()
			for i := range tr.bubbles {
				tr.tools.hover(i)
				b := tr.bubbles[i]
				pos, size := b.boxAt()
				left, right := tr.tools.Position().X, tr.tools.Position().X+tr.tools.Size().Width
				if left < pos.X+size.Width && pos.X < right || right > tr.layout.width {
					t.Errorf("at %v, scale %v, line %d: words from %v to %v, controls from %v to %v", width, scale, i, pos.X, pos.X+size.Width, left, right)
				}
			}
		}
	}
}

func TestAnIdiomShowsItsMeaning(t *testing.T) {
	tr, w, _ := newTestTranscript(t)
	text := tr.Line(1).Text
	at := strings.Index(text, "on this thing")
	tr.SetGlosses(1, []Gloss{{at, at + len("on this thing"), "trying to make it work"}, {90, 99, "beyond the words"}})
	if tr.Glosses(1) != 1 {
		t.Fatalf("%d idioms are marked", tr.Glosses(1))
	}
	b := tr.bubbles[1]
	b.MouseIn(over(b, middle(tr, 1, 3)))
	if tr.Meaning() != "trying to make it work" {
		t.Errorf("under the mouse: %q", tr.Meaning())
	}
	b.MouseMoved(over(b, middle(tr, 1, 0)))
	if tr.Meaning() != "" {
		t.Errorf("beside the idiom: %q", tr.Meaning())
	}
	w.Canvas().Focus(tr)
	key(w, fyne.KeyUp, fyne.KeyRight, fyne.KeyRight)
	if tr.Meaning() != "trying to make it work" {
		t.Errorf("picked by keys: %q", tr.Meaning())
	}
	key(w, fyne.KeyLeft)
	if tr.Meaning() != "" {
		t.Errorf("after the idiom was left: %q", tr.Meaning())
	}
	tr.NextGloss(1)
	shown := tr.Meaning()
	tr.NextGloss(1)
	if shown == "" || tr.Meaning() != "" {
		t.Errorf("on request %q, and then %q", shown, tr.Meaning())
	}
	if !strings.Contains(b.AccessibilityLabel(), "trying to make it work") {
		t.Error("who cannot see it is not told")
	}
	tr.NextGloss(1)
	w.Canvas().Unfocus()
	if tr.HideGloss() {
		t.Error("the meaning stays when the focus goes")
	}
}

func TestALineIsShownLarger(t *testing.T) {
	tr, w, again, _ := withTools(t)
	tr.SetGlosses(1, []Gloss{{0, 14, "four days long"}})
	l := tr.ShowLarger(w.Canvas(), 3)
	press := func(name fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	press(fyne.KeyUp)
	press(fyne.KeyUp)
	if l.Line() != 1 || l.words.Text() != tr.Line(1).Text || len(l.meanings.Objects) != 1 {
		t.Errorf("two lines up it shows %d: %q", l.Line(), l.words.Text())
	}
	press(fyne.KeyUp)
	press(fyne.KeyUp)
	press(fyne.KeyDown)
	w.Canvas().Focused().TypedRune('a')
	if len(*again) != 1 || (*again)[0] != 1 || SheetOpen(w.Canvas()) {
		t.Errorf("said again %v", *again)
	}
	tr.ShowLarger(w.Canvas(), 0)
	press(fyne.KeyEscape)
	if SheetOpen(w.Canvas()) {
		t.Error("Escape does not close it")
	}
}
