package widget

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

type picked struct{ line, start, end int }

func newTestTranscript(t testing.TB) (*Transcript, fyne.Window, *[]picked) {
	tr := NewTranscript()
	w := window(t, tr, fyne.NewSize(500, 400))
	tr.Append(Line{Who: TraineeLine, Name: "You", Text: "Good morning."})
	tr.Append(Line{Who: CallerLine, Name: "Caller", Text: "Fourth evening on this thing!"})
	tr.Append(Line{Who: TraineeLine, Name: "You", Text: "Four evenings."})
	tr.Append(Line{Who: CallerLine, Name: "Caller", Text: "Labels. Just labels — nothing else, please."})
	var marks []picked
	tr.OnMark = func(line, start, end int, _ fyne.Position) { marks = append(marks, picked{line, start, end}) }
	return tr, w, &marks
}

func TestWordsArePickedByTheKeys(t *testing.T) {
	tr, w, marks := newTestTranscript(t)
	w.Canvas().Focus(tr)
	if line, start, end := tr.Selection(); line != 3 || tr.bubbles[3].line.Text[start:end] != "Labels." {
		t.Fatalf("the focus begins at line %d, bytes %d to %d", line, start, end)
	}
	key(w, fyne.KeyRight)
	shifted(w, fyne.KeyRight, fyne.KeyRight)
	key(w, fyne.KeyReturn)
	if len(*marks) != 1 || (*marks)[0] != (picked{3, 8, 23}) {
		t.Fatalf("picked %v", *marks)
	}
	if words := tr.Line(3).Text[8:23]; words != "Just labels —" {
		t.Errorf("picked %q", words)
	}
	tr.ClearSelection()
	key(w, fyne.KeyUp, fyne.KeyEnd)
	shifted(w, fyne.KeyHome)
	if line, start, end := tr.Selection(); line != 1 || start != 0 || end != len(tr.Line(1).Text) {
		t.Errorf("picked line %d, bytes %d to %d", line, start, end)
	}
}

func TestALetterMarksWhatIsPicked(t *testing.T) {
	tr, w, _ := newTestTranscript(t)
	var got rune
	tr.OnMarkKey = func(_, _, _ int, r rune) bool { got = r; return r == 'w' }
	var bubbled []rune
	w.Canvas().SetOnTypedRune(func(r rune) { bubbled = append(bubbled, r) })
	w.Canvas().Focus(tr)
	char(w, "w")
	if got != 'w' || len(bubbled) != 0 {
		t.Errorf("got %q, the window got %q", got, string(bubbled))
	}
	char(w, "x1")
	if string(bubbled) != "x1" {
		t.Errorf("the window got %q", string(bubbled))
	}
}

func TestEscapeLeavesThePickFirst(t *testing.T) {
	tr, w, _ := newTestTranscript(t)
	escaped := 0
	w.Canvas().SetOnTypedKey(func(*fyne.KeyEvent) { escaped++ })
	w.Canvas().Focus(tr)
	shifted(w, fyne.KeyRight)
	key(w, fyne.KeyEscape)
	if escaped != 0 || tr.anchor != tr.head {
		t.Error("the first Escape shortens the pick to a word")
	}
	key(w, fyne.KeyEscape)
	if escaped != 1 {
		t.Error("the second goes on to the window")
	}
}

// middle is a point in the middle of a word of a line.
func middle(tr *Transcript, line, n int) fyne.Position {
	b := tr.bubbles[line]
	w := b.words()[n]
	a := b.prose.areas(w.start, w.end)[0]
	return b.textAt().Add(a.pos).AddXY(a.size.Width/2, a.size.Height/2)
}

func TestWordsArePickedByClicks(t *testing.T) {
	tr, w, marks := newTestTranscript(t)
	test.TapAt(tr.bubbles[1], middle(tr, 1, 0))
	test.TapAt(tr.bubbles[1], middle(tr, 1, 1))
	if want := []picked{{1, 0, 6}, {1, 0, 14}}; fmt.Sprint(*marks) != fmt.Sprint(want) {
		t.Errorf("picked %v, want %v", *marks, want)
	}
	if w.Canvas().Focused() != tr {
		t.Error("the click has to leave the focus on the transcript")
	}
	test.TapAt(tr.bubbles[1], middle(tr, 1, 3))
	if last := (*marks)[len(*marks)-1]; last != (picked{1, 18, 22}) {
		t.Errorf("a click after a pick begins anew, got %v", last)
	}
	before := len(*marks)
	test.TapAt(tr.bubbles[2], middle(tr, 2, 0))
	if len(*marks) != before {
		t.Error("one's own words cannot be picked")
	}
}

func TestWordsArePickedByDragging(t *testing.T) {
	tr, _, marks := newTestTranscript(t)
	b := tr.bubbles[1]
	from, to := middle(tr, 1, 3), middle(tr, 1, 1)
	b.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(to.X-from.X, to.Y-from.Y)})
	b.DragEnd()
	if len(*marks) != 1 || (*marks)[0] != (picked{1, 7, 22}) {
		t.Errorf("picked %v", *marks)
	}
}

func TestAPickGoesWithTheFocusUnlessItWaits(t *testing.T) {
	tr, w, _ := newTestTranscript(t)
	w.Canvas().Focus(tr)
	w.Canvas().Unfocus()
	if line, _, _ := tr.Selection(); line != -1 {
		t.Error("the pick stays")
	}
	w.Canvas().Focus(tr)
	key(w, fyne.KeyReturn)
	w.Canvas().Unfocus()
	if line, _, _ := tr.Selection(); line != 3 {
		t.Error("what waits for its mark has to stay")
	}
}

func TestNothingCanBePickedWhereItIsSwitchedOff(t *testing.T) {
	tr, w, marks := newTestTranscript(t)
	tr.Markable = false
	w.Canvas().Focus(tr)
	key(w, fyne.KeyReturn)
	test.TapAt(tr.bubbles[1], middle(tr, 1, 0))
	if len(*marks) != 0 {
		t.Errorf("picked %v", *marks)
	}
}

func TestMarksKeepRoomForTheirLetter(t *testing.T) {
	tr, _, _ := newTestTranscript(t)
	b := tr.bubbles[1]
	before := b.prose.wide
	tr.SetMarks(1, []Mark{{7, 14, Feeling}, {0, 6, Want}, {50, 99, Need}, {3, 3, Detail}})
	if len(b.marks) != 2 {
		t.Errorf("marks beyond the words are dropped, kept %v", b.marks)
	}
	if b.prose.wide <= before {
		t.Error("the letters have no room")
	}
	if n := b.prose.wordAt(middle(tr, 1, 4).Subtract(b.textAt())); n != 4 {
		t.Errorf("after the marks, the word under the mouse is %d", n)
	}
}

func TestLinesLieUnderOneAnother(t *testing.T) {
	tr, w, _ := newTestTranscript(t)
	check := func() {
		t.Helper()
		for i := 1; i < tr.Len(); i++ {
			above, b := tr.bubbles[i-1], tr.bubbles[i]
			if b.Position().Y < above.Position().Y+above.Size().Height {
				t.Errorf("line %d lies over line %d", i, i-1)
			}
		}
	}
	check()
	w.Resize(fyne.NewSize(260, 400))
	check()
	tr.SetText(1, "Fourth evening on this thing, and the light is orange, orange, orange, whatever I do to it!")
	check()
	w.Resize(fyne.NewSize(900, 400))
	check()
	tr.Clear()
	if tr.Append(Line{Who: CallerLine, Text: "Hello?"}) != 0 || tr.Len() != 1 {
		t.Error("after Clear the lines begin anew")
	}
}

func TestTheNewestLineIsInView(t *testing.T) {
	tr, _, _ := newTestTranscript(t)
	for i := range 60 {
		tr.Append(Line{Who: CallerLine, Text: fmt.Sprint("Line ", i)})
	}
	last := tr.bubbles[tr.Len()-1]
	if bottom := last.Position().Y + last.Size().Height - tr.scroll.Offset.Y; bottom > tr.scroll.Size().Height {
		t.Errorf("the newest line ends at %v, the view at %v", bottom, tr.scroll.Size().Height)
	}
}

func BenchmarkAppendTo200Lines(b *testing.B) {
	tr := NewTranscript()
	window(b, tr, fyne.NewSize(700, 500))
	line := Line{Who: CallerLine, Name: "Caller", Text: "Two hundred plants came in on Thursday and every one of them needs a label by Saturday."}
	for range 200 {
		tr.Append(line)
	}
	b.ReportAllocs()
	for b.Loop() {
		tr.Append(line)
		b.StopTimer()
		last := len(tr.bubbles) - 1
		tr.layout.height = tr.bubbles[last].Position().Y - tr.bubbles[last].gapAbove()
		tr.bubbles, tr.content.Objects, tr.layout.done = tr.bubbles[:last], tr.content.Objects[:last], last
		b.StartTimer()
	}
}

func TestOnlyLinesNearTheViewAreThere(t *testing.T) {
	tr, w, _ := newTestTranscript(t)
	tr.Fill(func() {
		for i := range 400 {
			tr.Append(Line{Who: CallerLine, Text: fmt.Sprint("Line ", i)})
		}
	})
	shown := func() (n int) {
		for _, b := range tr.bubbles {
			if b.Visible() {
				n++
			}
		}
		return n
	}
	if n := shown(); n > 80 || !tr.bubbles[tr.Len()-1].Visible() || tr.bubbles[0].Visible() {
		t.Errorf("at the end %d lines are there", n)
	}
	tr.ScrollToLine(0)
	if n := shown(); n > 80 || !tr.bubbles[0].Visible() || tr.bubbles[tr.Len()-1].Visible() {
		t.Errorf("at the beginning %d lines are there", n)
	}
	test.Scroll(w.Canvas(), fyne.NewPos(100, 100), 0, -100000)
	if !tr.bubbles[tr.Len()-1].Visible() {
		t.Error("the wheel does not bring the last line")
	}
}
